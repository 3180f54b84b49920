//! What columns are for, on header sets of many kinds: at least 95 of 100 right, and those that are
//! wrong never sure.

mod look;
mod counts;
pub(crate) mod stratifications;
mod plans;
mod summary;
mod tables;
mod words;

use equal_measure::core::plan::Role;
use equal_measure::ingest::outline::ColumnFinding;
use equal_measure::ingest::roles::{facts::Facts, find};

const SETS: [(&str, &str); 5] = [
    ("patients", include_str!("patients.txt")),
    ("published", include_str!("published.txt")),
    ("tables", include_str!("tables.txt")),
    ("further", include_str!("further.txt")),
    ("more", include_str!("more.txt")),
];

/// Sample values are repeated to this many rows.
const ROWS: usize = 12;

struct Expected<'a> {
    name: &'a str,
    samples: Vec<&'a str>,
    role: Role,
    scheme: Option<&'a str>,
}

fn role(word: &str) -> Role {
    match word {
        "weeks" => Role::WeeksWaited,
        "days" => Role::DaysWaited,
        "yesno" => Role::YesNo,
        "number" => Role::Number,
        "num" => Role::Numerator,
        "den" => Role::Denominator,
        "count" => Role::Count,
        "band" => Role::Band,
        "value" => Role::Value,
        "lower" => Role::Lower,
        "upper" => Role::Upper,
        "se" => Role::StandardError,
        "dim" => Role::Dimension,
        "breakdown" => Role::Breakdown,
        "group" => Role::Group,
        "period" => Role::Period,
        "org" => Role::Organisation,
        "id" => Role::Identifier,
        "aside" => Role::SetAside,
        other => panic!("no such role: {other}"),
    }
}

fn sets() -> Vec<(String, Vec<Expected<'static>>)> {
    let mut list: Vec<(String, Vec<Expected>)> = Vec::new();
    for (file, text) in SETS {
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                list.push((format!("{file}: {title}"), Vec::new()));
                continue;
            }
            let parts: Vec<&str> = line.split(" | ").collect();
            let [name, samples, expected] = parts[..] else {
                panic!("{line}")
            };
            let (word, scheme) = expected.split_once(' ').unwrap_or((expected, ""));
            let columns = &mut list.last_mut().expect("a title comes first").1;
            columns.push(Expected {
                name,
                samples: samples.split(';').collect(),
                role: role(word),
                scheme: (!scheme.is_empty()).then_some(scheme),
            });
        }
    }
    list
}

fn judge(columns: &[Expected<'static>]) -> Vec<ColumnFinding> {
    let facts: Vec<Facts> = columns
        .iter()
        .map(|column| {
            Facts::of(
                column.name,
                column.samples.iter().copied().cycle().take(ROWS),
            )
        })
        .collect();
    find(&facts, false)
}

#[test]
fn columns_are_judged_right() {
    let sets = sets();
    assert!(sets.len() >= 60, "{} header sets", sets.len());
    let (mut right, mut total, mut sure_and_wrong) = (0, 0, 0);
    for (title, columns) in &sets {
        for (expected, found) in columns.iter().zip(judge(columns)) {
            total += 1;
            if found.role == expected.role && found.scheme.as_deref() == expected.scheme {
                right += 1;
                continue;
            }
            sure_and_wrong += i32::from(found.confidence >= 0.8);
            eprintln!(
                "{title}: {} is {:?} {:?}, found {:?} {:?} ({}, {})",
                expected.name,
                expected.role,
                expected.scheme,
                found.role,
                found.scheme,
                found.why,
                found.confidence
            );
        }
    }
    eprintln!(
        "{right} of {total} columns right in {} sets; {sure_and_wrong} wrong and sure",
        sets.len()
    );
    assert!(right * 100 >= total * 95);
    assert!(
        sure_and_wrong * 100 <= total,
        "too many wrong judgements are not asked about"
    );
}

#[test]
fn identifiers_are_never_missed_and_never_shown() {
    for (title, columns) in &sets() {
        for (expected, found) in columns.iter().zip(judge(columns)) {
            if expected.role == Role::Identifier {
                assert_eq!(found.role, Role::Identifier, "{title}: {}", expected.name);
                assert!(found.examples.is_empty());
            }
        }
    }
}

#[test]
fn every_judgement_has_a_reason() {
    for (_, columns) in &sets() {
        for found in judge(columns) {
            assert!(!found.why.is_empty());
            assert!((0.0..=1.0).contains(&found.confidence));
            assert!(found.examples.len() <= 5);
            assert_eq!(
                found.scheme.is_some(),
                found.role == Role::Dimension,
                "{}",
                found.name
            );
        }
    }
}
