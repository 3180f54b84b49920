//! Attacks the disclosure rule: random files, and for each count that the rule hides three whole files that
//! the program releases alike. `cargo xtask attack` runs it with its solver.
//!
//! ```text
//! cargo run --release --example attack -- FOLDER [--files N] [--seed N] [--from N]
//! ```
//!
//! `FOLDER` is the one whose `node_modules` holds the npm package `highs`.

mod attack;
mod dice;
mod extract;
mod hidden;
mod made;
mod model;
mod program;
mod solver;
mod sums;
mod told;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use attack::End;
use dice::Dice;
use solver::Solver;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = words.first().ok_or("name the folder with the solver")?;
    let number = |name: &str, usual: usize| {
        let at = words.iter().position(|word| word == name);
        let word = at.and_then(|at| words.get(at + 1));
        word.map_or(Ok(usual), |word| {
            word.parse().map_err(|_| format!("{name} is a number"))
        })
    };
    let files = number("--files", 500)?;
    let from = number("--from", 0)?;
    let seed = number("--seed", 20_261_201)? as u64;
    if words.iter().any(|word| word == "--write") {
        let attacked = made::attacked(seed, number("--write", 0)?);
        print(&attacked.extract.written());
        return Ok(());
    }
    let began = Instant::now();
    let mut solver = Solver::start(Path::new(folder))?;
    let mut out = std::io::stdout().lock();
    let mut sums: BTreeMap<&'static str, [usize; 4]> = BTreeMap::new();
    for file in from..from + files {
        let attacked = made::attacked(seed, file);
        let began = Instant::now();
        let mut dice = Dice::new(file as u64);
        let tried = match attack::attack(&attacked, &mut solver, &mut dice) {
            Ok(tried) => tried,
            Err(error) => {
                writeln!(out, "file {file}, {}: {error}", attacked.extract.kind).ok();
                solver = Solver::start(Path::new(folder))?;
                continue;
            }
        };
        let sum = sums.entry(attacked.extract.kind).or_default();
        sum[0] += 1;
        for one in &tried {
            sum[1] += 1;
            match &one.end {
                End::Proved => {}
                End::Narrowed(least, most) => {
                    sum[2] += 1;
                    writeln!(
                        out,
                        "file {file}, {}: {} is {}, and can only be {least} to {most}",
                        attacked.extract.kind, one.count.name, one.count.value
                    )
                    .ok();
                }
                End::Undecided(values) => {
                    sum[3] += 1;
                    writeln!(
                        out,
                        "file {file}, {}: {} is {}, found {values:?}",
                        attacked.extract.kind, one.count.name, one.count.value
                    )
                    .ok();
                }
            }
        }
        writeln!(
            out,
            "# file {file}, {}: {} hidden, {:.1} s, {} solved",
            attacked.extract.kind,
            tried.len(),
            began.elapsed().as_secs_f64(),
            solver.solved
        )
        .ok();
    }
    for (kind, [files, hidden, narrowed, undecided]) in &sums {
        writeln!(out, "{kind:40} {files:5} files {hidden:6} hidden {narrowed:5} narrowed {undecided:5} undecided").ok();
    }
    writeln!(out, "{:.0} s", began.elapsed().as_secs_f64()).ok();
    Ok(())
}

fn print(text: &str) {
    std::io::stdout().lock().write_all(text.as_bytes()).ok();
}
