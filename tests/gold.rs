//! The methods against their references: every case of every file in `tests/gold/` and
//! `tests/gold/independent/`, or in the folder that `GOLD_DIR` names.
//!
//! A file says which method it is of, its cases say what goes in, what must come out and how near
//! (`tests/gold/README.md`). A method without an adapter fails the test. Run with `--nocapture` to see
//! what was compared, refused as expected, and skipped with which reason.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::unnecessary_wraps,
    unreachable_pub,
    reason = "a test may stop where it stands, says what it did, and gives every adapter one form"
)]

#[path = "gold/mod.rs"]
mod gold;

use std::path::PathBuf;

use gold::report::Report;

/// Cases, or columns of cases, that are not compared for a reason that their files do not give:
/// file, case (`*` for all), column (`*` for all), reason.
pub const EXCEPTIONS: &[(&str, &str, &str, &str)] = &[
    (
        "healthequal_corrected",
        "*",
        "package_sii_analytic",
        SQUARED,
    ),
    (
        "healthequal_corrected",
        "*",
        "package_sii_se_analytic_unscaled",
        SQUARED,
    ),
    (
        "healthequal_corrected",
        "*",
        "package_rii_analytic",
        SQUARED,
    ),
    (
        "healthequal_corrected",
        "*",
        "package_rii_log_se_analytic",
        SQUARED,
    ),
];

const SQUARED: &str = "the package's own figure, weighed by the square of the people: a defect";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

#[test]
fn every_method_equals_its_reference() {
    let folders = std::env::var_os("GOLD_DIR").map_or_else(
        || vec![folder(), folder().join("independent")],
        |given| vec![PathBuf::from(given)],
    );
    let mut report = Report::default();
    for folder in &folders {
        let files = gold::case::files(folder);
        assert!(
            !files.is_empty(),
            "no case was found in {}",
            folder.display()
        );
        for file in &files {
            report.add(file);
        }
    }
    println!("{report}");
    assert!(report.cases() > 0, "no case was found");
    assert!(report.failures.is_empty(), "{}", report.failures.join("\n"));
}

/// The failures of the crude rates' file when something in it is changed.
fn failures_when(change: impl Fn(&mut gold::case::File)) -> Vec<String> {
    let mut files = gold::case::files(&folder());
    let file = files
        .iter_mut()
        .find(|file| file.method == "phe_rate")
        .unwrap();
    change(file);
    let mut report = Report::default();
    report.add(file);
    report.failures
}

#[test]
fn a_wrong_reference_is_noticed() {
    assert!(failures_when(|_| ()).is_empty());
    let wrong = failures_when(|file| {
        let value = &mut file.cases[0].whole["expect"]["value"][0];
        *value = serde_json::json!(value.as_f64().unwrap() * (1.0 + 1e-8));
    });
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    let hidden = failures_when(|file| {
        file.cases[0].whole["expect"]["uppercl"][3] = serde_json::Value::Null;
    });
    assert_eq!(hidden.len(), 1, "{hidden:?}");
    let allowed = failures_when(|file| {
        file.cases[0]
            .whole
            .insert("expect_error".to_owned(), "must fail".into());
    });
    assert_eq!(allowed.len(), 1, "{allowed:?}");
    let unknown = failures_when(|file| "no such method".clone_into(&mut file.method));
    assert_eq!(unknown.len(), 1, "{unknown:?}");
}
