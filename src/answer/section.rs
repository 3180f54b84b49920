//! One indicator by one dimension, after protection.

use serde::{Deserialize, Serialize};

use crate::core::analysis::{
    Analysis, Caption, ColumnKind, Drawn, Note, Of, Quantity, RowName, Verdict,
};
use crate::core::dimension::{Status, Subject};
use crate::core::group::Kind;
use crate::core::indicator::Indicator;
use crate::core::measure::{Measure, Null};
use crate::core::refusal::Refusal;
use crate::core::stratification::By;
use crate::core::units::Unit;

pub use crate::release::Completeness;

use super::cell::{Cell, Figure, Outcome};

/// What people are divided by: a dimension without the file's own texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// The id of the plan's dimension.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// What it is about.
    pub subject: Subject,
    /// Whether the groups run from most to least disadvantaged.
    pub ordered: bool,
    /// Whether the plan chose the first contrast.
    pub paired: bool,
    /// The edition or grouping to print beside every figure.
    pub edition: Option<String>,
    /// Sentences to print with the dimension.
    pub notes: Vec<String>,
}

/// One group's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// The group's name as shown.
    pub label: String,
    /// How the group stands.
    pub status: Status,
    /// The names of the groups that the disclosure rule has joined in it; empty for a group by itself.
    pub parts: Vec<String>,
    /// Events, where the indicator is made from them.
    pub events: Option<Cell>,
    /// People in the group.
    pub people: Option<Cell>,
    /// Records without a usable outcome.
    pub blank: Cell,
    /// The value with its interval.
    pub value: Outcome,
    /// The group's share of events less its share of people.
    pub share_gap: Outcome,
    /// The group's share of events over its share of people.
    pub representation: Outcome,
}

/// Two sides set against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contrast {
    /// A stable name: `extremes`, `core20`, `reference-3`.
    pub id: String,
    /// Places of the disadvantaged groups in [`Section::groups`].
    pub worse_off_groups: Vec<usize>,
    /// The disadvantaged side, labelled in words.
    pub worse_off: Group,
    /// The other side, labelled in words.
    pub better_off: Group,
    /// Worse-off value less better-off value, in the raw direction of the value.
    pub difference: Outcome,
    /// Worse-off value over better-off value.
    pub ratio: Outcome,
    /// Where more is better: the ratio of those without.
    pub ratio_without: Option<Outcome>,
}

/// What the gap would be if everyone of unknown group belonged to one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// People whose group is unknown.
    pub unknown: Cell,
    /// Their share of everyone.
    pub unknown_share: Figure,
    /// The disadvantaged side in words.
    pub worse_off: String,
    /// The other side in words.
    pub better_off: String,
    /// The difference as it stands.
    pub observed: Figure,
    /// The difference least against the disadvantaged.
    pub best_case: Figure,
    /// The difference most against the disadvantaged.
    pub worst_case: Figure,
}

/// A measure and its figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Measured {
    /// The measure.
    pub measure: &'static Measure,
    /// Its figure, or why there is none.
    pub figure: Outcome,
    /// Of a measure of two groups: the places in [`Section::groups`] of the worse-off one and the other,
    /// where they may be told.
    pub sides: Option<[usize; 2]>,
}

/// Whether a measure can be made from the data of a section.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// The measure.
    pub measure: &'static Measure,
    /// Whether it fits, or why it does not. What the disclosure rule hides fits.
    pub fits: Result<(), Refusal>,
    /// Whether it is one of those that are shown when the plan names none.
    pub recommended: bool,
}

/// Whether an analysis can be made from the data of a section.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnalysisOffer {
    /// The analysis.
    pub analysis: &'static Analysis,
    /// Whether it fits, or why it does not. One that is made from groups divided a second time fits where
    /// they are, until it is run and finds nothing.
    pub fits: Result<(), Refusal>,
    /// Whether it is one of those that are shown when the plan names none.
    pub recommended: bool,
}

/// Where one group stands in the order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// The group's name as shown.
    pub label: String,
    /// Its share of all people of known group, 0 to 1.
    pub share: Cell,
    /// The middle of its stretch of the people in order, 0 (most disadvantaged) to 1.
    pub middle: Cell,
    /// The value there of a straight line through all groups, in the unit of the values.
    pub fitted: Cell,
}

/// The groups along the order, and how well a straight line describes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// The groups that measures along the order are made from.
    pub groups: Vec<Placed>,
    /// The share of the differences between groups that the line accounts for, 0 to 1.
    pub explained: Result<Cell, Refusal>,
}

/// An analysis and what it found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Analysed {
    /// The analysis.
    pub analysis: &'static Analysis,
    /// What the groups were divided by a second time.
    pub by: Option<By>,
    /// The name of the second division as shown: "Age".
    pub second: Option<String>,
    /// What it found, or why nothing.
    pub results: Result<Results, Refusal>,
}

/// What an analysis found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Results {
    /// Figures that sum it up, the first leading.
    pub figures: Vec<Found>,
    /// Tables, each perhaps drawn.
    pub tables: Vec<Rows>,
    /// How it was made.
    pub notes: Vec<Note>,
}

/// A figure and which one it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Found {
    /// Which figure it is.
    pub quantity: Quantity,
    /// The figure.
    pub figure: Outcome,
    /// Its value where there is no inequality, as stored.
    pub null: Null,
}

/// A table of an analysis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rows {
    /// Which table it is.
    pub caption: Caption,
    /// What a row is.
    pub of: Of,
    /// What the other columns hold, and in which unit.
    pub columns: Vec<(ColumnKind, Unit)>,
    /// The rows: what each is about, and a cell for each column.
    pub rows: Vec<(RowName, Vec<Entry>)>,
    /// How it is drawn.
    pub drawn: Drawn,
}

/// What stands in a table of an analysis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// A figure, or why there is none.
    Figure(Outcome),
    /// A count.
    People(Cell),
    /// A number that is known to everyone.
    Known(f64),
    /// What follows from the figures.
    Verdict(Verdict),
    /// Nothing belongs here.
    Nothing,
}

/// One indicator by one dimension.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    /// What is measured.
    pub indicator: Indicator,
    /// What people are divided by.
    pub dimension: Division,
    /// What kind of figure the values are.
    pub kind: Kind,
    /// The groups in order, known ones first.
    pub groups: Vec<Group>,
    /// All known groups pooled.
    pub known: Group,
    /// Everyone, unknown groups too.
    pub everyone: Group,
    /// How many groups the measures over all groups are made from.
    pub groups_measured: usize,
    /// Two sides set against each other.
    pub contrasts: Vec<Contrast>,
    /// Measures over all groups.
    pub measures: Vec<Measured>,
    /// Every measure, and whether it fits these data.
    pub offers: Vec<Offer>,
    /// The line along the order, where there is one and no group is hidden.
    pub fit: Option<Fit>,
    /// What unknown groups could do.
    pub bounds: Option<Bounds>,
    /// What takes more than one figure to say.
    pub analyses: Vec<Analysed>,
    /// Every analysis that may be shown here, and whether it fits these data.
    pub analysis_offers: Vec<AnalysisOffer>,
}
