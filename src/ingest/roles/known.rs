//! Known indicators that a file's columns give.

use super::asked::Asked;
use super::contents as told;
use super::facts::Facts;
use crate::core::indicator::Indicator;
use crate::core::plan::{Outcome, Role, Shape};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::code;
use crate::nhs::indicators::known::{Holds, KNOWN, Known, Layout, Made, Pattern};
use crate::nhs::words;

/// How sure the roles of columns are that a known indicator names.
const SURE: f64 = 0.95;

/// A known indicator, the layout that the file has, and the place of the column of each of its patterns.
struct Found {
    known: &'static Known,
    layout: &'static Layout,
    columns: Vec<usize>,
}

/// Gives the columns of known indicators their roles.
pub(super) fn settle(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let free = |column: &ColumnFinding| column.role != Role::Identifier;
    // In a table of counts the codes of each row are those of a group.
    let counted = columns
        .iter()
        .any(|column| matches!(column.role, Role::Numerator | Role::Count));
    let fits = |pattern: &Pattern, at: usize| {
        let of_groups = counted && matches!(pattern.holds, Holds::Codes(_));
        free(&columns[at]) && !of_groups && holds(pattern, &facts[at])
    };
    for found in every(columns, &fits) {
        for (pattern, &at) in found.layout.columns.iter().zip(&found.columns) {
            // An age says whom a test is about, and divides people all the same.
            if matches!(pattern.holds, Holds::Ages) {
                continue;
            }
            columns[at].role = pattern.role();
            columns[at].scheme = None;
            columns[at].confidence = SURE;
            columns[at].why = format!(
                "the name and the values are those of \u{201c}{}\u{201d}",
                found.known.name
            );
        }
    }
}

/// Whether a column holds what a pattern asks for.
fn holds(pattern: &Pattern, facts: &Facts) -> bool {
    match pattern.holds {
        Holds::Codes(codes) => are(codes, facts.texts.iter().copied()),
        Holds::Answers => told::is_flag(facts),
        Holds::Amounts => facts.is_numeric() && facts.least >= 0 && !told::is_flag(facts),
        Holds::Within(low, high) => facts.is_numeric() && facts.within(low, high),
        Holds::Ages => facts.is_numeric() && facts.within(0, 120),
        Holds::Counts(_) => facts.is_counts() && !told::is_flag(facts),
    }
}

/// Whether texts are codes of these and no others, unknown ones apart, and at least two of them.
fn are<'a>(codes: &[&str], texts: impl Iterator<Item = &'a str> + Clone) -> bool {
    let known = |text: &&str| codes.iter().any(|one| code::is(one, text));
    let telling = texts.clone().filter(|text| words::status(text).is_none());
    let fitting = texts.filter(known).count();
    fitting >= 2 && fitting == telling.count()
}

/// Every known indicator whose columns are there, by the first of its layouts that fits.
fn every(columns: &[ColumnFinding], fits: &impl Fn(&Pattern, usize) -> bool) -> Vec<Found> {
    let said: Vec<String> = columns
        .iter()
        .map(|column| words::plain(&column.name))
        .collect();
    let by_layout = |layout: &'static Layout| {
        let mut taken: Vec<usize> = Vec::new();
        for pattern in layout.columns {
            let fitting = |&at: &usize| {
                !taken.contains(&at) && pattern.is_named(&said[at]) && fits(pattern, at)
            };
            let at = (0..columns.len()).find(fitting)?;
            taken.push(at);
        }
        Some((layout, taken))
    };
    let found = KNOWN.iter().filter_map(|&known| {
        let (layout, columns) = known.layouts.iter().find_map(by_layout)?;
        Some(Found {
            known,
            layout,
            columns,
        })
    });
    found.collect()
}

/// What known indicators ask of a file, where there is one; `others` asks the columns of answers beside them.
pub(super) fn ask(
    columns: &[ColumnFinding],
    others: impl Fn(&[usize]) -> Vec<(Outcome, Indicator)>,
) -> Option<Asked> {
    let fits = |pattern: &Pattern, at: usize| {
        let examples = || columns[at].examples.iter().map(String::as_str);
        let holds = match pattern.holds {
            Holds::Codes(codes) => are(codes, examples()),
            Holds::Within(low, high) => Facts::of("", examples()).within(low, high),
            Holds::Ages => columns[at].scheme.as_deref() == Some("age"),
            _ => true,
        };
        columns[at].role == pattern.role() && holds
    };
    let all = every(columns, &fits);
    let counted = |found: &&Found| matches!(found.layout.made, Made::Counts { .. });
    let of_counts = all.iter().find(counted);
    let records = || all.iter().filter(|found| !counted(found));
    let used: Vec<&Found> = match of_counts {
        Some(found) if records().next().is_none() => vec![found],
        _ => records().collect(),
    };
    if used.is_empty() {
        return None;
    }
    let shape = if used.iter().any(counted) {
        Shape::Counts
    } else {
        Shape::Records
    };
    let named = |found: &Found| {
        let names = found.layout.columns.iter().zip(&found.columns);
        let names: Vec<(&str, String)> = names
            .map(|(pattern, &at)| (pattern.key, columns[at].name.clone()))
            .collect();
        move |key: &str| {
            let found = names.iter().find(|(other, _)| *other == key);
            found.map_or_else(String::new, |(_, name)| name.clone())
        }
    };
    let mut asked = Asked {
        shape,
        outcomes: Vec::new(),
        indicators: Vec::new(),
    };
    for found in &used {
        let name = named(found);
        asked
            .indicators
            .push(found.known.indicator(found.layout, asked.outcomes.len()));
        asked.outcomes.push(found.layout.outcome(&name));
    }
    if shape == Shape::Records {
        let taken = |found: &&Found| {
            let patterns = found.layout.columns.iter().zip(&found.columns);
            let taken = patterns.filter(|(pattern, _)| found.layout.takes(pattern));
            taken.map(|(_, &at)| at).collect::<Vec<_>>()
        };
        let taken: Vec<usize> = used.iter().flat_map(taken).collect();
        for (outcome, indicator) in others(&taken) {
            asked.indicators.push(Indicator {
                outcome: asked.outcomes.len(),
                ..indicator
            });
            asked.outcomes.push(outcome);
        }
        for (place, found) in used.iter().enumerate() {
            let name = named(found);
            let part_of = found
                .layout
                .part_of(&name, &asked.outcomes, &asked.indicators);
            asked.indicators[place].part_of = part_of;
        }
    }
    Some(asked)
}
