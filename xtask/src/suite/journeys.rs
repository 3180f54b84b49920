//! The packed page in real browsers.

use super::End;
use crate::command::run;
use crate::failure::Outcome;
use crate::pack;
use crate::place;
use crate::tools::Toolbox;

pub(super) fn both(tools: &Toolbox) -> Outcome<End> {
    let probe = place::root().join("tests").join("browser").join("probe.js");
    let page = place::target().join("probe.html");
    pack::pack(&[
        "--probe",
        &probe.to_string_lossy(),
        "--to",
        &page.to_string_lossy(),
    ])?;
    run(tools
        .command("node")
        .arg("tests/browser/run.mjs")
        .env("EQUAL_MEASURE_PROBE_PAGE", &page))?;
    Ok(End::Passed)
}

pub(super) fn webkit(tools: &Toolbox) -> Outcome<End> {
    run(tools.command("node").arg("tests/browser/webkit.mjs"))?;
    Ok(End::Passed)
}
