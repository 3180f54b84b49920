//! A delimited file of any size, read in pieces that never depend on how its bytes arrive.

use crate::core::ledger::Reason;
use crate::core::plan::Plan;
use crate::ingest::collect::{Collector, usable};
use crate::ingest::error::ReadError;
use crate::ingest::outline::{Encoding, Format};
use crate::ingest::reading::Reading;
use crate::ingest::sniff;

use super::cells::{cells, check_rest};
use super::convert::Converter;
use super::head::unique_names;
use super::index::Index;
use super::lines::Lines;
use super::masks::BLOCK;
use super::table::Table;

/// How many bytes are scanned at once: few enough to stay in a core's own cache.
const PIECE: usize = 32 * 1024;

/// Reads a delimited file that is handed over in chunks of any size, and keeps no more of it than one
/// piece and one unfinished row.
#[derive(Debug)]
pub struct Reader {
    delimiter: u8,
    utf8: bool,
    converter: Option<Converter>,
    /// Bytes of the byte order mark that are still to come.
    skip: usize,
    header_line: u64,
    piece: usize,
    /// The unfinished row, the bytes after it, and zeros.
    buffer: Vec<u8>,
    filled: usize,
    /// The fill at which the buffer is scanned.
    goal: usize,
    index: Index,
    lines: Lines,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Above or in the header.
    Above(Box<Collector>),
    /// Below the header.
    Below(Box<Table>),
    /// An error has ended the reading.
    Ended(ReadError),
}

impl Reader {
    /// A reader of a file of this format under a plan whose columns are the file's, by name. The
    /// header is the row that begins on `header_line`, counted from 1.
    ///
    /// # Errors
    ///
    /// When the plan contradicts itself or the format is a workbook's.
    pub fn new(format: &Format, plan: &Plan, header_line: u64) -> Result<Self, ReadError> {
        let &Format::Delimited {
            delimiter,
            encoding,
            skip,
        } = format
        else {
            return Err(ReadError::WrongFormat {
                found: "a workbook",
            });
        };
        Ok(Self {
            delimiter,
            utf8: encoding != Encoding::Windows1252,
            converter: sniff::charset(encoding).map(Converter::new),
            skip,
            header_line: header_line.max(1),
            piece: PIECE,
            buffer: Vec::new(),
            filled: 0,
            goal: PIECE,
            index: Index::default(),
            lines: Lines::new(),
            stage: Stage::Above(Box::new(Collector::new(plan)?)),
        })
    }

    /// The same reader, scanning at least this many bytes at once instead of 32 KiB. The result is
    /// the same; only tests and measurements need another size.
    #[must_use]
    pub fn in_pieces(mut self, bytes: usize) -> Self {
        self.piece = bytes.max(1);
        self.goal = self.piece;
        self
    }

    /// Rows counted so far, the header not among them.
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Above(collector) => collector.rows(),
            Stage::Below(table) => table.collector.rows(),
            Stage::Ended(_) => 0,
        }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    ///
    /// When a quotation mark is never closed, a cell is too long, or a column is not in the file;
    /// every later call gives the same error.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), ReadError> {
        let skipped = self.skip.min(chunk.len());
        self.skip -= skipped;
        self.take(&chunk[skipped..], false)
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// As [`Self::push`], and when there was no header, no row, or no row that could be used.
    pub fn finish(mut self) -> Result<Reading, ReadError> {
        self.take(&[], true)?;
        if self.filled > 0 && self.buffer.get(self.filled - 1) != Some(&b'\n') {
            self.make_room();
            self.buffer[self.filled] = b'\n';
            self.filled += 1;
        }
        self.scan(true)?;
        match self.stage {
            Stage::Above(collector) if collector.rows() == 0 => Err(ReadError::Empty),
            Stage::Above(_) => Err(ReadError::NoTable),
            Stage::Ended(error) => Err(error),
            Stage::Below(mut table) => {
                table.end();
                let astray = table.astray;
                let mut reading = table.collector.finish();
                if astray {
                    reading.notes.push(MIXED.into());
                }
                usable(reading)
            }
        }
    }

    fn take(&mut self, bytes: &[u8], last: bool) -> Result<(), ReadError> {
        let Some(mut converter) = self.converter.take() else {
            return self.fill(bytes);
        };
        let taken = self.fill(converter.convert(bytes, last).as_bytes());
        self.converter = Some(converter);
        taken
    }

    fn fill(&mut self, mut bytes: &[u8]) -> Result<(), ReadError> {
        if let Stage::Ended(error) = &self.stage {
            return Err(error.clone());
        }
        while !bytes.is_empty() {
            self.make_room();
            let (now, later) = bytes.split_at(bytes.len().min(self.goal - self.filled));
            self.buffer[self.filled..self.filled + now.len()].copy_from_slice(now);
            self.filled += now.len();
            bytes = later;
            if self.filled == self.goal {
                self.scan(false)?;
            }
        }
        Ok(())
    }

    /// Room up to the goal, one more byte, and zeros to the end of a block and of a word.
    fn make_room(&mut self) {
        let wanted = self.goal + 3 * BLOCK;
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
    }

    /// Counts the complete rows of the buffer, and keeps what follows them.
    fn scan(&mut self, last: bool) -> Result<(), ReadError> {
        let consumed = self.scan_rows(last).inspect_err(|error| {
            self.stage = Stage::Ended(error.clone());
        })?;
        self.buffer.copy_within(consumed..self.filled, 0);
        self.filled -= consumed;
        // Doubling keeps the cost of scanning a long row again and again in proportion to its length.
        self.goal = (self.filled * 2).max(self.filled + self.piece);
        Ok(())
    }

    /// How many bytes of the buffer are done with.
    fn scan_rows(&mut self, last: bool) -> Result<usize, ReadError> {
        let start = self.skip_preamble();
        self.make_room();
        let length = self.filled - start;
        let padded = length.next_multiple_of(BLOCK);
        self.buffer[self.filled..start + padded].fill(0);
        let bytes = &self.buffer[start..];
        self.index.scan(&bytes[..padded], self.delimiter);
        let mut first = 0;
        if let Stage::Above(collector) = &mut self.stage
            && let Some(&end) = self.index.rows().first()
            && self.lines.line() >= self.header_line
        {
            let ends = self.index.cells();
            let count = ends.partition_point(|&cell| cell <= end);
            let names = unique_names(cells(bytes, 0, &ends[..count], self.utf8));
            let collector = std::mem::take(&mut **collector);
            let table = Table::new(collector, &names, self.utf8)?;
            self.stage = Stage::Below(Box::new(table));
            first = 1;
        }
        let Stage::Below(table) = &mut self.stage else {
            check_rest(bytes, (0, length), &self.index, &self.lines, last)?;
            return Ok(start);
        };
        let done = table.rows(bytes, &self.index, &mut self.lines, first)?;
        check_rest(bytes, (done, length), &self.index, &self.lines, last)?;
        self.lines.begin_at(bytes, done);
        Ok(start + done)
    }

    /// Sets the lines above the header aside, and says where the rest begins.
    fn skip_preamble(&mut self) -> usize {
        let mut start = 0;
        let Stage::Above(collector) = &mut self.stage else {
            return start;
        };
        while self.lines.line() < self.header_line
            && let Some(length) = memchr::memchr(b'\n', &self.buffer[start..self.filled])
        {
            let line = &self.buffer[start..start + length];
            let reason = if line.trim_ascii().is_empty() {
                Reason::Blank
            } else {
                Reason::Preamble
            };
            collector.set_aside(reason, self.lines.line());
            start += length + 1;
            self.lines
                .begin_at(&self.buffer[start - length - 1..], length + 1);
        }
        start
    }
}

const MIXED: &str = "Some cells are not in the file's encoding (UTF-8). They were read as \
                     Windows-1252: check the names of groups with accents or other special letters.";
