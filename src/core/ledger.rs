//! The account of rows: read = used + set aside, by reason, with the first line numbers.

use std::collections::BTreeMap;

/// Why a row was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
            Self::Total => "the row is a total of other rows",
            Self::Preamble => "the row stands above the header",
            Self::Footnote => "the row is a footnote",
            Self::RepeatedHeader => "the row repeats the header",
            Self::Filtered => "a choice on this page leaves the row out",
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

/// The account of every row of one reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Rows read, the header not among them.
    pub read: u64,
    /// Rows that entered the tally.
    pub used: u64,
    /// Rows that did not, by reason.
    pub aside: BTreeMap<Reason, Aside>,
}

impl Ledger {
    /// How many line numbers are kept for each reason.
    pub const FIRST_LINES: usize = 5;

    /// Counts one row that was used.
    pub fn use_row(&mut self) {
        self.read += 1;
        self.used += 1;
    }

    /// Counts one row that was set aside.
    pub fn set_aside(&mut self, reason: Reason, line: u64) {
        self.read += 1;
        let aside = self.aside.entry(reason).or_default();
        aside.rows += 1;
        if aside.first_lines.len() < Self::FIRST_LINES && aside.first_lines.last() != Some(&line) {
            aside.first_lines.push(line);
        }
    }

    /// All rows set aside.
    pub fn rows_aside(&self) -> u64 {
        self.aside.values().map(|aside| aside.rows).sum()
    }

    /// Whether rows read equals rows used plus rows set aside.
    pub fn balances(&self) -> bool {
        self.read == self.used + self.rows_aside()
    }

    /// Adds everything the other counted; the lowest line numbers stay.
    pub fn merge(&mut self, other: &Self) {
        self.read += other.read;
        self.used += other.used;
        for (&reason, theirs) in &other.aside {
            let mine = self.aside.entry(reason).or_default();
            mine.rows += theirs.rows;
            mine.first_lines.extend(&theirs.first_lines);
            mine.first_lines.sort_unstable();
            mine.first_lines.dedup();
            mine.first_lines.truncate(Self::FIRST_LINES);
        }
    }
}
