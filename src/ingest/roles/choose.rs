//! What a row of the file is, and which columns hold the outcome.

use crate::core::plan::Role;
use crate::ingest::outline::ColumnFinding;
use crate::nhs::indicators::bands;
use crate::nhs::waits;
use crate::nhs::words;

/// What the file can be asked, with the places of the columns that answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Counts by waiting band, each band a column.
    BandColumns(Vec<usize>),
    /// Counts by waiting band, each band a row: the band column and the count column.
    BandRows(usize, usize),
    /// A numerator and a denominator.
    Fraction(usize, usize),
    /// The two parts of everyone, those with the outcome first: "DNA" and "Attended".
    Parts(usize, usize),
    /// Given values: the value's column.
    Given(usize),
    /// One count and nothing to divide it by: the groups' shares of the total.
    Counted(usize),
    /// One row a person or event: the outcome's column.
    Records(usize),
}

/// Chooses, or says in plain words why nothing can be measured.
///
/// # Errors
/// A sentence for the person who dropped the file.
pub fn kind(columns: &[ColumnFinding]) -> Result<Kind, String> {
    let first = |role: Role| best(columns, role);
    let bands: Vec<usize> = places(columns, Role::Count)
        .filter(|&at| waits::band(&columns[at].name).is_some())
        .collect();
    let kinds: Vec<_> = bands
        .iter()
        .map(|&at| waits::band(&columns[at].name))
        .collect();
    if bands.len() >= 2 && bands::of(&kinds).is_some() {
        return Ok(Kind::BandColumns(bands));
    }
    let count = first(Role::Numerator)
        .or(first(Role::Count))
        .or(first(Role::Denominator));
    let fraction = first(Role::Numerator).is_some() && first(Role::Denominator).is_some();
    if let (Some(band), Some(count)) = (first(Role::Band), count) {
        let mut texts = columns[band].examples.iter();
        if !fraction || texts.any(|text| waits::band(text).is_some()) {
            return Ok(Kind::BandRows(band, count));
        }
    }
    if let Some(wait) = first(Role::WeeksWaited).or(first(Role::DaysWaited)) {
        return Ok(Kind::Records(wait));
    }
    let (value, numerator, denominator) = (
        first(Role::Value),
        first(Role::Numerator),
        first(Role::Denominator),
    );
    let error = first(Role::StandardError).or(first(Role::Lower).and(first(Role::Upper)));
    if let (Some(value), Some(_)) = (value, error) {
        return Ok(Kind::Given(value));
    }
    if let (Some(numerator), Some(denominator)) = (numerator, denominator) {
        return Ok(Kind::Fraction(numerator, denominator));
    }
    if let Some(value) = value {
        return Ok(Kind::Given(value));
    }
    if let Some(outcome) = first(Role::YesNo) {
        return Ok(Kind::Records(outcome));
    }
    if let Some((with, without)) = parts(columns) {
        return Ok(Kind::Parts(with, without));
    }
    if let Some(count) = numerator.or(denominator) {
        let counts = [Role::Numerator, Role::Denominator, Role::Number];
        let rivals = counts.iter().flat_map(|&role| places(columns, role));
        if rivals.count() == 1 {
            return Ok(Kind::Counted(count));
        }
        return Err(
            "The table counts people or events, but has no second count to divide by. \
                    Say which columns are the numerator and the denominator, or add one."
                .into(),
        );
    }
    match first(Role::Number) {
        Some(number) if numerator.is_none() && denominator.is_none() => Ok(Kind::Records(number)),
        _ => Err(match two_words(columns) {
            Some((name, one, other)) => format!(
                "No column says what happened to people in a way that can be counted. If \
                 \u{201c}{name}\u{201d} does (\u{201c}{one}\u{201d} or \u{201c}{other}\u{201d}), \
                 write yes or no (or 1 or 0) in it and choose the file again."
            ),
            None => "No column says what happened to people: no wait, no yes or no, no counts, no \
                     values. Say what the columns are for, or choose another sheet."
                .into(),
        }),
    }
}

/// Names of the two parts of everyone, those with the outcome first.
const OPPOSITES: [(&str, &str); 4] = [
    (
        "|dna|did not attend|dnas|not attended|",
        "|attended|attendances|seen|",
    ),
    ("|breached|breaches|breach|not met|", "|met|"),
    ("|vaccinated|", "|not vaccinated|unvaccinated|"),
    ("|screened|", "|not screened|unscreened|"),
];

/// Whether everyone with the first outcome is none of those with the second.
fn is_opposite(with: &str, without: &str) -> bool {
    let names = |list: &str, name: &str| list.contains(&format!("|{}|", words::plain(name)));
    OPPOSITES
        .iter()
        .any(|(list, opposite)| names(list, with) && names(opposite, without))
}

/// Whether the names of two counts say that nobody is in both.
pub(super) fn are_parts(one: &str, other: &str) -> bool {
    let (first, second) = (words::plain(one), words::plain(other));
    let denies = |name: &str, other: &str| {
        ["not ", "non ", "no ", "un", "dis"]
            .iter()
            .any(|no| name.strip_prefix(no) == Some(other))
    };
    is_opposite(one, other)
        || is_opposite(other, one)
        || denies(&first, &second)
        || denies(&second, &first)
}

/// The only two counts, where their names say that everyone is in one or the other.
fn parts(columns: &[ColumnFinding]) -> Option<(usize, usize)> {
    let counts: Vec<usize> = places(columns, Role::Numerator).collect();
    let [one, other] = counts[..] else {
        return None;
    };
    [(one, other), (other, one)]
        .into_iter()
        .find(|&(with, without)| is_opposite(&columns[with].name, &columns[without].name))
}

/// A column of two texts that is no known way to divide people: its name and the texts.
fn two_words(columns: &[ColumnFinding]) -> Option<(&str, &str, &str)> {
    columns
        .iter()
        .find_map(|column| match &column.examples[..] {
            [one, other]
                if column.role == Role::Dimension && column.scheme.as_deref() == Some("plain") =>
            {
                Some((column.name.as_str(), one.as_str(), other.as_str()))
            }
            _ => None,
        })
}

fn places(columns: &[ColumnFinding], role: Role) -> impl Iterator<Item = usize> {
    (0..columns.len()).filter(move |&at| columns[at].role == role)
}

/// The surest column of a role; the first of several as sure.
pub fn best(columns: &[ColumnFinding], role: Role) -> Option<usize> {
    places(columns, role).reduce(|best, at| {
        if columns[at].confidence > columns[best].confidence {
            at
        } else {
            best
        }
    })
}
