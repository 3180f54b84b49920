//! What a study found: figures, tables, and how it was made. Nothing here is said in words: the layers
//! below say it.

use serde::{Deserialize, Serialize};

use super::note::Note;
use super::quantity::Quantity;
use super::table::{Caption, ColumnKind, Of, RowName};
use super::verdict::Verdict;
use crate::core::estimate::Estimate;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::refusal::Refusal;

/// All that an analysis found.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Figures that sum it up, the first leading.
    pub figures: Vec<Found>,
    /// Tables, each perhaps drawn.
    pub tables: Vec<Rows>,
    /// How it was made.
    pub notes: Vec<Note>,
}

/// A figure and which one it is.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which figure it is.
    pub quantity: Quantity,
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
    /// Which table it is.
    pub caption: Caption,
    /// What a row is.
    pub of: Of,
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
    /// What it holds.
    pub kind: ColumnKind,
    /// The unit of the figures in it.
    pub unit: MeasureUnit,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is about.
    pub name: RowName,
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
    /// What follows from the figures.
    Verdict(Verdict),
    /// Nothing belongs here.
    Nothing,
}

/// How a table is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
