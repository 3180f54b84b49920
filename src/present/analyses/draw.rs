//! An analysis's table as a chart with its summary.

use crate::answer::section::{Entry, Rows};
use crate::core::analysis::{ColumnKind, Drawn, RowName};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

use super::limits::{self, Average};
use super::points::{Told, head, number, point};
use super::words;
use crate::present::chart::curve::CurveChart;
use crate::present::chart::lines::{Form, LinesChart, MOST_LINES, Series};
use crate::present::chart::{Bar, Chart, RatesChart};
use crate::present::figure::{self, range};
use crate::present::number::{bare, count, lowered, plain};
use crate::present::tables::column;

/// More rows than this are too many for one picture of rows. England's 42 integrated care boards fit.
const MOST_ROWS: usize = 45;
/// The longest summary that is read out whole.
const LONGEST: usize = 125;

/// The chart of a table and what it shows; none where it is not drawn or nothing in it may be.
pub(super) fn drawn(rows: &Rows, average: Option<&Average>) -> Option<(Chart, String)> {
    let (chart, summaries) = match rows.drawn {
        Drawn::Not => return None,
        Drawn::Bars => bars(rows)?,
        Drawn::Lines => lines(rows)?,
        Drawn::Curve => curve(rows)?,
        Drawn::Funnel => limits::funnel(rows, average)?,
    };
    let fits = |summary: &String| summary.chars().count() <= LONGEST;
    let summary = summaries.into_iter().find(fits)?;
    Some((chart, summary))
}

/// A row for each row of the table: the first column that holds figures.
fn bars(rows: &Rows) -> Option<Told> {
    let at = figure_columns(rows).into_iter().next().unwrap_or(0);
    let unit = rows.columns.get(at)?.1;
    let bar = |(name, cells): &(RowName, Vec<Entry>)| {
        let entry = cells.get(at)?;
        let shown = point(entry, unit);
        let hidden = match entry {
            Entry::Figure(Ok(_) | Err(Refusal::Suppressed)) | Entry::People(_) => shown.is_none(),
            _ => false,
        };
        Some(Bar {
            label: words::row(name),
            value: shown.map(|shown| shown.0),
            limits: shown.and_then(|shown| shown.1),
            text: said(entry, unit),
            highlight: false,
            apart: false,
            hidden,
        })
    };
    let all = rows.rows.len();
    let mut bars: Vec<Bar> = rows.rows.iter().filter_map(bar).collect();
    let given = |(name, cells): &(RowName, Vec<Entry>)| {
        let entry = cells.get(at)?;
        let (value, _) = point(entry, unit)?;
        Some((value, words::row(name), alone(entry, unit)))
    };
    let mut given: Vec<(f64, String, String)> = rows.rows.iter().filter_map(given).collect();
    given.sort_by(|one, other| one.0.total_cmp(&other.0));
    let ((_, low_name, low), (_, high_name, high)) = (given.first()?, given.last()?);
    let number = given.len();
    let of = lowered(words::of(&rows.of));
    let summaries = vec![
        format!("{number} rows by {of}. Highest: {high_name}, {high}. Lowest: {low_name}, {low}."),
        format!("{number} rows, from {low} to {high}."),
        format!("{number} rows with a figure."),
    ];
    // What is said is said of all rows, those too that are not drawn.
    bars.truncate(MOST_ROWS);
    let part = if all > MOST_ROWS {
        format!(". Drawn: the first {MOST_ROWS} rows of {all}. The table has them all")
    } else {
        String::new()
    };
    let chart = Chart::Rates(RatesChart {
        axis: format!("{}{part}", head(rows, at)),
        mark: about_zero(&bars).then(|| (0.0, "0".to_owned())),
        bars,
    });
    Some((chart, summaries))
}

/// Whether values lie on both sides of zero, so that it must be seen.
fn about_zero(bars: &[Bar]) -> bool {
    let values = || bars.iter().filter_map(|bar| bar.value);
    values().any(|value| value < 0.0) && values().any(|value| value > 0.0)
}

/// A figure at a row's end: without the unit that the axis names, but for the percent sign.
fn said(entry: &Entry, unit: Unit) -> String {
    let alone = alone(entry, unit);
    match point(entry, unit)
        .and_then(|shown| shown.1)
        .zip(places(entry))
    {
        Some((limits, places)) => format!("{alone} ({})", range(limits, places)),
        None => alone,
    }
}

/// The decimals of a figure.
fn places(entry: &Entry) -> Option<i8> {
    match entry {
        Entry::Figure(outcome) => outcome.as_ref().ok().map(|figure| figure.places),
        _ => None,
    }
}

/// A figure without its limits.
fn alone(entry: &Entry, unit: Unit) -> String {
    let percent = if unit == Unit::Percent { "%" } else { "" };
    match entry {
        Entry::Figure(Ok(figure)) => match figure.shown() {
            None => figure::value(&Ok(figure.clone())),
            Some((value, _)) => format!("{}{percent}", bare(value, figure.places)),
        },
        Entry::Figure(refused) => figure::value(refused),
        Entry::People(people) => count(*people),
        Entry::Known(number) => format!("{}{percent}", plain(number * unit.factor(), 1)),
        Entry::Verdict(verdict) => words::verdict(verdict),
        Entry::Nothing => String::new(),
    }
}

/// The places of the columns that hold a figure.
fn figure_columns(rows: &Rows) -> Vec<usize> {
    let holds = |at: &usize| {
        let cells = rows.rows.iter().filter_map(|(_, cells)| cells.get(*at));
        cells
            .into_iter()
            .any(|cell| matches!(cell, Entry::Figure(_)))
    };
    (0..rows.columns.len()).filter(holds).collect()
}

/// A line for each column of figures in the unit of the first.
fn lines(rows: &Rows) -> Option<Told> {
    let figures = figure_columns(rows);
    let unit = rows.columns.get(*figures.first()?)?.1;
    let same: Vec<usize> = figures
        .into_iter()
        .filter(|&at| rows.columns[at].1 == unit)
        .collect();
    let series = |&at: &usize| {
        let cells = rows.rows.iter();
        Series {
            label: words::column(&rows.columns[at].0),
            form: form(&rows.columns[at].0),
            points: cells
                .map(|(_, cells)| point(cells.get(at)?, unit))
                .collect(),
        }
    };
    let lines: Vec<Series> = same.iter().take(MOST_LINES).map(series).collect();
    let given = |line: &Series| line.points.iter().any(Option::is_some);
    if !lines.iter().any(given) {
        return None;
    }
    let name = match lines.as_slice() {
        [only] => only.label.clone(),
        _ => String::new(),
    };
    let axis = match column(&name, unit).trim() {
        "" => "Value".to_owned(),
        bracketed if name.is_empty() => unit_alone(bracketed),
        named => named.to_owned(),
    };
    let part = if same.len() > MOST_LINES {
        format!(
            ". Drawn: the first {MOST_LINES} of {}. The table has them all",
            same.len()
        )
    } else {
        String::new()
    };
    let summaries = summaries_of_lines(rows, &lines, &same);
    let chart = Chart::Lines(LinesChart {
        axis: format!("{axis}{part}"),
        across: words::of(&rows.of).to_owned(),
        stops: rows.rows.iter().map(|row| words::row(&row.0)).collect(),
        lines,
    });
    Some((chart, summaries))
}

/// How the line of a column is drawn.
const fn form(kind: &ColumnKind) -> Form {
    match kind {
        ColumnKind::Limit(_) | ColumnKind::Limit95(_) | ColumnKind::Limit998(_) => Form::Limit,
        ColumnKind::Average => Form::Level,
        _ => Form::Marked,
    }
}

/// "(percentage points)" as the name of an axis: "Percentage points".
fn unit_alone(bracketed: &str) -> String {
    let inner = bracketed.trim_matches(['(', ')']);
    match inner {
        "%" => "Percent (%)".to_owned(),
        unit => crate::present::side::capital(unit),
    }
}

fn summaries_of_lines(rows: &Rows, lines: &[Series], columns: &[usize]) -> Vec<String> {
    let shown = |row: usize, at: usize| {
        let (_, cells) = rows.rows.get(row)?;
        let unit = rows.columns.get(at)?.1;
        Some(alone(cells.get(at)?, unit))
    };
    let ends = |(line, &at): (&Series, &usize)| {
        let first = line.points.iter().position(Option::is_some)?;
        let last = line.points.iter().rposition(Option::is_some)?;
        Some(format!(
            "{} from {} to {}",
            line.label,
            shown(first, at)?,
            shown(last, at)?
        ))
    };
    let stops = rows.rows.len();
    let of = lowered(words::of(&rows.of));
    let names = |row: Option<&(RowName, Vec<Entry>)>| {
        row.map_or_else(String::new, |row| words::row(&row.0))
    };
    let (first, last) = (names(rows.rows.first()), names(rows.rows.last()));
    let each: Vec<String> = lines.iter().zip(columns).filter_map(ends).collect();
    vec![
        format!("{first} to {last}: {}.", each.join("; ")),
        format!("{}.", each.join("; ")),
        format!(
            "{} lines over {stops} rows by {of}, {first} to {last}.",
            lines.len()
        ),
        format!("{} lines over {stops} rows.", lines.len()),
    ]
}

/// A curve of the first two columns.
fn curve(rows: &Rows) -> Option<Told> {
    let points: Vec<(f64, f64)> = rows
        .rows
        .iter()
        .filter_map(|(_, cells)| Some((number(rows, cells, 0)?, number(rows, cells, 1)?)))
        .collect();
    let percent = rows.columns.first()?.1 == Unit::Percent;
    let whole = if percent { 100.0 } else { 1.0 };
    let away = |point: &&(f64, f64)| (point.1 - point.0).abs();
    let furthest = points
        .iter()
        .max_by(|one, other| away(one).total_cmp(&away(other)))?;
    let (along, up) = (furthest.0 / whole * 100.0, furthest.1 / whole * 100.0);
    let summaries = vec![format!(
        "Furthest from equality: {}% along, {}% up. Equality would be the same on both.",
        plain(along, 0),
        plain(up, 0)
    )];
    let chart = Chart::Curve(CurveChart {
        axis: head(rows, 1),
        across: head(rows, 0),
        points,
        whole,
    });
    Some((chart, summaries))
}
