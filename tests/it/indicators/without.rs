//! Of several outcomes, the rows that each is without: printed beside the account of rows, under its rule.

use std::fmt::Write;

use super::{look, proposed};
use equal_measure::answer::{Answer, Without};
use equal_measure::core::ledger::Reason;
use equal_measure::engine::{flow, job};
use equal_measure::export;
use equal_measure::present::page::{Block, Page};
use serde_json::Value;

/// People with a jab, a scan or both unknown: so many rows of each kind.
fn file(kinds: [(&str, usize); 4]) -> String {
    let mut file = String::from("imd_quintile,had_jab,had_scan\n");
    for (cells, rows) in kinds {
        for row in 0..rows {
            writeln!(file, "{},{cells}", row % 5 + 1).expect("a text");
        }
    }
    file
}

fn shown(file: &str, rule: &str) -> (Answer, Page) {
    let bytes = file.as_bytes();
    let outline = look(bytes);
    let mut plan = proposed(&outline.sheets[0]);
    assert_eq!(plan.outcomes.len(), 2);
    rule.clone_into(&mut plan.rule);
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes).expect("rows");
    let reading = job.finish().expect("a reading");
    let shown = flow::show(&plan, &reading, &outline.sheets[0].source);
    (shown.answer, shown.page)
}

fn numbers(without: &Without) -> (Option<f64>, Vec<(Reason, Option<f64>)>) {
    let reasons = without.reasons.iter();
    let reasons = reasons.map(|aside| (aside.reason, aside.rows.number()));
    (without.rows.number(), reasons.collect())
}

const MANY: [(&str, usize); 4] = [("Y,N", 301), ("N,Y", 203), (",Y", 61), ("Y,*", 47)];

#[test]
fn each_outcome_says_what_it_is_without() {
    let (answer, page) = shown(&file(MANY), "none");
    let without: Vec<_> = answer.ledger.without.iter().map(numbers).collect();
    assert_eq!(
        without,
        [
            (Some(61.0), vec![(Reason::OutcomeBlank, Some(61.0))]),
            (Some(47.0), vec![(Reason::OutcomeSuppressed, Some(47.0))])
        ]
    );
    let table = page.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.columns[0] == "Indicator" => Some(table),
        _ => None,
    });
    let rows: Vec<_> = table.expect("a table").rows.iter().collect();
    assert_eq!(rows[0].1, ["61", "the outcome is blank (61)"]);
    let json: Value = serde_json::from_slice(&export::json(&answer).expect("JSON")).expect("JSON");
    assert_eq!(json["ledger"]["without"][1]["rows"]["number"], 47.0);
}

#[test]
fn under_a_rule_they_are_rounded() {
    let (answer, _) = shown(&file(MANY), "nhs-england");
    let without: Vec<_> = answer.ledger.without.iter().map(numbers).collect();
    assert_eq!(
        without[0],
        (Some(60.0), vec![(Reason::OutcomeBlank, Some(60.0))])
    );
    assert_eq!(without[1].0, Some(45.0));
}

#[test]
fn few_of_one_reason_are_not_told_apart_and_few_in_all_hide_every_one() {
    let two = [("Y,N", 300), ("N,Y", 200), (",Y", 60), ("*,Y", 3)];
    let (answer, _) = shown(&file(two), "nhs-england");
    assert_eq!(numbers(&answer.ledger.without[0]), (Some(65.0), Vec::new()));
    let few = [("Y,N", 300), ("N,Y", 200), (",Y", 60), ("Y,*", 3)];
    let (answer, page) = shown(&file(few), "nhs-england");
    for without in &answer.ledger.without {
        assert_eq!(numbers(without), (None, Vec::new()));
    }
    let text = format!("{page:?}");
    assert!(text.contains("do not count for an indicator"));
}
