//! Analyses asked of small tables, and all that they found as pairs of a place and a text.

use std::collections::BTreeMap;

use equal_measure::answer::analyses::{Analysed, analyses};
use equal_measure::core::analysis::{Entry, Results};
use equal_measure::core::answer::Settled;
use equal_measure::core::dimension::{Contrast, Dimension, Named, Status, Subject};
use equal_measure::core::estimate::Estimate;
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::ledger::Ledger;
use equal_measure::core::plan::{Division, Plan, Shape, Stratification, Switches};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::stratification::By;
use equal_measure::core::tally::{Cell, Sum, Tally};
use equal_measure::core::units::{Level, Polarity, Unit};
use equal_measure::nhs;
use equal_measure::present::analyses::words;
use equal_measure::release::rule::Rule;
use equal_measure::release::{self, Released};

/// The groups that tables may name, the most disadvantaged first.
const GROUPS: [&str; 5] = ["worse", "second", "middle", "fourth", "better"];

/// What is asked.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    pub(crate) analysis: &'static str,
    /// The scheme of the second column: `period`, `organisation`, anything else.
    pub(crate) by: &'static str,
    /// `share`, `rate`, `median` or `mean`.
    pub(crate) of: &'static str,
    pub(crate) polarity: Polarity,
    pub(crate) ordered: bool,
}

pub(crate) fn ask(analysis: &'static str, by: &'static str) -> Ask {
    Ask {
        analysis,
        by,
        of: "share",
        polarity: Polarity::MoreIsWorse,
        ordered: true,
    }
}

/// Asks it of a table: one line a stratum, `2021: worse 20/100, better 10/100, unknown 1/5`; or numbers of
/// each person, `worse 10+30+40`; `*` for a hidden count.
pub(crate) fn analysed(ask: Ask, table: &str) -> Option<Analysed> {
    let released = released(ask, table, &release::rule::NONE);
    let all = analyses(&released, &released.tables[0], true);
    all.analysed.into_iter().next()
}

/// The table under a rule.
pub(crate) fn released(ask: Ask, table: &str, rule: &'static Rule) -> Released {
    let mut tally = Tally::default();
    let mut seconds = Vec::new();
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let (second, cells) = line.split_once(':').expect("stratum: group count, …");
        seconds.push(second.trim());
        for cell in cells.split(',') {
            let (group, counted) = cell.trim().split_once(' ').expect("group count");
            let counted = cell_of(counted.trim());
            let key = vec![group.to_owned()];
            tally.cut(vec!["group".into()]).cell(key).merge(&counted);
            let key = vec![group.to_owned(), second.trim().to_owned()];
            let columns = vec!["group".into(), "second".into()];
            tally.cut(columns).cell(key).merge(&counted);
        }
    }
    let by = Division {
        id: "second".into(),
        column: "Second".into(),
        only: None,
        scheme: ask.by.into(),
    };
    let stratification = Stratification { by: vec![by] };
    let switches = Switches::default();
    let settled = Settled {
        dimensions: vec![dimension(ask.ordered, &tally)],
        seconds: vec![nhs::second(&stratification, |_| seconds.clone(), &switches)],
        counted: Vec::new(),
    };
    let plan = plan(ask, stratification);
    release::release(&plan, &tally, &Ledger::default(), &settled, rule, &[])
}

fn cell_of(counted: &str) -> Cell {
    let mut cell = Cell::default();
    if let Some((events, people)) = counted.split_once('/') {
        let sum = |text: &str| match text.parse::<f64>() {
            Ok(number) => Sum::of_micro(format!("{:.0}", number * 1e6).parse().expect("whole")),
            Err(_) => Sum {
                suppressed: 1,
                ..Sum::default()
            },
        };
        cell.outcome_mut(0).sums = vec![sum(events), sum(people)];
    } else {
        for value in counted.split('+') {
            cell.outcome_mut(0)
                .values
                .add_whole(value.trim().parse().expect("a number"), 1);
        }
    }
    cell.rows = 1;
    cell
}

fn dimension(ordered: bool, tally: &Tally) -> Dimension {
    let cut = &tally.cuts[&vec!["group".to_owned()]];
    let there = |name: &&&str| cut.cells.contains_key(&vec![(**name).to_string()]);
    let names: Vec<&str> = GROUPS.iter().filter(there).copied().collect();
    let mut groups: Vec<Named> = names
        .iter()
        .map(|name| Named {
            label: (*name).to_owned(),
            status: Status::Known,
            parts: Vec::new(),
        })
        .collect();
    groups.push(Named {
        label: "unknown".into(),
        status: Status::NotKnown,
        parts: Vec::new(),
    });
    let last = names.len() - 1;
    let contrast = Contrast {
        id: "extremes".into(),
        worse_off: "the worse-off".into(),
        better_off: "the better-off".into(),
        worse_off_groups: vec![0],
        better_off_groups: vec![last],
    };
    let assign = groups.iter().zip(0..);
    Dimension {
        id: "group".into(),
        subject: Subject::Other,
        name: "Group".into(),
        ordered,
        paired: false,
        overlapping: false,
        assign: assign
            .map(|(group, at)| (group.label.clone(), at))
            .collect(),
        groups,
        nests: Vec::new(),
        edition: None,
        reference: (!ordered).then_some(last),
        contrasts: if last > 0 { vec![contrast] } else { Vec::new() },
        notes: Vec::new(),
    }
}

fn plan(ask: Ask, stratification: Stratification) -> Plan {
    let (numerator, denominator) = (vec![0], vec![1]);
    let (formula, unit) = match ask.of {
        "rate" => (
            Formula::Rate {
                numerator,
                denominator,
            },
            Unit::Per(1000),
        ),
        "median" => (Formula::Median, Unit::Weeks),
        "mean" => (Formula::Mean, Unit::Weeks),
        _ => (
            Formula::Share {
                numerator,
                denominator,
                less: Vec::new(),
            },
            Unit::Percent,
        ),
    };
    Plan {
        sheet: None,
        shape: Shape::Counts,
        columns: Vec::new(),
        joins: Vec::new(),
        outcomes: Vec::new(),
        divisions: Vec::new(),
        stratifications: vec![stratification],
        filters: Vec::new(),
        indicators: vec![Indicator {
            id: "events".into(),
            name: "People with the outcome".into(),
            verb: "had the outcome".into(),
            population: "people".into(),
            unit,
            polarity: ask.polarity,
            formula,
            definition: String::new(),
            ..Indicator::default()
        }],
        pairs: Vec::new(),
        switches: Switches::default(),
        slope: equal_measure::core::plan::Slope::Linear,
        measures: vec![ask.analysis.to_owned()],
        level: Level::P95,
        rule: "none".into(),
        seed: 1,
    }
}

/// Everything found: figures by name, cells by `row / column`, their limits after ` from` and ` to`.
pub(crate) fn said(results: &Results) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for found in &results.figures {
        let name = words::quantity(&found.quantity);
        say(&mut said, &name, &found.result);
    }
    for table in &results.tables {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{:?}", table.caption);
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                let at = format!(
                    "{} / {}",
                    words::row(&row.name),
                    words::column(&column.kind)
                );
                match cell {
                    Entry::Figure(result) => say(&mut said, &at, result),
                    Entry::People(number) | Entry::Known(number) => {
                        said.insert(at, number.to_string());
                    }
                    Entry::Verdict(verdict) => {
                        said.insert(at, words::verdict(verdict));
                    }
                    Entry::Nothing => {}
                }
            }
        }
    }
    said
}

fn say(said: &mut BTreeMap<String, String>, at: &str, result: &Result<Estimate, Refusal>) {
    let estimate = match result {
        Ok(estimate) => estimate,
        Err(refusal) => {
            said.insert(at.to_owned(), refusal.to_string());
            return;
        }
    };
    said.insert(at.to_owned(), estimate.value().to_string());
    if let Ok(limits) = estimate.interval() {
        said.insert(format!("{at} from"), limits.lower().to_string());
        said.insert(format!("{at} to"), limits.upper().to_string());
    }
}

/// Checks some of what an analysis found: numbers to the billionth, texts by what they hold. An analysis that
/// refuses altogether says so at the place `all`.
pub(crate) fn check(ask: Ask, table: &str, expected: &[(&str, &str)]) {
    let analysed = analysed(ask, table).expect("the study is run");
    assert_eq!(analysed.analysis.card.id, ask.analysis);
    if ask.by == "period" {
        let stratified = analysed.inputs.stratified.as_ref();
        assert_eq!(
            stratified.map(|stratified| stratified.by),
            Some(By::Periods)
        );
    }
    let said = match &analysed.result {
        Ok(results) => said(results),
        Err(refusal) => BTreeMap::from([("all".to_owned(), refusal.to_string())]),
    };
    for (place, text) in expected {
        let found = said
            .get(*place)
            .unwrap_or_else(|| panic!("{}: no {place:?} in {said:#?}", ask.analysis));
        let alike = match (found.parse::<f64>(), text.parse::<f64>()) {
            (Ok(found), Ok(wanted)) => (found - wanted).abs() < 1e-9 * wanted.abs().max(1.0),
            _ => found.contains(text),
        };
        assert!(alike, "{}: {place}: {found}, not {text}", ask.analysis);
    }
}
