//! What an analysis found, to the digits that the rule allows.

use crate::core::analysis::{self, Analysis, Inputs, Note, People};
use crate::core::estimate::Estimate;
use crate::core::group::{Group, Groups, Kind};
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;
use crate::release::rule::Rule;

use super::analyses::Analysed as Exact;
use super::cell::Outcome;
use super::section::{Analysed, Entry, Found, Results, Rows};
use super::terms::Terms;

/// An analysis as it is shown under a rule.
pub fn shown(analysed: &Exact, rule: &'static Rule) -> Analysed {
    let inputs = &analysed.inputs;
    let stratified = inputs.stratified.as_ref();
    let shown = Shown {
        analysis: analysed.analysis,
        inputs,
        terms: Terms {
            rule,
            level: inputs.groups.level,
        },
    };
    let results = analysed.result.as_ref().map_err(Clone::clone);
    Analysed {
        analysis: analysed.analysis,
        by: stratified.map(|stratified| stratified.by),
        second: stratified.map(|stratified| stratified.name.clone()),
        results: results.map(|found| {
            let mut results = shown.results(found);
            if analysed.coarser {
                results.notes.push(Note::JoinedByRule);
            }
            results
        }),
    }
}

/// What an analysis saw, and what its figures are shown under.
struct Shown<'a> {
    analysis: &'static Analysis,
    inputs: &'a Inputs,
    terms: Terms,
}

impl Shown<'_> {
    fn results(&self, found: &analysis::Results) -> Results {
        Results {
            figures: found
                .figures
                .iter()
                .map(|found| self.found(found))
                .collect(),
            tables: found.tables.iter().map(|rows| self.rows(rows)).collect(),
            notes: found.notes.clone(),
        }
    }

    fn found(&self, found: &analysis::Found) -> Found {
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

    fn rows(&self, rows: &analysis::Rows) -> Rows {
        let row = |row: &analysis::Row| {
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

    fn entry(&self, entry: &analysis::Entry, unit: Unit, groups: &[usize]) -> Entry {
        match entry {
            analysis::Entry::Figure(result) => Entry::Figure(self.figure(result, unit, groups)),
            analysis::Entry::People(people) => Entry::People(self.terms.rule.count(*people)),
            analysis::Entry::Known(number) => Entry::Known(*number),
            analysis::Entry::Verdict(verdict) => Entry::Verdict(verdict.clone()),
            analysis::Entry::Nothing => Entry::Nothing,
        }
    }

    fn figure(&self, made: &Result<Estimate, Refusal>, unit: Unit, groups: &[usize]) -> Outcome {
        let kind = self.inputs.groups.kind;
        let by_value = self.analysis.card.basis == Basis::Values || kind == Kind::Value;
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
        let smallest = match (&self.inputs.stratified, self.analysis.people) {
            (Some(stratified), People::Everyone) => {
                least(&mut stratified.everyone.iter().flatten())
            }
            (Some(stratified), People::Sides) => {
                let sides = stratified.worse_off.iter().chain(&stratified.better_off);
                least(&mut sides.flatten())
            }
            (Some(stratified), People::Groups) => {
                let cells = stratified.cells.iter().enumerate();
                let cells = cells.filter(|(place, _)| takes_part(place));
                least(&mut cells.flat_map(|(_, row)| row.iter().flatten()))
            }
            (None, _) => {
                let list = self.inputs.groups.list.iter().enumerate();
                let list = list.filter(|(place, _)| takes_part(place));
                least(&mut list.map(|(_, group)| group))
            }
        };
        smallest.unwrap_or(0.0)
    }

    fn unit(&self, unit: MeasureUnit) -> Unit {
        let groups: &Groups = &self.inputs.groups;
        match unit {
            MeasureUnit::Same => groups.unit,
            MeasureUnit::Difference => groups.unit.of_difference(),
            MeasureUnit::Own(unit) => unit,
        }
    }
}
