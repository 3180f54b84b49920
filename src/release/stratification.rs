//! How coarse a second division must be, so that no part of it is small.
//!
//! Groups and strata are joined along whole lines: what is joined in one stratum is joined in all, since
//! the groups' own totals would tell a part that is joined alone. A reader may know which parts are none, few
//! or not few, for that follows from the rule; from this alone the first of a short list of ways is taken in
//! which no sum is likely to be small. Then the sums decide whether it may be shown at all: where one is small,
//! or where they leave a small part too few values ([`Exchange`]), the second division is not given. No way
//! is passed over because of a count behind it, so that a reader who knows the pattern and every sum finds
//! the same choice.

use crate::core::dimension::Dimension;
use crate::core::stratification::By;

use super::exchange::{Exchange, Range};
use super::joined::Blocks;

/// Strata that are taken together, by their places.
pub(super) type Merge = Vec<usize>;

/// So many small parts together are seldom small.
const MANY: usize = 4;

/// People and events of one group in one stratum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted {
    pub(super) people: f64,
    pub(super) events: Option<f64>,
    /// Whether those without the event are a count too.
    pub(super) of_people: bool,
}

/// A count, as the rule sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    None,
    Small,
    Shown,
}

impl Size {
    fn of(count: f64, below: u64) -> Self {
        if count <= 0.0 {
            Self::None
        } else if count < below as f64 {
            Self::Small
        } else {
            Self::Shown
        }
    }

    /// The counts that it may stand for.
    fn range(self, below: u64) -> Range {
        let below = i64::try_from(below).unwrap_or(i64::MAX);
        match self {
            Self::None => (0, 0),
            Self::Small => (1, below - 1),
            Self::Shown => (below, i64::MAX / 4),
        }
    }
}

impl Counted {
    fn without(self) -> Option<f64> {
        self.events
            .filter(|_| self.of_people)
            .map(|events| self.people - events)
    }

    /// People, those with the event and those without.
    fn counts(self) -> [Option<f64>; 3] {
        [Some(self.people), self.events, self.without()]
    }

    /// What its events may be, for a reader who knows the people and the sizes.
    fn events_between(self, below: u64) -> Option<Range> {
        let (least, most) = Size::of(self.events?, below).range(below);
        let Some(without) = self.without() else {
            return Some((least, most));
        };
        let (fewest, others) = Size::of(without, below).range(below);
        let people = whole(self.people);
        Some((least.max(people - others), most.min(people - fewest)))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a count, far below 2^62; person-years may have a fraction"
)]
fn whole(count: f64) -> i64 {
    count.ceil() as i64
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
    let table = Table { counted, below };
    let fine = apart(keys.len());
    for joining in joinings(dimension, blocks) {
        let merged = match by {
            By::Ages | By::Periods => [2, 3, 4]
                .into_iter()
                .map(|many| in_runs(keys, many))
                .collect(),
            By::Places | By::Others => pooled(keys.len(), &|stratum| {
                joining
                    .iter()
                    .all(|units| table.suffices(units, &[stratum]))
            }),
        };
        let found = std::iter::once(fine.clone()).chain(merged).find(|merges| {
            joining
                .iter()
                .all(|units| merges.iter().all(|merge| table.suffices(units, merge)))
        });
        if let Some(merges) = found {
            if !table.is_safe(&joining, &merges) {
                return None;
            }
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
    let unknown = |place: usize| !dimension.groups[place].status.is_known();
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

/// All strata that do not suffice by themselves taken together, and with another where there is only one; given
/// where most strata still stand alone.
fn pooled(strata: usize, suffices: &dyn Fn(usize) -> bool) -> Vec<Vec<Merge>> {
    let (mut few, mut alone): (Vec<usize>, Vec<usize>) =
        (0..strata).partition(|&stratum| !suffices(stratum));
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

/// What was counted in each block and stratum.
struct Table<'a> {
    counted: &'a [Vec<Counted>],
    below: u64,
}

impl Table<'_> {
    /// Whether the sizes of the parts make a small sum unlikely: none of them is small, or one is shown, or
    /// many are small.
    fn suffices(&self, units: &[usize], merge: &[usize]) -> bool {
        (0..3).all(|kind| {
            let parts = self.parts(units, merge);
            let counts = parts.filter_map(|part| part.counts()[kind]);
            let sizes: Vec<Size> = counts.map(|count| Size::of(count, self.below)).collect();
            let small = sizes.iter().filter(|size| **size == Size::Small).count();
            small == 0 || sizes.len() > 1 && (sizes.contains(&Size::Shown) || small >= MANY)
        })
    }

    fn parts<'b>(
        &'b self,
        units: &'b [usize],
        merge: &'b [usize],
    ) -> impl Iterator<Item = Counted> + 'b {
        let rows = units.iter().map(|&unit| &self.counted[unit]);
        rows.flat_map(|row| merge.iter().map(|&stratum| row[stratum]))
    }

    /// Whether no sum is small, and every small part behind one is left enough values.
    fn is_safe(&self, joining: &[Vec<usize>], merges: &[Merge]) -> bool {
        let shown = joining.iter().all(|units| {
            merges.iter().all(|merge| {
                (0..3).all(|kind| {
                    let parts = self.parts(units, merge);
                    let sum: f64 = parts.filter_map(|part| part.counts()[kind]).sum();
                    Size::of(sum, self.below) != Size::Small
                })
            })
        });
        shown && self.parts_may_change(joining, merges)
    }

    /// What is behind joined groups can change places among them and the strata that stand alone; what is
    /// behind joined strata, among them and all groups.
    fn parts_may_change(&self, joining: &[Vec<usize>], merges: &[Merge]) -> bool {
        let alone: Vec<usize> = merges
            .iter()
            .filter(|merge| merge.len() == 1)
            .flatten()
            .copied()
            .collect();
        let all: Vec<usize> = (0..self.counted.len()).collect();
        let groups = joining.iter().filter(|units| units.len() > 1);
        let mut stretches = groups
            .map(|units| (units.as_slice(), alone.as_slice()))
            .chain(
                merges
                    .iter()
                    .filter(|merge| merge.len() > 1)
                    .map(|merge| (all.as_slice(), merge.as_slice())),
            );
        stretches.all(|(units, strata)| {
            let people = |part: Counted| {
                let range = Size::of(part.people, self.below).range(self.below);
                Some((whole(part.people), range))
            };
            let events =
                |part: Counted| Some((whole(part.events?), part.events_between(self.below)?));
            self.keep_values(units, strata, &people, |part| [part.people, part.people])
                && self.keep_values(units, strata, &events, |part| {
                    let events = part.events.unwrap_or_default();
                    [events, part.without().unwrap_or(events)]
                })
        })
    }

    /// Whether every part with a small count keeps enough values, where these groups and strata exchange some.
    fn keep_values(
        &self,
        units: &[usize],
        strata: &[usize],
        count: &dyn Fn(Counted) -> Option<(i64, Range)>,
        small: impl Fn(Counted) -> [f64; 2],
    ) -> bool {
        let part = |unit: usize, stratum: usize| self.counted[unit][stratum];
        let cells: Option<Vec<Vec<(i64, Range)>>> = units
            .iter()
            .map(|&unit| strata.iter().map(|&at| count(part(unit, at))).collect())
            .collect();
        // Where there are no events there is nothing to keep.
        let Some(mut exchange) = cells.map(Exchange::of) else {
            return true;
        };
        let is_small = |unit: usize, stratum: usize| {
            let counts = small(part(unit, stratum));
            let mut sizes = counts.map(|count| Size::of(count, self.below)).into_iter();
            sizes.any(|size| size == Size::Small)
        };
        units.iter().enumerate().all(|(row, &unit)| {
            strata.iter().enumerate().all(|(column, &stratum)| {
                !is_small(unit, stratum) || exchange.keeps_values(row, column)
            })
        })
    }
}
