//! Periods in sentences, as people say them: "January 2024" for 2024-01-01. Tables keep the file's own texts.

use std::borrow::Cow;

use crate::core::crossing::By;
use crate::nhs::period::months;
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

/// What a study found, with its periods as they are called in sentences and captions.
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
    }
    Cow::Owned(told)
}
