//! How small and how large a gap could be if the people of unknown group belonged to one side or other.
//!
//! # Formula
//! largest: (x₁ + u) / (n₁ + u) − x₂ / (n₂ + v); smallest: x₁ / (n₁ + v) − (x₂ + u) / (n₂ + u)
//!
//! # Symbols
//! - x₁, n₁: people with the outcome and all people of the first side; x₂, n₂: of the second.
//! - u, v: people of unknown group with and without the outcome.
//!
//! # Range and the value of no inequality
//! −1 to 1 (percentage points). 0 means no gap; where the two bounds have different signs, the unknown
//! could reverse the gap.
//!
//! # How to read it
//! Nobody knows where these people belong, but however they are shared out, the gap lies between the
//! bounds. Wide bounds mean that completeness matters more than any interval.
//!
//! # When it applies
//! Shares of people, with counts for both sides and for the unknown.
//!
//! # Limits
//! The bounds are for the worst luck: everyone with the outcome on one side, everyone without on
//! the other. A milder question is that of all unknown people on one side together. Bounds say
//! nothing of chance: they are not an interval.
//!
//! # Sources
//! - Manski CF. Partial identification of probability distributions. Springer, 2003, chapter 1.
//!   doi:10.1007/b97478
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::unknown::bounds};
//! use equal_measure::core::units::Polarity;
//! let worse = Counts { events: 20.0, people: 100.0 };
//! let better = Counts { events: 10.0, people: 100.0 };
//! let unknown = Counts { events: 2.0, people: 10.0 };
//! let range = bounds::of_difference(worse, better, unknown, Polarity::MoreIsWorse)?;
//! assert!((range.observed - 0.1).abs() < 1e-12);
//! assert!((range.worst_case - (22.0 / 102.0 - 10.0 / 108.0)).abs() < 1e-12);
//! assert!((range.best_case - (20.0 / 108.0 - 12.0 / 102.0)).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::group::Counts;
use crate::core::measure::standard_error::check_share;
use crate::core::refusal::Refusal;
use crate::core::units::Polarity;

/// A gap as it stands and as it could be: worse-off share less better-off share, in the raw direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The gap of the known groups only.
    pub observed: f64,
    /// The gap least against the disadvantaged.
    pub best_case: f64,
    /// The gap most against the disadvantaged.
    pub worst_case: f64,
}

/// The bounds over every assignment of the unknown to either side, or to groups of neither side.
///
/// Where more is better, the worst case is the lowest difference; else the highest.
///
/// # Errors
/// [`Refusal::Zero`] when a side has no people; [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
pub fn of_difference(
    worse_off: Counts,
    better_off: Counts,
    unknown: Counts,
    polarity: Polarity,
) -> Result<Range, Refusal> {
    let (observed, with, without) = parts(worse_off, better_off, unknown)?;
    let highest = share(plus(worse_off, with)) - share(plus(better_off, without));
    let lowest = share(plus(worse_off, without)) - share(plus(better_off, with));
    Ok(directed(observed, lowest, highest, polarity))
}

/// The two gaps if all unknown people belonged to the one side, or all to the other.
///
/// # Errors
/// As [`of_difference`].
pub fn of_whole(
    worse_off: Counts,
    better_off: Counts,
    unknown: Counts,
    polarity: Polarity,
) -> Result<Range, Refusal> {
    let (observed, _, _) = parts(worse_off, better_off, unknown)?;
    let one = share(plus(worse_off, unknown)) - share(better_off);
    let other = share(worse_off) - share(plus(better_off, unknown));
    Ok(directed(observed, one.min(other), one.max(other), polarity))
}

/// The gap of the known, and the unknown split into those with and those without the outcome.
fn parts(
    worse_off: Counts,
    better_off: Counts,
    unknown: Counts,
) -> Result<(f64, Counts, Counts), Refusal> {
    check_share(worse_off)?;
    check_share(better_off)?;
    if unknown.people > 0.0 {
        check_share(unknown)?;
    }
    let with = Counts {
        events: unknown.events,
        people: unknown.events,
    };
    let without = Counts {
        events: 0.0,
        people: unknown.people - unknown.events,
    };
    Ok((share(worse_off) - share(better_off), with, without))
}

fn directed(observed: f64, lowest: f64, highest: f64, polarity: Polarity) -> Range {
    let (best_case, worst_case) = match polarity {
        Polarity::MoreIsBetter => (highest, lowest),
        Polarity::MoreIsWorse | Polarity::Neutral => (lowest, highest),
    };
    Range {
        observed,
        best_case,
        worst_case,
    }
}

pub(super) fn plus(side: Counts, more: Counts) -> Counts {
    Counts {
        events: side.events + more.events,
        people: side.people + more.people,
    }
}

pub(super) fn share(counts: Counts) -> f64 {
    counts.events / counts.people
}
