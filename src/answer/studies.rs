//! The studies of a section: which are run, and what they see.

use std::collections::BTreeSet;

use crate::core::dimension::Dimension;
use crate::core::group::{Group, Groups};
use crate::core::indicator::{Counted, Formula, Indicator};
use crate::core::plan::Plan;
use crate::core::refusal::Refusal;
use crate::core::study::{Crossed, Evidence, Findings, Needs, STUDIES, Sides, Study};
use crate::core::summary::Summary;
use crate::release::{Grouped, Released, Strata, Table};

use super::groups::measured_on;
use super::section::StudyOffer;

/// A study, what it saw, and what it found.
#[derive(Clone, Debug)]
pub struct Studied {
    /// The study.
    pub study: &'static Study,
    /// What it saw: released numbers.
    pub evidence: Evidence,
    /// Whether groups or strata are taken together here, because one alone would show a small count.
    pub coarser: bool,
    /// What it found, or why nothing.
    pub result: Result<Findings, Refusal>,
}

/// The studies of one table.
#[derive(Debug, Default)]
pub struct Studies {
    /// Those that the plan names, or that are recommended.
    pub studied: Vec<Studied>,
    /// Every one that might be asked for.
    pub(super) offers: Vec<StudyOffer>,
}

/// Runs the studies of a table that the plan names, or that are recommended. `first` tells the first of the
/// plan's dimensions.
pub fn studies(released: &Released, table: &Table, first: bool) -> Studies {
    if table.indicator.share_of_total().is_some() {
        return Studies::default();
    }
    let list = STUDIES.iter().copied().filter(|study| first || !study.once);
    let plan = &released.plan;
    let mut considering = Considering {
        plan,
        list: list.collect(),
        studied: Vec::new(),
        met: BTreeSet::new(),
        recommended: BTreeSet::new(),
    };
    let (groups, places) = measured_on(plan, &table.indicator, &table.whole);
    let evidence = |groups: &Groups, places: &[usize], whole: &Grouped| Evidence {
        counted: table.counted,
        ..evidence(plan, &table.indicator, groups, places, whole)
    };
    let alone = evidence(&groups, &places, &table.whole);
    if !groups.list.is_empty() {
        considering.see(&alone, false, |needs| needs == Needs::Groups);
        for strata in &table.strata {
            let (groups, places) = measured_on(plan, &table.indicator, &strata.whole);
            let mut seen = evidence(&groups, &places, &strata.whole);
            seen.crossed = Some(crossed(plan, &table.indicator, strata, &places));
            seen.health = health(released, table, strata).map(|(indicator, health)| {
                let (_, places) = measured_on(plan, indicator, &health.whole);
                crossed(plan, indicator, health, &places)
            });
            considering.see(&seen, strata.coarser, |needs| needs.met_by(strata.by));
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
    fn see(&mut self, evidence: &Evidence, coarser: bool, meets: impl Fn(Needs) -> bool) {
        for &study in self.list.iter().filter(|study| meets(study.needs)) {
            self.met.insert(study.card.id);
            let unasked = (study.unasked)(evidence);
            if unasked {
                self.recommended.insert(study.card.id);
            }
            if self.names(study) || self.plan.measures.is_empty() && unasked {
                self.studied.push(Studied {
                    study,
                    evidence: evidence.clone(),
                    coarser,
                    result: (study.run)(evidence),
                });
            }
        }
    }

    fn names(&self, study: &Study) -> bool {
        self.plan.measures.iter().any(|id| id == study.card.id)
    }

    /// A study that the plan names is never left out in silence.
    fn done(mut self, alone: &Evidence) -> Studies {
        let mut offers = Vec::new();
        let list = std::mem::take(&mut self.list);
        for study in list {
            let unmet = !self.met.contains(study.card.id);
            if unmet && self.names(study) {
                self.studied.push(Studied {
                    study,
                    evidence: alone.clone(),
                    coarser: false,
                    result: Err(unmet_by(study, alone)),
                });
            }
            let of_study = |studied: &&Studied| studied.study.card.id == study.card.id;
            let run: Vec<&Studied> = self.studied.iter().filter(of_study).collect();
            let fits = if unmet {
                Err(unmet_by(study, alone))
            } else if run.is_empty() && study.needs == Needs::Groups {
                (study.run)(alone).map(|_| ())
            } else {
                fits(&run)
            };
            offers.push(StudyOffer {
                study,
                fits,
                recommended: self.recommended.contains(study.card.id),
            });
        }
        Studies {
            studied: self.studied,
            offers,
        }
    }
}

/// Of several second divisions, one that a study can be made with is enough.
fn fits(run: &[&Studied]) -> Result<(), Refusal> {
    let refusal = run.iter().find_map(|studied| studied.result.as_ref().err());
    match refusal {
        Some(refusal) if run.iter().all(|studied| studied.result.is_err()) => Err(refusal.clone()),
        _ => Ok(()),
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
    plan: &Plan,
    indicator: &Indicator,
    groups: &Groups,
    places: &[usize],
    whole: &Grouped,
) -> Evidence {
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
    Evidence {
        indicator: indicator.name.clone(),
        counted: Counted::Others,
        groups: groups.clone(),
        sides,
        unknown: whole.unknown.counts.clone().ok(),
        crossed: None,
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
fn crossed(plan: &Plan, indicator: &Indicator, strata: &Strata, places: &[usize]) -> Crossed {
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
    Crossed {
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
