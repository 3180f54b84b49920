//! How many more people of the worse-off group would need the outcome for it to be level with the average.
//!
//! # Formula
//! k = the smallest whole number with (x + k)/n ≥ X/N (more is better), or with (x − k)/n ≤ X/N (more
//! is worse)
//!
//! # Symbols
//! - x, n: people with the outcome and all people of the group. X, N: the same of all groups together, this
//!   one included.
//!
//! # Range and the value of no inequality
//! 0 or more, in people. 0 means that the group is level with the average, or better.
//!
//! # How to read it
//! "310 more people vaccinated would bring this group to the average." The card takes the most
//! disadvantaged group (without an order, the one with the worst value, the reference left out).
//!
//! # In plain words
//! In the group that fares worse, {size} {fewer} people with the outcome would make it level with the
//! average as it stands.
//!
//! # When it applies
//! Shares of people with whole counts in every group.
//!
//! # Limits
//! Reaching the average moves the average; the figure takes it as it stands today. Where many groups fare
//! badly the average does too: see the number needed to reach the best group. No interval: it counts
//! people, not chance.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::number_needed_average, units::Polarity};
//! let groups = [Counts { events: 30.0, people: 100.0 }, Counts { events: 60.0, people: 100.0 }];
//! let needed = number_needed_average::of(groups[0], &groups, Polarity::MoreIsBetter)?;
//! assert!((needed.value() - 15.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::cramers_v::counts_of;
use super::{number_needed, pair};
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups};
use crate::core::lesson::lesson;
use crate::core::measure::{Basis, Measure};
use crate::core::refusal::Refusal;
use crate::core::units::{Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(
    "number-needed-average",
    "Number needed to reach the average",
    run,
)
.unit(Unit::People)
.basis(Basis::Parts)
.text(lesson!("number_needed_average.rs"));

/// The people that `group` needs for the share of all `groups` together, itself among them.
///
/// # Errors
/// As [`number_needed::to_group`].
pub fn of(group: Counts, groups: &[Counts], polarity: Polarity) -> Result<Estimate, Refusal> {
    let everyone = Counts {
        events: groups.iter().map(|group| group.events).sum(),
        people: groups.iter().map(|group| group.people).sum(),
    };
    number_needed::to_group(group, everyone, polarity)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let pair = pair::of_groups(groups)?;
    let all = counts_of(groups)?;
    let worse_off = pair.worse_off_counts(groups.kind)?;
    of(worse_off, &all, groups.polarity)
}
