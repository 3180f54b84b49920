//! From a plan and a tally to every figure it asks for.

use std::collections::BTreeMap;

use super::advice;
use super::figures::{compare, figures_of, kind_of, of_total};
use super::settle::{pool_places, pool_standing, settle};
use super::{
    Answer, Bounds, Completeness, GroupFigures, Measured, Section, Settled, Source, pair, studied,
};
use crate::core::dimension::{Dimension, Standing};
use crate::core::group::{Counts, Groups, Kind};
use crate::core::indicator::{Formula, Indicator};
use crate::core::ledger::Ledger;
use crate::core::measure::two_groups::{representation, share_gap};
use crate::core::measure::unknown::bounds;
use crate::core::plan::Plan;
use crate::core::refusal::Refusal;
use crate::core::tally::{Cell, Tally};

/// Answers a plan from a finished tally.
pub fn answer(
    plan: &Plan,
    tally: &Tally,
    ledger: &Ledger,
    settled: &Settled,
    source: &Source,
) -> Answer {
    let by_dimension: Vec<(Dimension, Vec<Cell>)> = settled
        .dimensions
        .iter()
        .filter_map(|dimension| {
            let cut = tally.cuts.get(&vec![dimension.id.clone()])?;
            let cells = settle(cut, dimension);
            Some((pair::first(plan, dimension), cells))
        })
        .collect();
    let sections = plan
        .indicators
        .iter()
        .flat_map(|indicator| {
            by_dimension
                .iter()
                .enumerate()
                .map(move |(place, (dimension, cells))| {
                    let mut section = section(plan, indicator, dimension, cells);
                    (section.studies, section.considered) =
                        studied::studies(plan, tally, &section, cells, settled, place == 0);
                    section
                })
        })
        .collect();
    let completeness = by_dimension
        .iter()
        .map(|(dimension, cells)| completeness(plan, dimension, cells))
        .collect();
    Answer {
        plan: plan.clone(),
        source: source.clone(),
        ledger: ledger.clone(),
        sections,
        completeness,
    }
}

fn section(plan: &Plan, indicator: &Indicator, dimension: &Dimension, cells: &[Cell]) -> Section {
    if let Some(parts) = indicator.share_of_total() {
        return section_of_total(plan, indicator, dimension, cells, parts);
    }
    let level = plan.level;
    let figures =
        |label: &str, standing, cell: &Cell| figures_of(indicator, label, standing, cell, level);
    let known_cell = pool_standing(cells, dimension, Standing::is_known);
    let everyone_cell = pool_standing(cells, dimension, |standing| standing != Standing::Total);
    let known = figures("All known groups", Standing::Known, &known_cell);
    let everyone = figures("Everyone", Standing::Known, &everyone_cell);
    let mut groups: Vec<GroupFigures> = dimension
        .groups
        .iter()
        .zip(cells)
        .filter(|(group, cell)| group.standing != Standing::Total && *cell != &Cell::default())
        .map(|(group, cell)| figures(&group.label, group.standing, cell))
        .collect();
    for group in groups.iter_mut().filter(|group| group.standing.is_known()) {
        add_shares(group, &known, indicator, plan);
    }
    let measured_on = measured_on(plan, indicator, dimension, cells);
    let contrasts = dimension
        .contrasts
        .iter()
        .map(|contrast| {
            let worse_cell = pool_places(cells, &contrast.worse_off_groups);
            let better_cell = pool_places(cells, &contrast.better_off_groups);
            let mut worse = figures(&contrast.worse_off, Standing::Known, &worse_cell);
            let mut better = figures(&contrast.better_off, Standing::Known, &better_cell);
            add_shares(&mut worse, &known, indicator, plan);
            add_shares(&mut better, &known, indicator, plan);
            compare(indicator, contrast, worse, better, level)
        })
        .collect::<Vec<_>>();
    let unknown_cell = pool_standing(cells, dimension, Standing::is_unknown);
    let unknown = figures("Unknown", Standing::NotKnown, &unknown_cell);
    let bounds = contrasts
        .first()
        .and_then(|first| bounds_of(indicator, first, unknown.counts?, everyone.counts?.people));
    let measures = advice::chosen(plan, &measured_on)
        .into_iter()
        .map(|card| Measured {
            card,
            result: (card.run)(&measured_on),
        })
        .collect();
    Section {
        indicator: indicator.clone(),
        dimension: dimension.clone(),
        groups,
        known,
        everyone,
        measured_on,
        contrasts,
        measures,
        bounds,
        studies: Vec::new(),
        considered: Vec::new(),
    }
}

/// What part of everyone each group is; nothing is compared.
fn section_of_total(
    plan: &Plan,
    indicator: &Indicator,
    dimension: &Dimension,
    cells: &[Cell],
    parts: &[usize],
) -> Section {
    let whole = pool_standing(cells, dimension, |standing| standing != Standing::Total);
    let known = pool_standing(cells, dimension, Standing::is_known);
    let figures = |label: &str, standing, cell: &Cell| {
        let place = indicator.outcome;
        let both = (cell.outcome(place), whole.outcome(place));
        of_total(parts, label, standing, both, plan.level)
    };
    let shown = dimension.groups.iter().zip(cells);
    Section {
        indicator: indicator.clone(),
        dimension: Dimension {
            contrasts: Vec::new(),
            paired: false,
            ..dimension.clone()
        },
        groups: shown
            .filter(|(group, cell)| group.standing != Standing::Total && *cell != &Cell::default())
            .map(|(group, cell)| figures(&group.label, group.standing, cell))
            .collect(),
        known: figures("All known groups", Standing::Known, &known),
        everyone: figures("Everyone", Standing::Known, &whole),
        measured_on: Groups {
            list: Vec::new(),
            ordered: false,
            reference: None,
            kind: Kind::Share,
            unit: indicator.unit,
            polarity: indicator.polarity,
            level: plan.level,
            seed: plan.seed,
            pair: None,
        },
        contrasts: Vec::new(),
        measures: Vec::new(),
        bounds: None,
        studies: Vec::new(),
        considered: Vec::new(),
    }
}

fn add_shares(group: &mut GroupFigures, known: &GroupFigures, indicator: &Indicator, plan: &Plan) {
    let kind = kind_of(&indicator.formula);
    let parts = group
        .counts
        .zip(known.counts)
        .ok_or(Refusal::Missing { what: "counts" });
    group.share_gap = parts
        .clone()
        .and_then(|(part, whole)| share_gap::of(part, whole, kind, plan.level));
    group.representation =
        parts.and_then(|(part, whole)| representation::of(part, whole, kind, plan.level));
}

fn measured_on(
    plan: &Plan,
    indicator: &Indicator,
    dimension: &Dimension,
    cells: &[Cell],
) -> Groups {
    let mut list = Vec::new();
    let mut reference = None;
    let mut at = BTreeMap::new();
    for place in dimension.known() {
        let label = &dimension.groups[place].label;
        let Ok(group) = studied::group_of(indicator, label, &cells[place], plan.level) else {
            continue;
        };
        if dimension.reference == Some(place) {
            reference = Some(list.len());
        }
        at.insert(place, list.len());
        list.push(group);
    }
    // A side with a group that has no value leaves every method its own rule.
    let side = |side: &[usize]| side.iter().map(|place| at.get(place).copied()).collect();
    let pair = pair::of(plan, dimension).and_then(|contrast| {
        let worse: Option<Vec<usize>> = side(&contrast.worse_off_groups);
        Some((worse?, side(&contrast.better_off_groups)?))
    });
    Groups {
        list,
        ordered: dimension.ordered,
        reference,
        kind: kind_of(&indicator.formula),
        unit: indicator.unit,
        polarity: indicator.polarity,
        level: plan.level,
        seed: plan.seed,
        pair,
    }
}

fn bounds_of(
    indicator: &Indicator,
    contrast: &super::ContrastFigures,
    unknown: Counts,
    everyone: f64,
) -> Option<Bounds> {
    if kind_of(&indicator.formula) != Kind::Share || unknown.people <= 0.0 || everyone <= 0.0 {
        return None;
    }
    let worse = contrast.worse_off.counts?;
    let better = contrast.better_off.counts?;
    let range = bounds::of_difference(worse, better, unknown, indicator.polarity).ok()?;
    Some(Bounds {
        unknown: unknown.people,
        unknown_share: unknown.people / everyone,
        contrast: contrast.contrast.clone(),
        observed: contrast.difference.as_ref().ok()?.value(),
        best_case: range.best_case,
        worst_case: range.worst_case,
    })
}

/// How complete a dimension is: records where rows are records, else people of the first indicator
/// that has a denominator.
fn completeness(plan: &Plan, dimension: &Dimension, cells: &[Cell]) -> Completeness {
    let people = |cell: &Cell| -> f64 {
        plan.indicators
            .iter()
            .find_map(|indicator| match &indicator.formula {
                Formula::Share { .. } | Formula::Rate { .. } => {
                    Some(figures_of(indicator, "", Standing::Known, cell, plan.level).people)
                }
                Formula::Given { .. } | Formula::Unavailable { .. } => None,
                _ => Some(Some(cell.rows as f64)),
            })
            .flatten()
            .unwrap_or(0.0)
    };
    let order = [
        Standing::Known,
        Standing::NotStated,
        Standing::NotKnown,
        Standing::Missing,
        Standing::Unrecognised,
    ];
    let by_standing: Vec<(Standing, f64)> = order
        .into_iter()
        .map(|standing| {
            let sum = cells
                .iter()
                .zip(&dimension.groups)
                .filter(|(_, group)| group.standing == standing)
                .map(|(cell, _)| people(cell))
                // An empty float sum is -0.
                .fold(0.0, |sum, people| sum + people);
            (standing, sum)
        })
        .collect();
    Completeness {
        dimension: dimension.name.clone(),
        everyone: by_standing.iter().map(|(_, people)| people).sum(),
        by_standing,
    }
}
