//! Which measures fit the groups of a section, and why the others do not.

use crate::core::answer::{form_of, recommended};
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::{CARDS, Card, SIMULATED};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;

use super::cell::Outcome;
use super::section::Offer;

/// Every measure with whether it fits.
pub(super) fn of_section(
    groups: &Groups,
    slope: Slope,
    figure: impl Fn(&Card, &Result<Estimate, Refusal>) -> Outcome,
) -> Vec<Offer> {
    let made = |card: &'static Card| figure(card, &(card.run)(groups));
    let offer = |card: &'static Card, fits| Offer {
        card,
        fits,
        recommended: recommended(card.id, slope, groups),
    };
    let mut offers: Vec<Offer> = CARDS
        .iter()
        .map(|card| offer(card, made(card).map(|_| ())))
        .collect();
    // A simulation takes long. It fits where its closed form does and has an interval.
    for card in SIMULATED {
        let line = form_of(card.id).map(|(line, _)| line);
        let closed = CARDS.iter().find(|other| Some(other.id) == line);
        let fits = closed.map_or(Ok(()), |closed| made(closed)?.limits.map(|_| ()));
        offers.push(offer(card, fits));
    }
    offers
}
