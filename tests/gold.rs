//! The methods against their references: every case of every file in `tests/gold/`, or in the folder that
//! `GOLD_DIR` names.
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

#[test]
fn every_method_equals_its_reference() {
    let folder = std::env::var_os("GOLD_DIR").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gold"),
        PathBuf::from,
    );
    let mut report = Report::default();
    for file in gold::case::files(&folder) {
        report.add(&file);
    }
    println!("{report}");
    assert!(
        report.cases() > 0,
        "no case was found in {}",
        folder.display()
    );
    assert!(report.failures.is_empty(), "{}", report.failures.join("\n"));
}
