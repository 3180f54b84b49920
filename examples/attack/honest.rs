//! Whether figures under the rule are honest: how often the figure under no rule lies inside the interval that
//! is printed under the rule, method by method.

use std::collections::BTreeMap;

use equal_measure::answer::section::{Measured, Section};
use equal_measure::core::measure::MEASURES;
use equal_measure::release::rule::{NHS_ENGLAND, NONE};

use crate::made::Attacked;
use crate::program::Question;

/// How the figures of one method fared.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Honest {
    /// Intervals that hold the figure under no rule.
    pub(crate) inside: usize,
    /// Intervals.
    pub(crate) intervals: usize,
    /// The same of tables in which no groups are joined.
    pub(crate) apart: [usize; 2],
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
    let exact = question.shown(&reading, &NONE, &every).answer;
    let under = question.shown(&reading, &NHS_ENGLAND, &every).answer;
    for (exact, under) in exact.sections.iter().zip(&under.sections) {
        section(methods, exact, under);
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

fn figure(measured: &Measured) -> Option<(f64, Option<(f64, f64)>)> {
    measured.figure.as_ref().ok()?.shown()
}
