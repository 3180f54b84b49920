//! `cargo xtask attack`: an attack with whole-number programming on the disclosure rule, what it finds, what is
//! left of the tables, and how honest the figures are.

use crate::command::run;
use crate::failure::Outcome;
use crate::tools::{TO_ATTACK, set_up};

/// Runs the example `attack` with its solver. What it finds is printed, and fails it.
pub(crate) fn attack(options: &[&str]) -> Outcome<()> {
    let tools = set_up(&TO_ATTACK)?;
    let mut attack = tools.command("cargo");
    attack.args([
        "run",
        "--profile",
        "bench",
        "--locked",
        "--example",
        "attack",
        "--",
    ]);
    run(attack.arg(tools.node()).args(options))
}
