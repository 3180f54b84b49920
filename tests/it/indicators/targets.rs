//! Targets: how far each group is from each, and how many people would reach it.

use super::{answer, look, made, proposed, section};
use equal_measure::answer::Answer;
use equal_measure::answer::cell::Cell;
use equal_measure::answer::targets::aims;
use equal_measure::core::plan::Plan;
use equal_measure::engine::{flow, job};
use equal_measure::export;
use equal_measure::present::page::{Block, Table};
use serde_json::Value;

fn people(answer: &Answer, indicator: &str, by: &str, target: usize, label: &str) -> Option<f64> {
    let section = section(answer, indicator, by);
    let aims = aims(section, answer.rule);
    let group = aims[target]
        .groups
        .iter()
        .find(|group| group.label.starts_with(label))?;
    group.people.and_then(Cell::number)
}

#[test]
fn people_short_of_a_target_are_the_fewest_that_reach_it() {
    let counts = answer(&made("smi-counts"), proposed);
    let short = |target| people(&counts, "smi-six-checks", "imd_quintile", target, "1");
    assert_eq!([short(0), short(1)], [Some(81.0), Some(393.0)]);
    let records = answer(&made("smi-six-checks"), proposed);
    let short = people(&records, "smi-six-checks", "Deprivation quintile", 1, "1");
    assert_eq!(short, Some(20.0));
}

#[test]
fn where_less_is_better_fewer_people_reach_it() {
    // 3 of 4 wait longer than 18 weeks; 8 % of 4 is less than one person.
    let file = "imd_decile,weeks_waited\n1,20\n1,3\n1,30\n1,19\n10,4\n10,6\n";
    let answer = answer(file.as_bytes(), proposed);
    let short = |target, label| people(&answer, "waits-over-18", "imd_decile", target, label);
    assert_eq!(
        [short(0, "1 "), short(1, "1 "), short(1, "10")],
        [Some(2.0), Some(3.0), Some(0.0)]
    );
}

fn tables(bytes: &[u8], plan: impl FnOnce(&mut Plan)) -> (Answer, Vec<Table>) {
    let outline = look(bytes);
    let mut asked = proposed(&outline.sheets[0]);
    plan(&mut asked);
    let mut job = job::Job::text(&outline, &asked);
    job.push(bytes).expect("rows");
    let reading = job.finish().expect("a reading");
    let shown = flow::show(&asked, &reading, &outline.sheets[0].source);
    let tables = shown
        .page
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
    (shown.answer, tables.collect())
}

#[test]
fn the_page_and_the_json_name_each_target_with_its_year_and_source() {
    let (answer, tables) = tables(&made("smi-counts"), |plan| {
        "none".clone_into(&mut plan.rule);
    });
    let table = tables
        .iter()
        .find(|table| table.caption.contains("aimed at"))
        .expect("a table of targets");
    assert_eq!(
        table.columns[1..],
        [
            "Less 60% (a year)",
            "More people to reach it",
            "Less 75% (2024/25)",
            "More people to reach it"
        ]
    );
    assert_eq!(table.rows[0].1[1], "81");
    assert_eq!(table.rows[0].1[3], "393");
    assert_eq!(
        table.notes[1],
        "Target: at least 75% (2024/25). NHS operational planning guidance (based on)."
    );
    let json: Value = serde_json::from_slice(&export::json(&answer).expect("JSON")).expect("JSON");
    let target = &json["sections"][0]["targets"][1];
    assert_eq!(target["year"], "2024/25");
    assert_eq!(target["groups"][0]["people"]["number"], 393.0);
    let less = &target["groups"][0]["less_target"]["value"]["number"];
    assert!((less.as_f64().expect("a number") + 0.189_036_144_578).abs() < 1e-9);
}

#[test]
fn under_a_rule_people_short_are_rounded_up_and_told_from_what_is_released() {
    let (answer, _) = tables(&made("smi-counts"), |plan| {
        "nhs-england".clone_into(&mut plan.rule);
    });
    let short = |target| people(&answer, "smi-six-checks", "imd_quintile", target, "1");
    // 1,165 of 2,075 as released: 60 % of them are 1,245 and 75 % are 1,556.25.
    assert_eq!([short(0), short(1)], [Some(80.0), Some(395.0)]);
}
