//! What was compared, refused and skipped, counted and printed.

use std::collections::BTreeMap;
use std::fmt;

use super::adapters;
use super::case::File;
use super::compare::{Outcome, outcome};

/// Counts over all files.
#[derive(Default)]
pub struct Report {
    lines: Vec<String>,
    compared: usize,
    cells: usize,
    refused: BTreeMap<String, usize>,
    skipped: BTreeMap<String, usize>,
    ignored: BTreeMap<String, usize>,
    /// Every difference.
    pub failures: Vec<String>,
}

impl Report {
    /// Runs the cases of one file.
    pub fn add(&mut self, file: &File) {
        let Some(run) = adapters::find(file) else {
            self.failures.push(format!(
                "{}: no adapter knows the method {:?}",
                file.name, file.method
            ));
            return;
        };
        let (mut equal, mut refused, mut skipped, mut different) = (0, 0, 0, 0);
        for case in &file.cases {
            match outcome(&file.name, case, run) {
                Outcome::Equal { cells, ignored } => {
                    equal += 1;
                    self.cells += cells;
                    if let Some(why) = ignored {
                        *self.ignored.entry(why).or_default() += 1;
                    }
                }
                Outcome::Refused(refusal) => {
                    refused += 1;
                    *self.refused.entry(refusal.to_string()).or_default() += 1;
                }
                Outcome::Skipped(why) => {
                    skipped += 1;
                    *self.skipped.entry(why).or_default() += 1;
                }
                Outcome::Different(wrong) => {
                    different += 1;
                    let shown = wrong.iter().take(4).cloned().collect::<Vec<_>>().join("; ");
                    let more = wrong.len().saturating_sub(4);
                    let rest = if more > 0 {
                        format!("; and {more} more")
                    } else {
                        String::new()
                    };
                    self.failures
                        .push(format!("{}/{}: {shown}{rest}", file.name, case.name));
                }
            }
        }
        self.compared += equal;
        self.lines.push(format!(
            "{:<30} {equal:>3} equal {refused:>3} refused as expected {skipped:>3} skipped {different:>3} different",
            file.name
        ));
    }

    /// How many cases were met.
    pub fn cases(&self) -> usize {
        self.compared + total(&self.refused) + total(&self.skipped) + self.failures.len()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        writeln!(
            f,
            "{} cases equal ({} figures), {} refused as expected, {} skipped, {} failures",
            self.compared,
            self.cells,
            total(&self.refused),
            total(&self.skipped),
            self.failures.len()
        )?;
        for (why, cases) in &self.refused {
            writeln!(f, "  refused {cases}: {why}")?;
        }
        for (why, cases) in &self.skipped {
            writeln!(f, "  skipped {cases}: {why}")?;
        }
        for (why, cases) in &self.ignored {
            writeln!(f, "  some columns left out in {cases}: {why}")?;
        }
        Ok(())
    }
}

fn total(by_reason: &BTreeMap<String, usize>) -> usize {
    by_reason.values().sum()
}
