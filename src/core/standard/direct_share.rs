//! The share of a group that would have the outcome if the group had the ages of a standard population.
//!
//! # Formula
//! p = Σ wᵢ xᵢ/nᵢ / Σ wᵢ; variance v = Σ wᵢ² pᵢ(1−pᵢ)/nᵢ / (Σ wᵢ)²; limits: Wilson's for p of m = p(1−p)/v
//! people
//!
//! # Symbols
//! - xᵢ people with the outcome among nᵢ of age band i, pᵢ = xᵢ/nᵢ; wᵢ people of the standard in it.
//! - m: the number of people that, taken together, would give as sure a share.
//!
//! # Range and the value of no inequality
//! 0 to 1. It is a share, not a measure of inequality; groups are alike where theirs are equal.
//!
//! # How to read it
//! As a percentage of the standard population. Only shares brought to the same standard over the same ages
//! are comparable.
//!
//! # When it applies
//! Counts of people with and without the outcome in age bands that fit the standard; at least 10 events.
//!
//! # Limits
//! The value is that of the [directly standardised rate](super::direct). Its interval takes events as rare:
//! of 90 % it would reach above 100 %, and be three times too wide. This one stays between 0 and 100 %.
//! Refused below 10 events, as the rate is.
//!
//! # Sources
//! - Franco C, Little RJA, Louis TA, Slud EV. Comparative study of confidence intervals for proportions in
//!   complex sample surveys. Journal of Survey Statistics and Methodology 2019;7:334–364.
//!   doi:10.1093/jssam/smy019
//! - Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of the
//!   American Statistical Association 1927;22:209–212. doi:10.1080/01621459.1927.10502953
//!
//! # Example
//! ```
//! use equal_measure::core::standard::{direct::Band, direct_share::standardised};
//! use equal_measure::core::units::Level;
//! let band = |weight, people, events| Band { weight, people, events };
//! let share = standardised(&[band(60.0, 100.0, 90.0), band(40.0, 50.0, 45.0)], Level::P95)?;
//! assert!((share.value() - 0.9).abs() < 1e-12);
//! assert!(share.interval().clone()?.upper() < 1.0);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::direct::{self, Band};
use crate::core::estimate::Estimate;
use crate::core::interval;
use crate::core::number::sum;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The share brought to the standard.
///
/// # Errors
/// As [`direct::standardised`]; [`Refusal::OutOfRange`] for more events than people in a band.
pub fn standardised(bands: &[Band], level: Level) -> Result<Estimate, Refusal> {
    let value = direct::standardised(bands, level)?.value().min(1.0);
    if bands.iter().any(|band| band.events > band.people) {
        return Err(Refusal::OutOfRange {
            what: "The number with the outcome in every age band",
            range: "no more than the number of people",
        });
    }
    let all = sum::exact(bands.iter().map(|band| band.weight));
    let over_bands = |each: fn(f64) -> f64| {
        sum::exact(bands.iter().map(|band| {
            let weight = band.weight / all;
            weight * weight * each(band.events / band.people) / band.people
        }))
    };
    let variance = over_bands(|share| share * (1.0 - share));
    // Where everyone has the outcome there is no variance, and people count by their weights alone.
    let people = if variance > 0.0 {
        value * (1.0 - value) / variance
    } else {
        1.0 / over_bands(|_| 1.0)
    };
    let limits = interval::wilson(value * people, people, level)?;
    Estimate::new(
        value,
        limits.interval().clone(),
        "Wilson, at the effective number of people",
    )
}
