//! # Proportion with Wilson's interval
//!
//! The share of people with an outcome, and how far chance alone could have moved it.
//!
//! # Formula
//! p = x/n; limits = (2x + z² ∓ z √(z² + 4x(1 − p))) / (2(n + z²))
//!
//! # Symbols
//! x people with the outcome; n people; z the normal quantile of the level (1.96 at 95 %).
//!
//! # Range and the value of no inequality
//! 0 to 1. A share of one group has no value of no inequality: shares are compared.
//!
//! # How to read it
//! A share from 0 to 1. The interval stays within 0 and 1 and is honest for small n and for shares near
//! the ends, where the textbook interval is not.
//!
//! # When it applies
//! Counts of people with and without a yes-or-no outcome.
//!
//! # Limits
//! It treats people as independent. It says nothing of bias: who is missing, who was miscounted.
//!
//! # Sources
//! Wilson EB. J Am Stat Assoc 1927;22:209–12. doi:10.1080/01621459.1927.10502953. Newcombe RG. Stat Med
//! 1998;17:857–72. `doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E`
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::wilson, units::Level};
//! let share = wilson(81.0, 263.0, Level::P95)?;
//! let limits = share.interval().clone()?;
//! assert!((share.value() - 0.307_984_790_874_525).abs() < 1e-12);
//! assert!((limits.lower() - 0.2553).abs() < 5e-5 && (limits.upper() - 0.3662).abs() < 5e-5);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::check_share;
use crate::core::estimate::{Estimate, Interval};
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The share `events`/`people` with Wilson's interval. Counts need not be whole.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 ≤ `events` ≤ `people` and `people` > 0.
pub fn wilson(events: f64, people: f64, level: Level) -> Result<Estimate, Refusal> {
    check_share(events, people)?;
    let z = normal::z(level);
    let square = z * z;
    let rest = people - events;
    let half = z * (square + 4.0 * events * (rest / people)).sqrt();
    let bottom = 2.0 * (people + square);
    let share = events / people;
    // At no events (or all) the limit is exactly 0 (or 1); rounding must not move it.
    let lower = if events > 0.0 {
        (2.0 * events + square - half) / bottom
    } else {
        0.0
    };
    let upper = if rest > 0.0 {
        (2.0 * events + square + half) / bottom
    } else {
        1.0
    };
    let interval = Interval::new(lower.clamp(0.0, share), upper.clamp(share, 1.0), level);
    Estimate::new(share, interval, "Wilson")
}
