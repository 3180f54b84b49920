//! # Median and percentiles
//!
//! The wait that half the people (or nine in ten, …) do not exceed, and how far chance alone could have
//! moved it, whatever the shape of the waits.
//!
//! # Formula
//! The limits are two of the values in rising order, x₍ₗ₎ and x₍ᵤ₎: l the largest place with
//! P(X < l) ≤ α/2 and u the smallest with P(X < u) ≥ 1 − α/2, where X is binomial of n people and share q.
//!
//! # Symbols
//! n values; q the share below (0.5 for the median); α one less the level.
//!
//! # Range and the value of no inequality
//! Within the values seen, in their unit. A median of one group has no value of no inequality.
//!
//! # How to read it
//! In the unit of the values. The true level is at least the stated one.
//!
//! # When it applies
//! A number of each person. Bands of waits do not give it.
//!
//! # Limits
//! Few values (five or fewer for a median at 95 %) allow no interval, and percentiles near the ends need
//! many. The median of an even number is the middle of the two middle values; other percentiles are the
//! smallest value that the share does not exceed.
//!
//! # Sources
//! Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with Confidence, 2nd ed., 2000, chapter 5.
//! Conover WJ. Practical Nonparametric Statistics, 3rd ed., 1999, section 3.2.
//!
//! # Example
//! ```
//! use equal_measure::core::{histogram::Histogram, interval::percentile, units::Level};
//! let mut waits = Histogram::default();
//! for weeks in 1..=10 {
//!     waits.add_whole(weeks, 1);
//! }
//! let median = percentile::median(&waits, Level::P95)?;
//! let limits = median.interval().clone()?;
//! assert!((median.value() - 5.5).abs() < 1e-12);
//! assert!((limits.lower() - 2.0).abs() < 1e-12 && (limits.upper() - 9.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::{Estimate, Interval};
use crate::core::histogram::Histogram;
use crate::core::number::{binomial, normal};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The median of the values counted in `values`.
///
/// # Errors
/// [`Refusal::Missing`] without values.
pub fn median(values: &Histogram, level: Level) -> Result<Estimate, Refusal> {
    let value = values.median().ok_or_else(|| missing(values))?;
    Estimate::new(value, limits(values, 0.5, level), method(values))
}

/// The smallest value that at least the share `share` of the values do not exceed.
///
/// # Errors
/// [`Refusal::Missing`] without values; [`Refusal::OutOfRange`] unless 0 < `share` < 1.
pub fn percentile(values: &Histogram, share: f64, level: Level) -> Result<Estimate, Refusal> {
    if !(share > 0.0 && share < 1.0) {
        return Err(Refusal::OutOfRange {
            what: "The share of a percentile",
            range: "between 0 and 1",
        });
    }
    let value = values.percentile(share).ok_or_else(|| missing(values))?;
    Estimate::new(value, limits(values, share, level), method(values))
}

fn missing(values: &Histogram) -> Refusal {
    if values.is_banded() {
        return Refusal::Undefined {
            why: "it lies in the band above the last threshold, which has no end",
        };
    }
    Refusal::Missing { what: "values" }
}

fn method(values: &Histogram) -> &'static str {
    if values.is_banded() {
        "order statistics of bands"
    } else {
        "order statistics"
    }
}

fn limits(values: &Histogram, share: f64, level: Level) -> Result<Interval, Refusal> {
    let many = values.count();
    let tail = (1.0 - level.proportion()) / 2.0;
    let lower = places_within(many, share, tail)?;
    let upper = places_within(many, 1.0 - share, tail)?;
    let few = Refusal::NoInterval {
        why: "there are too few values for an interval at this level",
    };
    let lower = lower.checked_sub(1).and_then(|place| values.at_rank(place));
    let upper = upper
        .checked_sub(1)
        .and_then(|place| values.at_rank(many - 1 - place));
    match (lower, upper) {
        // Within a band, a value may lie anywhere.
        (Some(lower), Some(upper)) => {
            Interval::new(values.at_least(lower), values.at_most(upper), level)
        }
        _ => Err(few),
    }
}

/// The largest place l, counted from 1, with P(X < l) ≤ `tail`; 0 when there is none.
fn places_within(many: u64, share: f64, tail: f64) -> Result<u64, Refusal> {
    let n = many as f64;
    let fits = |place: u64| -> Result<bool, Refusal> {
        Ok(place == 0 || binomial::at_most(place as f64 - 1.0, n, share)? <= tail)
    };
    let guess = n * share + normal::quantile(tail)? * (n * share * (1.0 - share)).sqrt();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0 ≤ guess ≤ n"
    )]
    let mut place = guess.clamp(0.0, n) as u64;
    while !fits(place)? {
        place -= 1;
    }
    while place < many && fits(place + 1)? {
        place += 1;
    }
    Ok(place)
}
