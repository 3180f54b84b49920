//! A group's share of all events over its share of all people: how many times its share it has.
//!
//! # Formula
//! i = (x₁ / X) / (n₁ / N)
//!
//! # Symbols
//! - x₁, n₁: events and people of the group. X, N: events and people of everyone, the group included.
//!
//! Interval: the limits of the share of events (see the share gap) over the share of people, which is
//! taken as known.
//!
//! # Range and the value of no inequality
//! 0 to N/n₁, without a unit. 1 means that the group has exactly its share of the events.
//!
//! # How to read it
//! A group with 20 % of the people on the list and 23 % of the longest waits has an index of 1.15: 15 %
//! more than its share. The card takes the worse-off side in the raw direction; where more is better it
//! is turned over, so that a bigger figure is a bigger gap.
//!
//! # In plain words
//! The disadvantaged side has {number} times the outcome that its share of people would give it.
//!
//! # In plain words where more is better
//! With its share of the outcome, the disadvantaged side would have {number} times what it has.
//!
//! # When it applies
//! Counts of events and people for the group and for everyone.
//!
//! # Limits
//! A group that is most of the people is always close to 1. No interval when the group, or all others,
//! have no events.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Katz D, Baptista J, Azen SP, Pike MC. Biometrics 1978;34:469–474. doi:10.2307/2530610
//!
//! # Example
//! ```
//! use equal_measure::core::{group::{Counts, Kind}, measure::two_groups::representation, units::Level};
//! let group = Counts { events: 23.0, people: 200.0 };
//! let everyone = Counts { events: 100.0, people: 1000.0 };
//! let index = representation::of(group, everyone, Kind::Share, Level::P95)?;
//! assert!((index.value() - 1.15).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::share_gap::{share_of_events, worse_off_and_everyone};
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::{Counts, Groups, Kind};
use crate::core::measure::Measure;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_two(run)
    .named("representation", "Representation index")
    .relative(Unit::Ratio)
    .of_one_and_all()
    .text(method_text!("representation.rs"));

/// The group's share of all events over its share of all people, in the raw direction.
///
/// # Errors
/// As [`share_of_events`], and [`Refusal::Zero`] when the group has no people.
pub fn of(group: Counts, everyone: Counts, kind: Kind, level: Level) -> Result<Estimate, Refusal> {
    if group.people <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of people in the group",
        });
    }
    let people = group.people / everyone.people;
    share_of_events(group, everyone, kind, level)?.map(|share| share / people)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let (group, everyone) = worse_off_and_everyone(groups)?;
    let index = of(group, everyone, groups.kind, groups.level)?;
    match groups.polarity {
        Polarity::MoreIsBetter => over_one(&index),
        Polarity::MoreIsWorse | Polarity::Neutral => Ok(index),
    }
}

/// One over the estimate; the limits change places.
fn over_one(estimate: &Estimate) -> Result<Estimate, Refusal> {
    if estimate.value() <= 0.0 {
        return Err(Refusal::TooFewEvents { need: 1, got: 0 });
    }
    let interval = estimate.interval().clone().and_then(|limits| {
        Interval::new(1.0 / limits.upper(), 1.0 / limits.lower(), limits.level())
    });
    Estimate::new(1.0 / estimate.value(), interval, estimate.method())
}
