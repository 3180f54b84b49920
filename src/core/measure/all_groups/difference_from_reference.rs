//! How far the groups lie from a named reference group on average.
//!
//! # Formula
//! M = Σ wᵢ·|yᵢ − c|
//!
//! # Symbols
//! - wᵢ: pᵢ, the share of all people who are in group i, or 1/J with J the number of groups, where each
//!   group counts alike. yᵢ: the value of group i. c: yᵣ, the value
//!   of the reference group. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
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
//! a named reference group.
//!
//! # In plain words
//! On average, each {each} counting alike, groups lie {size} from the reference group.
//!
//! # When it applies
//! Three groups or more with known sizes, ordered or not; a reference group must be named.
//!
//! # Limits
//! Groups better and worse than the reference count alike. The choice of reference decides the
//! figure.
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
//! use equal_measure::core::{measure::{all_groups::{deviation::Weights, difference_from_reference}, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let distance = difference_from_reference::of(&three, 2, Weights::People, Level::P95)?;
//! assert!((distance.value() - 10.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use super::deviation::{self, From, Weights};
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::Measure;
use crate::core::measure::sample::{self, Sample};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// Each person alike.
pub(in crate::core::measure) const WEIGHTED: Measure =
    Measure::of_all(|groups| run(groups, Weights::People))
        .named(
            "difference-from-reference-weighted",
            "Mean difference from the reference group",
        )
        .text(method_text!("difference_from_reference.rs"));

/// Each group alike.
pub(in crate::core::measure) const UNWEIGHTED: Measure = WEIGHTED
    .each_group_alike(|groups| run(groups, Weights::Groups))
    .named(
        "difference-from-reference-unweighted",
        "Mean difference from the reference group (each group alike)",
    );

/// The average distance with its interval. `reference` is the place of the group.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::Mismatch`] when the group is not among them.
pub fn of(
    sample: &Sample,
    reference: usize,
    weights: Weights,
    level: Level,
) -> Result<Estimate, Refusal> {
    let from = From::Group(reference);
    deviation::of(sample, from, weights, level)
}

fn run(groups: &Groups, weights: Weights) -> Result<Estimate, Refusal> {
    let reference = groups.reference.ok_or(Refusal::Missing {
        what: "reference group to compare with",
    })?;
    let reference = sample::place(groups, reference)?;
    apart(groups, |sample, level| {
        of(sample, reference, weights, level)
    })
}
