//! The gap between the two ends of the ranking for shares, along a curve that stays between 0 and 100 %.
//!
//! # Formula
//! ln(p/(1−p)) = α + β·b, fitted by quasi-binomial likelihood weighed by people;
//! slope index = p(1) − p(0)
//!
//! # Symbols
//! - p(b): the fitted share at rank b, from the most (0) to the least disadvantaged person (1).
//! - yᵢ, nᵢ, bᵢ: each group's share, people and middle rank. sᵢ: its standard error; z: 1.96 at 95 %.
//!
//! Interval: the index ± z·√Σ(cᵢsᵢ)², where cᵢ is how fast the index moves with yᵢ. The robust form
//! puts |yᵢ − p(bᵢ)|·√(J/(J−2)) for sᵢ, with J groups (HC1).
//!
//! # Range and the value of no inequality
//! −1 to 1 (percentage points). 0 means no change along the ranking.
//!
//! # How to read it
//! As the slope index, for shares close to 0 or 100 % where a straight line would leave the range.
//! Textbook sign: least less most disadvantaged; the card is turned where more is worse.
//!
//! # In plain words
//! A curve through all groups, each counted by its size, is {size} higher at the {end} end than at the
//! other.
//!
//! # When it applies
//! Three ordered groups or more with known sizes and values between 0 and 1.
//!
//! # Limits
//! On the same data it differs from the linear slope index, sometimes by a fifth: compare like with
//! like. healthequal 1.0.1 weighs groups by the square of their people, which gives another figure.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Moreno-Betancur M and others. Relative index of inequality and slope index of inequality.
//!   Epidemiology 2015;26:518–527. doi:10.1097/EDE.0000000000000311
//! - MacKinnon JG, White H. Journal of Econometrics 1985;29:305–325. doi:10.1016/0304-4076(85)90158-7
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::slope_index_logit, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![0.1, 0.2, 0.3, 0.4, 0.5], vec![1.0; 5], Some(vec![0.01; 5]))?;
//! let gap = slope_index_logit::of(&fifths, Level::P95)?;
//! assert!((gap.value() - 0.485_986).abs() < 1e-6);
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
    "slope-index-logit",
    "Slope index of inequality (logit)",
    run,
)
.form(Line::Slope, Slope::Logit)
.recommended("the absolute gap from end to end, taking in every group")
.text(lesson!("slope_index_logit.rs"));

/// The difference of the logit curve's ends, least less most disadvantaged, with the interval from the
/// groups' own standard errors.
///
/// # Errors
/// As [`Ends::logit`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::logit(sample)?;
    ends.difference(sample, Uncertainty::OwnErrors, level, "logit, closed form")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let slope = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    Ok(ridit::directed(slope, groups.polarity))
}
