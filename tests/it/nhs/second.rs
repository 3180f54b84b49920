//! Second divisions settled: bands of five years, periods in order, places without their sum.

use equal_measure::core::plan::{Division, Stratification, Switches};
use equal_measure::core::stratification::{By, Second};
use equal_measure::nhs;

fn second(columns: &[(&str, &str, &[&'static str])]) -> Second {
    let division = |(name, scheme, _): &(&str, &str, &[&'static str])| Division {
        id: (*name).into(),
        column: (*name).into(),
        only: None,
        scheme: (*scheme).into(),
    };
    let stratification = Stratification {
        by: columns.iter().map(division).collect(),
    };
    let texts = |id: &str| {
        let mut columns = columns.iter();
        columns
            .find(|(name, ..)| *name == id)
            .map_or_else(Vec::new, |(_, _, texts)| texts.to_vec())
    };
    nhs::second(&stratification, texts, &Switches::default())
}

/// `text > label` for every text, and the ages of each known label as `from–to`.
fn check_ages(expected: &[(&'static str, &str)], ages: &[&str]) -> Second {
    let texts: Vec<&'static str> = expected.iter().map(|(text, _)| *text).collect();
    let second = second(&[("Age", "age", &texts)]);
    assert_eq!(second.by, By::Ages);
    let dimension = &second.dimensions[0];
    for (text, label) in expected {
        assert_eq!(
            dimension.groups[dimension.assign[*text]].label, *label,
            "{text}"
        );
    }
    let found: Vec<String> = dimension
        .known()
        .map(|place| match &second.ages[place] {
            Some(band) => format!(
                "{}–{}",
                band.from,
                band.to.map_or_else(String::new, |to| to.to_string())
            ),
            None => "no ages".into(),
        })
        .collect();
    assert_eq!(found, ages);
    second
}

#[test]
fn single_years_become_bands_of_five() {
    check_ages(
        &[
            ("0", "0"),
            ("4", "1–4"),
            ("5", "5–9"),
            ("17", "15–19"),
            ("18", "15–19"),
            ("84", "80–84"),
            ("89", "85–89"),
            ("90", "90 and over"),
            ("103", "90 and over"),
            ("999", "Not recognised"),
            ("", "Left blank"),
        ],
        &["0–1", "1–5", "5–10", "15–20", "80–85", "85–90", "90–"],
    );
}

#[test]
fn years_that_end_earlier_end_the_bands_earlier() {
    check_ages(
        &[("0", "0"), ("84", "80–84"), ("85+", "85 and over")],
        &["0–1", "80–85", "85–"],
    );
    check_ages(
        &[
            ("3", "1–4"),
            ("88", "85–89"),
            ("90 and over", "90 and over"),
        ],
        &["1–5", "85–90", "90–"],
    );
}

#[test]
fn bands_stay_as_the_file_has_them() {
    let second = check_ages(
        &[
            ("0", "0"),
            ("1-4", "1–4"),
            ("5-9", "5–9"),
            ("85+", "85 and over"),
            ("All ages", "Total"),
        ],
        &["0–1", "1–5", "5–10", "85–"],
    );
    let notes = &second.dimensions[0].notes;
    assert!(
        notes[0].contains("\"All ages\"") && notes[0].contains("left out"),
        "{notes:?}"
    );
    let overlapping = check_ages(&[("0-19", "0–19"), ("15-24", "15–24")], &["0–20", "15–25"]);
    let notes = &overlapping.dimensions[0].notes;
    assert!(notes[0].contains("overlap"), "{notes:?}");
}

#[test]
fn ages_of_each_sex_go_together() {
    let both = second(&[("Age", "age", &["30", "61"]), ("Sex", "sex", &["F", "M"])]);
    assert_eq!((both.by, both.name.as_str()), (By::Ages, "Age and Sex"));
    assert_eq!(both.columns("IMD"), ["IMD", "Age", "Sex"]);
}

#[test]
fn periods_are_in_the_order_of_time() {
    let months = second(&[("Month", "period", &["Apr-25", "Dec-24", "Jan-25", "soon"])]);
    let labels: Vec<&str> = months.dimensions[0]
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    assert_eq!(labels, ["Dec-24", "Jan-25", "Apr-25", "Not recognised"]);
    assert_eq!(months.years[0], Some(2025.0));
}

#[test]
fn england_is_not_one_of_its_places() {
    let places = second(&[("Area", "organisation", &["England", "Kent", "Surrey"])]);
    assert_eq!(places.by, By::Places);
    let labels: Vec<&str> = places.dimensions[0]
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    assert_eq!(labels, ["Kent", "Surrey"]);
    assert!(places.dimensions[0].notes[0].contains("England"));
    let alone = second(&[("Area", "organisation", &["England"])]);
    assert_eq!(alone.dimensions[0].groups.len(), 1);
}
