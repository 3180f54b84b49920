//! How often chance alone would set two groups at least as far apart as they are.
//!
//! # Formula
//! z = (p₁ − p₂)/√(p(1−p)(1/n₁ + 1/n₂))
//!
//! # Symbols
//! - p₁, p₂: the shares; n₁, n₂: the people; p: the share of both together.
//!
//! # Range and the value of no inequality
//! p-values 0 to 1. There is no value of no inequality: a large p-value is not "no gap".
//!
//! # How to read it
//! Read the difference and its interval first. With many people even a trifling gap has a tiny
//! p-value.
//!
//! # When it applies
//! Counts of two groups.
//!
//! # Limits
//! It says nothing of the size of the gap. Where few people with or without the outcome are expected in a
//! group, the normal distribution describes chance badly.
//!
//! # Sources
//! - Cochran WG. Some methods for strengthening the common χ² tests. Biometrics 1954;10:417–451.
//!   doi:10.2307/3001616
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::difference_test};
//! let a = Counts { events: 30.0, people: 50.0 };
//! let b = Counts { events: 20.0, people: 50.0 };
//! let (z, p) = difference_test::pooled(a, b)?;
//! assert!((z - 2.0).abs() < 1e-12 && (p - 0.0455).abs() < 1e-4);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::group::Counts;
use crate::core::measure::standard_error::check_share;
use crate::core::number::normal;
use crate::core::refusal::Refusal;

/// The pooled z of two shares, first less second, and its two-sided p-value.
///
/// # Errors
/// [`Refusal::Zero`] when nobody or everybody has the outcome; [`Refusal::OutOfRange`] for counts that
/// are no shares.
pub fn pooled(first: Counts, second: Counts) -> Result<(f64, f64), Refusal> {
    check_share(first)?;
    check_share(second)?;
    let share = (first.events + second.events) / (first.people + second.people);
    let variance = share * (1.0 - share) * (1.0 / first.people + 1.0 / second.people);
    if variance <= 0.0 {
        return Err(Refusal::Zero {
            what: "the variation among people",
        });
    }
    let z = (first.events / first.people - second.events / second.people) / variance.sqrt();
    Ok((z, normal::two_sided(z)))
}
