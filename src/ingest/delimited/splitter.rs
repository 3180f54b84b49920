//! A delimited file of any size as rows of texts, for tables that are not plain columns.

use crate::ingest::error::ReadError;
use crate::ingest::outline::Format;

use super::cells::cells;
use super::pieces::{Piece, Pieces};

/// Splits a delimited file that is handed over in chunks of any size into rows of texts, each with the
/// line it begins on, counted from 1. Empty lines are rows of one blank cell.
///
/// ```
/// use equal_measure::ingest::{delimited::Splitter, sniff};
/// let bytes = b"age,note\n30,\"a\nb\"\n31,cut";
/// let mut rows = Vec::new();
/// let mut each = |line: u64, row: &[String]| Ok(rows.push((line, row.join("|"))));
/// let mut splitter = Splitter::new(&sniff::format(bytes, 25)?)?;
/// splitter.push(bytes, &mut each)?;
/// splitter.finish(&mut each)?;
/// assert_eq!(rows[1..], [(2, "30|a\nb".to_owned()), (4, "31|cut".to_owned())]);
/// # Ok::<(), equal_measure::ingest::error::ReadError>(())
/// ```
#[derive(Debug)]
pub struct Splitter {
    pieces: Pieces,
}

impl Splitter {
    /// A splitter of a file of this format.
    ///
    /// # Errors
    ///
    /// When the format is a workbook's.
    pub fn new(format: &Format) -> Result<Self, ReadError> {
        let pieces = Pieces::new(format)?;
        Ok(Self { pieces })
    }

    /// Takes the next bytes of the file, and gives the rows that they complete.
    ///
    /// # Errors
    ///
    /// When a quotation mark is never closed, when a cell is too long, or what `each` returns.
    pub fn push(
        &mut self,
        chunk: &[u8],
        each: &mut impl FnMut(u64, &[String]) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.pieces.push(chunk, &mut |piece| split(piece, each))
    }

    /// Ends the file, and gives its last rows.
    ///
    /// # Errors
    ///
    /// As [`Self::push`].
    pub fn finish(
        self,
        each: &mut impl FnMut(u64, &[String]) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.end(true, each)
    }

    /// Gives the rows that wait; the unfinished one too where nothing follows.
    pub(super) fn end(
        mut self,
        last: bool,
        each: &mut impl FnMut(u64, &[String]) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.pieces.end(last, &mut |piece| split(piece, each))
    }
}

fn split(
    mut piece: Piece<'_>,
    each: &mut impl FnMut(u64, &[String]) -> Result<(), ReadError>,
) -> Result<usize, ReadError> {
    let utf8 = piece.utf8;
    piece.scan();
    piece.each_row(|bytes, line, start, ends| each(line, &cells(bytes, start, ends, utf8)))
}
