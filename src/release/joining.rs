//! How the groups of a dimension are joined further, whatever count is small: in the dimension's own order,
//! within its wider groups first, and with what is to be said of people of unknown group and of the group that
//! others are compared with.

use crate::core::dimension::Dimension;

use super::join::{self, Order, Part, Tree};
use super::joined::Blocks;

/// The groups of one dimension, and the least count above zero that is shown.
pub(super) struct Joining<'a> {
    pub(super) dimension: &'a Dimension,
    pub(super) below: u64,
}

impl Joining<'_> {
    /// Blocks joined further. Those of which `part` knows nothing stay as they are.
    pub(super) fn further(&self, prior: Blocks, part: impl Fn(&[usize]) -> Option<Part>) -> Blocks {
        let parts: Vec<Option<Part>> = prior.iter().map(|block| part(block)).collect();
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
        for &unit in &unknown {
            add(vec![unit]);
        }
        self.place_unknown(&mut units, known_units);
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
            .any(|&place| self.dimension.groups[place].status.is_known())
    }

    /// Few people of unknown group stand among the known groups, in the middle of an order or at the end of a list,
    /// and are joined with one that no headline is about: less all known groups, everyone would tell them. They are
    /// joined with the others at once, so that nothing is known of a sum that was made before.
    fn place_unknown(&self, units: &mut Vec<(Vec<usize>, Part)>, known: usize) {
        let small = |(_, part): &(Vec<usize>, Part)| part.is_small(self.below);
        if known == 0 || !units[known..].iter().any(small) {
            return;
        }
        let unknown = units.split_off(known);
        let at = if self.dimension.ordered {
            known / 2 + 1
        } else {
            known
        };
        let at = at.min(units.len());
        units.splice(at..at, unknown);
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
            let known = places.filter(|&&place| self.dimension.groups[place].status.is_known());
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
