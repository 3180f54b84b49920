//! Why there is no number, as a sentence that stands where the number would be.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::fixed::Words;

/// The reason a figure cannot be given. Each displays as a plain sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Refusal {
    /// The measure compares more groups than there are.
    TooFewGroups {
        /// The least number of groups that the measure is defined for.
        need: usize,
        /// The number of groups with a value.
        got: usize,
    },
    /// Too few events to give a steady figure.
    TooFewEvents {
        /// The least number of events.
        need: u64,
        /// The events counted.
        got: u64,
    },
    /// The groups have no order from worse off to better off.
    NotOrdered,
    /// The measure weighs groups by their size, and the sizes are not known.
    NoPopulation,
    /// The interval needs standard errors or counts that the file does not give.
    NoStandardError,
    /// A division by zero, naming the part that is zero.
    Zero {
        /// What is zero, in words: "the denominator", "the average".
        #[serde(with = "crate::core::fixed")]
        what: Words,
    },
    /// A value outside what the formula allows.
    OutOfRange {
        /// What is out of range, in words.
        #[serde(with = "crate::core::fixed")]
        what: Words,
        /// The allowed range, in words: "between 0 and 1", "not negative".
        #[serde(with = "crate::core::fixed")]
        range: Words,
    },
    /// The groups all have the same value, so that the measure has nothing to fit.
    AllEqual,
    /// The publisher has hidden a count that the figure needs.
    Suppressed,
    /// The disclosure rule hides a count that the figure needs.
    Protected,
    /// The file has no number where the figure needs one.
    Missing {
        /// What is missing, in words.
        #[serde(with = "crate::core::fixed")]
        what: Words,
    },
    /// The file cannot give this; what it would need instead.
    NeedsData {
        /// What the file would need, in words.
        what: String,
    },
    /// The groups would have to be divided a second time.
    NeedsSecond {
        /// By what, in words: "ages".
        #[serde(with = "crate::core::fixed")]
        by: Words,
    },
    /// The figure is of one sex, and the rows hold several.
    SexesTogether,
    /// The inputs do not fit each other (lengths, levels, names).
    Mismatch {
        /// What does not fit, in words.
        #[serde(with = "crate::core::fixed")]
        what: Words,
    },
    /// The value exists but the calculation did not settle on it.
    NoConvergence,
    /// There is a figure, but no interval for it, for the reason given.
    NoInterval {
        /// The reason, in words that name the interval.
        #[serde(with = "crate::core::fixed")]
        why: Words,
    },
    /// The figure is not defined for these data, for the reason given.
    Undefined {
        /// The reason, in words.
        #[serde(with = "crate::core::fixed")]
        why: Words,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewGroups { need, got } => {
                let groups = plural(*need as u64, "group");
                let there = there(*got as u64);
                write!(f, "This needs at least {groups} with a value; {there}.")
            }
            Self::TooFewEvents { need, got } => {
                let events = plural(*need, "event");
                write!(f, "This needs at least {events}; {}.", there(*got))
            }
            Self::NotOrdered => {
                f.write_str("This needs groups in order, from most to least deprived for example.")
            }
            Self::NoPopulation => f.write_str("This needs the number of people in each group."),
            Self::NoStandardError => {
                f.write_str("This needs counts, limits or standard errors for each group.")
            }
            Self::Zero { what } => write!(f, "This divides by {what}, which is zero."),
            Self::OutOfRange { what, range } => write!(f, "{what} must be {range}."),
            Self::AllEqual => f.write_str("Every group has the same value."),
            Self::Suppressed => f.write_str("The publisher has hidden a count that this needs."),
            Self::Protected => f.write_str("The disclosure rule hides a count that this needs."),
            Self::Missing { what } => write!(f, "The file gives no {what}."),
            Self::NeedsData { what } => {
                write!(f, "This file cannot give it. It would need {what}.")
            }
            Self::NeedsSecond { by } => write!(
                f,
                "This needs the groups divided a second time, by a column of {by} that the plan does not \
                 look at."
            ),
            Self::SexesTogether => f.write_str(
                "A life table is of one sex: women live longer, and a table of both hides by how much. Keep the \
                 rows of one sex.",
            ),
            Self::Mismatch { what } => write!(f, "The inputs do not fit each other: {what}."),
            Self::NoConvergence => f.write_str("The calculation did not settle on a value."),
            Self::NoInterval { why } | Self::Undefined { why } => {
                write!(f, "This is not defined here: {why}.")
            }
        }
    }
}

fn plural(count: u64, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

fn there(count: u64) -> String {
    match count {
        0 => "there are none".to_owned(),
        1 => "there is 1".to_owned(),
        _ => format!("there are {count}"),
    }
}

impl std::error::Error for Refusal {}
