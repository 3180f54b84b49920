//! Files that came together: one is measured, and its codes are looked up in the others.

use std::fmt::Write;

use equal_measure::core::plan::Plan;
use equal_measure::engine::flow;
use equal_measure::engine::job::{self, Job};
use equal_measure::engine::several::{self, Given};
use equal_measure::export;
use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::lookup::{Joined, Lookup};
use equal_measure::ingest::outline::Outline;
use equal_measure::ingest::stack::Beside;
use serde_json::Value;

/// Of 8 areas, two in each decile of 1 to 4 in turn, with a rank that is no group.
const AREAS: &str = "LSOA code (2011),LSOA name (2011),Index of Multiple Deprivation (IMD) Rank (where 1 is most \
    deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Income Decile (where \
    1 is most deprived 10% of LSOAs)\n\
    E01000001,Upper 1A,100,1,2\nE01000002,Upper 1B,200,1,1\nE01000003,Upper 1C,3500,2,3\nE01000004,Upper 1D,3600,2,2\n\
    E01000005,Lower 2A,7000,3,3\nE01000006,Lower 2B,7100,3,4\nE01000007,Lower 2C,10000,4,4\n\
    E01000008,Lower 2D,10100,4,5\n";

/// For area n of 9, ten people of whom n attended. The ninth area is not in the table of areas.
fn people() -> String {
    let mut text = "Patient ID,LSOA,Attended\n".to_owned();
    for area in 1..=9 {
        for person in 0..10 {
            let attended = if person < area { "Yes" } else { "No" };
            // Codes are the same in small letters.
            let code = if person == 0 { "e0100000" } else { "E0100000" };
            let _ = writeln!(text, "P{area}{person},{code}{area},{attended}");
        }
    }
    text
}

fn given(name: &str, text: &str) -> Given {
    Given {
        name: name.into(),
        size: text.len() as u64,
        head: text.as_bytes().to_vec(),
        rest: Vec::new(),
    }
}

fn look(files: &[(&str, &str)]) -> (Outline, Vec<(usize, Lookup)>) {
    let given: Vec<Given> = files.iter().map(|(name, text)| given(name, text)).collect();
    let mut lookups = Vec::new();
    for (place, file) in given.iter().enumerate() {
        let outline = file.look(Beside::default()).expect("a table");
        if several::can_serve(&outline, file.size) {
            let lookup = job::lookup(&file.name, &file.head, &outline).expect("a lookup");
            lookups.push((place, lookup));
        }
    }
    let outline = several::choose(&given, &lookups).expect("a table");
    (outline, lookups)
}

fn plan(outline: &Outline) -> Plan {
    let plan = outline.sheets[0].plan.clone().expect("a question");
    Plan {
        rule: "none".into(),
        ..plan
    }
}

fn answer(plan: &Plan, outline: &Outline, joined: Joined, text: &str) -> Value {
    let mut job = Job::joined(&outline.format, plan, joined);
    job.push(text.as_bytes()).expect("rows");
    let reading = job.finish().expect("a reading");
    let shown = flow::show(plan, &reading, &outline.sheets[0].source);
    serde_json::from_slice(&export::json(&shown.answer).expect("bytes")).expect("JSON")
}

/// The people and events of the first section's groups, under no rule.
fn groups(answer: &Value) -> Vec<(String, u64, u64)> {
    let groups = answer["sections"][0]["groups"].as_array().expect("groups");
    let number = |value: &Value| {
        value["number"]
            .to_string()
            .trim_end_matches(".0")
            .parse()
            .expect("a count")
    };
    let group = |group: &Value| {
        let label = group["label"].as_str().unwrap_or_default().to_owned();
        (label, number(&group["people"]), number(&group["events"]))
    };
    groups.iter().map(group).collect()
}

#[test]
fn areas_are_looked_up_in_whatever_order_the_files_come() {
    let people = people();
    let (list, areas) = (("list.csv", people.as_str()), ("imd.csv", AREAS));
    for (files, place) in [([list, areas], 0), ([areas, list], 1)] {
        let (outline, lookups) = look(&files);
        assert_eq!(outline.given, place);
        let plan = plan(&outline);
        let lookups = lookups.iter().map(|(_, lookup)| lookup);
        let joined = Joined::of(&plan, lookups).expect("the lookup");
        let answer = answer(&plan, &outline, joined, &people);
        let found = groups(&answer);
        let of = |at: usize| (found[at].1, found[at].2);
        assert!(found[0].0.contains("most deprived"), "{found:?}");
        // Areas 1 and 2, 3 and 4, 5 and 6, 7 and 8; the ninth is not known.
        assert_eq!(
            [of(0), of(1), of(2), of(3)],
            [(20, 3), (20, 7), (20, 11), (20, 15)]
        );
        let not_known = found.last().expect("groups");
        assert_eq!((not_known.1, not_known.2), (10, 9), "{found:?}");
        let notes = answer["notes"].to_string();
        assert!(notes.contains("comes from imd.csv"), "{notes}");
        assert!(
            notes.contains("Some codes in \\\"LSOA\\\" are not in the file"),
            "{notes}"
        );
    }
}

#[test]
fn ranks_and_single_domains_are_left_where_there_is_the_index() {
    let people = people();
    let (outline, _) = look(&[("list.csv", &people), ("imd.csv", AREAS)]);
    let joins = &outline.sheets[0].joins;
    let names: Vec<&str> = joins.iter().map(|join| join.name.as_str()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].starts_with("Index of Multiple Deprivation (IMD) Decile"));
    let notes = outline.sheets[0].notes.join(" ");
    assert!(
        notes.contains("comes from \u{201c}imd.csv\u{201d}"),
        "{notes}"
    );
    assert!(
        notes.contains("88%") && notes.contains("E01000009"),
        "{notes}"
    );
}

#[test]
fn what_cannot_be_looked_up_is_said() {
    let people = people();
    let other = "Ward,Quintile of deprivation\nNorth,1\nSouth,2\nEast,3\nWest,4\n";
    let (outline, _) = look(&[("list.csv", &people), ("wards.csv", other)]);
    assert!(outline.sheets[0].joins.is_empty());
    let notes = outline.sheets[0].notes.join(" ");
    assert!(
        notes.contains("\u{201c}wards.csv\u{201d} is not used"),
        "{notes}"
    );
}

#[test]
fn a_code_that_is_two_things_is_neither() {
    let people = people();
    let twice = format!("{AREAS}E01000001,Upper 1A,100,9,2\n");
    let (outline, _) = look(&[("list.csv", &people), ("imd.csv", &twice)]);
    let joins = &outline.sheets[0].joins;
    assert!(
        joins.iter().all(|join| !join.take.contains("(IMD) Decile")),
        "{joins:?}"
    );
}

#[test]
fn without_its_lookup_a_question_is_refused() {
    let people = people();
    let (outline, _) = look(&[("list.csv", &people), ("imd.csv", AREAS)]);
    let plan = plan(&outline);
    let missing = Joined::of(&plan, std::iter::empty()).expect_err("no lookup");
    assert!(
        matches!(missing, ReadError::NoSuchFile { ref name } if name == "imd.csv"),
        "{missing}"
    );
    let mut job = Job::text(&outline, &plan);
    let error = job
        .push(people.as_bytes())
        .and_then(|()| job.finish().map(drop));
    assert!(
        matches!(error, Err(ReadError::NoSuchFile { .. })),
        "{error:?}"
    );
}

#[test]
fn a_saved_question_finds_its_lookup_by_its_columns() {
    let people = people();
    let (outline, lookups) = look(&[("list.csv", &people), ("imd.csv", AREAS)]);
    let plan = plan(&outline);
    let text = export::recipe::to_json(&plan).expect("bytes");
    assert!(!text.contains("imd.csv"), "{text}");
    let again = export::recipe::from_json(&text).expect("a recipe");
    let lookups = lookups.iter().map(|(_, lookup)| lookup);
    let joined = Joined::of(&again, lookups).expect("the lookup");
    let answer = answer(&again, &outline, joined, &people);
    assert_eq!(groups(&answer)[0].2, 3);
}
