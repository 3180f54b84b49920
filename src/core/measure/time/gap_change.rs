//! By how much a gap has widened or narrowed between two periods.
//!
//! # Formula
//! c = g₂ − g₁ for a difference; c = g₂ / g₁ for a ratio
//!
//! # Symbols
//! - g₁, g₂: the gap in the earlier and the later period, each with its limits l, u.
//!
//! Interval (MOVER): from c − √((g₂ − l₂)² + (u₁ − g₁)²) to c + √((u₂ − g₂)² + (g₁ − l₁)²); for a
//! ratio the same on logarithms.
//!
//! # Range and the value of no inequality
//! In the unit of the gap; 0 means no change. A ratio of ratios: above 0, 1 means no change.
//!
//! # How to read it
//! −1.5 points: the gap is 1.5 points smaller than it was. An interval that holds 0 means that the
//! data do not say whether it moved.
//!
//! # When it applies
//! The same gap in two periods, with intervals.
//!
//! # Limits
//! It takes the periods to be independent; where the same people are counted twice the interval is
//! too wide. Two overlapping intervals of the gaps themselves do not mean "no change".
//!
//! # Sources
//! - Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach.
//!   Statistics in Medicine 2008;27:1693–1702. doi:10.1002/sim.3095
//! - Altman DG, Bland JM. Interaction revisited: the difference between two estimates. BMJ
//!   2003;326:219. doi:10.1136/bmj.326.7382.219
//!
//! # Example
//! ```
//! use equal_measure::core::estimate::{Estimate, Interval};
//! use equal_measure::core::{measure::time::gap_change, units::Level};
//! let before = Estimate::new(5.0, Interval::new(2.0, 8.0, Level::P95), "given")?;
//! let now = Estimate::new(3.0, Interval::new(-1.0, 7.0, Level::P95), "given")?;
//! let change = gap_change::of_differences(&before, &now, Level::P95)?;
//! assert!((change.value() + 2.0).abs() < 1e-12);
//! assert!((change.interval().clone()?.lower() + 7.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::measure::two_groups::difference;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The later gap less the earlier one.
///
/// # Errors
/// [`Refusal::Undefined`] when the change is not finite. The interval is refused where a gap has none.
pub fn of_differences(
    earlier: &Estimate,
    later: &Estimate,
    level: Level,
) -> Result<Estimate, Refusal> {
    difference::of_estimates(later, earlier, level, "limits combined")
}

/// The later ratio over the earlier one.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless both ratios are above 0. The interval is refused where a ratio has none
/// or a limit is 0.
pub fn of_ratios(earlier: &Estimate, later: &Estimate, level: Level) -> Result<Estimate, Refusal> {
    if earlier.value() <= 0.0 || later.value() <= 0.0 {
        return Err(Refusal::OutOfRange {
            what: "Both ratios",
            range: "above 0",
        });
    }
    let logarithm = |ratio: &Estimate| ratio.clone().map(f64::ln);
    let (earlier, later) = (logarithm(earlier)?, logarithm(later)?);
    difference::of_estimates(&later, &earlier, level, "limits combined, on logarithms")?
        .map(f64::exp)
}
