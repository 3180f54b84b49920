//! Where organisations stand in a funnel of rates: each with the people that its rate is of.

use crate::core::number::sum;
use crate::core::refusal::Refusal;

/// A rate with its events, as published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rated {
    /// Events over all the years.
    pub events: f64,
    /// The rate per person and year.
    pub rate: f64,
    /// People, where known: needed when there are no events.
    pub people: Option<f64>,
}

/// Whether rates are crude or standardised to a population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standardised {
    /// Events over people.
    Crude,
    /// Directly standardised: refused below 10 events.
    Direct,
}

/// The person-years that a rate is of: events over the rate. For a standardised rate they are what a crude
/// rate of the same size would need.
///
/// # Errors
/// [`Refusal::TooFewEvents`] for a standardised rate of no events; [`Refusal::Missing`] for a crude rate of no
/// events without people; [`Refusal::OutOfRange`] for a number below zero; [`Refusal::Zero`] for events at a
/// rate of zero.
pub fn person_years(point: &Rated, kind: Standardised) -> Result<f64, Refusal> {
    let fine = |value: f64| value >= 0.0 && value.is_finite();
    if !fine(point.events) || !fine(point.rate) {
        return Err(Refusal::OutOfRange {
            what: "Every number of events and every rate",
            range: "zero or above",
        });
    }
    if point.events > 0.0 {
        return if point.rate > 0.0 {
            Ok(point.events / point.rate)
        } else {
            Err(Refusal::Zero {
                what: "a rate of some events",
            })
        };
    }
    match (kind, point.people) {
        (Standardised::Direct, _) => Err(Refusal::TooFewEvents { need: 1, got: 0 }),
        (Standardised::Crude, Some(people)) if people > 0.0 && people.is_finite() => Ok(people),
        (Standardised::Crude, Some(_)) => Err(Refusal::OutOfRange {
            what: "The number of people",
            range: "above zero",
        }),
        (Standardised::Crude, None) => Err(Refusal::Missing {
            what: "number of people for an organisation without events",
        }),
    }
}

/// The average rate: all events over all person-years. Standardised rates of no events add none.
///
/// # Errors
/// As [`person_years`]; [`Refusal::Zero`] when there are no person-years.
pub fn average(points: &[Rated], kind: Standardised) -> Result<f64, Refusal> {
    let mut years = Vec::with_capacity(points.len());
    for point in points {
        match person_years(point, kind) {
            Ok(value) => years.push(value),
            Err(Refusal::TooFewEvents { .. }) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    let years = sum::exact(years);
    if years > 0.0 {
        Ok(sum::exact(points.iter().map(|point| point.events)) / years)
    } else {
        Err(Refusal::Zero {
            what: "the number of people",
        })
    }
}
