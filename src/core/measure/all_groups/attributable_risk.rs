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
use crate::core::group::{Groups, Kind};
use crate::core::measure::Measure;
use crate::core::measure::ordered::ridit::directed;
use crate::core::measure::sample::{Sample, is_empty};
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(|groups| turned(groups, of))
    .named("attributable-risk", "Population attributable risk")
    .text(method_text!("attributable_risk.rs"));

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
    let best = against(sample, reference)?;
    let slopes = slopes(sample, reference, |own, share| own - share);
    let value = clamped(best - sample.mean(), polarity);
    wald(value, sample.spread(&slopes), level, "delta method")
}

/// The reference's value.
fn against(sample: &Sample, reference: usize) -> Result<f64, Refusal> {
    sample.at_least(3)?;
    sample
        .values()
        .get(reference)
        .copied()
        .ok_or(Refusal::Mismatch {
            what: "the group to compare with is not among the groups",
        })
}

/// How fast a form moves with each group's value: `of` takes 1 for the reference, else 0, and the group's
/// share of all people.
fn slopes(sample: &Sample, reference: usize, of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let own = |place: usize| f64::from(u8::from(place == reference));
    let shares = sample.shares().iter().enumerate();
    shares
        .map(|(place, share)| of(own(place), *share))
        .collect()
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
fn reference(groups: &Groups) -> Result<usize, Refusal> {
    let list = groups.list.iter().filter(|group| !is_empty(group));
    let values: Vec<f64> = list.map(|group| group.value).collect();
    let place = if groups.ordered {
        values.len().checked_sub(1)
    } else {
        best(&values, groups.polarity)
    };
    place.ok_or(Refusal::TooFewGroups { need: 3, got: 0 })
}

/// What a form of the measure makes of the groups, turned so that bigger is a bigger gap.
fn turned(
    groups: &Groups,
    of: impl FnOnce(&Sample, usize, Polarity, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    let sample = Sample::of_groups(groups, 3)?;
    let found = of(&sample, reference(groups)?, groups.polarity, groups.level)?;
    Ok(directed(found, groups.polarity))
}

pub mod fraction {
    //! By what percentage the average would be better if every group had the value of the reference
    //! group.
    //!
    //! # Formula
    //! F = (yᵣ − μ) / μ
    //!
    //! # Symbols
    //! - pᵢ: the share of all people who are in group i. yᵢ: its value. μ = Σ pᵢyᵢ: the average. sᵢ:
    //!   the standard error of yᵢ. z: 1.96 at 95 %. yᵣ: the value of the reference group. The reference
    //!   is the least disadvantaged group; without an order, the group with the best value.
    //!
    //! Interval: F ± z·√Σ(gᵢsᵢ)² with gᵢ = [i is the reference]/μ − pᵢyᵣ/μ².
    //!
    //! # Range and the value of no inequality
    //! As a percentage of the average; 0 means that the average is level with the reference. Where the
    //! reference is worse than the average it is set to 0.
    //!
    //! # How to read it
    //! 15 % means that the average would be 15 % better. Raw sign as for the attributable risk; the
    //! card is turned so that bigger is a bigger gap.
    //!
    //! # In plain words
    //! If every group had the figure of the group compared with, the average would be {lower} by {size} of
    //! itself.
    //!
    //! # When it applies
    //! Three groups or more with known sizes and an average above 0.
    //!
    //! # Limits
    //! As for the attributable risk: arithmetic, not a promise. The interval of healthequal 1.0.1 is a
    //! hundred times too narrow; ours is made from the groups' own errors.
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
    //! let gain = attributable_risk::fraction::of(&three, 2, Polarity::MoreIsBetter, Level::P95)?;
    //! assert!((gain.value() - 0.5).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Estimate, Level, Measure, Polarity, Refusal, Sample, Unit, against, clamped, method_text,
        slopes, turned, wald,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        Measure::of_all(|groups| turned(groups, of))
            .named("attributable-fraction", "Population attributable fraction")
            .relative(Unit::Percent)
            .text(method_text!("attributable_risk.rs", "pub mod fraction {"));

    /// The reference's value less the average, over the average, in the raw direction, as a proportion.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] unless the average is above 0;
    /// [`Refusal::Mismatch`] when the reference is not among the groups.
    pub fn of(
        sample: &Sample,
        reference: usize,
        polarity: Polarity,
        level: Level,
    ) -> Result<Estimate, Refusal> {
        let best = against(sample, reference)?;
        let mean = sample.positive_mean()?;
        let slopes = slopes(sample, reference, |own, share| {
            (own - share * best / mean) / mean
        });
        let value = clamped(best - mean, polarity) / mean;
        wald(value, sample.spread(&slopes), level, "delta method")
    }
}

pub mod number {
    //! How many people, or events, make up the gap to the reference group in all groups together.
    //!
    //! # Formula
    //! K = Σ nᵢ(yᵣ − yᵢ) = N·A, with A the attributable risk
    //!
    //! # Symbols
    //! - nᵢ, N: people of group i, and all people. yᵢ: the share or rate of group i; yᵣ: that of the
    //!   reference group. The reference is the least disadvantaged group; without an order, the group
    //!   with the best value.
    //!
    //! # Range and the value of no inequality
    //! Any number of people. 0 means that the average is level with the reference; it is set to 0 where
    //! the reference is worse than the average.
    //!
    //! # How to read it
    //! 1,200 means that 1,200 fewer people would be waiting over a year if every group had the
    //! reference's share. Bigger is a bigger gap.
    //!
    //! # In plain words
    //! If every group had the figure of the group compared with, {size} {fewer} people would have the
    //! outcome.
    //!
    //! # When it applies
    //! Three groups or more with known sizes, and shares or rates as values.
    //!
    //! # Limits
    //! Better groups than the reference are set against worse ones. Arithmetic, not a promise: nothing
    //! here says why groups differ.
    //!
    //! # Sources
    //! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
    //!   doi:10.3390/ijerph19063697
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{all_groups::attributable_risk::number, sample::Sample};
    //! use equal_measure::core::units::{Level, Polarity};
    //! let three = Sample::new(vec![0.1, 0.2, 0.3], vec![100.0, 200.0, 100.0], None)?;
    //! let people = number::of(&three, 2, Polarity::MoreIsBetter, Level::P95)?;
    //! assert!((people.value() - 40.0).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Estimate, Groups, Kind, Level, Measure, Polarity, Refusal, Sample, Unit, method_text,
        turned,
    };

    pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(run)
        .named("attributable-number", "Number attributable to inequality")
        .unit(Unit::People)
        .text(method_text!("attributable_risk.rs", "pub mod number {"));

    /// The attributable risk times all people, in the raw direction.
    ///
    /// # Errors
    /// As [`super::of`].
    pub fn of(
        sample: &Sample,
        reference: usize,
        polarity: Polarity,
        level: Level,
    ) -> Result<Estimate, Refusal> {
        let people: f64 = sample.populations().iter().sum();
        super::of(sample, reference, polarity, level)?.map(|risk| risk * people)
    }

    fn run(groups: &Groups) -> Result<Estimate, Refusal> {
        if groups.kind == Kind::Value {
            return Err(Refusal::NeedsData {
                what: "the number of people with the outcome in each group".to_owned(),
            });
        }
        turned(groups, of)
    }
}
