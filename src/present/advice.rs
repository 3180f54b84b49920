//! Why these measures stand here: a sentence before them, where the program chose them itself.

use crate::answer::Answer;
use crate::answer::section::Section;
use crate::core::measure::Measure;

use super::figure::is_given;
use super::number::lowered;

/// What each of the recommended measures adds; nothing where the plan names its measures.
pub(super) fn sentence(release: &Answer, section: &Section) -> Option<String> {
    if !release.plan.measures.is_empty() {
        return None;
    }
    let given = section.measures.iter();
    let given = given.filter(|measured| is_given(&measured.figure));
    said(section, given.map(|measured| measured.measure))
}

/// The same of the measures that would be shown if the plan named none.
pub(super) fn recommended(section: &Section) -> String {
    let offers = section.offers.iter();
    let fitting = offers.filter(|offer| offer.recommended && offer.fits.is_ok());
    let beside = "The difference and the ratio of two sides are always shown.";
    let also = said(section, fitting.map(|offer| offer.measure)).unwrap_or_else(|| {
        "Measures over all groups are recommended for three groups or more with shares, rates or given \
         figures."
            .to_owned()
    });
    format!("{beside} {also}")
}

fn said(section: &Section, measures: impl Iterator<Item = &'static Measure>) -> Option<String> {
    let said: Vec<String> = measures
        .filter_map(|measure| Some(format!("{}, {}", lowered(measure.card.name), measure.why?)))
        .collect();
    let groups = if section.dimension.ordered {
        "The groups run from most to least disadvantaged"
    } else {
        "The groups do not run from worse to better off"
    };
    (!said.is_empty()).then(|| {
        format!(
            "{groups}, so these measures over all of them fit: {}.",
            said.join("; ")
        )
    })
}
