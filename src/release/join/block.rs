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

/// Small groups of which only the sum matters to each other.
#[derive(Clone, Debug)]
struct Cluster {
    /// The groups, alike ones once.
    small: Vec<Small>,
    /// The least and most that all of them together can be.
    least: i64,
    most: i64,
}

/// A block that grows, with all that a reader could know of it.
pub(super) struct Block {
    clusters: Vec<Cluster>,
    /// For each sum that the small groups of every cluster may have, the sums of the block that go with it.
    possible: Vec<(Vec<i64>, Intervals)>,
    /// The true sum of the block.
    sum: i64,
    /// Of how many, where those without are a count too.
    of: Option<i64>,
    below: i64,
}

impl Block {
    /// A block of small groups and others that are joined with them whatever the counts are.
    pub(super) fn of(small: &[&Part], others: &[&Part], below: u64) -> Self {
        let below = signed(below);
        let mut known: Vec<Small> = small.iter().map(|part| Small::of(part, below)).collect();
        let least = known.iter().map(|small| small.range.0).sum();
        let most = known.iter().map(|small| small.range.1).sum();
        let own: i64 = small.iter().map(|part| signed(part.events)).sum();
        known.sort_unstable();
        known.dedup();
        let rest = others.iter().fold(Intervals::of([(0, 0)]), |sums, part| {
            sums.plus(&of_other(part, below))
        });
        // Of small groups alone, the sum is what is shown. Away from the ends every one of them then has all
        // its values, so that the block grows no further.
        let matters = |sum: &i64| {
            !others.is_empty() || *sum - least < ENDS || most - *sum < ENDS || *sum == own
        };
        let possible = (least..=most)
            .filter(matters)
            .map(|sum| (vec![sum], rest.plus(&Intervals::of([(sum, sum)]))))
            .collect();
        Self {
            clusters: vec![Cluster {
                small: known,
                least,
                most,
            }],
            possible,
            sum: own + others.iter().map(|part| signed(part.events)).sum::<i64>(),
            of: small
                .iter()
                .chain(others)
                .map(|part| part.of.map(signed))
                .sum(),
            below,
        }
    }

    /// Adds a group that is not small, because the block was not safe without it.
    pub(super) fn take(&mut self, part: &Part) {
        let not_safe = self.sums(false);
        let more = of_other(part, self.below);
        for (_, sums) in &mut self.possible {
            *sums = sums.and(&not_safe).plus(&more);
        }
        self.possible.retain(|(_, sums)| !sums.is_empty());
        self.sum += signed(part.events);
        self.of = self.of.zip(part.of).map(|(sum, of)| sum + signed(of));
    }

    /// Adds another block, because this one was not safe without it; the other was found to be `safe`, or
    /// was not looked at.
    pub(super) fn merge(&mut self, other: &Self, safe: bool) {
        let own = self.sums(false);
        let others = safe.then(|| other.sums(true));
        let mut possible = Vec::new();
        for (totals, sums) in &self.possible {
            let sums = sums.and(&own);
            for (more, with) in &other.possible {
                let with = others
                    .as_ref()
                    .map_or_else(|| with.clone(), |safe| with.and(safe));
                let together = sums.plus(&with);
                if !together.is_empty() {
                    possible.push(([&totals[..], more].concat(), together));
                }
            }
        }
        self.possible = possible;
        self.clusters.extend(other.clusters.iter().cloned());
        self.sum += other.sum;
        self.of = self.of.zip(other.of).map(|(one, two)| one + two);
    }

    /// How many cases have to be told apart, once the blocks are merged.
    pub(super) fn cases(&self, other: &Self) -> usize {
        self.possible.len().saturating_mul(other.possible.len())
    }

    /// Whether every small count is left enough values by the sum of the block.
    pub(super) fn is_safe(&self) -> bool {
        self.is_safe_at(self.sum)
    }

    /// A small sum is not shown, but the total less the other groups would tell it.
    fn is_safe_at(&self, sum: i64) -> bool {
        let small = |count: i64| count > 0 && count < self.below;
        if small(sum) || self.of.is_some_and(|of| small(of - sum)) {
            return false;
        }
        let cases: Vec<&Vec<i64>> = self
            .possible
            .iter()
            .filter(|(_, sums)| sums.contains(sum))
            .map(|(totals, _)| totals)
            .collect();
        self.clusters.iter().enumerate().all(|(at, cluster)| {
            let mut totals: Vec<i64> = cases.iter().filter_map(|of| of.get(at).copied()).collect();
            totals.sort_unstable();
            totals.dedup();
            cluster.is_safe(&totals, LEFT.min(self.below - 1))
        })
    }

    /// The sums of the block at which it is safe, or is not.
    fn sums(&self, safe: bool) -> Intervals {
        let mut cuts: Vec<i64> = self
            .possible
            .iter()
            .flat_map(|(_, sums)| sums.iter().flat_map(|(from, to)| [from, to + 1]))
            .collect();
        // A sum becomes small, or few are left without, at these.
        cuts.extend([1, self.below]);
        cuts.extend(self.of.iter().flat_map(|of| [of - self.below + 1, *of]));
        cuts.sort_unstable();
        cuts.dedup();
        let stretches = cuts.windows(2).map(|pair| (pair[0], pair[1] - 1));
        Intervals::of(stretches.filter(|(from, _)| self.is_safe_at(*from) == safe))
    }
}

impl Cluster {
    /// Whether every group is left enough values, where all of them together have one of these sums.
    fn is_safe(&self, totals: &[i64], enough: i64) -> bool {
        self.small.iter().all(|small| {
            let others = (self.least - small.range.0, self.most - small.range.1);
            let values = Intervals::of(totals.iter().map(|total| {
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
        let range = if of < below {
            (0, of)
        } else if of < 2 * below {
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
