//! How many times as many people are without the outcome in one group as in another.
//!
//! # Formula
//! s = (1 − y₁) / (1 − y₂)
//!
//! # Symbols
//! - y₁, y₂: the share with the outcome in each group; 1 − y: the share without.
//!
//! Interval: Katz's, on the counts of those without.
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means no gap between the two groups.
//!
//! # How to read it
//! Coverage of 95 % and 98 % looks alike; 5 % and 2 % without do not: the shortfall ratio is 2.5.
//! The card sets the side that is further from everybody against the other where more is better;
//! bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! Counted from everybody down, the distance of the one side is {number} times that of the other.
//!
//! # When it applies
//! Shares of people with counts. Most telling where nearly everybody has the outcome.
//!
//! # Limits
//! Where nearly everybody is covered a few people move it much.
//!
//! # Sources
//! - Keppel K and others. Methodological issues in measuring health disparities. Vital and Health
//!   Statistics 2005;2(141):1–16. PMID 16032956
//! - Katz D, Baptista J, Azen SP, Pike MC. Biometrics 1978;34:469–474. doi:10.2307/2530610
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::shortfall_ratio, units::Level};
//! let worse = Counts { events: 950.0, people: 1000.0 };
//! let better = Counts { events: 980.0, people: 1000.0 };
//! let times = shortfall_ratio::of_shares(worse, better, Level::P95)?;
//! assert!((times.value() - 2.5).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::{pair, ratio};
use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::measure::Measure;
use crate::core::measure::standard_error;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_two(|groups| {
    pair::of_shares(groups, |higher, lower, level| {
        of_shares(lower, higher, level)
    })
})
.named("shortfall-ratio", "Shortfall ratio")
.relative(Unit::Ratio)
.text(method_text!("shortfall_ratio.rs"));

/// The first side's share without the outcome over the second's, with Katz's interval.
///
/// # Errors
/// As [`ratio::of_shares`], for those without.
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    standard_error::check_share(first)?;
    standard_error::check_share(second)?;
    let without = |counts: Counts| Counts {
        events: counts.people - counts.events,
        people: counts.people,
    };
    ratio::of_shares(without(first), without(second), level)
}
