//! What reading a whole file under a Plan gives.

use crate::core::ledger::Ledger;
use crate::core::tally::Tally;

/// The tally and the account of rows, and nothing of the rows themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Counts by group.
    pub tally: Tally,
    /// What became of each row.
    pub ledger: Ledger,
    /// The first to the last period of the rows that counted, in the file's words; `None` where the plan has no
    /// column of periods.
    pub period: Option<String>,
    /// Sentences about the reading, for the quality panel: total rows by name, cells by mark.
    pub notes: Vec<String>,
}
