//! The studies of a section: which are run, and what they see.

use std::collections::BTreeMap;

use super::figures::figures_of;
use super::settle::{pool_places, pool_standing};
use super::{Section, Studied};
use crate::core::crossing::{Second, Stratum};
use crate::core::dimension::{Contrast, Dimension, Standing};
use crate::core::group::Group;
use crate::core::indicator::{Formula, Indicator};
use crate::core::plan::Plan;
use crate::core::refusal::Refusal;
use crate::core::study::{Crossed, Evidence, Needs, STUDIES, Sides, Study};
use crate::core::tally::{Cell, Cut, Tally};
use crate::core::units::Level;

/// Every study that the plan names, or that is recommended, with what it saw. `first` tells the first of
/// the plan's dimensions.
pub(super) fn studies(
    plan: &Plan,
    tally: &Tally,
    section: &Section,
    cells: &[Cell],
    seconds: &[Second],
    first: bool,
) -> Vec<Studied> {
    let unasked = plan.measures.is_empty();
    let asked = |study: &Study| {
        let named = plan.measures.iter().any(|id| id == study.id);
        (named || unasked && study.recommended) && (first || !study.once)
    };
    let fits = |study: &Study, evidence: &Evidence| !unasked || study.is_shown_unasked(evidence);
    if section.measured_on.list.is_empty() {
        return Vec::new();
    }
    let run = |study: &'static Study, evidence: &Evidence| Studied {
        study,
        by: evidence.crossed.as_ref().map(|crossed| crossed.by),
        evidence: evidence.clone(),
        result: (study.run)(evidence),
    };
    let alone = evidence(section, cells, None, plan.level);
    let mut studied: Vec<Studied> = STUDIES
        .iter()
        .filter(|study| study.needs == Needs::Groups && asked(study) && fits(study, &alone))
        .map(|study| run(study, &alone))
        .collect();
    for second in seconds {
        let wanted = |study: &&&'static Study| study.needs.met_by(second.by) && asked(study);
        let wanted: Vec<_> = STUDIES.iter().filter(wanted).collect();
        let by_itself = |by: &Dimension| by.id == section.dimension.id;
        if wanted.is_empty() || second.dimensions.iter().any(by_itself) {
            continue;
        }
        if let Some(cut) = tally.cuts.get(&second.columns(&section.dimension.id)) {
            let mut evidence = evidence(section, cells, Some((second, cut)), plan.level);
            if let Some(health) = of_health(plan, section) {
                evidence.health = crossed(health, section, (second, cut), plan.level).into();
            }
            let fitting = wanted.into_iter().filter(|study| fits(study, &evidence));
            studied.extend(fitting.map(|study| run(study, &evidence)));
        }
    }
    studied
}

fn evidence(
    section: &Section,
    cells: &[Cell],
    second: Option<(&Second, &Cut)>,
    level: Level,
) -> Evidence {
    let Section {
        indicator,
        dimension,
        measured_on,
        ..
    } = section;
    let places = places(section);
    let among = |sides: &[usize]| -> Vec<usize> {
        let at = |side: &usize| places.iter().position(|place| place == side);
        sides.iter().filter_map(at).collect()
    };
    let contrast = dimension.contrasts.first();
    let sides = contrast.and_then(|contrast| {
        let side = |label: &str, at: &[usize]| {
            let cell = pool_places(cells, at);
            group_of(indicator, label, &cell, level).ok()
        };
        Some(Sides {
            worse_off: side(&contrast.worse_off, &contrast.worse_off_groups)?,
            better_off: side(&contrast.better_off, &contrast.better_off_groups)?,
            worse_off_groups: among(&contrast.worse_off_groups),
            better_off_groups: among(&contrast.better_off_groups),
        })
    });
    let unknown = pool_standing(cells, dimension, Standing::is_unknown);
    Evidence {
        indicator: indicator.name.clone(),
        groups: measured_on.clone(),
        sides,
        unknown: figures_of(indicator, "Unknown", Standing::NotKnown, &unknown, level).counts,
        crossed: second.map(|second| crossed(indicator, section, second, level)),
        health: None,
    }
}

/// Places of the groups with a value among those of the dimension.
fn places(section: &Section) -> Vec<usize> {
    let dimension = &section.dimension;
    let place = |group: &Group| {
        let mut known = dimension.known();
        known.find(|&place| dimension.groups[place].label == group.label)
    };
    section.measured_on.list.iter().filter_map(place).collect()
}

/// The plan's other indicator that counts people in good health, by its name.
fn of_health<'a>(plan: &'a Plan, section: &Section) -> Option<&'a Indicator> {
    let says = |of: &&Indicator| {
        let name = of.name.to_lowercase();
        let good = ["good health", "healthy"]
            .iter()
            .any(|said| name.contains(said));
        good && matches!(of.formula, Formula::ShareYes | Formula::Share { .. })
    };
    let mut others = plan
        .indicators
        .iter()
        .filter(|of| of.id != section.indicator.id);
    others.find(says)
}

/// An indicator in the strata of a second division.
fn crossed(
    indicator: &Indicator,
    section: &Section,
    (second, cut): (&Second, &Cut),
    level: Level,
) -> Crossed {
    let dimension = &section.dimension;
    let strata = strata(cut, dimension, second);
    cross(
        indicator,
        dimension,
        &places(section),
        second,
        &strata,
        level,
    )
}

/// For each stratum, by the places of its groups, what was counted in each group of the dimension.
type Strata = BTreeMap<Vec<usize>, Vec<Cell>>;

/// The cells of a crossed cut. Strata of unknown age, period or place are left out, and so are totals.
fn strata(cut: &Cut, dimension: &Dimension, second: &Second) -> Strata {
    let mut strata = Strata::new();
    for (key, cell) in &cut.cells {
        let Some((text, others)) = key.split_first() else {
            continue;
        };
        let Some(&group) = dimension.assign.get(text) else {
            continue;
        };
        let place = |(by, text): (&Dimension, &String)| {
            let place = *by.assign.get(text)?;
            by.groups[place].standing.is_known().then_some(place)
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
    strata
}

fn cross(
    indicator: &Indicator,
    dimension: &Dimension,
    places: &[usize],
    second: &Second,
    strata: &Strata,
    level: Level,
) -> Crossed {
    let row = |label: &str, at: &[usize]| -> Vec<Option<Group>> {
        let made = |cells: &Vec<Cell>| {
            let told = at
                .iter()
                .all(|&place| is_told(indicator, &cells[place], level));
            told.then(|| group_of(indicator, label, &pool_places(cells, at), level).ok())
        };
        strata.values().map(|cells| made(cells).flatten()).collect()
    };
    let side = |of: fn(&Contrast) -> (&str, &[usize])| {
        let Some((label, at)) = dimension.contrasts.first().map(of) else {
            return vec![None; strata.len()];
        };
        row(label, at)
    };
    let standing = |label: &str, passes: fn(Standing) -> bool| {
        let passes = |&place: &usize| passes(dimension.groups[place].standing);
        let at: Vec<usize> = (0..dimension.groups.len()).filter(passes).collect();
        row(label, &at)
    };
    Crossed {
        by: second.by,
        name: second.name.clone(),
        strata: strata.keys().map(|at| stratum(second, at)).collect(),
        cells: places
            .iter()
            .map(|&place| row(&dimension.groups[place].label, &[place]))
            .collect(),
        worse_off: side(|contrast| (&contrast.worse_off, &contrast.worse_off_groups)),
        better_off: side(|contrast| (&contrast.better_off, &contrast.better_off_groups)),
        known: standing("All known groups", Standing::is_known),
        everyone: standing("Everyone", |standing| standing != Standing::Total),
    }
}

/// Whether a group's part of a sum is there, or nobody is. A row that gives people but no events would
/// else count as one without events.
fn is_told(indicator: &Indicator, cell: &Cell, level: Level) -> bool {
    let of_sums = matches!(
        indicator.formula,
        Formula::Share { .. } | Formula::Rate { .. }
    );
    let value = || group_of(indicator, "", cell, level);
    !of_sums || *cell == Cell::default() || !matches!(value(), Err(Refusal::Missing { .. }))
}

fn stratum(second: &Second, at: &[usize]) -> Stratum {
    let parts: Vec<String> = second
        .dimensions
        .iter()
        .zip(at)
        .map(|(dimension, &place)| dimension.groups[place].label.clone())
        .collect();
    let first = at.first().copied().unwrap_or_default();
    Stratum {
        label: parts.join(", "),
        parts,
        ages: second.ages.get(first).cloned().flatten(),
        year: second.years.get(first).copied().flatten(),
    }
}

/// A group as measures and studies see it.
pub(super) fn group_of(
    indicator: &Indicator,
    label: &str,
    cell: &Cell,
    level: Level,
) -> Result<Group, Refusal> {
    let figures = figures_of(indicator, label, Standing::Known, cell, level);
    let estimate = figures.value?;
    let waits = matches!(
        indicator.formula,
        Formula::ShareOver { .. } | Formula::Median | Formula::Percentile(_) | Formula::Mean
    );
    Ok(Group {
        label: figures.label,
        value: estimate.value(),
        interval: estimate.interval().clone().ok(),
        standard_error: given_error(indicator, cell),
        population: figures.people.filter(|people| *people > 0.0),
        counts: figures.counts,
        values: waits.then(|| cell.values.clone()),
    })
}

fn given_error(indicator: &Indicator, cell: &Cell) -> Option<f64> {
    let Formula::Given {
        standard_error: Some(place),
        scale,
        ..
    } = indicator.formula
    else {
        return None;
    };
    cell.sums
        .get(place)
        .filter(|sum| sum.numbers == 1)
        .map(|sum| sum.value() / f64::from(scale.max(1)))
}
