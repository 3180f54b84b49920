//! What holds exact counts can be reached from `release` alone, so that it can be neither saved nor sent.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The types that hold exact counts, each with its file. None has a way to text and back, so that none can
/// cross to the page or be saved.
const EXACT: [(&str, &str); 10] = [
    ("src/core/tally.rs", "Tally"),
    ("src/core/tally.rs", "Cut"),
    ("src/core/tally.rs", "Cell"),
    ("src/core/tally.rs", "Counted"),
    ("src/core/tally.rs", "Sum"),
    ("src/core/histogram.rs", "Histogram"),
    ("src/core/summary.rs", "Summary"),
    ("src/core/ledger.rs", "Ledger"),
    ("src/ingest/reading.rs", "Reading"),
    ("src/engine/kept.rs", "Kept"),
];

#[test]
fn nothing_after_the_rule_names_the_tally() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let door = fs::read_to_string(src.join("release/mod.rs")).expect("a file");
    let open = door.lines().filter(|line| line.starts_with("pub mod "));
    assert_eq!(open.collect::<Vec<_>>(), ["pub mod cell;", "pub mod rule;"]);
    for layer in ["answer", "present", "export", "ui", "embed"] {
        for path in files(&src.join(layer)) {
            let text = fs::read_to_string(&path).expect("a file");
            assert!(!text.contains("core::tally"), "{}", path.display());
        }
    }
}

#[test]
fn exact_counts_neither_cross_nor_are_saved() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = EXACT.into_iter().filter_map(|(path, name)| {
        let text = fs::read_to_string(root.join(path)).expect("a file");
        serialised(path, name, &text)
    });
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_planted_way_out_is_found() {
    let crosses = |text| serialised("a.rs", "Tally", text).is_some();
    assert!(!crosses("#[derive(Debug)]\npub struct Tally {"));
    assert!(crosses("#[derive(Debug)]\npub struct Count {"));
    assert!(crosses("#[derive(Debug, Serialize)]\npub struct Tally {"));
    let by_hand = "pub struct Tally {\n}\nimpl serde::Serialize for Tally {";
    assert!(crosses(by_hand));
}

/// Whether a type is gone from its file, or can be turned into text there.
fn serialised(path: &str, name: &str, text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let declared = format!("pub struct {name} {{");
    let Some(at) = lines.iter().position(|line| *line == declared) else {
        return Some(format!("{path} has no {name}; say where it is now"));
    };
    let attributes = lines[..at]
        .iter()
        .rev()
        .take_while(|line| line.starts_with("#["));
    let derived = attributes.into_iter().any(|line| line.contains("erialize"));
    let by_hand = lines.iter().any(|line| {
        line.starts_with("impl")
            && line.contains("erialize")
            && line.contains(&format!(" for {name}"))
    });
    (derived || by_hand)
        .then(|| format!("{path}: {name} holds exact counts, and can be serialised"))
}
