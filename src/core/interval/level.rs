//! A confidence level as people write it.

use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The level meant by 95, or by 0.95.
///
/// ```
/// use equal_measure::core::{interval::level, units::Level};
/// assert_eq!(level::written(0.95)?, Level::P95);
/// assert_eq!(level::written(95.0)?, Level::P95);
/// assert!(level::written(50.0).is_err());
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::OutOfRange`] unless it lies from 90 % to below 100 %, the field's range: a wider miss than
/// one in ten is not published, and 100 % is no interval.
pub fn written(number: f64) -> Result<Level, Refusal> {
    let share = if number >= 90.0 {
        number / 100.0
    } else {
        number
    };
    if share < 0.9 {
        return Err(OUTSIDE);
    }
    Level::new(share).ok_or(OUTSIDE)
}

const OUTSIDE: Refusal = Refusal::OutOfRange {
    what: "The confidence level",
    range: "from 90 % to below 100 %",
};
