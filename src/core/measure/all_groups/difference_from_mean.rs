//! How far the groups lie from the average of all people on average.
//!
//! # Formula
//! M = Σ wᵢ·|yᵢ − c|
//!
//! # Symbols
//! - wᵢ: pᵢ, the share of all people who are in group i, or 1/J with J the number of groups, where each
//!   group counts alike. yᵢ: the value of group i. c: μ. sᵢ: the
//!   standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: M ± z·√Σ(gᵢsᵢ)², with gᵢ = ∂M/∂yᵢ (c moves with the values).
//!
//! # Range and the value of no inequality
//! 0 or more, in the unit of a difference of values. 0 means that all groups are level with it.
//!
//! # Forms
//! - People: every person counts alike, so that large groups decide. It describes the population.
//! - Each group alike: every group counts the same whatever its size. It describes the groups, and a small
//!   one may move it by chance.
//!
//! # How to read it
//! 3 percentage points means that on average groups lie 3 points from
//! the average of all people.
//!
//! # In plain words
//! On average, each {each} counting alike, groups lie {size} from the average.
//!
//! # When it applies
//! Three groups or more with known sizes, ordered or not.
//!
//! # Limits
//! It does not say which group is worse off, and treats being above and below the average alike.
//! Chance alone makes it greater than 0, the more so with many small groups.
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
//! use equal_measure::core::{measure::{all_groups::{deviation::Weights, difference_from_mean}, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let distance = difference_from_mean::of(&three, None, Weights::People, Level::P95)?;
//! assert!((distance.value() - 5.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use super::deviation::{self, From, Weights};
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// Each person alike.
pub(in crate::core::measure) const WEIGHTED: Measure =
    Measure::of_all(|groups| run(groups, Weights::People))
        .named(
            "difference-from-mean-weighted",
            "Mean difference from the average",
        )
        .text(method_text!("difference_from_mean.rs"));

/// Each group alike.
pub(in crate::core::measure) const UNWEIGHTED: Measure = WEIGHTED
    .each_group_alike(|groups| run(groups, Weights::Groups))
    .named(
        "difference-from-mean-unweighted",
        "Mean difference from the average (each group alike)",
    );

/// The average distance with its interval. `average` is the average of all people where it is known from elsewhere.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::Mismatch`] when the group is not among them.
pub fn of(
    sample: &Sample,
    average: Option<f64>,
    weights: Weights,
    level: Level,
) -> Result<Estimate, Refusal> {
    let from = average.map_or(From::Average, From::Given);
    deviation::of(sample, from, weights, level)
}

fn run(groups: &Groups, weights: Weights) -> Result<Estimate, Refusal> {
    apart(groups, |sample, level| of(sample, None, weights, level))
}
