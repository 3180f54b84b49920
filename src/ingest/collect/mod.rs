//! Tidy rows → Tally and Ledger: what every reader of rows ends in.

mod combinations;
mod counters;
mod crossed;
mod cut;
mod dictionary;
mod outcome;
mod question;

use std::borrow::Cow;

use crate::core::histogram::MICRO;
use crate::core::ledger::{Aside, Ledger, Reason};
use crate::core::plan::Plan;

use super::error::ReadError;
use super::reading::Reading;
pub use crossed::can_cross;
use dictionary::BLANK;
pub(super) use outcome::Kind;
use outcome::Outcome;
pub(super) use question::Question;

/// Counts rows under a plan.
///
/// Every division makes one cut, named by its id, with a cell for each trimmed text of its column; a
/// division of one breakdown takes that breakdown's rows alone. Where no division is of one breakdown,
/// the cut without columns counts everyone together. Rows that are totals by name are cells like any
/// other: the scheme of the dimension knows them.
///
/// Every crossing makes one more cut of each division that shares no column with it, named by the ids of
/// the division and of the crossing's columns, with a cell for each combination of texts. Filters on the
/// crossing's own columns do not hold there, nor, where it is by organisation, filters on other columns
/// of organisations that do not say of what kind they are: a row of an earlier month counts over time.
///
/// A row whose outcome is blank, hidden or unreadable counts in its groups ([`rows`] and [`blank`] of a
/// cell) and is set aside in the ledger with its reason. A row that every cut's filters leave out, that
/// repeats the header, that is empty or that is about no breakdown of the plan counts in no group. A row
/// that counts in a crossed cut alone is used.
///
/// A column that divides people may hold 20,000 different texts. Rows with further texts are left out
/// of that division alone, still count everywhere else, and a note says so. A crossed cut may hold 200,000
/// combinations (50,000 of waits or other numbers, each a histogram), with a note likewise.
///
/// [`rows`]: crate::core::tally::Cell::rows
/// [`blank`]: crate::core::tally::Cell::blank
#[derive(Debug, Default)]
pub struct Collector {
    question: Question,
    ledger: Ledger,
    /// The number of each text column's text in the row at hand, in the order of the question's slots.
    ids: Vec<u32>,
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
        let question = Question::new(plan)?;
        Ok(Self {
            ids: vec![BLANK; question.slots.len()],
            question,
            ledger: Ledger::default(),
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
        self.settle(&texts, filled, || line);
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
        let (tally, notes) = self.question.into_tally();
        Reading {
            tally,
            ledger: self.ledger,
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
        let slots = self.question.slots.iter_mut().enumerate();
        for (id, (at, slot)) in self.ids.iter_mut().zip(slots) {
            let (start, end) = place(at);
            *id = match slot.dictionary.spelled(bytes, start, end) {
                Some(id) => id,
                None => slot
                    .dictionary
                    .learn_spelling(&bytes[start..end], &mut decode),
            };
        }
    }

    /// Accounts for a row without asking for its line where that would not be kept.
    pub(super) fn set_aside_lazily(&mut self, reason: Reason, line: impl FnOnce() -> u64) {
        let kept = self.ledger.aside.get(&reason);
        let wanted = kept.is_none_or(|aside| aside.first_lines.len() < Ledger::FIRST_LINES);
        self.ledger
            .set_aside(reason, if wanted { line() } else { 0 });
    }

    /// Accounts for rows of which only the first lines are known.
    pub(super) fn set_aside_several(&mut self, reason: Reason, rows: u64, first_lines: Vec<u64>) {
        self.ledger.merge(&Ledger {
            read: rows,
            used: 0,
            aside: [(reason, Aside { rows, first_lines })].into(),
        });
    }

    /// Counts the row of [`Self::ids`] with a whole number, in the unit of the column, as outcome.
    #[inline]
    pub(super) fn count_whole(&mut self, value: u32, line: impl FnOnce() -> u64) {
        self.pending += 1;
        if self.pending == PENDING {
            self.question.settle_counts();
            self.pending = 0;
        }
        let mut nowhere = None;
        if !self.question.plain {
            nowhere = self.question.place(&self.ids);
        }
        let crossed = self.question.cross(&self.ids);
        match nowhere {
            Some(reason) if !crossed => {
                self.set_aside_lazily(reason, line);
                return;
            }
            Some(_) => {}
            None => {
                for cut in &mut self.question.cuts {
                    if cut.takes(&self.ids) {
                        cut.counters.count(cut.group(&self.ids), value);
                    }
                }
            }
        }
        if crossed {
            for cut in &mut self.question.crossed {
                cut.with_group(|counters, group| counters.count(group, value));
            }
        }
        self.ledger.use_row();
    }

    /// Counts the row of [`Self::ids`] with a whole number in every series' column.
    pub(super) fn count_sums(&mut self, numbers: &[u32], line: impl FnOnce() -> u64) {
        let nowhere = self.question.place(&self.ids);
        let without_band = self.question.without_band(&self.ids);
        let crossed = without_band.is_none() && self.question.cross(&self.ids);
        if let (Some(reason), false) = (nowhere.or(without_band), crossed) {
            self.set_aside_lazily(reason, line);
            return;
        }
        let ids = &self.ids;
        let Question {
            cuts,
            crossed,
            bands,
            ..
        } = &mut self.question;
        let series = || bands.iter().zip(numbers);
        if nowhere.is_none() {
            for cut in cuts.iter_mut().filter(|cut| cut.takes(ids)) {
                cut.counters.add_whole(cut.group(ids), ids, series());
            }
        }
        for cut in crossed {
            cut.with_group(|counters, group| counters.add_whole(group, ids, series()));
        }
        self.ledger.use_row();
    }

    /// Counts the row of [`Self::ids`] whose outcome cells say `texts`. `filled` gives how many cells of
    /// the whole row are not blank.
    pub(super) fn settle(
        &mut self,
        texts: &[&str],
        filled: impl FnOnce() -> usize,
        line: impl FnOnce() -> u64,
    ) {
        let outcome = self.question.read(texts, &self.ids);
        if let Outcome::Number(value) = outcome
            && let Ok(whole) = u32::try_from(value / MICRO)
            && value % MICRO == 0
        {
            self.count_whole(whole, line);
            return;
        }
        let unusable = outcome.reason();
        let odd = unusable.and_then(|_| self.question.no_record(texts, &self.ids, filled));
        let without_band = unusable.filter(|&reason| reason == Reason::Filtered);
        let nowhere = odd.or_else(|| self.question.place(&self.ids));
        let crossed = odd.or(without_band).is_none() && self.question.cross(&self.ids);
        if let (Some(reason), false) = (nowhere.or(without_band), crossed) {
            self.set_aside_lazily(reason, line);
            return;
        }
        if nowhere.is_none() {
            for cut in &mut self.question.cuts {
                if cut.takes(&self.ids) {
                    cut.counters.add(cut.group(&self.ids), &outcome);
                }
            }
        }
        if crossed {
            for cut in &mut self.question.crossed {
                cut.with_group(|counters, group| counters.add(group, &outcome));
            }
        }
        match unusable {
            Some(reason) => self.set_aside_lazily(reason, line),
            None => self.ledger.use_row(),
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
    let mut reasons: Vec<_> = reading.ledger.aside.iter().collect();
    reasons.retain(|(reason, _)| !matches!(reason, Reason::Blank | Reason::Preamble));
    reasons.sort_by_key(|(_, aside)| std::cmp::Reverse(aside.rows));
    let why = |(reason, aside): &(&Reason, &Aside)| match aside.rows {
        1 => format!("{} (1 row)", reason.words()),
        rows => format!("{} ({rows} rows)", reason.words()),
    };
    let why: Vec<String> = reasons.iter().map(why).collect();
    if why.is_empty() {
        return Err(ReadError::HeaderOnly);
    }
    Err(ReadError::NothingUsed {
        why: why.join("; "),
    })
}
