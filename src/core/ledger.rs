//! The account of rows: read = used + set aside, by reason, with the first line numbers.

use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

/// Why a row was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// It has more or fewer cells than the header.
    Ragged,
    /// It is empty.
    Blank,
    /// Its outcome is blank.
    OutcomeBlank,
    /// Its outcome is hidden by the publisher.
    OutcomeSuppressed,
    /// Its outcome is marked not available or not applicable.
    OutcomeNotAvailable,
    /// Its outcome is not a number, a yes or a no.
    OutcomeUnreadable,
    /// Its outcome is an error of the spreadsheet that made it.
    OutcomeError,
    /// The rule of its outcome is not about it.
    OutcomeExcluded,
    /// It repeats what other rows already count: a total.
    Total,
    /// It stands before the header: a title, a source, a contact.
    Preamble,
    /// It stands after the data: a footnote.
    Footnote,
    /// It repeats the header.
    RepeatedHeader,
    /// A filter of the plan leaves it out.
    Filtered,
    /// It says nothing about any dimension of the plan.
    OtherBreakdown,
}

impl Reason {
    /// The reason in words, after "set aside because".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Ragged => "the row has more or fewer cells than the header",
            Self::Blank => "the row is empty",
            Self::OutcomeBlank => "the outcome is blank",
            Self::OutcomeSuppressed => "the publisher has hidden the outcome",
            Self::OutcomeNotAvailable => "the outcome is marked as not available",
            Self::OutcomeUnreadable => "the outcome cannot be read as a number, a yes or a no",
            Self::OutcomeError => "the outcome is a spreadsheet error",
            Self::OutcomeExcluded => "what is measured is not about the row",
            Self::Total => "the row is a total of other rows",
            Self::Preamble => "the row stands above the header",
            Self::Footnote => "the row is a footnote",
            Self::RepeatedHeader => "the row repeats the header",
            Self::Filtered => "the row is not among those kept (see “Only rows of”)",
            Self::OtherBreakdown => "the row is about a breakdown that was not chosen",
        }
    }
}

/// Rows set aside for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// How many.
    pub rows: u64,
    /// The first few line numbers, each once, counted from 1 as an editor or spreadsheet does.
    pub first_lines: Vec<u64>,
}

impl Aside {
    /// One row more; its line is asked for only while it is kept.
    fn add(&mut self, line: impl FnOnce() -> u64) {
        self.rows += 1;
        if self.first_lines.len() < Ledger::FIRST_LINES {
            let line = line();
            if self.first_lines.last() != Some(&line) {
                self.first_lines.push(line);
            }
        }
    }
}

/// The account of every row of one reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Rows read, the header not among them.
    pub read: u64,
    /// Rows that entered the tally.
    pub used: u64,
    /// Rows that did not, by reason.
    pub aside: BTreeMap<Reason, Aside>,
    /// Where the plan has several outcomes, for each of them the rows that count in a group but not for
    /// this outcome, by reason. A row with another usable outcome is used all the same.
    pub outcomes: Vec<BTreeMap<Reason, Aside>>,
}

impl Ledger {
    /// How many line numbers are kept for each reason.
    pub const FIRST_LINES: usize = 5;

    /// An account of nothing yet, for a plan with so many outcomes. Of one outcome the rows set aside are
    /// account enough.
    pub fn of(outcomes: usize) -> Self {
        let several = if outcomes > 1 { outcomes } else { 0 };
        Self {
            outcomes: vec![BTreeMap::new(); several],
            ..Self::default()
        }
    }

    /// Whether the line of the next row that is set aside for this reason would be kept.
    pub fn wants_line(&self, reason: Reason) -> bool {
        let aside = self.aside.get(&reason);
        aside.is_none_or(|aside| aside.first_lines.len() < Self::FIRST_LINES)
    }

    /// Counts one row that does not give the outcome at this place, if the outcomes are accounted for one by
    /// one. The line is asked for only while it is kept.
    pub fn without(&mut self, place: usize, reason: Reason, line: impl FnOnce() -> u64) {
        if let Some(account) = self.outcomes.get_mut(place) {
            account.entry(reason).or_default().add(line);
        }
    }

    /// Counts one row that was used.
    pub fn use_row(&mut self) {
        self.read += 1;
        self.used += 1;
    }

    /// Counts one row that was set aside.
    pub fn set_aside(&mut self, reason: Reason, line: u64) {
        self.read += 1;
        self.aside.entry(reason).or_default().add(|| line);
    }

    /// All rows set aside.
    pub fn rows_aside(&self) -> u64 {
        self.aside.values().map(|aside| aside.rows).sum()
    }

    /// Whether rows read equals rows used plus rows set aside.
    pub fn balances(&self) -> bool {
        self.read == self.used + self.rows_aside()
    }

    /// Lets go of the line numbers: those of several files tell nothing.
    pub fn forget_lines(&mut self) {
        let asides = self.outcomes.iter_mut().flat_map(BTreeMap::values_mut);
        for aside in asides.chain(self.aside.values_mut()) {
            aside.first_lines.clear();
        }
    }

    /// Adds everything the other counted; the lowest line numbers stay.
    pub fn merge(&mut self, other: &Self) {
        self.read += other.read;
        self.used += other.used;
        merge(&mut self.aside, &other.aside);
        if self.outcomes.len() < other.outcomes.len() {
            self.outcomes.resize(other.outcomes.len(), BTreeMap::new());
        }
        for (mine, theirs) in self.outcomes.iter_mut().zip(&other.outcomes) {
            merge(mine, theirs);
        }
    }
}

fn merge(mine: &mut BTreeMap<Reason, Aside>, theirs: &BTreeMap<Reason, Aside>) {
    for (&reason, theirs) in theirs {
        let mine = mine.entry(reason).or_default();
        mine.rows += theirs.rows;
        mine.first_lines.extend(&theirs.first_lines);
        mine.first_lines.sort_unstable();
        mine.first_lines.dedup();
        mine.first_lines.truncate(Ledger::FIRST_LINES);
    }
}
