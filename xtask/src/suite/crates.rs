//! The crates the product is made of: may they be used, and is anything known against them?

use super::End;
use crate::command::run;
use crate::failure::Outcome;
use crate::tools::Toolbox;

pub(super) fn allowed(tools: &Toolbox) -> Outcome<End> {
    run(tools
        .command("cargo")
        .args(["deny", "check", "licenses", "sources", "bans"]))?;
    Ok(End::Passed)
}

/// The database of advisories lies on GitHub; where that cannot be reached, this says so and never passes.
pub(super) fn advisories(tools: &Toolbox) -> Outcome<End> {
    let mut fetch = tools.command("cargo");
    fetch
        .args(["deny", "fetch", "db"])
        .env("GIT_TERMINAL_PROMPT", "0");
    if run(&mut fetch).is_err() {
        return Ok(End::Skipped(
            "the database of advisories cannot be reached from here",
        ));
    }
    run(tools
        .command("cargo")
        .args(["deny", "check", "--disable-fetch", "advisories"]))?;
    Ok(End::Passed)
}
