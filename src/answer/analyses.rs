//! The analyses of a section: which are run, and what they see.

use std::collections::BTreeSet;

use crate::core::analysis::{ANALYSES, Analysis, Inputs, Needs, Results, Sides, Stratified};
use crate::core::dimension::Dimension;
use crate::core::group::{Group, Groups};
use crate::core::indicator::{Counted, Formula, Indicator};
use crate::core::plan::Plan;
use crate::core::refusal::Refusal;
use crate::core::summary::Summary;
use crate::release::{Grouped, Released, Strata, Table};

use super::groups::measured_on;
use super::section::AnalysisOffer;

/// An analysis, what it saw, and what it found.
#[derive(Clone, Debug)]
pub struct Analysed {
    /// The analysis.
    pub analysis: &'static Analysis,
    /// What it saw: released numbers.
    pub inputs: Inputs,
    /// Whether groups or strata are taken together here, because one alone would show a small count.
    pub coarser: bool,
    /// What it found, or why nothing.
    pub result: Result<Results, Refusal>,
}

/// The analyses of one table.
#[derive(Debug, Default)]
pub struct Analyses {
    /// Those that the plan names, or that are recommended.
    pub analysed: Vec<Analysed>,
    /// Every one that might be asked for.
    pub(super) offers: Vec<AnalysisOffer>,
}

/// Runs the analyses of a table that the plan names, or that are recommended. `first` tells the first of the
/// plan's dimensions.
pub fn analyses(released: &Released, table: &Table, first: bool) -> Analyses {
    if table.indicator.share_of_total().is_some() {
        return Analyses::default();
    }
    let list = ANALYSES
        .iter()
        .copied()
        .filter(|analysis| first || !analysis.once);
    let plan = &released.plan;
    let mut considering = Considering {
        plan,
        list: list.collect(),
        analysed: Vec::new(),
        met: BTreeSet::new(),
        recommended: BTreeSet::new(),
    };
    let (groups, places) = measured_on(plan, &table.indicator, &table.whole);
    let inputs = |groups: &Groups, places: &[usize], whole: &Grouped| Inputs {
        counted: table.counted,
        ..inputs(plan, &table.indicator, groups, places, whole)
    };
    let alone = inputs(&groups, &places, &table.whole);
    if !groups.list.is_empty() {
        considering.see(&alone, false, |needs| needs == Needs::Groups);
        for strata in &table.strata {
            let (groups, places) = measured_on(plan, &table.indicator, &strata.whole);
            let mut seen = inputs(&groups, &places, &strata.whole);
            seen.stratified = Some(stratified(plan, &table.indicator, strata, &places));
            seen.health = health(released, table, strata).map(|(indicator, health)| {
                let (_, places) = measured_on(plan, indicator, &health.whole);
                stratified(plan, indicator, health, &places)
            });
            considering.see(&seen, strata.coarser, |needs| needs.met_by(strata.by));
        }
    }
    considering.done(&alone)
}

/// Which analyses are run, and which might be.
struct Considering<'a> {
    plan: &'a Plan,
    list: Vec<&'static Analysis>,
    analysed: Vec<Analysed>,
    /// The ids of those whose needs are met.
    met: BTreeSet<&'static str>,
    /// The ids of those that are shown when the plan names none.
    recommended: BTreeSet<&'static str>,
}

impl Considering<'_> {
    /// Runs what is asked of this evidence, among the analyses whose needs it meets.
    fn see(&mut self, inputs: &Inputs, coarser: bool, meets: impl Fn(Needs) -> bool) {
        for &analysis in self.list.iter().filter(|analysis| meets(analysis.needs)) {
            self.met.insert(analysis.card.id);
            let unasked = (analysis.unasked)(inputs);
            if unasked {
                self.recommended.insert(analysis.card.id);
            }
            if self.names(analysis) || self.plan.measures.is_empty() && unasked {
                self.analysed.push(Analysed {
                    analysis,
                    inputs: inputs.clone(),
                    coarser,
                    result: (analysis.run)(inputs),
                });
            }
        }
    }

    fn names(&self, analysis: &Analysis) -> bool {
        self.plan.measures.iter().any(|id| id == analysis.card.id)
    }

    /// An analysis that the plan names is never left out in silence.
    fn done(mut self, alone: &Inputs) -> Analyses {
        let mut offers = Vec::new();
        let list = std::mem::take(&mut self.list);
        for analysis in list {
            let unmet = !self.met.contains(analysis.card.id);
            if unmet && self.names(analysis) {
                self.analysed.push(Analysed {
                    analysis,
                    inputs: alone.clone(),
                    coarser: false,
                    result: Err(unmet_by(analysis, alone)),
                });
            }
            let of_analysis = |analysed: &&Analysed| analysed.analysis.card.id == analysis.card.id;
            let run: Vec<&Analysed> = self.analysed.iter().filter(of_analysis).collect();
            let fits = if unmet {
                Err(unmet_by(analysis, alone))
            } else if run.is_empty() && analysis.needs == Needs::Groups {
                (analysis.run)(alone).map(|_| ())
            } else {
                fits(&run)
            };
            offers.push(AnalysisOffer {
                analysis,
                fits,
                recommended: self.recommended.contains(analysis.card.id),
            });
        }
        Analyses {
            analysed: self.analysed,
            offers,
        }
    }
}

/// Of several second divisions, one that an analysis can be made with is enough.
fn fits(run: &[&Analysed]) -> Result<(), Refusal> {
    let refusal = run
        .iter()
        .find_map(|analysed| analysed.result.as_ref().err());
    match refusal {
        Some(refusal) if run.iter().all(|analysed| analysed.result.is_err()) => {
            Err(refusal.clone())
        }
        _ => Ok(()),
    }
}

/// Why an analysis has nothing to be made from.
fn unmet_by(analysis: &Analysis, alone: &Inputs) -> Refusal {
    if alone.groups.list.is_empty() {
        return Refusal::TooFewGroups { need: 2, got: 0 };
    }
    Refusal::NeedsSecond {
        by: analysis.needs.words(),
    }
}

fn inputs(
    plan: &Plan,
    indicator: &Indicator,
    groups: &Groups,
    places: &[usize],
    whole: &Grouped,
) -> Inputs {
    let among = |sides: &[usize]| -> Vec<usize> {
        let at = |side: &usize| places.iter().position(|place| place == side);
        sides.iter().filter_map(at).collect()
    };
    let contrast = whole.dimension.contrasts.first().zip(whole.sides.first());
    let sides = contrast.and_then(|(contrast, [worse, better])| {
        let side = |label: &str, summary: &Summary| {
            summary.group(label, &indicator.formula, plan.level).ok()
        };
        Some(Sides {
            worse_off: side(&contrast.worse_off, worse)?,
            better_off: side(&contrast.better_off, better)?,
            worse_off_groups: among(&contrast.worse_off_groups),
            better_off_groups: among(&contrast.better_off_groups),
        })
    });
    Inputs {
        indicator: indicator.name.clone(),
        counted: Counted::Others,
        groups: groups.clone(),
        sides,
        unknown: whole.unknown.counts.clone().ok(),
        stratified: None,
        health: None,
    }
}

/// Another indicator of the plan that counts people in good health, in the same strata.
fn health<'a>(
    released: &'a Released,
    table: &Table,
    strata: &Strata,
) -> Option<(&'a Indicator, &'a Strata)> {
    let well = |of: &&Table| {
        let is_share = matches!(
            of.indicator.formula,
            Formula::ShareYes | Formula::Share { .. }
        );
        of.counted == Counted::GoodHealth
            && is_share
            && of.whole.dimension.id == table.whole.dimension.id
            && of.indicator.id != table.indicator.id
    };
    let other = released.tables.iter().find(well)?;
    let labels = |strata: &Strata| -> Vec<String> {
        strata
            .strata
            .iter()
            .map(|stratum| stratum.label.clone())
            .collect()
    };
    let same = |of: &&Strata| {
        let groups = |dimension: &Dimension| dimension.groups.clone();
        of.name == strata.name
            && labels(of) == labels(strata)
            && groups(&of.whole.dimension) == groups(&strata.whole.dimension)
    };
    let strata = other.strata.iter().find(same)?;
    Some((&other.indicator, strata))
}

/// The groups at these places in each stratum.
fn stratified(plan: &Plan, indicator: &Indicator, strata: &Strata, places: &[usize]) -> Stratified {
    let row = |label: &str, row: &[Option<Summary>]| -> Vec<Option<Group>> {
        let group = |summary: &Option<Summary>| {
            let summary = summary.as_ref()?;
            summary.group(label, &indicator.formula, plan.level).ok()
        };
        row.iter().map(group).collect()
    };
    let contrast = strata.whole.dimension.contrasts.first();
    let side = |label: Option<&String>, of: &[Option<Summary>]| match label {
        Some(label) => row(label, of),
        None => vec![None; strata.strata.len()],
    };
    let label = |place: usize| strata.whole.dimension.groups[place].label.as_str();
    Stratified {
        by: strata.by,
        name: strata.name.clone(),
        strata: strata.strata.clone(),
        cells: places
            .iter()
            .map(|&place| row(label(place), &strata.cells[place]))
            .collect(),
        worse_off: side(contrast.map(|of| &of.worse_off), &strata.worse_off),
        better_off: side(contrast.map(|of| &of.better_off), &strata.better_off),
        known: row("All known groups", &strata.known),
        everyone: row("Everyone", &strata.everyone),
    }
}
