//! Organisations or areas as strata.

use super::{Crossed, Evidence};
use crate::core::crossing::By;
use crate::core::refusal::Refusal;

/// The second division, where it is one column of organisations or areas.
pub(super) fn of(evidence: &Evidence) -> Result<&Crossed, Refusal> {
    let crossed = evidence.crossed()?;
    let one = crossed
        .strata
        .iter()
        .all(|stratum| stratum.parts.len() == 1);
    if crossed.by == By::Places && one {
        Ok(crossed)
    } else {
        Err(Refusal::NeedsData {
            what: "a column of organisations or areas, taken alone".to_owned(),
        })
    }
}
