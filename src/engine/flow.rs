//! The flow after reading: Plan and Reading → Released tables → Answer → Page.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::{self, Answer};
use crate::core::answer::{Settled, Source};
use crate::core::plan::{Plan, Shape};
use crate::core::stratification::By;
use crate::core::tally::Tally;
use crate::ingest::reading::Reading;
use crate::nhs::{self, indicators::counted::counted, period};
use crate::present::page::Page;
use crate::present::page_of;
use crate::release::{self, Earlier};

/// A protected result and how it is said.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Every figure after the disclosure rule.
    pub answer: Answer,
    /// The same in blocks.
    pub page: Page,
}

impl Shown {
    /// An answer, said.
    pub fn of(answer: Answer) -> Self {
        let page = page_of(&answer);
        Self { answer, page }
    }
}

/// Protects the tally by the plan's rule, answers the plan from what is released and says it. Nothing of the
/// file has left before.
pub fn show(plan: &Plan, reading: &Reading, source: &Source) -> Shown {
    Shown::of(answer(plan, reading, source, &[]))
}

/// Protects the tally by the plan's rule, and with respect to the answers that have `left` before, each by its
/// question and what was counted for it; then answers the plan from what is released.
///
/// An unknown rule id falls back to the strictest, which is the default one.
pub fn answer(plan: &Plan, reading: &Reading, source: &Source, left: &[(&Plan, &Tally)]) -> Answer {
    let tally = &reading.tally;
    let settled_now = settled(plan, tally);
    let mut source = source.clone();
    if let Some(period) = reading.periods.said() {
        source.period = Some(match source.period.take() {
            Some(whole) if !period::is_same(&period, &whole) => {
                format!("{period} (from a file for: {whole})")
            }
            _ => period,
        });
    }
    source.notes.extend(reading.notes.iter().cloned());
    source.notes.extend(joined(plan));
    source.notes.extend(notes(&settled_now));
    source.notes.extend(added_up(plan, &settled_now));
    let rule = release::rule(&plan.rule);
    let left: Vec<Earlier<'_>> = left
        .iter()
        .map(|&(plan, tally)| Earlier {
            plan,
            tally,
            settled: settled(plan, tally),
        })
        .collect();
    let ledger = &reading.ledger;
    let released = release::release(plan, tally, ledger, &settled_now, rule, &left);
    answer::answer(released, &source)
}

/// The plan's divisions and stratifications with their groups known.
fn settled(plan: &Plan, tally: &Tally) -> Settled {
    Settled {
        dimensions: plan
            .divisions
            .iter()
            .map(|division| nhs::dimension(division, &texts(tally, &division.id), &plan.switches))
            .collect(),
        seconds: plan
            .stratifications
            .iter()
            .map(|stratification| {
                nhs::second(stratification, |id| texts(tally, id), &plan.switches)
            })
            .collect(),
        counted: plan
            .indicators
            .iter()
            .map(|indicator| counted(&indicator.name))
            .collect(),
    }
}

/// What settling the stratifications' columns has to say, unless a dimension says it already.
fn notes(settled: &Settled) -> Vec<String> {
    let said = |note: &String| settled.dimensions.iter().any(|by| by.notes.contains(note));
    let stratifications = settled.seconds.iter().flat_map(|second| &second.dimensions);
    let notes: BTreeSet<&String> = stratifications.flat_map(|by| &by.notes).collect();
    notes
        .into_iter()
        .filter(|note| !said(note))
        .cloned()
        .collect()
}

/// Which columns that people are divided by or kept by other files give.
fn joined(plan: &Plan) -> Vec<String> {
    let by = plan.divisions.iter().map(|division| &division.column);
    let kept = plan.filters.iter().map(|filter| &filter.column);
    let used: BTreeSet<&String> = by.chain(kept).collect();
    let mut given: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    let joins = plan.joins.iter().filter(|join| !join.is_of_file());
    for join in joins.filter(|join| used.contains(&join.name)) {
        let name = format!("\u{201c}{}\u{201d}", join.name);
        given
            .entry((&join.file, &join.column))
            .or_default()
            .push(name);
    }
    given
        .into_iter()
        .map(|((file, codes), names)| {
            let from = if file.is_empty() {
                "another file"
            } else {
                file
            };
            let come = if names.len() == 1 { "comes" } else { "come" };
            format!(
                "{} {come} from {from}, by the codes in \u{201c}{codes}\u{201d}.",
                names.join(", ")
            )
        })
        .collect()
}

/// That counts of several periods are added up, where no filter keeps one of them: the first look at a
/// long file sorted by month sees one month.
fn added_up(plan: &Plan, settled: &Settled) -> Vec<String> {
    let asked = plan.stratifications.iter().zip(&settled.seconds);
    let several = asked.filter_map(|(stratification, second)| {
        let column = &stratification.by.first()?.column;
        let kept = plan.filters.iter().any(|filter| filter.column == *column);
        let by = second.dimensions.first()?;
        let periods: Vec<&str> = by.known().map(|at| by.groups[at].label.as_str()).collect();
        let [first, .., last] = periods[..] else {
            return None;
        };
        (plan.shape == Shape::Counts && second.by == By::Periods && !kept).then(|| {
            format!(
                "Figures add up all periods in the column “{column}”, from {first} to {last}. Where the same \
                 people are counted in each, keep one period: “Only rows of {column}”."
            )
        })
    });
    several.collect()
}

/// The texts of a column of this id, whatever cut it stands in.
fn texts<'a>(tally: &'a Tally, id: &str) -> Vec<&'a str> {
    let cuts = tally.cuts.iter().filter_map(|(columns, cut)| {
        let place = columns.iter().position(|column| column == id)?;
        Some((place, cut))
    });
    let texts: BTreeSet<&str> = cuts
        .flat_map(|(place, cut)| cut.cells.keys().filter_map(move |key| key.get(place)))
        .map(String::as_str)
        .collect();
    texts.into_iter().collect()
}
