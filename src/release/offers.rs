//! Which measures and studies fit the data of a section, and why the others do not.

use crate::core::answer::{self, Section as ExactSection, form_of, recommended};
use crate::core::measure::{CARDS, Card, SIMULATED};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;

use super::cell::Outcome;
use super::section::{Offer, Studied, StudyOffer};

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

/// Every study with whether it fits. `as_released` puts one under the rule that was tried only to see
/// whether it fits.
pub(super) fn of_studies(
    exact: &ExactSection,
    run: &[Studied],
    as_released: impl Fn(&answer::Studied) -> Studied,
) -> Vec<StudyOffer> {
    let fits = |considered: &answer::Considered| -> Result<(), Refusal> {
        if let Some(tried) = considered.tried.as_ref().map_err(Clone::clone)? {
            return as_released(tried).findings.map(|_| ());
        }
        let mut same = run
            .iter()
            .filter(|studied| studied.study.id == considered.study.id)
            .map(|studied| studied.findings.as_ref().map(|_| ()));
        let first = same.next().unwrap_or(Ok(()));
        // Of several second divisions, one that it can be made with is enough.
        if first.is_err() && same.any(|other| other.is_ok()) {
            return Ok(());
        }
        first.map_err(Clone::clone)
    };
    exact
        .considered
        .iter()
        .map(|considered| StudyOffer {
            study: considered.study,
            fits: fits(considered),
            recommended: considered.recommended,
        })
        .collect()
}
