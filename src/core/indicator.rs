//! What is measured: its parts, unit, direction and source.

use serde::{Deserialize, Serialize};

use super::target::{PartOf, Tag, Target};
use super::units::{Polarity, Unit};

/// How an indicator is made from a group's counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Formula {
    /// The share of values strictly above a number of weeks.
    ShareOver {
        /// The threshold in weeks.
        weeks: f64,
    },
    /// The share of records whose yes-or-no outcome is yes.
    ShareYes,
    /// The median of the values.
    Median,
    /// The value that this share (0 to 1) of records do not exceed.
    Percentile(f64),
    /// The arithmetic mean of the values.
    Mean,
    /// Sums of value columns divided by each other; the numerator is part of the denominator.
    Share {
        /// Places of the outcome's series that are added for the numerator.
        numerator: Vec<usize>,
        /// Places of the outcome's series that are added for the denominator; none for everyone in the
        /// table, so that the groups' shares add up to 100 %.
        denominator: Vec<usize>,
        /// Places of the outcome's series that are taken from it: those who finished, less those who were
        /// never ill.
        less: Vec<usize>,
    },
    /// Events by people, person-years or days in bed; an event need not be a person.
    Rate {
        /// Places of the outcome's series that are added for the events.
        numerator: Vec<usize>,
        /// Places of the outcome's series that are added for the people.
        denominator: Vec<usize>,
    },
    /// An estimate that the file gives for each group.
    Given {
        /// The place of the series with the value.
        value: usize,
        /// The places of the series with the lower and upper limits (95 %).
        limits: Option<(usize, usize)>,
        /// The place of the series with the standard error.
        standard_error: Option<usize>,
        /// The place of the series with the size of the group.
        population: Option<usize>,
        /// What the file writes for one whole: 100 where its 70 means 70 %, 1,000 for a rate per 1,000,
        /// else 1. Never 0.
        scale: u32,
    },
    /// The file cannot give it.
    Unavailable {
        /// What the file would need, in words that follow "It would need".
        needs: String,
    },
}

/// Whom an indicator counts, where a method must know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// People who died.
    Deaths,
    /// People in good health.
    GoodHealth,
    /// Anyone else.
    #[default]
    Others,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// A stable id: `waits-over-52`, `share-yes`.
    pub id: String,
    /// Its name as a noun phrase: "People waiting more than 52 weeks".
    pub name: String,
    /// What it says of one group, after "In the most deprived tenth,": "2.1% of people on the list
    /// had waited more than 52 weeks" is made from this verb phrase: "had waited more than 52 weeks".
    pub verb: String,
    /// Who is counted in the denominator: "people on the waiting list".
    pub population: String,
    /// The unit of the value.
    pub unit: Unit,
    /// Whether more is better.
    pub polarity: Polarity,
    /// The place of the outcome that it is made from among the plan's outcomes.
    pub outcome: usize,
    /// How it is made.
    pub formula: Formula,
    /// Where the definition comes from, and what it counts exactly.
    pub definition: String,
    /// What it is aimed at, the nearest aim first.
    pub targets: Vec<Target>,
    /// What it is about.
    pub tags: Vec<Tag>,
    /// The wider indicators of the plan within whose people those that it counts lie, and, where it is a share
    /// of them, all that it is about. Said where the indicator is defined; never found out from counts.
    pub part_of: Vec<PartOf>,
}

/// An indicator without a name, the share of yes in the first outcome: what a literal may leave out.
impl Default for Indicator {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            verb: String::new(),
            population: String::new(),
            unit: Unit::Percent,
            polarity: Polarity::Neutral,
            outcome: 0,
            formula: Formula::ShareYes,
            definition: String::new(),
            targets: Vec::new(),
            tags: Vec::new(),
            part_of: Vec::new(),
        }
    }
}

impl Indicator {
    /// The series added up, where a group's value is its share of everyone in the table.
    ///
    /// Such shares say how people are made up. One group's is the less for another's being more, so that
    /// they are neither compared with each other nor put on a slope.
    pub fn share_of_total(&self) -> Option<&[usize]> {
        match &self.formula {
            Formula::Share {
                numerator,
                denominator,
                ..
            } if denominator.is_empty() => Some(numerator),
            _ => None,
        }
    }
}
