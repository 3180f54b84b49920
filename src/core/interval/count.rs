//! # Limits of a count: exact for few, Byar's for many
//!
//! The field's rule: exact limits below 10 events, Byar's from 10 on.
//!
//! # Formula
//! As [`exact_poisson`](super::exact_poisson()) when x < 10, else as [`byar`].
//!
//! # Symbols
//! x events, which need not be whole (9.999 is below 10).
//!
//! # Range and the value of no inequality
//! 0 or more events. A count has no value of no inequality.
//!
//! # How to read it
//! Limits in events. The method printed says which of the two was taken.
//!
//! # When it applies
//! Counts of independent events.
//!
//! # Limits
//! Between 9 and 10 events the method changes, by less than 1 % of the width.
//!
//! # Sources
//! Public Health England. Technical Guide: Confidence Intervals. 2018.
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::count, units::Level};
//! assert_eq!(count(9.0, Level::P95)?.method(), "exact Poisson");
//! assert_eq!(count(10.0, Level::P95)?.method(), "Byar");
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::{byar, exact_poisson};
use crate::core::estimate::{Estimate, Interval};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The count itself with its limits.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero.
pub fn count(events: f64, level: Level) -> Result<Estimate, Refusal> {
    if events < 10.0 {
        return exact_poisson(events, level);
    }
    let interval = Interval::new(
        byar::lower(events, level)?,
        byar::upper(events, level)?,
        level,
    );
    Estimate::new(events, interval, "Byar")
}
