//! Short forms of what findings are built from.

use super::{
    Caption, Column, ColumnKind, Drawn, Entry, Found, Of, Pair, Quantity, Row, RowName, Rows, Sides,
};
use crate::core::estimate::Estimate;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

/// Shares of a whole, shown as percentages.
pub(super) const SHARE: MeasureUnit = MeasureUnit::Own(Unit::Percent);
/// One value over another.
pub(super) const RATIO: MeasureUnit = MeasureUnit::Own(Unit::Ratio);
/// A pure number.
pub(super) const INDEX: MeasureUnit = MeasureUnit::Own(Unit::Index);
/// A whole number of whatever the name says.
pub(super) const WHOLE: MeasureUnit = MeasureUnit::Own(Unit::People);

/// Why a stratum has no figure. It holds before a rule hides counts as well as after.
pub(super) const NOBODY: Refusal = Refusal::Undefined {
    why: "nobody is counted here, or the count is hidden",
};

/// A value that has no interval by its nature: a limit, a point of a curve, a number of periods.
pub(super) fn plain(value: f64, method: &'static str) -> Result<Estimate, Refusal> {
    let none = Err(Refusal::NoInterval {
        why: "a figure of this kind has no interval",
    });
    Estimate::new(value, none, method)
}

/// A number of periods, organisations or groups.
pub(super) fn whole(many: usize) -> Result<Estimate, Refusal> {
    plain(many as f64, "counted")
}

/// A figure of all known groups.
pub(super) fn figure(
    quantity: Quantity,
    result: Result<Estimate, Refusal>,
    unit: MeasureUnit,
    null: Null,
) -> Found {
    Found {
        quantity,
        result,
        unit,
        null,
        groups: Vec::new(),
    }
}

/// A column.
pub(super) fn column(kind: ColumnKind, unit: MeasureUnit) -> Column {
    Column { kind, unit }
}

/// A row about no one group.
pub(super) fn row(name: RowName, cells: Vec<Entry>) -> Row {
    Row {
        name,
        cells,
        group: None,
    }
}

/// A table, not drawn.
pub(super) fn table(caption: Caption, of: Of, columns: Vec<Column>, rows: Vec<Row>) -> Rows {
    Rows {
        caption,
        of,
        columns,
        rows,
        drawn: Drawn::Not,
    }
}

/// The table, drawn.
pub(super) fn drawn(table: Rows, drawn: Drawn) -> Rows {
    Rows { drawn, ..table }
}

/// The name of a row that is about a group, period or place of the file.
pub(super) fn label(text: &str) -> RowName {
    RowName::Label(text.to_owned())
}

/// The labels of the two sides.
pub(super) fn pair(sides: &Sides) -> Pair {
    Pair {
        worse_off: sides.worse_off.label.clone(),
        better_off: sides.better_off.label.clone(),
    }
}

/// "3 periods", "1 period": a number of things.
pub(super) fn many(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}
