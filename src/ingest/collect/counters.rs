//! The counters of one cut: a cell for each group, whatever its groups are.

use crate::core::histogram::{Histogram, MICRO};
use crate::core::tally::{Cell, Sum};

use super::outcome::{Kind, Outcome, kept};
use super::question::{Band, has};

/// Whole numbers below this have a counter of their own in every group.
const BINS: usize = 1024;
/// Groups that have such counters; further groups count in histograms.
const DENSE_GROUPS: usize = 1024;

/// Counts by the number of a group.
#[derive(Debug)]
pub(super) struct Counters {
    kind: Kind,
    bins: Vec<u32>,
    groups: Vec<Cell>,
}

impl Counters {
    pub(super) const fn new(kind: Kind) -> Self {
        Self {
            kind,
            bins: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Counts a row with a whole number as outcome.
    #[inline]
    pub(super) fn count(&mut self, group: usize, value: u32) {
        let bin = value as usize;
        if bin < BINS
            && let Some(count) = self.bins.get_mut(group * BINS + bin)
        {
            *count += 1;
        } else {
            self.count_slowly(group, value);
        }
    }

    #[cold]
    fn count_slowly(&mut self, group: usize, value: u32) {
        let bin = value as usize;
        if bin < BINS && group < DENSE_GROUPS {
            self.bins.resize((group + 1) * BINS, 0);
            self.bins[group * BINS + bin] += 1;
            return;
        }
        let micro = kept(self.kind, i64::from(value) * MICRO);
        let cell = self.cell(group);
        cell.rows += 1;
        cell.values.add_micro(micro, 1);
    }

    /// Counts a row with any outcome.
    pub(super) fn add(&mut self, group: usize, outcome: &Outcome) {
        let kind = self.kind;
        let cell = self.cell(group);
        cell.rows += 1;
        cell.blank += u64::from(outcome.reason().is_some());
        match outcome {
            Outcome::Number(micro) => cell.values.add_micro(kept(kind, *micro), 1),
            Outcome::Sums(sums, _) => {
                cell.sums.resize(sums.len(), Sum::default());
                for (mine, theirs) in cell.sums.iter_mut().zip(sums) {
                    mine.merge(theirs);
                }
            }
            Outcome::Nothing(_) => {}
        }
    }

    /// Counts a row with a whole number for every series whose band it has.
    pub(super) fn add_whole<'a>(
        &mut self,
        group: usize,
        ids: &[u32],
        series: impl ExactSizeIterator<Item = (&'a Band, &'a u32)>,
    ) {
        let cell = self.cell(group);
        cell.rows += 1;
        cell.sums.resize(series.len(), Sum::default());
        for (sum, (&band, &number)) in cell.sums.iter_mut().zip(series) {
            if has(band, ids) {
                sum.merge(&Sum::of_micro(i128::from(number) * i128::from(MICRO)));
            }
        }
    }

    fn cell(&mut self, group: usize) -> &mut Cell {
        if self.groups.len() <= group {
            self.groups.resize(group + 1, Cell::default());
        }
        &mut self.groups[group]
    }

    /// Empties the small counters into the cells.
    pub(super) fn settle_counts(&mut self) {
        for (group, bins) in std::mem::take(&mut self.bins).chunks(BINS).enumerate() {
            let counted = bins.iter().zip(0i64..).filter(|(times, _)| **times > 0);
            let counted: Vec<_> = counted
                .map(|(&times, bin)| (bin, u64::from(times)))
                .collect();
            if counted.is_empty() {
                continue;
            }
            let kind = self.kind;
            let cell = self.cell(group);
            let mut values = Histogram::default();
            for (bin, times) in counted {
                cell.rows += times;
                values.add_micro(kept(kind, bin * MICRO), times);
            }
            cell.values.merge(&values);
        }
    }

    /// The cells that any row fell into, by the number of their group.
    pub(super) fn into_cells(self) -> impl Iterator<Item = (u32, Cell)> {
        (0..).zip(self.groups).filter(|(_, cell)| cell.rows > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Counters, Kind};

    #[test]
    fn emptying_the_counters_changes_nothing() {
        let count = |settled_after: &[usize]| {
            let mut counters = Counters::new(Kind::Days);
            for (place, (id, value)) in [(1, 5), (2, 7), (1, 5), (1500, 7), (1, 2000)]
                .iter()
                .enumerate()
            {
                counters.count(*id, *value);
                if settled_after.contains(&place) {
                    counters.settle_counts();
                }
            }
            counters.into_cells().collect::<Vec<_>>()
        };
        let once = count(&[4]);
        assert_eq!(once, count(&[0, 1, 2, 4]));
        let rows: Vec<_> = once.iter().map(|(id, cell)| (*id, cell.rows)).collect();
        assert_eq!(rows, [(1, 3), (2, 1), (1500, 1)]);
    }
}
