//! `cargo xtask test`: everything that must hold before a change is kept, each step timed.
//!
//! The page builds beside the steps on the code: its linking keeps one core busy and leaves the others idle.
//! What its tools say comes in one piece. The journeys, which look at the clock, run alone.

mod code;
mod crates;
mod journeys;
mod recipes;
mod skipped;
mod report;

use crate::failure::{Outcome, refuse};
use crate::tools::{EVERYTHING, Tool, Toolbox, set_up};
use crate::{build, place};
use report::{Line, Report};
use std::thread;

/// How a step ended, if it did not fail.
pub(crate) enum End {
    /// It holds.
    Passed,
    /// It could not be tried here, and why.
    Skipped(&'static str),
}

/// A step: what it shows, and how.
type Step = (&'static str, fn(&Toolbox) -> Outcome<End>);

const CODE: [Step; 9] = [
    ("the code is formatted", code::formatted),
    ("the code is clean, natively", code::clean_natively),
    ("the code is clean, as wasm", code::clean_as_wasm),
    ("the documentation has no broken links", code::documented),
    ("the native tests", code::native_tests),
    ("the recipes for contributing hold", recipes::hold),
    ("the wasm tests in Chromium", code::wasm_tests),
    (
        "licences, sources and duplicates of the crates",
        crates::allowed,
    ),
    ("advisories on the crates", crates::advisories),
];

const PAGE: Step = ("the page builds", |tools| {
    build::build_with(tools).map(|_| End::Passed)
});

const JOURNEYS: Step = ("the journeys in Chromium and Firefox", journeys::both);

/// Runs every step, whatever fails on the way, and ends with one line that counts them.
pub(crate) fn test(options: &[&str]) -> Outcome<()> {
    match options {
        [] => everything(&set_up(&EVERYTHING)?),
        ["--webkit"] => {
            let tools = set_up(&[Tool::NodeTools, Tool::WebKit])?;
            if !place::page().is_file() {
                return refuse("there is no page yet: run `cargo xtask build` first");
            }
            let mut report = Report::default();
            report.add(Line::of(
                &tools,
                &("the journeys in WebKitGTK", journeys::webkit),
            ));
            report.close()
        }
        other => refuse(format!("test does not know “{}”", other.join(" "))),
    }
}

fn everything(tools: &Toolbox) -> Outcome<()> {
    skipped::forget()?;
    let log = place::target().join("page.log");
    let aside = tools.writing_to(&log)?;
    let mut report = Report::default();
    thread::scope(|scope| {
        let page = scope.spawn(|| Line::of(&aside, &PAGE));
        for step in &CODE {
            report.add(Line::of(tools, step));
        }
        match page.join() {
            Ok(line) => report.add(line),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    });
    println!("\n{}", place::read(&log)?);
    report.add(Line::of(tools, &JOURNEYS));
    for (name, why) in skipped::told()? {
        report.add(Line::skipped(&name, &why));
    }
    report.close()
}
