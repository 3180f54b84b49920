//! Periods as people say them: "January 2024" for 2024-01-01. Saved files keep the file's own texts.

use std::borrow::Cow;

use crate::answer::section::{Analysed, Results, Rows};
use crate::core::analysis::{Caption, Note, RowName};
use crate::core::stratification::By;
use crate::nhs::period::{last_day, months};

/// The labels of a table's rows, where the file gives them all.
fn labels(rows: &Rows) -> Option<Vec<&str>> {
    let names = rows.rows.iter().map(|(name, _)| match name {
        RowName::Label(label) => Some(label.as_str()),
        _ => None,
    });
    names.collect()
}

/// The months that the rows of a table are, where they are dates that stand for months.
fn months_of(rows: &Rows) -> Option<Vec<String>> {
    months(&labels(rows)?)
}

/// The month that a date stands for, or the text where it is no such date.
fn named(text: &mut String) {
    let month = months(&[text.as_str()]).and_then(|months| months.into_iter().next());
    if let Some(month) = month {
        *text = month;
    }
}

/// From when to when the periods of an analysis run, as a caption ends: "January 2024 to June 2025."
pub(super) fn span(analysed: &Analysed, results: &Results) -> Option<String> {
    let periods = |rows: &Rows| -> Option<(String, String)> {
        let labels = labels(rows)?;
        let all = labels.iter().all(|label| last_day(label).is_some());
        let (first, last) = (labels.first()?, labels.last()?);
        all.then(|| ((*first).to_owned(), (*last).to_owned()))
    };
    let over_time = analysed.by == Some(By::Periods);
    let mut tables = results.tables.iter().filter(|_| over_time);
    let (first, last) = tables.find_map(periods)?;
    Some(if first == last {
        format!("{first}.")
    } else {
        format!("{first} to {last}.")
    })
}

/// What an analysis found, with its periods as they are called.
pub(in crate::present) fn in_words<'a>(
    analysed: &Analysed,
    results: &'a Results,
) -> Cow<'a, Results> {
    let by_month = results.tables.iter().any(|rows| months_of(rows).is_some());
    if analysed.by != Some(By::Periods) || !by_month {
        return Cow::Borrowed(results);
    }
    let mut told = results.clone();
    for note in &mut told.notes {
        if let Note::FirstAndLast { first, last } | Note::SameSeason { first, last } = note {
            named(first);
            named(last);
        }
    }
    for rows in &mut told.tables {
        match &mut rows.caption {
            Caption::PeriodsAgainstFirst { first } => named(first),
            Caption::GroupsAgainstFirst { first, last } => {
                named(first);
                named(last);
            }
            _ => {}
        }
        let Some(months) = months_of(rows) else {
            continue;
        };
        for (row, month) in rows.rows.iter_mut().zip(months) {
            row.0 = RowName::Label(month);
        }
    }
    Cow::Owned(told)
}
