//! Where everything of a chart with two axes stands, in pixels, and the drawing of its axes.

use plotters::prelude::*;

use super::Words;
use super::axis::{Axis, axis};
use super::layout::{LARGE, LEADING, LEAST, Line, MARGIN, NARROW, SMALL, foot, lines};
use super::palette::Palette;
use super::pen::{Area, Drawn, line, pixel, write};
use super::text::{Hang, style, width, wrap};
use crate::present::number::plain;

/// The height of the plot as a share of its width, and its least and greatest height.
const SHAPE: f64 = 0.55;
const HEIGHTS: (f64, f64) = (230.0, 400.0);
/// The distance of the first name from the upward axis.
const INSET: f64 = 12.0;
/// The widest that a name under the axis may be before it is broken.
const WIDEST_STOP: f64 = 92.0;
/// The room that a key's sample takes, left of its words.
pub(super) const SAMPLE: f64 = 30.0;

/// What runs along the bottom.
pub(super) enum Across<'a> {
    /// Names at even distances.
    Stops(&'a [String]),
    /// Numbers from zero to the largest.
    Numbers(&'a [f64]),
}

/// What a chart with two axes asks for.
pub(super) struct Ask<'a> {
    pub(super) words: &'a Words,
    pub(super) width: u32,
    /// The name of the upward axis with its unit.
    pub(super) up_name: &'a str,
    /// The values that the upward axis must hold.
    pub(super) up: &'a [f64],
    pub(super) across_name: &'a str,
    pub(super) across: Across<'a>,
    /// What the marks and lines are, written above the plot.
    pub(super) keys: &'a [String],
    /// The room to leave right of the plot.
    pub(super) beside: f64,
    /// Whether the plot is as high as it is wide.
    pub(super) square: bool,
}

/// All places of one chart.
#[derive(Clone, Debug)]
pub(super) struct Plane {
    width: u32,
    height: u32,
    pub(super) font: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    up: Axis,
    /// The numbers along, where there are any, and how many names stand there else.
    across: Result<Axis, usize>,
    heading: Vec<Line>,
    title: Vec<Line>,
    /// The words of the keys; each sample stands left of them.
    pub(super) keys: Vec<Line>,
    up_ticks: Vec<Line>,
    across_ticks: Vec<Line>,
    across_title: Vec<Line>,
    foot: Vec<Line>,
}

/// Whether a chart of this width has words above it rather than beside it.
pub(super) fn is_narrow(width: u32) -> bool {
    width < NARROW
}

/// The font size at a width.
pub(super) fn font(width: u32) -> f64 {
    if is_narrow(width) { SMALL } else { LARGE }
}

/// Lays a chart out.
pub(super) fn plane(ask: &Ask<'_>) -> Plane {
    let asked = ask.width.max(LEAST);
    let whole = f64::from(asked);
    let font = font(asked);
    let leading = font * LEADING;
    let inside = whole - 2.0 * MARGIN;

    let most = if is_narrow(asked) { 6 } else { 8 };
    let up = axis(ask.up, most);
    let labels = up.ticks.iter().map(|&tick| plain(tick, up.places));
    let widest = labels.map(|text| width(&text, font)).fold(0.0, f64::max);
    let left = MARGIN + widest + 8.0;
    let beside = ask.beside.max(8.0).max(half_last(&ask.across, font));
    let right = (whole - MARGIN - beside).max(left + 60.0);

    let mut y = MARGIN;
    let heading = lines(&ask.words.heading, font + 2.0, inside, MARGIN, &mut y);
    if !heading.is_empty() {
        y += 8.0;
    }
    let said = if up.from > 0.0 {
        let start = plain(up.from, up.places);
        format!("{}. The axis starts at {start}, not at 0", ask.up_name)
    } else {
        ask.up_name.to_owned()
    };
    let title = lines(&said, font, inside, MARGIN, &mut y);
    let keys = keys(ask.keys, font, whole, &mut y);
    y += leading / 2.0 + 4.0;

    let across_width = right - left;
    let tall = if ask.square { 1.0 } else { SHAPE } * across_width;
    let (least, greatest) = HEIGHTS;
    let (top, bottom) = (y, y + tall.clamp(least, greatest));
    let right = if ask.square {
        left + (bottom - top).min(across_width)
    } else {
        right
    };
    let up_ticks = up.ticks.iter().map(|&tick| Line {
        text: plain(tick, up.places),
        x: left - 8.0,
        y: bottom - up.share(tick) * (bottom - top),
    });
    let up_ticks = up_ticks.collect();

    y = bottom + 6.0;
    let (across, across_ticks) = match ask.across {
        Across::Stops(stops) => {
            let ticks = stops_along(stops, font, (left, right), whole, &mut y);
            (Err(stops.len()), ticks)
        }
        Across::Numbers(numbers) => {
            let axis = numbers_along(numbers, font, right - left);
            let ticks = axis.ticks.iter().map(|&tick| Line {
                text: plain(tick, axis.places),
                x: left + axis.share(tick) * (right - left),
                y: y + leading / 2.0,
            });
            let ticks = ticks.collect();
            y += leading;
            (Ok(axis), ticks)
        }
    };
    y += 4.0;
    let across_title = lines(ask.across_name, font, whole - MARGIN - left, left, &mut y);
    let (foot, height) = foot(ask.words, font, inside, y);
    Plane {
        width: asked,
        height,
        font,
        left,
        right,
        top,
        bottom,
        up,
        across,
        heading,
        title,
        keys,
        up_ticks,
        across_ticks,
        across_title,
        foot,
    }
}

/// The words of the keys one beside the other, in as many rows as they need.
fn keys(words: &[String], font: f64, whole: f64, y: &mut f64) -> Vec<Line> {
    let leading = font * LEADING;
    let mut placed = Vec::new();
    let mut x = MARGIN;
    for text in words {
        let wide = SAMPLE + width(text, font);
        if x > MARGIN && x + wide > whole - MARGIN {
            x = MARGIN;
            *y += leading;
        }
        placed.push(Line {
            text: text.clone(),
            x: x + SAMPLE,
            y: *y + leading / 2.0 + 2.0,
        });
        x += wide + font;
    }
    if !words.is_empty() {
        *y += leading + 2.0;
    }
    placed
}

/// How far the last number along may reach beyond the end of the axis.
fn half_last(across: &Across<'_>, font: f64) -> f64 {
    let Across::Numbers(numbers) = across else {
        return 0.0;
    };
    // The axis ends at most twice as far out as the largest number.
    let most = numbers.iter().copied().fold(0.0, f64::max);
    width(&plain(2.0 * most, 0), font) / 2.0
}

/// As many names as fit, the last always among them.
fn stops_along(
    stops: &[String],
    font: f64,
    (left, right): (f64, f64),
    whole: f64,
    y: &mut f64,
) -> Vec<Line> {
    let leading = font * LEADING;
    let broken: Vec<Vec<String>> = stops
        .iter()
        .map(|stop| wrap(stop, font, WIDEST_STOP))
        .collect();
    let wide = |lines: &Vec<String>| {
        let widths = lines.iter().map(|line| width(line, font));
        widths.fold(0.0, f64::max)
    };
    let widest = broken.iter().map(wide).fold(0.0, f64::max);
    let apart = (right - left - INSET) / (stops.len().max(2) - 1) as f64;
    // The last name is moved in where it would leave the picture.
    let moved = (right + widest / 2.0 - (whole - MARGIN)).max(0.0);
    let mut every: u32 = 1;
    while f64::from(every) * apart - moved < widest + font && (every as usize) < stops.len() {
        every += 1;
    }
    let last = stops.len().saturating_sub(1);
    let mut tall: usize = 1;
    let mut ticks = Vec::new();
    for (place, lines) in broken.iter().enumerate() {
        if !(last - place).is_multiple_of(every as usize) {
            continue;
        }
        tall = tall.max(lines.len());
        let half = wide(lines) / 2.0;
        let middle = stop_at(place, stops.len(), left, right);
        let x = middle.clamp(MARGIN + half, (whole - MARGIN - half).max(MARGIN + half));
        for (row, text) in lines.iter().enumerate() {
            ticks.push(Line {
                text: text.clone(),
                x,
                y: *y + leading * (row as f64 + 0.5),
            });
        }
    }
    *y += leading * tall as f64;
    ticks
}

/// The first name stands a little away from the upward axis, so that marks do not touch its numbers.
fn stop_at(place: usize, stops: usize, left: f64, right: f64) -> f64 {
    if stops < 2 {
        return f64::midpoint(left, right);
    }
    let left = left + INSET;
    left + (right - left) * place as f64 / (stops - 1) as f64
}

/// The finest axis from zero whose labels do not touch.
fn numbers_along(numbers: &[f64], font: f64, room: f64) -> Axis {
    let with_zero: Vec<f64> = numbers.iter().copied().chain([0.0]).collect();
    let mut most = 8;
    loop {
        let axis = axis(&with_zero, most);
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

impl Plane {
    /// Width and height in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// The height of a value; outside the axis, that of its end.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - self.up.share(value) * (self.bottom - self.top)
    }

    /// Whether the upward axis holds a value.
    pub(super) fn holds(&self, value: f64) -> bool {
        self.up.from <= value && value <= self.up.to
    }

    /// Where the name at a place stands.
    pub(super) fn stop(&self, place: usize) -> f64 {
        let stops = self.across.as_ref().err().copied().unwrap_or(1);
        stop_at(place, stops, self.left, self.right)
    }

    /// Where a number along the bottom stands.
    pub(super) fn x(&self, number: f64) -> f64 {
        let share = self.across.as_ref().map_or(0.0, |axis| axis.share(number));
        self.left + share * (self.right - self.left)
    }
}

/// Ground, gridlines, axes and all words but those of the chart's own marks.
pub(super) fn frame<DB: DrawingBackend>(
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    area.fill(&palette.ground)?;
    let (left, right) = (pixel(plane.left), pixel(plane.right));
    for tick in &plane.up_ticks {
        let y = pixel(tick.y);
        line(area, [(left, y), (right, y)], palette.grid, 1)?;
    }
    let bottom = pixel(plane.bottom);
    line(area, [(left, bottom), (right, bottom)], palette.quiet, 1)?;
    if plane.up.from < 0.0 && plane.up.to > 0.0 {
        let zero = pixel(plane.y(0.0));
        line(area, [(left, zero), (right, zero)], palette.quiet, 1)?;
    }
    let font = plane.font;
    let text = |size, hang, bold| style(palette, size, palette.text, hang, bold);
    for (words, style) in [
        (&plane.heading, text(font + 2.0, Hang::Left, true)),
        (&plane.title, text(font, Hang::Left, false)),
        (&plane.keys, text(font, Hang::Left, false)),
        (&plane.up_ticks, text(font, Hang::Right, false)),
        (&plane.across_ticks, text(font, Hang::Middle, false)),
        (&plane.across_title, text(font, Hang::Left, false)),
        (
            &plane.foot,
            style(palette, font - 2.0, palette.quiet, Hang::Left, false),
        ),
    ] {
        for line in words {
            write(area, line, &style)?;
        }
    }
    Ok(())
}
