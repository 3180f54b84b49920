//! A way to divide people: its groups in order, and which text of the file belongs to which group.

use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

/// How a group stands in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// A group that people are known to belong to.
    Known,
    /// People were asked and did not say (ethnic category Z).
    NotStated,
    /// The record says that it is not known (99, X, "Unknown").
    NotKnown,
    /// The record says nothing.
    Missing,
    /// The record says something that the scheme does not have.
    Unrecognised,
    /// Not a group but the sum of groups ("All", "Persons"); it enters nothing.
    Total,
}

impl Status {
    /// Whether people of this group enter measures of the gap.
    pub fn is_known(self) -> bool {
        self == Self::Known
    }

    /// Whether people are here whose group is unknown, for whatever reason.
    pub fn is_unknown(self) -> bool {
        !matches!(self, Self::Known | Self::Total)
    }
}

/// One group of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The group's name as shown: "1 – most deprived", "White British".
    pub label: String,
    /// How it stands.
    pub status: Status,
    /// The names of the groups that a disclosure rule has joined in it; empty for a group by itself.
    pub parts: Vec<String>,
}

/// Two sets of groups to set against each other, the disadvantaged side first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// A stable name for tests and exports: `extremes`, `core20`, `reference-3`.
    pub id: String,
    /// The disadvantaged side in words: "the most deprived tenth", "Core20".
    pub worse_off: String,
    /// The other side in words.
    pub better_off: String,
    /// Places of the disadvantaged groups in [`Dimension::groups`].
    pub worse_off_groups: Vec<usize>,
    /// Places of the other groups.
    pub better_off_groups: Vec<usize>,
}

/// What a way to divide people is about, where the method card has a line for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// An index of deprivation, which has editions.
    Deprivation,
    /// Ethnic groups, which are told apart in several ways.
    Ethnicity,
    /// Anything else.
    #[default]
    Other,
}

/// A way to divide people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// The id of the plan's dimension that this settles.
    pub id: String,
    /// The name as shown: "Deprivation (IMD decile)", "Ethnic group".
    pub name: String,
    /// What it is about.
    pub subject: Subject,
    /// Whether the known groups run from most to least disadvantaged, in the order given.
    pub ordered: bool,
    /// The groups, known ones first and in order (most disadvantaged first where ordered).
    pub groups: Vec<Named>,
    /// For each group, the wider group that it is part of (the fifth of a tenth, one of five ethnic groups);
    /// empty where groups are not nested.
    pub nests: Vec<usize>,
    /// Which group each text of the file belongs to.
    pub assign: BTreeMap<String, usize>,
    /// The edition or grouping to print beside every figure: "IMD 2019", "five groups of 2001, Chinese
    /// in Other". `None` when the file does not say and it cannot be told.
    pub edition: Option<String>,
    /// The group that others are compared with, where the scheme has one.
    pub reference: Option<usize>,
    /// What to set against what, in the order of showing.
    pub contrasts: Vec<Contrast>,
    /// Whether the plan chose the first of them; else the scheme gives them all.
    pub paired: bool,
    /// Whether some groups hold people of others ("White" beside "White, not Hispanic"): then nothing is made of all
    /// of them together.
    pub overlapping: bool,
    /// Sentences to print with the dimension (an overlap of bands, a doubtful edition).
    pub notes: Vec<String>,
}

impl Dimension {
    /// The places of the groups that people are known to belong to.
    pub fn known(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.groups.len()).filter(|&place| self.groups[place].status.is_known())
    }
}
