//! Sets of whole numbers as intervals.

/// Above every count, and far below where sums overflow.
pub(super) const MOST: i64 = 1 << 50;

/// Intervals in rising order that neither touch nor overlap, ends included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Intervals(Vec<(i64, i64)>);

impl Intervals {
    /// The union of any intervals; those that end before they begin are empty.
    pub(super) fn of(intervals: impl IntoIterator<Item = (i64, i64)>) -> Self {
        let mut all: Vec<(i64, i64)> = intervals
            .into_iter()
            .filter(|(from, to)| from <= to)
            .collect();
        all.sort_unstable();
        let mut joined: Vec<(i64, i64)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match joined.last_mut() {
                Some(last) if from <= last.1 + 1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        Self(joined)
    }

    /// The intervals.
    pub(super) fn iter(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        self.0.iter().copied()
    }

    pub(super) fn contains(&self, number: i64) -> bool {
        self.iter().any(|(from, to)| from <= number && number <= to)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every sum of a number of each.
    pub(super) fn plus(&self, other: &Self) -> Self {
        Self::of(self.iter().flat_map(|(from, to)| {
            other
                .iter()
                .map(move |(start, end)| ((from + start).min(MOST), (to + end).min(MOST)))
        }))
    }

    /// The numbers in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self::of(self.iter().flat_map(|(from, to)| {
            other
                .iter()
                .map(move |(start, end)| (from.max(start), to.min(end)))
        }))
    }

    /// How many of the numbers from `from` to `to` are in it.
    pub(super) fn count_within(&self, from: i64, to: i64) -> i64 {
        self.iter()
            .map(|(start, end)| (to.min(end) - from.max(start) + 1).max(0))
            .sum()
    }
}
