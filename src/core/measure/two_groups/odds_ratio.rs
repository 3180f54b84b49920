//! How many times as high the odds of the outcome are in one group as in another.
//!
//! # Formula
//! o = (x₁/(n₁−x₁)) / (x₂/(n₂−x₂))
//!
//! # Symbols
//! - x₁, x₂: people with the outcome; n₁, n₂: all people of each group. z: 1.96 at 95 %.
//!
//! Interval (Woolf): o·e^(±z·e) with e = √(1/x₁ + 1/(n₁−x₁) + 1/x₂ + 1/(n₂−x₂)).
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means no gap between the two groups.
//!
//! # How to read it
//! Odds are those with the outcome for each one without. An odds ratio is always further from 1
//! than the ratio of the shares, and close to it only for rare outcomes. The card takes the most
//! and the least disadvantaged group (without an order, the worst and the best, or the worst and
//! the reference); bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! The odds differ {number} times; that is always further from 1 than the ratio of the shares.
//!
//! # When it applies
//! Shares of people with counts, with and without the outcome in both groups.
//!
//! # Limits
//! Easily misread as a ratio of shares: an odds ratio of 2.7 can be 80 % against 60 %. Give the
//! difference or ratio first.
//!
//! # Sources
//! - Woolf B. On estimating the relation between blood group and disease. Annals of Human Genetics
//!   1955;19:251–253. doi:10.1111/j.1469-1809.1955.tb01348.x
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::odds_ratio, units::Level};
//! let a = Counts { events: 56.0, people: 70.0 };
//! let b = Counts { events: 48.0, people: 80.0 };
//! let odds = odds_ratio::of_shares(a, b, Level::P95)?;
//! assert!((odds.value() - 8.0 / 3.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::pair;
use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::measure::Measure;
use crate::core::measure::standard_error::{self, log_wald};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| pair::of_shares(groups, of_shares))
        .named("odds-ratio", "Odds ratio")
        .relative(Unit::Ratio)
        .text(method_text!("odds_ratio.rs"));

/// The odds of the first over those of the second, with Woolf's interval.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people; [`Refusal::Zero`] when the second has no events
/// or the first nobody without. The interval is refused when any of the four counts is 0.
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    standard_error::check_share(first)?;
    standard_error::check_share(second)?;
    let cells = [
        first.events,
        first.people - first.events,
        second.events,
        second.people - second.events,
    ];
    if cells[1] <= 0.0 || cells[2] <= 0.0 {
        return Err(Refusal::Zero {
            what: "a count of the other odds",
        });
    }
    let error = if cells.iter().all(|&count| count > 0.0) {
        Ok(cells.iter().map(|count| 1.0 / count).sum::<f64>().sqrt())
    } else {
        Err(Refusal::TooFewEvents { need: 1, got: 0 })
    };
    log_wald(
        cells[0] / cells[1] * (cells[3] / cells[2]),
        error,
        level,
        "Woolf",
    )
}
