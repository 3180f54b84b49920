//! # Directly standardised rate
//!
//! The rate that a group would have if it had the ages of a standard population, so that groups of
//! different ages can be compared.
//!
//! # Formula
//! value = Σ wᵢ xᵢ/nᵢ / Σ wᵢ
//!
//! variance = Σ wᵢ² xᵢ/nᵢ² / (Σ wᵢ)²; limits = value + √(variance/O) · (limits of O by Byar − O)
//!
//! Where one person may have several events, the variance is Σ f² variance of the people with f events.
//!
//! # Symbols
//! xᵢ events and nᵢ people of age band i; wᵢ people of the standard in it; O = Σ xᵢ.
//!
//! # Range and the value of no inequality
//! 0 or more, per person of the standard. One group's rate has no value of no inequality: groups are
//! compared.
//!
//! # How to read it
//! Per one person of the standard population; shown per 100,000. Only rates brought to the same standard
//! over the same ages are comparable.
//!
//! # When it applies
//! Events and people by age band in each group, 10 events or more, and a standard population for the same
//! ages.
//!
//! # Limits
//! Refused below 10 events. A hidden or missing count is not zero: the rate is refused. Every band needs
//! people.
//!
//! # Sources
//! Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Stat Med 1991;10:457–62. doi:10.1002/sim.4780100317.
//! Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC 1987, chapter 2.
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::direct::{Band, standardised}, units::Level};
//! let band = |weight, people, events| Band { weight, people, events };
//! let rate = standardised(&[band(60.0, 1000.0, 10.0), band(40.0, 500.0, 20.0)], Level::P95)?;
//! assert!((rate.value() - 0.022).abs() < 1e-15);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::{Estimate, Interval};
use crate::core::interval::byar;
use crate::core::number::sum;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The fewest events that a standardised rate is made from.
pub const FEWEST_EVENTS: u64 = 10;

/// One band of age (or of age and sex).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// People of the standard population in it.
    pub weight: f64,
    /// People (or person-years) of the group in it.
    pub people: f64,
    /// Events among them.
    pub events: f64,
}

/// One band of age where people may have several events.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeated {
    /// People of the standard population in it.
    pub weight: f64,
    /// People (or person-years) of the group in it.
    pub people: f64,
    /// How many people had how many events: (events each, people).
    pub persons: Vec<(f64, f64)>,
}

/// People of one band of age who had so many events each: a row of a table of repeated events.
#[derive(Clone, Debug, PartialEq)]
pub struct Persons {
    /// The band's name.
    pub band: String,
    /// People of the standard population in the band.
    pub weight: f64,
    /// People (or person-years) of the group in the band.
    pub people: f64,
    /// Events of each of these persons.
    pub events_each: f64,
    /// How many persons.
    pub persons: f64,
}

/// Rows of a table of repeated events, gathered by band.
///
/// # Errors
/// [`Refusal::Mismatch`] when the rows of one band differ in its people or weight.
pub fn gather(rows: &[Persons]) -> Result<Vec<Repeated>, Refusal> {
    let mut bands: Vec<(&str, Repeated)> = Vec::new();
    let same = |one: f64, other: f64| one.total_cmp(&other).is_eq();
    for row in rows {
        let persons = (row.events_each, row.persons);
        match bands.iter_mut().find(|(name, _)| *name == row.band) {
            Some((_, band)) if same(band.weight, row.weight) && same(band.people, row.people) => {
                band.persons.push(persons);
            }
            Some(_) => {
                return Err(Refusal::Mismatch {
                    what: "the rows of one age band give it different numbers of people",
                });
            }
            None => bands.push((
                &row.band,
                Repeated {
                    weight: row.weight,
                    people: row.people,
                    persons: vec![persons],
                },
            )),
        }
    }
    Ok(bands.into_iter().map(|(_, band)| band).collect())
}

/// The rate brought to the standard, when each event is another person's.
///
/// # Errors
/// [`Refusal::OutOfRange`] for people not above zero, or events or weights below zero;
/// [`Refusal::TooFewEvents`] below 10 events; [`Refusal::Missing`] without bands;
/// [`Refusal::Zero`] when no band has weight.
pub fn standardised(bands: &[Band], level: Level) -> Result<Estimate, Refusal> {
    bands.iter().try_for_each(check)?;
    finish(bands, variance(bands), level, "Dobson–Byar")
}

/// The rate brought to the standard, when people may have several events.
///
/// # Errors
/// As [`standardised`].
pub fn standardised_repeated(bands: &[Repeated], level: Level) -> Result<Estimate, Refusal> {
    let mut times: Vec<f64> = Vec::new();
    let mut totals = Vec::with_capacity(bands.len());
    for band in bands {
        for &(events_each, persons) in &band.persons {
            if !(events_each >= 0.0 && persons >= 0.0) {
                return Err(Refusal::OutOfRange {
                    what: "The events of a person, and the people with so many",
                    range: "zero or above",
                });
            }
            if !times
                .iter()
                .any(|known| known.total_cmp(&events_each).is_eq())
            {
                times.push(events_each);
            }
        }
        let total = Band {
            weight: band.weight,
            people: band.people,
            events: sum::exact(band.persons.iter().map(|(each, persons)| each * persons)),
        };
        check(&total)?;
        totals.push(total);
    }
    let of_frequency = |each: f64| {
        let with: Vec<Band> = bands
            .iter()
            .map(|band| Band {
                weight: band.weight,
                people: band.people,
                events: band
                    .persons
                    .iter()
                    .filter(|(other, _)| other.total_cmp(&each).is_eq())
                    .map(|(_, persons)| persons)
                    .sum(),
            })
            .collect();
        each * each * variance(&with)
    };
    let variance = sum::exact(times.iter().map(|each| of_frequency(*each)));
    finish(
        &totals,
        variance,
        level,
        "Dobson–Byar, several events per person",
    )
}

fn check(band: &Band) -> Result<(), Refusal> {
    if !(band.people > 0.0 && band.people.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The number of people in every age band",
            range: "above zero",
        });
    }
    let fine = |value: f64| value >= 0.0 && value.is_finite();
    if fine(band.events) && fine(band.weight) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The events and the standard's people in every age band",
            range: "zero or above",
        })
    }
}

/// Σ w² x/n² / (Σ w)².
fn variance(bands: &[Band]) -> f64 {
    let total = sum::exact(bands.iter().map(|band| band.weight));
    sum::exact(
        bands
            .iter()
            .map(|band| (band.weight / band.people / total).powi(2) * band.events),
    )
}

fn finish(
    bands: &[Band],
    variance: f64,
    level: Level,
    method: &'static str,
) -> Result<Estimate, Refusal> {
    if bands.is_empty() {
        return Err(Refusal::Missing { what: "age bands" });
    }
    let weight = sum::exact(bands.iter().map(|band| band.weight));
    if weight <= 0.0 {
        return Err(Refusal::Zero {
            what: "the standard population",
        });
    }
    let events = sum::exact(bands.iter().map(|band| band.events));
    if events < FEWEST_EVENTS as f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 ≤ events < 10"
        )]
        return Err(Refusal::TooFewEvents {
            need: FEWEST_EVENTS,
            got: events as u64,
        });
    }
    let rate = |band: &Band| band.weight * (band.events / band.people);
    let value = sum::exact(bands.iter().map(rate)) / weight;
    let one = (variance / events).sqrt();
    let lower = value + one * (byar::lower(events, level)? - events);
    let upper = value + one * (byar::upper(events, level)? - events);
    Estimate::new(value, Interval::new(lower, upper, level), method)
}
