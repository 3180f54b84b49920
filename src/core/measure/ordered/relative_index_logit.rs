//! How many times as high a share is at one end of the ranking, along a curve between 0 and 100 %.
//!
//! # Formula
//! ln(p/(1−p)) = α + β·b, fitted by quasi-binomial likelihood weighed by people;
//! relative index = p(1) / p(0)
//!
//! # Symbols
//! - p(b): the fitted share at rank b, from the most (0) to the least disadvantaged person (1).
//! - yᵢ, nᵢ, bᵢ: each group's share, people and middle rank. sᵢ: its standard error; z: 1.96 at 95 %.
//!
//! Interval: r·e^(±z·e) with e = √Σ(cᵢsᵢ)², where cᵢ is how fast ln r moves with yᵢ. The robust form
//! puts |yᵢ − p(bᵢ)|·√(J/(J−2)) for sᵢ, with J groups (HC1).
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means no change along the ranking.
//!
//! # How to read it
//! As the relative index. Textbook direction: least over most disadvantaged; the card is turned over
//! where more is worse.
//!
//! # In plain words
//! A curve through all groups, each counted by its size, is {number} times as high at the {high} end as
//! at the {low} end.
//!
//! # When it applies
//! Three ordered groups or more with known sizes and values between 0 and 1.
//!
//! # Limits
//! Not comparable with the linear form. Of a common outcome the index is always near 1. healthequal
//! 1.0.1 weighs groups by the square of their people.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Moreno-Betancur M and others. Relative index of inequality and slope index of inequality.
//!   Epidemiology 2015;26:518–527. doi:10.1097/EDE.0000000000000311
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::relative_index_logit, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![0.1, 0.2, 0.3, 0.4, 0.5], vec![1.0; 5], Some(vec![0.01; 5]))?;
//! let times = relative_index_logit::of(&fifths, Level::P95)?;
//! assert!((times.value() - 6.025_92).abs() < 1e-5);
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
    "relative-index-logit",
    "Relative index of inequality (logit)",
    run,
)
.relative(Unit::Ratio)
.form(Line::Relative, Slope::Logit)
.recommended("the same gap in relative terms")
.text(lesson!("relative_index_logit.rs"));

/// The ratio of the logit curve's ends, least over most disadvantaged, with the interval from the
/// groups' own standard errors.
///
/// # Errors
/// As [`Ends::logit`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::logit(sample)?;
    ends.ratio(sample, Uncertainty::OwnErrors, level, "logit, closed form")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let ratio = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    ridit::directed_ratio(ratio, groups.polarity)
}
