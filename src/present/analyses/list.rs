//! The tables of an analysis, with their charts where they are drawn.

use crate::answer::Answer;
use crate::answer::cell::Figure as Shown;
use crate::answer::section::{Analysed, Entry, Results, Rows, Section};
use crate::core::analysis::RowName;
use crate::core::refusal::Refusal;
use crate::core::text::grouped;
use crate::core::units::Unit;

use super::{draw, limits, periods, words};
use crate::present::figure::{self, range};
use crate::present::number::{bare, count, lowered, plain};
use crate::present::page::{Block, Figure, Table};
use crate::present::side::capital;
use crate::present::tables::{column, when};

/// More names than this are counted instead.
const MOST_NAMES: usize = 4;
/// More rows than this are in the saved CSV alone: nobody reads them here, and a page that holds thousands
/// answers slowly.
const MOST_ROWS: usize = 500;
/// The most decimals of a number that is known to everyone.
const MOST_PLACES: usize = 4;

/// Every table that has rows, in order.
pub(super) fn tables(
    release: &Answer,
    section: &Section,
    analysed: &Analysed,
    results: &Results,
) -> Vec<Block> {
    let when = periods::span(analysed, results).unwrap_or_else(|| when(release));
    let tables = &results.tables;
    let average = limits::average(section, results);
    let given = tables.iter().filter(|rows| !rows.rows.is_empty());
    given
        .enumerate()
        .map(|(place, rows)| match draw::drawn(rows, average.as_ref()) {
            Some((chart, summary)) => {
                let again = tables.iter().filter(|other| other.of == rows.of).count() > 1;
                let which = if again {
                    format!(", table {}", place + 1)
                } else {
                    String::new()
                };
                let caption = format!("Each {} in figures{which}", lowered(words::of(&rows.of)));
                Block::Figure(Figure {
                    title: capital(&words::caption(&rows.caption)),
                    summary,
                    chart,
                    table: table(release, rows, &caption, &when),
                })
            }
            None => Block::Table(table(
                release,
                rows,
                &capital(&words::caption(&rows.caption)),
                &when,
            )),
        })
        .collect()
}

fn table(release: &Answer, rows: &Rows, caption: &str, when: &str) -> Table {
    let units: Vec<Unit> = rows.columns.iter().map(|column| column.1).collect();
    let places: Vec<usize> = (0..units.len()).map(|at| known_places(rows, at)).collect();
    let heads = rows.columns.iter().enumerate().map(|(at, (kind, unit))| {
        let name = words::column(kind);
        if has_numbers(rows, at) {
            column(&name, *unit)
        } else {
            name
        }
    });
    let cell = |(at, entry): (usize, &Entry)| {
        let places = places.get(at).copied().unwrap_or(0);
        match entry {
            Entry::Figure(outcome) => match outcome {
                Ok(figure) => bare_figure(figure),
                Err(_) => figure::value(outcome),
            },
            Entry::People(people) => count(*people),
            Entry::Known(number) => plain(number * factor(&units, at), places),
            Entry::Verdict(verdict) => words::verdict(verdict),
            Entry::Nothing => "–".to_owned(),
        }
    };
    Table {
        caption: if is_of_the_file(rows) {
            format!("{caption}. {when}")
        } else {
            format!("{caption}.")
        },
        columns: std::iter::once(words::of(&rows.of).to_owned())
            .chain(heads)
            .collect(),
        rows: rows
            .rows
            .iter()
            .take(MOST_ROWS)
            .map(|(name, cells)| {
                (
                    words::row(name),
                    cells.iter().enumerate().map(cell).collect(),
                )
            })
            .collect(),
        notes: notes(release, rows),
    }
}

/// Whether a table holds more than what is known to everyone, such as the weights of a standard.
fn is_of_the_file(rows: &Rows) -> bool {
    let mut cells = rows.rows.iter().flat_map(|(_, cells)| cells);
    cells.any(|cell| !matches!(cell, Entry::Known(_) | Entry::Nothing))
}

/// Whether a column holds more than verdicts, so that it has a unit.
fn has_numbers(rows: &Rows, at: usize) -> bool {
    let mut cells = rows.rows.iter().filter_map(|(_, cells)| cells.get(at));
    cells.any(|cell| !matches!(cell, Entry::Verdict(_) | Entry::Nothing))
}

/// Value and limits without the unit, which stands above; or the word in its place.
fn bare_figure(figure: &Shown) -> String {
    match figure.shown() {
        None => figure::value(&Ok(figure.clone())),
        Some((value, None)) => bare(value, figure.places),
        Some((value, Some(limits))) => format!(
            "{} ({})",
            bare(value, figure.places),
            range(limits, figure.places)
        ),
    }
}

fn factor(units: &[Unit], at: usize) -> f64 {
    units.get(at).map_or(1.0, |unit| unit.factor())
}

/// The decimals that all known numbers of a column need.
fn known_places(rows: &Rows, at: usize) -> usize {
    let factor = rows.columns.get(at).map_or(1.0, |column| column.1.factor());
    let numbers = rows
        .rows
        .iter()
        .filter_map(|(_, cells)| match cells.get(at) {
            Some(Entry::Known(number)) => Some(number * factor),
            _ => None,
        });
    let numbers: Vec<f64> = numbers.collect();
    let enough = |places: &usize| {
        let scale = 10f64.powi(i32::try_from(*places).unwrap_or(0));
        numbers
            .iter()
            .all(|number| ((number * scale).round() - number * scale).abs() < 1e-6 * scale)
    };
    (0..MOST_PLACES).find(enough).unwrap_or(MOST_PLACES)
}

/// What brackets and words in the table mean.
fn notes(release: &Answer, rows: &Rows) -> Vec<String> {
    let entries = || {
        let named = rows.rows.iter();
        named.flat_map(|(name, cells)| cells.iter().map(move |cell| (name, cell)))
    };
    let figures = || {
        entries().filter_map(|(name, cell)| match cell {
            Entry::Figure(outcome) => Some((name, outcome)),
            _ => None,
        })
    };
    let mut notes = Vec::new();
    if rows.rows.len() > MOST_ROWS {
        let all = grouped(&rows.rows.len().to_string());
        notes.push(format!(
            "The first {MOST_ROWS} of {all} rows. The CSV has them all."
        ));
    }
    let with_limits = |outcome: &&Shown| outcome.shown().is_some_and(|shown| shown.1.is_some());
    if let Some(level) = figures()
        .filter_map(|(_, outcome)| outcome.as_ref().ok())
        .find(with_limits)
        .and_then(|figure| figure.limits.as_ref().ok())
    {
        notes.push(format!("In brackets: {} intervals.", level.level));
    }
    let hidden = entries().any(|(_, cell)| match cell {
        Entry::Figure(Ok(figure)) => figure.shown().is_none(),
        Entry::People(people) => people.number().is_none(),
        _ => false,
    });
    if hidden {
        notes.push(format!("“hidden”: {}", release.rule.threshold));
    }
    let mut reasons: Vec<(&Refusal, Vec<&RowName>)> = Vec::new();
    for (name, outcome) in figures() {
        let Err(why) = outcome else { continue };
        match reasons.iter_mut().find(|(other, _)| *other == why) {
            // Cells of one row stand beside each other.
            Some((_, names)) if names.last() == Some(&name) => {}
            Some((_, names)) => names.push(name),
            None => reasons.push((why, vec![name])),
        }
    }
    notes.extend(reasons.into_iter().map(|(why, names)| {
        let of = if names.len() > MOST_NAMES {
            format!("{} rows", names.len())
        } else {
            let quoted: Vec<String> = names
                .iter()
                .map(|name| format!("“{}”", words::row(name)))
                .collect();
            quoted.join(", ")
        };
        format!("No figure for {of}. {why}")
    }));
    notes
}
