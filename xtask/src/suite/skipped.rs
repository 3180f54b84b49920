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

/// Each test that was skipped, and why.
pub(super) fn told() -> Outcome<Vec<(String, String)>> {
    Ok(tests(&place::read(&list())?))
}

/// A test may write several lines `SKIPPED name: why`; the first says enough.
fn tests(list: &str) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    list.lines()
        .filter_map(|line| line.strip_prefix("SKIPPED ")?.split_once(": "))
        .filter(|(name, _)| seen.insert(*name))
        .map(|(name, why)| (name.to_owned(), why.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::tests;

    #[test]
    fn names_each_test_once() {
        let list = "SKIPPED a::b: no x\nSKIPPED a::b: no y\nSKIPPED a::c: no x\n";
        let pair = |name: &str| (name.to_owned(), "no x".to_owned());
        assert_eq!(tests(list), [pair("a::b"), pair("a::c")]);
    }
}
