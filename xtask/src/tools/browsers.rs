//! The browsers that the tests drive. A missing browser is a failure, never a skipped test.

use super::announce;
use crate::command::{find, run, says};
use crate::failure::{Outcome, refuse};
use std::path::PathBuf;
use std::process::Command;

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// The browsers on this machine, by the variable that names each to the journeys.
pub(super) fn found() -> Vec<(&'static str, PathBuf)> {
    [
        ("EQUAL_MEASURE_CHROMIUM", find(&CHROMIUM)),
        ("EQUAL_MEASURE_FIREFOX", find(&FIREFOX)),
    ]
    .into_iter()
    .filter_map(|(variable, program)| Some((variable, program?)))
    .collect()
}

/// The Chromium on this machine.
pub(super) fn chromium() -> Outcome<PathBuf> {
    find(&CHROMIUM).map_or_else(|| refuse("Chromium is not on PATH"), Ok)
}

/// Chromium and Firefox, for the journeys.
pub(super) fn main_two() -> Outcome<()> {
    need(&CHROMIUM, &["chromium"], "the journeys run in Chromium")?;
    need(&FIREFOX, &["firefox-esr"], "the journeys run in Firefox")
}

/// Chromium's driver, for wasm tests.
pub(super) fn chrome_driver() -> Outcome<()> {
    need(
        &["chromedriver"],
        &["chromium-driver"],
        "the wasm tests run in Chromium",
    )
}

/// The driver of `WebKitGTK`, and a virtual display.
pub(super) fn webkit() -> Outcome<()> {
    need(
        &["WebKitWebDriver"],
        &["webkit2gtk-driver"],
        "the journeys run in WebKitGTK",
    )?;
    need(&["Xvfb"], &["xvfb"], "WebKitGTK needs a display")
}

fn need(programs: &[&str], packages: &[&str], why: &str) -> Outcome<()> {
    if find(programs).is_some() {
        return Ok(());
    }
    let line = format!(
        "apt-get update && apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    let is_root = says("id", &["-u"]).as_deref() == Some("0");
    if find(&["apt-get"]).is_none() {
        return refuse(format!(
            "{} is missing ({why}): install it and run again",
            programs[0]
        ));
    }
    if !is_root {
        return refuse(format!(
            "{} is missing ({why}), and installing it needs root. Run this, then run again:\n  \
             sudo sh -c '{line}'",
            programs[0]
        ));
    }
    announce(&packages.join(" "), "this system, by apt", why);
    run(Command::new("sh")
        .args(["-c", &line])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    match find(programs) {
        Some(_) => Ok(()),
        None => refuse(format!(
            "apt installed {}, yet {} is not on PATH",
            packages.join(" "),
            programs[0]
        )),
    }
}
