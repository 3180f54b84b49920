//! The quality panel: how complete each dimension is, and what became of each row.

use crate::core::dimension::Standing;
use crate::release::cell::Cell;
use crate::release::section::Completeness;
use crate::release::{Ledger, Release};

use super::number::{HIDDEN, count, with_unit};
use super::page::Table;

/// How people stand, in the words of the panel.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Known => "Known",
        Standing::NotStated => "Asked, not stated",
        Standing::NotKnown => "Recorded as not known",
        Standing::Missing => "Nothing recorded",
        Standing::Unrecognised => "Not recognised",
        Standing::Total => "Total",
    }
}

/// How many people are known in each dimension, and how the others stand.
pub fn completeness(release: &Release) -> Table {
    let order = [
        Standing::Known,
        Standing::NotStated,
        Standing::NotKnown,
        Standing::Missing,
        Standing::Unrecognised,
    ];
    let mut columns = vec!["Divided by".to_owned(), "Everyone".to_owned()];
    columns.extend(order.map(|each| standing(each).to_owned()));
    let rows = release.completeness.iter().map(|one| {
        let mut cells = vec![count(one.everyone)];
        cells.extend(order.map(|standing| counted(release, one, standing)));
        (one.dimension.clone(), cells)
    });
    Table {
        caption: "How complete the groups are".to_owned(),
        columns,
        rows: rows.collect(),
        notes: release.source.notes.clone(),
    }
}

/// A count with its share of everyone, both as released.
fn counted(release: &Release, one: &Completeness, standing: Standing) -> String {
    let cell = one
        .by_standing
        .iter()
        .find(|(each, _)| *each == standing)
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

/// Rows read, used and set aside by reason.
pub fn ledger(release: &Release) -> Table {
    let ledger: &Ledger = &release.ledger;
    let mut rows = vec![
        (
            "Rows read".to_owned(),
            vec![count(ledger.read), String::new()],
        ),
        (
            "Rows used".to_owned(),
            vec![count(ledger.used), String::new()],
        ),
    ];
    rows.extend(ledger.aside.iter().map(|aside| {
        let lines: Vec<String> = aside.first_lines.iter().map(u64::to_string).collect();
        (
            format!("Set aside: {}", aside.reason.words()),
            vec![count(aside.rows), lines.join(", ")],
        )
    }));
    let notes = if release.rule.protects() {
        vec![
            "Where a row is a person, numbers of rows are under the disclosure rule too."
                .to_owned(),
        ]
    } else {
        Vec::new()
    };
    Table {
        caption: "What became of each row".to_owned(),
        columns: ["", "Rows", "First lines"].map(str::to_owned).into(),
        rows,
        notes,
    }
}
