//! # Mean with Student's interval
//!
//! The average of a number measured on each person, and how far chance alone could have moved it.
//!
//! # Formula
//! m = Σx/n; limits = m ∓ t s/√n with s² = Σ(x−m)²/(n−1)
//!
//! # Symbols
//! x values; n their number; s their standard deviation; t the quantile with n−1 degrees of freedom.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of the values. A mean of one group has no value of no inequality.
//!
//! # How to read it
//! In the unit of the values.
//!
//! # When it applies
//! A number of each person: a wait, a score, a length of stay.
//!
//! # Limits
//! One value has no interval. With strong skew (waits) and few people the interval is rough, and a few
//! very long waits carry the mean: show the median beside it.
//!
//! # Sources
//! Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with Confidence, 2nd ed., 2000, chapter 4.
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::mean, units::Level};
//! let waits = mean::of_values(&[4.0, 6.0, 8.0], Level::P95)?;
//! let limits = waits.interval().clone()?;
//! assert!((waits.value() - 6.0).abs() < 1e-15);
//! assert!((limits.lower() - 1.031_724_6).abs() < 1e-6 && (limits.upper() - 10.968_275_4).abs() < 1e-6);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ratio_of_means::Mean;
use crate::core::estimate::{Estimate, Interval};
use crate::core::histogram::Histogram;
use crate::core::number::{sample, student};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The mean of `values`.
///
/// # Errors
/// [`Refusal::Missing`] without values.
pub fn of_values(values: &[f64], level: Level) -> Result<Estimate, Refusal> {
    let spread = sample::variance(values).map(f64::sqrt);
    of_moments(values.len() as f64, sample::mean(values)?, spread, level)
}

/// The mean of the values counted in `values`.
///
/// # Errors
/// [`Refusal::Missing`] without values.
pub fn of_histogram(values: &Histogram, level: Level) -> Result<Estimate, Refusal> {
    let none = if values.is_banded() {
        Refusal::Undefined {
            why: "some values lie in the band above the last threshold, which has no end",
        }
    } else {
        Refusal::Missing { what: "values" }
    };
    let mean = values.mean().ok_or(none)?;
    let spread = Mean::of_histogram(values).map(|group| group.deviation);
    let estimate = of_moments(values.count() as f64, mean, spread, level)?;
    let Some((least, most)) = values.mean_range().filter(|_| values.is_banded()) else {
        return Ok(estimate);
    };
    let interval = estimate.interval().clone().and_then(|interval| {
        let (lower, upper) = (
            interval.lower() - (mean - least),
            interval.upper() + (most - mean),
        );
        Interval::new(lower, upper, level)
    });
    Estimate::new(
        mean,
        interval,
        "Student's t, with the range that the bands leave",
    )
}

/// A mean of `many` values whose standard deviation is `spread`.
///
/// # Errors
/// [`Refusal::OutOfRange`] when `many` is not above zero; [`Refusal::Undefined`] when the mean is not
/// finite.
pub fn of_moments(
    many: f64,
    mean: f64,
    spread: Result<f64, Refusal>,
    level: Level,
) -> Result<Estimate, Refusal> {
    super::check_people(many)?;
    let interval = spread.and_then(|spread| {
        let t = -student::quantile((1.0 - level.proportion()) / 2.0, many - 1.0)?;
        let half = t * spread / many.sqrt();
        Interval::new(mean - half, mean + half, level)
    });
    Estimate::new(mean, interval, "Student's t")
}
