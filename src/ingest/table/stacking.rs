//! Rows of several files of one shape in one table, with a column that says which file each stands in.

use std::collections::BTreeSet;

use crate::core::plan::{Filter, Join, Keep, Plan, Role, Shape};
use crate::ingest::outline::ColumnFinding;
use crate::ingest::roles::facts::Facts;
use crate::ingest::stack::Stack;

/// What the column is called, the first that the files do not use themselves.
const NAMES: [&str; 3] = ["File", "Name of the file", "Read from the file"];
/// How sure it is that files are parts of one whole, which only someone who knows them can say.
const UNSURE: f64 = 0.6;

/// The column of the files.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stacked<'a> {
    stack: &'a Stack,
    at: usize,
    name: &'static str,
}

/// Adds the rows of the other files and the column to the table.
pub(super) fn stack<'a>(
    stack: &'a Stack,
    names: &mut Vec<&'a str>,
    table: &mut Vec<Vec<&'a str>>,
) -> Option<Stacked<'a>> {
    let name = NAMES.into_iter().find(|name| !names.contains(name))?;
    let (own, others) = stack.labels.split_first()?;
    let width = names.len();
    for row in table.iter_mut() {
        row.resize(width, "");
        row.push(own);
    }
    for (label, rows) in others.iter().zip(&stack.rows) {
        table.extend(rows.iter().map(|row| {
            let mut cells: Vec<&str> = row.iter().map(String::as_str).collect();
            cells.resize(width, "");
            cells.push(label);
            cells
        }));
    }
    names.push(name);
    Some(Stacked {
        stack,
        at: width,
        name,
    })
}

impl Stacked<'_> {
    /// Says what the column is for, and how the files are read.
    pub(super) fn settle(self, table: &[Vec<&str>], columns: &mut [ColumnFinding]) -> String {
        let told =
            (0..self.at).find(|&at| columns[at].role == Role::Period && self.is_told_by(at, table));
        let column = &mut columns[self.at];
        "which of the files a row stands in".clone_into(&mut column.why);
        column.scheme = None;
        (column.role, column.confidence) = match (told, self.stack.periods) {
            (Some(_), _) => (Role::SetAside, 1.0),
            (None, true) => (Role::Period, 1.0),
            (None, false) => (Role::Organisation, UNSURE),
        };
        format!(
            "{} files of the same columns are read one after the other: {}. The column \u{201c}{}\u{201d} says which \
             of them a row stands in.",
            self.stack.labels.len(),
            self.stack.labels.join(", "),
            self.name
        )
    }

    /// Enters the column into the plan. Where people may stand in more than one of the files, it asks.
    pub(super) fn enter(self, plan: &mut Plan, columns: &mut [ColumnFinding]) {
        let column = &mut columns[self.at];
        let adds_up = match column.role {
            Role::Period => plan.shape == Shape::Records,
            Role::Organisation => true,
            _ => false,
        };
        let kept = plan.filters.iter().any(|filter| filter.column == self.name);
        if adds_up && !kept {
            column.confidence = column.confidence.min(UNSURE);
            "the same people may stand in several of the files: agree to add them up, or keep one file in step 3"
                .clone_into(&mut column.why);
            plan.filters.push(Filter {
                column: self.name.to_owned(),
                keep: Keep::Texts(self.stack.labels.clone()),
            });
        }
    }

    /// How rows are told by the file that they stand in: whatever stands in the column of fewest texts, and in none
    /// that names people.
    pub(super) fn join(self, facts: &[Facts<'_>], columns: &[ColumnFinding]) -> Join {
        let own = (0..self.at).filter(|&at| columns[at].role != Role::Identifier);
        let column = own.min_by_key(|&at| (facts[at].many, facts[at].texts.len()));
        Join {
            name: self.name.to_owned(),
            column: column.map_or_else(String::new, |at| columns[at].name.clone()),
            file: String::new(),
            sheet: None,
            key: String::new(),
            take: String::new(),
        }
    }

    /// Whether no two files share a text of the column: months in a column of months.
    fn is_told_by(self, at: usize, table: &[Vec<&str>]) -> bool {
        let texts = |label: &String| -> BTreeSet<&str> {
            let rows = table
                .iter()
                .filter(|row| row.get(self.at) == Some(&label.as_str()));
            rows.filter_map(|row| row.get(at).copied()).collect()
        };
        let each: Vec<BTreeSet<&str>> = self.stack.labels.iter().map(texts).collect();
        let all: BTreeSet<&str> = each.iter().flatten().copied().collect();
        all.len() == each.iter().map(BTreeSet::len).sum::<usize>()
    }
}
