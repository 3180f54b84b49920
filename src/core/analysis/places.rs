//! Organisations or areas as strata.

use super::{Inputs, Stratified};
use crate::core::group::{Counts, Group, Kind};
use crate::core::refusal::Refusal;
use crate::core::stratification::{By, Stratum};

/// The second division, where it is one column of organisations or areas.
pub(super) fn of(inputs: &Inputs) -> Result<&Stratified, Refusal> {
    inputs.stratified_by(By::Places, "organisations or areas")
}

/// Everyone in one organisation.
pub(super) struct Place<'a> {
    /// Its name.
    pub label: &'a str,
    /// Its counts, where they are there.
    pub counts: Option<Counts>,
}

/// Everyone in each organisation, in the order of the strata.
///
/// # Errors
/// [`Refusal::NeedsData`] for values that are not made from counts.
pub(super) fn counted<'a>(
    stratified: &'a Stratified,
    kind: Kind,
) -> Result<Vec<Place<'a>>, Refusal> {
    if kind == Kind::Value {
        return Err(Refusal::NeedsData {
            what: "the number of events and of people in each organisation".to_owned(),
        });
    }
    let strata = stratified.strata.iter().zip(&stratified.everyone);
    let place = |(stratum, everyone): (&'a Stratum, &Option<Group>)| Place {
        label: &stratum.label,
        counts: everyone
            .as_ref()
            .and_then(|everyone| everyone.counts)
            .filter(|counts| counts.people > 0.0),
    };
    Ok(strata.map(place).collect())
}
