//! The waiting-list workbook as NHS England published it: every sheet offered, every figure as counted
//! independently.

use std::sync::LazyLock;

use super::{excerpt, whole};
use equal_measure::core::dimension::{Dimension, Status};
use equal_measure::core::plan::{Plan, Switches};
use equal_measure::core::tally::Cut;
use equal_measure::core::tally::Tally;
use equal_measure::ingest::lookup::Joined;
use equal_measure::ingest::outline::{Outline, SheetOutline};
use equal_measure::ingest::stack::Beside;
use equal_measure::ingest::{book, reading::Reading};
use equal_measure::nhs;

type Workbook = (Vec<u8>, Outline);

fn opened(bytes: Vec<u8>) -> Workbook {
    let outline =
        book::outline(&bytes, "wlmds.xlsx", Beside::default()).expect("the workbook opens");
    (bytes, outline)
}

/// The sheets by provider and their outline, made once for all tests.
fn workbook() -> &'static Workbook {
    static WORKBOOK: LazyLock<Workbook> =
        LazyLock::new(|| opened(excerpt("nhse-wlmds-2026-01-25.xlsx")));
    &WORKBOOK
}

/// All of the workbook.
fn whole_workbook() -> Option<Workbook> {
    whole("nhse_wlmds_demographics_summary.xlsx").map(opened)
}

fn sheet<'a>(outline: &'a Outline, name: &str) -> &'a SheetOutline {
    let found = outline.sheets.iter().find(|sheet| sheet.name == name);
    found.expect("the sheet is offered")
}

fn read(bytes: &[u8], plan: &Plan) -> Reading {
    let reading =
        book::read(bytes, plan, &Joined::default(), &mut |_| true).expect("the sheet is read");
    assert!(reading.ledger.balances());
    reading
}

/// The sum of the plan's first division, settled: each group's label, standing and sums.
fn groups(plan: &Plan, tally: &Tally, switches: Switches) -> Vec<(String, Status, Vec<u64>)> {
    let division = &plan.divisions[0];
    let cut = &tally.cuts[&vec![division.id.clone()]];
    let texts: Vec<&str> = cut.cells.keys().map(|key| key[0].as_str()).collect();
    let dimension: Dimension = nhs::dimension(division, &texts, &switches);
    let mut list: Vec<_> = dimension
        .groups
        .iter()
        .map(|group| (group.label.clone(), group.status, vec![0; 5]))
        .collect();
    for (key, cell) in &cut.cells {
        let place = dimension.assign[&key[0]];
        for (sum, series) in list[place].2.iter_mut().zip(&cell.outcome(0).sums) {
            *sum += series.whole().expect("counts are whole");
        }
    }
    list
}

#[test]
fn every_sheet_is_offered_with_a_plan_or_a_reason() {
    let Some((_, outline)) = whole_workbook() else {
        return;
    };
    assert_eq!(outline.sheets.len(), 12);
    assert_eq!(outline.sheets[outline.first].name, "Provider-Deprivation");
    let without: Vec<&str> = outline
        .sheets
        .iter()
        .filter(|sheet| sheet.plan.is_err())
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(without, ["Submission-DQ", "Notes"]);
    for sheet in &outline.sheets {
        if let Err(why) = &sheet.plan {
            assert!(why.contains(". ") && why.ends_with('.'), "{why}");
        }
    }
}

#[test]
fn the_most_deprived_tenth_is_as_published() {
    let (bytes, outline) = workbook();
    let sheet = sheet(outline, "Provider-Deprivation");
    let plan = sheet.plan.as_ref().expect("a plan");
    let reading = read(bytes, plan);
    let groups = groups(plan, &reading.tally, Switches::default());
    assert_eq!(groups.len(), 10);
    assert_eq!(groups[0].0, "1 – most deprived");
    assert_eq!(groups[0].2, [708_780, 419_190, 274_255, 14_930, 405]);
    let total: u64 = groups.iter().map(|group| group.2[0]).sum();
    assert_eq!(total, 6_960_740);
    assert_eq!(reading.ledger.used, 10);
}

#[test]
fn totals_differ_by_breakdown_as_published() {
    let (bytes, outline) = workbook();
    for (name, total) in [
        ("Provider-Ethnicity", 7_186_180),
        ("Provider-Age", 7_082_510),
        ("Provider-Deprivation", 6_960_740),
        ("Provider-Sex", 6_606_150),
    ] {
        let plan = sheet(outline, name).plan.as_ref().expect("a plan");
        let reading = read(bytes, plan);
        let groups = groups(plan, &reading.tally, Switches::default());
        assert_eq!(
            groups.iter().map(|group| group.2[0]).sum::<u64>(),
            total,
            "{name}"
        );
    }
}

#[test]
fn chinese_moves_between_asian_and_other_by_a_switch() {
    let (bytes, outline) = workbook();
    let plan = sheet(outline, "Provider-Ethnicity")
        .plan
        .as_ref()
        .expect("a plan");
    let reading = read(bytes, plan);
    let of = |switches: Switches, label: &str| {
        let groups = groups(plan, &reading.tally, switches);
        groups
            .iter()
            .find(|group| group.0 == label)
            .map(|group| group.2[0])
    };
    let moved = Switches {
        chinese_in_asian: true,
        ..Switches::default()
    };
    assert_eq!(of(Switches::default(), "Asian"), Some(609_925));
    assert_eq!(of(moved, "Asian"), Some(639_190));
    assert_eq!(of(Switches::default(), "Other"), Some(111_310));
    assert_eq!(of(moved, "Other"), Some(82_045));
    let groups = groups(plan, &reading.tally, Switches::default());
    let unknown = groups.iter().filter(|group| group.1.is_unknown());
    assert_eq!(unknown.map(|group| group.2[0]).sum::<u64>(), 544_770);
}

#[test]
fn the_file_says_what_it_is() {
    let (_, outline) = workbook();
    let sheet = sheet(outline, "Provider-Deprivation");
    assert_eq!(
        sheet.source.period.as_deref(),
        Some("Week ending 25 January 2026")
    );
    assert_eq!(sheet.source.published.as_deref(), Some("12 February 2026"));
    assert_eq!(
        sheet.source.publisher.as_deref(),
        Some("Waiting List Minimum Data Set")
    );
    assert!(sheet.source.protected.is_some());
    let odd = sheet
        .notes
        .iter()
        .find(|note| note.contains("add up"))
        .expect("said");
    assert!(odd.contains("708,780") && odd.contains("708,785"), "{odd}");
    assert_eq!(sheet.header_line, 14);
    assert_eq!(sheet.columns.len(), 11);
    assert!(
        sheet
            .notes
            .iter()
            .any(|note| note.contains("total waiting"))
    );
}

#[test]
fn weekly_series_are_read_for_the_latest_week() {
    let Some((bytes, outline)) = whole_workbook() else {
        return;
    };
    let plan = sheet(&outline, "Time-Series-Sex")
        .plan
        .as_ref()
        .expect("a plan");
    assert_eq!(plan.filters[0].keep.texts(), ["2026-01-25"]);
    let reading = read(&bytes, plan);
    let rows = |cut: &Cut| cut.cells.values().map(|cell| cell.rows).sum::<u64>();
    let by_sex = &reading.tally.cuts[&vec![plan.divisions[0].id.clone()]];
    assert_eq!(rows(by_sex), 2);
    // The other weeks count over time, so that they are used too.
    let [over_time] = &plan.stratifications[..] else {
        panic!("{:?}", plan.stratifications);
    };
    let columns = [&plan.divisions[0].id, &over_time.by[0].id].map(Clone::clone);
    assert_eq!(rows(&reading.tally.cuts[&columns.to_vec()]), 2 * 228);
    assert_eq!(reading.ledger.used, 2 * 228);
}
