//! Groups as a measure sees them: a value each, with what is known of its size and error.

use serde::{Deserialize, Serialize};

use super::estimate::{Estimate, Interval};
use super::histogram::Histogram;
use super::indicator::Formula;
use super::interval;
use super::refusal::Refusal;
use super::units::{Level, Polarity, Unit};

/// Events among people, or events per person-time. `events` ≤ `people` where the value is a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    /// Events, or people with the outcome.
    pub events: f64,
    /// People, or person-years.
    pub people: f64,
}

/// One group with a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name as shown.
    pub label: String,
    /// Its value: a share 0 to 1, a rate per one person, weeks, years, or the file's own unit.
    pub value: f64,
    /// The interval of the value, where known.
    pub interval: Option<Interval>,
    /// The standard error of the value on its own scale, where known.
    pub standard_error: Option<f64>,
    /// People in the group: the weight of weighted measures.
    pub population: Option<f64>,
    /// The counts the value was made from.
    pub counts: Option<Counts>,
    /// The values themselves, where the outcome is a wait or another number.
    pub values: Option<Histogram>,
}

impl Group {
    /// Its value with an interval: made from its counts where it has them, else as it was given.
    ///
    /// # Errors
    /// As the interval of its kind; the value may stand without one.
    pub fn estimate(&self, kind: Kind, level: Level) -> Result<Estimate, Refusal> {
        match (kind, self.counts) {
            (Kind::Share, Some(counts)) => interval::wilson(counts.events, counts.people, level),
            (Kind::Rate, Some(counts)) => interval::rate(counts.events, counts.people, level),
            _ => Estimate::new(
                self.value,
                self.interval.ok_or(Refusal::NoStandardError),
                "as given",
            ),
        }
    }
}

/// What kind of figure the groups' values are, which decides the standard error and interval used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A share of people, 0 to 1 (binomial).
    Share,
    /// Events per person or person-time (Poisson).
    Rate,
    /// A mean, median or other given value.
    Value,
}

impl Kind {
    /// The kind of figure that a formula gives.
    pub const fn of(formula: &Formula) -> Self {
        match formula {
            Formula::ShareOver { .. } | Formula::ShareYes | Formula::Share { .. } => Self::Share,
            Formula::Rate { .. } => Self::Rate,
            _ => Self::Value,
        }
    }
}

/// The known groups of one dimension, ready for a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// The groups; the most disadvantaged first where `ordered`.
    pub list: Vec<Group>,
    /// Whether the list runs from most to least disadvantaged.
    pub ordered: bool,
    /// The place of the group that others are compared with.
    pub reference: Option<usize>,
    /// The places of the two sides that the plan compares, the disadvantaged one first; `None` where each
    /// method pairs the groups by its own rule.
    pub pair: Option<(Vec<usize>, Vec<usize>)>,
    /// What kind of figure the values are.
    pub kind: Kind,
    /// The unit of the values.
    pub unit: Unit,
    /// Whether more is better.
    pub polarity: Polarity,
    /// The level of every interval.
    pub level: Level,
    /// The seed of every simulation.
    pub seed: u64,
}
