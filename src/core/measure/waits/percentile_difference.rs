//! How much longer the median wait (or any other percentile) is in one group than in another.
//!
//! # Formula
//! d = m₁ − m₂
//!
//! # Symbols
//! - m₁, m₂: the median of each group, in the unit of the values (weeks, days). l, u: its limits by
//!   order statistics.
//!
//! Interval (MOVER): from d − √((m₁ − l₁)² + (u₂ − m₂)²) to d + √((u₁ − m₁)² + (m₂ − l₂)²).
//!
//! # Range and the value of no inequality
//! Any number, in the unit of the values. 0 means that the medians are the same.
//!
//! # How to read it
//! A difference of 2 weeks means that half of the one group have waited 2 weeks longer than half of
//! the other have. The card takes the most and the least disadvantaged group (without an order, the
//! two furthest apart, or the worst and the reference); bigger is a bigger gap against the
//! disadvantaged.
//!
//! # In plain words
//! The middle person of the one side has waited {size} longer than that of the other.
//!
//! # When it applies
//! Waits or other numbers of each person. Medians from bands of waits are refused: the file would
//! need each wait.
//!
//! # Limits
//! Two groups may share a median and differ in the longest waits: see the gap at every threshold.
//! Whole weeks make the figure move in steps.
//!
//! # Sources
//! - Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach.
//!   Statistics in Medicine 2008;27:1693–1702. doi:10.1002/sim.3095
//! - Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with confidence. 2nd edition. BMJ
//!   Books, 2000, chapter 5.
//!
//! # Example
//! ```
//! use equal_measure::core::{histogram::Histogram, measure::waits::percentile_difference, units::Level};
//! let (mut one, mut other) = (Histogram::default(), Histogram::default());
//! for weeks in 1..=21 {
//!     one.add_whole(weeks + 3, 1);
//!     other.add_whole(weeks, 1);
//! }
//! let gap = percentile_difference::of_medians(&one, &other, Level::P95)?;
//! assert!((gap.value() - 3.0).abs() < 1e-12);
//! assert!(gap.interval().is_ok());
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::histogram::Histogram;
use crate::core::interval::percentile;
use crate::core::measure::two_groups::{difference, pair};
use crate::core::measure::{Basis, Measure};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| pair::of_values(groups, of_medians))
        .named("median-difference", "Difference in medians")
        .basis(Basis::Values)
        .text(method_text!("percentile_difference.rs"));

const METHOD: &str = "order statistics, combined";

/// The median of the first less that of the second.
///
/// # Errors
/// [`Refusal::Missing`] without values. The interval is refused where a median has none.
pub fn of_medians(
    first: &Histogram,
    second: &Histogram,
    level: Level,
) -> Result<Estimate, Refusal> {
    difference::of_estimates(
        &percentile::median(first, level)?,
        &percentile::median(second, level)?,
        level,
        METHOD,
    )
}

/// The value that this share (0 to 1) of the first do not exceed, less that of the second.
///
/// # Errors
/// As [`of_medians`], and [`Refusal::OutOfRange`] unless 0 < `share` < 1.
pub fn of_percentiles(
    first: &Histogram,
    second: &Histogram,
    share: f64,
    level: Level,
) -> Result<Estimate, Refusal> {
    difference::of_estimates(
        &percentile::percentile(first, share, level)?,
        &percentile::percentile(second, share, level)?,
        level,
        METHOD,
    )
}

pub mod long_wait {
    //! How much longer one group's long waits are than another's: the wait that 92 of 100 people do not exceed.
    //!
    //! # Formula
    //! d = q₁ − q₂
    //!
    //! # Symbols
    //! - q₁, q₂: the 92nd percentile of each group, in the unit of the values (weeks, days): the shortest wait
    //!   that at least 92 % of the group do not exceed. l, u: its limits by order statistics.
    //!
    //! Interval (MOVER): from d − √((q₁ − l₁)² + (u₂ − q₂)²) to d + √((u₁ − q₁)² + (q₂ − l₂)²).
    //!
    //! # Range and the value of no inequality
    //! Any number, in the unit of the values. 0 means that the 92nd percentiles are the same.
    //!
    //! # How to read it
    //! A difference of 6 weeks means that the 8 in 100 who wait longest begin 6 weeks later in the one group
    //! than in the other. The standard for planned care asks 92 % to be treated within 18 weeks, so that this
    //! percentile is the wait it holds against 18. The card takes the same two groups as the difference in
    //! medians; bigger is a bigger gap against the disadvantaged.
    //!
    //! # In plain words
    //! The 8 in 100 people who wait longest begin {size} {later} on the side that fares worse than on the
    //! other.
    //!
    //! # When it applies
    //! Waits or other numbers of each person. Percentiles from bands of waits are refused: the file would
    //! need each wait.
    //!
    //! # Limits
    //! Few people stand behind the longest waits, so that the interval is wider than that of the medians; below
    //! some 45 people in a group there is none at 95 %. Whole weeks make the figure move in steps.
    //!
    //! # Sources
    //! - Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach.
    //!   Statistics in Medicine 2008;27:1693–1702. doi:10.1002/sim.3095
    //! - Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with confidence. 2nd edition. BMJ
    //!   Books, 2000, chapter 5.
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::{histogram::Histogram, measure::waits::percentile_difference::long_wait, units::Level};
    //! let (mut one, mut other) = (Histogram::default(), Histogram::default());
    //! for weeks in 1..=100 {
    //!     one.add_whole(weeks + 5, 1);
    //!     other.add_whole(weeks, 1);
    //! }
    //! let gap = long_wait::of(&one, &other, Level::P95)?;
    //! assert!((gap.value() - 5.0).abs() < 1e-12);
    //! assert!(gap.interval().is_ok());
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Basis, Estimate, Histogram, Level, Measure, Refusal, method_text, of_percentiles, pair,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        Measure::of_two(|groups| pair::of_values(groups, of))
            .named("long-wait-difference", "Difference in 92nd percentiles")
            .basis(Basis::Values)
            .text(method_text!(
                "percentile_difference.rs",
                "pub mod long_wait {"
            ));

    /// The share of people whose wait the percentile is not below.
    const SHARE: f64 = 0.92;

    /// The 92nd percentile of the first less that of the second.
    ///
    /// # Errors
    /// [`Refusal::Missing`] without values. The interval is refused where a percentile has none.
    pub fn of(first: &Histogram, second: &Histogram, level: Level) -> Result<Estimate, Refusal> {
        of_percentiles(first, second, SHARE, level)
    }
}
