//! Which measures fit the groups of a section, and why the others do not.

use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::{MEASURES, Measure, SIMULATED};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;

use super::cell::Outcome;
use super::section::Offer;

/// Every measure with whether it fits.
pub(super) fn of_section(
    groups: &Groups,
    slope: Slope,
    figure: impl Fn(&Measure, &Result<Estimate, Refusal>) -> Outcome,
) -> Vec<Offer> {
    let made = |measure: &Measure| figure(measure, &(measure.run)(groups));
    let offer = |measure: &'static Measure, fits| Offer {
        measure,
        fits,
        recommended: measure.is_recommended(slope, groups),
    };
    let mut offers: Vec<Offer> = MEASURES
        .iter()
        .map(|measure| offer(measure, made(measure).map(|_| ())))
        .collect();
    // A simulation takes long. It fits where its closed form does and has an interval.
    for measure in SIMULATED {
        let closed = MEASURES
            .iter()
            .find(|other| other.form == measure.form.map(|(line, _)| (line, Slope::Linear)));
        let fits = closed.map_or(Ok(()), |closed| made(closed)?.limits.map(|_| ()));
        offers.push(offer(measure, fits));
    }
    offers
}
