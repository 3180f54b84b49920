//! Tables where each row is a group: which columns are values, counts of some and counts of everyone.

use std::collections::BTreeSet;

use super::answers;
use super::contents as told;
use super::facts::Facts;
use super::of_groups::{amounts_of_persons, give, marks_of_groups, statistics, totals_of_columns};
use super::paired::{self, never_above};
use crate::core::histogram::MICRO;
use crate::core::plan::Role;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::indicators::scale;

/// Words of names for everyone who could have had the outcome.
const EVERYONE: &str = "appointments appts attendances booked invited eligible patients people persons \
 list registered population residents referrals spells episodes contacts pathways total all births \
 deliveries denominator arrivals households women men children adults users bookings visits cases";

/// Words of names for values that were worked out.
const VALUES: &str = "rate rates expectancy percentage percent proportion prevalence ratio mean median \
 average score estimate value uptake coverage asr dsr smr";

/// Columns of a table whose rows are groups are counts or values, and never one person's number.
pub fn settle(columns: &mut [ColumnFinding], facts: &[Facts]) {
    totals_of_columns(columns, facts);
    if is_of_groups(columns, facts) || paired::is_grid(columns, facts) {
        statistics(columns, facts);
        marks_of_groups(columns, facts);
    }
    given_values(columns, facts);
    let has =
        |columns: &[ColumnFinding], role: Role| columns.iter().any(|other| other.role == role);
    shares_of_total(columns, facts);
    let of_people = [
        Role::WeeksWaited,
        Role::DaysWaited,
        Role::YesNo,
        Role::Value,
        Role::Count,
        Role::Identifier,
    ];
    if of_people.into_iter().any(|role| has(columns, role)) {
        return;
    }
    let fraction = has(columns, Role::Numerator) && has(columns, Role::Denominator);
    if !is_of_groups(columns, facts) {
        if paired::is_grid(columns, facts) {
            if !fraction {
                counts(columns, facts);
            }
        } else if fraction || !pair_of_a_part(columns, facts) {
            amounts_of_persons(columns, facts);
        }
        return;
    }
    if !fraction {
        counts(columns, facts);
    }
    let counted = |&at: &usize| match columns[at].role {
        Role::Numerator | Role::Denominator => true,
        Role::Number => !is_never_count(at, columns, facts),
        _ => false,
    };
    if (0..columns.len()).filter(counted).count() <= 1 {
        shares_alone(columns, facts);
    }
    shares_of_total(columns, facts);
}

/// Of a long table only a part of the grid is looked at: two counts whose names fit are a pair all the same.
fn pair_of_a_part(columns: &mut [ColumnFinding], facts: &[Facts]) -> bool {
    /// From here on a pair rests on names or on a share, and not on the numbers alone.
    const NAMED: f64 = 0.75;
    if !paired::is_sparse_grid(columns, facts) {
        return false;
    }
    let mut tried = columns.to_vec();
    let made = |column: &ColumnFinding| {
        let role = matches!(column.role, Role::Numerator | Role::Denominator);
        !role || column.confidence >= NAMED
    };
    let named = pair_counts(&mut tried, facts) && tried.iter().all(made);
    if named {
        columns.clone_from_slice(&tried);
    }
    named
}

/// A share of the table's own total beside its only count says nothing new.
fn shares_of_total(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let counted = |role: Role| matches!(role, Role::Numerator | Role::Denominator | Role::Number);
    let counts: Vec<usize> = (0..columns.len())
        .filter(|&at| counted(columns[at].role) && facts[at].is_counts() && !is_share(&facts[at]))
        .collect();
    let [count] = counts[..] else {
        return;
    };
    let number = |text: &&str| match read(text) {
        Content::Number(micro) => micro as f64 / MICRO as f64,
        _ => 0.0,
    };
    let all: f64 = facts[count].cells.iter().map(number).sum();
    let of_total = |share: &Facts| {
        let made = |part: f64| {
            let rows = facts[count].rows.iter().zip(&share.rows);
            let near = |(count, share): (&&str, &&str)| {
                if !both_numbers(count, share) {
                    return true;
                }
                let given = number(share);
                let made = number(count) / (all * part);
                (made - given).abs() < 0.006 || (made * 100.0 - given).abs() < 0.6
            };
            all > 0.0 && rows.clone().count() > 1 && rows.into_iter().all(near)
        };
        // A row with the total counts everyone twice.
        made(1.0) || made(0.5)
    };
    for (column, facts) in columns.iter_mut().zip(facts) {
        if column.role == Role::Value && is_share(facts) && of_total(facts) {
            give(
                column,
                Role::SetAside,
                "a share of the total that the file worked out itself",
                0.85,
            );
        }
    }
}

/// Limits or a standard error stand beside the value that they belong to.
fn given_values(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let has = |role: Role| columns.iter().any(|column| column.role == role);
    let surrounded = has(Role::Lower) && has(Role::Upper) || has(Role::StandardError);
    if !surrounded || has(Role::Value) || has(Role::Numerator) && has(Role::Denominator) {
        return;
    }
    let free = |column: &ColumnFinding, facts: &Facts| {
        column.role == Role::Number
            || column.role == Role::SetAside && facts.is_numeric() && is_share(facts)
    };
    let first = |role: Role| (0..columns.len()).find(|&at| columns[at].role == role);
    let beside = first(Role::Lower)
        .or(first(Role::StandardError))
        .unwrap_or(0);
    // What stands just before its limits comes first, whatever else is given further on.
    let at = |named: bool| {
        let fits =
            |at: &usize| free(&columns[*at], &facts[*at]) && (!named || says(&facts[*at], VALUES));
        let before = (0..beside).rev().find(fits);
        before.or_else(|| (beside..columns.len()).find(fits))
    };
    if let Some(at) = at(true).or_else(|| at(false)) {
        give(
            &mut columns[at],
            Role::Value,
            "limits or a standard error stand beside it",
            0.75,
        );
    }
}

/// Whether every group has one row: no two rows have the same group, period and organisation, and the
/// first way to divide people never repeats unless a name says that the numbers are counts.
fn is_of_groups(columns: &[ColumnFinding], facts: &[Facts]) -> bool {
    let keys: Vec<usize> = (0..columns.len())
        .filter(|&at| {
            matches!(
                columns[at].role,
                Role::Dimension | Role::Group | Role::Breakdown | Role::Period | Role::Organisation
            )
        })
        .collect();
    let divides = |at: &&usize| matches!(columns[**at].role, Role::Dimension | Role::Group);
    let Some(&first) = keys.iter().find(divides) else {
        return false;
    };
    // A blank key says of its row nothing that could be compared.
    let rows = facts[first].filled;
    let whole = |at: &usize| facts[*at].filled == rows;
    if rows < 2 || !keys.iter().all(whole) {
        return false;
    }
    let mut seen = BTreeSet::new();
    let once = (0..rows).all(|row| {
        let key: Vec<&str> = keys.iter().map(|&at| facts[at].cells[row]).collect();
        seen.insert(key)
    });
    let alone =
        facts[first].texts.len() == rows && !paired::are_of_persons(&columns[first], &facts[first]);
    let counted = columns
        .iter()
        .any(|column| matches!(column.role, Role::Numerator | Role::Denominator));
    once && (alone || counted)
}

/// Finds what is missing of a count of some and a count of everyone.
fn counts(columns: &mut [ColumnFinding], facts: &[Facts]) {
    if pair_counts(columns, facts) {
        return;
    }
    // What is left are counts too, of which nothing can be made without being told.
    for at in free(columns, facts) {
        if !says(&facts[at], VALUES) {
            let why = "the values are counts; the name does not say of whom";
            give(&mut columns[at], Role::Numerator, why, 0.5);
        }
    }
}

/// Columns of whole numbers whose name says nothing.
fn free(columns: &[ColumnFinding], facts: &[Facts]) -> Vec<usize> {
    (0..columns.len())
        .filter(|&at| columns[at].role == Role::Number && facts[at].is_counts())
        .filter(|&at| !is_never_count(at, columns, facts))
        .collect()
}

/// Makes two columns the counts of some and of everyone where a share, their names or the numbers tell
/// that they are; says whether it did.
fn pair_counts(columns: &mut [ColumnFinding], facts: &[Facts]) -> bool {
    let of = |role: Role| (0..columns.len()).find(|&at| columns[at].role == role);
    let free = free(columns, facts);
    let every: Vec<usize> = (0..columns.len())
        .filter(|&at| columns[at].role == Role::Denominator && facts[at].is_counts())
        .collect();
    // Of two counts that are named as those of everyone, one may be part of the other.
    let others = if free.is_empty() {
        every.clone()
    } else {
        free.clone()
    };
    let numerators = of(Role::Numerator).map_or(others, |at| vec![at]);
    let denominators = if every.is_empty() { free } else { every };
    let pairs: Vec<(usize, usize)> = numerators
        .iter()
        .flat_map(|&above| denominators.iter().map(move |&below| (above, below)))
        .filter(|&(above, below)| above != below && never_above(&facts[above], &facts[below]))
        .filter(|&(above, _)| !facts[above].is_named("no n false"))
        .collect();
    let shares: Vec<&Facts> = facts.iter().filter(|facts| is_share(facts)).collect();
    let by_share = pairs.iter().find(|&&(above, below)| {
        shares
            .iter()
            .any(|share| divides_to(&facts[above], &facts[below], share))
    });
    let by_name = pairs.iter().find(|&&(above, below)| {
        says(&facts[below], EVERYONE)
            && (!says(&facts[above], EVERYONE) || answers::is_outcome(&facts[above]) == Some(true))
            && answers::is_outcome(&facts[below]) != Some(true)
    });
    let found = by_share
        .map(|&pair| (pair, "a share in the table is made of these counts", 0.9))
        .or(by_name.map(|&pair| (pair, "the values are counts, and the names fit", 0.75)))
        .or(paired::find(facts, &pairs)
            .map(|pair| ((pair.some, pair.everyone), pair.why, pair.confidence)));
    let Some(((above, below), why, sure)) = found else {
        return false;
    };
    for (at, role) in [(above, Role::Numerator), (below, Role::Denominator)] {
        if columns[at].role != role {
            give(&mut columns[at], role, why, sure);
        }
    }
    true
}

/// A table with shares, and at most one count that none can be made of, gives its values.
fn shares_alone(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let found = columns.iter_mut().zip(facts).find(|(column, facts)| {
        matches!(column.role, Role::SetAside | Role::Number)
            && facts.is_numeric()
            && is_share(facts)
    });
    if let Some((column, _)) = found {
        give(
            column,
            Role::Value,
            "the values are shares, and no counts that would make them stand beside them",
            0.75,
        );
    }
}

fn both_numbers(one: &str, other: &str) -> bool {
    [one, other]
        .iter()
        .all(|text| matches!(read(text), Content::Number(_)))
}

fn says(facts: &Facts, list: &str) -> bool {
    facts
        .said
        .split(' ')
        .any(|word| list.split(' ').any(|other| other == word))
}

fn is_share(facts: &Facts) -> bool {
    facts.numbers > 0
        && !told::is_flag(facts)
        && (facts.percents > 0
            || facts.name.contains('%')
            || says(facts, VALUES)
            || scale::is_rate(facts.name))
}

/// Whether a column is one of shares or rates; "uptake" in whole numbers may be people who took it up,
/// where another column never counts fewer.
fn is_never_count(at: usize, columns: &[ColumnFinding], facts: &[Facts]) -> bool {
    let counts_more = |other: usize| {
        let role = matches!(columns[other].role, Role::Denominator | Role::Number);
        other != at && role && facts[other].is_counts() && never_above(&facts[at], &facts[other])
    };
    let may_count = facts[at].is_counts()
        && facts[at].percents == 0
        && says(&facts[at], "uptake coverage")
        && (0..columns.len()).any(counts_more);
    is_share(&facts[at]) && !may_count
}

/// Whether a share in the table, rounded as it may be, is one count divided by the other.
fn divides_to(above: &Facts, below: &Facts, share: &Facts) -> bool {
    // A total's row often has no share.
    let (mut fits, mut all) = (0, 0);
    let cells = above.rows.iter().zip(&below.rows).zip(&share.rows);
    for ((above, below), share) in cells {
        let (Content::Number(above), Content::Number(below), Content::Number(share)) =
            (read(above), read(below), read(share))
        else {
            continue;
        };
        if below == 0 {
            continue;
        }
        all += 1;
        let made = above as f64 / below as f64;
        let given = share as f64 / MICRO as f64;
        fits += i32::from((made - given).abs() < 0.006 || (made * 100.0 - given).abs() < 0.6);
    }
    all > 1 && fits * 10 >= all * 9
}
