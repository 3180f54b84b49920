//! Second ways to divide people: what files offer, and what their plans start with.

use std::fmt::Write as _;

use crate::roles::look::{look, look_at_head, plan};
use equal_measure::core::plan::{Role, Stratification};
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ingest::roles::{cross, propose_again};

/// Schemes and columns, in a line.
pub(crate) fn said(stratifications: &[Stratification]) -> String {
    let columns = |stratification: &Stratification| {
        let columns: Vec<&str> = stratification.by.iter().map(|by| by.id.as_str()).collect();
        format!("{} {}", stratification.by[0].scheme, columns.join(" + "))
    };
    stratifications
        .iter()
        .map(columns)
        .collect::<Vec<_>>()
        .join("; ")
}

fn check(outline: &SheetOutline, offered: &str, proposed: &str) {
    assert_eq!(said(&cross::offers(outline)), offered);
    assert_eq!(said(&plan(outline).stratifications), proposed);
}

/// A table of two columns of counts, with a row for every combination of texts.
fn table(columns: &[(&str, &[&str])]) -> SheetOutline {
    look(
        "table.csv",
        &text_of(columns, "Number of events|Population", "3|40"),
    )
}

fn text_of(columns: &[(&str, &[&str])], names: &str, values: &str) -> String {
    let mut rows = vec![String::new()];
    let mut text = String::new();
    for (name, texts) in columns {
        let _ = write!(text, "{name}|");
        rows = rows
            .iter()
            .flat_map(|row| texts.iter().map(move |text| format!("{row}{text}|")))
            .collect();
    }
    text.push_str(names);
    for row in rows {
        let _ = write!(text, "\n{row}{values}");
    }
    text
}

const IMD: (&str, &[&str]) = ("IMD decile", &["1", "2", "3", "9", "10"]);
const AGE: (&str, &[&str]) = ("Age band", &["0-17", "18-64", "65+"]);
const SEX: (&str, &[&str]) = ("Sex", &["Female", "Male"]);
const MONTH: (&str, &[&str]) = ("Month", &["Apr-25", "May-25", "Jun-25"]);

#[test]
fn a_table_of_counts_is_stratified_with_ages_and_periods_from_the_start() {
    check(
        &table(&[IMD, AGE, SEX, MONTH]),
        "age Age band; age Age band + Sex; period Month; imd-decile IMD decile; sex Sex",
        "age Age band + Sex; period Month",
    );
    check(
        &table(&[IMD, AGE, MONTH]),
        "age Age band; period Month; imd-decile IMD decile",
        "age Age band; period Month",
    );
    let one_month: (&str, &[&str]) = ("Month", &["May-25"]);
    check(
        &table(&[IMD, SEX, one_month]),
        "imd-decile IMD decile; sex Sex",
        "",
    );
}

#[test]
fn a_file_sorted_by_month_is_shown_over_time() {
    let sorted = |year: &[&str]| {
        let month: (&str, &[&str]) = ("Month", &["2025-06-01"]);
        let columns = [IMD, month, ("Financial year", year)];
        let text = text_of(&columns, "Number of events|Population", "3|40");
        look_at_head("table.csv", &text)
    };
    check(
        &sorted(&["2025/26"]),
        "period Month; period Financial year",
        "period Month",
    );
    // A column that shows several is sure to go on.
    let shown = said(&cross::offers(&sorted(&["2024/25", "2025/26"])));
    assert!(shown.starts_with("period Financial year"), "{shown}");
}

#[test]
fn nothing_is_stratified_with_itself() {
    check(&table(&[AGE]), "", "");
    check(&table(&[AGE, SEX]), "age Age band; sex Sex", "age Age band");
    check(&table(&[IMD]), "", "");
}

#[test]
fn a_column_with_a_total_still_crosses() {
    let ages: (&str, &[&str]) = ("Age band", &["All ages", "0-17", "18-64", "65+"]);
    let outline = table(&[IMD, ages, MONTH]);
    check(
        &outline,
        "age Age band; period Month",
        "age Age band; period Month",
    );
    let filters: Vec<_> = plan(&outline)
        .filters
        .iter()
        .map(|filter| &filter.column)
        .collect();
    assert_eq!(filters, ["Month", "Age band"]);
    let notes = outline.notes.join(" ");
    assert!(
        notes.contains("Rows of every “Month” count where groups are shown over time."),
        "{notes}"
    );
    assert!(
        notes.contains("Rows of every “Age band” count where"),
        "{notes}"
    );
}

#[test]
fn records_are_stratified_when_someone_asks() {
    let years: (&str, &[&str]) = ("Age", &["4", "17", "33", "71", "90"]);
    let text = text_of(
        &[
            IMD,
            years,
            SEX,
            ("Provider name", &["A Trust", "B Trust"]),
            ("Provider code", &["RRF", "RCB"]),
        ],
        "Referral month|Weeks waited",
        "May-25|7",
    );
    check(
        &look("list.csv", &text),
        "age Age; age Age + Sex; organisation Provider name; imd-decile IMD decile; sex Sex",
        "",
    );
}

#[test]
fn the_column_that_tells_most_places_apart_is_offered() {
    let places: [(&str, &[&str]); 3] = [
        ("Region", &["North", "South"]),
        ("Sector", &["Acute", "Mental health"]),
        ("Trust code", &["RRF", "RCB", "RWA", "RXX"]),
    ];
    check(
        &table(&[IMD, places[0], places[1], places[2]]),
        "organisation Trust code",
        "",
    );
    // Organisations of one kind are compared with each other, whatever kind the plan keeps.
    let kinds: (&str, &[&str]) = ("Org type", &["ALL", "ACUTE TRUST", "REGION", "OTHER"]);
    let outline = table(&[IMD, kinds, places[2]]);
    check(
        &outline,
        "organisation Org type = ACUTE TRUST; organisation Org type = REGION",
        "",
    );
    let by = &cross::offers(&outline)[0].by[0];
    assert_eq!(by.column, "Trust code");
    assert_eq!(
        by.only.as_ref().map(|only| only.text.as_str()),
        Some("ACUTE TRUST")
    );
    let england: (&str, &[&str]) = ("Area name", &["England", "Kent"]);
    check(
        &table(&[IMD, england, SEX]),
        "imd-decile IMD decile; sex Sex",
        "",
    );
}

#[test]
fn given_values_are_followed_over_time_alone() {
    let text = text_of(
        &[IMD, SEX, AGE, MONTH],
        "Value|Lower CI|Upper CI",
        "50|45|55",
    );
    check(&look("values.csv", &text), "period Month", "period Month");
}

#[test]
fn a_file_of_breakdowns_is_stratified_with_other_columns_alone() {
    let mut text = String::from("Month|Breakdown|Group|Number of events|Population\n");
    for month in ["Apr-25", "May-25"] {
        for group in ["Sex|Female", "Sex|Male", "Age band|0-17", "Age band|18+"] {
            let _ = writeln!(text, "{month}|{group}|3|40");
        }
    }
    check(
        &look("breakdowns.csv", &text),
        "period Month",
        "period Month",
    );
}

#[test]
fn years_go_before_bands_and_bands_before_codes() {
    let years: (&str, &[&str]) = ("Age", &["4", "17", "71"]);
    let codes: (&str, &[&str]) = ("Age code", &["1", "2", "3"]);
    check(
        &table(&[IMD, codes, AGE, years]),
        "age Age; imd-decile IMD decile",
        "age Age",
    );
    check(
        &table(&[IMD, codes, AGE]),
        "age Age band; imd-decile IMD decile",
        "age Age band",
    );
}

#[test]
fn changing_a_role_changes_the_stratifications_of_that_column_alone() {
    let mut outline = table(&[IMD, AGE, SEX, MONTH]);
    let place = |name: &str, outline: &SheetOutline| {
        outline
            .columns
            .iter()
            .position(|column| column.name == name)
            .expect("a column")
    };
    let month = place("Month", &outline);
    outline.columns[month].role = Role::SetAside;
    let mut again = propose_again(&outline).expect("a plan");
    assert_eq!(said(&again.stratifications), "age Age band + Sex");
    // What someone has taken out stays out; a column that is a period again comes back.
    again.stratifications.clear();
    outline.plan = Ok(again);
    outline.columns[month].role = Role::Period;
    let again = propose_again(&outline).expect("a plan");
    assert_eq!(said(&again.stratifications), "period Month");
}

#[test]
fn columns_are_stratified_by_name() {
    let outline = table(&[IMD, AGE, SEX, MONTH]);
    for (names, expected) in [
        ("Age band,Sex", "age Age band + Sex"),
        ("Month", "period Month"),
        (" Sex ", "sex Sex"),
    ] {
        let stratification = cross::named(&outline, names).expect("a crossing");
        assert_eq!(said(&[stratification]), expected);
    }
    let refused = cross::named(&outline, "Sex,Colour").expect_err("no such column");
    assert!(
        refused.contains("\"Colour\"") && refused.contains("IMD decile, Age band, Sex"),
        "{refused}"
    );
}

#[test]
fn a_second_stratification_by_the_same_column_takes_the_place_of_the_first() {
    let outline = table(&[IMD, AGE, SEX, MONTH]);
    let mut plan = plan(&outline).clone();
    let offers = cross::offers(&outline);
    cross::set(&mut plan, &offers[0], true);
    assert_eq!(said(&plan.stratifications), "period Month; age Age band");
    cross::set(&mut plan, &offers[2], false);
    assert_eq!(said(&plan.stratifications), "age Age band");
}
