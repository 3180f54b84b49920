//! The slope index with an interval that says how well a straight line fits the groups.
//!
//! # Formula
//! slope index = β as for the slope index; s² = J/(J−2) · Σ(wᵢeᵢ)²
//!
//! # Symbols
//! - wᵢ: what the value of group i is multiplied by to make β. eᵢ: its distance from the line.
//! - J: the number of groups. z: 1.96 at 95 %. Interval: β ± z·s.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of a difference of values. 0 means no change along the ranking.
//!
//! # How to read it
//! The figure is that of the slope index; the interval answers another question. The closed form asks
//! how surely each group's value is known, this one how far the groups lie from the line.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {size} higher at the {end} end than at the
//! other.
//!
//! # When it applies
//! Three ordered groups or more with known sizes. It needs no counts or standard errors.
//!
//! # Limits
//! With few groups the interval is itself unsure; five groups on a line by chance look very certain.
//!
//! # Sources
//! - MacKinnon JG, White H. Some heteroskedasticity-consistent covariance matrix estimators with
//!   improved finite sample properties. Journal of Econometrics 1985;29:305–325.
//!   doi:10.1016/0304-4076(85)90158-7
//! - Schlotheuber A, Hosseinpoor AR. IJERPH 2022;19:3697. doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::slope_index_robust, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![10.0, 12.0, 11.0, 14.0, 13.0], vec![1.0; 5], None)?;
//! let gap = slope_index_robust::of(&fifths, Level::P95)?;
//! assert!((gap.value() - 4.0).abs() < 1e-12);
//! assert!(gap.interval().is_ok());
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
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(
    "slope-index-robust",
    "Slope index of inequality (linear, robust interval)",
    run,
)
.form(Line::Slope, Slope::Robust)
.recommended("the absolute gap from end to end, taking in every group")
.text(lesson!("slope_index_robust.rs"));

/// The slope in the textbook direction (least less most disadvantaged), with the HC1 interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] when fewer than two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    ends.difference(sample, Uncertainty::Scatter, level, "linear, robust (HC1)")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let slope = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    Ok(ridit::directed(slope, groups.polarity))
}
