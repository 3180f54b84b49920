//! What a study found, to the digits that the rule allows.

use crate::core::estimate::Estimate;
use crate::core::group::{Group, Groups, Kind};
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::refusal::Refusal;
use crate::core::study::{self, Evidence, Note, People, Study};
use crate::core::units::Unit;
use crate::release::rule::Rule;

use super::cell::Outcome;
use super::section::{Entry, Findings, Found, Rows, Studied};
use super::studies::Studied as Exact;
use super::terms::Terms;

/// A study as it is shown under a rule.
pub fn shown(studied: &Exact, rule: &'static Rule) -> Studied {
    let evidence = &studied.evidence;
    let crossed = evidence.crossed.as_ref();
    let shown = Shown {
        study: studied.study,
        evidence,
        terms: Terms {
            rule,
            level: evidence.groups.level,
        },
    };
    let findings = studied.result.as_ref().map_err(Clone::clone);
    Studied {
        study: studied.study,
        by: crossed.map(|crossed| crossed.by),
        second: crossed.map(|crossed| crossed.name.clone()),
        findings: findings.map(|found| {
            let mut findings = shown.findings(found);
            if studied.coarser {
                findings.notes.push(Note::JoinedByRule);
            }
            findings
        }),
    }
}

/// What a study saw, and what its figures are shown under.
struct Shown<'a> {
    study: &'static Study,
    evidence: &'a Evidence,
    terms: Terms,
}

impl Shown<'_> {
    fn findings(&self, found: &study::Findings) -> Findings {
        Findings {
            figures: found
                .figures
                .iter()
                .map(|found| self.found(found))
                .collect(),
            tables: found.tables.iter().map(|rows| self.rows(rows)).collect(),
            notes: found.notes.clone(),
        }
    }

    fn found(&self, found: &study::Found) -> Found {
        let unit = self.unit(found.unit);
        let by_rule = self.figure(&found.result, unit, &found.groups);
        // No rule limits what several shares are put together to.
        let carried = self.terms.of_whole(&found.result, unit);
        let figure = match (by_rule, carried) {
            (Ok(by_rule), Ok(carried)) if carried.places > by_rule.places => Ok(carried),
            (by_rule, _) => by_rule,
        };
        Found {
            quantity: found.quantity.clone(),
            figure,
            null: found.null,
        }
    }

    fn rows(&self, rows: &study::Rows) -> Rows {
        let row = |row: &study::Row| {
            let group: Vec<usize> = row.group.into_iter().collect();
            let cells = row.cells.iter().zip(&rows.columns);
            let cells =
                cells.map(|(cell, column)| self.entry(cell, self.unit(column.unit), &group));
            (row.name.clone(), cells.collect())
        };
        Rows {
            caption: rows.caption.clone(),
            of: rows.of.clone(),
            columns: rows
                .columns
                .iter()
                .map(|column| (column.kind.clone(), self.unit(column.unit)))
                .collect(),
            rows: rows.rows.iter().map(row).collect(),
            drawn: rows.drawn,
        }
    }

    fn entry(&self, entry: &study::Entry, unit: Unit, groups: &[usize]) -> Entry {
        match entry {
            study::Entry::Figure(result) => Entry::Figure(self.figure(result, unit, groups)),
            study::Entry::People(people) => Entry::People(self.terms.rule.count(*people)),
            study::Entry::Known(number) => Entry::Known(*number),
            study::Entry::Verdict(verdict) => Entry::Verdict(verdict.clone()),
            study::Entry::Nothing => Entry::Nothing,
        }
    }

    fn figure(&self, made: &Result<Estimate, Refusal>, unit: Unit, groups: &[usize]) -> Outcome {
        let kind = self.evidence.groups.kind;
        let by_value = self.study.card.basis == Basis::Values || kind == Kind::Value;
        if !self.terms.rule.protects() {
            return self.terms.of_whole(made, unit);
        }
        if by_value && !matches!(unit, Unit::Percent | Unit::Points) {
            return self.terms.of_values(made, unit, &[]);
        }
        self.terms.of_parts(made, unit, self.smallest(groups))
    }

    /// The fewest people that a figure may be made of.
    fn smallest(&self, groups: &[usize]) -> f64 {
        let people = |group: &Group| {
            let counted = group.counts.map(|counts| counts.people);
            counted.or(group.population)
        };
        let takes_part = |place: &usize| groups.is_empty() || groups.contains(place);
        let least =
            |groups: &mut dyn Iterator<Item = &Group>| groups.filter_map(people).reduce(f64::min);
        let smallest = match (&self.evidence.crossed, self.study.people) {
            (Some(crossed), People::Everyone) => least(&mut crossed.everyone.iter().flatten()),
            (Some(crossed), People::Sides) => {
                let sides = crossed.worse_off.iter().chain(&crossed.better_off);
                least(&mut sides.flatten())
            }
            (Some(crossed), People::Groups) => {
                let cells = crossed.cells.iter().enumerate();
                let cells = cells.filter(|(place, _)| takes_part(place));
                least(&mut cells.flat_map(|(_, row)| row.iter().flatten()))
            }
            (None, _) => {
                let list = self.evidence.groups.list.iter().enumerate();
                let list = list.filter(|(place, _)| takes_part(place));
                least(&mut list.map(|(_, group)| group))
            }
        };
        smallest.unwrap_or(0.0)
    }

    fn unit(&self, unit: MeasureUnit) -> Unit {
        let groups: &Groups = &self.evidence.groups;
        match unit {
            MeasureUnit::Same => groups.unit,
            MeasureUnit::Difference => groups.unit.of_difference(),
            MeasureUnit::Own(unit) => unit,
        }
    }
}
