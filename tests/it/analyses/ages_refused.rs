//! The reasons that analyses by age give where there is no figure.

use crate::analyses::strata_cases::tables::{BANDS, GROUPS, deaths, rows, table};
use crate::analyses::strata_cases::{Asked, Row, cell, found, value};
use equal_measure::present::analyses::words;

fn banded(bands: &[&str]) -> Vec<Row> {
    let counts = [(12, 9000), (20, 9000), (30, 9000), (40, 9000)];
    rows(
        bands,
        &[
            &counts[..bands.len()],
            &counts[..bands.len()],
            &counts[..bands.len()],
        ],
    )
}

/// The table with one cell of the first group changed.
fn changed(mut asked: Asked, at: usize, events: Option<f64>, people: f64) -> Asked {
    asked.rows[at].2 = events;
    asked.rows[at].3 = people;
    asked
}

#[test]
fn refusals_say_what_the_file_would_need() {
    let with = |analysis, rows| Asked {
        rows,
        ..table(analysis)
    };
    let mortal = |bands: &[&str]| Asked {
        rows: banded(bands),
        ..deaths("life-expectancy")
    };
    let given = |analysis| Asked {
        formula: value(),
        rows: banded(&["65+"]),
        ..table(analysis)
    };
    let mut named = table("life-expectancy");
    named.name = "Admissions";
    for (asked, said) in [
        (
            with(
                "standardised-rate",
                banded(&["0-17", "18-39", "40-64", "65+"]),
            ),
            "It would need bands of age that begin and end where those of the European standard population \
             2013 do (0–4, 5–9 and so on, and 90 and over): 0–17 ends inside 15–19, 0–19 would fit; 18–39 \
             begins inside 15–19, 15–39 would fit.",
        ),
        (
            with("standardised-rate", banded(&["0-64", "65-94", "95+"])),
            "65–94 ends inside 90 and over, 65 and over would fit",
        ),
        (
            given("standardised-rate"),
            "the number of events and of people in each part",
        ),
        (
            given("standardised-ratio"),
            "the number of events and of people in each part",
        ),
        (
            given("adjusted-gap"),
            "the number of events and of people in each part",
        ),
        (
            given("rate-and-composition"),
            "the number of events and of people in each part",
        ),
        (
            given("pooled-gap"),
            "the number of events and of people in each part",
        ),
        (
            given("life-expectancy"),
            "the number of events and of people in each part",
        ),
        (
            deaths("healthy-life-expectancy"),
            "counts people in good health",
        ),
        (
            given("healthy-life-expectancy"),
            "the number of events and of people in each part",
        ),
        (table("pooled-gap"), "people with and without the outcome"),
        (named, "“Admissions” does not speak of deaths"),
        (
            mortal(&["15-44", "45-64", "65+"]),
            "from age 0 on; its first band is 15–44",
        ),
        (
            mortal(&["0-14", "15-44", "45-64"]),
            "a last band without end, such as “90 and over”; its last is 45–64",
        ),
        (
            mortal(&["0-14", "45-64", "65+"]),
            "every age: nothing is told between 0–14 and 45–64",
        ),
        (
            mortal(&["0-14", "10-44", "45+"]),
            "each age once: 0–14 and 10–44 share some",
        ),
        (
            changed(table("rate-and-composition"), 1, None, 9000.0),
            "one is hidden, or the groups have no two sides",
        ),
        (
            changed(table("standardised-ratio"), 1, None, 9000.0),
            "one is hidden, or nobody is counted there",
        ),
    ] {
        let analysis = asked.measures[0];
        let Err(refusal) = found(&asked) else {
            panic!("{analysis} gives figures instead of: {said}");
        };
        let sentence = refusal.to_string();
        assert!(sentence.contains(said), "{analysis}: {sentence}");
    }
}

#[test]
fn one_group_is_refused_alone() {
    let few = [(1, 4000), (2, 9000), (3, 5000), (3, 2000)];
    let rates = "standardised-rate";
    let sparse = Asked {
        rows: rows(&BANDS, &[&few, &GROUPS[1], &GROUPS[2]]),
        ..table(rates)
    };
    let nobody_died = changed(deaths("life-expectancy"), 4, Some(0.0), 12_000.0);
    for (asked, said) in [
        (sparse, "at least 10 events; there are 9"),
        (
            changed(table(rates), 0, Some(0.0), 0.0),
            "must be above zero",
        ),
        (nobody_died, "no death is counted in the oldest band of age"),
    ] {
        let results = found(&asked).unwrap();
        let refusal = cell(&results, (0, "1", 0)).unwrap_err().to_string();
        assert!(refusal.contains(said), "{refusal}");
        assert!(cell(&results, (0, "2", 0)).is_ok(), "{said}");
    }
    // A group with a hidden count is not among the groups; the others stand.
    for analysis in [rates, "adjusted-gap"] {
        let results = found(&changed(table(analysis), 0, None, 4000.0)).unwrap();
        let labels = results.tables[0]
            .rows
            .iter()
            .map(|row| words::row(&row.name));
        assert!(labels.clone().all(|label| label != "1"));
        assert!(cell(&results, (0, "2", 0)).is_ok(), "{analysis}");
    }
}

/// A row with people and a blank for events is not one without events.
#[test]
fn a_blank_is_not_zero() {
    let blank = |analysis| changed(table(analysis), 1, Some(-1.0), 9000.0);
    let results = found(&blank("standardised-rate")).unwrap();
    let refusal = cell(&results, (0, "1", 0)).unwrap_err().to_string();
    assert!(
        refusal.contains("one is hidden, or nobody is counted there"),
        "{refusal}"
    );
    assert!(cell(&results, (0, "2", 0)).is_ok());
    for analysis in ["standardised-ratio", "rate-and-composition"] {
        assert!(found(&blank(analysis)).is_err(), "{analysis}");
    }
}

#[test]
fn a_regression_on_very_many_parts_is_refused() {
    for (parts, refused) in [(60, false), (61, true)] {
        let clinics: Vec<String> = (0..parts).map(|at| format!("Clinic {at}")).collect();
        let clinics: Vec<&str> = clinics.iter().map(String::as_str).collect();
        let counts = vec![(12, 900); parts];
        let asked = Asked {
            by: vec![("clinic", "plain")],
            rows: rows(&clinics, &[&counts, &counts, &counts]),
            ..table("adjusted-gap")
        };
        let said = found(&asked).map_or_else(|refusal| refusal.to_string(), |_| String::new());
        let expected =
            "60 parts of clinic at most, such as bands of age or kinds of organisation; it has 61";
        assert_eq!(said.contains(expected), refused, "{parts}: {said}");
    }
}
