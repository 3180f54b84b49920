//! Tools from npm, in one folder per user and lock file: every checkout with the same lock shares it.

use super::announce;
use super::version::Version;
use crate::command::{run, says};
use crate::failure::{About, Outcome, refuse};
use crate::place;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const OLDEST: Version = Version(20, 19, 0);

/// Where the tools of this checkout's lock file are, or will be.
pub(super) fn folder() -> Outcome<PathBuf> {
    let lock = place::read(&place::root().join("xtask").join("package-lock.json"))?;
    let digest = format!("{:x}", Sha256::digest(lock.as_bytes()));
    Ok(place::cache()?.join(format!("node-{}", &digest[..16])))
}

/// Installs what the lock file names, without running any package's scripts.
pub(super) fn install() -> Outcome<PathBuf> {
    let version = says("node", &["--version"]).and_then(|text| Version::within(&text));
    match version {
        Some(found) if found >= OLDEST => {}
        Some(found) => {
            return refuse(format!(
                "Node {found} is too old: {OLDEST} or later is needed"
            ));
        }
        None => {
            return refuse(format!(
                "Node is missing: install Node {OLDEST} or later, with npm"
            ));
        }
    }
    let there = folder()?;
    if there.is_dir() {
        return Ok(there);
    }
    let why = "sass and the NHS.UK styles, wasm-opt, and what drives the browsers in tests";
    announce("npm packages", &there.display().to_string(), why);
    // Built beside its place and moved there whole: an interrupted install is never mistaken for one.
    let unfinished = there.with_extension(format!("unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished).about(&unfinished)?;
    for file in ["package.json", "package-lock.json"] {
        let from = place::root().join("xtask").join(file);
        fs::copy(&from, unfinished.join(file)).about(&from)?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm).current_dir(&unfinished).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))?;
    if fs::rename(&unfinished, &there).is_err() && !there.is_dir() {
        return refuse(format!(
            "could not move the npm packages to {}",
            there.display()
        ));
    }
    Ok(there)
}
