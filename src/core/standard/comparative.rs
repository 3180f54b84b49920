//! # Comparative mortality figure
//!
//! How many events the reference population would have at the group's rates, for each one that it had.
//!
//! # Formula
//! figure = Σ Nᵢ xᵢ/nᵢ / Σ Xᵢ: the directly standardised rate with the reference as its own standard, over the
//! reference's crude rate. The interval is the direct rate's, divided likewise.
//!
//! # Symbols
//! xᵢ, nᵢ events and people of the group in band i; Xᵢ, Nᵢ those of the reference.
//!
//! # Range and the value of no inequality
//! 0 or more, without a unit. 1 means as many events as the reference population had.
//!
//! # How to read it
//! 1 means as many as the reference had. Unlike the indirect ratio, two groups' figures may be compared with
//! each other, since both are weighed by the same ages.
//!
//! # When it applies
//! Events and people by age band in the group and in the reference population.
//!
//! # Limits
//! Refused below 10 events of the group, and where a band of the group has no people. The reference's own
//! chance error is not counted.
//!
//! # Sources
//! Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC 1987, chapter 2.
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::comparative::{Compared, figure}, units::Level};
//! let band = |events, people, of_events, of_people| Compared {
//!     events, people, reference_events: of_events, reference_people: of_people,
//! };
//! let bands = [band(10.0, 100.0, 100.0, 2000.0), band(20.0, 100.0, 100.0, 1000.0)];
//! assert!((figure(&bands, Level::P95)?.value() - 2.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::direct::{Band, standardised};
use crate::core::estimate::Estimate;
use crate::core::number::sum;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// One band of age: events and people of the group and of the reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// Events of the group.
    pub events: f64,
    /// People of the group.
    pub people: f64,
    /// Events of the reference.
    pub reference_events: f64,
    /// People of the reference.
    pub reference_people: f64,
}

/// The comparative mortality figure.
///
/// # Errors
/// As [`standardised`]; [`Refusal::Zero`] when the reference had no events.
pub fn figure(bands: &[Compared], level: Level) -> Result<Estimate, Refusal> {
    let direct: Vec<Band> = bands
        .iter()
        .map(|band| Band {
            weight: band.reference_people,
            people: band.people,
            events: band.events,
        })
        .collect();
    let rate = standardised(&direct, level)?;
    let events = sum::exact(bands.iter().map(|band| band.reference_events));
    let people = sum::exact(bands.iter().map(|band| band.reference_people));
    if events.is_nan() || events <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of events of the reference population",
        });
    }
    rate.map(|rate| rate * (people / events))
}
