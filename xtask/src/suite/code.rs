//! The Rust code: formatted, without warnings, and right, natively and in a browser.

use super::{End, skipped};
use crate::command::run;
use crate::failure::{About, Outcome, refuse};
use crate::place;
use crate::tools::Toolbox;
use std::fs;

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

pub(super) fn formatted(tools: &Toolbox) -> Outcome<End> {
    run(tools.command("cargo").args(["fmt", "--all", "--check"]))?;
    Ok(End::Passed)
}

pub(super) fn clean_natively(tools: &Toolbox) -> Outcome<End> {
    let mut clippy = tools.command("cargo");
    clippy.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]);
    run(&mut clippy)?;
    Ok(End::Passed)
}

pub(super) fn clean_as_wasm(tools: &Toolbox) -> Outcome<End> {
    // Library and program only: what tests and benchmarks lean on need not know wasm.
    let mut clippy = tools.command("cargo");
    clippy.args([
        "clippy",
        "--package",
        "equal-measure",
        "--lib",
        "--bins",
        "--locked",
    ]);
    run(clippy.args(WASM).args(["--", "-D", "warnings"]))?;
    Ok(End::Passed)
}

/// Of the page's side, which sees every module; a broken link is an error (`Cargo.toml`).
pub(super) fn documented(tools: &Toolbox) -> Outcome<End> {
    let words = ["doc", "--no-deps", "--document-private-items", "--locked"];
    let mut page = tools.command("cargo");
    run(page
        .args(words)
        .args(["--package", "equal-measure"])
        .args(WASM))?;
    let mut own = tools.command("cargo");
    run(own.args(words).args(["--package", "xtask"]))?;
    Ok(End::Passed)
}

pub(super) fn native_tests(tools: &Toolbox) -> Outcome<End> {
    // Panes are rendered natively by a feature that only tests use; the rest is the same with it.
    let mut test = tools.command("cargo");
    test.args(["test", "--workspace", "--locked"]);
    test.args(["--features", "equal-measure/ssr"]);
    run(test.env(skipped::VARIABLE, skipped::list()))?;
    Ok(End::Passed)
}

/// Wasm tests are the files `tests/wasm*.rs`.
pub(super) fn wasm_tests(tools: &Toolbox) -> Outcome<End> {
    let names: Vec<String> = test_names()?
        .into_iter()
        .filter(|name| name.starts_with("wasm"))
        .collect();
    if names.is_empty() {
        return Ok(End::Skipped("there are none"));
    }
    let Some(driver) = crate::command::find(&["chromedriver"]) else {
        return refuse("chromedriver is not on PATH");
    };
    let mut test = tools.command("cargo");
    test.args(["test", "--package", "equal-measure", "--locked"])
        .args(WASM);
    test.args(names.iter().flat_map(|name| ["--test", name]));
    run(test.env("CHROMEDRIVER", driver))?;
    Ok(End::Passed)
}

/// The names of the files in `tests/`, without their endings.
fn test_names() -> Outcome<Vec<String>> {
    let folder = place::root().join("tests");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).about(&folder)? {
        let path = entry.about(&folder)?.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            names.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    names.sort();
    Ok(names)
}
