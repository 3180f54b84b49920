//! How much activity there is now compared with the same period before, and whether groups differ
//! in it.
//!
//! # Formula
//! R = x₂ / x₁ (or per day: (x₂/d₂)/(x₁/d₁)); ratio of recovery = (R of one group) / (R of another)
//!
//! # Symbols
//! - x₁, x₂: events in the baseline and in the later period; d₁, d₂: days, or people, in each.
//!
//! Interval: on the logarithm, with standard error √(1/x₁ + 1/x₂); for the ratio of two recoveries
//! √ of the sum over all four counts.
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means as much as before; for the ratio of two recoveries, 1 means
//! that both have recovered alike.
//!
//! # How to read it
//! 0.92 means 92 % of baseline activity. A ratio of recoveries of 0.95 means that the first group
//! is 5 % behind the second.
//!
//! # When it applies
//! Counts of events in two periods; compare the same months of the year.
//!
//! # Limits
//! The baseline may have been unequal already: equal recovery restores the old gap. Populations may
//! have moved since.
//!
//! # Sources
//! - Rothman KJ, Greenland S, Lash TL. Modern epidemiology. 3rd edition. Lippincott, 2008, chapter
//!   14.
//!
//! # In plain words
//! 1 means as high as in the first period; where one side's line lies below the other's, its figure has
//! grown less since then, or fallen more.
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::time::recovery, units::Level};
//! let year = |events| Counts { events, people: 365.0 };
//! let worse = (year(1000.0), year(900.0));
//! let better = (year(1000.0), year(1000.0));
//! let behind = recovery::ratio(worse, better, Level::P95)?;
//! assert!((behind.value() - 0.9).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::measure::standard_error::log_wald;
use crate::core::measure::two_groups::ratio;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// Events of the later period over those of the baseline, each per its days or people.
///
/// # Errors
/// As [`ratio::of_rates`].
pub fn of(baseline: Counts, later: Counts, level: Level) -> Result<Estimate, Refusal> {
    ratio::of_rates(later, baseline, level)
}

/// The recovery of the first group over that of the second; each is given as baseline and later counts.
///
/// # Errors
/// As [`ratio::of_rates`], and [`Refusal::Zero`] when the second has not recovered at all.
pub fn ratio(
    first: (Counts, Counts),
    second: (Counts, Counts),
    level: Level,
) -> Result<Estimate, Refusal> {
    let ours = of(first.0, first.1, level)?;
    let theirs = of(second.0, second.1, level)?;
    if theirs.value() <= 0.0 {
        return Err(Refusal::Zero {
            what: "the other group's recovery",
        });
    }
    let error = if first.1.events > 0.0 {
        let counts = [first.0, first.1, second.0, second.1];
        Ok(counts
            .iter()
            .map(|counts| 1.0 / counts.events)
            .sum::<f64>()
            .sqrt())
    } else {
        Err(Refusal::TooFewEvents { need: 1, got: 0 })
    };
    log_wald(
        ours.value() / theirs.value(),
        error,
        level,
        "logarithm of the rate ratios",
    )
}
