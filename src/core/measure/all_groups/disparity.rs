//! How far the groups lie from the average on average, as a percentage of it.
//!
//! # Formula
//! I = Σ wᵢ·|yᵢ − μ| / μ
//!
//! # Symbols
//! - wᵢ: pᵢ, the share of all people who are in group i, or 1/J with J the number of groups, where each
//!   group counts alike. yᵢ: the value of group i. μ = Σ pᵢyᵢ: the
//!   average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: I ± z·√Σ(gᵢsᵢ)², with gᵢ = ∂I/∂yᵢ; the average moves with the values.
//!
//! # Range and the value of no inequality
//! 0 or more, as a percentage. 0 means that all groups have the average.
//!
//! # Forms
//! - People: every person counts alike, so that large groups decide. It describes the population.
//! - Each group alike: every group counts the same whatever its size. It describes the groups, and a small
//!   one may move it by chance.
//!
//! # How to read it
//! 12 % means that on average groups lie an eighth of the average
//! away from it.
//!
//! # In plain words
//! On average, each {each} counting alike, groups lie {size} of the average away from it.
//!
//! # When it applies
//! Three groups or more with known sizes and an average above 0.
//!
//! # Limits
//! It does not say which group is worse off, and treats being above and below the average alike.
//! Chance alone makes it greater than 0, the more so with many small groups. healthequal 1.0.1
//! simulates its interval about an average that is held still; here the average moves.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Pearcy JN, Keppel KG. A summary measure of health disparity. Public Health Reports
//!   2002;117:273–280. doi:10.1093/phr/117.3.273
//! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
//!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
//!   doi:10.1200/CCI.18.00031
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::{deviation::Weights, disparity}, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let index = disparity::of(&three, None, Weights::People, Level::P95)?;
//! assert!((index.value() - 0.25).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use super::deviation::{Weights, index_of_disparity};
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

/// Each person alike.
pub(in crate::core::measure) const WEIGHTED: Measure =
    Measure::of_all(|groups| run(groups, Weights::People))
        .named("index-of-disparity-weighted", "Index of disparity")
        .relative(Unit::Percent)
        .recommended("how far groups lie from the average in relative terms")
        .text(method_text!("disparity.rs"));

/// Each group alike.
pub(in crate::core::measure) const UNWEIGHTED: Measure = WEIGHTED
    .each_group_alike(|groups| run(groups, Weights::Groups))
    .named(
        "index-of-disparity-unweighted",
        "Index of disparity (each group alike)",
    );

/// The index with its interval, as a proportion. `average` is the average of all people where it is known
/// from elsewhere.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] unless the average is above 0.
pub fn of(
    sample: &Sample,
    average: Option<f64>,
    weights: Weights,
    level: Level,
) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let (index, slopes) = index_of_disparity(sample, average, weights)?;
    wald(index, sample.spread(&slopes), level, "delta method")
}

fn run(groups: &Groups, weights: Weights) -> Result<Estimate, Refusal> {
    apart(groups, |sample, level| of(sample, None, weights, level))
}
