//! Running other programs: shown, checked, named when they fail.

use crate::failure::{About, Outcome, refuse};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

/// Runs a program in the repository's root and fails if it does.
pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let shown = describe(command);
    println!("$ {shown}");
    let status = command.status().about(command.get_program())?;
    if status.success() {
        Ok(())
    } else {
        refuse(format!("`{shown}` failed ({status})"))
    }
}

/// What a program prints, or nothing if it is missing or fails.
pub(crate) fn says(program: impl AsRef<OsStr>, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// The first of these programs that stands on PATH.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

fn describe(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
