//! The cells of one row in a piece: where they stand, and what can be said without decoding them.

use crate::ingest::error::ReadError;

use super::index::Index;
use super::lines::{Lines, breaks};
use super::text;

/// No cell is longer than this.
const LONGEST_CELL: usize = 1 << 20;
/// No row is longer than this.
const LONGEST_ROW: usize = 4 << 20;
/// A quoted cell longer than this, or with more than [`MOST_BREAKS`] line ends, was never closed.
pub(super) const LONGEST_QUOTED: usize = 64 * 1024;
const MOST_BREAKS: u64 = 50;

/// Where a column's cell stands in a row that begins at `start`; a carriage return at the end of the
/// row is left out.
#[inline]
pub(super) fn place(bytes: &[u8], start: usize, ends: &[u32], column: usize) -> (usize, usize) {
    let from = match column {
        0 => start,
        _ => ends[column - 1] as usize + 1,
    };
    let mut to = ends[column] as usize;
    if column + 1 == ends.len() && to > from && bytes[to - 1] == b'\r' {
        to -= 1;
    }
    (from, to)
}

/// Whether a cell says nothing.
pub(super) fn is_blank(raw: &[u8], utf8: bool) -> bool {
    raw.is_empty() || text::decode(raw, utf8).0.trim().is_empty()
}

/// How many cells of a row say something.
pub(super) fn filled(bytes: &[u8], start: usize, ends: &[u32], utf8: bool) -> usize {
    let cells = (0..ends.len()).map(|column| place(bytes, start, ends, column));
    cells
        .filter(|&(from, to)| !is_blank(&bytes[from..to], utf8))
        .count()
}

/// The texts of a row's cells.
pub(super) fn cells(bytes: &[u8], start: usize, ends: &[u32], utf8: bool) -> Vec<String> {
    let places = (0..ends.len()).map(|column| place(bytes, start, ends, column));
    places
        .map(|(from, to)| text::decode(&bytes[from..to], utf8).0.into_owned())
        .collect()
}

/// Refuses a row with a cell that nobody would write.
pub(super) fn check_row(
    bytes: &[u8],
    start: usize,
    ends: &[u32],
    lines: &Lines,
) -> Result<(), ReadError> {
    let mut from = start;
    for &end in ends {
        let end = end as usize;
        check_cell(bytes, from, end, lines)?;
        from = end + 1;
    }
    if from - start > LONGEST_ROW {
        let line = lines.clone().line_of(bytes, start);
        return Err(ReadError::CellTooLong { line });
    }
    Ok(())
}

/// Refuses an unfinished row, from `start` to `length`, that nobody would write. At the end of the
/// file an open quotation mark is refused whatever its length.
pub(super) fn check_rest(
    bytes: &[u8],
    (start, length): (usize, usize),
    index: &Index,
    lines: &Lines,
    last: bool,
) -> Result<(), ReadError> {
    let last_end = index.cells().last().map_or(0, |&end| end as usize + 1);
    let from = last_end.max(start);
    if last && index.open {
        let line = lines.clone().line_of(bytes, from);
        return Err(ReadError::UnclosedQuote { line });
    }
    check_cell(bytes, from, length, lines)?;
    if length - start > LONGEST_ROW {
        let line = lines.clone().line_of(bytes, start);
        return Err(ReadError::CellTooLong { line });
    }
    Ok(())
}

/// Refuses a cell, complete or not, that nobody would write.
fn check_cell(bytes: &[u8], from: usize, to: usize, lines: &Lines) -> Result<(), ReadError> {
    let cell = &bytes[from..to];
    let line = || lines.clone().line_of(bytes, from);
    if cell.first() == Some(&b'"') && (cell.len() > LONGEST_QUOTED || breaks(cell) > MOST_BREAKS) {
        return Err(ReadError::UnclosedQuote { line: line() });
    }
    if cell.len() > LONGEST_CELL {
        return Err(ReadError::CellTooLong { line: line() });
    }
    Ok(())
}
