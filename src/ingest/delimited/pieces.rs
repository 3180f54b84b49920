//! Chunks of any size in, pieces that begin with a row out: what is scanned never depends on how the
//! bytes arrive, and no more is kept than one piece and one unfinished row.

use crate::ingest::error::ReadError;
use crate::ingest::outline::{Encoding, Format};
use crate::ingest::sniff;

use super::cells::{cells, check_rest, check_row};
use super::convert::Converter;
use super::index::Index;
use super::lines::Lines;
use super::masks::BLOCK;

/// How many bytes are scanned at once: few enough to stay in a core's own cache.
const PIECE: usize = 32 * 1024;

/// The bytes between arriving and being done with.
#[derive(Debug)]
pub(super) struct Pieces {
    delimiter: u8,
    utf8: bool,
    converter: Option<Converter>,
    /// Bytes of the byte order mark that are still to come.
    skip: usize,
    piece: usize,
    /// The unfinished row and the bytes after it.
    buffer: Vec<u8>,
    filled: usize,
    /// The fill at which the buffer is scanned.
    goal: usize,
    index: Index,
    lines: Lines,
    /// Why the reading has ended.
    ended: Option<ReadError>,
}

/// Text that begins with a row.
pub(super) struct Piece<'a> {
    /// The text, and zeros to the end of a block and beyond.
    pub(super) bytes: &'a [u8],
    /// How many bytes are text.
    pub(super) length: usize,
    /// Whether nothing follows.
    pub(super) last: bool,
    pub(super) utf8: bool,
    pub(super) lines: &'a mut Lines,
    pub(super) index: &'a mut Index,
    delimiter: u8,
    /// The bytes before it that were left out.
    skipped: usize,
}

impl Pieces {
    pub(super) fn new(format: &Format) -> Result<Self, ReadError> {
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
            piece: PIECE,
            buffer: Vec::new(),
            filled: 0,
            goal: PIECE,
            index: Index::default(),
            lines: Lines::new(),
            ended: None,
        })
    }

    pub(super) fn set_piece(&mut self, bytes: usize) {
        self.piece = bytes.max(1);
        self.goal = self.piece;
    }

    /// Takes a chunk. `consume` is given pieces, and says how many bytes of each it is done with.
    pub(super) fn push(
        &mut self,
        chunk: &[u8],
        consume: &mut impl FnMut(Piece<'_>) -> Result<usize, ReadError>,
    ) -> Result<(), ReadError> {
        let skipped = self.skip.min(chunk.len());
        self.skip -= skipped;
        self.take(&chunk[skipped..], false, consume)
    }

    /// Gives what waits. Where nothing follows it, a line end ends its last row.
    pub(super) fn end(
        &mut self,
        last: bool,
        consume: &mut impl FnMut(Piece<'_>) -> Result<usize, ReadError>,
    ) -> Result<(), ReadError> {
        self.take(&[], last, consume)?;
        if last && self.filled > 0 && self.buffer[self.filled - 1] != b'\n' {
            self.make_room();
            self.buffer[self.filled] = b'\n';
            self.filled += 1;
        }
        self.give(last, consume)
    }

    fn take(
        &mut self,
        bytes: &[u8],
        last: bool,
        consume: &mut impl FnMut(Piece<'_>) -> Result<usize, ReadError>,
    ) -> Result<(), ReadError> {
        let Some(mut converter) = self.converter.take() else {
            return self.fill(bytes, consume);
        };
        let taken = self.fill(converter.convert(bytes, last).as_bytes(), consume);
        self.converter = Some(converter);
        taken
    }

    fn fill(
        &mut self,
        mut bytes: &[u8],
        consume: &mut impl FnMut(Piece<'_>) -> Result<usize, ReadError>,
    ) -> Result<(), ReadError> {
        if let Some(error) = &self.ended {
            return Err(error.clone());
        }
        while !bytes.is_empty() {
            self.make_room();
            let (now, later) = bytes.split_at(bytes.len().min(self.goal - self.filled));
            self.buffer[self.filled..self.filled + now.len()].copy_from_slice(now);
            self.filled += now.len();
            bytes = later;
            if self.filled == self.goal {
                self.give(false, consume)?;
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

    fn give(
        &mut self,
        last: bool,
        consume: &mut impl FnMut(Piece<'_>) -> Result<usize, ReadError>,
    ) -> Result<(), ReadError> {
        self.make_room();
        self.buffer[self.filled..self.filled + 2 * BLOCK].fill(0);
        let given = consume(Piece {
            bytes: &self.buffer,
            length: self.filled,
            last,
            utf8: self.utf8,
            lines: &mut self.lines,
            index: &mut self.index,
            delimiter: self.delimiter,
            skipped: 0,
        });
        let done = given.inspect_err(|error| self.ended = Some(error.clone()))?;
        self.buffer.copy_within(done..self.filled, 0);
        self.filled -= done;
        // Doubling keeps the cost of scanning a long row again and again in proportion to its length.
        self.goal = (self.filled * 2).max(self.filled + self.piece);
        Ok(())
    }
}

impl Piece<'_> {
    /// Leaves out the first bytes, which are whole lines.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.lines.begin_at(self.bytes, bytes);
        self.bytes = &self.bytes[bytes..];
        self.length -= bytes;
        self.skipped += bytes;
    }

    /// Everything before this place is done with; gives how many bytes of the whole piece those are.
    pub(super) fn done(self, place: usize) -> usize {
        let rows = self.index.rows();
        let all = rows.last().is_some_and(|&end| end as usize + 1 == place);
        if all && !self.index.broken {
            self.lines.begin_after(rows.len() as u64);
        } else {
            self.lines.begin_at(self.bytes, place);
        }
        self.skipped + place
    }

    /// Finds the ends of cells and rows.
    pub(super) fn scan(&mut self) {
        let padded = self.length.next_multiple_of(BLOCK);
        self.index.scan(&self.bytes[..padded], self.delimiter);
    }

    /// The texts of the first row of a scanned piece, if it is complete.
    pub(super) fn first_row(&self) -> Option<Vec<String>> {
        let end = self.index.rows().first()?;
        let ends = self.index.cells();
        let count = ends.partition_point(|cell| cell <= end);
        Some(cells(self.bytes, 0, &ends[..count], self.utf8))
    }

    /// Refuses an unfinished row, from `start`, that nobody would write.
    pub(super) fn check_rest(&self, start: usize) -> Result<(), ReadError> {
        let span = (start, self.length);
        check_rest(self.bytes, span, self.index, self.lines, self.last)
    }

    /// Gives every complete row of a scanned piece by its line, start and cell ends, and says how many
    /// bytes are done with.
    pub(super) fn each_row(
        self,
        mut each: impl FnMut(&[u8], u64, usize, &[u32]) -> Result<(), ReadError>,
    ) -> Result<usize, ReadError> {
        let (mut start, mut first) = (0, 0);
        for &row_end in self.index.rows() {
            let ends = &self.index.cells()[first..];
            let ends = &ends[..ends.partition_point(|&end| end <= row_end)];
            check_row(self.bytes, start, ends, self.lines)?;
            let line = self.lines.line_of(self.bytes, start);
            each(self.bytes, line, start, ends)?;
            first += ends.len();
            start = row_end as usize + 1;
        }
        self.check_rest(start)?;
        Ok(self.done(start))
    }
}
