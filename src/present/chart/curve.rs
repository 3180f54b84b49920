//! A curve beside the diagonal of equality: Lorenz and concentration curves.

use plotters::prelude::*;

use super::Words;
use super::palette::Palette;
use super::pen::{self, Area, Drawn, Shape, broken, path, pixel};
use super::plane::{self, Across, Ask, Plane, frame};

/// More points than this are drawn as a line alone.
const MOST_MARKS: usize = 25;
/// What the two lines are.
const KEYS: [&str; 2] = ["As it is", "Equality"];

/// Shares of people along, shares of what they have up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurveChart {
    /// The name of the upward axis with its unit.
    pub axis: String,
    /// The name of the axis along with its unit.
    pub across: String,
    /// The points in order, along and up, in shown units.
    pub points: Vec<(f64, f64)>,
    /// What everyone is on both axes, where the diagonal ends: 100 for percentages, else 1.
    pub whole: f64,
}

/// Lays the chart out.
pub(super) fn plane(chart: &CurveChart, words: &Words, width: u32) -> Plane {
    let ends = [0.0, chart.whole];
    let up = chart.points.iter().map(|point| point.1);
    let along = chart.points.iter().map(|point| point.0);
    plane::plane(&Ask {
        words,
        width,
        up_name: &chart.axis,
        up: &up.chain(ends).collect::<Vec<_>>(),
        across_name: &chart.across,
        across: Across::Numbers(&along.chain(ends).collect::<Vec<_>>()),
        keys: &KEYS.map(str::to_owned),
        beside: 0.0,
        square: true,
    })
}

/// Draws everything at its place.
pub(super) fn draw<DB: DrawingBackend>(
    chart: &CurveChart,
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    frame(plane, palette, area)?;
    let at = |&(along, up): &(f64, f64)| (pixel(plane.x(along)), pixel(plane.y(up)));
    let diagonal = [(0.0, 0.0), (chart.whole, chart.whole)];
    broken(area, &diagonal.each_ref().map(at), palette.quiet, 2)?;
    // Nobody has nothing: every such curve begins in the corner.
    let from_zero = chart.points.first().is_some_and(|first| first.0 > 0.0);
    let corner = from_zero.then_some((0.0, 0.0));
    let points: Vec<(i32, i32)> = corner.iter().chain(&chart.points).map(at).collect();
    let colours = [palette.group, palette.outline];
    if points.len() > 1 {
        path(area, points.clone(), palette.group, 3)?;
    }
    if points.len() <= MOST_MARKS {
        for point in points {
            pen::mark(area, Shape::Circle, point, 4, colours)?;
        }
    }
    for (place, key) in plane.keys.iter().enumerate() {
        let (end, y) = (pixel(key.x) - 8, pixel(key.y));
        let sample = [(end - 20, y), (end, y)];
        if place == 0 {
            path(area, sample.to_vec(), palette.group, 3)?;
            pen::mark(area, Shape::Circle, (end - 10, y), 4, colours)?;
        } else {
            broken(area, &sample, palette.quiet, 2)?;
        }
    }
    area.present()
}
