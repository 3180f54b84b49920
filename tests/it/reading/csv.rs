//! Small text files, each with what reading it must give whatever the sizes of chunks and pieces.

use crate::reading::files::{by, counts, describe, keeping, plan, read, weeks};
use equal_measure::core::plan::{Answers, Outcome, Plan};

fn check(bytes: impl AsRef<[u8]>, plan: &Plan, header_line: u64, expected: &str) {
    let bytes = bytes.as_ref();
    let lines: Vec<&str> = expected
        .split('\n')
        .map(|line| line.trim_start_matches(' '))
        .filter(|line| !line.is_empty())
        .collect();
    for chunk in 1..=bytes.len().min(80) {
        for piece in [1, chunk, 32 * 1024] {
            let found = match read(bytes, plan, header_line, (chunk, piece)) {
                Ok(reading) => describe(&reading),
                Err(error) => format!("{error:?}"),
            };
            assert_eq!(
                found,
                lines.join("\n"),
                "chunks of {chunk}, pieces of {piece}"
            );
        }
    }
}

#[test]
fn records_count_by_group() {
    let file = "id,sex,weeks\n1,F,3\n2,M,10\n3,F,3\n4,,52";
    check(
        file,
        &weeks("id,sex,weeks", &["sex"]),
        1,
        "
        =: 4 3x2 10x1 52x1
        sex=: 1 52x1
        sex=F: 2 3x2
        sex=M: 1 10x1
        used 4/4",
    );
}

#[test]
fn quotes_hold_delimiters_marks_and_line_ends() {
    let file =
        "id,note,weeks\r\n1,\"a, \"\"b\"\"\",3\r\n2,\"two\r\nlines\",\" 1,004 \"\r\n3,\"\",x\r\n";
    check(
        file,
        &weeks("id,note,weeks", &["note"]),
        1,
        "
        =: 3 blank 1 3x1 1004x1
        note=: 1 blank 1
        note=a, \"b\": 1 3x1
        note=two\r\nlines: 1 1004x1
        used 2/3 OutcomeNotAvailable 1@[5]",
    );
}

#[test]
fn a_mark_inside_a_cell_is_text() {
    let file = "height,weeks,note\n5\" tall,3,a\n6\",4,\"b\"c\"d,e\n7\"\",5,f\n";
    check(
        file,
        &weeks("height,weeks,note", &["height"]),
        1,
        "
        =: 2 3x1 5x1
        height=5\" tall: 1 3x1
        height=7\"\": 1 5x1
        used 2/3 Ragged 1@[3]",
    );
}

#[test]
fn short_and_long_rows_do_not_cancel() {
    let file = "a,b,weeks\n1,2,3\n1,2\n1,2,3,4\n1,2\n9\n5,6,7\n";
    check(
        file,
        &weeks("a,b,weeks", &["b"]),
        1,
        "
        =: 2 3x1 7x1
        b=2: 1 3x1
        b=6: 1 7x1
        used 2/6 Ragged 4@[3, 4, 5, 6]",
    );
}

#[test]
fn blank_cells_too_many_are_forgiven() {
    let file = "a,weeks\n1,2,,\n1,2, ,\"\"\n1,2,,3\n";
    check(
        file,
        &weeks("a,weeks", &["a"]),
        1,
        "
        =: 2 2x2
        a=1: 2 2x2
        used 2/3 Ragged 1@[4]",
    );
}

#[test]
fn titles_blanks_headers_and_footnotes_are_told_apart() {
    let file = "Waits, \"by sex\n\nsex,area,weeks,x\nF,N,3,\n\n,,,\nsex,area,weeks,x\nF,S,4,\n\
                short\nM,S,5,\n\nSource: \"\"\nProvisional,2026\n";
    check(file, &weeks("sex,area,weeks,x", &["sex"]), 3, "
        =: 3 3x1 4x1 5x1
        sex=F: 2 3x1 4x1
        sex=M: 1 5x1
        used 3/12 Ragged 1@[9] Blank 4@[2, 5, 6, 11] Preamble 1@[1] Footnote 2@[12, 13] RepeatedHeader 1@[7]");
}

#[test]
fn unusable_outcomes_count_in_their_groups() {
    let file = "sex,weeks\nF,\nF,*\nF,..\nF,-\nF,soon\nF,#REF!\nF,2.5\nM,-1\nM,\"7\"\nM,<5\n";
    check(file, &weeks("sex,weeks", &["sex"]), 1, "
        =: 10 blank 7 -1x1 2.5x1 7x1
        sex=F: 7 blank 6 2.5x1
        sex=M: 3 blank 1 -1x1 7x1
        used 3/10 OutcomeBlank 1@[2] OutcomeSuppressed 2@[3, 11] OutcomeNotAvailable 2@[4, 5] OutcomeUnreadable 1@[6] OutcomeError 1@[7]");
}

#[test]
fn days_become_weeks() {
    let days = Outcome::Wait {
        column: "d".into(),
        days: true,
    };
    check(
        "d\n7\n1\n7300\n3.5\n",
        &plan("d", days),
        1,
        "
        =: 4 0.142857x1 0.5x1 1x1 1042.857143x1
        used 4/4",
    );
}

#[test]
fn answers_are_ones_and_zeros() {
    let seen = Outcome::YesNo {
        column: "seen".into(),
        answers: Answers::Marks,
    };
    let file = "seen,g\n1,a\n0,a\nYes,b\nN,b\nfalse,b\n2,b\n,b\n1.0,b\n";
    check(
        file,
        &by(plan("seen,g", seen), &["g"]),
        1,
        "
        =: 8 blank 2 0x3 1x3
        g=a: 2 0x1 1x1
        g=b: 6 blank 2 0x2 1x2
        used 6/8 OutcomeBlank 1@[8] OutcomeUnreadable 1@[7]",
    );
}

#[test]
fn filters_must_all_agree() {
    let asked = weeks("sex,area,weeks", &["sex"]);
    let asked = keeping(keeping(asked, "area", &["N", "S"]), "sex", &["F", ""]);
    let file = "sex,area,weeks\nF,N,1\nM,N,2\n, S ,3\nF,W,4\nF,W,\n";
    check(
        file,
        &asked,
        1,
        "
        =: 2 1x1 3x1
        sex=: 1 3x1
        sex=F: 1 1x1
        used 2/5 Filtered 3@[3, 5, 6]",
    );
}

#[test]
fn counts_add_up_by_band_and_breakdown() {
    let file = "metric,group,band,n\nIMD,1,over,5\nIMD,1,all,\"1,000\"\nIMD,2,over,*\nIMD,2,all,900\n\
                Sex,F,all,7\nAge,0-4,all,3\nIMD,2,other,1\nIMD,3,all,c\nSource: us,,,\nmetric,group,band,n\n";
    let series = ["n/band=over", "n/band=all"];
    let divisions = ["group/metric=IMD", "group/metric=Sex"];
    check(file, &counts("metric,group,band,n", &series, &divisions), 1, "
        group/metric=IMD=1: 2 5(1, 0, 0) 1000(1, 0, 0)
        group/metric=IMD=2: 2 blank 1 0(0, 1, 0) 900(1, 0, 0)
        group/metric=IMD=3: 1 blank 1 0(0, 0, 0) 0(0, 1, 0)
        group/metric=Sex=F: 1 0(0, 0, 0) 7(1, 0, 0)
        used 4/10 OutcomeSuppressed 2@[4, 9] Footnote 1@[10] RepeatedHeader 1@[11] Filtered 1@[8] OtherBreakdown 1@[7]");
}

#[test]
fn several_value_columns_are_added_side_by_side() {
    let file = "g,n,d\na,1,10\na,\"1,5\",20\na,,30\nb,*,\nTotal,3,60\n";
    check(
        file,
        &counts("g,n,d", &["n", "d"], &["g"]),
        1,
        "
        =: 5 blank 1 4(2, 1, 2) 120(4, 0, 1)
        g=Total: 1 3(1, 0, 0) 60(1, 0, 0)
        g=a: 3 1(1, 0, 2) 60(3, 0, 0)
        g=b: 1 blank 1 0(0, 1, 0) 0(0, 0, 1)
        used 4/5 OutcomeSuppressed 1@[5]",
    );
}

#[test]
fn columns_are_found_by_name_in_any_order() {
    let file = "weeks,n,n,,sex\n1,a,b,c,F\n";
    check(
        file,
        &weeks("sex,n (2),Column 4,weeks", &["sex", "n (2)", "Column 4"]),
        1,
        "
        =: 1 1x1
        Column 4=c: 1 1x1
        n (2)=b: 1 1x1
        sex=F: 1 1x1
        used 1/1",
    );
    check(
        file,
        &weeks("age,weeks", &["age"]),
        1,
        "NoSuchColumn { name: \"age\" }",
    );
    check(
        file,
        &weeks("sex,days", &[]),
        1,
        "NoSuchColumn { name: \"weeks\" }",
    );
}

#[test]
fn every_encoding_gives_the_same_groups() {
    let text = "who,weeks\r\nZoë £5,1\r\n “q”,\u{a0}2\u{a0}\r\nZoë £5,3";
    let expected = "
        =: 3 1x1 2x1 3x1
        who=Zoë £5: 2 1x1 3x1
        who=“q”: 1 2x1
        used 3/3";
    let asked = weeks("who,weeks", &["who"]);
    let marked = format!("\u{feff}{text}");
    let sixteen =
        |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { marked.encode_utf16().flat_map(bytes).collect() };
    check(text, &asked, 1, expected);
    check(&marked, &asked, 1, expected);
    check(sixteen(u16::to_le_bytes), &asked, 1, expected);
    check(sixteen(u16::to_be_bytes), &asked, 1, expected);
    check(
        encoding_rs::WINDOWS_1252.encode(text).0,
        &asked,
        1,
        expected,
    );
}

#[test]
fn tabs_semicolons_and_bars_delimit() {
    for delimiter in ["\t", ";", "|"] {
        let file = "sex,weeks\n\"F, or f\",1\nM,2\n".replace(',', delimiter);
        let expected = "=: 2 1x1 2x1\nsex=F, or f: 1 1x1\nsex=M: 1 2x1\nused 2/2";
        check(
            file,
            &weeks("sex,weeks", &["sex"]),
            1,
            &expected.replace(',', delimiter),
        );
    }
}
