//! Points along and up, each a dot.

use plotters::prelude::*;

use super::Words;
use super::palette::Palette;
use super::pen::{Area, Drawn, pixel};
use super::plane::{self, Across, Ask, Plane, frame};

/// Half the width of a dot, in pixels.
const DOT: i32 = 4;

/// Two numbers of each group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotsChart {
    /// The name of the upward axis with its unit.
    pub axis: String,
    /// The name of the axis along with its unit.
    pub across: String,
    /// The points, along and up, in shown units.
    pub points: Vec<(f64, f64)>,
}

/// Lays the chart out.
pub(super) fn plane(chart: &DotsChart, words: &Words, width: u32) -> Plane {
    let (along, up): (Vec<f64>, Vec<f64>) = chart.points.iter().copied().unzip();
    plane::plane(&Ask {
        words,
        width,
        up_name: &chart.axis,
        up: &up,
        across_name: &chart.across,
        across: Across::Numbers(&along),
        keys: &[],
        beside: 0.0,
        square: false,
    })
}

/// Draws everything at its place.
pub(super) fn draw<DB: DrawingBackend>(
    chart: &DotsChart,
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    frame(plane, palette, area)?;
    for &(along, up) in &chart.points {
        let at = (pixel(plane.x(along)), pixel(plane.y(up)));
        area.draw(&Circle::new(at, DOT, palette.quiet.filled()))?;
    }
    area.present()
}
