//! What single cells say where a number is expected.

use equal_measure::ingest::cell::{Content, Mark, is_percent, read, yes_or_no};

fn check(cases: &[(&str, Content<'_>)]) {
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text:?}");
    }
}

#[test]
fn numbers_are_exact_to_the_millionth() {
    let numbers = [
        ("0", 0),
        ("7", 7_000_000),
        ("007", 7_000_000),
        ("1,234", 1_234_000_000),
        (" 1,696 ", 1_696_000_000),
        ("12,345,678", 12_345_678_000_000),
        ("12.3%", 123_000),
        ("12.3 %", 123_000),
        ("0.00005%", 1),
        ("0.59142", 591_420),
        (".5", 500_000),
        ("5.", 5_000_000),
        ("21.800000000000004", 21_800_000),
        ("1.2E+05", 120_000_000_000),
        ("2.5e-3", 2_500),
        ("1E-400", 0),
        ("0E999", 0),
        ("(12)", -12_000_000),
        ("(1,234.5)", -1_234_500_000),
        ("-5", -5_000_000),
        ("\u{2212}5", -5_000_000),
        ("+5", 5_000_000),
        ("\u{a0}8\u{a0}", 8_000_000),
        ("0.0000005", 1),
        ("0.00000049999999999999999999999999999999999999999", 0),
        ("-0.0000005", -1),
        ("9223372036854.775807", i64::MAX),
        (
            "0000000000000000000000000000000000000000000000012",
            12_000_000,
        ),
    ];
    for (text, micro) in numbers {
        assert_eq!(read(text), Content::Number(micro), "{text:?}");
    }
}

#[test]
fn marks_are_never_numbers() {
    use Mark::{Error, NotApplicable, NotAvailable, Suppressed, Unreliable};
    let marks = [
        (Suppressed, vec!["*", " * ", "c", "[c]", "[C]"]),
        (
            Suppressed,
            vec!["<5", "< 5", "<8", "≤7", "<=7", "1-7", "1–7", "1 to 7"],
        ),
        (
            NotAvailable,
            vec![":", "..", "x", "[x]", "NA", "N/A", "#N/A", "null", "NaN"],
        ),
        (NotApplicable, vec!["-", "–", "z", "[z]"]),
        (Unreliable, vec!["u", "[u]", "[low]"]),
        (
            Error,
            vec!["#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"],
        ),
    ];
    for (mark, texts) in marks {
        for text in texts {
            assert_eq!(read(text), Content::Mark(mark), "{text:?}");
        }
    }
}

#[test]
fn everything_else_is_blank_or_text() {
    check(&[
        ("", Content::Blank),
        (" \t\u{a0}", Content::Blank),
        ("1,23", Content::Text("1,23")),
        ("1,2345", Content::Text("1,2345")),
        (",123", Content::Text(",123")),
        ("1.2.3", Content::Text("1.2.3")),
        ("1e", Content::Text("1e")),
        ("e5", Content::Text("e5")),
        ("--5", Content::Text("--5")),
        ("5-", Content::Text("5-")),
        (".", Content::Mark(Mark::NotAvailable)),
        ("+", Content::Text("+")),
        ("()", Content::Text("()")),
        ("%", Content::Text("%")),
        ("inf", Content::Text("inf")),
        ("C", Content::Text("C")),
        ("Z", Content::Text("Z")),
        ("7-1", Content::Text("7-1")),
        ("2023-24", Content::Text("2023-24")),
        ("26/03/2021", Content::Text("26/03/2021")),
        ("1E+400", Content::Text("1E+400")),
        (
            "9223372036854.775808",
            Content::Text("9223372036854.775808"),
        ),
        (" Most deprived ", Content::Text("Most deprived")),
    ]);
}

#[test]
fn percentages_and_answers_are_recognised() {
    for (text, expected) in [("50%", true), (" 5 % ", true), ("5", false), ("a%", false)] {
        assert_eq!(is_percent(text), expected, "{text:?}");
    }
    for yes in ["1", "Y", "y", "yes", "YES", "True", "1.0", " 1 "] {
        assert_eq!(yes_or_no(yes), Some(true), "{yes:?}");
    }
    for no in ["0", "N", "no", "FALSE", "0.0"] {
        assert_eq!(yes_or_no(no), Some(false), "{no:?}");
    }
    for neither in ["", "2", "-1", "maybe", "*"] {
        assert_eq!(yes_or_no(neither), None, "{neither:?}");
    }
}
