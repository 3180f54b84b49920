//! # Crude rate
//!
//! Events for each person or person-year, and how far chance alone could have moved the rate.
//!
//! # Formula
//! rate = x/n; limits = limits of the count x (exact below 10, else Byar's), over n
//!
//! # Symbols
//! x events; n people or person-years.
//!
//! # Range and the value of no inequality
//! 0 or more, per person or person-year. A rate of one group has no value of no inequality.
//!
//! # How to read it
//! Per one person; shown per 100,000 or as the unit says. One person may have several events.
//!
//! # When it applies
//! Counts of events with the people, or person-years, they are out of.
//!
//! # Limits
//! Groups of different ages are not comparable by crude rates; see the directly standardised rate.
//!
//! # Sources
//! Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC 1987, chapter 2. Garwood F.
//! Biometrika 1936;28:437–42. doi:10.1093/biomet/28.3-4.437
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::rate, units::Level};
//! let deaths = rate(65.0, 100_000.0, Level::P95)?.map(|rate| rate * 100_000.0)?;
//! let limits = deaths.interval().clone()?;
//! assert!((deaths.value() - 65.0).abs() < 1e-9);
//! assert!((limits.lower() - 50.16).abs() < 0.01 && (limits.upper() - 82.85).abs() < 0.01);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::{check_people, count};
use crate::core::estimate::Estimate;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// `events` for each of `people`, with the limits of the count.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero or people not above zero.
pub fn rate(events: f64, people: f64, level: Level) -> Result<Estimate, Refusal> {
    check_people(people)?;
    count(events, level)?.map(|events| events / people)
}
