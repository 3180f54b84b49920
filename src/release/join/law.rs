//! The law of joining, by enumeration: all tables of a few small groups that are shown in the same way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Order, Part, Tree, join};

const BELOW: u64 = 4;
const ENOUGH: usize = 3;

/// The blocks of a table, each with its sum.
type Published = Vec<(Vec<usize>, u64)>;

/// Every table of groups of these sizes, by what is shown of it: its blocks and their sums. What cannot be
/// shown apart at all is left out.
fn classes(order: Order, sizes: &[u64]) -> BTreeMap<Published, Vec<Vec<u64>>> {
    let tree = Tree::Node {
        order,
        children: (0..sizes.len()).map(Tree::Leaf).collect(),
    };
    let tables: u64 = sizes.iter().map(|size| size + 1).product();
    let mut classes: BTreeMap<_, Vec<Vec<u64>>> = BTreeMap::new();
    for mut code in 0..tables {
        let mut table = Vec::new();
        for size in sizes {
            table.push(code % (size + 1));
            code /= size + 1;
        }
        let parts: Vec<Part> = table
            .iter()
            .zip(sizes)
            .map(|(&events, &of)| Part {
                events,
                of: Some(of),
            })
            .collect();
        let Some(blocks) = join(&tree, &parts, BELOW) else {
            continue;
        };
        let shown = blocks
            .into_iter()
            .map(|block| {
                let sum = block.iter().map(|&place| table[place]).sum();
                (block, sum)
            })
            .collect();
        classes.entry(shown).or_default().push(table);
    }
    classes
}

/// How many small counts there are, of which each keeps enough values.
fn keeps_the_law(order: Order, sizes: &[u64]) -> usize {
    let mut counts = 0;
    for (shown, tables) in classes(order, sizes) {
        for (place, size) in sizes.iter().enumerate() {
            let events = tables.iter().map(|table| table[place]);
            let without = events.clone().map(|count| size - count);
            for values in [events.collect::<Vec<_>>(), without.collect()] {
                let small: Vec<u64> = values
                    .into_iter()
                    .filter(|&count| count > 0 && count < BELOW)
                    .collect();
                counts += small.len();
                let left: BTreeSet<u64> = small.into_iter().collect();
                assert!(
                    left.is_empty() || left.len() >= ENOUGH,
                    "{order:?} {sizes:?}: group {place} of {shown:?} can only be {left:?}"
                );
            }
        }
    }
    counts
}

#[test]
fn a_small_count_keeps_three_values_where_any_may_be_joined() {
    let sizes: [&[u64]; 6] = [
        &[20, 30],
        &[5, 9],
        &[14, 15, 18],
        &[9, 12, 16],
        &[10, 5, 9, 4],
        &[8, 8, 8, 8],
    ];
    let counts = sizes.map(|sizes| keeps_the_law(Order::Pooled, sizes));
    assert!(counts.iter().sum::<usize>() > 1_000, "{counts:?}");
}

#[test]
fn a_small_count_keeps_three_values_in_an_order() {
    let sizes: [&[u64]; 6] = [
        &[20, 30],
        &[14, 15, 18],
        &[9, 12, 16],
        &[10, 5, 12, 4],
        &[8, 8, 8, 8],
        &[7, 5, 4, 5, 6],
    ];
    let counts = sizes.map(|sizes| keeps_the_law(Order::Adjacent, sizes));
    assert!(counts.iter().sum::<usize>() > 1_000, "{counts:?}");
}
