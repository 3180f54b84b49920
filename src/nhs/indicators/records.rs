//! Indicators of records: one row a person or event, with a wait, a yes or no, or a number.

use crate::core::indicator::{Formula, Indicator};
use crate::core::units::{Polarity, Unit};
use crate::nhs::settle::capitalised;

use super::polarity;

/// Waits longer than these many weeks, the first of them the headline. 18 weeks is the standard of the
/// NHS Constitution (92 % within); the others are the long waits that NHS England counts.
const LONG_WAITS: [u32; 5] = [18, 52, 65, 78, 104];

const ON_LIST: &str = "people on the list";

/// Everything that a wait in weeks or days gives.
pub fn waits() -> Vec<Indicator> {
    let mut list: Vec<Indicator> = LONG_WAITS.iter().map(|&weeks| over(weeks)).collect();
    list.push(Indicator {
        id: "waits-median".into(),
        name: "Median wait".into(),
        verb: "the middle person had waited".into(),
        population: ON_LIST.into(),
        unit: Unit::Weeks,
        polarity: Polarity::MoreIsWorse,
        outcome: 0,
        formula: Formula::Median,
        definition:
            "Half of the people on the list had waited no longer than this. From every wait \
                     in the file, to the day where days are given."
                .into(),
        ..Indicator::default()
    });
    list.push(Indicator {
        id: "waits-p92".into(),
        name: "92nd percentile of waits".into(),
        verb: "92% of people had waited no longer than".into(),
        population: ON_LIST.into(),
        unit: Unit::Weeks,
        polarity: Polarity::MoreIsWorse,
        outcome: 0,
        formula: Formula::Percentile(0.92),
        definition: "92 in 100 people on the list had waited no longer than this. The standard of \
                     the NHS Constitution is that it should be 18 weeks or less."
            .into(),
        ..Indicator::default()
    });
    list
}

fn over(weeks: u32) -> Indicator {
    Indicator {
        id: format!("waits-over-{weeks}"),
        name: format!("People waiting more than {weeks} weeks"),
        verb: format!("had waited more than {weeks} weeks"),
        population: ON_LIST.into(),
        unit: Unit::Percent,
        polarity: Polarity::MoreIsWorse,
        outcome: 0,
        formula: Formula::ShareOver {
            weeks: f64::from(weeks),
        },
        definition: format!(
            "People whose wait is more than {weeks} weeks (exactly {weeks} weeks is not more), out \
             of everyone in the file whose wait is given."
        ),
        ..Indicator::default()
    }
}

/// The share of records whose answer is yes.
pub fn yes_no(column: &str) -> Indicator {
    let said = spaced(column);
    Indicator {
        id: "share-yes".into(),
        name: capitalised(&said),
        verb: format!("had \u{201c}{said}\u{201d} marked yes"),
        population: "people in the file".into(),
        unit: Unit::Percent,
        polarity: polarity::of(column),
        outcome: 0,
        formula: Formula::ShareYes,
        definition: format!(
            "Rows where the column \u{201c}{column}\u{201d} says yes (1, Y, yes or true), out of the \
             rows where it says yes or no."
        ),
        ..Indicator::default()
    }
}

/// The share of records whose outcome in words is one of those for yes; `yes` and `no` are the texts that
/// were seen.
pub fn in_words(column: &str, yes: &[&str], no: &[&str]) -> Indicator {
    let quoted = |texts: &[&str]| {
        let texts: Vec<String> = texts
            .iter()
            .map(|text| format!("\u{201c}{text}\u{201d}"))
            .collect();
        texts.join(" or ")
    };
    let name = yes
        .first()
        .map_or_else(|| spaced(column), |text| spaced(text));
    let all = [yes, no].concat();
    Indicator {
        id: "share-in-words".into(),
        name: capitalised(&name),
        verb: format!(
            "had \u{201c}{}\u{201d} under \u{201c}{}\u{201d}",
            name,
            spaced(column)
        ),
        population: "people in the file".into(),
        unit: Unit::Percent,
        polarity: polarity::of(&name),
        outcome: 0,
        formula: Formula::ShareYes,
        definition: format!(
            "Rows where the column \u{201c}{column}\u{201d} says {}, out of the rows where it says {}. \
             Rows that say anything else are set aside.",
            quoted(yes),
            quoted(&all)
        ),
        ..Indicator::default()
    }
}

/// The mean and median of a number.
pub fn number(column: &str) -> Vec<Indicator> {
    let said = spaced(column);
    let make = |id: &str, what: &str, formula, definition: String| Indicator {
        id: id.into(),
        name: format!("{what} of {said}"),
        verb: format!("the {} of {said} was", what.to_lowercase()),
        population: "people in the file".into(),
        unit: Unit::Own,
        polarity: polarity::of(column),
        outcome: 0,
        formula,
        definition,
        ..Indicator::default()
    };
    vec![
        make(
            "number-mean",
            "Mean",
            Formula::Mean,
            format!(
                "The sum of the column \u{201c}{column}\u{201d} divided by the rows with a number in it."
            ),
        ),
        make(
            "number-median",
            "Median",
            Formula::Median,
            format!(
                "Half of the rows have no more than this in the column \u{201c}{column}\u{201d}."
            ),
        ),
    ]
}

/// A column's name as words.
fn spaced(column: &str) -> String {
    let words = column.replace('_', " ");
    let words = words.trim();
    if words.chars().any(char::is_lowercase) || words.len() <= 4 {
        words.to_owned()
    } else {
        words.to_lowercase()
    }
}
