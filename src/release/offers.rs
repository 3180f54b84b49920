//! Which measures fit the data of a section, and why the others do not.

use crate::core::answer::{self, Section as ExactSection, form_of, recommended};
use crate::core::measure::{CARDS, Card, SIMULATED};
use crate::core::plan::Slope;

use super::cell::Outcome;
use super::section::Offer;

/// Every measure with whether it fits. `figure` gives a measure's figure under the rule: what does not
/// fit is told as the rule lets the figure itself be refused, never from exact counts. A measure that the
/// rule hides fits.
pub(super) fn of_section(
    exact: &ExactSection,
    slope: Slope,
    figure: impl Fn(&answer::Measured) -> Outcome,
) -> Vec<Offer> {
    let groups = &exact.measured_on;
    let made = |card: &'static Card| {
        let of_plan = exact.measures.iter();
        let found = of_plan.clone().find(|measured| measured.card.id == card.id);
        let measured = found.cloned().unwrap_or_else(|| answer::Measured {
            card,
            result: (card.run)(groups),
        });
        figure(&measured)
    };
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
