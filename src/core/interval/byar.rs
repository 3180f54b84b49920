//! # Byar's limits of a count
//!
//! How far chance alone could have moved a number of events, close to the exact limits and quick for
//! large counts.
//!
//! # Formula
//! lower = x (1 − 1/(9x) − z/(3√x))³; upper = (x+1) (1 − 1/(9(x+1)) + z/(3√(x+1)))³
//!
//! # Symbols
//! x events; z the normal quantile of the level.
//!
//! # Range and the value of no inequality
//! 0 or more events. A count has no value of no inequality.
//!
//! # How to read it
//! Limits in events. Divide by people for a rate, or by expected events for a ratio.
//!
//! # When it applies
//! Counts of independent events, 10 or more.
//!
//! # Limits
//! Rough below 10 events, where [`count`](super::count()) takes the exact limits; there is no lower limit of
//! no events, and a lower limit that the formula puts below zero is zero.
//!
//! # Sources
//! Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC 1987, chapter 2.
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::byar, units::Level};
//! assert!((byar::lower(45.0, Level::P95)? - 32.820_253_495_547_28).abs() < 1e-12);
//! assert!((byar::upper(45.0, Level::P95)? - 60.214_961_678_911_82).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::check_events;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The lower limit of `events`.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero; [`Refusal::Zero`] for none.
pub fn lower(events: f64, level: Level) -> Result<f64, Refusal> {
    check_events(events)?;
    if events <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of events",
        });
    }
    Ok(cube(events, -normal::z(level)).max(0.0))
}

/// The upper limit of `events`.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero.
pub fn upper(events: f64, level: Level) -> Result<f64, Refusal> {
    check_events(events)?;
    Ok(cube(events + 1.0, normal::z(level)))
}

fn cube(x: f64, z: f64) -> f64 {
    x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).powi(3)
}
