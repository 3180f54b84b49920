//! Tidy rows → Tally and Ledger: what every reader of rows ends in.

mod asked;
mod combinations;
mod counters;
mod stratified;
mod cut;
mod dictionary;
mod filter;
mod known;
mod notes;
mod outcome;
mod periods;
mod question;
mod row;
mod ruled;

use std::borrow::Cow;

use crate::core::ledger::{Aside, Ledger, Reason};
use crate::core::plan::Plan;

use super::error::ReadError;
use super::lookup::Joined;
use super::reading::Reading;
use dictionary::BLANK;
use notes::ONE_MISSING;
pub(super) use question::Question;
use row::Row;
pub use stratified::can_cross;

/// Counts rows under a plan.
///
/// Every division makes one cut, named by its id, with a cell for each trimmed text of its column; a
/// division of one breakdown takes that breakdown's rows alone. Where no division is of one breakdown,
/// the cut without columns counts everyone together. Rows that are totals by name are cells like any
/// other: the scheme of the dimension knows them.
///
/// Every stratification makes one more cut of each division that shares no column with it, named by the ids of
/// the division and of the stratification's columns, with a cell for each combination of texts. Filters hold there
/// too, but for those that keep one period, organisation or total where the stratification is about the series or
/// the parts: a row of an earlier month counts over time.
///
/// All outcomes of the plan are read in the one reading. A row in which one of them is blank, hidden or
/// unreadable counts in its groups ([`rows`] of a cell and [`blank`] of the outcome); where none is
/// usable, it is set aside in the ledger with the reason that says most. Of several outcomes the ledger
/// accounts for each besides. A row that every cut's filters leave out, that
/// repeats the header, that is empty or that is about no breakdown of the plan counts in no group. A row
/// that counts in a crossed cut alone is used.
///
/// A column that divides people may hold 20,000 different texts. Rows with further texts are left out
/// of that division alone, still count everywhere else, and a note says so. A crossed cut may hold 200,000
/// combinations (50,000 of waits or other numbers, each a histogram; of several outcomes as many times
/// fewer), with a note likewise.
///
/// [`rows`]: crate::core::tally::Cell::rows
/// [`blank`]: crate::core::tally::Counted::blank
#[derive(Debug, Default)]
pub struct Collector {
    question: Question,
    ledger: Ledger,
    /// The number of each text column's text in the row at hand, in the order of the question's slots.
    ids: Vec<u32>,
    /// The outcomes of the row at hand.
    row: Row,
    /// Whether there are counts that are used together or not at all.
    in_pairs: bool,
    /// Rows in the small counters since they were last emptied.
    pending: u32,
}

/// The rows after which counters of 32 bits are emptied into the histograms.
const PENDING: u32 = 1 << 30;

impl Collector {
    /// A collector of nothing yet.
    ///
    /// # Errors
    ///
    /// When the plan asks for a column that is not among its own columns, or that it says names people.
    pub fn new(plan: &Plan) -> Result<Self, ReadError> {
        Self::joined(plan, &Joined::default())
    }

    /// The same, with the columns that other files give.
    ///
    /// # Errors
    ///
    /// As [`Collector::new`], and when a file that gives a column is missing.
    pub fn joined(plan: &Plan, joined: &Joined) -> Result<Self, ReadError> {
        let question = Question::new(plan, joined)?;
        Ok(Self {
            ids: vec![BLANK; question.slots.len()],
            row: Row::new(question.lanes.len(), question.count),
            ledger: Ledger::of(question.count),
            in_pairs: (0..plan.outcomes.len()).any(|place| plan.is_paired(place)),
            question,
            pending: 0,
        })
    }

    /// Counts one row: a text for each column of the plan, in its order. `line` is what the ledger
    /// says if the row is set aside. Missing cells are blank.
    pub fn row(&mut self, cells: &[&str], line: u64) {
        let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
        for (id, slot) in self.ids.iter_mut().zip(&mut self.question.slots) {
            *id = slot.dictionary.learn(cell(slot.column));
        }
        let columns = self.question.outcome_columns.iter();
        let texts: Vec<&str> = columns.map(|&column| cell(column)).collect();
        let filled = || cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        self.row_of(&texts, filled, || line);
    }

    /// Accounts for a row that never came as cells.
    pub fn set_aside(&mut self, reason: Reason, line: u64) {
        self.ledger.set_aside(reason, line);
    }

    /// Rows seen so far, the header not among them.
    pub fn rows(&self) -> u64 {
        self.ledger.read
    }

    /// The account of rows so far.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The tally, the ledger and notes.
    pub fn finish(mut self) -> Reading {
        self.question.settle_counts();
        let periods = self.question.periods.seen(&self.question.slots);
        let (tally, mut notes) = self.question.into_tally();
        let lacks = |reason: &Reason| {
            matches!(
                reason,
                Reason::OutcomeBlank
                    | Reason::OutcomeSuppressed
                    | Reason::OutcomeNotAvailable
                    | Reason::OutcomeUnreadable
                    | Reason::OutcomeError
            )
        };
        if self.in_pairs && self.ledger.aside.keys().any(lacks) {
            notes.push(ONE_MISSING.to_owned());
        }
        Reading {
            tally,
            ledger: self.ledger,
            periods,
            notes,
        }
    }

    pub(super) fn question(&self) -> &Question {
        &self.question
    }

    /// Finds the numbers of a row's texts: `place` gives where in `bytes` the text of a slot stands,
    /// `decode` makes text of bytes that were not met before.
    #[inline]
    pub(super) fn look_up<'a>(
        &mut self,
        bytes: &'a [u8],
        place: impl Fn(usize) -> (usize, usize),
        mut decode: impl FnMut(&'a [u8]) -> Cow<'a, str>,
    ) {
        let skipped = self.question.periods.skipped(self.ledger.read);
        let wanted = self.ids.len() - skipped;
        let slots = self.question.slots.iter_mut().enumerate();
        for (id, (at, slot)) in self.ids[..wanted].iter_mut().zip(slots) {
            let (start, end) = place(at);
            *id = match slot.dictionary.spelled(bytes, start, end) {
                Some(id) => id,
                None => slot
                    .dictionary
                    .learn_spelling(&bytes[start..end], &mut decode),
            };
        }
    }

    /// Reads a row's outcomes: `cell_at` gives where in `bytes` the cell of an outcome's column stands. Says
    /// whether any of them is usable.
    #[inline]
    pub(super) fn read_cells<'a>(
        &mut self,
        bytes: &'a [u8],
        cell_at: impl Fn(usize) -> (usize, usize),
        mut decode: impl FnMut(&'a [u8]) -> Cow<'a, str>,
    ) -> bool {
        let into = (&self.ids[..], &mut self.row);
        self.question.read_cells(bytes, cell_at, &mut decode, into);
        self.row.usable > 0
    }

    /// Accounts for a row without asking for its line where that would not be kept.
    pub(super) fn set_aside_lazily(&mut self, reason: Reason, line: impl FnOnce() -> u64) {
        let wanted = self.ledger.wants_line(reason);
        self.ledger
            .set_aside(reason, if wanted { line() } else { 0 });
    }

    /// Accounts for rows of which only the first lines are known.
    pub(super) fn set_aside_several(&mut self, reason: Reason, rows: u64, first_lines: Vec<u64>) {
        self.ledger.merge(&Ledger {
            read: rows,
            aside: [(reason, Aside { rows, first_lines })].into(),
            ..Ledger::default()
        });
    }

    /// Counts the row of [`Self::ids`] with a whole number in every series' column, where these are the only
    /// outcome.
    pub(super) fn count_sums(&mut self, numbers: &[u32], line: impl FnOnce() -> u64) {
        let nowhere = self.question.place(&self.ids);
        let bands = self.question.only_series().unwrap_or_default();
        let without_band = (!asked::has_any(bands, &self.ids)).then_some(Reason::Filtered);
        let stratified = without_band.is_none() && self.question.cross(&self.ids);
        if let (Some(reason), false) = (nowhere.or(without_band), stratified) {
            self.set_aside_lazily(reason, line);
            return;
        }
        let ids = &self.ids;
        let Question {
            cuts,
            stratified,
            outcomes,
            periods,
            ..
        } = &mut self.question;
        let bands = asked::only_series(outcomes).unwrap_or_default();
        let series = || bands.iter().zip(numbers);
        if nowhere.is_none() {
            periods.take(ids);
            for cut in cuts.iter_mut().filter(|cut| cut.takes(ids)) {
                cut.counters.add_whole(cut.group(ids), ids, series());
            }
        }
        for cut in stratified {
            cut.with_group(|counters, group| counters.add_whole(group, ids, series()));
        }
        self.ledger.use_row();
    }

    /// Counts the row of [`Self::ids`] and [`Self::row`], of which some outcome is usable.
    #[inline]
    pub(super) fn count(&mut self, mut line: impl FnMut() -> u64) {
        let mut nowhere = None;
        if !self.question.plain {
            nowhere = self.question.place(&self.ids);
        }
        let stratified = self.question.cross(&self.ids);
        if let (Some(reason), false) = (nowhere, stratified) {
            self.set_aside_lazily(reason, line);
            return;
        }
        self.add(nowhere.is_none(), stratified);
        if self.row.usable < self.row.reasons.len() {
            self.account_for_outcomes(&mut line);
        }
        self.ledger.use_row();
    }

    /// Counts the row of [`Self::ids`], whose outcome cells say `texts`. `filled` gives how
    /// many cells of the whole row are not blank.
    pub(super) fn row_of(
        &mut self,
        texts: &[&str],
        filled: impl FnOnce() -> usize,
        mut line: impl FnMut() -> u64,
    ) {
        self.question.read(texts, &self.ids, &mut self.row);
        if self.row.usable > 0 {
            self.count(line);
            return;
        }
        let odd = self.question.no_record(texts, &self.ids, filled);
        let without_band = self.row.is_of_no_series().then_some(Reason::Filtered);
        let nowhere = odd.or_else(|| self.question.place(&self.ids));
        let stratified = odd.or(without_band).is_none() && self.question.cross(&self.ids);
        if let (Some(reason), false) = (nowhere.or(without_band), stratified) {
            self.set_aside_lazily(reason, line);
            return;
        }
        self.add(nowhere.is_none(), stratified);
        self.account_for_outcomes(&mut line);
        self.set_aside_lazily(self.row.reason(), line);
    }

    /// Counts the row in the cuts of a division alone, in the crossed ones where it has its place, or both.
    #[inline]
    fn add(&mut self, alone: bool, stratified: bool) {
        self.pending += 1;
        if self.pending == PENDING {
            self.question.settle_counts();
            self.pending = 0;
        }
        let Question {
            cuts,
            stratified: stratified_cuts,
            of_series,
            periods,
            ..
        } = &mut self.question;
        let (ids, row) = (&self.ids, &self.row);
        if alone {
            if row.usable > 0 {
                periods.take(ids);
            }
            for cut in cuts.iter_mut().filter(|cut| cut.takes(ids)) {
                let group = cut.group(ids);
                cut.counters.count(group, row);
                cut.counters.add_sums(group, row, of_series);
            }
        }
        if stratified {
            for cut in stratified_cuts {
                cut.with_group(|counters, group| {
                    counters.count(group, row);
                    counters.add_sums(group, row, of_series);
                });
            }
        }
    }

    /// Accounts for each outcome that the row does not give.
    #[cold]
    fn account_for_outcomes(&mut self, line: &mut impl FnMut() -> u64) {
        for (place, reason) in self.row.reasons.iter().enumerate() {
            if let Some(reason) = *reason {
                self.ledger.without(place, reason, &mut *line);
            }
        }
    }
}

/// The reading, if any of its rows was used.
///
/// # Errors
///
/// When there was no row under the header, or none that could be used, and why.
pub fn usable(reading: Reading) -> Result<Reading, ReadError> {
    if reading.ledger.used > 0 {
        return Ok(reading);
    }
    // How many rows, no rule has released: rows of one kept group may be few people.
    let reasons = reading.ledger.aside.keys();
    let why: Vec<&str> = reasons
        .filter(|reason| !matches!(reason, Reason::Blank | Reason::Preamble))
        .map(|reason| reason.words())
        .collect();
    if why.is_empty() {
        return Err(ReadError::HeaderOnly);
    }
    Err(ReadError::NothingUsed {
        why: why.join("; "),
    })
}
