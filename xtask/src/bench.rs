//! `cargo xtask bench`: the kernel and a full answer alone, natively; then a full answer on the packed page,
//! and the page beside its peers, in Chromium.

use crate::build::build_with;
use crate::command::run;
use crate::failure::{About, Outcome};
use crate::place;
use crate::tools::{TO_BENCH, Toolbox, chromium, peers, set_up};
use std::fs::{self, File};
use std::path::PathBuf;

/// Rows of the extract that every contender is given, and the seed it is made from.
const ROWS: &str = "1000000";
const SEED: &str = "42";

/// Runs both benchmarks. The figures are printed, never judged: they depend on the machine.
pub(crate) fn bench() -> Outcome<()> {
    let tools = set_up(&TO_BENCH)?;
    build_with(&tools)?;

    let extract = made("extract.csv", &["--rows", ROWS, "--seed", SEED], &tools)?;
    let published = made("published.csv", &["--published"], &tools)?;
    run(tools.command("cargo").args(["bench", "--locked"]))?;
    for (script, data) in [("full.mjs", &published), ("run.mjs", &extract)] {
        run(tools
            .command("node")
            .arg(format!("benches/browser/{script}"))
            .arg("--page")
            .arg(place::page())
            .arg("--data")
            .arg(data)
            .arg("--node")
            .arg(peers()?)
            .arg("--chromium")
            .arg(chromium()?))?;
    }
    Ok(())
}

/// A made-up file of the example `extract`.
fn made(name: &str, options: &[&str], tools: &Toolbox) -> Outcome<PathBuf> {
    let data = place::target().join(name);
    fs::create_dir_all(place::target()).about(place::target())?;
    let file = File::create(&data).about(&data)?;
    let mut generator = tools.command("cargo");
    generator.args(["run", "--release", "--locked", "--example", "extract", "--"]);
    run(generator.args(options).stdout(file))?;
    Ok(data)
}
