//! A delimited file of any size, read in pieces that never depend on how its bytes arrive.

use crate::core::ledger::Reason;
use crate::core::plan::Plan;
use crate::ingest::collect::{Collector, usable};
use crate::ingest::error::ReadError;
use crate::ingest::lookup::Joined;
use crate::ingest::outline::Format;
use crate::ingest::reading::Reading;

use super::head::unique_names;
use super::pieces::{Piece, Pieces};
use super::table::Table;

/// Reads a delimited file that is handed over in chunks of any size, and keeps no more of it than one
/// piece and one unfinished row.
#[derive(Debug)]
pub struct Reader {
    pieces: Pieces,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Above the header, which begins on this line, or in it.
    Above(Box<Collector>, u64),
    /// Below the header.
    Below(Box<Table>),
}

impl Reader {
    /// A reader of a file of this format under a plan whose columns are the file's, by name. The
    /// header is the row that begins on `header_line`, counted from 1.
    ///
    /// # Errors
    ///
    /// When the plan contradicts itself or the format is a workbook's.
    pub fn new(format: &Format, plan: &Plan, header_line: u64) -> Result<Self, ReadError> {
        Self::joined(format, (plan, &Joined::default()), header_line)
    }

    /// The same, with the columns that other files give.
    ///
    /// # Errors
    ///
    /// As [`Reader::new`], and when a file that gives a column is missing.
    pub fn joined(
        format: &Format,
        (plan, joined): (&Plan, &Joined),
        header_line: u64,
    ) -> Result<Self, ReadError> {
        let collector = Collector::joined(plan, joined)?;
        Ok(Self {
            pieces: Pieces::new(format)?,
            stage: Stage::Above(Box::new(collector), header_line.max(1)),
        })
    }

    /// The same reader, scanning at least this many bytes at once instead of 32 KiB. The result is
    /// the same; only tests and measurements need another size.
    #[must_use]
    pub fn in_pieces(mut self, bytes: usize) -> Self {
        self.pieces.set_piece(bytes);
        self
    }

    /// Rows counted so far, the header not among them.
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Above(collector, _) => collector.rows(),
            Stage::Below(table) => table.collector.rows(),
        }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    ///
    /// When a quotation mark is never closed, a cell is too long, or a column is not in the file;
    /// every later call gives the same error.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), ReadError> {
        let stage = &mut self.stage;
        self.pieces.push(chunk, &mut |piece| stage.read(piece))
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// As [`Self::push`], and when there was no header, no row, or no row that could be used.
    pub fn finish(self) -> Result<Reading, ReadError> {
        self.finish_part().and_then(usable)
    }

    /// The same of one of several files, of which some rows of another may be used.
    ///
    /// # Errors
    ///
    /// As [`Self::finish`], but for rows that cannot be used.
    pub fn finish_part(mut self) -> Result<Reading, ReadError> {
        let stage = &mut self.stage;
        self.pieces.end(true, &mut |piece| stage.read(piece))?;
        match self.stage {
            Stage::Above(collector, _) if collector.rows() == 0 => Err(ReadError::Empty),
            Stage::Above(..) => Err(ReadError::NoTable),
            Stage::Below(mut table) => {
                table.end();
                let astray = table.astray;
                let mut reading = table.collector.finish();
                if astray {
                    reading.notes.push(MIXED.into());
                }
                Ok(reading)
            }
        }
    }
}

impl Stage {
    /// Counts the complete rows of a piece, and says how many bytes are done with.
    fn read(&mut self, mut piece: Piece<'_>) -> Result<usize, ReadError> {
        self.skip_preamble(&mut piece);
        piece.scan();
        let mut first = 0;
        if let Self::Above(collector, header_line) = self
            && piece.lines.line() >= *header_line
            && let Some(header) = piece.first_row()
        {
            let collector = std::mem::take(&mut **collector);
            let table = Table::new(collector, &unique_names(header), piece.utf8)?;
            *self = Self::Below(Box::new(table));
            first = 1;
        }
        let done = match self {
            Self::Above(..) => 0,
            Self::Below(table) => table.rows(&mut piece, first)?,
        };
        piece.check_rest(done)?;
        Ok(piece.done(done))
    }

    /// Sets the lines above the header aside.
    fn skip_preamble(&mut self, piece: &mut Piece<'_>) {
        let Self::Above(collector, header_line) = self else {
            return;
        };
        while piece.lines.line() < *header_line
            && let Some(length) = memchr::memchr(b'\n', &piece.bytes[..piece.length])
        {
            let blank = piece.bytes[..length].trim_ascii().is_empty();
            let reason = if blank {
                Reason::Blank
            } else {
                Reason::Preamble
            };
            collector.set_aside(reason, piece.lines.line());
            piece.skip(length + 1);
        }
    }
}

const MIXED: &str = "Some cells are not in the file's encoding (UTF-8). They were read as \
                     Windows-1252: check the names of groups with accents or other special letters.";
