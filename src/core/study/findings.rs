//! What a study found: figures that sum it up, tables, and sentences about how it was made.

use crate::core::estimate::Estimate;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::refusal::Refusal;

/// All that a study found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Figures that sum it up, the first leading.
    pub figures: Vec<Found>,
    /// Tables, each perhaps drawn.
    pub tables: Vec<Rows>,
    /// Sentences about how it was made that the form of the file decides (which ages, which standard),
    /// never its counts.
    pub notes: Vec<String>,
}

/// A figure with its name.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is: "Difference if all groups had the same ages".
    pub name: String,
    /// The figure, or why there is none.
    pub result: Result<Estimate, Refusal>,
    /// Its unit.
    pub unit: MeasureUnit,
    /// Its value where there is no inequality.
    pub null: Null,
    /// Places of the known groups that it is made from; empty for all of them.
    pub groups: Vec<usize>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Rows {
    /// What it shows, without a full stop.
    pub caption: String,
    /// What a row is: "Age", "Month", "Organisation".
    pub of: String,
    /// The other columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// How it is drawn.
    pub drawn: Drawn,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The unit of the figures in it.
    pub unit: MeasureUnit,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// One for each column.
    pub cells: Vec<Entry>,
    /// The place of the known group that it is about, where it is about one.
    pub group: Option<usize>,
}

/// What stands in a table.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A figure of the groups' values, or why there is none.
    Figure(Result<Estimate, Refusal>),
    /// A count of people or events.
    People(f64),
    /// A number that is known to everyone: the weight of a standard population, a place on an axis.
    Known(f64),
    /// Words that follow from the figures: "above the limits".
    Words(String),
    /// Nothing belongs here.
    Nothing,
}

/// How a table is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Not at all.
    Not,
    /// A bar for each row: the first column.
    Bars,
    /// A line for each column of figures, row after row.
    Lines,
    /// A curve: the first column along, the second up, with the diagonal of equality.
    Curve,
    /// A funnel: the first column along (size), the second up (value), then the limits: lower and upper
    /// of 95 %, lower and upper of 99.8 %.
    Funnel,
}
