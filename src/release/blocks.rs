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

use super::join::{self, Order, Part, Tree};
use super::joined::{Blocks, apart};
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
        dimension,
        empty,
        pool,
        below,
        done: BTreeMap::new(),
    };
    (0..indicators.len()).map(|at| made.of(at)).collect()
}

struct Made<'a> {
    indicators: &'a [Indicator],
    plan: &'a Plan,
    dimension: &'a Dimension,
    empty: &'a [bool],
    pool: &'a Pool<'a>,
    below: u64,
    done: BTreeMap<usize, Blocks>,
}

impl Made<'_> {
    fn of(&mut self, at: usize) -> Blocks {
        if let Some(done) = self.done.get(&at) {
            return done.clone();
        }
        // What is said to be part of itself, by whatever way round, ends here.
        self.done.insert(at, apart(self.dimension));
        let made = self.make(at);
        self.done.insert(at, made.clone());
        made
    }

    fn make(&mut self, at: usize) -> Blocks {
        let indicator = &self.indicators[at];
        if !super::protect::is_counted(&indicator.formula) {
            return apart(self.dimension);
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
        self.joined(apart(self.dimension), |block| {
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

    /// Blocks joined further. Those of which `part` knows nothing stay as they are.
    fn joined(&self, prior: Blocks, part: impl Fn(&[usize]) -> Option<Part>) -> Blocks {
        let parts: Vec<Option<Part>> = prior
            .iter()
            .map(|block| {
                let counted = !block.iter().all(|&place| self.empty[place]);
                counted.then(|| part(block)).flatten()
            })
            .collect();
        if !parts.iter().flatten().any(|part| part.is_small(self.below)) {
            return prior;
        }
        let (known, unknown): (Vec<usize>, Vec<usize>) = (0..prior.len())
            .filter(|&unit| parts[unit].is_some())
            .partition(|&unit| self.is_known(&prior[unit]));
        let mut units: Vec<(Vec<usize>, Part)> = Vec::new();
        let mut add = |members: Vec<usize>| {
            let part = members.iter().filter_map(|&unit| parts[unit].as_ref());
            units.push((members.clone(), Part::sum(part)));
        };
        for &unit in &known {
            add(vec![unit]);
        }
        let known_units = known.len();
        for members in self.unknown(&unknown, &parts) {
            add(members);
        }
        self.absorb(&mut units, known_units);
        // The group that others are compared with is the last to be joined with small ones.
        if let Some(reference) = self.dimension.reference.filter(|_| !self.dimension.ordered) {
            let is_reference = |(members, _): &(Vec<usize>, Part)| {
                members.iter().any(|&unit| prior[unit].contains(&reference))
            };
            units.sort_by_key(|unit| !is_reference(unit));
        }
        let tree = self.tree(&units, &prior);
        let of_units: Vec<Part> = units.iter().map(|(_, part)| part.clone()).collect();
        let all = || vec![(0..units.len()).collect::<Vec<usize>>()];
        let together = join::join(&tree, &of_units, self.below).unwrap_or_else(all);
        let mut blocks: Blocks = together
            .iter()
            .map(|block| {
                let members = block.iter().flat_map(|&unit| &units[unit].0);
                let mut places: Vec<usize> = members
                    .flat_map(|&unit| prior[unit].iter().copied())
                    .collect();
                places.sort_unstable();
                places
            })
            .collect();
        let left = (0..prior.len()).filter(|&unit| parts[unit].is_none());
        blocks.extend(left.map(|unit| prior[unit].clone()));
        blocks.sort_unstable();
        blocks
    }

    fn is_known(&self, block: &[usize]) -> bool {
        block
            .iter()
            .any(|&place| self.dimension.groups[place].standing.is_known())
    }

    /// People of unknown group, joined among themselves.
    fn unknown(&self, unknown: &[usize], parts: &[Option<Part>]) -> Vec<Vec<usize>> {
        let of: Vec<Part> = unknown
            .iter()
            .filter_map(|&unit| parts[unit].clone())
            .collect();
        let tree = Tree::Node {
            order: Order::Pooled,
            children: (0..of.len()).map(Tree::Leaf).collect(),
        };
        let small = Part::sum(of.iter()).is_small(self.below);
        let together = join::join(&tree, &of, self.below).filter(|_| !small);
        match together {
            Some(blocks) => blocks
                .iter()
                .map(|block| block.iter().map(|&place| unknown[place]).collect())
                .collect(),
            None if unknown.is_empty() => Vec::new(),
            None => vec![unknown.to_vec()],
        }
    }

    /// Few people of unknown group are counted with a known group that no headline is about, in the middle
    /// of an order or at the end of a list: less all known groups, everyone would tell them.
    fn absorb(&self, units: &mut Vec<(Vec<usize>, Part)>, known: usize) {
        let small = |(_, part): &(Vec<usize>, Part)| part.is_small(self.below);
        if known == 0 || !units[known..].iter().any(small) {
            return;
        }
        let unknown = units.split_off(known);
        let (members, part) = unknown.into_iter().fold(
            (Vec::new(), Part::sum([])),
            |(mut all, sum), (members, part)| {
                all.extend(members);
                let sum = Part::sum([sum, part].iter());
                (all, sum)
            },
        );
        let middle = known / 2;
        let mut order: Vec<usize> = if self.dimension.ordered {
            (middle..known).chain((0..middle).rev()).collect()
        } else {
            (0..known).rev().collect()
        };
        let partners: Vec<Part> = order.iter().map(|&unit| units[unit].1.clone()).collect();
        let needed = join::partners(&part, &partners, self.below).unwrap_or(known);
        order.truncate(needed.max(1));
        order.sort_unstable();
        let mut taken = (members, part);
        for &unit in order.iter().rev() {
            let (members, part) = units.remove(unit);
            taken.0.extend(members);
            taken.1 = Part::sum([taken.1, part].iter());
        }
        let at = order.first().copied().unwrap_or(0).min(units.len());
        units.insert(at, taken);
    }

    /// The units as the dimension nests them: tenths in fifths.
    fn tree(&self, units: &[(Vec<usize>, Part)], prior: &Blocks) -> Tree {
        let order = if self.dimension.ordered {
            Order::Adjacent
        } else {
            Order::Pooled
        };
        let nest = |unit: usize| {
            let places = units[unit].0.iter().flat_map(|&at| &prior[at]);
            let known = places.filter(|&&place| self.dimension.groups[place].standing.is_known());
            let mut nests = known.map(|&place| self.dimension.nests.get(place).copied());
            let first = nests.next().flatten();
            first.filter(|_| nests.all(|nest| nest == first))
        };
        let mut children: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
        for unit in 0..units.len() {
            let nest = nest(unit);
            match children
                .iter_mut()
                .find(|(of, _)| nest.is_some() && *of == nest)
            {
                Some((_, members)) => members.push(unit),
                None => children.push((nest, vec![unit])),
            }
        }
        let node = |(_, members): (Option<usize>, Vec<usize>)| match members[..] {
            [unit] => Tree::Leaf(unit),
            _ => Tree::Node {
                order,
                children: members.into_iter().map(Tree::Leaf).collect(),
            },
        };
        Tree::Node {
            order,
            children: children.into_iter().map(node).collect(),
        }
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
