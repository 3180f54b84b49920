//! What published files are crossed with.

use super::{excerpt, whole};
use crate::roles::stratifications::said;
use equal_measure::engine::{flow, job};
use equal_measure::ingest::outline::{Outline, SheetOutline};
use equal_measure::ingest::roles::cross;

fn look(name: &str, bytes: &[u8]) -> Outline {
    let size = bytes.len() as u64;
    let head = &bytes[..bytes.len().min(job::HEAD)];
    let outline = if job::is_workbook(head, size).expect("a format") {
        job::look_workbook(name, bytes)
    } else {
        job::look_text(name, head, size)
    };
    outline.expect("a table")
}

fn sheet<'a>(outline: &'a Outline, named: &str) -> &'a SheetOutline {
    let mut sheets = outline.sheets.iter();
    sheets.find(|sheet| sheet.name == named).expect("a sheet")
}

/// Checks what a sheet of a whole file offers, and what its plan starts with.
fn check_whole(name: &str, named: &str, offered: &str, proposed: &str) {
    if let Some(bytes) = whole(name) {
        check(name, &bytes, named, offered, proposed);
    }
}

fn check(name: &str, bytes: &[u8], named: &str, offered: &str, proposed: &str) {
    let outline = look(name, bytes);
    let sheet = sheet(&outline, named);
    let plan = sheet.plan.as_ref().expect("a plan");
    assert_eq!(said(&cross::offers(sheet)), offered, "{name}");
    assert_eq!(said(&plan.stratifications), proposed, "{name}");
}

const WORKBOOK: &str = "nhse_wlmds_demographics_summary.xlsx";

#[test]
fn estimates_of_several_periods_go_over_time() {
    let name = "ons-life-expectancy-by-decile.csv";
    let column = "period period";
    check(name, &excerpt(name), "", column, column);
}

#[test]
fn counts_of_several_periods_go_over_time() {
    let days = "period covid_vacc_date";
    check_whole("opensafely_vacc_80plus_imd_daily.csv", "", days, days);
    let weeks = "period Week Ending";
    check_whole(WORKBOOK, "Time-Series-Sex", weeks, weeks);
}

#[test]
fn organisations_of_one_kind_are_offered() {
    check_whole(
        WORKBOOK,
        "Provider-Deprivation",
        "organisation Organisation Type = REGION; organisation Organisation Type = INTEGRATED CARE \
         BOARD; organisation Organisation Type = ACUTE TRUST",
        "",
    );
    check_whole(
        "phe_testdata_DSR_ISR.xlsx",
        "testdata_multiarea_isr",
        "age ageband; organisation area",
        "age ageband",
    );
}

#[test]
fn breakdowns_alone_offer_nothing() {
    let name = "nhse-wlmds-2025-07.csv";
    check(name, &excerpt(name), "", "", "");
}

#[test]
fn trusts_of_a_national_file_are_read_beside_england() {
    let Some(bytes) = whole(WORKBOOK) else {
        return;
    };
    let outline = look(WORKBOOK, &bytes);
    let sheet = sheet(&outline, "Provider-Deprivation");
    let mut plan = sheet.plan.clone().expect("a plan");
    let trusts = cross::offers(sheet).pop().expect("offers");
    cross::set(&mut plan, &trusts, true);
    let reading = job::read_workbook(&bytes, &plan, &mut |_| true).expect("a reading");
    let columns = vec![plan.divisions[0].id.clone(), trusts.by[0].id.clone()];
    let cut = &reading.tally.cuts[&columns];
    let rows: u64 = cut.cells.values().map(|cell| cell.rows).sum();
    let trusts: std::collections::BTreeSet<&String> = cut.cells.keys().map(|key| &key[1]).collect();
    assert_eq!((rows, trusts.len()), (1340, 134));
    let shown = flow::show(&plan, &reading, &sheet.source);
    assert!(!shown.page.blocks.is_empty());
}
