//! Where everything of a rates chart stands, in pixels.

use super::axis::{Axis, axis};
use super::text::{width, wrap};
use super::{Bar, RatesChart, Words};
use crate::present::number::plain;

/// Below this width labels always stand above their rows.
pub(super) const NARROW: u32 = 560;
pub(super) const LEAST: u32 = 280;
pub(super) const MARGIN: f64 = 12.0;
/// Between labels, plot and figures.
const GAP: f64 = 20.0;
/// Font sizes in pixels, below and from [`NARROW`] on.
pub(super) const SMALL: f64 = 14.0;
pub(super) const LARGE: f64 = 16.0;
/// The share of the width that the plot must have for labels to stand beside it.
const LEAST_PLOT: f64 = 0.35;
/// The distance from one baseline to the next, in font sizes.
pub(super) const LEADING: f64 = 1.3;

/// A line of text and the point that its middle height hangs on.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// One group's row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Hung on its right end where wide, on its left where narrow.
    pub(super) label: Vec<Line>,
    /// The figure: hung left where wide, right where narrow.
    pub(super) text: Line,
    /// The height of the dot.
    pub(super) dot: f64,
}

/// All places of one chart.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) narrow: bool,
    /// Font size in pixels.
    pub(super) font: f64,
    /// Left and right end of the axis.
    pub(super) plot: (f64, f64),
    /// Top and bottom of each stretch of the gridlines: one through all rows where wide; where narrow
    /// one for each dot, so that no line runs through a label.
    pub(super) grid: Vec<(f64, f64)>,
    /// The height of the axis.
    pub(super) base: f64,
    pub(super) axis: Axis,
    pub(super) heading: Vec<Line>,
    pub(super) mark: Option<Line>,
    pub(super) rows: Vec<Row>,
    /// The height of the line between known and unknown groups.
    pub(super) apart: Option<f64>,
    pub(super) ticks: Vec<Line>,
    pub(super) title: Vec<Line>,
    pub(super) foot: Vec<Line>,
}

impl Layout {
    /// The pixel of a value.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.plot.0 + self.axis.share(value) * (self.plot.1 - self.plot.0)
    }
}

/// Lays a chart out at a width.
pub(super) fn layout(chart: &RatesChart, words: &Words, asked: u32) -> Layout {
    let asked = asked.max(LEAST);
    let whole = f64::from(asked);
    let wide = wide_sides(chart, whole);
    let narrow = asked < NARROW || wide.1 - wide.0 < whole * LEAST_PLOT;
    let font = if asked < NARROW { SMALL } else { LARGE };
    let inside = whole - 2.0 * MARGIN;
    let line = font * LEADING;
    let plot = if narrow {
        (MARGIN + 16.0, whole - MARGIN - 16.0)
    } else {
        wide
    };
    let axis = fitting_axis(&values(chart), font, plot.1 - plot.0);

    let mut y = MARGIN;
    let heading = lines(&words.heading, font + 2.0, inside, MARGIN, &mut y);
    if !heading.is_empty() {
        y += 8.0;
    }
    let mark = chart.mark.as_ref().map(|(value, label)| {
        let half = width(label, font) / 2.0;
        let at = plot.0 + axis.share(*value) * (plot.1 - plot.0);
        let x = at.clamp(MARGIN + half, (whole - MARGIN - half).max(MARGIN + half));
        let mark = Line {
            text: label.clone(),
            x,
            y: y + line / 2.0,
        };
        y += line + 4.0;
        mark
    });

    let grid_top = y;
    let mut apart = None;
    let mut rows = Vec::with_capacity(chart.bars.len());
    for (place, bar) in chart.bars.iter().enumerate() {
        if bar.apart && apart.is_none() && place > 0 {
            apart = Some(y + 7.0);
            y += 14.0;
        }
        let row = if narrow {
            narrow_row(bar, font, whole, y)
        } else {
            wide_row(bar, font, plot, y)
        };
        y = row.1;
        rows.push(row.0);
    }
    let base = y;
    let grid = if narrow {
        let dots = rows.iter().map(|row: &Row| row.dot);
        dots.map(|dot| (dot - 11.0, dot + 11.0)).collect()
    } else {
        vec![(grid_top, base)]
    };

    y += 4.0;
    let ticks = axis
        .ticks
        .iter()
        .map(|&tick| Line {
            text: plain(tick, axis.places),
            x: plot.0 + axis.share(tick) * (plot.1 - plot.0),
            y: y + line / 2.0,
        })
        .collect();
    y += line + 4.0;
    let title = if axis.from > 0.0 {
        let start = plain(axis.from, axis.places);
        format!("{}. The axis starts at {start}, not at 0", chart.axis)
    } else {
        chart.axis.clone()
    };
    let title_left = if narrow { MARGIN } else { plot.0 };
    let title = lines(
        &title,
        font,
        whole - MARGIN - title_left,
        title_left,
        &mut y,
    );
    let (foot, height) = foot(words, font, inside, y);
    Layout {
        width: asked,
        height,
        narrow,
        font,
        plot,
        grid,
        base,
        axis,
        heading,
        mark,
        rows,
        apart,
        ticks,
        title,
        foot,
    }
}

/// Every value that must fit on the axis.
fn values(chart: &RatesChart) -> Vec<f64> {
    let of_bar = |bar: &Bar| {
        [
            bar.value,
            bar.limits.map(|limits| limits.0),
            bar.limits.map(|limits| limits.1),
        ]
    };
    chart
        .bars
        .iter()
        .flat_map(of_bar)
        .chain([chart.mark.as_ref().map(|mark| mark.0)])
        .flatten()
        .filter(|value| value.is_finite())
        .collect()
}

/// The ends of the axis where labels stand on the left and figures on the right.
fn wide_sides(chart: &RatesChart, whole: f64) -> (f64, f64) {
    let widest = |texts: &dyn Fn(&Bar) -> f64| chart.bars.iter().map(texts).fold(0.0, f64::max);
    let labels = widest(&|bar| width_of(bar, &bar.label, LARGE)).min(whole * 0.34);
    let figures = widest(&|bar| width_of(bar, &bar.text, LARGE));
    (MARGIN + labels + GAP, whole - MARGIN - figures - GAP)
}

/// The width of a bar's text; highlighted ones are bold.
fn width_of(bar: &Bar, text: &str, font: f64) -> f64 {
    width(text, font) * if bar.highlight { 1.08 } else { 1.0 }
}

/// The finest axis whose labels do not touch.
fn fitting_axis(values: &[f64], font: f64, room: f64) -> Axis {
    let mut most = 8;
    loop {
        let axis = axis(values, most);
        let labels = axis.ticks.iter();
        let needed: f64 = labels
            .map(|&tick| width(&plain(tick, axis.places), font) + font)
            .sum();
        if needed <= room || most <= 2 {
            return axis;
        }
        most -= 1;
    }
}

fn wide_row(bar: &Bar, font: f64, plot: (f64, f64), top: f64) -> (Row, f64) {
    let line = font * LEADING;
    let bold = width_of(bar, "W", 1.0) / width("W", 1.0);
    let wrapped = wrap(&bar.label, font * bold, plot.0 - GAP - MARGIN + 1.0);
    let tall = (wrapped.len() as f64 * line + 8.0).max(34.0);
    let middle = top + tall / 2.0;
    let first = middle - (wrapped.len().saturating_sub(1)) as f64 * line / 2.0;
    let label = wrapped
        .into_iter()
        .enumerate()
        .map(|(place, text)| Line {
            text,
            x: plot.0 - GAP,
            y: first + place as f64 * line,
        })
        .collect();
    let text = Line {
        text: bar.text.clone(),
        x: plot.1 + GAP,
        y: middle,
    };
    let row = Row {
        label,
        text,
        dot: middle,
    };
    (row, top + tall)
}

fn narrow_row(bar: &Bar, font: f64, whole: f64, top: f64) -> (Row, f64) {
    let line = font * LEADING;
    let inside = whole - 2.0 * MARGIN;
    let figure = width_of(bar, &bar.text, font);
    let beside = width_of(bar, &bar.label, font) + figure + GAP <= inside;
    let mut y = top + 4.0;
    let label = lines(&bar.label, font, inside, MARGIN, &mut y);
    let text_at = if beside {
        label.last().map_or(y, |last| last.y)
    } else {
        y += line;
        y - line / 2.0
    };
    let text = Line {
        text: bar.text.clone(),
        x: whole - MARGIN,
        y: text_at,
    };
    let row = Row {
        label,
        text,
        dot: y + 12.0,
    };
    (row, y + 26.0)
}

/// Wraps a text into lines from `y` on, and moves `y` below them.
pub(super) fn lines(text: &str, font: f64, most: f64, x: f64, y: &mut f64) -> Vec<Line> {
    let line = font * LEADING;
    wrap(text, font, most)
        .into_iter()
        .map(|text| {
            let at = *y + line / 2.0;
            *y += line;
            Line { text, x, y: at }
        })
        .collect()
}

/// The words below a chart from `y` on, and the height of the whole picture.
pub(super) fn foot(words: &Words, font: f64, most: f64, mut y: f64) -> (Vec<Line>, u32) {
    if !words.foot.is_empty() {
        y += 8.0;
    }
    let texts = words.foot.iter();
    let foot = texts.flat_map(|text| lines(text, font - 2.0, most, MARGIN, &mut y));
    let foot = foot.collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a height in pixels, positive and far below 2^32"
    )]
    let height = (y + MARGIN).ceil() as u32;
    (foot, height)
}
