//! How unevenly the outcome is spread over people of different groups; high groups weigh most.
//!
//! # Formula
//! T = Σ pᵢ·rᵢ·ln rᵢ, with rᵢ = yᵢ/μ
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: T ± z·√Σ(pᵢsᵢ(1 + ln rᵢ − Σpⱼrⱼ(1 + ln rⱼ))/μ)².
//!
//! # Range and the value of no inequality
//! 0 or more, without a unit. 0 means that all groups have the average. At most the logarithm of
//! one over the smallest share.
//!
//! # How to read it
//! It splits exactly into a part between and a part within larger groups: see between and within.
//!
//! # In plain words
//! 0 is all groups alike, and more is more uneven; groups far above the average count most.
//!
//! # When it applies
//! Three groups or more with known sizes, values not below 0 and an average above 0.
//!
//! # Limits
//! It does not say which group is worse off, and its size means little by itself: compare it over
//! time or between places. Software of the World Health Organization shows it times 1,000. Its
//! published interval is a thousand times too narrow in healthequal 1.0.1.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
//!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
//!   doi:10.1200/CCI.18.00031
//! - Theil H. Economics and information theory. North-Holland, 1967, chapter 4.
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::theil_index, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((theil_index::of(&three, Level::P95)?.value() - (0.125 * 0.5_f64.ln() + 0.375 * 1.5_f64.ln())).abs() < 1e-12);
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
    .named("theil-index", "Theil index")
    .relative(Unit::Index)
    .text(method_text!("theil_index.rs"));

/// The index.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value below 0 or an average that is not above 0.
pub fn value(sample: &Sample) -> Result<f64, Refusal> {
    let mean = sample.positive_mean()?;
    sample.not_negative()?;
    Ok(sample.each(|p, y| p * part(y / mean)).iter().sum())
}

/// The index with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; else as [`value`]. A value of 0 has no interval.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let index = value(sample)?;
    // Σ p·r·(1 + ln r) is 1 + T, because Σ p·r is 1.
    let mean = sample.positive_mean()?;
    let slopes = sample.each(|p, y| p * ((y / mean).ln() - index) / mean);
    wald(index, sample.spread(&slopes), level, "delta method")
}

/// r·ln r, which goes to 0 with r.
fn part(r: f64) -> f64 {
    if r > 0.0 { r * r.ln() } else { 0.0 }
}
