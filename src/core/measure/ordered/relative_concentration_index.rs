//! How far the outcome is concentrated among the more or the less disadvantaged, relative to the
//! average.
//!
//! # Formula
//! C = (2/μ)·Σ pᵢyᵢ(Rᵢ − ½)
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. Rᵢ: its middle rank from most
//!   (0) to least disadvantaged (1). μ = Σ pᵢyᵢ: the average. sᵢ: the standard error of yᵢ. z: 1.96
//!   at 95 %.
//!
//! Interval: the index ± z·√Σ(gᵢsᵢ)² with gᵢ how fast it moves with yᵢ; without standard errors,
//! from the scatter about the regression of 2V·y on R (V: the variance of R).
//!
//! # Range and the value of no inequality
//! −1 to 1. 0 means that the outcome does not go with the rank; 1 that the least disadvantaged
//! person has all of it.
//!
//! # How to read it
//! 0.05 times 100 is the usual way to print it (5 %). Multiplied by 75 it is about the percentage
//! of the outcome that would have to move from one half of the ranking to the other. Textbook sign:
//! above 0 where the outcome is concentrated among the least disadvantaged; the card is turned
//! where more is worse, so that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! It runs from −1 to 1: 0 is an even spread along the order, 1 is everything at one end.
//!
//! # When it applies
//! Three ordered groups or more with known sizes. The average must be above 0.
//!
//! # Limits
//! For shares its range shrinks as the average rises, and it does not mirror when the outcome is
//! turned round: see Erreygers and Wagstaff. For values that cannot come near 0 see the modified index.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health: measurement,
//!   computation, and statistical inference. Journal of Econometrics 1997;77:87–103.
//!   doi:10.1016/S0304-4076(96)01807-6
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{ordered::relative_concentration_index, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let index = relative_concentration_index::of(&three, Level::P95)?;
//! assert!((index.value() - 0.1875).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::concentration;
use super::ridit::turned;
use crate::core::estimate::Estimate;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_ordered(|groups| turned(groups, of))
        .named(
            "relative-concentration-index",
            "Relative concentration index",
        )
        .relative(Unit::Index)
        .recommended("how unevenly the outcome is spread along the order")
        .text(method_text!("relative_concentration_index.rs"));

/// The index in the textbook direction. Its interval lets the average move with the values.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] unless the average is above 0.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let mean = sample.positive_mean()?;
    let index = concentration::absolute(sample) / mean;
    let slopes: Vec<f64> = concentration::slopes(sample)
        .iter()
        .zip(sample.shares())
        .map(|(slope, share)| (slope - index * share) / mean)
        .collect();
    let error = sample
        .spread(&slopes)
        .or_else(|_| concentration::scatter_error(sample).map(|error| error / mean));
    wald(index, error, level, "concentration, closed form")
}
