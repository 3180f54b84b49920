//! What share of the average could be given up, if it were then spread evenly, without a loss in
//! welfare.
//!
//! # Formula
//! A = 1 − (Σ pᵢ·rᵢ^(1−ε))^(1/(1−ε)); for ε = 1, A = 1 − exp(Σ pᵢ·ln rᵢ); rᵢ = yᵢ/μ
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %. ε: aversion to
//!   inequality, above 0; the card uses 0.5.
//!
//! Interval: A ± z·√Σ(gᵢsᵢ)², with gᵢ = ∂A/∂yᵢ.
//!
//! # Range and the value of no inequality
//! 0 to 1. 0 means that all groups have the average.
//!
//! # How to read it
//! 0.02 at ε = 0.5 means that 98 % of the average, spread evenly, would be valued alike. The
//! greater ε, the more the lowest groups count.
//!
//! # In plain words
//! Spread evenly, {rest} of the average would be valued as much as the average spread as it is.
//!
//! # When it applies
//! Three groups or more with known sizes, values not below 0 (above 0 from ε = 1 on). For outcomes
//! of which more is better.
//!
//! # Limits
//! ε is a choice of values, not of data: say which was used. It does not say which group is worse
//! off.
//!
//! # Sources
//! - Atkinson AB. On the measurement of inequality. Journal of Economic Theory 1970;2:244–263.
//!   doi:10.1016/0022-0531(70)90039-6
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::atkinson_index, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let index = atkinson_index::of(&three, 1.0, Level::P95)?;
//! assert!((index.value() - (1.0 - 0.75_f64.powf(0.25))).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use super::mean_log_deviation;
use crate::core::estimate::Estimate;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_all(|groups| apart(groups, |sample, level| of(sample, AVERSION, level)))
        .named("atkinson-index", "Atkinson index")
        .relative(Unit::Index)
        .text(method_text!("atkinson_index.rs"));

/// The aversion to inequality of the card.
const AVERSION: f64 = 0.5;

/// The index with its interval; `aversion` is ε, above 0.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] for an aversion that is not
/// above 0, a value below 0 (or of 0 from ε = 1 on), or an average that is not above 0.
pub fn of(sample: &Sample, aversion: f64, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    if aversion <= 0.0 {
        return Err(Refusal::OutOfRange {
            what: "The aversion to inequality",
            range: "above 0",
        });
    }
    let mean = sample.positive_mean()?;
    sample.not_negative()?;
    let power = 1.0 - aversion;
    // Near 1 the power form loses its digits; the logarithm is its limit.
    let even = if power.abs() < 1e-9 {
        mean * (-mean_log_deviation::value(sample)?).exp()
    } else {
        if power < 0.0 {
            mean_log_deviation::value(sample)?;
        }
        sample
            .each(|p, y| p * y.powf(power))
            .iter()
            .sum::<f64>()
            .powf(1.0 / power)
    };
    let slopes = sample.each(|p, y| p * (even / mean - (even / y).powf(aversion)) / mean);
    wald(
        1.0 - even / mean,
        sample.spread(&slopes),
        level,
        "delta method",
    )
}
