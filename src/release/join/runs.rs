//! Joining in an order: a block is a run of neighbours.

use super::Part;
use super::block::Block;

/// Beyond this many cases, what a reader could work out of two merged runs is not followed any more, and all
/// groups are joined.
const MOST_CASES: usize = 20_000;

/// Neighbours that are joined, or a group by itself.
struct Run {
    first: usize,
    last: usize,
    /// What is known of it, where any of its groups is small.
    block: Option<Block>,
    /// Whether it was found to be safe.
    safe: bool,
}

/// Every small group joined with its neighbour towards the middle, and runs so made with further neighbours
/// as they need. The first run that is not safe grows first, so that a reader can follow.
pub(super) fn adjacent(small: &[usize], parts: &[Part], below: u64) -> Option<Vec<Vec<usize>>> {
    let mut runs = first_runs(small, parts, below);
    loop {
        let mut not_safe = None;
        for (at, run) in runs.iter_mut().enumerate() {
            run.safe = run.safe || run.block.as_ref().is_none_or(Block::is_safe);
            if !run.safe {
                not_safe = Some(at);
                break;
            }
        }
        let Some(at) = not_safe else {
            let members = |run: &Run| (run.first..=run.last).collect();
            return Some(runs.iter().map(members).collect());
        };
        // Towards the middle, or away from it where there is no more.
        let (first, last) = (runs[at].first, runs[at].last);
        let right = first + last + 1 < parts.len() || first == 0;
        let with = if right && at + 1 < runs.len() {
            at + 1
        } else {
            at.checked_sub(1)?
        };
        let other = runs.remove(with);
        let run = runs.get_mut(if with < at { with } else { at })?;
        let block = run.block.as_mut()?;
        match &other.block {
            None => block.take(parts.get(other.first)?),
            Some(with) if block.cases(with) > MOST_CASES => return None,
            Some(with) => block.merge(with, other.safe),
        }
        run.first = run.first.min(other.first);
        run.last = run.last.max(other.last);
    }
}

/// The runs that follow from which groups are small.
fn first_runs(small: &[usize], parts: &[Part], below: u64) -> Vec<Run> {
    let many = parts.len();
    let is_small = |place: usize| small.binary_search(&place).is_ok();
    // Whether a group is joined with the one before it: the small one of the two lies further out.
    let with_last = |place: usize| {
        let to_right = |place: usize| (2 * place < many && place + 1 < many) || place == 0;
        is_small(place - 1) && to_right(place - 1) || is_small(place) && !to_right(place)
    };
    let mut runs: Vec<Run> = Vec::new();
    for place in 0..many {
        match runs.last_mut() {
            Some(run) if with_last(place) => run.last = place,
            _ => runs.push(Run {
                first: place,
                last: place,
                block: None,
                safe: false,
            }),
        }
    }
    for run in &mut runs {
        let (few, others): (Vec<usize>, Vec<usize>) =
            (run.first..=run.last).partition(|&place| is_small(place));
        let of = |places: &[usize]| {
            places
                .iter()
                .map(|&place| &parts[place])
                .collect::<Vec<_>>()
        };
        if !few.is_empty() {
            run.block = Some(Block::of(&of(&few), &of(&others), below));
        }
    }
    runs
}
