//! How coarse a second division must be, so that no part of it is small.
//!
//! Groups and strata are joined along whole lines: what is joined in one stratum is joined in all, since
//! the groups' own totals would tell a part that is joined alone. The first of a short list of ways is
//! taken in which every part is 0 or not small, and in which every small part that is not shown can change
//! places with others: for people moved along a rectangle, from one group to another here and back again
//! in another stratum, all that is shown stays as it is. Where no way will do, the second division is not
//! given.

use crate::core::crossing::By;
use crate::core::dimension::Dimension;

use super::joined::Blocks;

/// Strata that are taken together, by their places.
pub(super) type Merge = Vec<usize>;

/// People and events of one group in one stratum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted {
    pub(super) people: f64,
    pub(super) events: Option<f64>,
    /// Whether those without the event are a count too.
    pub(super) of_people: bool,
}

impl Counted {
    fn add(self, other: Self) -> Self {
        let events = match (self.events, other.events) {
            (Some(one), Some(two)) => Some(one + two),
            (one, two) => one.or(two),
        };
        Self {
            people: self.people + other.people,
            events,
            of_people: self.of_people || other.of_people,
        }
    }

    fn without(self) -> Option<f64> {
        self.events
            .filter(|_| self.of_people)
            .map(|events| self.people - events)
    }

    fn counts(self) -> [Option<f64>; 3] {
        [Some(self.people), self.events, self.without()]
    }

    fn is_small(self, below: u64) -> bool {
        let small = |count: f64| count > 0.0 && count < below as f64;
        self.counts().into_iter().flatten().any(small)
    }
}

/// Every stratum by itself.
pub(super) fn apart(strata: usize) -> Vec<Merge> {
    (0..strata).map(|stratum| vec![stratum]).collect()
}

/// The groups, joined further than `blocks` where need be, and the strata that are taken together; `None`
/// where nothing may be shown. `keys` gives the places of each stratum's groups in the columns that divide
/// it; `counted` has a row for each block and in it one for each stratum.
pub(super) fn choose(
    dimension: &Dimension,
    blocks: &Blocks,
    (by, keys): (By, &[&[usize]]),
    counted: &[Vec<Counted>],
    below: u64,
) -> Option<(Blocks, Vec<Merge>)> {
    let fine = apart(keys.len());
    for joining in joinings(dimension, blocks) {
        let rows: Vec<Vec<Counted>> = joining
            .iter()
            .map(|units| add_rows(counted, units))
            .collect();
        let tried = |merges: &[Merge]| {
            let table = Table {
                rows: &rows,
                exact: counted,
                joining: &joining,
                merges,
                below,
            };
            table.is_safe()
        };
        let merged = match by {
            By::Ages | By::Periods => [2, 3, 4]
                .into_iter()
                .map(|many| in_runs(keys, many))
                .collect(),
            By::Places | By::Others => pooled(&rows, keys.len(), below),
        };
        let found = std::iter::once(fine.clone())
            .chain(merged)
            .find(|merges| tried(merges));
        if let Some(merges) = found {
            let blocks = joining
                .iter()
                .map(|units| {
                    let mut places: Vec<usize> = units
                        .iter()
                        .flat_map(|&unit| blocks[unit].clone())
                        .collect();
                    places.sort_unstable();
                    places
                })
                .collect();
            return Some((blocks, merges));
        }
    }
    None
}

/// Ways to join blocks further, finest first: not at all; as the dimension nests its groups; the two sides
/// of its first contrast and the rest; all that are known.
fn joinings(dimension: &Dimension, blocks: &Blocks) -> Vec<Vec<Vec<usize>>> {
    let by = |key: &dyn Fn(usize) -> usize| -> Vec<Vec<usize>> {
        let mut joined: Vec<(usize, Vec<usize>)> = Vec::new();
        for (unit, block) in blocks.iter().enumerate() {
            let key = block.first().map_or(0, |&place| key(place));
            match joined.iter_mut().find(|(other, _)| *other == key) {
                Some((_, units)) => units.push(unit),
                None => joined.push((key, vec![unit])),
            }
        }
        joined.into_iter().map(|(_, units)| units).collect()
    };
    let groups = dimension.groups.len();
    let unknown = |place: usize| !dimension.groups[place].standing.is_known();
    let mut ways = vec![by(&|place| place)];
    if !dimension.nests.is_empty() {
        ways.push(by(&|place| match dimension.nests.get(place) {
            Some(nest) if !unknown(place) => groups + nest,
            _ => groups * 2 + 1,
        }));
    }
    if let Some(contrast) = dimension.contrasts.first() {
        ways.push(by(&|place| {
            let in_block = |groups: &[usize]| {
                let block = blocks.iter().find(|block| block.contains(&place));
                block.is_some_and(|block| block.iter().any(|place| groups.contains(place)))
            };
            match (
                in_block(&contrast.worse_off_groups),
                in_block(&contrast.better_off_groups),
            ) {
                (true, false) => 0,
                (false, true) => 1,
                _ if unknown(place) => 3,
                _ => 2,
            }
        }));
    }
    ways.push(by(&|place| usize::from(unknown(place))));
    ways.push(by(&|_| 0));
    ways.dedup();
    ways
}

fn add_rows(counted: &[Vec<Counted>], units: &[usize]) -> Vec<Counted> {
    let strata = counted.first().map_or(0, Vec::len);
    let mut row = vec![Counted::default(); strata];
    for &unit in units {
        for (sum, part) in row.iter_mut().zip(&counted[unit]) {
            *sum = sum.add(*part);
        }
    }
    row
}

/// Neighbours in the first column taken together, so many at a time, within each part of the others.
fn in_runs(keys: &[&[usize]], many: usize) -> Vec<Merge> {
    let mut runs: Vec<(Vec<usize>, Merge)> = Vec::new();
    for (stratum, key) in keys.iter().enumerate() {
        let (first, others) = key
            .split_first()
            .map_or((0, &[][..]), |(first, rest)| (*first, rest));
        let mut of = vec![first / many];
        of.extend(others);
        match runs.iter_mut().find(|(other, _)| *other == of) {
            Some((_, merge)) => merge.push(stratum),
            None => runs.push((of, vec![stratum])),
        }
    }
    runs.into_iter().map(|(_, merge)| merge).collect()
}

/// All strata with a small part taken together, and with another where there is only one; given where most
/// strata still stand alone.
fn pooled(rows: &[Vec<Counted>], strata: usize, below: u64) -> Vec<Vec<Merge>> {
    let small = |stratum: &usize| rows.iter().any(|row| row[*stratum].is_small(below));
    let (mut few, mut alone): (Vec<usize>, Vec<usize>) = (0..strata).partition(small);
    if few.len() == 1 && !alone.is_empty() {
        let next = few[0].min(alone.len() - 1);
        few.push(alone.remove(next));
        few.sort_unstable();
    }
    if few.is_empty() || alone.len() < few.len() {
        return Vec::new();
    }
    let mut merges: Vec<Merge> = alone.into_iter().map(|stratum| vec![stratum]).collect();
    merges.push(few);
    vec![merges]
}

/// A table as it would be shown, and the finer one behind it.
struct Table<'a> {
    rows: &'a [Vec<Counted>],
    exact: &'a [Vec<Counted>],
    joining: &'a [Vec<usize>],
    merges: &'a [Merge],
    below: u64,
}

impl Table<'_> {
    fn is_safe(&self) -> bool {
        let shown = self.rows.iter().all(|row| {
            self.merges.iter().all(|merge| {
                let sum = merge
                    .iter()
                    .fold(Counted::default(), |sum, &stratum| sum.add(row[stratum]));
                !sum.is_small(self.below)
            })
        });
        shown && self.hidden_can_change()
    }

    /// Whether every small part that is not shown may take at least three values.
    fn hidden_can_change(&self) -> bool {
        self.joining.iter().all(|units| {
            self.merges.iter().all(|merge| {
                (units.len() == 1 && merge.len() == 1)
                    || units.iter().all(|&unit| {
                        merge.iter().all(|&stratum| {
                            let cell = self.exact[unit][stratum];
                            !cell.is_small(self.below) || self.changes(unit, units, stratum, merge)
                        })
                    })
            })
        })
    }

    /// Whether events can be moved between this part and another of its line, and back in a parallel line.
    fn changes(&self, unit: usize, units: &[usize], stratum: usize, merge: &[usize]) -> bool {
        let strata = self.exact.first().map_or(0, Vec::len);
        let beside = units.iter().filter(|&&other| other != unit).any(|&other| {
            (0..strata).any(|far| far != stratum && self.moves(unit, other, stratum, far))
        });
        let along = || {
            merge.iter().filter(|&&other| other != stratum).any(|&far| {
                (0..self.exact.len())
                    .any(|other| other != unit && self.moves(unit, other, stratum, far))
            })
        };
        beside || along()
    }

    /// Whether the rectangle of two groups and two strata leaves the first part three values.
    fn moves(&self, unit: usize, other: usize, stratum: usize, far: usize) -> bool {
        let corner = self.exact[unit][stratum];
        let up = [
            corner.without(),
            self.exact[other][stratum].events,
            self.exact[unit][far].events,
            self.exact[other][far].without(),
        ];
        let down = [
            corner.events,
            self.exact[other][stratum].without(),
            self.exact[unit][far].without(),
            self.exact[other][far].events,
        ];
        let room = |parts: [Option<f64>; 4]| {
            let known = parts.into_iter().flatten();
            known.fold(f64::INFINITY, f64::min).min(self.below as f64)
        };
        let (up, down) = (room(up), room(down));
        let values = |count: f64, up: f64, down: f64| {
            let least = (count - down).max(1.0);
            let most = (count + up).min(self.below as f64 - 1.0);
            most - least + 1.0
        };
        let small = |count: f64| count > 0.0 && count < self.below as f64;
        let events = corner.events.filter(|count| small(*count));
        let without = corner.without().filter(|count| small(*count));
        events.is_none_or(|count| values(count, up, down) >= 3.0)
            && without.is_none_or(|count| values(count, down, up) >= 3.0)
    }
}
