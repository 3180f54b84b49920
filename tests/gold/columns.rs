//! What an adapter hands back: named columns of numbers, texts and refusals.

use std::collections::BTreeMap;

use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::refusal::Refusal;

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// A word that must be equal.
    Text(String),
    /// No number, and why.
    Refused(Refusal),
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Refusal> for Cell {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<T: Into<Cell>> From<Result<T, Refusal>> for Cell {
    fn from(result: Result<T, Refusal>) -> Self {
        result.map_or_else(Self::Refused, Into::into)
    }
}

/// The columns of one case.
#[derive(Debug, Default)]
pub struct Columns(pub BTreeMap<String, Vec<Cell>>);

impl Columns {
    /// Adds a whole column.
    pub fn put<T: Into<Cell>>(&mut self, name: &str, cells: impl IntoIterator<Item = T>) {
        self.0
            .insert(name.to_owned(), cells.into_iter().map(Into::into).collect());
    }

    /// Adds one cell to the end of a column.
    pub fn push(&mut self, name: &str, cell: impl Into<Cell>) {
        self.0.entry(name.to_owned()).or_default().push(cell.into());
    }

    /// Adds an estimate to the end of its three columns.
    pub fn push_estimate(&mut self, names: [&str; 3], estimate: &Result<Estimate, Refusal>) {
        let [value, lower, upper] = names;
        let interval = estimate.as_ref().map_err(Clone::clone);
        let limit = |limit: fn(Interval) -> f64| {
            interval
                .clone()
                .and_then(|estimate| estimate.interval().clone())
                .map(limit)
        };
        self.push(
            value,
            estimate.as_ref().map(Estimate::value).map_err(Clone::clone),
        );
        self.push(lower, limit(Interval::lower));
        self.push(upper, limit(Interval::upper));
    }
}
