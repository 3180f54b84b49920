//! The relative index with an interval that says how well a straight line fits the groups.
//!
//! # Formula
//! relative index = (α + β)/α as for the relative index;
//! e² = J/(J−2) · Σ((vᵢ/(α + β) − uᵢ/α)·eᵢ)²
//!
//! # Symbols
//! - uᵢ, vᵢ: what the value of group i is multiplied by to make α and α + β. eᵢ: its distance from
//!   the line. J: the number of groups. z: 1.96 at 95 %. Interval: the index times e^(±z·e).
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means no change along the ranking.
//!
//! # How to read it
//! The figure is that of the relative index; the interval says how far the groups lie from the line,
//! not how surely each group's value is known.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {number} times as high at the {high} end as
//! at the {low} end.
//!
//! # When it applies
//! Three ordered groups or more with known sizes, and a line above 0 at both ends. It needs no counts
//! or standard errors.
//!
//! # Limits
//! With few groups the interval is itself unsure.
//!
//! # Sources
//! - MacKinnon JG, White H. Some heteroskedasticity-consistent covariance matrix estimators with
//!   improved finite sample properties. Journal of Econometrics 1985;29:305–325.
//!   doi:10.1016/0304-4076(85)90158-7
//! - Schlotheuber A, Hosseinpoor AR. IJERPH 2022;19:3697. doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::relative_index_robust, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![10.0, 12.0, 11.0, 14.0, 13.0], vec![1.0; 5], None)?;
//! let times = relative_index_robust::of(&fifths, Level::P95)?;
//! assert!((times.value() - 1.4).abs() < 1e-12);
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
    "relative-index-robust",
    "Relative index of inequality (linear, robust interval)",
    run,
)
.relative(Unit::Ratio)
.form(Line::Relative, Slope::Robust)
.recommended("the same gap in relative terms")
.text(lesson!("relative_index_robust.rs"));

/// Least over most disadvantaged end of the straight line, with the HC1 interval.
///
/// # Errors
/// [`Refusal::OutOfRange`] when the line is not above 0 at both ends; [`Refusal::TooFewGroups`] when
/// fewer than two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    ends.ratio(sample, Uncertainty::Scatter, level, "linear, robust (HC1)")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let ratio = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    ridit::directed_ratio(ratio, groups.polarity)
}
