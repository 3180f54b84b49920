//! The choice of analyses: on a shelf by what they are made from, or with what would have to be done first.

use crate::answer::Answer;
use crate::answer::section::{AnalysisOffer, Section};
use crate::core::analysis::{ANALYSES, Analysis, Needs};
use crate::core::refusal::Refusal;
use crate::core::stratification::By;
use crate::nhs::second::kind;
use crate::present::headline;

use super::{Method, Shelf, about, elsewhere};

/// A second way to divide people that the file offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Further {
    /// What it divides them by.
    pub by: By,
    /// How the screen names it: "Over time (Month)".
    pub words: String,
}

const SHELVES: [&str; 4] = [
    "Over time",
    "By age and other parts",
    "Organisations and places",
    "Curves, unknowns and more",
];

/// The place of an analysis's needs in [`SHELVES`].
const fn shelf(analysis: &Analysis) -> usize {
    match analysis.needs {
        Needs::Periods => 0,
        Needs::Ages | Needs::Strata => 1,
        Needs::Places => 2,
        Needs::Groups => 3,
    }
}

/// The ids of the analyses that are shown when the plan names nothing.
pub(super) fn start(release: &Answer) -> impl Iterator<Item = String> {
    let recommended = ANALYSES
        .iter()
        .filter(|analysis| is_recommended(release, analysis));
    recommended.map(|analysis| analysis.card.id.to_owned())
}

/// The analyses that fit, and those that were chosen and gave nothing, so that they can be unticked.
pub(super) fn shelves(release: &Answer, first: &Section) -> impl Iterator<Item = Shelf> {
    let offered: Vec<(usize, Method)> = ANALYSES
        .iter()
        .filter_map(|analysis| Some((shelf(analysis), offered(release, first, analysis)?)))
        .collect();
    let shelves = SHELVES.into_iter().enumerate();
    shelves
        .map(move |(place, heading)| Shelf {
            heading,
            measures: offered
                .iter()
                .filter(|(shelf, _)| *shelf == place)
                .map(|(_, analysis)| analysis.clone())
                .collect(),
        })
        .filter(|shelf| !shelf.measures.is_empty())
}

fn offered(release: &Answer, first: &Section, analysis: &Analysis) -> Option<Method> {
    let chosen = release
        .plan
        .measures
        .iter()
        .any(|id| id == analysis.card.id);
    let about = about(&analysis.card.method_text());
    let there = release
        .sections
        .iter()
        .find(|section| fits(section, analysis));
    let here = offer(first, analysis).map(|offer| &offer.fits);
    let hint = match (there, here) {
        (Some(there), Some(Err(why))) => format!("{about} {}", elsewhere(first, there, why)),
        (Some(_), _) => about,
        (None, _) if chosen => {
            let why = reason(release, analysis).map_or_else(String::new, Refusal::to_string);
            format!("{about} It gives nothing here: {why}")
        }
        (None, _) => return None,
    };
    Some(Method {
        id: analysis.card.id.to_owned(),
        name: analysis.card.name,
        hint,
        recommended: is_recommended(release, analysis),
        chosen,
    })
}

/// The analyses that fit nowhere: those of one reason together, with what to do about it.
pub(super) fn refused(
    release: &Answer,
    further: &[Further],
) -> impl Iterator<Item = (String, String)> {
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for analysis in ANALYSES {
        let Some(why) = reason(release, analysis) else {
            continue;
        };
        let why = match why {
            Refusal::NeedsSecond { .. } => to_do(release, analysis.needs, further),
            why => why.to_string(),
        };
        match reasons.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) => names.push(analysis.card.name),
            None => reasons.push((why, vec![analysis.card.name])),
        }
    }
    let said = reasons.into_iter();
    said.map(|(why, names)| (names.join("; "), why))
}

/// Which analyses are shown when the plan names nothing, as a sentence that follows that of the measures.
pub(super) fn recommended(release: &Answer) -> String {
    let recommended = ANALYSES
        .iter()
        .filter(|analysis| is_recommended(release, analysis));
    let names: Vec<String> = recommended
        .map(|analysis| format!("“{}”", analysis.card.name))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    format!(" Further down also: {}.", names.join(", "))
}

/// What to do for an analysis that needs the groups divided a second time.
fn to_do(release: &Answer, needs: Needs, further: &[Further]) -> String {
    let what = needs.words();
    if let Some(looked) = release
        .plan
        .stratifications
        .iter()
        .find(|by| needs.met_by(kind(by)))
    {
        let columns: Vec<&str> = looked.by.iter().map(|by| by.column.as_str()).collect();
        return format!(
            "Needs a column of {what}. The file is looked at by “{}”, but not within these groups.",
            columns.join("”, “")
        );
    }
    match further.iter().find(|further| needs.met_by(further.by)) {
        Some(further) => format!(
            "Needs a column of {what}: tick “{}” under “Look further”.",
            further.words
        ),
        None => format!("This file has no column of {what} to make it from."),
    }
}

/// Why an analysis fits nowhere; the headline's reason before all others.
fn reason<'a>(release: &'a Answer, analysis: &Analysis) -> Option<&'a Refusal> {
    if release
        .sections
        .iter()
        .any(|section| fits(section, analysis))
    {
        return None;
    }
    let first = headline::first(release).into_iter();
    let mut sections = first.chain(&release.sections);
    sections.find_map(|section| offer(section, analysis)?.fits.as_ref().err())
}

fn offer<'a>(section: &'a Section, analysis: &Analysis) -> Option<&'a AnalysisOffer> {
    let mut offers = section.analysis_offers.iter();
    offers.find(|offer| offer.analysis.card.id == analysis.card.id)
}

fn fits(section: &Section, analysis: &Analysis) -> bool {
    offer(section, analysis).is_some_and(|offer| offer.fits.is_ok())
}

/// Whether an analysis is shown somewhere when the plan names nothing.
fn is_recommended(release: &Answer, analysis: &Analysis) -> bool {
    let shown = |offer: &AnalysisOffer| offer.recommended && offer.fits.is_ok();
    let mut sections = release.sections.iter();
    sections.any(|section| offer(section, analysis).is_some_and(shown))
}
