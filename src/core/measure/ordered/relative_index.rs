//! How many times as high the value is at one end of the ranking as at the other, from every group.
//!
//! # Formula
//! relative index = (α + β) / α, with α and β of the slope index
//!
//! # Symbols
//! - α: the line's value at the most disadvantaged end; α + β: at the least disadvantaged end.
//! - uᵢ, vᵢ: what each group's value is multiplied by to make α and α + β. sᵢ: its standard error.
//! - z: 1.96 at 95 %.
//!
//! Interval: r·e^(±z·e) with e = √Σ(vᵢ/(α + β) − uᵢ/α)²sᵢ², from the groups' own standard errors.
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means that the value does not change along the ranking.
//!
//! # How to read it
//! 1.5 means that the line through all groups is half as high again at one end as at the other.
//! Textbook direction: least over most disadvantaged. The card is turned over where more is worse, so
//! that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {number} times as high at the {high} end as
//! at the {low} end.
//!
//! # When it applies
//! Three ordered groups or more with known sizes, and a line that is above 0 at both ends.
//!
//! # Limits
//! It assumes a straight line, which can fall below 0 for rare outcomes: then there is no index, and
//! the logit or logarithmic form serves. Linear, logarithmic and logit forms differ.
//!
//! # Sources
//! - Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health. Social
//!   Science & Medicine 1997;44:757–771. doi:10.1016/S0277-9536(96)00073-1
//! - Low A, Low A. Journal of Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::relative_index, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
//! let times = relative_index::of(&fifths, Level::P95)?;
//! assert!((times.value() - 14.5 / 9.5).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ends::{Ends, Uncertainty};
use super::ridit;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Line, Measure};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(
    "relative-index",
    "Relative index of inequality (linear)",
    run,
)
.relative(Unit::Ratio)
.form(Line::Relative, Slope::Linear)
.recommended("the same gap in relative terms")
.text(lesson!("relative_index.rs"));

/// Least over most disadvantaged end of the straight line, with the closed-form interval.
///
/// # Errors
/// [`Refusal::OutOfRange`] when the line is not above 0 at both ends; [`Refusal::TooFewGroups`] when
/// fewer than two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    ends.ratio(sample, Uncertainty::OwnErrors, level, "linear, closed form")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let ratio = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    ridit::directed_ratio(ratio, groups.polarity)
}
