//! # Indirectly standardised ratio and rate
//!
//! How many events a group had for each one that it would have had at the reference population's rates, age
//! by age.
//!
//! # Formula
//! E = Σ nᵢ Xᵢ/Nᵢ; ratio = O/E; rate = O/E × ΣX/ΣN; limits = limits of the count O (exact below 10, else
//! Byar's), divided likewise
//!
//! # Symbols
//! O events of the group; nᵢ its people in band i; Xᵢ, Nᵢ events and people of the reference; E expected
//! events.
//!
//! # Range and the value of no inequality
//! 0 or more, without a unit. 1 means as many events as at the reference population's rates.
//!
//! # How to read it
//! 1 means as many as expected, 1.2 a fifth more. It needs only the group's total of events, and holds for
//! few events where the direct rate does not.
//!
//! # When it applies
//! People by age band and the total of events in each group, with a reference population's events and
//! people by the same bands.
//!
//! # Limits
//! Each group is weighed by its own ages: two groups' ratios are comparable with the reference, not strictly
//! with each other. In a band where the reference population has nobody, no event is expected.
//!
//! # Sources
//! Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC 1987, chapter 2. Garwood F.
//! Biometrika 1936;28:437–42. doi:10.1093/biomet/28.3-4.437
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::indirect::{self, Reference}, units::Level};
//! let band = |people, events, of| Reference { people, reference_events: events, reference_people: of };
//! let bands = [band(1000.0, 10.0, 1000.0), band(500.0, 40.0, 1000.0)];
//! assert!((indirect::expected(&bands)? - 30.0).abs() < 1e-12);
//! assert!((indirect::ratio(36.0, &bands, Level::P95)?.value() - 1.2).abs() < 1e-15);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::interval::count;
use crate::core::number::sum;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// One band of age: the group's people, and the reference's events and people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    /// People of the group.
    pub people: f64,
    /// Events of the reference population.
    pub reference_events: f64,
    /// People of the reference population.
    pub reference_people: f64,
}

/// The events that the group would have at the reference's rates. In a band where the reference has
/// nobody, there is no rate and no event is expected.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a number below zero; [`Refusal::Missing`] without bands.
pub fn expected(bands: &[Reference]) -> Result<f64, Refusal> {
    if bands.is_empty() {
        return Err(Refusal::Missing { what: "age bands" });
    }
    let fine = |value: f64| value >= 0.0 && value.is_finite();
    for band in bands {
        if ![band.people, band.reference_events, band.reference_people]
            .into_iter()
            .all(fine)
        {
            return Err(Refusal::OutOfRange {
                what: "The people and events in every age band",
                range: "zero or above",
            });
        }
    }
    let of_band = |band: &Reference| {
        if band.reference_people > 0.0 {
            band.people * (band.reference_events / band.reference_people)
        } else {
            0.0
        }
    };
    Ok(sum::exact(bands.iter().map(of_band)))
}

/// Observed over expected events.
///
/// # Errors
/// As [`expected`]; [`Refusal::OutOfRange`] for events below zero; [`Refusal::Zero`] when none are expected.
pub fn ratio(observed: f64, bands: &[Reference], level: Level) -> Result<Estimate, Refusal> {
    ratio_to(observed, expected(bands)?, level)
}

/// Observed events over a number expected.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero; [`Refusal::Zero`] unless `expected` is above zero.
pub fn ratio_to(observed: f64, expected: f64, level: Level) -> Result<Estimate, Refusal> {
    if expected.is_nan() || expected <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of events expected",
        });
    }
    count(observed, level)?.map(|events| events / expected)
}

/// The ratio times the reference's crude rate: events per person.
///
/// # Errors
/// As [`ratio`].
pub fn rate(observed: f64, bands: &[Reference], level: Level) -> Result<Estimate, Refusal> {
    let ratio = ratio(observed, bands, level)?;
    let crude = reference_rate(bands)?;
    ratio.map(|ratio| ratio * crude)
}

/// The reference's crude rate: events per person.
///
/// # Errors
/// As [`expected`]; [`Refusal::Zero`] when the reference has nobody in any band.
pub fn reference_rate(bands: &[Reference]) -> Result<f64, Refusal> {
    expected(bands)?;
    let events = sum::exact(bands.iter().map(|band| band.reference_events));
    let people = sum::exact(bands.iter().map(|band| band.reference_people));
    if people <= 0.0 {
        return Err(Refusal::Zero {
            what: "the reference population",
        });
    }
    Ok(events / people)
}
