//! Small workbooks: what the cells become, and how reading is stopped, misdirected or refused.

use crate::workbook::zip::{self, cells, parts, zip};
use equal_measure::core::ledger::Reason;
use equal_measure::core::plan::{Outcome, Plan, Shape};
use equal_measure::ingest::book;
use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::lookup::Joined;
use equal_measure::ingest::outline::Outline;
use equal_measure::ingest::stack::Beside;

const DATES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn open(data: &str) -> (Vec<u8>, Outline) {
    let bytes: Vec<u8> = zip(&parts(data, "uniqueCount=\"0\">"));
    let outline = book::outline(&bytes, "small.xlsx", Beside::default()).expect("it opens");
    (bytes, outline)
}

fn counts() -> String {
    let rows: [&[&str]; 9] = [
        &["Uptake of checks"],
        &["Period:", "March 2026"],
        &["IMD decile", "Checked (n)", "Eligible"],
        &["1", "40", "100"],
        &["2", "*", "90"],
        &["3", "55", "80"],
        &["Total", "95", "270"],
        &[],
        &["Source: made for a test"],
    ];
    cells(2, &rows)
}

fn plan(outline: &Outline) -> Plan {
    outline.sheets[0].plan.clone().expect("a plan")
}

#[test]
fn titles_totals_and_footnotes_are_accounted_for() {
    let (bytes, outline) = open(&counts());
    let sheet = &outline.sheets[0];
    assert_eq!(sheet.header_line, 4);
    assert_eq!(sheet.source.title.as_deref(), Some("Uptake of checks"));
    assert_eq!(sheet.source.period.as_deref(), Some("March 2026"));
    let plan = plan(&outline);
    assert_eq!(plan.shape, Shape::Counts);
    assert!(matches!(&plan.outcomes[0], Outcome::Sums(series) if series.len() == 2));
    let reading = book::read(&bytes, &plan, &Joined::default(), &mut |_| true).expect("it reads");
    assert!(reading.ledger.balances());
    assert_eq!(reading.ledger.aside[&Reason::Preamble].first_lines, [2, 3]);
    assert_eq!(reading.ledger.aside[&Reason::Footnote].first_lines, [10]);
    let cut = &reading.tally.cuts[&vec!["IMD decile".to_owned()]];
    assert_eq!(
        cut.cells[&vec!["1".to_owned()]].outcome(0).sums[0].whole(),
        Some(40)
    );
    assert_eq!(
        cut.cells[&vec!["2".to_owned()]].outcome(0).sums[0].suppressed,
        1
    );
}

#[test]
fn reading_can_be_stopped() {
    let mut data = cells(1, &[&["IMD decile", "Seen", "Eligible"]]);
    for line in 2..3000 {
        let decile = if line % 2 == 0 { "1" } else { "10" };
        data.push_str(&cells(line, &[&[decile, "3", "9"]]));
    }
    let (bytes, outline) = open(&data);
    let mut heard = Vec::new();
    let stopped = book::read(&bytes, &plan(&outline), &Joined::default(), &mut |rows| {
        heard.push(rows);
        rows < 2000
    });
    assert_eq!(stopped, Err(ReadError::Stopped));
    assert_eq!(heard, [1000, 2000]);
}

#[test]
fn a_plan_for_another_file_is_refused_by_name() {
    let (bytes, outline) = open(&counts());
    let mut elsewhere = plan(&outline);
    elsewhere.sheet = Some("Sheet9".into());
    let error = book::read(&bytes, &elsewhere, &Joined::default(), &mut |_| true);
    assert_eq!(
        error,
        Err(ReadError::NoSuchSheet {
            name: "Sheet9".into()
        })
    );
    let mut renamed = plan(&outline);
    renamed.columns[2].name = "Invited".into();
    renamed.outcomes[0] = Outcome::Sums(Vec::new());
    let error = book::read(&bytes, &renamed, &Joined::default(), &mut |_| true);
    assert_eq!(
        error,
        Err(ReadError::NoSuchColumn {
            name: "Invited".into()
        })
    );
}

#[test]
fn columns_may_stand_in_another_order_than_the_plan_has_them() {
    let (bytes, outline) = open(&counts());
    let straight =
        book::read(&bytes, &plan(&outline), &Joined::default(), &mut |_| true).expect("it reads");
    let mut turned = plan(&outline);
    turned.columns.reverse();
    let turned = book::read(&bytes, &turned, &Joined::default(), &mut |_| true).expect("it reads");
    assert_eq!(straight.tally, turned.tally);
}

#[test]
fn numbers_dates_and_truths_become_plain_text() {
    let data = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Week ending</t></is></c><c r="B1" t="inlineStr"><is><t>Decile</t></is></c><c r="C1" t="inlineStr"><is><t>Weeks waited</t></is></c><c r="D1" t="inlineStr"><is><t>Carer</t></is></c></row>
        <row r="2"><c r="A2" s="1"><v>46047</v></c><c r="B2"><v>1</v></c><c r="C2"><v>0.30000000000000004</v></c><c r="D2" t="b"><v>1</v></c></row>
        <row r="3"><c r="A3" s="1"><v>46047.5</v></c><c r="B3"><v>10</v></c><c r="C3"><v>120000000</v></c><c r="D3" t="b"><v>0</v></c></row>"#;
    let mut list = parts(data, "uniqueCount=\"0\">");
    list.push(zip::part("xl/styles.xml", DATES));
    let outline = book::outline(&zip(&list), "dates.xlsx", Beside::default()).expect("it opens");
    assert_eq!(
        outline.sheets[0].preview,
        [
            ["2026-01-25", "1", "0.30000000000000004", "TRUE"],
            ["2026-01-25 12:00:00", "10", "120000000", "FALSE"],
        ]
    );
}

#[test]
fn where_no_sheet_can_be_answered_the_fullest_is_opened() {
    let contents = "Sheet,About\nA,Contents\nB,Households by area\n";
    let areas = "Area,Beds open,Beds closed,Rooms\nNorth,100,30,7\nSouth,200,40,8\nEast,300,50,9\n";
    let list = [
        zip::part("contents.csv", contents),
        zip::part("areas.csv", areas),
    ];
    let outline = book::outline(&zip(&list), "book.zip", Beside::default()).expect("it opens");
    assert!(outline.sheets.iter().all(|sheet| sheet.plan.is_err()));
    assert!(outline.sheets[outline.first].name.contains("areas"));
}
