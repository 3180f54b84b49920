//! The rows of a piece, counted: quickly where they are as expected, with care where not.

use std::borrow::Cow;

use crate::core::ledger::{Ledger, Reason};
use crate::ingest::cell::whole_at;
use crate::ingest::collect::Collector;
use crate::ingest::error::ReadError;

use super::cells::{LONGEST_QUOTED, check_row, filled, is_blank, place};
use super::lines::Lines;
use super::pieces::Piece;
use super::text;

/// Where the file keeps what the plan asks for, and what the rows gave so far.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) collector: Collector,
    /// The file's number of columns.
    columns: usize,
    /// The place in the file of each of the collector's text columns.
    slots: Vec<usize>,
    /// The place in the file of each outcome column.
    outcomes: Vec<usize>,
    /// Whether series are the only outcome.
    sums: bool,
    /// The whole numbers of the series in the row at hand.
    numbers: Vec<u32>,
    utf8: bool,
    /// Whether a cell was not of the file's encoding.
    pub(super) astray: bool,
    full_rows: u64,
    short: ShortRows,
}

/// Rows of few cells, which are footnotes if no full row follows.
#[derive(Debug, Default)]
struct ShortRows {
    rows: u64,
    first_lines: Vec<u64>,
    /// How many full rows came before.
    after: u64,
}

impl Table {
    /// A table whose columns have these names, in the file's order.
    pub(super) fn new(
        collector: Collector,
        names: &[String],
        utf8: bool,
    ) -> Result<Self, ReadError> {
        let question = collector.question();
        let find = |column: usize| {
            let name = &question.read_from()[column];
            let found = names.iter().position(|other| other == name);
            found.ok_or_else(|| ReadError::NoSuchColumn { name: name.clone() })
        };
        let slots = question.slots.iter().map(|slot| find(slot.column));
        let slots = slots.collect::<Result<_, _>>()?;
        let outcomes = question.outcome_columns.iter().map(|&column| find(column));
        let outcomes = outcomes.collect::<Result<_, _>>()?;
        let sums = question.only_series().is_some();
        Ok(Self {
            columns: names.len(),
            slots,
            outcomes,
            sums,
            numbers: Vec::new(),
            utf8,
            astray: false,
            full_rows: 0,
            short: ShortRows::default(),
            collector,
        })
    }

    /// Counts the rows of a piece from the row `first` on, and says where the last complete one ends.
    pub(super) fn rows(&mut self, piece: &mut Piece<'_>, first: usize) -> Result<usize, ReadError> {
        let (bytes, index, lines) = (piece.bytes, &*piece.index, &mut *piece.lines);
        let (ends, rows) = (index.cells(), index.rows());
        let mut start = 0;
        let mut cell = 0;
        if first > 0 {
            start = rows[first - 1] as usize + 1;
            cell = ends.partition_point(|&end| (end as usize) < start);
        }
        for &row_end in &rows[first..] {
            let end = row_end as usize;
            if index.broken || end - start > LONGEST_QUOTED {
                let count = ends[cell..].partition_point(|&end| end <= row_end);
                check_row(bytes, start, &ends[cell..cell + count], lines)?;
            }
            if let Some(row) = ends.get(cell..cell + self.columns)
                && row.last() == Some(&row_end)
            {
                self.row(bytes, start, row, lines);
                cell += self.columns;
            } else {
                let count = ends[cell..].partition_point(|&end| end <= row_end);
                self.odd_row(bytes, start, &ends[cell..cell + count], lines);
                cell += count;
            }
            start = end + 1;
        }
        Ok(start)
    }

    /// Counts a row that has a cell for every column.
    #[inline]
    fn row(&mut self, bytes: &[u8], start: usize, ends: &[u32], lines: &mut Lines) {
        self.full_rows += 1;
        let place = |column: usize| place(bytes, start, ends, column);
        let (utf8, slots, outcomes) = (self.utf8, &self.slots, &self.outcomes);
        let mut astray = false;
        let mut decode = |raw| {
            let (text, odd) = text::decode(raw, utf8);
            astray |= odd;
            text
        };
        self.collector
            .look_up(bytes, |slot| place(slots[slot]), &mut decode);
        if self.sums {
            self.numbers.clear();
            let numbers = outcomes.iter().map_while(|&column| {
                let (from, to) = place(column);
                whole_at(bytes, from, to)
            });
            self.numbers.extend(numbers);
            self.astray |= astray;
            if self.numbers.len() == outcomes.len() {
                let line = || lines.line_of(bytes, start);
                return self.collector.count_sums(&self.numbers, line);
            }
            return self.careful_row(bytes, start, ends, lines);
        }
        let cell_at = |outcome: usize| place(outcomes[outcome]);
        let usable = self.collector.read_cells(bytes, cell_at, &mut decode);
        self.astray |= astray;
        if usable {
            self.collector.count(|| lines.line_of(bytes, start));
        } else {
            self.careful_row(bytes, start, ends, lines);
        }
    }

    /// Counts a row whose outcome must be read as text.
    fn careful_row(&mut self, bytes: &[u8], start: usize, ends: &[u32], lines: &mut Lines) {
        let (utf8, mut astray) = (self.utf8, false);
        let texts: Vec<Cow<'_, str>> = self
            .outcomes
            .iter()
            .map(|&column| {
                let (from, to) = place(bytes, start, ends, column);
                let (text, odd) = text::decode(&bytes[from..to], utf8);
                astray |= odd;
                text
            })
            .collect();
        self.astray |= astray;
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let filled = || filled(bytes, start, ends, utf8);
        self.collector
            .row_of(&texts, filled, || lines.line_of(bytes, start));
    }

    /// Accounts for a row with more or fewer cells than there are columns. Blank cells too many are
    /// forgiven.
    fn odd_row(&mut self, bytes: &[u8], start: usize, ends: &[u32], lines: &mut Lines) {
        let cells = (0..ends.len()).map(|column| place(bytes, start, ends, column));
        let last = cells
            .rev()
            .position(|(from, to)| !is_blank(&bytes[from..to], self.utf8));
        let Some(blank_at_end) = last else {
            self.collector
                .set_aside_lazily(Reason::Blank, || lines.line_of(bytes, start));
            return;
        };
        let filled = ends.len() - blank_at_end;
        if let (Some(row), true) = (ends.get(..self.columns), filled <= self.columns) {
            self.row(bytes, start, row, lines);
            return;
        }
        if self.full_rows != self.short.after {
            self.settle_short_rows(Reason::Ragged);
        }
        if ends.len() * 2 <= self.columns {
            self.short.after = self.full_rows;
            self.short.rows += 1;
            if self.short.first_lines.len() < Ledger::FIRST_LINES {
                self.short.first_lines.push(lines.line_of(bytes, start));
            }
        } else {
            self.collector
                .set_aside_lazily(Reason::Ragged, || lines.line_of(bytes, start));
        }
    }

    fn settle_short_rows(&mut self, reason: Reason) {
        let short = std::mem::take(&mut self.short);
        if short.rows > 0 {
            self.collector
                .set_aside_several(reason, short.rows, short.first_lines);
        }
    }

    /// After the last row: short rows that no full row follows are footnotes.
    pub(super) fn end(&mut self) {
        let after_data = self.full_rows > 0 && self.full_rows == self.short.after;
        self.settle_short_rows(if after_data {
            Reason::Footnote
        } else {
            Reason::Ragged
        });
    }
}
