//! `cargo xtask build`: the product in one file, and what it weighs.

use crate::command::run;
use crate::failure::{About, Outcome};
use crate::pack::Weight;
use crate::place;
use crate::tools::{TO_BUILD, Toolbox, set_up};
use std::fs;

/// Builds `dist/index.html` and prints its size and SHA-256.
pub(crate) fn build() -> Outcome<Weight> {
    build_with(&set_up(&TO_BUILD)?)
}

/// The same, with tools already at hand.
pub(crate) fn build_with(tools: &Toolbox) -> Outcome<Weight> {
    run(tools
        .command("trunk")
        .args(["build", "--release", "--cargo-profile", "page", "--locked"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            nameless_paths()?,
        ))?;
    let weight = Weight::of(&fs::read(place::page()).about(place::page())?);
    println!("{}\n{weight}", place::page().display());
    Ok(weight)
}

/// Serves the bare page, for developing: no shell, no frame, rebuilt on every change.
pub(crate) fn develop() -> Outcome<()> {
    run(set_up(&TO_BUILD)?.command("trunk").arg("serve"))
}

/// Compiler flags that keep this machine's folders out of the wasm, so that every checkout builds the
/// same bytes. Cargo adds them to those of `.cargo/config.toml`.
fn nameless_paths() -> Outcome<String> {
    let folders = [
        (place::target(), "/target"),
        (place::root(), "/equal-measure"),
        (place::cargo_home()?, "/cargo"),
    ];
    let flags = folders.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(flags.join(" "))
}
