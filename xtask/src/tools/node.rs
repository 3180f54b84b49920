//! Tools from npm, in one folder per user and lock file: every checkout with the same lock shares it.

use super::announce;
use super::version::Version;
use crate::command::{run, says};
use crate::failure::{About, Outcome, refuse};
use crate::place;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const OLDEST: Version = Version(20, 19, 0);

/// Packages that a lock file in the checkout names.
pub(super) struct Packages {
    /// The folder of the lock file, from the repository's root.
    lock: &'static str,
    /// What they are for.
    why: &'static str,
}

/// What building and testing needs.
pub(super) const TOOLS: Packages = Packages {
    lock: "xtask",
    why: "sass and the NHS.UK styles, wasm-opt, what drives the browsers in tests, and a solver",
};

/// What the benchmark compares the page with.
pub(super) const PEERS: Packages = Packages {
    lock: "benches/browser",
    why: "the benchmark runs DuckDB-WASM beside the page",
};

impl Packages {
    /// Where these packages are, or will be.
    pub(super) fn folder(&self) -> Outcome<PathBuf> {
        let lock = place::read(&place::root().join(self.lock).join("package-lock.json"))?;
        let digest = format!("{:x}", Sha256::digest(lock.as_bytes()));
        Ok(place::cache()?.join(format!("node-{}", &digest[..16])))
    }

    /// Installs them if they are missing, without running any package's scripts.
    pub(super) fn install(&self) -> Outcome<PathBuf> {
        is_node_there()?;
        let there = self.folder()?;
        if !there.is_dir() {
            announce("npm packages", &there.display().to_string(), self.why);
            fetch(&place::root().join(self.lock), &there)?;
        }
        Ok(there)
    }
}

fn is_node_there() -> Outcome<()> {
    match says("node", &["--version"]).and_then(|text| Version::within(&text)) {
        Some(found) if found >= OLDEST => Ok(()),
        Some(found) => refuse(format!(
            "Node {found} is too old: {OLDEST} or later is needed"
        )),
        None => refuse(format!(
            "Node is missing: install Node {OLDEST} or later, with npm"
        )),
    }
}

fn fetch(lock: &Path, there: &Path) -> Outcome<()> {
    // Built beside its place and moved there whole: an interrupted install is never mistaken for one.
    let unfinished = there.with_extension(format!("unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished).about(&unfinished)?;
    for file in ["package.json", "package-lock.json"] {
        let from = lock.join(file);
        fs::copy(&from, unfinished.join(file)).about(&from)?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm).current_dir(&unfinished).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))?;
    if fs::rename(&unfinished, there).is_err() && !there.is_dir() {
        return refuse(format!(
            "could not move the npm packages to {}",
            there.display()
        ));
    }
    Ok(())
}
