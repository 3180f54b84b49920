//! From rows of text cells to a tidy table: one header, one row for each group.
//!
//! [`Tidy::find`] looks at the first rows of a sheet or text file, finds the header wherever it is,
//! joins a header of two rows, and sees groups that are spread over columns. The result can then be
//! applied to every row of the file, one at a time.

pub mod header;
pub mod names;
pub mod spread;
pub mod outline;
pub mod rows;
mod stacking;

use crate::core::ledger::Reason;
use crate::ingest::delimited::unique_names;
use crate::ingest::error::ReadError;
use spread::Spread;

pub use outline::{Line, outline_rows, outline_spread, tidy_rows};
pub use rows::Rows;

/// How the rows of a sheet become the rows of a tidy table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidy {
    /// The line of the header (of its last row, where it has two), from 1.
    pub header_line: u64,
    /// The line where the header begins.
    pub top_line: u64,
    /// The names of the tidy table's columns, unique.
    pub columns: Vec<String>,
    /// Sentences about what was found and done.
    pub notes: Vec<String>,
    /// The cells of the header's last row, for finding it again further down.
    header: Vec<String>,
    /// How many cells a row of the sheet has, as far as the table reaches.
    width: usize,
    shape: Shape,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    /// The cells at these places, in order.
    Pick(Vec<usize>),
    /// Groups spread over columns.
    Spread(Spread),
}

impl Tidy {
    /// Finds the table in the first rows of a sheet (`sheet` is empty for a text file). Each row comes
    /// with its line number, from 1.
    ///
    /// # Errors
    /// [`ReadError::Empty`] without any text, [`ReadError::HeaderOnly`] with nothing under the header,
    /// and [`ReadError::NoTable`] when no row looks like a header.
    pub fn find(sheet: &str, rows: &[(u64, Vec<String>)]) -> Result<Self, ReadError> {
        let header = header::find(rows)?;
        let mut notes = Vec::new();
        let named = names::join(&header, rows, !sheet.is_empty(), &mut notes);
        let shape = match spread::find(&named, &rows[header.at + 1..], &mut notes) {
            Some(spread) => Shape::Spread(spread),
            None => Shape::Pick(named.places.clone()),
        };
        let columns = match &shape {
            Shape::Pick(_) => unique_names(named.full),
            Shape::Spread(spread) => unique_names(spread.columns()),
        };
        Ok(Self {
            header_line: header.line,
            top_line: header.top_line,
            columns,
            notes,
            header: rows[header.at].1.clone(),
            width: header.width,
            shape,
        })
    }

    /// Whether the table is the file as it stands: every cell in its place, under the names of one
    /// header row. Then a reader of delimited text needs nothing but [`Tidy::header_line`].
    pub fn is_plain(&self) -> bool {
        let Shape::Pick(places) = &self.shape else {
            return false;
        };
        places.iter().enumerate().all(|(at, &place)| at == place)
            && self.columns == unique_names(self.header.clone())
    }

    /// How many tidy rows one row of the sheet becomes.
    pub fn rows_per_row(&self) -> usize {
        match &self.shape {
            Shape::Pick(_) => 1,
            Shape::Spread(spread) => spread.groups.len(),
        }
    }

    /// Why a row under the header is not a row of the table, or `None` when it is one.
    pub fn set_aside<S: AsRef<str>>(&self, row: &[S]) -> Option<Reason> {
        let mut filled = row.iter().filter(|cell| !cell.as_ref().trim().is_empty());
        let Some(first) = filled.next() else {
            return Some(Reason::Blank);
        };
        if self.width >= 3 && filled.next().is_none() && is_footnote(first.as_ref()) {
            return Some(Reason::Footnote);
        }
        let repeats = row.len() >= self.header.len()
            && self
                .header
                .iter()
                .zip(row)
                .all(|(name, cell)| name.trim() == cell.as_ref().trim());
        repeats.then_some(Reason::RepeatedHeader)
    }

    /// Gives the tidy rows of one row of the sheet, in the order of [`Tidy::columns`]. Missing cells
    /// are blank.
    pub fn apply<'a, S: AsRef<str>>(&'a self, row: &'a [S], mut each: impl FnMut(&[&'a str])) {
        let cell = |place: usize| row.get(place).map_or("", |cell| cell.as_ref());
        match &self.shape {
            Shape::Pick(places) => {
                let cells: Vec<&str> = places.iter().map(|&place| cell(place)).collect();
                each(&cells);
            }
            Shape::Spread(spread) => spread.apply(cell, each),
        }
    }
}

/// A lone text that is no number and no bare code: a remark under a table.
fn is_footnote(text: &str) -> bool {
    use crate::ingest::cell::{Content, read};
    matches!(read(text), Content::Text(_) | Content::Mark(_)) && !text.trim().is_empty()
}
