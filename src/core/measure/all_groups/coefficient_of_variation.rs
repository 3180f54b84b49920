//! How far the groups typically lie from the average, as a percentage of the average.
//!
//! # Formula
//! C = σ / μ, with σ the between-group standard deviation
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: C ± z·√Σ(gᵢsᵢ)², with gᵢ = pᵢ[(yᵢ − μ)/(σμ) − σ/μ²].
//!
//! # Range and the value of no inequality
//! 0 or more, as a percentage. 0 means that all groups have the average.
//!
//! # How to read it
//! 20 % means that a typical person is in a group whose value lies a fifth of the average away from
//! it.
//!
//! # In plain words
//! A typical person is in a group whose figure lies {size} of the average away from it.
//!
//! # When it applies
//! Three groups or more with known sizes and an average above 0.
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
//! use equal_measure::core::{measure::{all_groups::coefficient_of_variation, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((coefficient_of_variation::of(&three, Level::P95)?.value() - 50.0_f64.sqrt() / 20.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::between_group_deviation;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::{not_below_zero, wald};
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_all("coefficient-of-variation", "Coefficient of variation", run)
        .relative(Unit::Percent)
        .text(lesson!("coefficient_of_variation.rs"));

/// The between-group standard deviation over the average, as a proportion.
///
/// # Errors
/// [`Refusal::Zero`] when the average is 0; [`Refusal::OutOfRange`] when it is below.
pub fn value(sample: &Sample) -> Result<f64, Refusal> {
    Ok(between_group_deviation::value(sample) / sample.positive_mean()?)
}

/// The coefficient with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; else as [`value`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let value = value(sample)?;
    let mean = sample.positive_mean()?;
    let deviation = between_group_deviation::value(sample);
    let error = if deviation > 0.0 {
        sample.spread(
            &sample.each(|p, y| p * ((y - mean) / (deviation * mean) - deviation / (mean * mean))),
        )
    } else {
        Err(Refusal::AllEqual)
    };
    wald(value, error, level, "delta method")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    not_below_zero(&of(&Sample::of_groups(groups, 3)?, groups.level)?)
}
