//! Whole-number programs over an extract's counts, written for the solver.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::extract::{Extract, Outcomes};
use crate::told::Bound;

/// What is asked of the counts.
pub(crate) struct Model<'a> {
    extract: &'a Extract,
    bounds: Vec<Bound>,
}

/// What is looked for.
pub(crate) enum Goal {
    /// The greatest sum of the counts times these numbers.
    Most(BTreeMap<usize, i64>),
    /// The fewest changes, each as dear as this.
    Near(Vec<usize>),
}

impl<'a> Model<'a> {
    /// The extract's counts within bounds; a bound on nothing says nothing.
    pub(crate) fn of(extract: &'a Extract, mut bounds: Vec<Bound>) -> Self {
        bounds.retain(|bound| !bound.places.is_empty());
        Self { extract, bounds }
    }

    /// The same with more bounds.
    pub(crate) fn and(&self, more: impl IntoIterator<Item = Bound>) -> Self {
        let mut bounds = self.bounds.clone();
        bounds.extend(more);
        Self {
            extract: self.extract,
            bounds,
        }
    }

    /// The program in the format that CPLEX gave its name to.
    pub(crate) fn written(&self, goal: &Goal) -> String {
        let counts = &self.extract.counts;
        let mut text = String::new();
        match goal {
            Goal::Most(weights) => {
                text.push_str("Maximize\n o: 0 x0");
                for (place, weight) in weights {
                    let _ = write!(text, " {weight:+} x{place}");
                }
            }
            Goal::Near(prices) => {
                text.push_str("Minimize\n o: 0 x0");
                for (place, price) in prices.iter().enumerate() {
                    let _ = write!(text, " + {price} u{place} + {price} d{place}");
                }
            }
        }
        text.push_str("\nSubject To\n");
        for (at, bound) in self.bounds.iter().enumerate() {
            let sum: Vec<String> = bound
                .places
                .iter()
                .map(|place| format!("x{place}"))
                .collect();
            let sum = sum.join(" + ");
            if bound.low == bound.high {
                let _ = writeln!(text, " e{at}: {sum} = {}", bound.low);
                continue;
            }
            if bound.low > 0 {
                let _ = writeln!(text, " l{at}: {sum} >= {}", bound.low);
            }
            if bound.high < i64::from(u32::MAX) {
                let _ = writeln!(text, " h{at}: {sum} <= {}", bound.high);
            }
        }
        // Every outcome is asked of the same people.
        let texts = self.extract.texts().len();
        for combination in 0..self.extract.combinations() {
            for outcome in 1..self.extract.many() {
                let _ = write!(text, " s{combination}_{outcome}:");
                for word in 0..texts {
                    let this = self.extract.place(combination, outcome, word);
                    let first = self.extract.place(combination, 0, word);
                    let _ = write!(text, " + x{this} - x{first}");
                }
                text.push_str(" = 0\n");
                if matches!(self.extract.outcomes, Outcomes::Nested(_)) {
                    let this = self.extract.place(combination, outcome, 0);
                    let before = self.extract.place(combination, outcome - 1, 0);
                    let _ = writeln!(text, " i{combination}_{outcome}: x{this} - x{before} <= 0");
                }
            }
        }
        if matches!(goal, Goal::Near(_)) {
            for (place, count) in counts.iter().enumerate() {
                let _ = writeln!(text, " n{place}: x{place} - u{place} + d{place} = {count}");
            }
        }
        text.push_str("Bounds\n");
        for (place, count) in counts.iter().enumerate() {
            let most = if self.extract.is_nobody(place) {
                0
            } else {
                3 * count + 40
            };
            let _ = writeln!(text, " 0 <= x{place} <= {most}");
        }
        text.push_str("General\n");
        for place in 0..counts.len() {
            let _ = write!(text, " x{place}");
        }
        text.push_str("\nEnd\n");
        text
    }
}
