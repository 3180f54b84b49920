//! Which end of a column of deprivation is the most deprived, by what the file itself says.
//!
//! Told by words in the heading, in the labels and above the table ("5 = most deprived"), by a column of labels
//! beside it, and by a score (more is more deprived) or a rank (1 is the most deprived) that goes up or down with
//! it. A heading that names an index or deprivation is evidence that 1 is the most deprived, as in every index of
//! this country, unless any of these says otherwise.

use super::facts::{Facts, said};
use crate::core::plan::Role;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::deprivation::{is_domain, text as labels};
use crate::nhs::words;

/// What is known of the direction of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The first is the most deprived.
    First,
    /// The last is the most deprived, and what says so.
    Last(String),
    /// Two parts of the file say the contrary of each other.
    Contrary(String),
    /// Nothing says.
    Unsaid,
}

/// Says of columns of deprivation which end is the most deprived, and asks where nothing tells.
pub fn direct(columns: &mut [ColumnFinding], facts: &[Facts], above: &[&str]) {
    for (at, column) in columns.iter_mut().enumerate() {
        let by_part = matches!(
            column.scheme.as_deref(),
            Some("imd-decile" | "imd-fifth" | "imd-vigintile")
        );
        if column.role != Role::Dimension || !by_part || is_domain(&facts[at].said) {
            continue;
        }
        match of(at, facts, above) {
            Direction::First => {}
            Direction::Last(by) => {
                column.why = format!(
                    "{}; the last is the most deprived, as {by} says",
                    column.why
                );
            }
            Direction::Contrary(by) => {
                column.why = format!(
                    "{by} say the contrary of each other: check whether 1 is the most or the least deprived, and \
                     turn it under \u{201c}How groups are formed\u{201d} if it is the least"
                );
                column.confidence = column.confidence.min(UNSURE);
            }
            Direction::Unsaid => {
                column.why = "nothing says whether 1 is the most or the least deprived, or that it is about \
                              deprivation: it is taken to be the most; turn it under \u{201c}How groups are \
                              formed\u{201d} if it is not"
                    .into();
                column.confidence = column.confidence.min(UNSURE);
            }
        }
    }
}

/// Less than what is shown without being asked about.
const UNSURE: f64 = 0.75;

/// So close must a score or rank go along with the numbers to say anything.
const ALONG: f64 = 0.7;

/// The direction of the column at `at`, of those with these facts; `above` is what stands over the table.
pub fn of(at: usize, facts: &[Facts], above: &[&str]) -> Direction {
    let column = &facts[at];
    let numbers: Vec<Option<f64>> = column.rows.iter().map(|cell| number(cell)).collect();
    let greatest = numbers
        .iter()
        .flatten()
        .fold(0.0_f64, |most, &number| most.max(number));
    let last = if greatest > 10.0 {
        20
    } else if greatest > 5.0 {
        10
    } else {
        5
    };
    if labels::says_ends(&column.texts) {
        return Direction::First;
    }
    let mut evidence: Vec<(bool, String)> = Vec::new();
    let texts = std::iter::once(column.name).chain(above.iter().copied());
    for text in texts {
        if let Some(first) = in_words(text, last) {
            evidence.push((first, format!("\u{201c}{}\u{201d}", text.trim())));
        }
    }
    for (_, other) in facts.iter().enumerate().filter(|(place, _)| *place != at) {
        if let Some(first) = beside(&numbers, last, other) {
            evidence.push((first, format!("the column \u{201c}{}\u{201d}", other.name)));
        }
    }
    let says = |first: bool| evidence.iter().find(|(says, _)| *says == first);
    match (says(true), says(false)) {
        (Some((_, one)), Some((_, other))) => Direction::Contrary(format!("{one} and {other}")),
        (None, Some((_, by))) => Direction::Last(by.clone()),
        (Some(_), None) => Direction::First,
        (None, None) if names_an_index(column.name) => Direction::First,
        (None, None) => Direction::Unsaid,
    }
}

/// Whether a name says deprivation, or an index of it.
fn names_an_index(name: &str) -> bool {
    let said = said(name);
    ["imd", "depriv", "iod", "core20"]
        .iter()
        .any(|word| said.contains(word))
}

fn number(cell: &str) -> Option<f64> {
    match read(cell) {
        Content::Number(micro) if micro > 0 => Some(micro as f64),
        _ => labels::number(cell).map(f64::from),
    }
    .map(|number| if number >= 1e6 { number / 1e6 } else { number })
}

/// Whether words say that the first number is the most deprived (`true`) or the last.
fn in_words(text: &str, last: u32) -> Option<bool> {
    let said = words::plain(&text.replace('=', " is "));
    let words: Vec<&str> = said.split(' ').collect();
    (0..words.len()).find_map(|at| {
        let end = words[at]
            .parse::<u32>()
            .ok()
            .filter(|number| [1, last].contains(number))?;
        let mut after = words[at + 1..].iter().copied().skip_while(|word| {
            matches!(
                *word,
                "is" | "the" | "being" | "means" | "for" | "equals" | "are" | "denotes"
            )
        });
        let most = match after.next()? {
            "most" | "highest" | "poorest" => true,
            "least" | "lowest" | "richest" => false,
            _ => return None,
        };
        let about = after
            .next()
            .is_none_or(|word| word.starts_with("depriv") || word.starts_with("disadv"));
        about.then_some((end == 1) == most)
    })
}

/// What a column of labels, scores or ranks beside the numbers says.
fn beside(numbers: &[Option<f64>], last: u32, other: &Facts) -> Option<bool> {
    if other.numbers == 0 {
        let pairs = numbers.iter().zip(&other.rows);
        let mut says = pairs.filter_map(|(number, label)| {
            let (most, least) = labels::ends(label);
            let (first, end) = (*number == Some(1.0), *number == Some(f64::from(last)));
            match (most, least) {
                (true, false) if first || end => Some(first),
                (false, true) if first || end => Some(end),
                _ => None,
            }
        });
        return says.next();
    }
    let about = names_an_index(other.name) || other.is_named("score rank");
    let rank = about && other.has_word("rank");
    let score = about && other.has_word("score");
    if !rank && !score || !other.is_mostly_numeric() || is_domain(&other.said) {
        return None;
    }
    let along = correlation(numbers, &other.rows)?;
    (along.abs() >= ALONG).then_some((along > 0.0) == rank)
}

fn correlation(numbers: &[Option<f64>], cells: &[&str]) -> Option<f64> {
    let pairs = numbers.iter().zip(cells);
    let pairs: Vec<(f64, f64)> = pairs
        .filter_map(|(number, cell)| match read(cell) {
            Content::Number(micro) => Some(((*number)?, micro as f64)),
            _ => None,
        })
        .collect();
    if pairs.len() < 3 {
        return None;
    }
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| {
        pairs
            .iter()
            .map(|pair| of(pair.0 - x, pair.1 - y))
            .sum::<f64>()
    };
    let spread = (sum(&|dx, _| dx * dx) * sum(&|_, dy| dy * dy)).sqrt();
    (spread > 0.0).then(|| sum(&|dx, dy| dx * dy) / spread)
}
