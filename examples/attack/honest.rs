//! Whether figures under the rule are honest: how often the figure under no rule lies inside the interval that
//! is printed under the rule, method by method. Where groups are joined the figure is of other groups: so the same
//! is asked of the exact figure of the groups as they are shown, joined and not rounded.

use std::collections::BTreeMap;

use equal_measure::answer::section::{Measured, Section};
use equal_measure::core::measure::MEASURES;
use equal_measure::release::rule::{NHS_ENGLAND, NONE, Protection, Rule};

use crate::made::Attacked;
use crate::program::Question;

/// Joins groups as the rule does, and rounds nothing.
static JOINED: Rule = Rule {
    id: "joined",
    protection: Protection::HideAndRound {
        hide_below: 8.0,
        nearest: 1.0,
        decimal_from: 0.0,
    },
    ..NHS_ENGLAND
};

/// How the figures of one method fared.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Honest {
    /// Intervals that hold the figure under no rule.
    pub(crate) inside: usize,
    /// Intervals.
    pub(crate) intervals: usize,
    /// The same of tables in which no groups are joined.
    pub(crate) apart: [usize; 2],
    /// Intervals that hold the exact figure of the groups shown, of how many.
    pub(crate) same: [usize; 2],
    /// Figures without an interval.
    pub(crate) bare: usize,
    /// Figures that there are under no rule only.
    pub(crate) refused: usize,
}

/// By the name of the method.
pub(crate) type Methods = BTreeMap<&'static str, Honest>;

/// Adds the figures of one file.
pub(crate) fn add(methods: &mut Methods, attacked: &Attacked) -> Result<(), String> {
    let setting = attacked.settings.first().ok_or("no setting")?;
    let question = Question::of(&attacked.extract, *setting)?;
    let reading = question.read(&attacked.extract)?;
    let every: Vec<String> = MEASURES
        .iter()
        .map(|measure| measure.card.id.to_owned())
        .collect();
    let exact = question.answered(&reading, &NONE, &every);
    let joined = question.answered(&reading, &JOINED, &every);
    let under = question.answered(&reading, &NHS_ENGLAND, &every);
    let exacts = exact.sections.iter().zip(&joined.sections);
    for ((exact, joined), under) in exacts.zip(&under.sections) {
        section(methods, exact, under);
        shown(methods, joined, under);
    }
    Ok(())
}

fn section(methods: &mut Methods, exact: &Section, under: &Section) {
    for one in &exact.measures {
        let Some((value, _)) = figure(one) else {
            continue;
        };
        let method = methods.entry(one.measure.card.id).or_default();
        let same = |other: &&Measured| other.measure.card.id == one.measure.card.id;
        match under.measures.iter().find(same).and_then(figure) {
            None => method.refused += 1,
            Some((_, None)) => method.bare += 1,
            Some((_, Some((lower, upper)))) => {
                let inside = usize::from(lower <= value && value <= upper);
                method.intervals += 1;
                method.inside += inside;
                if exact.groups.len() == under.groups.len() {
                    method.apart[0] += inside;
                    method.apart[1] += 1;
                }
            }
        }
    }
}

/// The figures of the groups as they are shown.
fn shown(methods: &mut Methods, joined: &Section, under: &Section) {
    for one in &joined.measures {
        let same = |other: &&Measured| other.measure.card.id == one.measure.card.id;
        let printed = under.measures.iter().find(same).and_then(figure);
        let (Some((value, _)), Some((_, Some((lower, upper))))) = (figure(one), printed) else {
            continue;
        };
        let method = methods.entry(one.measure.card.id).or_default();
        method.same[0] += usize::from(lower <= value && value <= upper);
        method.same[1] += 1;
    }
}

fn figure(measured: &Measured) -> Option<(f64, Option<(f64, f64)>)> {
    measured.figure.as_ref().ok()?.shown()
}
