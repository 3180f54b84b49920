//! The slope index with the interval that Public Health England's tool makes by simulation.
//!
//! # Formula
//! slope index = β as for the slope index; limits: the 2.5th and 97.5th of a hundred parts of β*
//! over the repetitions
//!
//! # Symbols
//! - β*, α*: slope and start of the line through values drawn from normal distributions with each
//!   group's value and standard error. 100,000 repetitions, drawn with a fixed seed.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of a difference of values. 0 means no change along the ranking.
//!
//! # How to read it
//! The figure is that of the slope index. The interval agrees with the closed form to within the
//! chance of the simulation; it is offered for comparison with published figures.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {size} higher at the {end} end than at the
//! other.
//!
//! # When it applies
//! Three ordered groups or more with known sizes and standard errors.
//!
//! # Limits
//! Slower than the closed form and not better. Another seed moves the limits a little. Public
//! Health England's package, version 2.1.0, takes a standard error given with a logarithmic or
//! logit scale to be on that scale already; here it is always that of the value.
//!
//! # Sources
//! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal
//!   of Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::slope_index_simulated, sample::Sample};
//! use equal_measure::core::{number::generator::Pcg, units::Level};
//! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
//! let gap = slope_index_simulated::of(&fifths, Level::P95, 1_000, &mut Pcg::new(1))?;
//! assert!(gap.interval().clone()?.contains(5.0));
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ends::Ends;
use super::ridit;
use super::simulation::{REPETITIONS, draws, limits};
use super::transformed::Transform;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Line, Measure};
use crate::core::number::generator::{Pcg, Stream};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(
    "slope-index-simulated",
    "Slope index of inequality (linear, simulated interval)",
    run,
)
.form(Line::Slope, Slope::Simulated)
.recommended("the absolute gap from end to end, taking in every group")
.text(lesson!("slope_index_simulated.rs"));

/// The slope in the textbook direction, with limits from as many repetitions of this stream.
///
/// # Errors
/// [`Refusal::TooFewGroups`]. The interval is refused without standard errors.
pub fn of(
    sample: &Sample,
    level: Level,
    repetitions: usize,
    stream: &mut impl Stream,
) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    let interval = draws(sample, Transform::Identity, repetitions, stream)
        .and_then(|draws| limits(draws.slopes, level));
    Estimate::new(ends.end - ends.start, interval, "linear, simulated")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let sample = Sample::of_ordered(groups, 3)?;
    let mut stream = Pcg::new(groups.seed);
    let slope = of(&sample, groups.level, REPETITIONS, &mut stream)?;
    Ok(ridit::directed(slope, groups.polarity))
}
