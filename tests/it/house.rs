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
