//! Draws a rates chart: a dot for each group's value and a line for its interval.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::layout::{Layout, Line, Row};
use super::palette::Palette;
use super::text::{Hang, style};
use super::{Bar, RatesChart};

type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;
type Area<DB> = DrawingArea<DB, Shift>;

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
    let corners = if bar.apart {
        vec![(-5, -5), (5, -5), (5, 5), (-5, 5)]
    } else if bar.highlight {
        let reach = DOT + 2;
        vec![(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
    } else {
        area.draw(&Circle::new((x, y), DOT, colour.filled()))?;
        return area.draw(&Circle::new((x, y), DOT, palette.outline));
    };
    let mut around: Vec<_> = corners
        .into_iter()
        .map(|(dx, dy)| (x + dx, y + dy))
        .collect();
    area.draw(&Polygon::new(around.clone(), colour.filled()))?;
    around.extend(around.first().copied());
    area.draw(&PathElement::new(around, palette.outline))
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

fn line<DB: DrawingBackend>(
    area: &Area<DB>,
    ends: [(i32, i32); 2],
    colour: RGBColor,
    thick: u32,
) -> Drawn<DB> {
    area.draw(&PathElement::new(ends, colour.stroke_width(thick)))
}

fn write<DB: DrawingBackend>(area: &Area<DB>, line: &Line, style: &TextStyle<'_>) -> Drawn<DB> {
    area.draw_text(&line.text, style, (pixel(line.x), pixel(line.y)))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a picture, far below 2^31"
)]
fn pixel(place: f64) -> i32 {
    place.round() as i32
}
