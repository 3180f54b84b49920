//! Charts: what is drawn, as data made from a Answer, and the drawing on any plotters backend.
//!
//! A chart is laid out from its data and a width alone, so that the same rows stand in the same places
//! on a canvas, in an SVG and in a test.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

pub mod palette;
pub mod lines;
pub mod curve;
pub mod funnel;
mod axis;
mod layout;
mod pen;
mod plane;
mod rates;
mod text;

use curve::CurveChart;
use funnel::FunnelChart;
use lines::LinesChart;
use palette::Palette;

/// A chart's data, after protection.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Groups down the side, a dot for each rate and a line for its interval.
    Rates(RatesChart),
    /// Periods along, a line for each side or group.
    Lines(LinesChart),
    /// A curve beside the diagonal of equality.
    Curve(CurveChart),
    /// Organisations by size, between control limits.
    Funnel(FunnelChart),
}

/// Rates by group, with intervals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RatesChart {
    /// The name of the horizontal axis with its unit: "Waiting more than 52 weeks (%)".
    pub axis: String,
    /// Groups from top to bottom.
    pub bars: Vec<Bar>,
    /// A value to mark with a line, and its label: the average, a target.
    pub mark: Option<(f64, String)>,
}

/// One group of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// The group's name.
    pub label: String,
    /// The value in shown units, or none where it is hidden or refused.
    pub value: Option<f64>,
    /// The limits in shown units.
    pub limits: Option<(f64, f64)>,
    /// The figure as printed at the row's end, or the words for its absence ("hidden").
    pub text: String,
    /// Whether it is drawn in the highlight colour (the most deprived).
    pub highlight: bool,
    /// Whether it stands apart below the others (unknown groups).
    pub apart: bool,
    /// Whether there is no value because a disclosure rule hides it; drawn hatched.
    pub hidden: bool,
}

/// The words that a saved picture carries with it; on the page they stand around it instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The heading above.
    pub heading: String,
    /// Lines below: source, period, method, rule.
    pub foot: Vec<String>,
}

/// The width and height in pixels that a chart takes at a width. The least width is 280.
pub fn size(chart: &Chart, width: u32) -> (u32, u32) {
    size_with(chart, &Words::default(), width)
}

/// As [`size`], with words above and below.
pub fn size_with(chart: &Chart, words: &Words, width: u32) -> (u32, u32) {
    match chart {
        Chart::Rates(rates) => {
            let layout = layout::layout(rates, words, width);
            (layout.width, layout.height)
        }
        Chart::Lines(lines) => lines::plane(lines, words, width).size(),
        Chart::Curve(curve) => curve::plane(curve, words, width).size(),
        Chart::Funnel(funnel) => funnel::plane(funnel, words, width).size(),
    }
}

/// Draws a chart on an area of the size that [`size`] gives.
///
/// # Errors
/// What the backend says when it cannot draw.
pub fn draw<DB: DrawingBackend>(
    chart: &Chart,
    palette: &Palette,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), String> {
    draw_with(chart, &Words::default(), palette, area)
}

/// As [`draw`], with words above and below, on an area of the size that [`size_with`] gives.
///
/// # Errors
/// As [`draw`].
pub fn draw_with<DB: DrawingBackend>(
    chart: &Chart,
    words: &Words,
    palette: &Palette,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), String> {
    let (width, _) = area.dim_in_pixel();
    let drawn = match chart {
        Chart::Rates(rates) => {
            let layout = layout::layout(rates, words, width);
            rates::draw(rates, &layout, palette, area)
        }
        Chart::Lines(of) => lines::draw(of, &lines::plane(of, words, width), palette, area),
        Chart::Curve(of) => curve::draw(of, &curve::plane(of, words, width), palette, area),
        Chart::Funnel(of) => funnel::draw(of, &funnel::plane(of, words, width), palette, area),
    };
    drawn.map_err(|error| error.to_string())
}
