//! The counters of one cut: a cell for each group, whatever its groups are.

use crate::core::histogram::{Histogram, MICRO};
use crate::core::ledger::Reason;
use crate::core::tally::{Cell, Counted, Sum};

use super::asked::{Band, has};
use super::outcome::{Kind, kept};
use super::row::{ELSEWHERE, Lane, Row};

/// Groups that have small counters; further groups count in histograms.
const DENSE_GROUPS: usize = 1024;

/// Counts by the number of a group.
#[derive(Debug)]
pub(super) struct Counters {
    outcomes: usize,
    lanes: Vec<(Lane, Vec<u32>)>,
    groups: Vec<Cell>,
}

impl Counters {
    /// Counters of so many outcomes, some of them in these lanes.
    pub(super) fn new(outcomes: usize, lanes: &[Lane]) -> Self {
        Self {
            outcomes,
            lanes: lanes.iter().map(|&lane| (lane, Vec::new())).collect(),
            groups: Vec::new(),
        }
    }

    /// Counts the outcomes of a row that stand in lanes.
    #[inline]
    pub(super) fn count(&mut self, group: usize, row: &Row) {
        let mut counted = true;
        for ((lane, bins), &bin) in self.lanes.iter_mut().zip(&row.bins) {
            match place_in(bins, *lane, group, bin) {
                Some(count) => *count += 1,
                None => counted = false,
            }
        }
        if !counted {
            self.count_rest(group, row);
        }
    }

    /// Counts the outcomes for which there is no small counter yet, or never.
    #[cold]
    fn count_rest(&mut self, group: usize, row: &Row) {
        for at in 0..self.lanes.len() {
            let (lane, bins) = &mut self.lanes[at];
            if place_in(bins, *lane, group, row.bins[at]).is_none() {
                self.count_slowly(at, group, row);
            }
        }
    }

    fn count_slowly(&mut self, at: usize, group: usize, row: &Row) {
        let bin = row.bins[at];
        let (lane, bins) = &mut self.lanes[at];
        let lane = *lane;
        if bin != ELSEWHERE && group < DENSE_GROUPS {
            bins.resize((group + 1) << lane.bits(), 0);
            bins[(group << lane.bits()) + bin as usize] += 1;
            return;
        }
        let cell = self.cell(group);
        cell.rows += u64::from(lane.first == 0);
        if let Some(kind) = lane.number {
            let counted = &mut cell.outcomes[lane.first];
            if row.reasons[lane.first].is_some() {
                counted.blank += 1;
            } else {
                let micro = kept(kind, row.numbers[lane.first]);
                counted.values.add_micro(micro, 1);
            }
            return;
        }
        for (place, answer) in lane.answers(bin) {
            add_answer(&mut cell.outcomes[place], answer, 1);
        }
    }

    /// Adds the outcomes of a row that are series.
    pub(super) fn add_sums(&mut self, group: usize, row: &Row, places: &[usize]) {
        for &place in places {
            let cell = self.cell(group);
            cell.rows += u64::from(place == 0);
            let counted = &mut cell.outcomes[place];
            let reason = row.reasons[place];
            counted.blank += u64::from(reason.is_some_and(|reason| reason != Reason::Filtered));
            if reason != Some(Reason::Filtered) {
                counted.sums.resize(row.sums[place].len(), Sum::default());
                for (mine, theirs) in counted.sums.iter_mut().zip(&row.sums[place]) {
                    mine.merge(theirs);
                }
            }
        }
    }

    /// Counts a row with a whole number for every series whose band it has, where these are the only outcome.
    pub(super) fn add_whole<'a>(
        &mut self,
        group: usize,
        ids: &[u32],
        series: impl ExactSizeIterator<Item = (&'a Band, &'a u32)>,
    ) {
        let cell = self.cell(group);
        cell.rows += 1;
        let sums = &mut cell.outcomes[0].sums;
        sums.resize(series.len(), Sum::default());
        for (sum, (&band, &number)) in sums.iter_mut().zip(series) {
            if has(band, ids) {
                sum.merge(&Sum::of_micro(i128::from(number) * i128::from(MICRO)));
            }
        }
    }

    fn cell(&mut self, group: usize) -> &mut Cell {
        if self.groups.len() <= group {
            self.groups.resize(group + 1, Cell::default());
        }
        let cell = &mut self.groups[group];
        if cell.outcomes.is_empty() {
            cell.outcomes.resize(self.outcomes, Counted::default());
        }
        cell
    }

    /// Empties the small counters into the cells.
    pub(super) fn settle_counts(&mut self) {
        for at in 0..self.lanes.len() {
            let (lane, bins) = &mut self.lanes[at];
            let (lane, bins) = (*lane, std::mem::take(bins));
            for (group, bins) in bins.chunks(1 << lane.bits()).enumerate() {
                let counted = bins.iter().zip(0u32..).filter(|(times, _)| **times > 0);
                let counted: Vec<_> = counted
                    .map(|(&times, bin)| (bin, u64::from(times)))
                    .collect();
                if counted.is_empty() {
                    continue;
                }
                let cell = self.cell(group);
                if lane.first == 0 {
                    cell.rows += counted.iter().map(|(_, times)| times).sum::<u64>();
                }
                match lane.number {
                    Some(kind) => settle_numbers(&mut cell.outcomes[lane.first], kind, &counted),
                    None => settle_answers(cell, lane, &counted),
                }
            }
        }
    }

    /// The cells that any row fell into, by the number of their group.
    pub(super) fn into_cells(self) -> impl Iterator<Item = (u32, Cell)> {
        (0..).zip(self.groups).filter(|(_, cell)| cell.rows > 0)
    }
}

/// The small counter of a bin of a group.
#[inline]
fn place_in(bins: &mut [u32], lane: Lane, group: usize, bin: u32) -> Option<&mut u32> {
    let bits = lane.bits();
    let within = bin >> bits == 0;
    within
        .then(|| bins.get_mut((group << bits) + bin as usize))
        .flatten()
}

fn settle_numbers(into: &mut Counted, kind: Kind, counted: &[(u32, u64)]) {
    let mut values = Histogram::default();
    for &(bin, times) in counted {
        values.add_micro(kept(kind, i64::from(bin) * MICRO), times);
    }
    into.values.merge(&values);
}

fn settle_answers(cell: &mut Cell, lane: Lane, counted: &[(u32, u64)]) {
    for &(bin, times) in counted {
        for (place, answer) in lane.answers(bin) {
            add_answer(&mut cell.outcomes[place], answer, times);
        }
    }
}

fn add_answer(counted: &mut Counted, answer: u32, times: u64) {
    if answer > 1 {
        counted.blank += times;
    } else {
        counted.values.add_whole(answer, times);
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::{ELSEWHERE, Row, lanes};
    use super::Counters;
    use crate::core::histogram::MICRO;
    use crate::core::plan::{Answers, Outcome};

    #[test]
    fn emptying_the_counters_changes_nothing() {
        let wait = Outcome::Wait {
            column: String::new(),
            days: true,
        };
        let answer = Outcome::YesNo {
            column: String::new(),
            answers: Answers::Marks,
        };
        let outcomes = [&wait, &answer, &answer].map(Clone::clone);
        let lanes = lanes(&outcomes);
        assert_eq!(lanes.len(), 2);
        let count = |settled_after: &[usize]| {
            let mut counters = Counters::new(outcomes.len(), &lanes);
            let rows = [
                (1, 5, 0b0100),
                (2, 7, 0b1001),
                (1, 5, 0),
                (1500, 7, 1),
                (1, 2000, 2),
            ];
            for (place, (id, value, answers)) in rows.into_iter().enumerate() {
                let mut row = Row::new(lanes.len(), outcomes.len());
                row.bins = vec![if value < 1024 { value } else { ELSEWHERE }, answers];
                row.numbers[0] = i64::from(value) * MICRO;
                counters.count(id, &row);
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
        let yes = |group: usize, place| once[group].1.outcome(place).values.count_of(1);
        assert_eq!([yes(0, 1), yes(0, 2), yes(1, 1), yes(2, 1)], [0, 1, 1, 1]);
        assert_eq!(once[1].1.outcome(2).blank, 1);
    }
}
