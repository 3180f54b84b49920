//! Files that are broken, huge or meant to do harm: each ends in a reading or a named error, and in
//! little memory.

use crate::reading::files::{describe, read, weeks};
use equal_measure::core::plan::{Plan, Role};
use equal_measure::ingest::delimited::{Reader, head_rows, unique_names};
use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::sniff;

fn check(bytes: impl AsRef<[u8]>, plan: &Plan, expected: &str) {
    let bytes = bytes.as_ref();
    for sizes in [(1 << 20, 32 * 1024), (1000, 32 * 1024), (4096, 100)] {
        let found = match read(bytes, plan, 1, sizes) {
            Ok(reading) => describe(&reading),
            Err(error) => format!("{error:?}"),
        };
        assert_eq!(found, expected, "chunks and pieces of {sizes:?}");
    }
}

fn two() -> Plan {
    weeks("sex,weeks", &["sex"])
}

#[test]
fn files_without_rows_are_named() {
    check("", &two(), "Empty");
    check("\u{feff}", &two(), "Empty");
    check("sex,weeks", &two(), "HeaderOnly");
    check("sex,weeks\r\n\r\n,\r\n", &two(), "HeaderOnly");
    check(
        "%PDF-1.4\n1,2\n",
        &two(),
        "WrongFormat { found: \"a PDF\" }",
    );
    let beyond = read(b"sex,weeks\nF,1\n", &two(), 9, (100, 100));
    assert_eq!(beyond, Err(ReadError::NoTable));
    let nothing = read(b"sex,weeks\nF,\nM,*\nM,*\nM\n", &two(), 1, (100, 100));
    let why = nothing.expect_err("no outcome").to_string();
    assert!(
        why.contains("the outcome is blank; the publisher has hidden the outcome"),
        "{why}"
    );
}

#[test]
fn an_unclosed_quote_is_found_where_it_opened() {
    let rest = "F,1\n".repeat(1_000_000);
    let opened = format!("sex,weeks\nF,1\nM,\"2\n{rest}");
    check(&opened, &two(), "UnclosedQuote { line: 3 }");
    check(
        format!("sex,\"weeks\n{rest}"),
        &two(),
        "UnclosedQuote { line: 1 }",
    );
    check("sex,weeks\nF,1\n\"M", &two(), "UnclosedQuote { line: 3 }");
    let closed_late = format!("sex,weeks\n\"{}\",1\n", "F\n".repeat(51));
    check(&closed_late, &two(), "UnclosedQuote { line: 2 }");
    let long = format!("sex,weeks\nF,1\n\"{}\",1\n", "F".repeat(65 * 1024));
    check(&long, &two(), "UnclosedQuote { line: 3 }");
    let format = sniff::format(opened.as_bytes(), 9_000_000).expect("text");
    let head = &opened.as_bytes()[..1 << 20];
    assert_eq!(
        head_rows(head, &format, 9_000, false),
        Err(ReadError::UnclosedQuote { line: 3 })
    );
}

#[test]
fn fifty_line_ends_in_a_cell_are_not_too_many() {
    let file = format!("sex,weeks\n\"{}\",1\nM\n", "\n".repeat(50));
    check(
        file,
        &two(),
        "=: 1 1x1\nsex=: 1 1x1\nused 1/2 Footnote 1@[53]",
    );
}

#[test]
fn a_line_without_end_is_refused_before_it_fills_the_memory() {
    let plan = two();
    let format = sniff::format(b"sex,weeks\nF,1\n", 1 << 30).expect("text");
    for (filler, expected) in [("x", 3), (",", 3), ("ab,", 3)] {
        let mut reader = Reader::new(&format, &plan, 1).expect("a reader");
        reader.push(b"sex,weeks\nF,1\n").expect("rows");
        let block = filler.repeat(1 << 18);
        let pushed = (0..1024).find_map(|block_number| {
            reader
                .push(block.as_bytes())
                .err()
                .map(|error| (block_number, error))
        });
        let (blocks, error) = pushed.expect("no end of a line");
        assert_eq!(error, ReadError::CellTooLong { line: expected });
        assert!(
            blocks * block.len() <= 16 << 20,
            "{blocks} blocks of {filler:?}"
        );
        assert_eq!(reader.push(b"\n"), Err(error), "the error stays");
    }
}

#[test]
fn a_hundred_thousand_columns_are_read() {
    let many = 100_000;
    let header = format!("sex,weeks{}\n", ",n".repeat(many));
    let row = format!("F,1{}\n", ",0".repeat(many));
    let file = format!("{header}{row}{row}F,2{}\n", ",0".repeat(many - 1));
    let expected = "=: 2 1x2\nsex=F: 2 1x2\nused 2/3 Ragged 1@[4]";
    check(&file, &two(), expected);
    let format = sniff::format(file.as_bytes(), file.len() as u64).expect("text");
    let rows = head_rows(file.as_bytes(), &format, 5, true).expect("rows");
    let names = unique_names(rows[0].1.clone());
    assert_eq!(names.last().map(String::as_str), Some("n (100000)"));
}

#[test]
fn zeros_and_mixed_encodings_are_kept_apart() {
    let long = "F1,1\n".repeat(100);
    check(
        format!("sex,weeks\n{long}F1\0,2\n"),
        &two(),
        "=: 101 1x100 2x1\nsex=F1: 100 1x100\nsex=F1\0: 1 2x1\nused 101/101",
    );
    let mixed = b"sex,weeks\n\xC3\xA9,1\n\xE9,2\n\xE9\xA0,\xA03\n";
    let reading = read(mixed, &two(), 1, (5, 32 * 1024)).expect("a reading");
    assert_eq!(
        describe(&reading),
        "=: 3 1x1 2x1 3x1\nsex=Ã©: 1 1x1\nsex=é: 2 2x1 3x1\nused 3/3"
    );
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(&b"sex,weeks\n".repeat(30_000));
    marked.extend(b"\xC3\xA9,1\n\xE9,2\n");
    let reading = read(&marked, &two(), 1, (4096, 32 * 1024)).expect("a reading");
    assert_eq!(reading.tally.cuts[&vec!["sex".to_owned()]].cells.len(), 1);
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.contains("Windows-1252"))
    );
}

#[test]
fn too_many_texts_are_said_and_not_lost() {
    let rows: Vec<String> = (0..20_010).map(|n| format!("code-{n},{}", n % 3)).collect();
    let file = format!(
        "sex,weeks
{}
code-7,1
code-20009,1
,1
",
        rows.join(
            "
"
        )
    );
    let reading = read(file.as_bytes(), &two(), 1, (1 << 20, 32 * 1024)).expect("a reading");
    let groups = &reading.tally.cuts[&vec!["sex".to_owned()]].cells;
    assert_eq!(groups.len(), 20_001);
    assert_eq!(groups.values().map(|cell| cell.rows).sum::<u64>(), 20_002);
    assert_eq!(reading.ledger.used, 20_013);
    // How many rows is not said: notes leave with every figure, and a row is a person.
    assert!(
        reading.notes[0].contains("more than 20000 different texts"),
        "{:?}",
        reading.notes
    );
    assert!(!reading.notes[0].contains("11"), "{:?}", reading.notes);
}

#[test]
fn a_plan_cannot_count_by_an_identifier() {
    let mut plan = two();
    plan.columns[0].role = Role::Identifier;
    check("sex,weeks\nF,1\n", &plan, "NoSuchColumn { name: \"sex\" }");
    plan.divisions.clear();
    check("sex,weeks\nF,1\n", &plan, "=: 1 1x1\nused 1/1");
}
