//! What the attack prints.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::attack::{End, Tried};
use crate::enumerated::Found;
use crate::honest::Methods;
use crate::left::Left;
use crate::made::NESTED;

/// How many of each there were.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    files: usize,
    hidden: usize,
    open: usize,
    narrowed: usize,
    undecided: usize,
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.hidden += other.hidden;
        self.open += other.open;
        self.narrowed += other.narrowed;
        self.undecided += other.undecided;
    }
}

/// What was found in all files so far, by their kind.
#[derive(Debug, Default)]
pub(crate) struct Report {
    kinds: BTreeMap<&'static str, Sum>,
    failed: usize,
}

impl Report {
    /// Adds what became of a file's hidden counts, and says what is not proved.
    pub(crate) fn add(&mut self, file: usize, kind: &'static str, tried: &[Tried]) -> String {
        let mut said = String::new();
        let mut sum = Sum {
            files: 1,
            hidden: tried.len(),
            ..Sum::default()
        };
        for Tried { count, end } in tried {
            let what = format!("file {file}, {kind}: {} is {}", count.name, count.value);
            let _ = match end {
                End::Proved => continue,
                End::Open(values) => {
                    sum.open += 1;
                    writeln!(said, "open       {what}, found {values:?}")
                }
                End::Narrowed(least, most) => {
                    sum.narrowed += 1;
                    writeln!(said, "NARROWED   {what} and can only be {least} to {most}")
                }
                End::Undecided(values) => {
                    sum.undecided += 1;
                    writeln!(said, "undecided  {what}, found {values:?}")
                }
            };
        }
        self.kinds.entry(kind).or_default().add(sum);
        said
    }

    /// Counts a file that could not be attacked.
    pub(crate) const fn fail(&mut self) {
        self.failed += 1;
    }

    /// Whether no count was narrowed or is undecided but for what the program cannot know, and every file attacked.
    pub(crate) fn holds(&self) -> bool {
        let kinds = self.kinds.iter().filter(|(kind, _)| **kind != NESTED);
        let mut sums = kinds.map(|(_, sum)| sum);
        self.failed == 0 && sums.all(|sum| sum.narrowed + sum.undecided == 0)
    }

    /// The table of all kinds.
    pub(crate) fn table(&self) -> String {
        let mut text = format!(
            "{:40}{:>7}{:>8}{:>18}{:>24}{:>11}\n",
            "THE ATTACK", "files", "hidden", "not known small", "narrowed below three", "undecided"
        );
        let mut all = Sum::default();
        for (kind, sum) in &self.kinds {
            row(&mut text, kind, *sum);
            all.add(*sum);
        }
        row(&mut text, "all", all);
        if self.failed > 0 {
            let _ = writeln!(text, "{} files could not be attacked", self.failed);
        }
        text
    }
}

fn row(text: &mut String, kind: &str, sum: Sum) {
    let _ = writeln!(
        text,
        "{kind:40}{:7}{:8}{:18}{:24}{:11}",
        sum.files, sum.hidden, sum.open, sum.narrowed, sum.undecided
    );
}

/// The table of small files, all of them tried.
pub(crate) fn enumerated(found: &[Found]) -> String {
    let mut text = format!(
        "{:40}{:>7}{:>9}{:>14}{:>10}{:>18}{:>24}{:>11}\n",
        "ALL FILES OF SO MANY PEOPLE",
        "files",
        "hidden",
        "people known",
        "releases",
        "not known small",
        "narrowed below three",
        "undecided"
    );
    for one in found {
        let example = one.example.as_deref().unwrap_or_default();
        let _ = writeln!(
            text,
            "{:40}{:7}{:9}{:14}{:10}{:18}{:24}{:11}  {example}",
            one.name,
            one.files,
            one.hidden,
            one.known,
            one.classes,
            one.open,
            one.narrowed,
            one.undecided
        );
    }
    text
}

/// The table of what is left.
pub(crate) fn left(kinds: &[(&'static str, Left)]) -> String {
    let mut text = format!(
        "{:40}{:>20}{:>24}\n",
        "WHAT IS LEFT", "counts", "headline contrasts"
    );
    let mut all = Left::default();
    for (kind, left) in kinds {
        all.add(*left);
        left_row(&mut text, kind, *left);
    }
    left_row(&mut text, "all", all);
    text
}

fn left_row(text: &mut String, kind: &str, left: Left) {
    let share = |[shown, of]: [usize; 2]| format!("{:.1} % of {of}", percent(shown, of));
    let _ = writeln!(
        text,
        "{kind:40}{:>20}{:>24}",
        share(left.counts),
        share(left.contrasts)
    );
}

/// The table of how honest each method's figures are.
pub(crate) fn honest(methods: &Methods) -> String {
    let mut text = format!(
        "{:36}{:>17}{:>21}{:>21}{:>12}{:>9}\n",
        "HONESTY",
        "in the interval",
        "where none is joined",
        "of the groups shown",
        "no interval",
        "refused"
    );
    let share = |inside: usize, of: usize| format!("{:.1} % of {of}", percent(inside, of));
    for (id, honest) in methods {
        let all = share(honest.inside, honest.intervals);
        let apart = share(honest.apart[0], honest.apart[1]);
        let same = share(honest.same[0], honest.same[1]);
        let _ = writeln!(
            text,
            "{id:36}{all:>17}{apart:>21}{same:>21}{:12}{:9}",
            honest.bare, honest.refused
        );
    }
    text
}

fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of.max(1) as f64
}
