//! Organisations and the limits that chance alone seldom passes: how each stands, and the funnel.

use crate::answer::cell::Outcome;
use crate::answer::section::{Entry, Results, Rows, Section};
use crate::core::analysis::{Quantity, Verdict};
use crate::core::standard::funnel::significance::Place;

use super::points::{Told, head, number};
use super::words;
use crate::present::chart::Chart;
use crate::present::chart::funnel::{FunnelChart, FunnelPoint, Status};
use crate::present::figure;

/// An average with its name.
pub(super) type Average = (String, Outcome);

/// The average that a funnel is drawn about: the analysis's own, else that of all known groups.
pub(super) fn average(section: &Section, results: &Results) -> Option<Average> {
    let mut figures = results.figures.iter();
    let own = figures.find(|found| found.quantity == Quantity::Average);
    let (name, outcome) = own.map_or_else(
        || ("All known groups".to_owned(), &section.known.value),
        |found| (words::quantity(&found.quantity), &found.figure),
    );
    figure::is_given(outcome).then(|| (name, outcome.clone()))
}

/// The rows that stand in a funnel.
pub(super) fn funnel_points(rows: &Rows) -> Vec<FunnelPoint> {
    let made = rows.rows.iter().filter_map(|(name, cells)| {
        let at = |place| number(rows, cells, place);
        let (value, limits) = (at(1)?, [at(2).zip(at(3)), at(4).zip(at(5))]);
        Some(FunnelPoint {
            label: words::row(name),
            size: at(0)?,
            value,
            limits,
            status: status(cells)?,
        })
    });
    made.collect()
}

/// How a row stands to the limits, judged before figures are rounded.
fn status(cells: &[Entry]) -> Option<Status> {
    cells.iter().find_map(|cell| match cell {
        Entry::Verdict(Verdict::Funnel(place)) => Some(match place {
            Place::Within => Status::Within,
            Place::Below | Place::Above => Status::Outside,
            Place::FarBelow | Place::FarAbove => Status::FarOutside,
        }),
        _ => None,
    })
}

/// How many points lie outside the limits of 95 % but not of 99.8 %, and how many outside both.
pub(super) fn outside(points: &[FunnelPoint]) -> [usize; 2] {
    [Status::Outside, Status::FarOutside]
        .map(|status| points.iter().filter(|point| point.status == status).count())
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
