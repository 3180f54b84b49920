//! What the method card says of analyses: the standard, the second divisions, the periods.

use crate::answer::section::{Analysed, Results, Section};
use crate::core::analysis::Drawn;
use crate::core::indicator::Formula;
use crate::core::stratification::By;

use super::analyses::{periods, words};
use super::number::lowered;
use super::term::{Term, distinct};

/// The standard population that figures were brought to. Given values may be standardised already; the
/// file seldom says.
pub(super) fn standard(sections: &[Section]) -> String {
    let used = distinct(sections, of_standard);
    let given = |section: &Section| matches!(section.indicator.formula, Formula::Given { .. });
    match (used.is_empty(), sections.iter().any(given)) {
        (false, _) => format!(
            "{used}; the figures of groups, differences and measures over all groups are not standardised"
        ),
        (true, true) => "as in the file: its values are used as they are given".to_owned(),
        (true, false) => "none: rates are not standardised".to_owned(),
    }
}

/// The terms that only a release with analyses has.
pub(super) fn divided(sections: &[Section]) -> impl Iterator<Item = (Term, String)> {
    let by = distinct(sections, |section| {
        let named = found(section).filter_map(|(analysed, _)| analysed.second.clone());
        named.collect()
    });
    let periods = distinct(sections, |section| {
        let over = found(section).filter(|(analysed, _)| analysed.by == Some(By::Periods));
        over.filter_map(|(analysed, results)| span(&periods::in_words(analysed, results)))
            .collect()
    });
    [(Term::SecondDivision, by), (Term::PeriodsCompared, periods)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
}

fn found(section: &Section) -> impl Iterator<Item = (&Analysed, &Results)> {
    let analyses = section.analyses.iter();
    analyses.filter_map(|analysed| Some((analysed, analysed.results.as_ref().ok()?)))
}

/// What analyses say of the standard that they used, without full stops.
fn of_standard(section: &Section) -> Vec<String> {
    found(section)
        .flat_map(|(_, results)| &results.notes)
        .filter(|note| note.is_of_standard())
        .map(|note| lowered(words::note(note).trim_end_matches('.')))
        .collect()
}

/// "April 2023 to March 2024".
fn span(results: &Results) -> Option<String> {
    let mut over_time = results.tables.iter();
    let rows = &over_time.find(|rows| rows.drawn == Drawn::Lines)?.rows;
    let (first, last) = (rows.first()?, rows.last()?);
    (rows.len() > 1).then(|| format!("{} to {}", words::row(&first.0), words::row(&last.0)))
}
