//! The gap between the two ends of the ranking when each step multiplies the value.
//!
//! # Formula
//! ln yᵢ ≈ α + β·bᵢ, weighed by aᵢ; slope index = e^(α+β) − e^α
//!
//! # Symbols
//! - yᵢ: the value of group i, above 0. aᵢ: its share of all people. bᵢ: its middle rank, 0 (most
//!   disadvantaged) to 1.
//! - wᵢ: what each ln yᵢ is multiplied by to make β. sᵢ: the standard error of ln yᵢ (that of yᵢ over
//!   yᵢ, or from the logarithms of the limits). z: 1.96 at 95 %.
//!
//! Interval: β's limits L, U = β ± z·√Σ(wᵢsᵢ)², each turned about the middle of the line:
//! e^(h+L/2) − e^(h−L/2) and the same with U, where h = α + β/2.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of a difference of values. 0 means no change along the ranking.
//!
//! # How to read it
//! As the slope index. For rates, where a curve that never falls below 0 fits better than a straight
//! line. Textbook sign: least less most disadvantaged; the card is turned where more is worse.
//!
//! # In plain words
//! A curve through all groups, each counted by its size, is {size} higher at the {end} end than at the
//! other.
//!
//! # When it applies
//! Three ordered groups or more with known sizes and values above 0.
//!
//! # Limits
//! A group without events has no logarithm: it is refused. Not comparable with a linear slope index.
//!
//! # Sources
//! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of
//!   Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::slope_index_log, sample::Sample};
//! use equal_measure::core::units::Level;
//! let halving = Sample::new(vec![8.0, 4.0, 2.0], vec![1.0; 3], Some(vec![0.1; 3]))?;
//! let gap = slope_index_log::of(&halving, Level::P95)?;
//! assert!((gap.value() - (2.0_f64.sqrt() - 128.0_f64.sqrt())).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ridit;
use super::transformed::{Curve, Transform};
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::Groups;
use crate::core::lesson::lesson;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Line, Measure};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(
    "slope-index-log",
    "Slope index of inequality (logarithmic)",
    run,
)
.form(Line::Slope, Slope::Logarithmic)
.recommended("the absolute gap from end to end, taking in every group")
.text(lesson!("slope_index_log.rs"));

/// The slope through the logarithms, back on the values' scale, least less most disadvantaged.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value that is not above 0; [`Refusal::TooFewGroups`] when fewer than
/// two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let curve = Curve::through(sample, Transform::Log)?;
    let interval = curve.slope_limits(level).and_then(|(lower, upper)| {
        Interval::new(
            curve.difference_at(lower),
            curve.difference_at(upper),
            level,
        )
    });
    Estimate::new(
        curve.difference_at(curve.line.slope),
        interval,
        "logarithmic, closed form",
    )
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let slope = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    Ok(ridit::directed(slope, groups.polarity))
}
