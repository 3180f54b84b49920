//! `cargo xtask test`: everything that must hold before a change is kept, each step timed.

mod code;
mod crates;
mod journeys;
mod skipped;

use crate::failure::{Outcome, refuse, stop};
use crate::tools::{EVERYTHING, Tool, Toolbox, set_up};
use crate::{build, place};
use std::time::Instant;

/// How a step ended, if it did not fail.
pub(crate) enum End {
    /// It holds.
    Passed,
    /// It could not be tried here, and why.
    Skipped(&'static str),
}

/// A step: what it shows, and how.
type Step = (&'static str, fn(&Toolbox) -> Outcome<End>);

const STEPS: [Step; 10] = [
    ("the code is formatted", code::formatted),
    ("the code is clean, natively", code::clean_natively),
    ("the code is clean, as wasm", code::clean_as_wasm),
    ("the documentation has no broken links", code::documented),
    ("the native tests", code::native_tests),
    ("the wasm tests in Chromium", code::wasm_tests),
    (
        "licences, sources and duplicates of the crates",
        crates::allowed,
    ),
    ("advisories on the crates", crates::advisories),
    ("the page builds", |tools| {
        build::build_with(tools).map(|_| End::Passed)
    }),
    ("the journeys in Chromium and Firefox", journeys::both),
];

/// Runs every step, whatever fails on the way, and ends with one line that counts them.
pub(crate) fn test(options: &[&str]) -> Outcome<()> {
    match options {
        [] => run_steps(&set_up(&EVERYTHING)?, &STEPS),
        ["--webkit"] => {
            let tools = set_up(&[Tool::NodeTools, Tool::WebKit])?;
            if !place::page().is_file() {
                return refuse("there is no page yet: run `cargo xtask build` first");
            }
            run_steps(&tools, &[("the journeys in WebKitGTK", journeys::webkit)])
        }
        other => refuse(format!("test does not know “{}”", other.join(" "))),
    }
}

fn run_steps(tools: &Toolbox, steps: &[Step]) -> Outcome<()> {
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    skipped::forget()?;
    let mut report = Vec::new();
    for (name, step) in steps {
        println!("\n=== {name}");
        let start = Instant::now();
        let end = step(tools);
        let seconds = start.elapsed().as_secs_f64();
        let line = match end {
            Ok(End::Passed) => {
                passed += 1;
                format!("passed   {seconds:6.1} s  {name}")
            }
            Ok(End::Skipped(why)) => {
                skipped += 1;
                format!("SKIPPED  {seconds:6.1} s  {name}: {why}")
            }
            Err(failure) => {
                failed += 1;
                format!("FAILED   {seconds:6.1} s  {name}: {failure}")
            }
        };
        println!("{line}");
        report.push(line);
    }
    for line in skipped::told()? {
        skipped += 1;
        report.push(line);
    }
    println!("\n{}", report.join("\n"));
    if skipped > 0 {
        println!("{skipped} skipped");
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 { stop() } else { Ok(()) }
}
