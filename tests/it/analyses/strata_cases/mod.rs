//! Tables of groups divided a second time, answered as the app answers them: plan, tally, settled.

pub(crate) mod tables;

use equal_measure::answer::analyses;
use equal_measure::core::analysis::{Entry, Results};
use equal_measure::core::answer::Settled;
use equal_measure::core::dimension::{Contrast, Dimension, Named, Status, Subject};
use equal_measure::core::estimate::Estimate;
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::ledger::Ledger;
use equal_measure::core::plan::{Division, Plan, Shape, Stratification, Switches};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::tally::{Cut, Sum, Tally};
use equal_measure::core::units::{Level, Polarity, Unit};
use equal_measure::nhs::{self, indicators::counted::counted};
use equal_measure::present::analyses::words;
use equal_measure::release::{release, rule};

/// One row of a table: the group's text, the texts of the second division, events and people. No number
/// is one that the publisher has hidden; one below zero stands for a blank.
pub(crate) type Row = (String, Vec<String>, Option<f64>, f64);

/// What a table is asked with.
#[derive(Clone)]
pub(crate) struct Asked {
    /// The indicator's name.
    pub(crate) name: &'static str,
    /// How it is made from events (series 0) and people (series 1).
    pub(crate) formula: Formula,
    /// The columns of the second division, with their schemes.
    pub(crate) by: Vec<(&'static str, &'static str)>,
    /// The groups, most disadvantaged first; a text that is none of them is of unknown group.
    pub(crate) groups: Vec<String>,
    /// The analyses asked for; none for those recommended.
    pub(crate) measures: Vec<&'static str>,
    /// The level.
    pub(crate) level: Level,
    /// The share of each group's people who are in good health, where the file tells (series 2).
    pub(crate) healthy: Vec<f64>,
    /// The rows.
    pub(crate) rows: Vec<Row>,
}

pub(crate) fn rate() -> Formula {
    Formula::Rate {
        numerator: vec![0],
        denominator: vec![1],
    }
}

pub(crate) fn share() -> Formula {
    Formula::Share {
        numerator: vec![0],
        denominator: vec![1],
        less: Vec::new(),
    }
}

pub(crate) fn value() -> Formula {
    Formula::Given {
        value: 0,
        limits: None,
        standard_error: None,
        population: Some(1),
        scale: 1,
    }
}

/// Every analysis shown, by its id.
pub(crate) fn analysed(asked: &Asked) -> Vec<(&'static str, Result<Results, Refusal>)> {
    let (dimension, stratification) = (dimension(asked), stratification(asked));
    let texts = |id: &str| {
        let at = asked.by.iter().position(|(name, _)| *name == id);
        let at = at.unwrap_or_default();
        let mut texts: Vec<&str> = asked.rows.iter().map(|row| row.1[at].as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    };
    let second = nhs::second(&stratification, texts, &Switches::default());
    let mut tally = Tally::default();
    for (group, parts, events, people) in &asked.rows {
        let known = asked.groups.iter().position(|of| of == group);
        let share = known.and_then(|at| asked.healthy.get(at));
        let well = share.map(|share| share * people);
        let sums = [*events, Some(*people), well].map(sum);
        let stratified = second.columns("group");
        let key = [vec![group.clone()], parts.clone()].concat();
        add(tally.cut(stratified), key, &sums);
        add(tally.cut(vec!["group".into()]), vec![group.clone()], &sums);
    }
    let plan = plan(asked, stratification);
    let settled = Settled {
        dimensions: vec![dimension],
        seconds: vec![second],
        counted: plan
            .indicators
            .iter()
            .map(|indicator| counted(&indicator.name))
            .collect(),
    };
    let released = release(
        &plan,
        &tally,
        &Ledger::default(),
        &settled,
        &rule::NONE,
        &[],
    );
    let analyses = released
        .tables
        .iter()
        .flat_map(|table| analyses::analyses(&released, table, true).analysed);
    analyses
        .map(|found| (found.analysis.card.id, found.result))
        .collect()
}

/// What the first analysis asked for found.
pub(crate) fn found(asked: &Asked) -> Result<Results, Refusal> {
    let wanted = asked.measures[0];
    let all = analysed(asked);
    let one = all.into_iter().find(|(id, _)| *id == wanted);
    one.unwrap_or_else(|| panic!("{wanted} is not shown")).1
}

/// The figure of this name.
pub(crate) fn figure(results: &Results, name: &str) -> Result<Estimate, Refusal> {
    let one = results
        .figures
        .iter()
        .find(|found| words::quantity(&found.quantity) == name);
    let names: Vec<String> = results
        .figures
        .iter()
        .map(|found| words::quantity(&found.quantity))
        .collect();
    one.unwrap_or_else(|| panic!("no “{name}” among {names:?}"))
        .result
        .clone()
}

/// The figure in a table's cell, or what is known to everyone.
pub(crate) fn cell(results: &Results, at: (usize, &str, usize)) -> Result<Estimate, Refusal> {
    let (table, label, column) = at;
    let rows = &results.tables[table].rows;
    let row = rows.iter().find(|row| words::row(&row.name) == label);
    let labels: Vec<String> = rows.iter().map(|row| words::row(&row.name)).collect();
    match &row
        .unwrap_or_else(|| panic!("no “{label}” among {labels:?}"))
        .cells[column]
    {
        Entry::Figure(result) => result.clone(),
        Entry::Known(number) => Estimate::new(*number, Err(Refusal::NoStandardError), "known"),
        other => panic!("{other:?} is no figure"),
    }
}

fn sum(number: Option<f64>) -> Sum {
    #[expect(clippy::cast_possible_truncation, reason = "small numbers of tests")]
    let micro = |number: f64| (number * 1e6).round() as i128;
    match number {
        Some(number) if number < 0.0 => Sum {
            missing: 1,
            ..Sum::default()
        },
        Some(number) => Sum::of_micro(micro(number)),
        None => Sum {
            suppressed: 1,
            ..Sum::default()
        },
    }
}

fn add(cut: &mut Cut, key: Vec<String>, sums: &[Sum]) {
    let cell = cut.cell(key);
    cell.rows += 1;
    cell.outcome_mut(0).sums.resize(sums.len(), Sum::default());
    for (all, one) in cell.outcome_mut(0).sums.iter_mut().zip(sums) {
        all.merge(one);
    }
}

fn division(id: &str, scheme: &str) -> Division {
    Division {
        id: id.into(),
        column: id.into(),
        only: None,
        scheme: scheme.into(),
    }
}

fn stratification(asked: &Asked) -> Stratification {
    let by = asked.by.iter().map(|(id, scheme)| division(id, scheme));
    Stratification { by: by.collect() }
}

fn dimension(asked: &Asked) -> Dimension {
    let last = asked.groups.len() - 1;
    let known = |label: &String| Named {
        label: label.clone(),
        status: Status::Known,
        parts: Vec::new(),
    };
    let mut groups: Vec<Named> = asked.groups.iter().map(known).collect();
    groups.push(Named {
        label: "Not known".into(),
        status: Status::NotKnown,
        parts: Vec::new(),
    });
    let place = |text: &String| asked.groups.iter().position(|group| group == text);
    let texts = asked.rows.iter().map(|row| &row.0);
    Dimension {
        id: "group".into(),
        subject: Subject::Other,
        name: "Group".into(),
        ordered: true,
        paired: false,
        overlapping: false,
        groups,
        assign: texts
            .map(|text| (text.clone(), place(text).unwrap_or(last + 1)))
            .collect(),
        nests: Vec::new(),
        edition: None,
        reference: None,
        contrasts: vec![Contrast {
            id: "extremes".into(),
            worse_off: "the first".into(),
            better_off: "the last".into(),
            worse_off_groups: vec![0],
            better_off_groups: vec![last],
        }],
        notes: Vec::new(),
    }
}

fn plan(asked: &Asked, stratification: Stratification) -> Plan {
    let unit = match asked.formula {
        Formula::Share { .. } => Unit::Percent,
        _ => Unit::Per(100_000),
    };
    Plan {
        shape: Shape::Counts,
        divisions: vec![division("group", "plain")],
        stratifications: vec![stratification],
        indicators: indicators(asked, unit),
        slope: equal_measure::core::plan::Slope::Linear,
        measures: asked.measures.iter().map(|id| (*id).to_owned()).collect(),
        level: asked.level,
        ..Plan::under("none")
    }
}

fn indicators(asked: &Asked, unit: Unit) -> Vec<Indicator> {
    let first = Indicator {
        id: "events".into(),
        name: asked.name.into(),
        verb: String::new(),
        population: "people".into(),
        unit,
        polarity: Polarity::MoreIsWorse,
        formula: asked.formula.clone(),
        definition: String::new(),
        ..Indicator::default()
    };
    let second = Indicator {
        id: "well".into(),
        name: "People in good health".into(),
        unit: Unit::Percent,
        polarity: Polarity::MoreIsBetter,
        formula: Formula::Share {
            numerator: vec![2],
            denominator: vec![1],
            less: Vec::new(),
        },
        ..first.clone()
    };
    let told = if asked.healthy.is_empty() { 1 } else { 2 };
    [first, second].into_iter().take(told).collect()
}
