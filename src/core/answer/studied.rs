//! The studies of a section: which are run, and what they see.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::figures_of;
use super::settle::{pool_places, pool_standing};
use super::{Considered, Section, Settled, Studied};
use crate::core::crossing::{Second, Stratum};
use crate::core::dimension::{Contrast, Dimension, Standing};
use crate::core::group::Group;
use crate::core::indicator::{Counted, Formula, Indicator};
use crate::core::plan::Plan;
use crate::core::refusal::Refusal;
use crate::core::study::{Crossed, Evidence, Needs, STUDIES, Sides, Study};
use crate::core::tally::{Cell, Cut, Tally};
use crate::core::units::Level;

/// Every study that the plan names, or that is recommended, with what it saw; and every study that might be
/// asked for. `first` tells the first of the plan's dimensions.
pub(super) fn studies(
    plan: &Plan,
    tally: &Tally,
    section: &Section,
    cells: &[Cell],
    settled: &Settled,
    first: bool,
) -> (Vec<Studied>, Vec<Considered>) {
    if section.indicator.share_of_total().is_some() {
        return Default::default();
    }
    let list = STUDIES.iter().copied().filter(|study| first || !study.once);
    let mut considering = Considering {
        plan,
        list: list.collect(),
        studied: Vec::new(),
        met: BTreeSet::new(),
        recommended: BTreeSet::new(),
    };
    let counted = |indicator: &Indicator| {
        let mut of_plan = plan.indicators.iter().zip(&settled.counted);
        let this = of_plan.find(|(other, _)| other.id == indicator.id);
        this.map_or(Counted::Others, |(_, counted)| *counted)
    };
    let mut alone = evidence(section, cells, None, plan.level);
    alone.counted = counted(&section.indicator);
    if !section.measured_on.list.is_empty() {
        considering.see(&alone, |needs| needs == Needs::Groups);
        for second in &settled.seconds {
            let by_itself = |by: &Dimension| by.id == section.dimension.id;
            let columns = second.columns(&section.dimension.id);
            let cut = tally.cuts.get(&columns);
            let Some(cut) = cut.filter(|_| !second.dimensions.iter().any(by_itself)) else {
                continue;
            };
            let mut evidence = evidence(section, cells, Some((second, cut)), plan.level);
            evidence.counted = alone.counted;
            let well =
                |of: &&Indicator| is_other_share(of, section) && counted(of) == Counted::GoodHealth;
            if let Some(health) = plan.indicators.iter().find(well) {
                evidence.health = crossed(health, section, (second, cut), plan.level).into();
            }
            considering.see(&evidence, |needs| needs.met_by(second.by));
        }
    }
    considering.done(&alone)
}

/// Which studies are run, and which might be.
struct Considering<'a> {
    plan: &'a Plan,
    list: Vec<&'static Study>,
    studied: Vec<Studied>,
    /// The ids of those whose needs are met.
    met: BTreeSet<&'static str>,
    /// The ids of those that are shown when the plan names none.
    recommended: BTreeSet<&'static str>,
}

impl Considering<'_> {
    /// Runs what is asked of this evidence, among the studies whose needs it meets.
    fn see(&mut self, evidence: &Evidence, meets: impl Fn(Needs) -> bool) {
        for &study in self.list.iter().filter(|study| meets(study.needs)) {
            self.met.insert(study.id);
            let unasked = study.is_shown_unasked(evidence);
            if unasked {
                self.recommended.insert(study.id);
            }
            if self.names(study) || self.plan.measures.is_empty() && unasked {
                self.studied.push(run(study, evidence));
            }
        }
    }

    fn names(&self, study: &Study) -> bool {
        self.plan.measures.iter().any(|id| id == study.id)
    }

    /// A study that the plan names is never left out in silence.
    fn done(mut self, alone: &Evidence) -> (Vec<Studied>, Vec<Considered>) {
        let mut considered = Vec::new();
        let list = std::mem::take(&mut self.list);
        for study in list {
            let is_run = self.studied.iter().any(|one| one.study.id == study.id);
            let unmet = !self.met.contains(study.id);
            let refusal = unmet.then(|| unmet_by(study, alone));
            let tried = match &refusal {
                Some(refusal) => Err(refusal.clone()),
                None if is_run || study.needs != Needs::Groups => Ok(None),
                None => Ok(Some(run(study, alone))),
            };
            if let Some(refusal) = refusal.filter(|_| self.names(study)) {
                self.studied.push(Studied {
                    study,
                    by: None,
                    evidence: alone.clone(),
                    result: Err(refusal),
                });
            }
            considered.push(Considered {
                study,
                recommended: self.recommended.contains(study.id),
                tried,
            });
        }
        (self.studied, considered)
    }
}

fn run(study: &'static Study, evidence: &Evidence) -> Studied {
    Studied {
        study,
        by: evidence.crossed.as_ref().map(|crossed| crossed.by),
        evidence: evidence.clone(),
        result: (study.run)(evidence),
    }
}

/// Why a study has nothing to be made from.
fn unmet_by(study: &Study, alone: &Evidence) -> Refusal {
    if alone.groups.list.is_empty() {
        return Refusal::TooFewGroups { need: 2, got: 0 };
    }
    Refusal::NeedsSecond {
        by: study.needs.words(),
    }
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
        counted: Counted::Others,
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

/// Whether it is another indicator than the section's, and a share of people.
fn is_other_share(indicator: &Indicator, section: &Section) -> bool {
    indicator.id != section.indicator.id
        && matches!(indicator.formula, Formula::ShareYes | Formula::Share { .. })
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
        sex: second.sex.and_then(|place| parts.get(place).cloned()),
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
        values: waits.then(|| cell.outcome(indicator.outcome).values.clone()),
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
    cell.outcome(indicator.outcome)
        .sums
        .get(place)
        .filter(|sum| sum.numbers == 1)
        .map(|sum| sum.value() / f64::from(scale.max(1)))
}
