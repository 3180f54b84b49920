//! A group's share of all events less its share of all people: how over-represented it is.
//!
//! # Formula
//! g = x₁ / X − n₁ / N
//!
//! # Symbols
//! - x₁, n₁: events and people of the group. X, N: events and people of everyone, the group included.
//! - r: the ratio of the group's share (or rate) to that of all others, with limits as for the ratio.
//!
//! Interval: x₁/X = o/(1 + o) with o = r·n₁/(N − n₁); the limits of r (Katz for shares, the logarithm
//! for rates) are carried through it. The share of people is taken as known.
//!
//! # Range and the value of no inequality
//! −1 to 1 (percentage points). 0 means that the group has exactly its share of the events.
//!
//! # How to read it
//! A group with 20 % of the people on the list and 23 % of the longest waits has a share gap of 3
//! percentage points. Its sign is the raw one: above 0, more events than its share. The card takes the
//! worse-off side and is turned so that a bigger figure is a bigger gap against it.
//!
//! # In plain words
//! The disadvantaged side has {size} {more} of everyone with the outcome than of all people.
//!
//! # When it applies
//! Counts of events and people for the group and for everyone.
//!
//! # Limits
//! The share gaps of all groups add up to 0, so one group's excess is another's shortfall. A large group
//! cannot stand out much. No interval when the group, or all others, have no events.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Katz D, Baptista J, Azen SP, Pike MC. Biometrics 1978;34:469–474. doi:10.2307/2530610
//!
//! # Example
//! ```
//! use equal_measure::core::{group::{Counts, Kind}, measure::two_groups::share_gap, units::Level};
//! let group = Counts { events: 23.0, people: 200.0 };
//! let everyone = Counts { events: 100.0, people: 1000.0 };
//! let gap = share_gap::of(group, everyone, Kind::Share, Level::P95)?;
//! assert!((gap.value() - 0.03).abs() < 1e-12);
//! assert!(gap.interval().clone()?.contains(0.03));
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::{pair, ratio};
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::{Counts, Groups, Kind};
use crate::core::measure::Measure;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_two(run)
    .named("share-gap", "Share gap")
    .unit(Unit::Points)
    .of_one_and_all()
    .text(method_text!("share_gap.rs"));

/// A group's share of all events, 0 to 1, with its interval; the share of people is taken as known.
///
/// # Errors
/// [`Refusal::Zero`] without events or people, [`Refusal::Mismatch`] when the group has more than
/// everyone. The interval is refused when the group or all others have no events or no people.
pub fn share_of_events(
    group: Counts,
    everyone: Counts,
    kind: Kind,
    level: Level,
) -> Result<Estimate, Refusal> {
    let others = Counts {
        events: everyone.events - group.events,
        people: everyone.people - group.people,
    };
    if others.events < 0.0 || others.people < 0.0 {
        return Err(Refusal::Mismatch {
            what: "the group has more than everyone together",
        });
    }
    if everyone.events <= 0.0 {
        return Err(Refusal::TooFewEvents { need: 1, got: 0 });
    }
    if everyone.people <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of people",
        });
    }
    let times = match kind {
        Kind::Share => ratio::of_shares(group, others, level),
        Kind::Rate | Kind::Value => ratio::of_rates(group, others, level),
    };
    let relative_size = group.people / others.people;
    let interval = times
        .and_then(|times| times.interval().clone())
        .and_then(|limits| {
            let share = |ratio: f64| {
                let odds = ratio * relative_size;
                odds / (1.0 + odds)
            };
            Interval::new(share(limits.lower()), share(limits.upper()), level)
        });
    let method = match kind {
        Kind::Share => "Katz, as a share of events",
        Kind::Rate | Kind::Value => "logarithm of the rate ratio, as a share of events",
    };
    Estimate::new(group.events / everyone.events, interval, method)
}

/// The group's share of all events less its share of all people, in the raw direction.
///
/// # Errors
/// As [`share_of_events`].
pub fn of(group: Counts, everyone: Counts, kind: Kind, level: Level) -> Result<Estimate, Refusal> {
    let people = group.people / everyone.people;
    share_of_events(group, everyone, kind, level)?.map(|share| share - people)
}

/// The worse-off group of a dimension and all groups together.
///
/// # Errors
/// [`Refusal::TooFewGroups`]; [`Refusal::NeedsData`] when a group has no counts.
pub(super) fn worse_off_and_everyone(groups: &Groups) -> Result<(Counts, Counts), Refusal> {
    let needs_counts = || Refusal::NeedsData {
        what: "the numbers of events and people in each group".to_owned(),
    };
    let group = pair::of_groups(groups)?
        .worse_off
        .counts
        .ok_or_else(needs_counts)?;
    let mut everyone = Counts {
        events: 0.0,
        people: 0.0,
    };
    for other in &groups.list {
        let counts = other.counts.ok_or_else(needs_counts)?;
        everyone.events += counts.events;
        everyone.people += counts.people;
    }
    Ok((group, everyone))
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let (group, everyone) = worse_off_and_everyone(groups)?;
    let gap = of(group, everyone, groups.kind, groups.level)?;
    Ok(match groups.polarity {
        Polarity::MoreIsBetter => gap.negated(),
        Polarity::MoreIsWorse | Polarity::Neutral => gap,
    })
}
