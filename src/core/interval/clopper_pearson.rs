//! # Proportion with the exact interval of Clopper and Pearson
//!
//! The share of people with an outcome, with an interval that never holds the truth less often than its
//! level says.
//!
//! # Formula
//! lower: the share at which x or more has probability α/2; upper: the share at which x or fewer has.
//! These are beta quantiles: B(α/2; x, n−x+1) and B(1−α/2; x+1, n−x).
//!
//! # Symbols
//! x people with the outcome; n people; α one less the level; B the quantile of the beta distribution.
//!
//! # Range and the value of no inequality
//! 0 to 1. A share of one group has no value of no inequality.
//!
//! # How to read it
//! A share from 0 to 1. Wider than Wilson's, since it guards against the worst case.
//!
//! # When it applies
//! Counts of people with and without a yes-or-no outcome, where an interval must never be too narrow.
//!
//! # Limits
//! Cautious: for small n its true level is well above the stated one. Relative error of the limits below
//! 10⁻¹⁰ for n up to 10⁶.
//!
//! # Sources
//! Clopper CJ, Pearson ES. Biometrika 1934;26:404–13. doi:10.1093/biomet/26.4.404
//!
//! # Example
//! ```
//! use equal_measure::core::{interval::clopper_pearson, units::Level};
//! let limits = clopper_pearson(2.0, 17.0, Level::P95)?.interval().clone()?;
//! assert!((limits.lower() - 0.014_579_316_840_302_5).abs() < 1e-14);
//! assert!((limits.upper() - 0.364_409_162_101_250_3).abs() < 1e-14);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::check_share;
use crate::core::estimate::{Estimate, Interval};
use crate::core::number::binomial;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The share `events`/`people` with the exact interval.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 ≤ `events` ≤ `people` and `people` > 0.
pub fn clopper_pearson(events: f64, people: f64, level: Level) -> Result<Estimate, Refusal> {
    check_share(events, people)?;
    let tail = (1.0 - level.proportion()) / 2.0;
    let lower = binomial::lower_limit(events, people, tail);
    let upper = binomial::upper_limit(events, people, tail);
    let interval =
        lower.and_then(|lower| upper.and_then(|upper| Interval::new(lower, upper, level)));
    Estimate::new(events / people, interval, "Clopper–Pearson")
}
