//! How far an outcome with a lowest and a highest possible value is concentrated among the more or
//! the less disadvantaged.
//!
//! # Formula
//! W = 2·Σ pᵢyᵢ*(Rᵢ − ½) / (μ*(1 − μ*)), with yᵢ* = (yᵢ − a)/(b − a)
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. Rᵢ: its middle rank from most
//!   (0) to least disadvantaged (1). μ = Σ pᵢyᵢ: the average. sᵢ: the standard error of yᵢ. z: 1.96
//!   at 95 %. a, b: the lowest and the highest possible value (0 and 1 for a share); μ*: the
//!   average of yᵢ*.
//!
//! Interval: the index ± z·√Σ(gᵢsᵢ)² with gᵢ how fast it moves with yᵢ; without standard errors,
//! from the scatter about the regression of 2V·y on R (V: the variance of R).
//!
//! # Range and the value of no inequality
//! −1 to 1. 0 means that the outcome does not go with the rank.
//!
//! # How to read it
//! For shares it is to be preferred to the plain concentration index. Textbook sign: above 0 where
//! the outcome is concentrated among the least disadvantaged; the card is turned where more is
//! worse, so that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! It runs from −1 to 1: 0 is an even spread along the order. Of those without the outcome it says the
//! same with the other sign.
//!
//! # When it applies
//! Three ordered groups or more with known sizes. The card takes shares of people.
//!
//! # Limits
//! It keeps its value, with the sign turned, when the outcome is turned round. It treats a gap near
//! 0 % or 100 % as greater than the same gap in the middle.
//!
//! # Sources
//! - Wagstaff A. The bounds of the concentration index when the variable of interest is binary.
//!   Health Economics 2005;14:429–432. doi:10.1002/hec.953
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::bounded::Bounds, ordered::wagstaff_index, sample::Sample};
//! use equal_measure::core::units::Level;
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! let index = wagstaff_index::of(&three, Bounds::new(0.0, 100.0)?, Level::P95)?;
//! assert!((index.value() - 3.75 / 100.0 / 0.16).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::bounded::{Bounds, of_shares};
use super::concentration;
use crate::core::estimate::Estimate;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_ordered(|groups| of_shares(groups, of))
        .named("wagstaff-index", "Wagstaff index")
        .relative(Unit::Index)
        .text(method_text!("wagstaff_index.rs"));

/// The index in the textbook direction.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] for a value outside the bounds;
/// [`Refusal::Zero`] when the average is at a bound.
pub fn of(sample: &Sample, bounds: Bounds, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let sample = bounds.on_unit_scale(sample)?;
    let absolute = concentration::absolute(&sample);
    let room = room(&sample)?;
    let index = absolute / room;
    let mean = sample.mean();
    let slopes: Vec<f64> = concentration::slopes(&sample)
        .iter()
        .zip(sample.shares())
        .map(|(slope, share)| (slope - index * share * (1.0 - 2.0 * mean)) / room)
        .collect();
    let error = sample
        .spread(&slopes)
        .or_else(|_| concentration::scatter_error(&sample).map(|error| error / room));
    wald(index, error, level, "Wagstaff, closed form")
}

/// The average times its distance from 1.
fn room(sample: &Sample) -> Result<f64, Refusal> {
    let mean = sample.mean();
    let room = mean * (1.0 - mean);
    if room > 0.0 {
        Ok(room)
    } else {
        Err(Refusal::Zero {
            what: "the distance of the average from its bounds",
        })
    }
}
