//! The quality panel: how complete each dimension is, and what became of each row.

use crate::answer::cell::Cell;
use crate::answer::section::Completeness;
use crate::answer::{Answer, Ledger, Without};
use crate::core::dimension::Status;

use super::number::{HIDDEN, count, with_unit};
use super::page::Table;

/// How people stand, in the words of the panel.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Known => "Known",
        Status::NotStated => "Asked, not stated",
        Status::NotKnown => "Recorded as not known",
        Status::Missing => "Nothing recorded",
        Status::Unrecognised => "Not recognised",
        Status::Total => "Total",
    }
}

/// How many people are known in each dimension, and how the others stand; nothing where the file does
/// not say how many people there are.
pub fn completeness(release: &Answer) -> Option<Table> {
    let order = [
        Status::Known,
        Status::NotStated,
        Status::NotKnown,
        Status::Missing,
        Status::Unrecognised,
    ];
    let mut columns = vec!["Divided by".to_owned(), "Everyone".to_owned()];
    columns.extend(order.map(|each| status(each).to_owned()));
    let counted = |one: &&Completeness| one.everyone.number().is_none_or(|people| people > 0.0);
    let rows: Vec<_> = release
        .completeness
        .iter()
        .filter(counted)
        .map(|one| {
            let mut cells = vec![count(one.everyone)];
            cells.extend(order.map(|status| with_share(release, one, status)));
            (one.dimension.clone(), cells)
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        caption: "How complete the groups are".to_owned(),
        columns,
        rows,
        notes: Vec::new(),
    })
}

/// A count with its share of everyone, both as released.
fn with_share(release: &Answer, one: &Completeness, status: Status) -> String {
    let cell = one
        .by_status
        .iter()
        .find(|(each, _)| *each == status)
        .map_or(Cell::Exact(0.0), |(_, cell)| *cell);
    let (Some(people), Some(everyone)) = (cell.number(), one.everyone.number()) else {
        return HIDDEN.to_owned();
    };
    if everyone <= 0.0 {
        return count(cell);
    }
    let places = release.rule.percent_places(everyone).unwrap_or(1);
    let share = with_unit(
        100.0 * people / everyone,
        crate::core::units::Unit::Percent,
        places,
    );
    format!("{} ({share})", count(cell))
}

/// Rows used and set aside by reason, which together are the rows read.
pub fn ledger(release: &Answer) -> Table {
    let ledger: &Ledger = &release.ledger;
    let with_lines = ledger
        .aside
        .iter()
        .any(|aside| !aside.first_lines.is_empty());
    let row = |name: &str, rows: Cell, lines: &[u64]| {
        let lines: Vec<String> = lines.iter().map(u64::to_string).collect();
        let mut cells = vec![count(rows)];
        if with_lines {
            cells.push(lines.join(", "));
        }
        (name.to_owned(), cells)
    };
    let mut rows = vec![row("Used", ledger.used, &[])];
    rows.extend(ledger.aside.iter().map(|aside| {
        let name = format!("Set aside: {}", aside.reason.words());
        row(&name, aside.rows, &aside.first_lines)
    }));
    rows.push(row("Together: rows read", ledger.read, &[]));
    let mut columns: Vec<String> = ["What became of it", "Rows"].map(str::to_owned).into();
    if with_lines {
        columns.push("First lines".to_owned());
    }
    let mut notes = vec![balance(ledger)];
    notes.extend(release.source.notes.iter().cloned());
    Table {
        caption: "What became of each row".to_owned(),
        columns,
        rows,
        notes,
    }
}

/// Rows that count in a group, but not for one of several outcomes.
pub fn without(release: &Answer) -> Option<Table> {
    let missing = |without: &&Without| without.rows.number() != Some(0.0);
    let given: Vec<&Without> = release.ledger.without.iter().filter(missing).collect();
    let rows = given.iter().map(|without| {
        let reasons = without.reasons.iter();
        let reasons =
            reasons.map(|aside| format!("{} ({})", aside.reason.words(), count(aside.rows)));
        let reasons: Vec<String> = reasons.collect();
        let why = if reasons.is_empty() {
            HIDDEN.to_owned()
        } else {
            reasons.join("; ")
        };
        (
            measured_from(release, without.outcome),
            vec![count(without.rows), why],
        )
    });
    (!given.is_empty()).then(|| Table {
        caption: "Rows used that do not count for an indicator".to_owned(),
        columns: ["Indicator", "Rows", "Because"].map(str::to_owned).into(),
        rows: rows.collect(),
        notes: vec![
            "Each indicator has rows of its own without a usable outcome; a row is set aside altogether only \
             where it counts for none."
                .to_owned(),
        ],
    })
}

/// The indicators that are made from an outcome, the first by name.
fn measured_from(release: &Answer, outcome: usize) -> String {
    let indicators = release.plan.indicators.iter();
    let names: Vec<&str> = indicators
        .filter(|indicator| indicator.outcome == outcome)
        .map(|indicator| indicator.name.as_str())
        .collect();
    match names[..] {
        [] => format!("Outcome {}", outcome + 1),
        [one] => one.to_owned(),
        [first, ..] => format!("{first}, and {} more", names.len() - 1),
    }
}

/// That nothing was dropped in silence, as far as protected numbers can show it.
fn balance(ledger: &Ledger) -> String {
    let parts = || {
        ledger
            .aside
            .iter()
            .map(|aside| aside.rows)
            .chain([ledger.used])
    };
    let exact = parts()
        .chain([ledger.read])
        .all(|part| matches!(part, Cell::Exact(_)));
    if !exact {
        return "Every row read is either used or set aside. A row may be a person, so that these \
                numbers are under the disclosure rule too: they are rounded, and need not add up exactly. \
                Where few rows are set aside, how many were read is not shown."
            .to_owned();
    }
    let said: Vec<String> = [ledger.used]
        .into_iter()
        .chain(ledger.aside.iter().map(|aside| aside.rows))
        .map(count)
        .collect();
    if said.len() == 1 {
        return "Every row that was read is used.".to_owned();
    }
    format!(
        "Every row read is either used or set aside: {} = {}.",
        said.join(" + "),
        count(ledger.read)
    )
}
