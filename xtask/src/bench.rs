//! `cargo xtask bench`: the kernel and a full answer alone, natively; then a full answer and answers of many
//! organisations on the packed page, and the page beside its peers, in Chromium.

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
    let large = |name, organisations, months| {
        let options = [
            "--published",
            "--organisations",
            organisations,
            "--months",
            months,
        ];
        made(name, &options, &tools)
    };
    let names = large("names.csv", "1500", "1")?;
    let months = large("months.csv", "5000", "36")?;
    let answers = |name, answers| {
        let options = ["--rows", "500000", "--seed", SEED, "--answers", answers];
        made(name, &options, &tools)
    };
    let (one, twelve) = (answers("one.csv", "1")?, answers("twelve.csv", "12")?);
    run(tools.command("cargo").args(["bench", "--locked"]))?;
    for (script, data, name) in [
        ("full.mjs", &published, "200 x 24 x 10"),
        ("large.mjs", &names, "1,500 organisations"),
        ("large.mjs", &months, "5,000 x 36 x 10"),
        ("outcomes.mjs", &one, "500,000 rows"),
        ("run.mjs", &extract, "1,000,000 rows"),
    ] {
        run(tools
            .command("node")
            .arg(format!("benches/browser/{script}"))
            .arg("--page")
            .arg(place::page())
            .arg("--data")
            .arg(data)
            .args(["--name", name])
            .arg("--against")
            .arg(&twelve)
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
