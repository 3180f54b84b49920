//! Published text files as they come, against figures worked out independently.

use super::{excerpt, whole};
use crate::reading::files::{counts, keeping, read};
use equal_measure::core::ledger::Reason;
use equal_measure::core::plan::Plan;
use equal_measure::core::tally::Cell;
use equal_measure::ingest::delimited::{head_rows, unique_names};
use equal_measure::ingest::reading::Reading;
use equal_measure::ingest::sniff;

/// A file, read under the plan that is made of its column names.
fn reading(bytes: &[u8], header_line: u64, plan: impl Fn(&str) -> Plan) -> Reading {
    let format = sniff::format(bytes, bytes.len() as u64).expect("text");
    let rows = head_rows(bytes, &format, 20, true).expect("rows");
    let (_, header) = rows
        .into_iter()
        .find(|(line, _)| *line == header_line)
        .expect("a header");
    let mut plan = plan("");
    let mut column = plan.columns.remove(0);
    for name in unique_names(header) {
        column.name = name;
        plan.columns.push(column.clone());
    }
    read(bytes, &plan, header_line, (4096, 32 * 1024)).expect("a reading")
}

fn groups<'a>(reading: &'a Reading, division: &str) -> impl Fn(&str) -> &'a Cell {
    let cells = &reading.tally.cuts[&vec![division.to_owned()]].cells;
    move |group| &cells[&vec![group.to_owned()]]
}

#[test]
fn waiting_list_counts_by_decile() {
    let series = [
        "Count/Waiting Bands=Over 52 Weeks",
        "Count/Waiting Bands=Total",
    ];
    let reading = reading(&excerpt("nhse-wlmds-2025-07.csv"), 1, |columns| {
        keeping(
            counts(columns, &series, &["Category/Metric=IMD"]),
            "Geography",
            &["ENGLAND"],
        )
    });
    let group = groups(&reading, "Category/Metric=IMD");
    let share = |deciles: std::ops::RangeInclusive<u32>| {
        let cells: Vec<&Cell> = deciles.map(|decile| group(&decile.to_string())).collect();
        let sum = |series: usize| {
            cells
                .iter()
                .map(|c| c.outcome(0).sums[series].value())
                .sum::<f64>()
        };
        format!("{:.4}", 100.0 * sum(0) / sum(1))
    };
    assert_eq!(
        (share(1..=2), share(3..=10)),
        ("2.9491".into(), "2.7357".into())
    );
    assert_eq!((reading.ledger.read, reading.ledger.used), (50, 20));
}

#[test]
fn vaccination_by_deprivation() {
    let breakdown = "Group/Category=Index of Multiple Deprivation (quintiles)";
    let series = ["Vaccinated at 22 Jun 2022 (n)", "Total eligible"];
    let Some(bytes) = whole("opensafely_vacc_first_dose_80plus.csv") else {
        return;
    };
    let reading = reading(&bytes, 1, |columns| counts(columns, &series, &[breakdown]));
    let group = groups(&reading, breakdown);
    let fifths = ["1 Most deprived", "2", "3", "4", "5 Least deprived"].map(|fifth| {
        let sums = &group(fifth).outcome(0).sums;
        format!("{:.3}", 100.0 * sums[0].value() / sums[1].value())
    });
    assert_eq!(fifths, ["94.659", "96.155", "97.229", "97.558", "98.105"]);
    assert_eq!(reading.ledger.aside[&Reason::OtherBreakdown].rows, 59);
}

#[test]
fn a_census_table_between_titles_and_footnotes() {
    let total = "Total: All usual residents";
    let reading = reading(&excerpt("ons-census-2021-ts021.csv"), 8, |columns| {
        counts(columns, &[total], &[])
    });
    assert_eq!(reading.ledger.used, 30);
    let rows = |reason| reading.ledger.aside.get(&reason).map(|aside| aside.rows);
    assert_eq!(rows(Reason::Preamble), Some(5));
    assert_eq!(rows(Reason::Footnote), Some(4));
    assert_eq!(rows(Reason::Ragged), None);
}

#[test]
fn vaccination_counts_with_spaces_and_errors() {
    let under_25 = "1st dose Under 25";
    let bytes = excerpt("nhse-vaccination-msoa-2021-07-15.csv");
    let reading = reading(&bytes, 1, |columns| {
        counts(columns, &[under_25, "1st dose 30-34"], &["LTLA Name"])
    });
    let leicester = &groups(&reading, "LTLA Name")("Leicester").outcome(0).sums;
    let said = [0, 1].map(|series| (leicester[series].value(), leicester[series].missing));
    assert_eq!(said, [(1_174.0, 2), (1_949.0, 0)]);
}
