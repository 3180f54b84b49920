//! Workbooks made to break readers, and workbooks merely broken: each ends in a named error.

use crate::workbook::zip::{Part, cells, part, parts, zip};
use equal_measure::ingest::book;
use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::stack::Beside;

const NO_TEXTS: &str = "uniqueCount=\"0\">";

fn honest() -> Vec<Part> {
    let rows: [&[&str]; 3] = [
        &["IMD decile", "Seen", "Eligible"],
        &["1", "5", "10"],
        &["2", "6", "10"],
    ];
    parts(&cells(1, &rows), NO_TEXTS)
}

fn outcome(bytes: &[u8]) -> ReadError {
    match book::outline(bytes, "test.xlsx", Beside::default()) {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

fn check(what: &str, bytes: impl AsRef<[u8]>, expected: fn(&ReadError) -> bool) {
    let error = outcome(bytes.as_ref());
    assert!(expected(&error), "{what}: {error:?}");
    assert!(
        error.to_string().contains(". "),
        "{what} does not say what to do: {error}"
    );
}

fn hostile(error: &ReadError) -> bool {
    matches!(error, ReadError::HostileWorkbook { .. })
}

fn damaged(error: &ReadError) -> bool {
    matches!(error, ReadError::DamagedWorkbook { .. })
}

fn locked(error: &ReadError) -> bool {
    *error == ReadError::PasswordProtected
}

fn with_sheet(data: &str) -> Vec<u8> {
    zip(&parts(data, NO_TEXTS))
}

#[test]
fn the_honest_one_opens() {
    let outline = book::outline(&zip(&honest()), "test.xlsx", Beside::default()).expect("it opens");
    assert!(
        outline.sheets[0].plan.is_ok(),
        "{:?}",
        outline.sheets[0].plan
    );
}

#[test]
fn lies_and_bombs_are_refused_before_they_are_opened() {
    let one = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    check(
        "texts counted that are not there",
        zip(&parts(one, "uniqueCount=\"4294967295\"><si><t>x</t></si>")),
        hostile,
    );
    check(
        "a count that is no number",
        zip(&parts(
            one,
            "uniqueCount=\"99999999999999999999999\"><si><t>x</t></si>",
        )),
        hostile,
    );
    let long = "A".repeat(8 << 20);
    check(
        "one text of 8 MB in a few KB",
        zip(&parts(
            one,
            &format!("uniqueCount=\"1\"><si><t>{long}</t></si>"),
        )),
        hostile,
    );
    let mut lying = honest();
    lying[4].claims = Some(10);
    check("a smaller size claimed", zip(&lying), hostile);
    lying[4].claims = Some(50_000);
    check("a larger size claimed", zip(&lying), damaged);
    lying[4].claims = Some(u32::MAX - 1);
    check("four gigabytes claimed", zip(&lying), hostile);
    let mut many = honest();
    many.extend((0..2000).map(|at| part(&format!("xl/{at}.xml"), "x")));
    check("two thousand parts too many", zip(&many), hostile);
}

#[test]
fn one_sheet_listed_a_thousand_times_is_refused() {
    let mut listing = honest();
    let book = String::from_utf8(listing[2].body.clone()).expect("text");
    let sheet = r#"<sheet name="S" sheetId="1" r:id="rId1"/>"#;
    listing[2].body = book.replace(sheet, &sheet.repeat(1001)).into_bytes();
    check("many sheets", zip(&listing), hostile);
}

#[test]
fn document_types_are_refused() {
    let mut declared = honest();
    declared[4].body = br#"<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>"#.to_vec();
    check("an entity", zip(&declared), hostile);
}

#[test]
fn cells_outside_the_sheet_or_out_of_order_are_refused() {
    for place in [
        "ZZZZZZZZZZ99999999999999",
        "XFE1",
        "A1048577",
        "A0",
        "AAAA1",
        "1A",
        "",
    ] {
        check(
            place,
            with_sheet(&format!(r#"<row r="1"><c r="{place}"><v>1</v></c></row>"#)),
            hostile,
        );
    }
    check(
        "a row past the last",
        with_sheet(r#"<row r="99999999999"><c><v>1</v></c></row>"#),
        hostile,
    );
    check(
        "backwards",
        with_sheet(r#"<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>"#),
        damaged,
    );
    check(
        "twice",
        with_sheet(r#"<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>1</v></c></row>"#),
        damaged,
    );
}

#[test]
fn the_farthest_corner_costs_nothing() {
    let data = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let outline =
        book::outline(&with_sheet(data), "corner.xlsx", Beside::default()).expect("it opens");
    assert!(outline.sheets[0].plan.is_err());
}

#[test]
fn overlapping_parts_are_refused() {
    let bytes = zip(&honest());
    let contents = memchr::memmem::find(&bytes, b"PK\x01\x02").expect("contents");
    let second = contents + 46 + "[Content_Types].xml".len();
    let mut overlapping = bytes;
    overlapping[second + 42..second + 46].fill(0);
    check("two parts in one place", overlapping, hostile);
}

#[test]
fn locked_workbooks_are_named() {
    let mut secret = honest();
    secret[4].flags = 1;
    check("a part with a password", zip(&secret), locked);
    let mut compound = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    compound.extend([0; 600]);
    compound.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    check("a workbook with a password", compound.clone(), locked);
    compound.truncate(600);
    check("a broken workbook of before 2007", compound, damaged);
}

#[test]
fn broken_workbooks_are_named() {
    let whole = zip(&honest());
    for keep in [4, 30, whole.len() / 2, whole.len() - 1] {
        check("cut short", &whole[..keep], damaged);
    }
    let mut flipped = whole.clone();
    for at in (4..flipped.len()).step_by(37) {
        flipped[at] ^= 0xFF;
    }
    check("bits flipped", flipped, |error| {
        damaged(error) || hostile(error)
    });
    check(
        "a zip of another kind",
        zip(&[part("hello.png", "hello")]),
        |error| matches!(error, ReadError::NoRowsInside { .. }),
    );
    check("not a zip", b"%PDF-1.7", |error| {
        matches!(error, ReadError::WrongFormat { .. })
    });
    check("nothing", Vec::new(), |error| *error == ReadError::Empty);
    check("too large", vec![0; 200_000_001], |error| {
        matches!(error, ReadError::TooLarge { limit: 200 })
    });
    check(
        "a text that is not there",
        with_sheet(r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#),
        damaged,
    );
    check(
        "xml cut short",
        zip(&parts("<row r=\"1\"><c r=\"A1\"><v>1</v>", NO_TEXTS)),
        damaged,
    );
}

#[test]
fn every_cut_of_a_workbook_ends_in_an_error() {
    let whole = zip(&honest());
    for keep in 0..whole.len() {
        outcome(&whole[..keep]);
    }
}
