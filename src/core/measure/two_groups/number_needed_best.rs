//! How many more people of the worse-off group would need the outcome for it to be level with the best group.
//!
//! # Formula
//! k = the smallest whole number with (x + k)/n ≥ B (more is better), or with (x − k)/n ≤ B (more
//! is worse)
//!
//! # Symbols
//! - x, n: people with the outcome and all people of the group. B: the best share of any group.
//!
//! # Range and the value of no inequality
//! 0 or more, in people. 0 means that the group is the best, or level with it.
//!
//! # How to read it
//! "2,036 more people vaccinated would bring this group to the best group's rate." The card takes the most
//! disadvantaged group (without an order, the one with the worst value, the reference left out), and the
//! group with the best value, wherever it stands in an order.
//!
//! # In plain words
//! In the group that fares worse, {size} {fewer} people with the outcome would make it level with the
//! best group.
//!
//! # When it applies
//! Shares of people with whole counts in every group.
//!
//! # Limits
//! The best of many small groups is partly the luckiest: its rate is likely to be lower next time. No
//! interval: it counts people, not chance.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::number_needed_best, units::Polarity};
//! let groups = [30.0, 75.0, 60.0].map(|events| Counts { events, people: 100.0 });
//! let needed = number_needed_best::of(groups[0], &groups, Polarity::MoreIsBetter)?;
//! assert!((needed.value() - 45.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::cramers_v::counts_of;
use super::{number_needed, pair};
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups};
use crate::core::lesson::lesson;
use crate::core::measure::standard_error::check_share;
use crate::core::measure::{Basis, Measure};
use crate::core::refusal::Refusal;
use crate::core::units::{Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(
    "number-needed-best",
    "Number needed to reach the best group",
    run,
)
.unit(Unit::People)
.basis(Basis::Parts)
.text(lesson!("number_needed_best.rs"));

/// The people that `group` needs for the best share among `groups`.
///
/// # Errors
/// [`Refusal::Missing`] without groups; else as [`number_needed::to_group`].
pub fn of(group: Counts, groups: &[Counts], polarity: Polarity) -> Result<Estimate, Refusal> {
    groups.iter().copied().try_for_each(check_share)?;
    let best = groups.iter().copied().reduce(|best, next| {
        // Cross products, so that equal shares of different sizes stay equal.
        let (mine, other) = (best.events * next.people, next.events * best.people);
        let better = if polarity == Polarity::MoreIsWorse {
            other < mine
        } else {
            other > mine
        };
        if better { next } else { best }
    });
    let best = best.ok_or(Refusal::Missing { what: "groups" })?;
    number_needed::to_group(group, best, polarity)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let pair = pair::of_groups(groups)?;
    let all = counts_of(groups)?;
    let worse_off = pair.worse_off_counts(groups.kind)?;
    of(worse_off, &all, groups.polarity)
}
