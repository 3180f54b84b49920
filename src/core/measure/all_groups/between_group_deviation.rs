//! How far the groups typically lie from the average, in the unit of the value.
//!
//! # Formula
//! σ = √V, with V the between-group variance
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: σ ± z·e/(2σ), with e the standard error of V.
//!
//! # Range and the value of no inequality
//! 0 or more, in the unit of a difference of values. 0 means that all groups have the average.
//!
//! # How to read it
//! 5 percentage points means that a typical person is in a group whose value lies about 5 points
//! from the average.
//!
//! # In plain words
//! A typical person is in a group whose figure lies about {size} from the average.
//!
//! # When it applies
//! Three groups or more with known sizes, ordered or not.
//!
//! # Limits
//! It does not say which group is worse off, and treats being above and below the average alike.
//! Chance alone makes it greater than 0, the more so with many small groups. The interval is
//! refused when the groups are equal.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
//!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
//!   doi:10.1200/CCI.18.00031
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::between_group_deviation, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((between_group_deviation::of(&three, Level::P95)?.value() - 50.0_f64.sqrt()).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::between_group_variance;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::{not_below_zero, wald};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(
    "between-group-deviation",
    "Between-group standard deviation",
    run,
)
.recommended("how far groups lie from the average")
.text(lesson!("between_group_deviation.rs"));

/// The standard deviation of the groups' values about the average of all people.
pub fn value(sample: &Sample) -> f64 {
    between_group_variance::value(sample).sqrt()
}

/// The standard deviation with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let value = value(sample);
    let error = between_group_variance::standard_error(sample).and_then(|error| {
        if value > 0.0 {
            Ok(error / (2.0 * value))
        } else {
            Err(Refusal::AllEqual)
        }
    });
    wald(value, error, level, "delta method")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    not_below_zero(&of(&Sample::of_groups(groups, 3)?, groups.level)?)
}
