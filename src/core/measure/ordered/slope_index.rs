//! The gap between the most and the least disadvantaged person, taking every group into account.
//!
//! # Formula
//! yᵢ ≈ α + β·bᵢ, weighed by aᵢ; slope index = β = Σ aᵢ(bᵢ − b̄)yᵢ / D
//!
//! # Symbols
//! - yᵢ: the value of group i, in its own unit. aᵢ: its share of all people, 0 to 1.
//! - bᵢ: the middle of its stretch of the population ranked from most (0) to least disadvantaged (1).
//! - b̄ = Σ aᵢbᵢ; D = Σ aᵢ(bᵢ − b̄)²; sᵢ: the standard error of yᵢ; z: 1.96 at 95 %.
//!
//! Interval: β ± z·√Σ(wᵢsᵢ)² with wᵢ = aᵢ(bᵢ − b̄)/D: how surely the groups' own values are known.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of a difference of values. 0 means that the value does not change along the
//! ranking.
//!
//! # How to read it
//! A slope index of 4 percentage points means that the straight line through all groups differs by 4
//! points from its most to its least disadvantaged end. Textbook sign: least less most disadvantaged.
//! The card is turned where more is worse, so that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {size} higher at the {end} end than at the
//! other.
//!
//! # When it applies
//! Three ordered groups or more with known sizes. The interval needs counts, limits or standard errors.
//!
//! # Limits
//! It assumes a straight line; where only the most disadvantaged group stands out, the line misses it.
//! Linear, logarithmic and logit forms give different figures on the same data, so the form is printed.
//! The interval does not cover how badly the line fits: see the robust form.
//!
//! # Sources
//! - Pamuk ER. Social class inequality in mortality from 1921 to 1972. Population Studies
//!   1985;39:17–31. doi:10.1080/0032472031000141256
//! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of
//!   Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::slope_index, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
//! let gap = slope_index::of(&fifths, Level::P95)?;
//! assert!((gap.value() - 5.0).abs() < 1e-12);
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

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_ordered("slope-index", "Slope index of inequality (linear)", run)
        .form(Line::Slope, Slope::Linear)
        .recommended("the absolute gap from end to end, taking in every group")
        .text(lesson!("slope_index.rs"));

/// The slope in the textbook direction (least less most disadvantaged), with the closed-form interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] when fewer than two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    ends.difference(sample, Uncertainty::OwnErrors, level, "linear, closed form")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let slope = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    Ok(ridit::directed(slope, groups.polarity))
}
