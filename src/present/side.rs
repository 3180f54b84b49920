//! The two sides of a comparison in words, and which of them fares worse.

use crate::answer::cell::Figure;
use crate::answer::section::{Contrast, Group, Section};
use crate::core::group::Kind;
use crate::core::indicator::Indicator;
use crate::core::units::{Polarity, Unit};

use super::figure;
use super::number::lowered;

pub(super) use crate::core::text::capitalised as capital;

/// "in the most deprived tenth", "among females", "in the group “White”".
pub(super) fn among(side: &str) -> String {
    if side.starts_with("the ") {
        format!("in {side}")
    } else if is_phrase(side) {
        format!("among {side}")
    } else {
        in_group(side)
    }
}

/// "in the group “Bali”": a group by its own name, whatever that looks like.
pub(super) fn in_group(label: &str) -> String {
    format!("in the group “{label}”")
}

/// Whether a text names people: "people on the waiting list".
pub(super) fn is_people(text: &str) -> bool {
    text.starts_with("people ")
}

/// A name within a list: one that begins with a side of ours has a small letter there.
pub(super) fn in_list(name: &str) -> String {
    if name.starts_with("The ") {
        lowered(name)
    } else {
        name.to_owned()
    }
}

/// Whether a side is a phrase of ours, and not a group's name from the file.
fn is_phrase(side: &str) -> bool {
    ["the ", "people ", "everyone"]
        .iter()
        .any(|start| side.starts_with(start))
        || ["females", "males"].contains(&side)
}

/// "people in the most deprived tenth", "females", "people in the group “White”".
pub(super) fn people_of(side: &str) -> String {
    if !is_phrase(side) {
        format!("people in the group “{side}”")
    } else if side.starts_with("the ") {
        format!("people in {side}")
    } else {
        side.to_owned()
    }
}

/// What is true of a group, without naming it: "3.1% of people on the waiting list had waited more
/// than 52 weeks", "the middle person had waited 14.0 weeks". `who` are the people of a share.
pub(super) fn clause(section: &Section, group: &Group, who: &str) -> String {
    let value = figure::value(&group.value);
    let verb = &section.indicator.verb;
    if is_share(section) {
        format!("{value} of {who} {verb}")
    } else {
        format!("{} {value}", lowered(verb))
    }
}

/// Whether the figure is a share of people, so that "of people" follows it.
pub(super) fn is_share(section: &Section) -> bool {
    section.kind == Kind::Share && section.indicator.unit == Unit::Percent
}

/// Whether the indicator is about waiting.
pub(super) fn is_wait(indicator: &Indicator) -> bool {
    indicator.unit == Unit::Weeks || indicator.verb.contains("waited")
}

/// Which way a comparison points, as released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaning {
    /// The first side has the higher value, and the interval leaves no other.
    FirstHigher,
    /// The second side has the higher value, and the interval leaves no other.
    SecondHigher,
    /// The interval holds equality.
    Unsure,
}

/// A leaning, and whether an interval bears it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Direction {
    /// Which way.
    pub(super) leaning: Leaning,
    /// Whether there is an interval at all.
    pub(super) with_interval: bool,
}

/// How difference and ratio together lean. Where both have intervals, the finer-rounded one decides;
/// where neither has one, the difference itself.
pub(super) fn direction(contrast: &Contrast) -> Direction {
    let parts = [(&contrast.difference, 0.0), (&contrast.ratio, 1.0)];
    let limits = parts.map(|(outcome, null)| {
        let limits = outcome.as_ref().ok().and_then(Figure::shown)?.1;
        limits.map(|limits| (limits, null))
    });
    let with_interval = limits.iter().any(Option::is_some);
    let beyond = |(lower, upper): (f64, f64), null: f64| {
        if lower > null {
            Some(Leaning::FirstHigher)
        } else if upper < null {
            Some(Leaning::SecondHigher)
        } else {
            None
        }
    };
    let leaning = if with_interval {
        let mut given = limits.into_iter().flatten();
        given.find_map(|(limits, null)| beyond(limits, null))
    } else {
        let value = contrast.difference.as_ref().ok().and_then(Figure::shown);
        value.and_then(|(value, _)| beyond((value, value), 0.0))
    };
    Direction {
        leaning: leaning.unwrap_or(Leaning::Unsure),
        with_interval,
    }
}

/// Whether the first side fares worse, or `None` where that cannot be said.
pub(super) fn first_fares_worse(leaning: Leaning, polarity: Polarity) -> Option<bool> {
    match (leaning, polarity) {
        (Leaning::Unsure, _) | (_, Polarity::Neutral) => None,
        (Leaning::FirstHigher, Polarity::MoreIsWorse)
        | (Leaning::SecondHigher, Polarity::MoreIsBetter) => Some(true),
        (Leaning::FirstHigher, Polarity::MoreIsBetter)
        | (Leaning::SecondHigher, Polarity::MoreIsWorse) => Some(false),
    }
}
