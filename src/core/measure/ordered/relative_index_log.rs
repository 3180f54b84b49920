//! How many times as high the value is at one end of the ranking, when each step multiplies it.
//!
//! # Formula
//! ln yᵢ ≈ α + β·bᵢ, weighed by aᵢ; relative index = e^β
//!
//! # Symbols
//! - yᵢ: the value of group i, above 0. aᵢ: its share of all people. bᵢ: its middle rank, 0 (most
//!   disadvantaged) to 1.
//! - wᵢ: what each ln yᵢ is multiplied by to make β. sᵢ: the standard error of ln yᵢ. z: 1.96 at 95 %.
//!
//! Interval: e^(β ± z·√Σ(wᵢsᵢ)²).
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means no change along the ranking.
//!
//! # How to read it
//! As the relative index: 1.5 means half as high again at one end. Textbook direction: least over most
//! disadvantaged; the card is turned over where more is worse.
//!
//! # In plain words
//! A curve through all groups, each counted by its size, is {number} times as high at the {high} end as
//! at the {low} end.
//!
//! # When it applies
//! Three ordered groups or more with known sizes and values above 0.
//!
//! # Limits
//! A group without events has no logarithm: it is refused. Not comparable with the linear form.
//!
//! # Sources
//! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of
//!   Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::relative_index_log, sample::Sample};
//! use equal_measure::core::units::Level;
//! let halving = Sample::new(vec![8.0, 4.0, 2.0], vec![1.0; 3], Some(vec![0.1; 3]))?;
//! let times = relative_index_log::of(&halving, Level::P95)?;
//! assert!((times.value() - 0.125).abs() < 1e-12);
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
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(
    "relative-index-log",
    "Relative index of inequality (logarithmic)",
    run,
)
.relative(Unit::Ratio)
.form(Line::Relative, Slope::Logarithmic)
.recommended("the same gap in relative terms")
.text(lesson!("relative_index_log.rs"));

/// Least over most disadvantaged end of the curve through the logarithms.
///
/// # Errors
/// As [`super::slope_index_log::of`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let curve = Curve::through(sample, Transform::Log)?;
    let interval = curve
        .slope_limits(level)
        .and_then(|(lower, upper)| Interval::new(lower.exp(), upper.exp(), level));
    Estimate::new(curve.line.slope.exp(), interval, "logarithmic, closed form")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let ratio = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    ridit::directed_ratio(ratio, groups.polarity)
}
