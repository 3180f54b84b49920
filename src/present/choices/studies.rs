//! The choice of studies: on a shelf by what they are made from, or with what would have to be done first.

use crate::answer::Answer;
use crate::answer::section::{Section, StudyOffer};
use crate::core::crossing::By;
use crate::core::refusal::Refusal;
use crate::core::study::{Needs, STUDIES, Study};
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

/// The place of a study's needs in [`SHELVES`].
const fn shelf(study: &Study) -> usize {
    match study.needs {
        Needs::Periods => 0,
        Needs::Ages | Needs::Strata => 1,
        Needs::Places => 2,
        Needs::Groups => 3,
    }
}

/// The ids of the studies that are shown when the plan names nothing.
pub(super) fn start(release: &Answer) -> impl Iterator<Item = String> {
    let recommended = STUDIES
        .iter()
        .filter(|study| is_recommended(release, study));
    recommended.map(|study| study.card.id.to_owned())
}

/// The studies that fit, and those that were chosen and gave nothing, so that they can be unticked.
pub(super) fn shelves(release: &Answer, first: &Section) -> impl Iterator<Item = Shelf> {
    let offered: Vec<(usize, Method)> = STUDIES
        .iter()
        .filter_map(|study| Some((shelf(study), offered(release, first, study)?)))
        .collect();
    let shelves = SHELVES.into_iter().enumerate();
    shelves
        .map(move |(place, heading)| Shelf {
            heading,
            measures: offered
                .iter()
                .filter(|(shelf, _)| *shelf == place)
                .map(|(_, study)| study.clone())
                .collect(),
        })
        .filter(|shelf| !shelf.measures.is_empty())
}

fn offered(release: &Answer, first: &Section, study: &Study) -> Option<Method> {
    let chosen = release.plan.measures.iter().any(|id| id == study.card.id);
    let about = about(&study.card.lesson());
    let there = release.sections.iter().find(|section| fits(section, study));
    let here = offer(first, study).map(|offer| &offer.fits);
    let hint = match (there, here) {
        (Some(there), Some(Err(why))) => format!("{about} {}", elsewhere(first, there, why)),
        (Some(_), _) => about,
        (None, _) if chosen => {
            let why = reason(release, study).map_or_else(String::new, Refusal::to_string);
            format!("{about} It gives nothing here: {why}")
        }
        (None, _) => return None,
    };
    Some(Method {
        id: study.card.id.to_owned(),
        name: study.card.name,
        hint,
        recommended: is_recommended(release, study),
        chosen,
    })
}

/// The studies that fit nowhere: those of one reason together, with what to do about it.
pub(super) fn refused(
    release: &Answer,
    further: &[Further],
) -> impl Iterator<Item = (String, String)> {
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for study in STUDIES {
        let Some(why) = reason(release, study) else {
            continue;
        };
        let why = match why {
            Refusal::NeedsSecond { .. } => to_do(release, study.needs, further),
            why => why.to_string(),
        };
        match reasons.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) => names.push(study.card.name),
            None => reasons.push((why, vec![study.card.name])),
        }
    }
    let said = reasons.into_iter();
    said.map(|(why, names)| (names.join("; "), why))
}

/// Which studies are shown when the plan names nothing, as a sentence that follows that of the measures.
pub(super) fn recommended(release: &Answer) -> String {
    let recommended = STUDIES
        .iter()
        .filter(|study| is_recommended(release, study));
    let names: Vec<String> = recommended
        .map(|study| format!("“{}”", study.card.name))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    format!(" Further down also: {}.", names.join(", "))
}

/// What to do for a study that needs the groups divided a second time.
fn to_do(release: &Answer, needs: Needs, further: &[Further]) -> String {
    let what = needs.words();
    if let Some(looked) = release
        .plan
        .crossings
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

/// Why a study fits nowhere; the headline's reason before all others.
fn reason<'a>(release: &'a Answer, study: &Study) -> Option<&'a Refusal> {
    if release.sections.iter().any(|section| fits(section, study)) {
        return None;
    }
    let first = headline::first(release).into_iter();
    let mut sections = first.chain(&release.sections);
    sections.find_map(|section| offer(section, study)?.fits.as_ref().err())
}

fn offer<'a>(section: &'a Section, study: &Study) -> Option<&'a StudyOffer> {
    let mut offers = section.study_offers.iter();
    offers.find(|offer| offer.study.card.id == study.card.id)
}

fn fits(section: &Section, study: &Study) -> bool {
    offer(section, study).is_some_and(|offer| offer.fits.is_ok())
}

/// Whether a study is shown somewhere when the plan names nothing.
fn is_recommended(release: &Answer, study: &Study) -> bool {
    let shown = |offer: &StudyOffer| offer.recommended && offer.fits.is_ok();
    let mut sections = release.sections.iter();
    sections.any(|section| offer(section, study).is_some_and(shown))
}
