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
//! use equal_measure::core::measure::{all_groups::attributable_fraction, sample::Sample};
//! use equal_measure::core::units::{Level, Polarity};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let gain = attributable_fraction::of(&three, 2, Polarity::MoreIsBetter, Level::P95)?;
//! assert!((gain.value() - 0.5).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::attributable_risk::{clamped, reference};
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(
    "attributable-fraction",
    "Population attributable fraction",
    run,
)
.relative(Unit::Percent)
.text(lesson!("attributable_fraction.rs"));

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
    sample.at_least(3)?;
    let mean = sample.positive_mean()?;
    let best = sample.values().get(reference).ok_or(Refusal::Mismatch {
        what: "the group to compare with is not among the groups",
    })?;
    let slopes: Vec<f64> = sample
        .shares()
        .iter()
        .enumerate()
        .map(|(place, share)| {
            (f64::from(u8::from(place == reference)) - share * best / mean) / mean
        })
        .collect();
    let value = clamped(best - mean, polarity) / mean;
    wald(value, sample.spread(&slopes), level, "delta method")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let sample = Sample::of_groups(groups, 3)?;
    let fraction = of(&sample, reference(groups)?, groups.polarity, groups.level)?;
    Ok(match groups.polarity {
        Polarity::MoreIsWorse => fraction.negated(),
        Polarity::MoreIsBetter | Polarity::Neutral => fraction,
    })
}
