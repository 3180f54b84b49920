//! Studies after the rule.
//!
//! Those of [`Basis::Parts`] are made again from released counts, stratum by stratum; those of
//! [`Basis::Exact`] are made from every digit, shown to no more digits than their interval carries, and
//! hidden where a group whose counts are hidden takes part.

use crate::core::answer::Studied as Exact;
use crate::core::group::{Group, Groups, Kind};
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::refusal::Refusal;
use crate::core::study::{self, Evidence, Sides};
use crate::core::units::Unit;

use super::cell::{Outcome, Why};
use super::figures::{Terms, refused_by_form};
use super::parts::released;
use super::section::{Entry, Findings, Found, Rows, Studied};

/// A study after the rule.
pub(super) fn studied(exact: &Exact, terms: Terms) -> Studied {
    Studied {
        study: exact.study,
        by: exact.by,
        second: exact
            .evidence
            .crossed
            .as_ref()
            .map(|crossed| crossed.name.clone()),
        findings: findings(exact, terms),
    }
}

fn findings(exact: &Exact, terms: Terms) -> Result<Findings, Refusal> {
    let evidence = &exact.evidence;
    if !terms.rule.protects() {
        return exact
            .result
            .as_ref()
            .map_err(Clone::clone)
            .map(|found| shown(found, evidence, terms, &[]));
    }
    let hidden: Vec<usize> = (0..evidence.groups.list.len())
        .filter(|&place| group(&evidence.groups.list[place], evidence.groups.kind, terms).is_none())
        .collect();
    if exact.study.basis == Basis::Parts && evidence.groups.kind != Kind::Value {
        let again = (exact.study.run)(&evidence_released(evidence, terms));
        return again
            .map_err(|refusal| terms.refusal(&refusal))
            .map(|found| shown(&found, evidence, terms, &hidden));
    }
    if let Err(refusal) = &exact.result {
        return Err(terms.refusal(refusal));
    }
    exact
        .result
        .as_ref()
        .map_err(Clone::clone)
        .map(|found| shown(found, evidence, terms, &hidden))
}

fn shown(found: &study::Findings, evidence: &Evidence, terms: Terms, hidden: &[usize]) -> Findings {
    let groups = &evidence.groups;
    let figure = |result: &Result<crate::core::estimate::Estimate, Refusal>,
                  unit: Unit,
                  of: &[usize]|
     -> Outcome {
        refused_by_form(result)?;
        let takes_part = |place: &usize| of.is_empty() || of.contains(place);
        if hidden.iter().any(takes_part) {
            return Ok(terms.hidden(Why::HiddenPart, unit));
        }
        terms.of_whole(result, unit)
    };
    Findings {
        figures: found
            .figures
            .iter()
            .map(|found| Found {
                name: found.name.clone(),
                figure: figure(&found.result, unit_of(found.unit, groups), &found.groups),
                null: found.null,
            })
            .collect(),
        tables: found
            .tables
            .iter()
            .map(|rows| Rows {
                caption: rows.caption.clone(),
                of: rows.of.clone(),
                columns: rows
                    .columns
                    .iter()
                    .map(|column| (column.name.clone(), unit_of(column.unit, groups)))
                    .collect(),
                rows: rows
                    .rows
                    .iter()
                    .map(|row| {
                        let of: Vec<usize> = row.group.into_iter().collect();
                        let cells =
                            row.cells
                                .iter()
                                .zip(&rows.columns)
                                .map(|(cell, column)| match cell {
                                    study::Entry::Figure(result) => Entry::Figure(figure(
                                        result,
                                        unit_of(column.unit, groups),
                                        &of,
                                    )),
                                    study::Entry::People(people) => {
                                        Entry::People(terms.rule.count(*people))
                                    }
                                    study::Entry::Known(number) => Entry::Known(*number),
                                    study::Entry::Words(words) => Entry::Words(words.clone()),
                                    study::Entry::Nothing => Entry::Nothing,
                                });
                        (row.label.clone(), cells.collect())
                    })
                    .collect(),
                drawn: rows.drawn,
            })
            .collect(),
        notes: found.notes.clone(),
    }
}

fn unit_of(unit: MeasureUnit, groups: &Groups) -> Unit {
    match unit {
        MeasureUnit::Same => groups.unit,
        MeasureUnit::Difference => groups.unit.of_difference(),
        MeasureUnit::Own(unit) => unit,
    }
}

/// A group from its released counts; `None` when one is hidden.
fn group(exact: &Group, kind: Kind, terms: Terms) -> Option<Group> {
    let (Kind::Share | Kind::Rate, Some(counts)) = (kind, exact.counts) else {
        let people = match exact.population {
            Some(people) => Some(terms.rule.count(people).number()?),
            None => None,
        };
        return Some(Group {
            population: people,
            ..exact.clone()
        });
    };
    let counts = released(terms.rule, counts)?;
    Some(Group {
        label: exact.label.clone(),
        value: counts.events / counts.people,
        interval: None,
        standard_error: None,
        population: Some(counts.people),
        counts: Some(counts),
        values: None,
    })
}

fn evidence_released(exact: &Evidence, terms: Terms) -> Evidence {
    let kind = exact.groups.kind;
    let each = |row: &[Option<Group>]| -> Vec<Option<Group>> {
        row.iter()
            .map(|cell| cell.as_ref().and_then(|cell| group(cell, kind, terms)))
            .collect()
    };
    let mut evidence = exact.clone();
    evidence.sides = exact.sides.as_ref().and_then(|sides| {
        Some(Sides {
            worse_off: group(&sides.worse_off, kind, terms)?,
            better_off: group(&sides.better_off, kind, terms)?,
            ..sides.clone()
        })
    });
    evidence.unknown = exact
        .unknown
        .and_then(|counts| released(terms.rule, counts));
    for crossed in [&mut evidence.crossed, &mut evidence.health]
        .into_iter()
        .flatten()
    {
        for row in &mut crossed.cells {
            *row = each(row);
        }
        for row in [
            &mut crossed.worse_off,
            &mut crossed.better_off,
            &mut crossed.known,
            &mut crossed.everyone,
        ] {
            *row = each(row);
        }
    }
    evidence
}
