//! A dimension whose groups are joined into blocks: the joined group takes the place of its parts.

use std::collections::BTreeSet;

use crate::core::dimension::{Contrast, Dimension, Named, Status};

/// Groups joined into one, by their places in the dimension; every group is in exactly one block.
pub(super) type Blocks = Vec<Vec<usize>>;

/// Every group by itself.
pub(super) fn apart(dimension: &Dimension) -> Blocks {
    (0..dimension.groups.len())
        .map(|place| vec![place])
        .collect()
}

/// Whether these places are whole blocks.
pub(super) fn is_union(blocks: &Blocks, places: &[usize]) -> bool {
    blocks.iter().all(|block| {
        let within = block.iter().filter(|place| places.contains(place)).count();
        within == 0 || within == block.len()
    })
}

/// The dimension with one group for each block, in the order of their first groups. A contrast is between
/// the blocks that its sides lie in; where both sides share a block it is left out, and so is one that
/// another has become equal to.
pub(super) fn joined(dimension: &Dimension, blocks: &Blocks) -> Dimension {
    if blocks.len() == dimension.groups.len() {
        return dimension.clone();
    }
    let at = |place: usize| blocks.iter().position(|block| block.contains(&place));
    let side = |groups: &[usize]| -> Vec<usize> {
        let places: BTreeSet<usize> = groups.iter().filter_map(|&place| at(place)).collect();
        places.into_iter().collect()
    };
    let mut contrasts: Vec<Contrast> = Vec::new();
    for contrast in &dimension.contrasts {
        let worse_off_groups = side(&contrast.worse_off_groups);
        let better_off_groups = side(&contrast.better_off_groups);
        let overlap = worse_off_groups
            .iter()
            .any(|block| better_off_groups.contains(block));
        let again = contrasts.iter().any(|other| {
            other.worse_off_groups == worse_off_groups
                && other.better_off_groups == better_off_groups
        });
        if overlap || again {
            continue;
        }
        contrasts.push(Contrast {
            id: contrast.id.clone(),
            worse_off: wider(
                &contrast.worse_off,
                &contrast.worse_off_groups,
                &worse_off_groups,
                (dimension, blocks),
            ),
            better_off: wider(
                &contrast.better_off,
                &contrast.better_off_groups,
                &better_off_groups,
                (dimension, blocks),
            ),
            worse_off_groups,
            better_off_groups,
        });
    }
    let chosen = dimension.contrasts.first().map(|contrast| &contrast.id);
    Dimension {
        paired: dimension.paired && contrasts.first().map(|contrast| &contrast.id) == chosen,
        groups: blocks.iter().map(|block| named(dimension, block)).collect(),
        assign: dimension
            .assign
            .iter()
            .filter_map(|(text, &place)| Some((text.clone(), at(place)?)))
            .collect(),
        reference: dimension.reference.and_then(at),
        contrasts,
        ..dimension.clone()
    }
}

/// A side's name, and of whom else it holds now.
fn wider(
    label: &str,
    own: &[usize],
    wide: &[usize],
    (dimension, blocks): (&Dimension, &Blocks),
) -> String {
    let more = wide.iter().flat_map(|&block| &blocks[block]);
    let more = more.filter(|place| !own.contains(place));
    let more: Vec<&str> = more
        .map(|&place| dimension.groups[place].label.as_str())
        .collect();
    if more.is_empty() {
        return label.to_owned();
    }
    format!("{label}, joined with {}", list(&more))
}

fn named(dimension: &Dimension, block: &[usize]) -> Named {
    if let [place] = block {
        return dimension.groups[*place].clone();
    }
    let of = |&place: &usize| &dimension.groups[place];
    let labels: Vec<&str> = block.iter().map(|place| of(place).label.as_str()).collect();
    let known = block.iter().any(|place| of(place).status.is_known());
    let first = block.first().map(|place| of(place).status);
    Named {
        label: list(&labels),
        status: if known {
            Status::Known
        } else {
            first.unwrap_or(Status::NotKnown)
        },
        parts: labels.into_iter().map(str::to_owned).collect(),
    }
}

/// "A, B and C".
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
