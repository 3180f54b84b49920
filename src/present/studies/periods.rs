//! Periods as people say them: "January 2024" for 2024-01-01. Saved files keep the file's own texts.

use std::borrow::Cow;

use crate::core::crossing::By;
use crate::nhs::period::{last_day, months};
use crate::release::section::{Findings, Rows, Studied};

/// Whether a study's periods are dates that stand for months.
pub(in crate::present) fn are_months(studied: &Studied, findings: &Findings) -> bool {
    let labels = |rows: &Rows| -> bool {
        let labels: Vec<&str> = rows.rows.iter().map(|(label, _)| label.as_str()).collect();
        months(&labels).is_some()
    };
    studied.by == Some(By::Periods) && findings.tables.iter().any(labels)
}

/// A sentence with the dates in it as the months that they stand for.
pub(in crate::present) fn said(text: &str) -> String {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let date = word.trim_matches(|letter: char| !letter.is_ascii_digit());
            let named = months(&[date]).and_then(|months| months.into_iter().next());
            named.map_or_else(|| word.to_owned(), |month| word.replace(date, &month))
        })
        .collect();
    words.join(" ")
}

/// From when to when the periods of a study run, as a caption ends: "January 2024 to June 2025."
pub(super) fn span(studied: &Studied, findings: &Findings) -> Option<String> {
    let periods = |rows: &&Rows| -> bool {
        let mut labels = rows.rows.iter();
        !rows.rows.is_empty() && labels.all(|(label, _)| last_day(label).is_some())
    };
    let over_time = studied.by == Some(By::Periods);
    let mut tables = findings.tables.iter().filter(|_| over_time);
    let rows = &tables.find(periods)?.rows;
    let ((first, _), (last, _)) = (rows.first()?, rows.last()?);
    Some(if first == last {
        format!("{first}.")
    } else {
        format!("{first} to {last}.")
    })
}

/// What a study found, with its periods as they are called.
pub(super) fn in_words<'a>(studied: &Studied, findings: &'a Findings) -> Cow<'a, Findings> {
    if !are_months(studied, findings) {
        return Cow::Borrowed(findings);
    }
    let mut told = findings.clone();
    for note in &mut told.notes {
        *note = said(note);
    }
    for rows in &mut told.tables {
        rows.caption = said(&rows.caption);
        let labels: Vec<&str> = rows.rows.iter().map(|(label, _)| label.as_str()).collect();
        let Some(named) = months(&labels) else {
            continue;
        };
        for (row, month) in rows.rows.iter_mut().zip(named) {
            row.0 = month;
        }
    }
    Cow::Owned(told)
}
