//! Organisations and the limits that chance alone seldom passes: how each stands, and the funnel.

use crate::release::cell::Outcome;
use crate::release::section::{Entry, Findings, Rows, Section};

use super::draw::{Told, head, number};
use crate::present::chart::Chart;
use crate::present::chart::funnel::{FunnelChart, FunnelPoint, Standing};
use crate::present::figure;

/// An average with its name.
pub(super) type Average = (String, Outcome);

/// The average that a funnel is drawn about: the study's own, else that of all known groups.
pub(super) fn average(section: &Section, findings: &Findings) -> Option<Average> {
    let mut figures = findings.figures.iter();
    let own = figures.find(|found| found.name.to_lowercase().starts_with("average"));
    let (name, outcome) = own.map_or(("All known groups", &section.known.value), |found| {
        (found.name.as_str(), &found.figure)
    });
    figure::is_given(outcome).then(|| (name.to_owned(), outcome.clone()))
}

/// The rows that stand in a funnel.
pub(super) fn funnel_points(rows: &Rows) -> Vec<FunnelPoint> {
    let made = rows.rows.iter().filter_map(|(label, cells)| {
        let at = |place| number(rows, cells, place);
        let (value, limits) = (at(1)?, [at(2).zip(at(3)), at(4).zip(at(5))]);
        Some(FunnelPoint {
            label: label.clone(),
            size: at(0)?,
            value,
            limits,
            standing: in_words(cells).unwrap_or_else(|| standing(value, limits)),
        })
    });
    made.collect()
}

/// How a row stands to the limits by its own words, made before figures are rounded.
fn in_words(cells: &[Entry]) -> Option<Standing> {
    cells.iter().find_map(|cell| match cell {
        Entry::Words(words) if words.contains("within") => Some(Standing::Within),
        Entry::Words(words) if words.contains("99.8") => Some(Standing::FarOutside),
        Entry::Words(words) if words.contains("95") => Some(Standing::Outside),
        _ => None,
    })
}

fn standing(value: f64, [near, far]: [Option<(f64, f64)>; 2]) -> Standing {
    let outside = |limits: Option<(f64, f64)>| {
        limits.is_some_and(|(lower, upper)| value < lower || value > upper)
    };
    match (outside(near), outside(far)) {
        (_, true) => Standing::FarOutside,
        (true, false) => Standing::Outside,
        (false, false) => Standing::Within,
    }
}

/// How many points lie outside the limits of 95 % but not of 99.8 %, and how many outside both.
pub(super) fn outside(points: &[FunnelPoint]) -> [usize; 2] {
    [Standing::Outside, Standing::FarOutside].map(|standing| {
        points
            .iter()
            .filter(|point| point.standing == standing)
            .count()
    })
}

/// Organisations by size between limits.
pub(super) fn funnel(rows: &Rows, average: Option<&Average>) -> Option<Told> {
    let points = funnel_points(rows);
    if points.is_empty() {
        return None;
    }
    let unit = rows.columns.get(1)?.1;
    let average = average.and_then(|(name, outcome)| {
        let figure = outcome.as_ref().ok().filter(|figure| figure.unit == unit)?;
        let said = format!("{name}: {}", figure::value(outcome));
        Some((figure.shown()?.0, said))
    });
    let all = rows.rows.len();
    let part = if points.len() < all {
        format!(". Not drawn: {} without a figure", all - points.len())
    } else {
        String::new()
    };
    let [inner, outer] = outside(&points);
    let summaries = vec![format!(
        "{} points: {outer} outside the 99.8% limits, {inner} more outside the 95% limits.",
        points.len()
    )];
    let chart = Chart::Funnel(FunnelChart {
        axis: format!("{}{part}", head(rows, 1)),
        across: head(rows, 0),
        points,
        average,
    });
    Some((chart, summaries))
}
