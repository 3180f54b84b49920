//! The groups of a table divided once more, under a rule.

use std::collections::BTreeMap;

use crate::core::dimension::{Dimension, Status};
use crate::core::group::Kind;
use crate::core::indicator::{Formula, Indicator};
use crate::core::refusal::Refusal;
use crate::core::standard::population::AgeBand;
use crate::core::stratification::{By, Second, Stratum};
use crate::core::summary::Summary;
use crate::core::tally::{Cell, Cut, Tally};

use super::Strata;
use super::bands;
use super::divided::Divided;
use super::joined::Blocks;
use super::protect::protected;
use super::settle::pool;
use super::stratification::{self, Counted, Merge};
use super::summarise::{of_values, summary};

/// Every second division that the tally was counted by, for one indicator.
pub(super) fn of(
    divided: &Divided<'_>,
    at: usize,
    tally: &Tally,
    seconds: &[Second],
) -> Vec<Strata> {
    let indicator = &divided.plan.indicators[at];
    if indicator.share_of_total().is_some() {
        return Vec::new();
    }
    let dimension = divided.dimension;
    let stratified = seconds.iter().filter_map(|second| {
        let itself = second.dimensions.iter().any(|by| by.id == dimension.id);
        let cut = tally.cuts.get(&second.columns(&dimension.id))?;
        let strata = (!itself).then(|| strata(cut, dimension, second))?;
        stratified(divided, at, second, &strata)
    });
    stratified.collect()
}

/// The places of a stratum's groups, and what was counted in each group of the dimension.
type Counts = (Vec<usize>, Vec<Cell>);

/// The cells of a crossed cut. Strata of unknown age, period or place are left out, and so are totals.
fn strata(cut: &Cut, dimension: &Dimension, second: &Second) -> Vec<Counts> {
    let mut strata: BTreeMap<Vec<usize>, Vec<Cell>> = BTreeMap::new();
    for (key, cell) in &cut.cells {
        let Some((text, others)) = key.split_first() else {
            continue;
        };
        let Some(&group) = dimension.assign.get(text) else {
            continue;
        };
        let place = |(by, text): (&Dimension, &String)| {
            let place = *by.assign.get(text)?;
            by.groups[place].status.is_known().then_some(place)
        };
        let at: Option<Vec<usize>> = second.dimensions.iter().zip(others).map(place).collect();
        let Some(at) = at else {
            continue;
        };
        let cells = strata
            .entry(at)
            .or_insert_with(|| vec![Cell::default(); dimension.groups.len()]);
        cells[group].merge(cell);
    }
    strata.into_iter().collect()
}

fn stratified(
    divided: &Divided<'_>,
    at: usize,
    second: &Second,
    strata: &[Counts],
) -> Option<Strata> {
    let indicator = &divided.plan.indicators[at];
    let blocks = &divided.blocks[at];
    let (blocks, merges) = match divided.rule.below() {
        None => (blocks.clone(), stratification::apart(strata.len())),
        Some(below) => {
            let counted = counted(divided, indicator, blocks, strata);
            let keys: Vec<&[usize]> = strata.iter().map(|(at, _)| at.as_slice()).collect();
            stratification::choose(
                divided.dimension,
                blocks,
                (second.by, &keys),
                &counted,
                below,
            )?
        }
    };
    let mut made = Made {
        divided,
        indicator,
        strata,
        merges: &merges,
        edges: Vec::new(),
    };
    if let Some(below) = divided.rule.below()
        && of_values(&indicator.formula)
    {
        let cells = blocks
            .iter()
            .flat_map(|block| merges.iter().map(move |merge| (block, merge)));
        let values: Vec<_> = cells
            .map(|(block, merge)| {
                made.pooled(block, merge)
                    .outcome(indicator.outcome)
                    .values
                    .clone()
            })
            .filter(|values| values.count() > 0)
            .collect();
        made.edges = bands::common(&values, divided.is_wait(), below);
    }
    let whole = divided.grouped(at, &blocks);
    let contrast = whole.dimension.contrasts.first().cloned();
    let side = |groups: Option<&Vec<usize>>| -> Vec<Option<Summary>> {
        let places = |groups: &Vec<usize>| made.row(&places(groups, &blocks));
        groups.map_or_else(|| vec![None; merges.len()], places)
    };
    let status = |passes: fn(Status) -> bool| {
        let groups = whole.dimension.groups.iter().enumerate();
        let groups = groups.filter(|(_, group)| passes(group.status));
        let groups: Vec<usize> = groups.map(|(block, _)| block).collect();
        made.row(&places(&groups, &blocks))
    };
    let of_table = divided.blocks[at].len();
    Some(Strata {
        coarser: blocks.len() < of_table || merges.len() < strata.len(),
        by: second.by,
        name: second.name.clone(),
        strata: merges
            .iter()
            .map(|merge| stratum(second, merge, strata))
            .collect(),
        cells: blocks.iter().map(|block| made.row(block)).collect(),
        worse_off: side(contrast.as_ref().map(|contrast| &contrast.worse_off_groups)),
        better_off: side(
            contrast
                .as_ref()
                .map(|contrast| &contrast.better_off_groups),
        ),
        known: status(Status::is_known),
        everyone: status(|status| status != Status::Total),
        whole,
    })
}

fn places(groups: &[usize], blocks: &Blocks) -> Vec<usize> {
    groups
        .iter()
        .flat_map(|&block| blocks[block].clone())
        .collect()
}

/// People and events of each block in each stratum.
fn counted(
    divided: &Divided<'_>,
    indicator: &Indicator,
    blocks: &Blocks,
    strata: &[Counts],
) -> Vec<Vec<Counted>> {
    let share = Kind::of(&indicator.formula) == Kind::Share;
    blocks
        .iter()
        .map(|block| {
            let each = strata.iter().map(|(_, cells)| {
                let cell = pool(block.iter().map(|&place| &cells[place]));
                let exact = summary(divided.plan, indicator, &cell, &Cell::default());
                let people = exact.people.unwrap_or(0.0);
                Counted {
                    people,
                    events: exact.counts.as_ref().ok().map(|counts| counts.events),
                    of_people: share,
                }
            });
            each.collect()
        })
        .collect()
}

struct Made<'a> {
    divided: &'a Divided<'a>,
    indicator: &'a Indicator,
    strata: &'a [Counts],
    merges: &'a [Merge],
    /// At which values are cut under a rule that hides.
    edges: Vec<f64>,
}

impl Made<'_> {
    /// The released numbers of several groups together, one for each stratum.
    fn row(&self, places: &[usize]) -> Vec<Option<Summary>> {
        self.merges
            .iter()
            .map(|merge| self.cell(places, merge))
            .collect()
    }

    fn cell(&self, places: &[usize], merge: &Merge) -> Option<Summary> {
        let strata = || merge.iter().map(|&stratum| &self.strata[stratum].1);
        let told = |place: usize| strata().all(|cells| self.is_told(&cells[place]));
        if !places.iter().all(|&place| told(place)) {
            return None;
        }
        let cell = self.pooled(places, merge);
        if cell == Cell::default() {
            return None;
        }
        let exact = summary(self.divided.plan, self.indicator, &cell, &Cell::default());
        let rule = self.divided.rule;
        if !rule.protects() {
            return Some(exact);
        }
        let released = protected(self.indicator, &exact, rule);
        let hides = matches!(released.counts, Err(Refusal::Protected))
            || released.people.is_none() && exact.people.is_some();
        let values = exact.values.as_ref();
        let values = values.and_then(|values| bands::banded(values, &self.edges, rule));
        (!hides).then_some(Summary { values, ..released })
    }

    fn pooled(&self, places: &[usize], merge: &Merge) -> Cell {
        let strata = merge.iter().map(|&stratum| &self.strata[stratum].1);
        pool(strata.flat_map(|cells| places.iter().map(|&place| &cells[place])))
    }

    /// Whether a group's part of a sum is there, or nobody is. A row that gives people but no events would
    /// else count as one without events.
    fn is_told(&self, cell: &Cell) -> bool {
        let of_sums = matches!(
            self.indicator.formula,
            Formula::Share { .. } | Formula::Rate { .. }
        );
        let value = || {
            let level = self.divided.plan.level;
            summary(self.divided.plan, self.indicator, cell, &Cell::default())
                .value(&self.indicator.formula, level)
        };
        !of_sums || *cell == Cell::default() || !matches!(value(), Err(Refusal::Missing { .. }))
    }
}

/// One stratum, or several that are taken together.
fn stratum(second: &Second, merge: &Merge, strata: &[Counts]) -> Stratum {
    let one = |stratum: usize| alone(second, &strata[stratum].0);
    let (Some(&first), Some(&last)) = (merge.first(), merge.last()) else {
        return alone(second, &[]);
    };
    let (from, to) = (one(first), one(last));
    if merge.len() == 1 {
        return from;
    }
    let first_part = match (second.by, &from.ages, &to.ages) {
        (By::Ages, Some(low), Some(high)) => match high.to {
            Some(end) => format!("{}–{}", low.from, end - 1),
            None => format!("{} and over", low.from),
        },
        (By::Ages | By::Periods, ..) => format!(
            "{} to {}",
            from.parts.first().map_or("", String::as_str),
            to.parts.first().map_or("", String::as_str)
        ),
        _ => format!("{} others together", merge.len()),
    };
    let in_order = matches!(second.by, By::Ages | By::Periods);
    let more = from.parts.iter().skip(1).filter(|_| in_order).cloned();
    let parts: Vec<String> = std::iter::once(first_part.clone()).chain(more).collect();
    Stratum {
        label: parts.join(", "),
        sex: from.sex.filter(|_| in_order),
        parts,
        ages: from.ages.zip(to.ages).map(|(low, high)| AgeBand {
            label: first_part,
            from: low.from,
            to: high.to,
        }),
        year: to.year,
    }
}

fn alone(second: &Second, at: &[usize]) -> Stratum {
    let parts: Vec<String> = second
        .dimensions
        .iter()
        .zip(at)
        .map(|(dimension, &place)| dimension.groups[place].label.clone())
        .collect();
    let first = at.first().copied().unwrap_or_default();
    Stratum {
        label: parts.join(", "),
        sex: second.sex.and_then(|place| parts.get(place).cloned()),
        parts,
        ages: second.ages.get(first).cloned().flatten(),
        year: second.years.get(first).copied().flatten(),
    }
}
