//! How unevenly the outcome is spread over people of different groups; low groups weigh most.
//!
//! # Formula
//! L = −Σ pᵢ·ln rᵢ, with rᵢ = yᵢ/μ
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: L ± z·√Σ(pᵢsᵢ(1 − 1/rᵢ)/μ)².
//!
//! # Range and the value of no inequality
//! 0 or more, without a unit. 0 means that all groups have the average.
//!
//! # How to read it
//! As the Theil index, but more sensitive to groups far below the average.
//!
//! # In plain words
//! 0 is all groups alike, and more is more uneven; groups far below the average count most.
//!
//! # When it applies
//! Three groups or more with known sizes and values above 0.
//!
//! # Limits
//! It does not say which group is worse off, and its size means little by itself: compare it over
//! time or between places. Software of the World Health Organization shows it times 1,000. A group
//! with value 0 has no logarithm and is refused. Its published interval is a thousand times too
//! narrow in healthequal 1.0.1, which also puts a millionth for a value of 0.
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
//! use equal_measure::core::{measure::{all_groups::mean_log_deviation, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((mean_log_deviation::of(&three, Level::P95)?.value() - (-0.25 * 0.5_f64.ln() - 0.25 * 1.5_f64.ln())).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use crate::core::estimate::Estimate;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(|groups| apart(groups, of))
    .named("mean-log-deviation", "Mean log deviation")
    .relative(Unit::Index)
    .text(method_text!("mean_log_deviation.rs"));

/// The deviation.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value of a group with people that is not above 0.
pub fn value(sample: &Sample) -> Result<f64, Refusal> {
    let mean = sample.positive_mean()?;
    if sample
        .each(|p, y| if p > 0.0 { y } else { 1.0 })
        .iter()
        .any(|&y| y <= 0.0)
    {
        return Err(Refusal::OutOfRange {
            what: "Every value",
            range: "above 0",
        });
    }
    let logarithm = |p: f64, y: f64| if p > 0.0 { p * (y / mean).ln() } else { 0.0 };
    Ok(-sample.each(logarithm).iter().sum::<f64>())
}

/// The deviation with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; else as [`value`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let deviation = value(sample)?;
    let mean = sample.positive_mean()?;
    let slopes = sample.each(|p, y| {
        if p > 0.0 {
            p * (1.0 - mean / y) / mean
        } else {
            0.0
        }
    });
    wald(deviation, sample.spread(&slopes), level, "delta method")
}
