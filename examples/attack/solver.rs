//! The solver: `HiGHS` as WebAssembly, in a Node process beside this one.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::{Deserialize, Serialize};

const SCRIPT: &str = include_str!("solver.mjs");

/// A process that solves what is written to it.
pub(crate) struct Solver {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    /// Programs solved so far.
    pub(crate) solved: usize,
}

#[derive(Serialize)]
struct Asked<'a> {
    program: &'a str,
    many: usize,
    gap: f64,
}

#[derive(Deserialize)]
struct Given {
    status: String,
    counts: Vec<i64>,
}

impl Solver {
    /// Starts it; `packages` is the folder whose `node_modules` holds the solver.
    pub(crate) fn start(packages: &Path) -> Result<Self, String> {
        let mut process = Command::new("node")
            .args(["--input-type=module", "--eval", SCRIPT, "--"])
            .arg(packages)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("node: {error}"))?;
        let missing = || "node has no pipes".to_owned();
        let to = process.stdin.take().ok_or_else(missing)?;
        let from = process.stdout.take().ok_or_else(missing)?;
        Ok(Self {
            process,
            to,
            from: BufReader::new(from),
            solved: 0,
        })
    }

    /// The counts that solve a program of so many, if any do, at most this share from the best.
    pub(crate) fn solve(
        &mut self,
        program: &str,
        many: usize,
        gap: f64,
    ) -> Result<Option<Vec<u32>>, String> {
        let asked = Asked { program, many, gap };
        let line = serde_json::to_string(&asked).map_err(|error| error.to_string())?;
        writeln!(self.to, "{line}").map_err(|error| error.to_string())?;
        let mut line = String::new();
        self.from
            .read_line(&mut line)
            .map_err(|error| error.to_string())?;
        let given: Given =
            serde_json::from_str(&line).map_err(|error| format!("{error}: {line}"))?;
        self.solved += 1;
        match given.status.as_str() {
            "Optimal" | "Time limit reached" if given.counts.len() == many => {
                let counts = given.counts.iter().map(|count| u32::try_from(*count));
                Ok(counts.collect::<Result<_, _>>().ok())
            }
            "Optimal" | "Time limit reached" | "Infeasible" => Ok(None),
            other => Err(other.to_owned()),
        }
    }
}

impl Drop for Solver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
