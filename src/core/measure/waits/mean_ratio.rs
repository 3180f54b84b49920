//! How many times as long one group has waited on average as another.
//!
//! # Formula
//! r = m₁ / m₂
//!
//! # Symbols
//! - m, s, n: mean, standard deviation and number of each group's values, in the unit of the values (weeks,
//!   days). z: 1.96 at 95 %.
//!
//! Interval: r·e^(±z·e) with e = √(s₁²/(n₁m₁²) + s₂²/(n₂m₂²)).
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means that both have waited equally long on average.
//!
//! # How to read it
//! 1.2 means that the one group has waited a fifth longer on average. The card takes the most and the
//! least disadvantaged group (without an order, the two furthest apart, or the worst and the
//! reference); above 1 is a gap against the disadvantaged.
//!
//! # In plain words
//! On average the side that fares worse has waited {number} times as long as the other.
//!
//! # When it applies
//! Waits or other numbers of each person, above zero on average in both groups.
//!
//! # Limits
//! A few very long waits move a mean much: see the difference in medians beside it. The limits are
//! approximate, and rough for fewer than some 30 values in a group.
//!
//! # Sources
//! - Friedrich JO, Adhikari NKJ, Beyene J. The ratio of means method as an alternative to mean
//!   differences for analyzing continuous outcome variables in meta-analysis. BMC Medical Research
//!   Methodology 2008;8:32. doi:10.1186/1471-2288-8-32
//!
//! # Example
//! ```
//! use equal_measure::core::{histogram::Histogram, measure::waits::mean_ratio, units::Level};
//! let (mut one, mut other) = (Histogram::default(), Histogram::default());
//! for weeks in 1..=21 {
//!     one.add_whole(2 * weeks, 1);
//!     other.add_whole(weeks, 1);
//! }
//! let ratio = mean_ratio::of(&one, &other, Level::P95)?;
//! assert!((ratio.value() - 2.0).abs() < 1e-12);
//! assert!(!ratio.interval().clone()?.contains(1.0));
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::histogram::Histogram;
use crate::core::interval::ratio_of_means::{Mean, ratio_of_means};
use crate::core::measure::two_groups::pair;
use crate::core::measure::{Basis, Measure};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| pair::of_values(groups, of))
        .named("mean-ratio", "Ratio of means")
        .relative(Unit::Ratio)
        .basis(Basis::Values)
        .text(method_text!("mean_ratio.rs"));

/// The mean of the first over that of the second.
///
/// # Errors
/// As [`Mean::of_histogram`] and [`ratio_of_means`].
pub fn of(first: &Histogram, second: &Histogram, level: Level) -> Result<Estimate, Refusal> {
    ratio_of_means(
        Mean::of_histogram(first)?,
        Mean::of_histogram(second)?,
        level,
    )
}
