//! Outlines of small text files, and what their plans say.

use equal_measure::core::plan::Plan;
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ingest::table::outline_rows;

/// An outline of a text file whose cells are parted by bars.
pub(crate) fn look(file: &str, text: &str) -> SheetOutline {
    look_at(file, text, false)
}

/// The same, of a file that has more rows than these.
pub(crate) fn look_at_head(file: &str, text: &str) -> SheetOutline {
    look_at(file, text, true)
}

fn look_at(file: &str, text: &str, goes_on: bool) -> SheetOutline {
    let rows: Vec<(u64, Vec<String>)> = (1..)
        .zip(text.trim().lines())
        .map(|(line, row)| (line, row.split('|').map(str::to_owned).collect()))
        .collect();
    outline_rows("", &rows, goes_on, file)
}

pub(crate) fn plan(outline: &SheetOutline) -> &Plan {
    outline.plan.as_ref().unwrap_or_else(|why| panic!("{why}"))
}

pub(crate) fn divisions(plan: &Plan) -> Vec<(&str, &str)> {
    plan.divisions
        .iter()
        .map(|division| (division.id.as_str(), division.scheme.as_str()))
        .collect()
}

pub(crate) fn filters(plan: &Plan) -> Vec<(&str, &str)> {
    plan.filters
        .iter()
        .map(|filter| (filter.column.as_str(), filter.keep.texts()[0].as_str()))
        .collect()
}
