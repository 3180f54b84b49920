//! Which groups are joined, so that no small count can be worked out.
//!
//! A count below the rule's threshold is not shown. Hidden alone it could be worked out: a total less the
//! other groups leaves it. So a small group is joined with others, and only the sum of the block is shown.
//!
//! # The law
//! A reader knows every sum that is shown to the last digit, the total, the size of every group and this
//! algorithm. Among all tables that would be shown in the same way, each small count that is not shown takes
//! at least three of the values that the rule hides.
//!
//! # How it is kept
//! The reader may know which groups are small, and whether few have the outcome or few have not: that follows
//! from the rule. From that, and from what would be shown, [`Block`] works out all that the reader could: the
//! values that each small count may still take. A block with too few is given another member, in an order
//! that looks at no count, and the reader is then taken to know why. Nothing is decided by a hidden value
//! itself, but only by what the finished table shows.
//!
//! In an order (fifths, ages), a block is a run of neighbours, and small groups are joined towards the middle,
//! since the ends are what is compared. Without an order, small groups are joined with each other.
//!
//! # Limits
//! Where even all groups together leave a small count too few values, `None` says so: their sum is known, and
//! a reader who knows it exactly could work the count out. The law is not kept there.

mod block;
mod intervals;
mod runs;
#[cfg(test)]
mod law;

use block::Block;

/// A group as the algorithm sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// The count.
    pub(super) events: u64,
    /// Of how many, where those without are a count too: never fewer than the count.
    pub(super) of: Option<u64>,
}

/// How groups may be joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// With neighbours.
    Adjacent,
    /// With any.
    Pooled,
}

/// Groups within groups: tenths in fifths, categories in ethnic groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// A group, by its place.
    Leaf(usize),
    /// Groups that are joined with each other first.
    Node {
        /// How.
        order: Order,
        /// The groups, in their order.
        children: Vec<Tree>,
    },
}

impl Part {
    /// Whether the count, or that of those without, is small.
    pub(super) fn is_small(&self, below: u64) -> bool {
        let small = |count: u64| count > 0 && count < below;
        small(self.events)
            || self
                .of
                .is_some_and(|of| small(of.saturating_sub(self.events)))
    }

    /// Several groups together.
    pub(super) fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let none = Self {
            events: 0,
            of: Some(0),
        };
        parts.into_iter().fold(none, |sum, part| Self {
            events: sum.events + part.events,
            of: sum.of.zip(part.of).map(|(one, other)| one + other),
        })
    }
}

/// The leaves joined into blocks, each in rising order; `None` where even all of them together, or of one
/// node, would leave a small count too few values.
pub(super) fn join(tree: &Tree, parts: &[Part], below: u64) -> Option<Vec<Vec<usize>>> {
    let (order, children) = match tree {
        Tree::Leaf(place) => return Some(vec![vec![*place]]),
        Tree::Node { order, children } => (*order, children),
    };
    let leaves: Vec<Vec<usize>> = children.iter().map(Tree::leaves).collect();
    let sums: Vec<Part> = leaves
        .iter()
        .map(|leaves| Part::sum(leaves.iter().filter_map(|&leaf| parts.get(leaf))))
        .collect();
    let mut blocks = Vec::new();
    for block in of_siblings(order, &sums, below)? {
        if let [child] = block[..] {
            blocks.extend(join(&children[child], parts, below)?);
        } else {
            let mut together: Vec<usize> = block
                .iter()
                .flat_map(|&child| leaves[child].clone())
                .collect();
            together.sort_unstable();
            blocks.push(together);
        }
    }
    Some(blocks)
}

impl Tree {
    fn leaves(&self) -> Vec<usize> {
        match self {
            Self::Leaf(place) => vec![*place],
            Self::Node { children, .. } => children.iter().flat_map(Self::leaves).collect(),
        }
    }
}

/// Groups side by side joined into blocks.
fn of_siblings(order: Order, parts: &[Part], below: u64) -> Option<Vec<Vec<usize>>> {
    let small: Vec<usize> = (0..parts.len())
        .filter(|&place| parts[place].is_small(below))
        .collect();
    if small.is_empty() {
        return Some((0..parts.len()).map(|place| vec![place]).collect());
    }
    match order {
        Order::Pooled => pooled(&small, parts, below),
        Order::Adjacent => runs::adjacent(&small, parts, below),
    }
}

/// All small groups in one block, with as many of the others as it needs: the last first, since the first
/// is what others are compared with.
fn pooled(small: &[usize], parts: &[Part], below: u64) -> Option<Vec<Vec<usize>>> {
    let few: Vec<&Part> = small.iter().map(|&place| &parts[place]).collect();
    let mut block = Block::of(&few, &[], below);
    let mut members = small.to_vec();
    let mut others = (0..parts.len())
        .rev()
        .filter(|place| !small.contains(place));
    while !block.is_safe() {
        let next = others.next()?;
        block.take(&parts[next]);
        members.push(next);
    }
    members.sort_unstable();
    let alone = (0..parts.len()).filter(|place| members.binary_search(place).is_err());
    let mut blocks: Vec<Vec<usize>> = alone.map(|place| vec![place]).collect();
    blocks.push(members);
    blocks.sort_unstable();
    Some(blocks)
}
