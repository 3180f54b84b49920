//! Everything saved is opened again, and searched for what a rule hides.

mod recipes;
mod schema;
mod analyses;

use crate::answers::release;
use crate::answers::{Counted, SMALL, TENTHS, Tallied, answer, section};
use crate::stratified;
use equal_measure::answer::{APP_VERSION, Answer};
use equal_measure::core::dimension::Status;
use equal_measure::core::measure::{self, Basis};
use equal_measure::core::units::Polarity;
use equal_measure::export::recipe;
use equal_measure::export::{EXPORTERS, file_name, json};
use equal_measure::release::rule;
use serde_json::Value;

fn released(groups: &[Counted], id: &str) -> Answer {
    let mut exact = answer(vec![
        section(Polarity::MoreIsWorse, true, groups),
        section(Polarity::MoreIsBetter, false, groups),
    ]);
    exact.source.title = Some("=HYPERLINK(\"x\"), <b>&".into());
    release(&exact, rule(id))
}

/// The release that the committed example shows: one section of groups, and one of an analysis by age.
fn example() -> Answer {
    let groups: &[Counted] = &[
        ("1 – most deprived", Status::Known, 41, 312),
        ("2", Status::Known, 5, 223),
        ("3 – least deprived", Status::Known, 23, 287),
        ("Not known", Status::NotKnown, 3, 31),
    ];
    let mut exact = answer(vec![section(Polarity::MoreIsWorse, true, groups)]);
    exact.sections[0]
        .measures
        .retain(|id| ["slope-index", "cramers-v"].contains(&id.as_str()));
    let mut example = release(&exact, rule("nhs-england"));
    let mut by_age = stratified::by_age().show("nhs-england").answer;
    let mut analyses = by_age.sections.remove(0).analyses;
    analyses.retain(|analysed| analysed.analysis.card.id == "pooled-gap");
    example.sections[0].analyses = analyses;
    example
}

fn saved(release: &Answer, id: &str) -> String {
    let exporter = EXPORTERS
        .iter()
        .find(|exporter| exporter.id == id)
        .expect("an exporter");
    String::from_utf8((exporter.make)(release).expect("bytes")).expect("UTF-8")
}

/// Cells of a CSV text, quotation marks taken off.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("a row");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                row.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            other => row.last_mut().expect("a cell").push(other),
        }
    }
    rows
}

#[test]
fn no_saved_file_tells_a_hidden_count() {
    let with = |events: u32, unknown: u32| {
        let groups: Vec<Counted> = vec![
            ("1 – most deprived", Status::Known, events, 223),
            ("2", Status::Known, 313 - events, 4_312),
            ("3 – least deprived", Status::Known, 287, 4_287),
            ("Not known", Status::NotKnown, unknown, 61),
        ];
        let mut exact = answer(vec![section(Polarity::MoreIsWorse, true, &groups)]);
        only_of_parts(&mut exact);
        exact
            .ledger
            .aside
            .values_mut()
            .for_each(|aside| aside.rows = u64::from(unknown));
        release(&exact, rule("nhs-england"))
    };
    for exporter in EXPORTERS {
        let one = (exporter.make)(&with(1, 3)).expect("bytes");
        for (events, unknown) in [(3, 3), (5, 3), (5, 4), (2, 4)] {
            assert!(
                (exporter.make)(&with(events, unknown)).expect("bytes") == one,
                "{} tells {events} and {unknown} from 1 and 3",
                exporter.id
            );
        }
    }
}

/// Leaves out measures that the rule lets be made from exact counts.
fn only_of_parts(exact: &mut Tallied) {
    for section in &mut exact.sections {
        section.measures.retain(|id| {
            let card = measure::find(id).expect("a measure").card;
            card.basis == Basis::Parts
        });
        assert!(!section.measures.is_empty());
    }
}

#[test]
fn no_saved_file_tells_what_rounding_took_away() {
    let with = |groups: &[Counted]| {
        let mut exact = answer(vec![
            section(Polarity::MoreIsWorse, true, groups),
            section(Polarity::MoreIsBetter, false, groups),
        ]);
        only_of_parts(&mut exact);
        release(&exact, rule("nhs-england"))
    };
    let one = with(&[
        ("1 – most deprived", Status::Known, 41, 312),
        ("2", Status::Known, 62, 421),
        ("3 – least deprived", Status::Known, 88, 511),
        ("Not known", Status::NotKnown, 10, 61),
    ]);
    let other = with(&[
        ("1 – most deprived", Status::Known, 40, 311),
        ("2", Status::Known, 61, 422),
        ("3 – least deprived", Status::Known, 89, 511),
        ("Not known", Status::NotKnown, 10, 61),
    ]);
    for exporter in EXPORTERS {
        assert_eq!(saved(&one, exporter.id), saved(&other, exporter.id));
    }
    assert!(saved(&one, "csv").contains("rounded"));
}

#[test]
fn every_saved_file_names_its_method() {
    for exporter in EXPORTERS {
        for id in ["nhs-england", "as-published", "none"] {
            let release = released(TENTHS, id);
            let text = saved(&release, exporter.id);
            for named in [
                "People waiting more than 52 weeks",
                "people on the waiting list",
                "31 March 2025",
                "Wilson",
                "95%",
                "IMD 2019",
                "Ethnic grouping",
                "Standard population",
                release.rule.name,
                "waiting_list.csv",
                "Rows used",
                APP_VERSION,
            ] {
                assert!(
                    text.contains(named),
                    "{} under {id} lacks {named}",
                    exporter.id
                );
            }
            assert!(!text.contains("raw text of the file"), "{}", exporter.id);
        }
    }
}

#[test]
fn a_csv_is_tidy_and_no_formula() {
    let text = saved(&released(SMALL, "nhs-england"), "csv");
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    let rows = rows(&text);
    let head = rows
        .iter()
        .position(|row| row[0] == "Indicator" && row.len() > 2)
        .expect("header");
    assert!(rows[..head].iter().all(|row| row.len() <= 2));
    let tidy: Vec<_> = rows[head..].iter().filter(|row| row.len() > 1).collect();
    assert!(
        tidy.len() > 40 && tidy.iter().all(|row| row.len() == 13),
        "{tidy:?}"
    );
    for cell in rows.iter().flatten() {
        let formula = cell.starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
        assert!(!formula, "{cell}");
    }
    for (group, figure, cells) in [
        (
            "1 – most deprived",
            "With the outcome",
            ["40", "", "", "", "count", "rounded"],
        ),
        (
            "2, 3, 4 and Not known",
            "Value",
            ["4", "2", "7", "95%", "percent", "rounded"],
        ),
    ] {
        let row = tidy
            .iter()
            .find(|row| row[3] == group && row[4] == figure)
            .expect("a row");
        assert_eq!(row[5..11], cells, "{group} {figure}");
    }
}

#[test]
fn an_svg_says_what_it_shows() {
    let mut release = released(SMALL, "nhs-england");
    release.sections[0].groups[0].label = "<script>\u{1}&\"".into();
    let text = saved(&release, "svg");
    assert!(text.contains("&lt;script&gt;&amp;"));
    assert!(
        text.starts_with("<svg role=\"img\" aria-labelledby=\"title\""),
        "{}",
        &text[..80]
    );
    for part in [
        "<title id=\"title\">Share of people on the waiting list who had waited more than 52 weeks, by",
        "<desc id=\"description\">",
        "&lt;b&gt;&amp;",
        "hidden",
        "<text ",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for loaded in ["href", "url(", "<script", "<image", "style="] {
        assert!(!text.contains(loaded), "{loaded}");
    }
    assert_eq!(text.matches("<svg").count(), 1);
    assert_eq!(
        text.matches("<text").count(),
        text.matches("</text>").count()
    );
}

#[test]
fn json_files_fit_their_schemas() {
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let recipe_schema = read(recipe::SCHEMA);
    let release_schema = read(json::SCHEMA);
    let recipe = read(recipe::EXAMPLE);
    assert_eq!(
        schema::check(&recipe, &recipe_schema, &recipe_schema, &recipe_schema),
        Ok(())
    );
    let example = saved(&example(), "json").replace(
        &format!("Equal Measure {APP_VERSION}"),
        "Equal Measure 0.1.0",
    );
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        std::fs::write("src/export/release.example.json", &example).expect("written");
    }
    let made = [SMALL, TENTHS].map(|groups| {
        ["nhs-england", "as-published", "none"].map(|id| saved(&released(groups, id), "json"))
    });
    for text in made
        .iter()
        .flatten()
        .map(String::as_str)
        .chain([json::EXAMPLE])
    {
        let checked = schema::check(
            &read(text),
            &release_schema,
            &release_schema,
            &recipe_schema,
        );
        assert_eq!(checked, Ok(()));
    }
    assert_eq!(
        example,
        json::EXAMPLE,
        "run again with UPDATE_EXAMPLE=1 when the form was meant to change"
    );
}

#[test]
fn file_names_tell_the_protection_and_nothing_of_the_file() {
    for (id, end) in [
        ("nhs-england", "SDC"),
        ("as-published", "SDC"),
        ("none", "not-protected"),
    ] {
        let release = released(TENTHS, id);
        assert_eq!(
            file_name(&EXPORTERS[0], &release, "2026/11/22 <x>"),
            format!("equal-measure-waits-over-52-2026-11-22-x-{end}.csv")
        );
    }
}
