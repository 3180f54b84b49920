//! How far the groups lie from the group with the best value on average.
//!
//! # Formula
//! M = Σ wᵢ·|yᵢ − c|
//!
//! # Symbols
//! - wᵢ: pᵢ, the share of all people who are in group i, or 1/J with J the number of groups, where each
//!   group counts alike. yᵢ: the value of group i. c: y*, the best
//!   value (the highest where more is better, else the lowest). sᵢ: the standard error of yᵢ. z:
//!   1.96 at 95 %.
//!
//! Interval: M ± z·√Σ(gᵢsᵢ)², with gᵢ = ∂M/∂yᵢ (c moves with the values, as does which group is
//! best only between samples).
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
//! the group with the best value.
//!
//! # In plain words
//! On average, each {each} counting alike, groups lie {size} from the best group.
//!
//! # When it applies
//! Three groups or more with known sizes, ordered or not.
//!
//! # Limits
//! The best group may be best by chance, above all when it is small, and then every gap looks
//! larger.
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
//! use equal_measure::core::{measure::{all_groups::{deviation::Weights, difference_from_best}, sample::Sample}, units::{Level, Polarity}};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let distance = difference_from_best::of(&three, Polarity::MoreIsBetter, Weights::People, Level::P95)?;
//! assert!((distance.value() - 10.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use super::deviation::{self, From, Weights, best};
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity};

/// Each person alike.
pub(in crate::core::measure) const WEIGHTED: Measure =
    Measure::of_all(|groups| run(groups, Weights::People))
        .named(
            "difference-from-best-weighted",
            "Mean difference from the best group",
        )
        .text(method_text!("difference_from_best.rs"));

/// Each group alike.
pub(in crate::core::measure) const UNWEIGHTED: Measure = WEIGHTED
    .each_group_alike(|groups| run(groups, Weights::Groups))
    .named(
        "difference-from-best-unweighted",
        "Mean difference from the best group (each group alike)",
    );

/// The average distance with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::Mismatch`] when the group is not among them.
pub fn of(
    sample: &Sample,
    polarity: Polarity,
    weights: Weights,
    level: Level,
) -> Result<Estimate, Refusal> {
    let from = From::Group(best(sample.values(), polarity).unwrap_or(0));
    deviation::of(sample, from, weights, level)
}

fn run(groups: &Groups, weights: Weights) -> Result<Estimate, Refusal> {
    apart(groups, |sample, level| {
        of(sample, groups.polarity, weights, level)
    })
}
