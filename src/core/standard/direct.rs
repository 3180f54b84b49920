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
