//! How much higher the value is in one group than in another, as a percentage of the other's value.
//!
//! # Formula
//! d = (y₁ − y₂) / y₂ = r − 1, shown as a percentage
//!
//! # Symbols
//! - y₁, y₂: the values of the two groups. r: their ratio, with its interval; 1 is taken off each
//!   limit.
//!
//! # Range and the value of no inequality
//! From −100 % upwards. 0 means no gap between the two groups.
//!
//! # How to read it
//! 25 % means that the value is a quarter higher on the first side. Not to be confused with
//! percentage points: from 4 % to 5 % is one point and 25 %. Bigger is a bigger gap against the
//! disadvantaged.
//!
//! # In plain words
//! One figure is {size} away from the other, in percent of it, not percentage points.
//!
//! # When it applies
//! Two groups or more with values above 0.
//!
//! # Limits
//! As for the ratio: a large percentage can be few people. Which group is the base changes the
//! figure.
//!
//! # Sources
//! - Keppel K and others. Methodological issues in measuring health disparities. Vital and Health
//!   Statistics 2005;2(141):1–16. PMID 16032956
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::percent_difference, units::Level};
//! let a = Counts { events: 56.0, people: 70.0 };
//! let b = Counts { events: 48.0, people: 80.0 };
//! let more = percent_difference::of_shares(a, b, Level::P95)?;
//! assert!((more.value() - 1.0 / 3.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ratio;
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups};
use crate::core::measure::Measure;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_two(run)
    .named("percent-difference", "Percent difference")
    .relative(Unit::Percent)
    .text(method_text!("percent_difference.rs"));

/// How much more the first share is than the second, as a proportion of the second (0.25 for 25 %).
///
/// # Errors
/// As [`ratio::of_shares`].
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    of_ratio(ratio::of_shares(first, second, level)?)
}

/// A ratio as a percent difference.
///
/// # Errors
/// [`Refusal::Undefined`] when the ratio is not finite.
pub fn of_ratio(ratio: Estimate) -> Result<Estimate, Refusal> {
    ratio.map(|times| times - 1.0)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    of_ratio((ratio::MEASURE.run)(groups)?)
}
