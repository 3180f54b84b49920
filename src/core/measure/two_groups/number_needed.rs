//! How many more people of a group would need the outcome for the group to be level with another.
//!
//! # Formula
//! k = the smallest whole number with (x + k)/n ≥ T (more is better), or with (x − k)/n ≤ T (more
//! is worse)
//!
//! # Symbols
//! - x, n: people with the outcome and all people of the group. T: the share to reach: the best
//!   group's, the average, a target or a named group's.
//!
//! # Range and the value of no inequality
//! 0 or more, in people. 0 means that the group is level already.
//!
//! # How to read it
//! "2,036 more people vaccinated would bring this group to the White British rate." The card takes
//! the worse-off side and the share of the other.
//!
//! # In plain words
//! In the worse-off of the two groups compared, {size} {fewer} people with the outcome would make it
//! level with the other.
//!
//! # When it applies
//! Shares of people with whole counts.
//!
//! # Limits
//! It says how many, not how. Reaching the average moves the average; the figure takes it as it
//! stands today. It grows with the size of the group. No interval: it counts people, not chance.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::number_needed, units::Polarity};
//! let group = Counts { events: 30.0, people: 100.0 };
//! let other = Counts { events: 1.0, people: 3.0 };
//! let needed = number_needed::to_group(group, other, Polarity::MoreIsBetter)?;
//! assert!((needed.value() - 4.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::cramers_v::counts_of;
use super::pair;
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups};
use crate::core::measure::standard_error::check_share;
use crate::core::measure::{Basis, Measure};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_two(run)
    .named("number-needed", "Number needed to close the gap")
    .unit(Unit::People)
    .recommended("what the gap of the group that fares worst comes to in people")
    .text(method_text!("number_needed.rs"));

/// The people needed for the share of `other`: a named group, the best group, or everyone together.
///
/// # Errors
/// [`Refusal::Zero`] without people, [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
pub fn to_group(group: Counts, other: Counts, polarity: Polarity) -> Result<Estimate, Refusal> {
    check_share(other)?;
    of(group, other, polarity)
}

fn of(group: Counts, other: Counts, polarity: Polarity) -> Result<Estimate, Refusal> {
    check_share(group)?;
    let reached = |needed: f64| {
        let (events, rest) = if polarity == Polarity::MoreIsWorse {
            (
                group.people * other.events,
                (group.events - needed) * other.people,
            )
        } else {
            (
                (group.events + needed) * other.people,
                group.people * other.events,
            )
        };
        events >= rest
    };
    let short = group.people * (other.events / other.people) - group.events;
    let short = if polarity == Polarity::MoreIsWorse {
        -short
    } else {
        short
    };
    // The quotient may be a rounding off to either side of the whole number; the products decide.
    let guess = short.ceil().max(0.0);
    let needed = [guess - 1.0, guess, guess + 1.0]
        .into_iter()
        .find(|&needed| needed >= 0.0 && reached(needed))
        .ok_or(Refusal::NoConvergence)?;
    let none = Refusal::NoInterval {
        why: "a number of people to reach has no interval",
    };
    Estimate::new(needed, Err(none), "smallest whole number")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let pair = pair::of_groups(groups)?;
    let (first, second) = pair.share_counts(groups.kind)?;
    let (group, other) = if groups.polarity == Polarity::MoreIsWorse {
        (first, second)
    } else {
        (second, first)
    };
    to_group(group, other, groups.polarity)
}

/// What the worse-off of the two groups needs, all groups given.
fn of_worse_off(
    groups: &Groups,
    of: impl FnOnce(Counts, &[Counts], Polarity) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    let pair = pair::of_groups(groups)?;
    let all = counts_of(groups)?;
    of(pair.worse_off_counts(groups.kind)?, &all, groups.polarity)
}

pub mod average {
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
    //! use equal_measure::core::{group::Counts, measure::two_groups::number_needed, units::Polarity};
    //! let groups = [Counts { events: 30.0, people: 100.0 }, Counts { events: 60.0, people: 100.0 }];
    //! let needed = number_needed::average::of(groups[0], &groups, Polarity::MoreIsBetter)?;
    //! assert!((needed.value() - 15.0).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Basis, Counts, Estimate, Measure, Polarity, Refusal, Unit, method_text, of_worse_off,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        Measure::of_all(|groups| of_worse_off(groups, of))
            .named(
                "number-needed-average",
                "Number needed to reach the average",
            )
            .unit(Unit::People)
            .basis(Basis::Parts)
            .text(method_text!("number_needed.rs", "pub mod average {"));

    /// The people that `group` needs for the share of all `groups` together, itself among them.
    ///
    /// # Errors
    /// As [`super::to_group`].
    pub fn of(group: Counts, groups: &[Counts], polarity: Polarity) -> Result<Estimate, Refusal> {
        let everyone = Counts {
            events: groups.iter().map(|group| group.events).sum(),
            people: groups.iter().map(|group| group.people).sum(),
        };
        super::to_group(group, everyone, polarity)
    }
}

pub mod best {
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
    //! use equal_measure::core::{group::Counts, measure::two_groups::number_needed, units::Polarity};
    //! let groups = [30.0, 75.0, 60.0].map(|events| Counts { events, people: 100.0 });
    //! let needed = number_needed::best::of(groups[0], &groups, Polarity::MoreIsBetter)?;
    //! assert!((needed.value() - 45.0).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Basis, Counts, Estimate, Measure, Polarity, Refusal, Unit, check_share, method_text,
        of_worse_off,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        Measure::of_all(|groups| of_worse_off(groups, of))
            .named(
                "number-needed-best",
                "Number needed to reach the best group",
            )
            .unit(Unit::People)
            .basis(Basis::Parts)
            .text(method_text!("number_needed.rs", "pub mod best {"));

    /// The people that `group` needs for the best share among `groups`.
    ///
    /// # Errors
    /// [`Refusal::Missing`] without groups; else as [`super::to_group`].
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
        super::to_group(group, best, polarity)
    }
}
