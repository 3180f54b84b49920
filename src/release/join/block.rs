//! One block of joined groups, and what a reader of its sum could work out.

use super::Part;
use super::intervals::{Intervals, MOST};

/// How many values a small count must be left, where the rule hides as many.
const LEFT: i64 = 3;

/// How far from the least and the most that small groups can come to their sum must be, so that each of
/// them may have every value: more than the values of one.
const ENDS: i64 = 32;

/// A small group, as a reader may know it: between what its count lies, and which of those are small.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Small {
    /// The least and most that the count may be.
    range: (i64, i64),
    /// Counts that are small.
    events: (i64, i64),
    /// Counts that leave few without; an empty range where that is no count.
    without: (i64, i64),
}

/// A block that grows, with all that a reader could know of it.
pub(super) struct Block {
    small: Vec<Small>,
    /// The sums of the small groups, from the least to the most possible.
    least: i64,
    most: i64,
    /// For each sum of the small groups that is possible, the sums of the block that are.
    possible: Vec<(i64, Intervals)>,
    /// The true sum of the block.
    sum: i64,
    below: i64,
}

impl Block {
    /// A block of small groups and others that are joined with them whatever the counts are.
    pub(super) fn of(small: &[&Part], others: &[&Part], below: u64) -> Self {
        let below = signed(below);
        let known: Vec<Small> = small.iter().map(|part| Small::of(part, below)).collect();
        let least = known.iter().map(|small| small.range.0).sum();
        let most = known.iter().map(|small| small.range.1).sum();
        let own: i64 = small.iter().map(|part| signed(part.events)).sum();
        let mut distinct = known;
        distinct.sort_unstable();
        distinct.dedup();
        let mut block = Self {
            small: distinct,
            least,
            most,
            possible: Vec::new(),
            sum: own,
            below,
        };
        let rest = others.iter().fold(Intervals::of([(0, 0)]), |sums, part| {
            sums.plus(&of_other(part, below))
        });
        let others: i64 = others.iter().map(|part| signed(part.events)).sum();
        block.sum += others;
        // Away from the ends, every small group has all its values, whatever the sum is.
        let near_ends = |sum: &i64| *sum - least < ENDS || most - *sum < ENDS || *sum == own;
        block.possible = (least..=most)
            .filter(near_ends)
            .map(|sum| (sum, rest.plus(&Intervals::of([(sum, sum)]))))
            .collect();
        block
    }

    /// Adds a group that is not small, because the block was not safe without it.
    pub(super) fn take(&mut self, part: &Part) {
        let not_safe = self.not_safe();
        let more = of_other(part, self.below);
        for (_, sums) in &mut self.possible {
            *sums = sums.and(&not_safe).plus(&more);
        }
        self.possible.retain(|(_, sums)| !sums.is_empty());
        self.sum += signed(part.events);
    }

    /// Whether every small count is left enough values by the sum of the block.
    pub(super) fn is_safe(&self) -> bool {
        self.is_safe_at(self.sum)
    }

    fn is_safe_at(&self, sum: i64) -> bool {
        let enough = LEFT.min(self.below - 1);
        let of_small: Vec<i64> = self
            .possible
            .iter()
            .filter(|(_, sums)| sums.contains(sum))
            .map(|(small, _)| *small)
            .collect();
        self.small.iter().all(|small| {
            let values = Intervals::of(of_small.iter().map(|total| {
                let others = (self.least - small.range.0, self.most - small.range.1);
                (
                    small.range.0.max(total - others.1),
                    small.range.1.min(total - others.0),
                )
            }));
            [small.events, small.without].into_iter().all(|(from, to)| {
                let left = values.count_within(from, to);
                left == 0 || left >= enough
            })
        })
    }

    /// The sums of the block at which it is not safe.
    fn not_safe(&self) -> Intervals {
        let mut cuts: Vec<i64> = self
            .possible
            .iter()
            .flat_map(|(_, sums)| sums.iter().flat_map(|(from, to)| [from, to + 1]))
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let stretches = cuts.windows(2).map(|pair| (pair[0], pair[1] - 1));
        Intervals::of(stretches.filter(|(from, _)| !self.is_safe_at(*from)))
    }
}

impl Small {
    fn of(part: &Part, below: i64) -> Self {
        let events = signed(part.events);
        let none = (1, 0);
        let Some(of) = part.of.map(signed) else {
            return Self {
                range: (1, below - 1),
                events: (1, below - 1),
                without: none,
            };
        };
        let few = (1, (below - 1).min(of));
        let without = ((of - below + 1).max(0), of - 1);
        let range = if of < 2 * below {
            // Whatever it is, unless nobody or everyone has the outcome, one of the two is small.
            (1, of - 1)
        } else if events < below {
            few
        } else {
            without
        };
        Self {
            range,
            events: few,
            without,
        }
    }
}

/// The counts that a group which is not small may have.
fn of_other(part: &Part, below: i64) -> Intervals {
    match part.of.map(signed) {
        None => Intervals::of([(0, 0), (below, MOST)]),
        Some(of) => Intervals::of([(0, 0), (below, of - below), (of, of)]),
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(MOST).min(MOST)
}
