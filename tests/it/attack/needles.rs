//! Exact counts looked for in everything that leaves the app.

use std::fmt::Write;

use crate::attack::{People, every_measure, numbers, show, texts_of, waiting_list, ways_out};

/// Over a year, under a year and without a wait: no count or sum of them is a multiple of 5.
const LIST: &[People] = &[
    (["Female", "Y", "1", "A"], 613, 1_824, 13),
    (["Male", "N", "2", "H"], 416, 1_203, 11),
    (["Female", "N", "3", "M"], 227, 1_047, 0),
    (["Male", "N", "4", "Z"], 138, 1_391, 0),
    (["Male", "N", "5", "A"], 337, 1_799, 4),
];

/// Counts of three digits or more that an attacker must not find: of people, events, blanks, rows.
fn exact_counts(list: &[People]) -> Vec<usize> {
    let mut needles = Vec::new();
    for column in 0..4 {
        let mut texts: Vec<&str> = list.iter().map(|people| people.0[column]).collect();
        texts.sort_unstable();
        texts.dedup();
        for text in texts {
            let of = |count: fn(&People) -> usize| -> usize {
                let group = list.iter().filter(|people| people.0[column] == text);
                group.map(count).sum()
            };
            needles.extend([
                of(|people| people.1),
                of(|people| people.1 + people.2),
                of(|people| people.1 + people.2 + people.3),
            ]);
        }
    }
    let all = |count: fn(&People) -> usize| -> usize { list.iter().map(count).sum() };
    needles.extend([
        all(|people| people.1),
        all(|people| people.1 + people.2),
        all(|people| people.1 + people.2 + people.3),
    ]);
    needles.retain(|needle| *needle > 99 && needle % 5 != 0);
    needles.sort_unstable();
    needles.dedup();
    needles
}

#[test]
fn no_exact_count_is_anywhere() {
    let needles = exact_counts(LIST);
    assert!(needles.len() > 20, "{needles:?}");
    let shown = show("list.csv", &waiting_list(LIST), every_measure);
    for (way, text) in ways_out(&shown) {
        // A picture's coordinates are numbers of other things; its texts are compared.
        let text = match way {
            "svg" | "picture" => texts_of(&text),
            _ => text,
        };
        for number in numbers(&text) {
            let found = needles.iter().find(|needle| needle.to_string() == number);
            assert_eq!(
                found,
                None,
                "{way} gives an exact count away: {}",
                context(&text, &number)
            );
        }
    }
}

/// Where a number stands.
fn context(text: &str, number: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| line.replace(',', "").contains(number));
    lines.take(3).collect::<Vec<_>>().join(" / ")
}

#[test]
fn the_search_finds_what_is_there() {
    let needles = exact_counts(LIST);
    let shown = show("list.csv", &waiting_list(LIST), |plan| {
        plan.rule = "none".into();
    });
    let (_, csv) = &ways_out(&shown)[0];
    let found = numbers(csv)
        .iter()
        .any(|number| needles.iter().any(|needle| needle.to_string() == *number));
    assert!(found);
}

#[test]
fn notes_and_lines_do_not_number_rows() {
    let mut text = waiting_list(LIST);
    for row in 0..17 {
        let _ = writeln!(text, "Female,Y,1,A,not a number {row}");
    }
    let shown = show("list.csv", &text, |_| {});
    let release = &shown.answer;
    assert!(
        release
            .ledger
            .aside
            .iter()
            .all(|aside| aside.first_lines.is_empty())
    );
    for (way, text) in ways_out(&shown) {
        assert!(
            !text.contains("not a number"),
            "{way} holds a cell of the file"
        );
    }
}
