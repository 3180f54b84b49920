//! One division of the plan, or everyone together: a group for each text of its column.

use super::asked::{Band, has};
use super::counters::Counters;

/// Counts by group, for one division or for everyone.
#[derive(Debug)]
pub(super) struct Cut {
    /// The tally's key.
    pub(super) columns: Vec<String>,
    /// The text column that divides; `None` for everyone together.
    pub(super) slot: Option<usize>,
    /// The text column and number that a row must have.
    pub(super) only: Band,
    pub(super) counters: Counters,
}

impl Cut {
    pub(super) const fn new(
        columns: Vec<String>,
        slot: Option<usize>,
        only: Band,
        counters: Counters,
    ) -> Self {
        Self {
            columns,
            slot,
            only,
            counters,
        }
    }

    /// Whether the row is about this division.
    pub(super) fn takes(&self, ids: &[u32]) -> bool {
        has(self.only, ids)
    }

    /// The number of the row's group.
    #[inline]
    pub(super) fn group(&self, ids: &[u32]) -> usize {
        self.slot.map_or(0, |slot| ids[slot] as usize)
    }
}
