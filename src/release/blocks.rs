//! Which groups of a dimension are joined, for every indicator.
//!
//! Groups are joined for their people first. For an indicator, the groups so made are joined further where
//! few have the outcome, or few have not. What is part of a wider outcome starts from the groups of the wider
//! one, and counts among the people who have that: so the groups of nested outcomes are nested, and no
//! difference of two tells a small count. The formulas tell that over 52 weeks is part of over 18; what cannot
//! be told from them (a second dose, of a first; all six checks, of each) an indicator says itself.

use std::collections::BTreeMap;

use crate::core::dimension::Dimension;
use crate::core::group::Kind;
use crate::core::indicator::Indicator;
use crate::core::plan::Plan;
use crate::core::summary::Summary;
use crate::core::target::Among;

use super::join::Part;
use super::joined::{Blocks, apart};
use super::joining::Joining;
use super::nested::{said, together, wider};
use super::summarise::adds_persons;

/// Exact numbers of several groups together, by their places.
pub(super) type Pool<'a> = dyn Fn(&Indicator, &[usize]) -> Summary + 'a;

/// The blocks of every indicator, in the order given, which are the plan's in one form or another.
/// `empty` tells the groups where nobody is, and totals.
pub(super) fn blocks(
    (plan, indicators): (&Plan, &[Indicator]),
    dimension: &Dimension,
    empty: &[bool],
    pool: &Pool<'_>,
    below: u64,
) -> Vec<Blocks> {
    let mut made = Made {
        indicators,
        plan,
        joining: Joining { dimension, below },
        empty,
        pool,
        done: BTreeMap::new(),
    };
    (0..indicators.len()).map(|at| made.of(at)).collect()
}

struct Made<'a> {
    indicators: &'a [Indicator],
    plan: &'a Plan,
    joining: Joining<'a>,
    empty: &'a [bool],
    pool: &'a Pool<'a>,
    done: BTreeMap<usize, Blocks>,
}

impl Made<'_> {
    fn of(&mut self, at: usize) -> Blocks {
        if let Some(done) = self.done.get(&at) {
            return done.clone();
        }
        // What is said to be part of itself, by whatever way round, ends here.
        self.done.insert(at, apart(self.joining.dimension));
        let made = self.make(at);
        self.done.insert(at, made.clone());
        made
    }

    fn make(&mut self, at: usize) -> Blocks {
        let indicator = &self.indicators[at];
        if !super::protect::is_counted(&indicator.formula) {
            return apart(self.joining.dimension);
        }
        let said = said(self.indicators, at);
        if !said.is_empty() {
            return self.part_of(at, &said);
        }
        if let Some(wider) = wider(self.indicators, at) {
            let prior = self.of(wider);
            let wide = &self.indicators[wider];
            let joined = self.joined(prior, |block| {
                Some(Part {
                    events: events(&(self.pool)(indicator, block))?,
                    of: Some(events(&(self.pool)(wide, block))?),
                })
            });
            return self.parted(indicator, joined);
        }
        let share_of_total = indicator.share_of_total().is_some();
        let people = self.people(indicator);
        if share_of_total || Kind::of(&indicator.formula) == Kind::Value {
            return people;
        }
        self.of_outcome(people, indicator)
    }

    /// Blocks joined further for an outcome, and for those without it.
    fn of_outcome(&self, prior: Blocks, indicator: &Indicator) -> Blocks {
        self.joined(prior, |block| {
            let summary = (self.pool)(indicator, block);
            let counts = summary.counts.as_ref().ok()?;
            // More events than people is a fault of the file, and no complement.
            let share =
                Kind::of(&indicator.formula) == Kind::Share && counts.events <= counts.people;
            Some(Part {
                events: whole(counts.events),
                of: share.then(|| whole(counts.people)),
            })
        })
    }

    /// The blocks of an indicator that says which others it is part of: those of all of them together, joined
    /// further for its own outcome, and for what is left of each of them without it.
    fn part_of(&mut self, at: usize, wider: &[(usize, Among)]) -> Blocks {
        let indicator = &self.indicators[at];
        let mut blocks = self.people(indicator);
        for &(wide, _) in wider {
            blocks = together(&blocks, &self.of(wide));
        }
        blocks = self.of_outcome(blocks, indicator);
        for &(wide, among) in wider {
            let wide = &self.indicators[wide];
            blocks = self.joined(blocks, |block| {
                let counts = (self.pool)(wide, block).counts.ok()?;
                let of = match among {
                    Among::Counted => counts.events,
                    Among::Others => counts.people - counts.events,
                };
                let events = events(&(self.pool)(indicator, block))?;
                (events <= whole(of)).then(|| Part {
                    events,
                    of: Some(whole(of)),
                })
            });
        }
        blocks
    }

    /// Where nobody of a block has the outcome, nobody of its groups has, which may be told of each.
    fn parted(&self, indicator: &Indicator, blocks: Blocks) -> Blocks {
        if !blocks.iter().any(|block| block.len() > 1) {
            return blocks;
        }
        let people = self.people(indicator);
        let mut parted: Blocks = Vec::with_capacity(blocks.len());
        for block in blocks {
            if block.len() > 1 && events(&(self.pool)(indicator, &block)) == Some(0) {
                let within = people
                    .iter()
                    .filter(|people| people.iter().all(|at| block.contains(at)));
                parted.extend(within.cloned());
            } else {
                parted.push(block);
            }
        }
        parted.sort_unstable();
        parted
    }

    /// The groups joined for their people alone.
    fn people(&self, indicator: &Indicator) -> Blocks {
        let share_of_total = indicator.share_of_total().is_some();
        self.joined(apart(self.joining.dimension), |block| {
            let summary = (self.pool)(indicator, block);
            let count = if share_of_total && !adds_persons(self.plan, indicator) {
                events(&summary)?
            } else {
                whole(summary.people?)
            };
            Some(Part {
                events: count,
                of: None,
            })
        })
    }

    /// Blocks joined further. Those of which `part` knows nothing, and where nobody is, stay as they are.
    fn joined(&self, prior: Blocks, part: impl Fn(&[usize]) -> Option<Part>) -> Blocks {
        self.joining.further(prior, |block| {
            let counted = !block.iter().all(|&place| self.empty[place]);
            counted.then(|| part(block)).flatten()
        })
    }
}

fn events(summary: &Summary) -> Option<u64> {
    summary
        .counts
        .as_ref()
        .ok()
        .map(|counts| whole(counts.events))
}

/// A count as a whole number: person-years and the like may have a fraction.
fn whole(count: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and far below 2^63"
    )]
    let count = count.max(0.0).ceil() as u64;
    count
}
