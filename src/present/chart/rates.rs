//! Draws a rates chart: a dot for each group's value and a line for its interval.

use plotters::prelude::*;

use super::layout::{Layout, Line, Row};
use super::palette::Palette;
use super::pen::{self, Area, Drawn, Shape, line, pixel, write};
use super::text::{Hang, style};
use super::{Bar, RatesChart};

/// Half the width of a dot, in pixels.
const DOT: i32 = 6;

/// Draws everything at its place.
pub(super) fn draw<DB: DrawingBackend>(
    chart: &RatesChart,
    layout: &Layout,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    area.fill(&palette.ground)?;
    frame(layout, palette, area)?;
    if let (Some((value, _)), Some(label)) = (&chart.mark, &layout.mark) {
        mark(*value, label, layout, palette, area)?;
    }
    for (bar, row) in chart.bars.iter().zip(&layout.rows) {
        words(bar, row, layout, palette, area)?;
        match bar.value {
            Some(value) => figure(bar, value, row, layout, palette, area)?,
            None if bar.hidden => hatch(row, layout, palette, area)?,
            None => {}
        }
    }
    area.present()
}

/// Gridlines, ticks, titles and the line that sets unknown groups apart.
fn frame<DB: DrawingBackend>(layout: &Layout, palette: &Palette, area: &Area<DB>) -> Drawn<DB> {
    for tick in &layout.ticks {
        let x = pixel(tick.x);
        for &(top, bottom) in &layout.grid {
            line(area, [(x, pixel(top)), (x, pixel(bottom))], palette.grid, 1)?;
        }
    }
    let bottom = pixel(layout.base);
    let (left, right) = (pixel(layout.plot.0), pixel(layout.plot.1));
    line(area, [(left, bottom), (right, bottom)], palette.quiet, 1)?;
    if let Some(y) = layout.apart {
        let (y, end) = (pixel(y), pixel(f64::from(layout.width) - 12.0));
        line(area, [(12, y), (end, y)], palette.quiet, 1)?;
    }
    let font = layout.font;
    let tick = style(palette, font, palette.text, Hang::Middle, false);
    let left = style(palette, font, palette.text, Hang::Left, false);
    let heading = style(palette, font + 2.0, palette.text, Hang::Left, true);
    let foot = style(palette, font - 2.0, palette.quiet, Hang::Left, false);
    for (lines, style) in [
        (&layout.ticks, &tick),
        (&layout.title, &left),
        (&layout.heading, &heading),
        (&layout.foot, &foot),
    ] {
        for text in lines {
            write(area, text, style)?;
        }
    }
    Ok(())
}

/// A broken line through all rows with its label on top.
fn mark<DB: DrawingBackend>(
    value: f64,
    label: &Line,
    layout: &Layout,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let x = pixel(layout.x(value));
    for &(top, bottom) in &layout.grid {
        let (mut y, bottom) = (pixel(top), pixel(bottom));
        while y < bottom {
            line(area, [(x, y), (x, (y + 6).min(bottom))], palette.quiet, 2)?;
            y += 10;
        }
    }
    let style = style(palette, layout.font, palette.quiet, Hang::Middle, false);
    write(area, label, &style)
}

/// A row's label and figure.
fn words<DB: DrawingBackend>(
    bar: &Bar,
    row: &Row,
    layout: &Layout,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let (label_hang, text_hang) = if layout.narrow {
        (Hang::Left, Hang::Right)
    } else {
        (Hang::Right, Hang::Left)
    };
    let label = style(
        palette,
        layout.font,
        palette.text,
        label_hang,
        bar.highlight,
    );
    for text in &row.label {
        write(area, text, &label)?;
    }
    let figure = style(palette, layout.font, palette.text, text_hang, bar.highlight);
    write(area, &row.text, &figure)
}

/// The interval and the dot: a circle, a diamond when highlighted, a square when unknown.
fn figure<DB: DrawingBackend>(
    bar: &Bar,
    value: f64,
    row: &Row,
    layout: &Layout,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let colour = match (bar.apart, bar.highlight) {
        (true, _) => palette.unknown,
        (false, true) => palette.highlight,
        (false, false) => palette.group,
    };
    let (x, y) = (pixel(layout.x(value)), pixel(row.dot));
    if let Some((lower, upper)) = bar.limits {
        let (from, to) = (pixel(layout.x(lower)), pixel(layout.x(upper)));
        line(area, [(from, y), (to, y)], colour, 3)?;
        for end in [from, to] {
            line(area, [(end, y - 5), (end, y + 5)], colour, 2)?;
        }
    }
    let (shape, reach) = match (bar.apart, bar.highlight) {
        (true, _) => (Shape::Square, DOT - 1),
        (false, true) => (Shape::Diamond, DOT + 2),
        (false, false) => (Shape::Circle, DOT),
    };
    pen::mark(area, shape, (x, y), reach, [colour, palette.outline])
}

/// Slanted lines at the start of a row whose figure is hidden; alike for every hidden figure.
fn hatch<DB: DrawingBackend>(
    row: &Row,
    layout: &Layout,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let (left, y) = (pixel(layout.plot.0), pixel(row.dot));
    for step in 0..8 {
        let x = left + step * 7;
        line(area, [(x, y + 6), (x + 7, y - 6)], palette.unknown, 2)?;
    }
    Ok(())
}
