//! Files as they were published, and the figures published with them or worked out independently.
//!
//! Excerpts lie in `tests/files/`. Whole files lie in the folder that `REAL_DIR` names; without it their tests
//! say that they were skipped, and `cargo xtask test` counts them.

mod csv;
mod workbooks;
mod nhs;
mod figures;
mod stratifications;
mod measures;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// An excerpt, which must be there.
fn excerpt(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    fs::read(path.join(name)).expect(name)
}

/// A whole file, which must be there if `REAL_DIR` names a folder; otherwise the test is skipped.
fn whole(name: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os("REAL_DIR") else {
        skip(name);
        return None;
    };
    Some(fs::read(Path::new(&folder).join(name)).expect(name))
}

/// Says that this test was skipped: on the terminal, past what the harness keeps back, and in the list that
/// `EQUAL_MEASURE_SKIPPED` names.
fn skip(name: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or(name);
    let line = format!("SKIPPED {test}: REAL_DIR names no folder with {name}\n");
    io::stderr().write_all(line.as_bytes()).expect("a terminal");
    if let Some(list) = std::env::var_os("EQUAL_MEASURE_SKIPPED") {
        let mut list = OpenOptions::new().create(true).append(true).open(list);
        let list = list.as_mut().expect("a list");
        list.write_all(line.as_bytes()).expect("a list");
    }
}
