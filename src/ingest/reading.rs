//! What reading a whole file under a Plan gives.

use crate::core::ledger::Ledger;
use crate::core::tally::Tally;
use crate::ingest::periods::Periods;

/// The tally and the account of rows, and nothing of the rows themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Counts by group.
    pub tally: Tally,
    /// What became of each row.
    pub ledger: Ledger,
    /// The periods of the rows that counted, in the file's words.
    pub periods: Periods,
    /// Sentences about the reading, for the quality panel: total rows by name, cells by mark.
    pub notes: Vec<String>,
}

impl Reading {
    /// The readings of several files as one.
    #[must_use]
    pub fn of_parts(parts: Vec<Self>) -> Self {
        let several = parts.len() > 1;
        let mut whole = Self::default();
        for part in parts {
            whole.tally.merge(&part.tally);
            whole.ledger.merge(&part.ledger);
            for note in part.notes {
                if !whole.notes.contains(&note) {
                    whole.notes.push(note);
                }
            }
            whole.periods.merge(part.periods);
        }
        if several {
            whole.ledger.forget_lines();
        }
        whole
    }
}
