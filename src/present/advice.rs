//! Why these measures stand here: a sentence before them, where the program chose them itself.

use crate::core::answer::reason;
use crate::release::Release;
use crate::release::section::Section;

use super::figure::is_given;
use super::number::lowered;

/// What each of the recommended measures adds; nothing where the plan names its measures.
pub(super) fn sentence(release: &Release, section: &Section) -> Option<String> {
    if !release.plan.measures.is_empty() {
        return None;
    }
    let said: Vec<String> = section
        .measures
        .iter()
        .filter(|measured| is_given(&measured.figure))
        .filter_map(|measured| {
            let why = reason(measured.card.id)?;
            Some(format!("{} ({why})", lowered(measured.card.name)))
        })
        .collect();
    let groups = if section.dimension.ordered {
        "The groups run from most to least disadvantaged"
    } else {
        "The groups do not run from worse to better off"
    };
    (!said.is_empty()).then(|| {
        format!(
            "{groups}, so these measures over all of them fit: {}.",
            said.join(", ")
        )
    })
}
