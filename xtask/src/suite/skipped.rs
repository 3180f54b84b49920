//! Tests that could not be tried: the Rust test harness knows no such end, so they write themselves into a list.

use crate::failure::{About, Outcome};
use crate::place;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// The variable that names the list to the tests.
pub(super) const VARIABLE: &str = "EQUAL_MEASURE_SKIPPED";

/// Where the list is.
pub(super) fn list() -> PathBuf {
    place::target().join("skipped.txt")
}

/// Begins an empty list.
pub(super) fn forget() -> Outcome<()> {
    fs::write(list(), "").about(list())
}

/// A line for the report of each test that was skipped.
pub(super) fn told() -> Outcome<Vec<String>> {
    Ok(lines(&place::read(&list())?))
}

/// A test may write several lines `SKIPPED name: why`; the first says enough.
fn lines(list: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    list.lines()
        .filter_map(|line| line.strip_prefix("SKIPPED "))
        .filter(|line| seen.insert(line.split_once(": ").map_or(*line, |(name, _)| name)))
        .map(|line| format!("SKIPPED            {line}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn names_each_test_once() {
        let list = "SKIPPED a::b: no x\nSKIPPED a::b: no y\nSKIPPED a::c: no x\n";
        assert_eq!(
            lines(list),
            [
                "SKIPPED            a::b: no x",
                "SKIPPED            a::c: no x"
            ]
        );
    }
}
