//! What share of the outcome would have to move between groups for all to be level.
//!
//! # Formula
//! H = ½·Σ pᵢ·|yᵢ/μ − 1|
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: half that of the index of disparity.
//!
//! # Range and the value of no inequality
//! 0 to 1, as a percentage. 0 means that all groups have the average.
//!
//! # How to read it
//! 5 % means that moving one in twenty of the outcomes from groups above to groups below the
//! average would make all level.
//!
//! # In plain words
//! For all groups to be level, {size} of the outcome would have to move between them.
//!
//! # When it applies
//! Three groups or more with known sizes, values not below 0 and an average above 0.
//!
//! # Limits
//! It does not say which group is worse off, and treats being above and below the average alike.
//! Chance alone makes it greater than 0, the more so with many small groups.
//!
//! # Sources
//! - Hoover EM. The measurement of industrial localization. Review of Economics and Statistics
//!   1936;18:162–171. doi:10.2307/1927875
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::hoover_index, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((hoover_index::of(&three, Level::P95)?.value() - 0.125).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use super::deviation::{Weights, index_of_disparity};
use crate::core::estimate::Estimate;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(|groups| apart(groups, of))
    .named("hoover-index", "Hoover index")
    .relative(Unit::Percent)
    .text(method_text!("hoover_index.rs"));

/// The index, as a proportion.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value below 0 or an average that is not above 0.
pub fn value(sample: &Sample) -> Result<f64, Refusal> {
    sample.not_negative()?;
    Ok(index_of_disparity(sample, None, Weights::People)?.0 / 2.0)
}

/// The index with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; else as [`value`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let error = index_of_disparity(sample, None, Weights::People)
        .and_then(|(_, slopes)| sample.spread(&slopes))
        .map(|error| error / 2.0);
    wald(value(sample)?, error, level, "delta method")
}
