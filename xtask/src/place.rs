//! Where things are: the checkout, what is built, and what is kept once per user.

use crate::failure::{About, Outcome, refuse};
use std::env;
use std::path::{Path, PathBuf};

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent()
        .map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The one file that is the product.
pub(crate) fn page() -> PathBuf {
    root().join("dist").join("index.html")
}

/// Cargo's folder of built things.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |named| root().join(named))
}

/// What the last release build was packed from, kept so that the tests can pack it again with a probe.
pub(crate) fn parts() -> PathBuf {
    target().join("parts")
}

/// Cargo's own folder, with the registry and the installed programs.
pub(crate) fn cargo_home() -> Outcome<PathBuf> {
    match env::var_os("CARGO_HOME") {
        Some(named) => Ok(PathBuf::from(named)),
        None => Ok(home()?.join(".cargo")),
    }
}

/// What is installed once per user and used by every checkout.
pub(crate) fn cache() -> Outcome<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME") {
        Some(named) => PathBuf::from(named),
        None => home()?.join(".cache"),
    };
    Ok(base.join("equal-measure"))
}

/// The user's home folder.
pub(crate) fn home() -> Outcome<PathBuf> {
    match env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")) {
        Some(named) => Ok(PathBuf::from(named)),
        None => refuse("HOME is not set, so there is no place to keep the tools"),
    }
}

/// Reads a text file; the error names it.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).about(path)
}
