//! The flow after reading: Plan and Reading → Answer → Release → Page. Cheap enough to run on the page
//! at every change of a choice.

use std::collections::BTreeSet;

use crate::core::answer::{Answer, Source, answer};
use crate::core::plan::Plan;
use crate::core::tally::Tally;
use crate::ingest::reading::Reading;
use crate::nhs;
use crate::present::page::Page;
use crate::present::page_of;
use crate::release::{self, Release};

/// A protected result and how it is said.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Every figure after the disclosure rule.
    pub release: Release,
    /// The same in blocks.
    pub page: Page,
}

/// Answers the plan, protects the answer by the plan's rule and says it.
///
/// An unknown rule id falls back to the strictest, which is the default one.
pub fn show(plan: &Plan, reading: &Reading, source: &Source) -> Shown {
    let release = release::release(&exact(plan, reading, source), release::rule(&plan.rule));
    let page = page_of(&release);
    Shown { release, page }
}

/// Every figure before protection. For checks inside the program: nothing outside can be made of it.
pub fn exact(plan: &Plan, reading: &Reading, source: &Source) -> Answer {
    let dimensions: Vec<_> = plan
        .divisions
        .iter()
        .map(|division| {
            let texts = texts(&reading.tally, &division.id);
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            nhs::dimension(division, &texts, &plan.switches)
        })
        .collect();
    let mut source = source.clone();
    source.notes.extend(reading.notes.iter().cloned());
    answer(plan, &reading.tally, &reading.ledger, &dimensions, &source)
}

fn texts(tally: &Tally, division: &str) -> BTreeSet<String> {
    tally
        .cuts
        .get(&vec![division.to_owned()])
        .into_iter()
        .flat_map(|cut| cut.cells.keys())
        .filter_map(|key| key.first().cloned())
        .collect()
}
