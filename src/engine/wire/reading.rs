//! The twins of the Reading.

use super::twin::{Pairs, Twin, twin};
use crate::core::{histogram, ledger, tally};
use crate::ingest::reading;

twin! { struct Reading of reading::Reading {
    tally: Tally,
    ledger: Ledger,
    notes: Vec<String>,
} }

twin! { struct Tally of tally::Tally { cuts: Pairs<Vec<String>, Cut> } }

twin! { struct Cut of tally::Cut { cells: Pairs<Vec<String>, Cell> } }

twin! { struct Cell of tally::Cell {
    rows: u64,
    outcomes: Vec<Counted>,
} }

twin! { struct Counted of tally::Counted {
    blank: u64,
    values: Histogram,
    sums: Vec<Sum>,
} }

twin! { struct Sum of tally::Sum { micro: i128, numbers: u64, suppressed: u64, missing: u64 } }

twin! { struct Ledger of ledger::Ledger {
    read: u64,
    used: u64,
    aside: Pairs<Reason, Aside>,
    outcomes: Vec<Pairs<Reason, Aside>>,
} }

twin! { struct Aside of ledger::Aside { rows: u64, first_lines: Vec<u64> } }

twin! { enum Reason of ledger::Reason {
    Ragged, Blank, OutcomeBlank, OutcomeSuppressed, OutcomeNotAvailable, OutcomeUnreadable,
    OutcomeError, OutcomeExcluded, Total, Preamble, Footnote, RepeatedHeader, Filtered, OtherBreakdown,
} }

/// A histogram as its values, in millionths, each with how often it occurred: two whole numbers of eight
/// bytes, the lowest byte first. There may be tens of thousands, and bytes cross in one piece.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Histogram(#[serde(with = "serde_bytes")] Vec<u8>);

impl Twin for Histogram {
    type Core = histogram::Histogram;

    fn of(core: histogram::Histogram) -> Self {
        let pairs = core.iter();
        Self(
            pairs
                .flat_map(|(micro, times)| [micro.to_le_bytes(), times.to_le_bytes()])
                .flatten()
                .collect(),
        )
    }

    fn core(self) -> histogram::Histogram {
        let mut histogram = histogram::Histogram::default();
        let (words, _) = self.0.as_chunks::<8>();
        let (pairs, _) = words.as_chunks::<2>();
        for &[micro, times] in pairs {
            histogram.add_micro(i64::from_le_bytes(micro), u64::from_le_bytes(times));
        }
        histogram
    }
}
