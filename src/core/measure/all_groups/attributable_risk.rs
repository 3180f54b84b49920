//! How much better the average would be if every group had the value of the reference group.
//!
//! # Formula
//! A = yᵣ − μ
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. μ = Σ pᵢyᵢ: the average. sᵢ:
//!   the standard error of yᵢ. z: 1.96 at 95 %. yᵣ: the value of the reference group. The reference
//!   is the least disadvantaged group; without an order, the group with the best value.
//!
//! Interval: A ± z·√Σ(gᵢsᵢ)² with gᵢ = [i is the reference] − pᵢ. Software of the World Health
//! Organization takes Walter's formula instead, which is for shares only.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of a difference of values. 0 means that the average is level with the
//! reference. Where the reference is worse than the average it is set to 0.
//!
//! # How to read it
//! 3 percentage points means that the share of all people would be 3 points better. Raw sign: above
//! 0 where more is better, below 0 where more is worse; the card is turned so that bigger is a
//! bigger gap.
//!
//! # In plain words
//! If every group had the figure of the group compared with, the average would be {size} {lower}.
//!
//! # When it applies
//! Three groups or more with known sizes.
//!
//! # Limits
//! "If every group had" is arithmetic, not a promise: nothing here says why groups differ. A small
//! reference group makes it unsure.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Walter SD. Calculation of attributable risks from epidemiological data. International Journal
//!   of Epidemiology 1978;7:175–182. doi:10.1093/ije/7.2.175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{all_groups::attributable_risk, sample::Sample};
//! use equal_measure::core::units::{Level, Polarity};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let gain = attributable_risk::of(&three, 2, Polarity::MoreIsBetter, Level::P95)?;
//! assert!((gain.value() - 10.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::deviation::best;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::Measure;
use crate::core::measure::sample::{Sample, is_empty};
use crate::core::measure::standard_error::wald;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_all("attributable-risk", "Population attributable risk", run)
        .text(lesson!("attributable_risk.rs"));

/// The reference's value less the average, in the raw direction; `reference` is the place of the group.
///
/// Set to 0 where the reference is worse than the average; the interval then keeps its width about 0.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::Mismatch`] when the reference is not among
/// the groups.
pub fn of(
    sample: &Sample,
    reference: usize,
    polarity: Polarity,
    level: Level,
) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let level_of = sample.values().get(reference).ok_or(Refusal::Mismatch {
        what: "the group to compare with is not among the groups",
    })?;
    let slopes: Vec<f64> = sample
        .shares()
        .iter()
        .enumerate()
        .map(|(place, share)| f64::from(u8::from(place == reference)) - share)
        .collect();
    let value = clamped(level_of - sample.mean(), polarity);
    wald(value, sample.spread(&slopes), level, "delta method")
}

/// The difference, or 0 where the reference is on the wrong side of the average.
pub fn clamped(difference: f64, polarity: Polarity) -> f64 {
    match polarity {
        Polarity::MoreIsBetter => difference.max(0.0),
        Polarity::MoreIsWorse => difference.min(0.0),
        Polarity::Neutral => difference,
    }
}

/// The place in the sample of the reference group: the last of an ordered list, else the one with the best
/// value.
///
/// # Errors
/// [`Refusal::TooFewGroups`] without groups.
pub(super) fn reference(groups: &Groups) -> Result<usize, Refusal> {
    let list = groups.list.iter().filter(|group| !is_empty(group));
    let values: Vec<f64> = list.map(|group| group.value).collect();
    let place = if groups.ordered {
        values.len().checked_sub(1)
    } else {
        best(&values, groups.polarity)
    };
    place.ok_or(Refusal::TooFewGroups { need: 3, got: 0 })
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let sample = Sample::of_groups(groups, 3)?;
    let risk = of(&sample, reference(groups)?, groups.polarity, groups.level)?;
    Ok(match groups.polarity {
        Polarity::MoreIsWorse => risk.negated(),
        Polarity::MoreIsBetter | Polarity::Neutral => risk,
    })
}
