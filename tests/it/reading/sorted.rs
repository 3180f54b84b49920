//! Long files that are sorted: the first look sees one month or one group alone.

use std::fmt::Write;

use equal_measure::engine::{flow, job};

/// What the page says of its figures, for so many months that are all kept.
fn notes(months: u32) -> Vec<String> {
    let mut text = "Organisation,Month,IMD decile,Vaccinated,Population\n".to_owned();
    for month in 1..=months {
        for organisation in 0..150 {
            for decile in 1..=10 {
                let line = format!("R{organisation:03},2025-{month:02}-01,{decile}");
                writeln!(text, "{line},{},{}", 300 + organisation, 600 + decile).unwrap();
            }
        }
    }
    let bytes = text.as_bytes();
    let outline = job::look_text("t.csv", bytes, bytes.len() as u64).unwrap();
    let sheet = &outline.sheets[0];
    let mut plan = sheet.plan.clone().unwrap();
    let kept = plan
        .filters
        .iter()
        .map(|filter| filter.keep.texts()[0].clone());
    let latest = (months > 1).then(|| format!("2025-{months:02}-01"));
    assert_eq!(kept.collect::<Vec<_>>(), Vec::from_iter(latest));
    plan.filters.clear();
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes).unwrap();
    let shown = flow::show(&plan, &job.finish().unwrap(), &sheet.source);
    shown.answer.source.notes
}

#[test]
fn months_that_are_added_up_are_named() {
    let said = |months| {
        let notes = notes(months);
        notes
            .into_iter()
            .find(|note| note.starts_with("Figures add up all periods"))
    };
    assert_eq!(said(1), None);
    let note = said(3).unwrap();
    assert!(note.contains("from 2025-01-01 to 2025-03-01"), "{note}");
}

#[test]
fn records_sorted_by_deprivation_are_divided_by_it() {
    let mut text = "IMD Decile,Sex,Weeks Waiting\n".to_owned();
    for decile in 1..=10 {
        for row in 0..2000 {
            writeln!(text, "{decile},{},{}", row % 2 + 1, row % 50).unwrap();
        }
    }
    let outline = job::look_text("t.csv", text.as_bytes(), text.len() as u64).unwrap();
    let plan = outline.sheets[0].plan.clone().unwrap();
    assert_eq!(plan.divisions[0].id, "IMD Decile");
}

#[test]
fn what_comes_after_the_first_rows_is_found() {
    let mut text = "Month,Site,IMD quintile,Seen,Invited,Note\n".to_owned();
    for month in 1..=12 {
        for site in 0..900 {
            for fifth in 1..=5 {
                let note = if site % 7 == 0 {
                    "\"a, \"\"b\"\"\nc\""
                } else {
                    "nothing else to say"
                };
                writeln!(
                    text,
                    "2025-{month:02},S{site:03},{fifth},{},50,{note}",
                    month + site % 30
                )
                .unwrap();
            }
        }
    }
    let bytes = text.as_bytes();
    let size = bytes.len() as u64;
    assert!(size > job::HEAD as u64 + 300_000);
    let place = |place: u64| usize::try_from(place).unwrap();
    let parts = job::parts(size);
    assert_eq!(parts.len(), 64);
    assert_eq!(parts.last().map(|part| part.end), Some(size));
    let rest: Vec<Vec<u8>> = parts
        .into_iter()
        .map(|part| bytes[place(part.start)..place(part.end)].to_vec())
        .collect();
    let outline = job::look_spread("t.csv", &bytes[..job::HEAD], &rest, size).unwrap();
    let sheet = &outline.sheets[0];
    assert_eq!(sheet.columns[0].texts.len(), 12);
    let plan = sheet.plan.as_ref().unwrap();
    assert_eq!(plan.filters[0].keep.texts(), ["2025-12"]);
    assert_eq!(plan.indicators[0].id, "share");
}

#[test]
fn no_byte_of_a_file_is_looked_at_twice() {
    let head = job::HEAD as u64;
    for more in [
        0,
        1,
        4_095,
        4_096,
        100_000,
        262_144,
        262_145,
        266_240,
        1 << 20,
        1 << 30,
    ] {
        let parts = job::parts(head + more);
        let ends = parts.iter().map(|part| part.end);
        let before = std::iter::once(head).chain(ends);
        assert!(
            parts
                .iter()
                .zip(before)
                .all(|(part, end)| part.start >= end),
            "{more}"
        );
        let end = parts.last().map_or(head, |part| part.end);
        assert_eq!(end, head + more);
    }
}
