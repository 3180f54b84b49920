//! `cargo xtask bench`: the kernel alone, natively; then the packed page beside its peers, in Chromium.

use crate::build::build_with;
use crate::command::run;
use crate::failure::{About, Outcome};
use crate::place;
use crate::tools::{TO_BENCH, chromium, peers, set_up};
use std::fs::{self, File};

/// Rows of the extract that every contender is given, and the seed it is made from.
const ROWS: &str = "1000000";
const SEED: &str = "42";

/// Runs both benchmarks. The figures are printed, never judged: they depend on the machine.
pub(crate) fn bench() -> Outcome<()> {
    let tools = set_up(&TO_BENCH)?;
    build_with(&tools)?;

    let data = place::target().join("extract.csv");
    fs::create_dir_all(place::target()).about(place::target())?;
    let file = File::create(&data).about(&data)?;
    let mut generator = tools.command("cargo");
    generator.args(["run", "--release", "--locked", "--example", "extract", "--"]);
    generator
        .args(["--rows", ROWS, "--seed", SEED])
        .stdout(file);
    run(&mut generator)?;

    run(tools.command("cargo").args(["bench", "--locked"]))?;
    run(tools
        .command("node")
        .arg("benches/browser/run.mjs")
        .arg("--page")
        .arg(place::page())
        .arg("--data")
        .arg(&data)
        .arg("--node")
        .arg(peers()?)
        .arg("--chromium")
        .arg(chromium()?))
}
