//! The gap between two shares on a scale where the same step means as much near 0 % as near 50 %.
//!
//! # Formula
//! h = 2·arcsin√p₁ − 2·arcsin√p₂
//!
//! # Symbols
//! - p₁, p₂: the shares of the two groups; n₁, n₂: their people. z: 1.96 at 95 %.
//!
//! Interval: h ± z·√(1/n₁ + 1/n₂).
//!
//! # Range and the value of no inequality
//! −π to π, without a unit. 0 means no gap between the two groups.
//!
//! # How to read it
//! Cohen called 0.2 small, 0.5 medium and 0.8 large. Use it to compare gaps of indicators with very
//! different levels. Bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! 0.2 is often called small, 0.5 medium and 0.8 large.
//!
//! # When it applies
//! Shares of people with counts.
//!
//! # Limits
//! The scale is hard to explain, and "small" may still be many people.
//!
//! # Sources
//! - Cohen J. Statistical power analysis for the behavioral sciences. 2nd edition. Erlbaum, 1988,
//!   chapter 6, pages 179–213. doi:10.4324/9780203771587
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::cohens_h, units::Level};
//! let a = Counts { events: 75.0, people: 100.0 };
//! let b = Counts { events: 25.0, people: 100.0 };
//! let h = cohens_h::of_shares(a, b, Level::P95)?;
//! assert!((h.value() - std::f64::consts::FRAC_PI_3).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::pair;
use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::measure::Measure;
use crate::core::measure::standard_error::{self, wald};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| pair::of_shares(groups, of_shares))
        .named("cohens-h", "Cohen's h")
        .unit(Unit::Index)
        .text(method_text!("cohens_h.rs"));

/// The difference of the arcsine-transformed shares, first less second.
///
/// # Errors
/// [`Refusal::Zero`] without people, [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    standard_error::check_share(first)?;
    standard_error::check_share(second)?;
    let angle = |counts: Counts| 2.0 * (counts.events / counts.people).sqrt().asin();
    let error = (1.0 / first.people + 1.0 / second.people).sqrt();
    wald(angle(first) - angle(second), Ok(error), level, "arcsine")
}
