//! What the screen shows in each state, as html rendered without a browser.

mod screen;
mod formula;
mod further;
mod measures;
mod narrow;
mod only;
mod analyses;

use crate::panes::screen::html;
use equal_measure::core::answer::Source;
use equal_measure::core::plan::{Column, Division, Outcome, Plan, Role, Shape};
use equal_measure::engine::wire::{Said, Trouble};
use equal_measure::ingest::outline::{ColumnFinding, Encoding, Format, Outline, SheetOutline};
use equal_measure::ui::app::{Effect, Msg, place, update};
use equal_measure::ui::model::{Chosen, Model};

/// The html after all that happened, and what followed last.
fn after(happened: Vec<Msg>) -> (String, Vec<Effect>) {
    let mut model = Model::default();
    let mut effects = Vec::new();
    for msg in happened {
        effects = update(&mut model, msg);
    }
    (html(model), effects)
}

fn check(happened: Vec<Msg>, has: &[&str], has_not: &[&str]) -> Vec<Effect> {
    let (html, effects) = after(happened);
    for words in has {
        assert!(html.contains(words), "{words} is missing from {html}");
    }
    for words in has_not {
        assert!(!html.contains(words), "{words} is in {html}");
    }
    effects
}

fn chose() -> Msg {
    Msg::ChoseFile(Chosen {
        name: "list.csv".into(),
        size: 2_000_000,
        others: Vec::new(),
        unread: 0,
    })
}

fn column(name: &str, role: Role, confidence: f64) -> ColumnFinding {
    ColumnFinding {
        name: name.into(),
        role,
        scheme: None,
        why: format!("because of {name}"),
        confidence,
        examples: vec![format!("{name} example")],
        texts: Vec::new(),
        goes_on: false,
    }
}

/// News of a file whose column of sexes is as sure as given.
fn looked(confidence: f64) -> Msg {
    looked_beside(confidence, 1.0)
}

/// The same, with a column that the first result does not rest on, as sure as given.
fn looked_beside(confidence: f64, beside: f64) -> Msg {
    let columns = vec![
        column("MODE", Role::Dimension, beside),
        column("WEEKS", Role::WeeksWaited, 0.99),
        column("SEX", Role::Dimension, confidence),
        ColumnFinding {
            examples: Vec::new(),
            ..column("NHS_NUMBER", Role::Identifier, 1.0)
        },
    ];
    let plan = Plan {
        shape: Shape::Records,
        columns: columns
            .iter()
            .map(|found| Column {
                name: found.name.clone(),
                role: found.role,
            })
            .collect(),
        outcomes: vec![Outcome::Wait {
            column: "WEEKS".into(),
            days: false,
        }],
        divisions: vec![Division {
            id: "SEX".into(),
            column: "SEX".into(),
            only: None,
            scheme: "sex".into(),
        }],
        ..Plan::under("nhs-england")
    };
    let outline = Outline {
        format: Format::Delimited {
            delimiter: b',',
            encoding: Encoding::Utf8,
            skip: 0,
        },
        sheets: vec![SheetOutline {
            name: String::new(),
            source: Source::default(),
            header_line: 1,
            joins: Vec::new(),
            kept: Vec::new(),
            totals: Vec::new(),
            columns,
            preview: vec![vec!["x".into(), "3".into(), "F".into(), String::new()]],
            notes: Vec::new(),
            plan: Ok(plan),
        }],
        first: 0,
        given: 0,
        parts: Vec::new(),
    };
    Msg::Heard(Said::looked(1, &outline))
}

fn refused(job: u32, trouble: Trouble) -> Msg {
    Msg::Heard(Said::failed(job, trouble))
}

#[test]
fn it_starts_with_one_thing_to_do() {
    check(
        vec![],
        &[
            "1. Choose a file",
            "Nothing is uploaded",
            "Try it with an example",
        ],
        &[
            "2. Check",
            "3. Choose",
            "4. Results",
            "Clear everything",
            "style=",
        ],
    );
}

#[test]
fn a_sure_file_is_read_at_once_and_a_doubtful_one_asks() {
    let sure = check(
        vec![chose(), looked(0.95)],
        &["Reading the file"],
        &["Please check"],
    );
    assert_eq!(sure, [Effect::Answer]);
    let doubtful = check(
        vec![chose(), looked(0.7)],
        &[
            "Please check",
            "Show the results",
            "because of SEX",
            "SEX example",
        ],
        &["Reading the file"],
    );
    assert_eq!(doubtful, [Effect::Focus(place::COLUMNS)]);
}

#[test]
fn doubt_beside_the_first_result_is_asked_about_and_holds_nothing_up() {
    let effects = check(
        vec![chose(), looked_beside(0.95, 0.6)],
        &["Please check MODE", "Reading the file"],
        &["Please check SEX"],
    );
    assert_eq!(effects, [Effect::Answer]);
}

#[test]
fn columns_that_name_people_are_named_and_not_shown() {
    check(
        vec![chose(), looked(0.7)],
        &["Dropped at reading", "NHS_NUMBER"],
        &["NHS_NUMBER example"],
    );
}

#[test]
fn trouble_takes_the_focus_and_leaves_a_way_on() {
    let refusal = Trouble::Refused("The file is empty. Choose another.".into());
    let effects = check(
        vec![chose(), refused(1, refusal)],
        &[
            "There is a problem",
            "The file is empty. Choose another.",
            "Choose file",
        ],
        &["Reading the file"],
    );
    assert_eq!(effects, [Effect::Focus(place::ERROR)]);
    let broke = Trouble::Broke("unreachable".into());
    let effects = check(vec![chose(), refused(1, broke)], &["stopped working"], &[]);
    assert_eq!(effects, [Effect::EndWorker, Effect::Focus(place::ERROR)]);
}

#[test]
fn news_of_an_older_job_is_dropped() {
    let late = refused(1, Trouble::Refused("late".into()));
    check(
        vec![chose(), chose(), late],
        &["Reading the file"],
        &["late"],
    );
}

#[test]
fn silence_offers_to_stop_and_stopping_leaves_a_way_on() {
    let mut happened = vec![chose(), looked(0.95)];
    happened.extend((0..20).map(|_| Msg::PassedSecond));
    check(happened, &["Nothing has been heard", "Stop"], &[]);
    let effects = check(
        vec![chose(), looked(0.95), Msg::PressedStop],
        &["Show the results"],
        &["Reading the file"],
    );
    assert!(effects.contains(&Effect::EndWorker));
}

#[test]
fn no_protection_needs_an_acknowledgement() {
    let chosen = vec![chose(), looked(0.7), Msg::ChoseRule("none".into())];
    check(chosen, &["already released"], &[]);
    let mut model = Model::default();
    for (msg, rule) in [
        (chose(), ""),
        (looked(0.7), "nhs-england"),
        (Msg::ChoseRule("none".into()), "nhs-england"),
        (Msg::Acknowledged(true), "none"),
        (Msg::Acknowledged(false), "nhs-england"),
        (Msg::ChoseRule("as-published".into()), "as-published"),
    ] {
        update(&mut model, msg);
        assert_eq!(model.plan().map_or("", |plan| &plan.rule), rule);
    }
}

#[test]
fn clearing_forgets_everything() {
    let effects = check(
        vec![chose(), looked(0.7), Msg::PressedClear],
        &["No file chosen", "Everything is cleared"],
        &["list.csv", "SEX", "2. Check"],
    );
    assert!(effects.contains(&Effect::ForgetFile));
}

#[test]
fn an_answer_to_a_question_that_was_left_is_dropped() {
    for left in [Msg::ChoseSheet(0), Msg::ChoseRole(0, Role::SetAside)] {
        let mut model = Model::default();
        update(&mut model, chose());
        update(&mut model, looked(0.95));
        let asked = model.job;
        let effects = update(&mut model, left);
        assert_eq!(effects.first(), Some(&Effect::EndWorker));
        let late = refused(asked, Trouble::Refused("late".into()));
        assert!(update(&mut model, late).is_empty());
        assert_eq!(model.trouble(), None);
    }
}
