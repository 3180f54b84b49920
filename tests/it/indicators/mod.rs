//! Indicators as data: outcomes by rule, denominators by rule, and the known ones that a file's columns give.

mod denominators;
mod known;
mod protected;
mod rules;
mod targets;
mod without;

use equal_measure::answer::Answer;
use equal_measure::answer::section::{Group, Section};
use equal_measure::core::plan::Plan;
use equal_measure::engine::{flow, job};
use equal_measure::ingest::outline::{Outline, SheetOutline};

/// The bytes of a file with made-up values.
fn made(file: &str) -> Vec<u8> {
    let path = format!("{}/tests/files/made/{file}.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn look(bytes: &[u8]) -> Outline {
    job::look_text("made.csv", bytes, bytes.len() as u64).expect("a table")
}

/// The answer to a plan, or to the one that is proposed, without a disclosure rule.
fn answer(bytes: &[u8], plan: impl FnOnce(&SheetOutline) -> Plan) -> Answer {
    let outline = look(bytes);
    let mut plan = plan(&outline.sheets[0]);
    "none".clone_into(&mut plan.rule);
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes).expect("rows");
    let reading = job.finish().expect("a reading");
    flow::show(&plan, &reading, &outline.sheets[0].source).answer
}

fn proposed(sheet: &SheetOutline) -> Plan {
    sheet.plan.clone().expect("a plan")
}

/// The section of an indicator by the division of a column.
fn section<'a>(answer: &'a Answer, indicator: &str, division: &str) -> &'a Section {
    let mut sections = answer.sections.iter();
    sections
        .find(|section| section.indicator.id == indicator && section.dimension.id == division)
        .unwrap_or_else(|| panic!("no {indicator} by {division}"))
}

/// The value of the group whose label begins like this, as shown to six places.
fn value(section: &Section, label: &str) -> f64 {
    let mut groups = section.groups.iter();
    let group = groups.find(|group| group.label.starts_with(label));
    of(section, group.unwrap_or_else(|| panic!("no {label}")))
}

fn of(section: &Section, group: &Group) -> f64 {
    let figure = group.value.as_ref().expect("a value");
    let number = figure.value.number().expect("a number");
    (number * section.indicator.unit.factor() * 1e6).round() / 1e6
}
