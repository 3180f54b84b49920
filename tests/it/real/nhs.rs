//! Published text files as they come, from their first bytes to counts that were worked out independently.

use super::{excerpt, whole};
use equal_measure::core::dimension::Status;
use equal_measure::core::plan::{Division, Plan, Switches};
use equal_measure::core::tally::Tally;
use equal_measure::ingest::delimited::{Reader, Splitter, head_rows};
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ingest::reading::Reading;
use equal_measure::ingest::sniff;
use equal_measure::ingest::table::{Rows, Tidy, outline_rows};
use equal_measure::nhs;

/// What a whole file is, and what reading it under its own first plan gives.
fn open_whole(name: &str) -> Option<(SheetOutline, Result<Reading, String>)> {
    Some(open(name, &whole(name)?))
}

/// What a file is, and what reading it under its own first plan gives.
fn open(name: &str, bytes: &[u8]) -> (SheetOutline, Result<Reading, String>) {
    let format = sniff::format(bytes, bytes.len() as u64).expect("text");
    let rows = head_rows(bytes, &format, 20_000, true).expect("rows");
    let outline = outline_rows("", &rows, false, name);
    let reading = outline.plan.clone().and_then(|plan| {
        let reading = if Tidy::find("", &rows).expect("a table").is_plain() {
            let mut reader = Reader::new(&format, &plan, outline.header_line).expect("a plan");
            reader.push(bytes).expect("bytes");
            reader.finish()
        } else {
            let mut reader = Rows::new("", &plan).expect("a plan");
            let mut each = |line: u64, row: &[String]| reader.row(line, row);
            let mut splitter = Splitter::new(&format).expect("text");
            for chunk in bytes.chunks(10_000) {
                splitter.push(chunk, &mut each).expect("rows");
            }
            splitter.finish(&mut each).expect("rows");
            reader.finish()
        };
        reading.map_err(|why| why.to_string())
    });
    (outline, reading)
}

/// The sums of a division's groups, by label.
fn groups(division: &Division, tally: &Tally) -> Vec<(String, Status, Vec<f64>)> {
    let cut = &tally.cuts[&vec![division.id.clone()]];
    let texts: Vec<&str> = cut.cells.keys().map(|key| key[0].as_str()).collect();
    let dimension = nhs::dimension(division, &texts, &Switches::default());
    let mut list: Vec<_> = dimension
        .groups
        .iter()
        .map(|group| (group.label.clone(), group.status, Vec::new()))
        .collect();
    for (key, cell) in &cut.cells {
        let sums = &mut list[dimension.assign[&key[0]]].2;
        sums.resize(cell.outcome(0).sums.len(), 0.0);
        for (sum, more) in sums.iter_mut().zip(&cell.outcome(0).sums) {
            *sum += more.value();
        }
    }
    list
}

fn division<'a>(plan: &'a Plan, id: &str) -> &'a Division {
    let found = plan
        .divisions
        .iter()
        .find(|division| division.id.contains(id));
    found.unwrap_or_else(|| panic!("no division {id}"))
}

/// 100 × a ÷ b to three decimals.
fn percent(a: f64, b: f64) -> String {
    format!("{:.3}", a / b * 100.0)
}

#[test]
fn waiting_list_excerpt() {
    let name = "nhse-wlmds-2025-07.csv";
    let (outline, reading) = open(name, &excerpt(name));
    let plan = outline.plan.expect("a plan");
    let reading = reading.expect("it reads");
    assert!(reading.ledger.balances());
    let deciles = groups(division(&plan, "IMD"), &reading.tally);
    assert_eq!(deciles.len(), 10);
    let over_52 = |list: &[(String, Status, Vec<f64>)]| {
        let sum = |at: usize| list.iter().map(|group| group.2[at]).sum::<f64>();
        format!("{:.4}", sum(0) / sum(1) * 100.0)
    };
    assert_eq!(over_52(&deciles[..2]), "2.9491");
    assert_eq!(over_52(&deciles[2..]), "2.7357");
}

#[test]
fn vaccination_coverage() {
    let Some((outline, reading)) = open_whole("opensafely_vacc_first_dose_80plus.csv") else {
        return;
    };
    let plan = outline.plan.expect("a plan");
    let reading = reading.expect("it reads");
    let fifths = groups(division(&plan, "Deprivation"), &reading.tally);
    let coverage: Vec<String> = fifths[..5]
        .iter()
        .map(|group| percent(group.2[0], group.2[1]))
        .collect();
    assert_eq!(coverage, ["94.659", "96.155", "97.229", "97.558", "98.105"]);
    let ethnicity = groups(division(&plan, "broad"), &reading.tally);
    let unknown: f64 = ethnicity
        .iter()
        .filter(|group| group.1.is_unknown())
        .map(|group| group.2[1])
        .sum();
    assert_eq!(percent(unknown, 1_156_330.0), "3.911");
    let detailed = groups(division(&plan, "detailed"), &reading.tally);
    assert!(
        detailed.iter().all(|group| group.1 != Status::Unrecognised),
        "{detailed:?}"
    );
    assert_eq!(plan.divisions.len(), 20);
    assert!(outline.source.protected.is_some());
}

#[test]
fn daily_coverage_side_by_side() {
    let Some((outline, reading)) = open_whole("opensafely_vacc_80plus_imd_daily.csv") else {
        return;
    };
    let plan = outline.plan.expect("a plan");
    assert_eq!(plan.filters[0].keep.texts(), ["2022-06-22"]);
    let fifths = groups(&plan.divisions[0], &reading.expect("it reads").tally);
    assert_eq!(percent(fifths[0].2[0], fifths[0].2[1]), "94.659");
    assert_eq!(percent(fifths[4].2[0], fifths[4].2[1]), "98.105");
}

#[test]
fn household_survey() {
    let Some((outline, reading)) = open_whole("who_healthequal_OrderedSample.csv") else {
        return;
    };
    let plan = outline.plan.expect("a plan");
    let fifths = groups(&plan.divisions[0], &reading.expect("it reads").tally);
    assert_eq!(format!("{:.4}", fifths[4].2[0] - fifths[0].2[0]), "23.6188");
    assert_eq!(format!("{:.4}", fifths[4].2[0] / fifths[0].2[0]), "1.3124");
}

#[test]
fn people_of_a_survey() {
    let Some((outline, reading)) = open_whole("who_healthequal_IndividualSample.csv") else {
        return;
    };
    let plan = outline.plan.expect("a plan");
    assert_eq!(plan.divisions[0].scheme, "imd-fifth");
    let reading = reading.expect("it reads");
    assert_eq!(reading.ledger.read, 17_848);
    assert!(reading.ledger.balances());
}

#[test]
fn census_counts_are_read_as_far_as_they_go() {
    let name = "ons-census-2021-ts021.csv";
    let (outline, _) = open(name, &excerpt(name));
    assert_eq!(outline.header_line, 8);
    assert_eq!(
        outline.source.title.as_deref(),
        Some("TS021 - Ethnic group")
    );
    assert_eq!(
        outline.source.population.as_deref(),
        Some("All usual residents")
    );
    assert_eq!(outline.source.period.as_deref(), Some("2021"));
    assert_eq!(outline.columns.len(), 4);
}
