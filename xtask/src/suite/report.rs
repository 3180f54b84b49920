//! How the steps ended: a line for each, and the counts.

use super::{End, Step};
use crate::failure::{Failure, Outcome, stop};
use crate::tools::Toolbox;
use std::time::Instant;

/// How one step ended.
pub(super) struct Line {
    end: Result<End, Failure>,
    text: String,
}

impl Line {
    /// Runs a step and says how it ended.
    pub(super) fn of(tools: &Toolbox, (name, step): &Step) -> Line {
        println!("\n=== {name}");
        let start = Instant::now();
        let end = step(tools);
        let seconds = start.elapsed().as_secs_f64();
        let text = match &end {
            Ok(End::Passed) => format!("passed   {seconds:6.1} s  {name}"),
            Ok(End::Skipped(why)) => format!("SKIPPED  {seconds:6.1} s  {name}: {why}"),
            Err(failure) => format!("FAILED   {seconds:6.1} s  {name}: {failure}"),
        };
        println!("{text}");
        Line { end, text }
    }

    /// A test within a step that was not tried.
    pub(super) fn skipped(name: &str, why: &str) -> Line {
        Line {
            end: Ok(End::Skipped("")),
            text: format!("SKIPPED            {name}: {why}"),
        }
    }
}

/// The lines of all steps.
#[derive(Default)]
pub(super) struct Report(Vec<Line>);

impl Report {
    /// Adds a line at the end.
    pub(super) fn add(&mut self, line: Line) {
        self.0.push(line);
    }

    /// Prints every line, and ends with one that counts them.
    pub(super) fn close(&self) -> Outcome<()> {
        println!();
        for line in &self.0 {
            println!("{}", line.text);
        }
        let count = |is: fn(&Result<End, Failure>) -> bool| {
            self.0.iter().filter(|line| is(&line.end)).count()
        };
        let skipped = count(|end| matches!(end, Ok(End::Skipped(_))));
        let failed = count(Result::is_err);
        if skipped > 0 {
            println!("{skipped} skipped");
        }
        println!(
            "{} passed, {failed} failed",
            self.0.len() - skipped - failed
        );
        if failed > 0 { stop() } else { Ok(()) }
    }
}
