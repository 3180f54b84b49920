//! What in a table of groups, or beside one, is no count: totals of whole columns, statistics, marks and amounts.

use super::amounts;
use super::facts::Facts;
use crate::core::histogram::MICRO;
use crate::core::plan::Role;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;

/// A count that is named a total, the same in every row, and the sum of another, is that one's total.
pub(super) fn totals_of_columns(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let counted = |at: usize| {
        let role = matches!(
            columns[at].role,
            Role::Numerator | Role::Denominator | Role::Number
        );
        role && facts[at].is_counts() && facts[at].numbers == facts[at].rows.len()
    };
    let sum = |at: usize| -> i64 {
        let numbers = facts[at].cells.iter().map(|cell| read(cell));
        numbers
            .map(|number| match number {
                Content::Number(micro) => micro / MICRO,
                _ => 0,
            })
            .sum()
    };
    let total = |at: usize| {
        let named = ["total", "tot", "all", "overall", "sum"];
        let constant = named.iter().any(|word| facts[at].has_word(word))
            && facts[at].rows.len() > 1
            && facts[at].least == facts[at].greatest;
        let of =
            |&other: &usize| other != at && counted(other) && sum(other) == facts[at].least / MICRO;
        (counted(at) && constant)
            .then(|| (0..columns.len()).find(of))
            .flatten()
    };
    let found: Vec<(usize, usize)> = (0..columns.len())
        .filter_map(|at| Some((at, total(at)?)))
        .collect();
    for (at, of) in found {
        let why = format!(
            "the total of \u{201c}{}\u{201d} in every row",
            columns[of].name
        );
        give(&mut columns[at], Role::SetAside, &why, 0.9);
    }
}

/// In a table of groups a median or a mean is a value of the group.
pub(super) fn statistics(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let has = |role: Role| columns.iter().any(|column| column.role == role);
    if has(Role::Value) || has(Role::Numerator) && has(Role::Denominator) || has(Role::Count) {
        return;
    }
    let mut both = columns.iter_mut().zip(facts);
    let found = both.find(|(column, facts)| {
        column.role == Role::Number && facts.is_numeric() && amounts::is_statistic(facts)
    });
    if let Some((column, _)) = found {
        let why = "the name says a statistic, and each row is a group";
        give(column, Role::Value, why, 0.85);
    }
}

/// In a table of areas with the number of their people, a yes or no is a mark of the area, and no person's.
pub(super) fn marks_of_groups(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let of_many = columns.iter().zip(facts).any(|(column, facts)| {
        let role = matches!(column.role, Role::Denominator | Role::Population);
        role && facts.is_counts() && facts.greatest > MICRO
    });
    if !of_many {
        return;
    }
    for column in columns
        .iter_mut()
        .filter(|column| column.role == Role::YesNo)
    {
        let why = "a yes or no about the whole row, which counts many people";
        give(column, Role::SetAside, why, 0.8);
    }
}

/// Where groups come again and again and nothing counts everyone, "Number of inhalers" is each person's.
pub(super) fn amounts_of_persons(columns: &mut [ColumnFinding], facts: &[Facts]) {
    const MANY_ROWS: usize = 30;
    const MOST: i64 = 100;
    if columns
        .iter()
        .any(|column| column.role == Role::Denominator)
    {
        return;
    }
    for (column, facts) in columns.iter_mut().zip(facts) {
        let own =
            facts.filled >= MANY_ROWS && facts.within(0, MOST) && !amounts::counts_many(facts);
        if column.role == Role::Numerator && facts.is_numeric() && own {
            let why = "the values are small numbers, and many rows are of one group";
            give(column, Role::Number, why, 0.6);
        }
    }
}

/// Gives a column another role.
pub(super) fn give(column: &mut ColumnFinding, role: Role, why: &str, confidence: f64) {
    column.role = role;
    column.scheme = None;
    why.clone_into(&mut column.why);
    column.confidence = confidence;
}
