//! The numbers of an analysis's table, as charts take them.

use crate::answer::section::{Entry, Rows};
use crate::core::units::Unit;

use super::words;
use crate::present::chart::Chart;
use crate::present::chart::lines::Point;
use crate::present::tables::column;

/// A chart, and its summary from the longest to one that always fits.
pub(super) type Told = (Chart, Vec<String>);

/// A number of a table and its limits, in shown units.
pub(super) fn point(entry: &Entry, unit: Unit) -> Option<Point> {
    match entry {
        Entry::Figure(outcome) => outcome.as_ref().ok()?.shown(),
        Entry::People(people) => people.number().map(|people| (people, None)),
        Entry::Known(number) => Some((number * unit.factor(), None)),
        Entry::Verdict(_) | Entry::Nothing => None,
    }
}

/// The number of a row in a column.
pub(super) fn number(rows: &Rows, cells: &[Entry], at: usize) -> Option<f64> {
    let (_, unit) = rows.columns.get(at)?;
    point(cells.get(at)?, *unit).map(|(value, _)| value)
}

/// The name of a column with its unit.
pub(super) fn head(rows: &Rows, at: usize) -> String {
    let named = rows.columns.get(at);
    named.map_or_else(String::new, |(kind, unit)| {
        column(&words::column(kind), *unit)
    })
}
