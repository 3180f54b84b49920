//! Rows to keep where a file holds more than one period, level or sum of the same people.

use std::collections::{BTreeMap, BTreeSet};

use super::levels;
use super::pins::{Pinned, Pins, only_events};
use super::series::{self, Seen};
use super::totals;
use crate::core::dimension::Status;
use crate::core::histogram::MICRO;
use crate::core::plan::{Division, Role, Shape};
use crate::core::text::grouped;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::{organisation, period, words};

/// Finds the filters, and takes divisions away that cannot stand beside them.
pub fn find<'a>(
    columns: &'a [ColumnFinding],
    seen: Seen<'a>,
    shape: Shape,
    divisions: &mut Vec<Division>,
) -> Pinned {
    let mut pins = Pins {
        columns,
        rows: seen.rows.iter().collect(),
        pinned: Pinned::default(),
        totals: match shape {
            Shape::Counts => totals::find(columns, seen.facts),
            _ => Vec::new(),
        },
    };
    if shape == Shape::Records {
        snapshots(&mut pins);
        return pins.pinned;
    }
    latest_period(&mut pins, divisions);
    one_indicator(&mut pins, shape);
    if shape == Shape::Counts {
        one_level(&mut pins, seen);
    }
    england(&mut pins, shape, divisions);
    totals_of_groups(&mut pins, divisions);
    other_dimensions(&mut pins, shape, divisions);
    if shape == Shape::Counts {
        still_divide(&pins, divisions);
    }
    if shape == Shape::Estimates {
        one_row_a_group(&mut pins, divisions);
    }
    pins.pinned.indicator = one_of_several(&pins, seen);
    pins.pinned
}

/// What all rows kept measure, in a file of several indicators.
fn one_of_several(pins: &Pins, seen: Seen) -> Option<String> {
    let columns = pins.columns;
    let mut names = (0..columns.len()).filter(|&at| series::names_indicators(&columns[at].name));
    let at = names.find(|&at| seen.texts(at).len() > 1)?;
    match pins.texts(at)[..] {
        [text] => Some(text.to_owned()),
        _ => None,
    }
}

/// Records of several weekly snapshots hold the same people again and again.
fn snapshots(pins: &mut Pins) {
    let snapshot = |column: &ColumnFinding| {
        let name = words::plain(&column.name);
        column.role == Role::Period
            && [
                "week ending",
                "snapshot",
                "census date",
                "extract date",
                "as at",
            ]
            .iter()
            .any(|word| name.contains(word))
    };
    let columns = pins.columns;
    for at in (0..columns.len()).filter(|&at| snapshot(&columns[at])) {
        keep_latest(
            pins,
            at,
            None,
            "the file holds several snapshots, and one person may be in each",
        );
    }
}

fn latest_period(pins: &mut Pins, divisions: &[Division]) {
    let columns = pins.columns;
    if only_events(columns) {
        return;
    }
    for at in (0..columns.len()).filter(|&at| columns[at].role == Role::Period) {
        let why = "it is the latest period in the rows looked at";
        keep_latest(pins, at, divisions.first(), why);
    }
}

/// Keeps the latest period; of those with two groups or more of the division, where any has.
fn keep_latest(pins: &mut Pins, at: usize, division: Option<&Division>, why: &str) {
    let texts = pins.texts(at);
    if texts.len() < 2 {
        return;
    }
    let divided = division.map(|division| pins.divided(at, division));
    let divides = |text: &str| {
        divided
            .as_ref()
            .is_some_and(|periods| periods.contains(text))
    };
    let latest = texts
        .iter()
        .filter_map(|text| Some((period::last_day(text)?, *text)))
        .max_by_key(|(day, text)| (divides(text), *day));
    if let Some((_, text)) = latest {
        pins.keep(at, text, why);
    }
}

/// Takes away what divides nobody in the rows that are kept, where something else does.
fn still_divide(pins: &Pins, divisions: &mut Vec<Division>) {
    if pins.pinned.filters.is_empty() {
        return;
    }
    let columns = pins.columns;
    let divides = |division: &Division| {
        let at = columns
            .iter()
            .position(|column| column.name == division.column);
        division.only.is_some()
            || at.is_none_or(|at| columns[at].goes_on || pins.texts(at).len() > 1)
    };
    if divisions.iter().any(divides) {
        divisions.retain(divides);
    }
}

/// Counts of different things, named row by row, make no sum.
fn one_indicator(pins: &mut Pins, shape: Shape) {
    let columns = pins.columns;
    let counted = columns
        .iter()
        .any(|column| matches!(column.role, Role::Numerator | Role::Count));
    if shape != Shape::Counts || !counted {
        return;
    }
    let names = |column: &ColumnFinding| {
        column.role == Role::SetAside && series::names_indicators(&column.name)
    };
    for at in (0..columns.len()).filter(|&at| names(&columns[at])) {
        if let [first, _, ..] = pins.texts(at)[..] {
            pins.keep(
                at,
                first,
                "counts of different things cannot be added; choose another to see it",
            );
        }
    }
}

/// One level of organisation, where a table holds several that count the same people.
fn one_level(pins: &mut Pins, seen: Seen) {
    let Some(level) = levels::find(pins.columns, seen.facts) else {
        return;
    };
    let texts = pins.texts(level.at);
    let kept: Vec<String> = level
        .texts
        .into_iter()
        .filter(|text| texts.contains(&text.as_str()))
        .collect();
    if kept.is_empty() || kept.len() == texts.len() {
        return;
    }
    pins.keep_several(
        level.at,
        &kept,
        "the other rows are of other levels and count the same people; choose another level to see it",
    );
}

/// Totals among the groups, which no scheme knows by their words, are no groups; and totals that their parts do not
/// make are said.
fn totals_of_groups(pins: &mut Pins, divisions: &[Division]) {
    let first = divisions.first().map(|division| division.column.clone());
    for totals in pins.totals.clone() {
        let column = &pins.columns[totals.at];
        let present = pins.texts(totals.at);
        pins.pinned.notes.extend(totals.odd.clone());
        let new = totals.texts.iter().filter(|text| {
            words::status(text) != Some(Status::Total) && present.contains(&text.as_str())
        });
        let new: Vec<String> = new.cloned().collect();
        let shown = first.as_ref() == Some(&column.name) || column.role == Role::Group;
        if shown && !new.is_empty() && present.len() > new.len() + 1 {
            pins.leave_out(totals.at, &new);
        }
    }
}

/// National rows, where a file has both them and their parts.
fn england(pins: &mut Pins, shape: Shape, divisions: &[Division]) {
    let columns = pins.columns;
    let mut added = divisions.iter().any(|division| {
        let is_it = |column: &&ColumnFinding| column.name == division.column;
        let column = columns.iter().find(is_it);
        column.is_some_and(|column| column.role == Role::Organisation)
    });
    for (at, column) in columns.iter().enumerate() {
        let texts = pins.texts(at);
        let divides = divisions
            .iter()
            .any(|division| division.column == column.name);
        if column.role != Role::Organisation || texts.len() < 2 || divides {
            continue;
        }
        let found = pins.totals_of(at).to_vec();
        let total = |text: &&&str| {
            words::status(text) == Some(Status::Total)
                || found.len() == 1 && found.iter().any(|total| total == **text)
        };
        if let Some(text) = texts.iter().find(|text| organisation::is_england(text)) {
            pins.keep_total(at, text, "the other rows are parts of it");
        } else if let Some(text) = texts.iter().find(total) {
            let odd = parts_of_total(pins, at, text, divisions);
            pins.keep_total(at, text, "it is the sum of the others");
            pins.pinned.notes.extend(odd);
        } else if !found.is_empty() && texts.len() > found.len() {
            pins.leave_out(at, &found);
        } else if !added && shape == Shape::Counts {
            added = true;
            pins.pinned.notes.push(format!(
                "The rows of {} different values of \u{201c}{}\u{201d} are added together.",
                texts.len(),
                column.name
            ));
        }
    }
}

/// Says where the parts of a total do not add up to it, as rounded counts do not.
fn parts_of_total(pins: &Pins, at: usize, total: &str, divisions: &[Division]) -> Option<String> {
    let place = |name: &str| pins.columns.iter().position(|column| column.name == *name);
    let group = place(&divisions.first()?.column)?;
    let count = pins
        .columns
        .iter()
        .position(|column| column.role == Role::Count)?;
    let mut sums: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for row in &pins.rows {
        let (text, kind, cell) = (row.get(group)?.trim(), row.get(at)?.trim(), row.get(count)?);
        let Content::Number(micro) = read(cell) else {
            continue;
        };
        let (whole, parts) = sums.entry(text).or_default();
        if kind == total {
            *whole += micro / MICRO;
        } else {
            *parts += micro / MICRO;
        }
    }
    let (text, (whole, parts)) = sums
        .into_iter()
        .find(|(_, (whole, parts))| whole != parts && *parts > 0)?;
    Some(format!(
        "In \u{201c}{}\u{201d} the parts do not add up to the total everywhere, as rounded counts do \
         not: for \u{201c}{text}\u{201d} the total is {} and the parts make {}. The total is used as \
         published.",
        pins.columns[count].name,
        grouped(&whole.to_string()),
        grouped(&parts.to_string())
    ))
}

/// A second dimension with a total of its own would count everyone twice; estimates cannot be added.
fn other_dimensions(pins: &mut Pins, shape: Shape, divisions: &mut Vec<Division>) {
    let columns = pins.columns;
    let first = divisions.first().cloned();
    for at in (0..columns.len()).filter(|&at| columns[at].role == Role::Dimension) {
        let name = &columns[at].name;
        if first.as_ref().is_some_and(|first| first.column == *name) {
            continue;
        }
        // "Total" beside one register and "17 and over" beside another is a label of theirs, and no sum.
        if first.as_ref().is_some_and(|first| pins.follows(at, first)) {
            divisions.retain(|division| division.column != *name);
            continue;
        }
        let texts = pins.texts(at);
        let total = texts
            .iter()
            .find(|text| is_total(columns, at, text))
            .or_else(|| {
                let found = pins.totals_of(at);
                texts
                    .iter()
                    .find(|text| found.iter().any(|total| total == **text))
            })
            .copied();
        let text = match (total, shape) {
            _ if texts.len() < 2 => continue,
            (Some(total), _) => total,
            (None, Shape::Estimates) => texts[0],
            (None, _) => continue,
        };
        if total.is_some() {
            let why = "it is the sum of the other groups, which would be counted twice";
            pins.keep_total(at, text, why);
        } else {
            let why = "values of different groups cannot be added; choose another group to see it";
            pins.keep(at, text, why);
        }
        divisions.retain(|division| division.column != *name);
    }
}

fn is_total(columns: &[ColumnFinding], at: usize, text: &str) -> bool {
    let coded = columns[at].scheme.as_deref() == Some("sex") && matches!(text, "4" | "P");
    coded || words::status(text) == Some(Status::Total)
}

/// Given values cannot be added: every group must be left with one row.
fn one_row_a_group(pins: &mut Pins, divisions: &mut Vec<Division>) {
    let columns = pins.columns;
    let Some(first) = divisions.first().cloned() else {
        return;
    };
    let by_breakdown = first.only.is_some();
    if !by_breakdown {
        divisions.truncate(1);
    }
    let used = |at: usize| {
        let name = &columns[at].name;
        let in_division = divisions.iter().any(|division| {
            division.column == *name
                || division
                    .only
                    .as_ref()
                    .is_some_and(|only| only.column == *name)
        });
        let number = matches!(
            columns[at].role,
            Role::Value
                | Role::Lower
                | Role::Upper
                | Role::StandardError
                | Role::Population
                | Role::Denominator
                | Role::Numerator
                | Role::Number
                | Role::Identifier
        );
        in_division || number
    };
    for at in (0..columns.len()).filter(|&at| !used(at)) {
        if !repeats(pins, &first) {
            return;
        }
        let texts = pins.texts(at);
        let numeric = texts
            .iter()
            .all(|text| text.contains('.') && text.parse::<f64>().is_ok());
        let each_row = texts.len() >= pins.rows.len() / 2;
        if texts.len() < 2 || numeric || each_row {
            continue;
        }
        pins.keep(
            at,
            texts[0],
            "values of different rows cannot be added; choose another to see it",
        );
    }
}

/// Whether any group of the first division has more than one row.
fn repeats(pins: &Pins, division: &Division) -> bool {
    let place = |name: &str| pins.columns.iter().position(|column| column.name == *name);
    let Some(group) = place(&division.column) else {
        return false;
    };
    let only = division
        .only
        .as_ref()
        .and_then(|only| Some((place(&only.column)?, only.text.as_str())));
    let mut seen = BTreeSet::new();
    pins.rows
        .iter()
        .filter(|row| {
            only.is_none_or(|(at, text)| row.get(at).is_some_and(|cell| cell.trim() == text))
        })
        .filter_map(|row| row.get(group))
        .any(|text| !seen.insert(text.trim()))
}
