//! Makes one file of what Trunk built: the shell with the wasm and the frame in it as inert text.

mod check;
mod fill;
mod frame;
mod inert;
mod parts;
mod policy;
mod shell;
mod weight;

pub(crate) use weight::Weight;

use crate::failure::{About, Outcome, refuse};
use crate::place;
use parts::Parts;
use std::fs;
use std::path::{Path, PathBuf};

/// The command: without options Trunk's hook; with them, the last build packed again with a script of a
/// test in the frame.
pub(crate) fn pack(options: &[&str]) -> Outcome<()> {
    match options {
        [] => hook(),
        ["--probe", probe, "--to", page] => pack_probe(Path::new(probe), Path::new(page)),
        other => refuse(format!("pack does not know “{}”", other.join(" "))),
    }
}

/// Trunk calls this after every build; a debug build stays as it is, for `trunk serve`.
fn hook() -> Outcome<()> {
    let (Some(staged), Ok(profile)) = (
        std::env::var_os("TRUNK_STAGING_DIR"),
        std::env::var("TRUNK_PROFILE"),
    ) else {
        return refuse("`cargo xtask pack` is called by Trunk; run `cargo xtask build`");
    };
    if profile != "release" {
        return Ok(());
    }
    let staged = PathBuf::from(staged);
    let parts = Parts::from_trunk(&staged)?;
    parts.keep(&place::parts())?;
    empty(&staged)?;
    let page = page(&parts, None)?;
    let path = staged.join("index.html");
    fs::write(&path, page).about(&path)
}

fn pack_probe(probe: &Path, to: &Path) -> Outcome<()> {
    let parts = Parts::kept(&place::parts())?;
    let page = page(&parts, Some(&place::read(probe)?))?;
    fs::write(to, page).about(to)
}

fn page(parts: &Parts, probe: Option<&str>) -> Outcome<String> {
    let frame = frame::frame(parts, probe)?;
    let page = shell::shell(&frame, &parts.wasm)?;
    // A probe exists to try addresses; it never ships.
    if probe.is_none() {
        check::ships_nothing_loadable(&frame.html)?;
    }
    check::ends_no_script(&frame.scripts)?;
    check::names_no_machine(&page, &parts.wasm)?;
    check::fits(&page)?;
    Ok(page)
}

fn empty(folder: &Path) -> Outcome<()> {
    for entry in fs::read_dir(folder).about(folder)? {
        let path = entry.about(folder)?.path();
        if path.is_file() {
            fs::remove_file(&path).about(&path)?;
        }
    }
    Ok(())
}
