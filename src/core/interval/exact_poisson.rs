//! # Exact limits of a count
//!
//! How far chance alone could have moved a number of events, with limits that never hold the truth less
//! often than their level says.
//!
//! # Formula
//! lower = χ²(α/2; 2x)/2; upper = χ²(1−α/2; 2x+2)/2, the means at which x or more, and x or fewer, have
//! probability α/2
//!
//! # Symbols
//! x events; α one less the level; χ²(p; d) the quantile with d degrees of freedom.
//!
//! # Range and the value of no inequality
//! 0 or more events; without an upper end. A count has no value of no inequality.
//!
//! # How to read it
//! Limits in events. Divide by people for a rate, or by expected events for a ratio.
//!
//! # When it applies
//! Counts of independent events, few ones above all.
//!
//! # Limits
//! Cautious for few events. It treats events as independent: repeated events of one person are not.
//!
//! # Sources
//! Garwood F. Biometrika 1936;28:437–42. doi:10.1093/biomet/28.3-4.437
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::exact_poisson, units::Level};
//! let limits = exact_poisson(2.0, Level::P95)?.interval().clone()?;
//! assert!((limits.lower() - 0.242_209_278_543_965).abs() < 1e-14);
//! assert!((limits.upper() - 7.224_687_667_723_958).abs() < 1e-13);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::check_events;
use crate::core::estimate::{Estimate, Interval};
use crate::core::number::poisson;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The count itself with its exact limits.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero.
pub fn exact_poisson(events: f64, level: Level) -> Result<Estimate, Refusal> {
    check_events(events)?;
    let tail = (1.0 - level.proportion()) / 2.0;
    let lower = poisson::lower_limit(events, tail);
    let upper = poisson::upper_limit(events, tail);
    let interval =
        lower.and_then(|lower| upper.and_then(|upper| Interval::new(lower, upper, level)));
    Estimate::new(events, interval, "exact Poisson")
}
