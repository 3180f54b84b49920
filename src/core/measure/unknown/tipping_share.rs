//! What share of the unknown people would have to belong to one side for the gap to vanish.
//!
//! # Formula
//! the smallest t with gap(t) = 0, where gap(t) = (x₁ + t·u)/(n₁ + t·m) − (x₂ + (1−t)·u)/(n₂ + (1−t)·m)
//!
//! # Symbols
//! - x₁, n₁: people with the outcome and all people of the first side; x₂, n₂: of the second.
//! - u, m: people of unknown group with the outcome, and all of them. t: the share of them who belong
//!   to the first side, with and without the outcome alike; the rest belong to the second.
//!
//! # Range and the value of no inequality
//! 0 to 1. There is no value of no inequality: it says how fragile the finding is.
//!
//! # How to read it
//! 0.8 means that the gap would be gone if 80 % of the unknown belonged to the first side. No such
//! share means that the unknown, taken as a block, cannot remove the gap.
//!
//! # When it applies
//! Shares of people, with counts for both sides and for the unknown.
//!
//! # Limits
//! The unknown are shared out regardless of their outcome; an assignment by outcome could do more (see
//! the bounds).
//!
//! # Sources
//! - Yan X, Lee S, Li N. Missing data handling methods in medical device clinical trials. Journal of
//!   Biopharmaceutical Statistics 2009;19:1085–1098 (tipping point).
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::unknown::tipping_share};
//! let worse = Counts { events: 12.0, people: 100.0 };
//! let better = Counts { events: 10.0, people: 100.0 };
//! let unknown = Counts { events: 10.0, people: 50.0 };
//! let tips = tipping_share::of(worse, better, unknown)?;
//! assert!(tips.is_some_and(|share| share < 0.5));
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::bounds::{plus, share};
use crate::core::group::Counts;
use crate::core::measure::standard_error::check_share;
use crate::core::refusal::Refusal;

/// The smallest share of the unknown on the first side at which the gap is 0, or `None` where there is
/// no such share.
///
/// # Errors
/// [`Refusal::Zero`] or [`Refusal::OutOfRange`] for counts that are no shares.
pub fn of(first: Counts, second: Counts, unknown: Counts) -> Result<Option<f64>, Refusal> {
    check_share(first)?;
    check_share(second)?;
    check_share(unknown)?;
    let (x, n, y, k) = (first.events, first.people, second.events, second.people);
    let (u, m) = (unknown.events, unknown.people);
    // Over one denominator the gap is (x + t·u)(k + m − t·m) − (y + u − t·u)(n + t·m): the squares of
    // t cancel, so that it is 0 at one place at most.
    let slope = u * (k + m) - m * x + u * n - m * (y + u);
    let constant = x * (k + m) - n * (y + u);
    if slope == 0.0 {
        return Ok((constant == 0.0).then_some(0.0));
    }
    let tips = -constant / slope;
    Ok((0.0..=1.0).contains(&tips).then_some(tips))
}

/// The gap when this share of the unknown belongs to the first side and the rest to the second.
///
/// # Errors
/// As [`of`].
pub fn gap_at(first: Counts, second: Counts, unknown: Counts, t: f64) -> Result<f64, Refusal> {
    check_share(first)?;
    check_share(second)?;
    check_share(unknown)?;
    let part = |share: f64| Counts {
        events: unknown.events * share,
        people: unknown.people * share,
    };
    Ok(share(plus(first, part(t))) - share(plus(second, part(1.0 - t))))
}
