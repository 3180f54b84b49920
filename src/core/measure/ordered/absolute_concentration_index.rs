//! How far the outcome is concentrated among the more or the less disadvantaged, in the unit of the
//! value.
//!
//! # Formula
//! A = 2·Σ pᵢyᵢ(Rᵢ − ½)
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
//! Any number, in the unit of a difference of values; also called the generalised concentration
//! index. 0 means that the outcome does not go with the rank.
//!
//! # How to read it
//! It is a sixth of the slope index when the values lie on a line and there are many groups.
//! Textbook sign: above 0 where the outcome is concentrated among the least disadvantaged; the card
//! is turned where more is worse, so that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! 0 is an even spread along the order; with many groups on a straight line it is a sixth of the slope
//! index.
//!
//! # When it applies
//! Three ordered groups or more with known sizes.
//!
//! # Limits
//! 0 can also come from a pattern that rises and falls. For shares it depends on the average: see
//! Erreygers and Wagstaff.
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
//! use equal_measure::core::{measure::{ordered::absolute_concentration_index, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let index = absolute_concentration_index::of(&three, Level::P95)?;
//! assert!((index.value() - 3.75).abs() < 1e-12);
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
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_ordered(|groups| turned(groups, of))
        .named(
            "absolute-concentration-index",
            "Absolute concentration index",
        )
        .text(method_text!("absolute_concentration_index.rs"));

/// The index in the textbook direction.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let error = concentration::error(sample);
    wald(
        concentration::absolute(sample),
        error,
        level,
        "concentration, closed form",
    )
}
