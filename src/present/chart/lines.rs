//! Lines over periods: one for each side or group, told apart by mark, name and colour.

use plotters::prelude::*;

use super::Words;
use super::layout::{LEADING, Line, MARGIN};
use super::palette::Palette;
use super::pen::{self, Area, Drawn, Shape, broken, line, path, pixel, write};
use super::plane::{self, Across, Ask, Plane, frame};
use super::text::{Hang, style, width, wrap};

/// More lines than this cannot be told apart.
pub const MOST_LINES: usize = 4;
/// With more lines than this, their intervals would hide each other.
const MOST_WITH_INTERVALS: usize = 2;
/// The share of the width that names right of the lines may take.
const NAMES: f64 = 0.26;
/// The marks of the lines, in their order.
const SHAPES: [Shape; MOST_LINES] = [
    Shape::Diamond,
    Shape::Circle,
    Shape::Square,
    Shape::Triangle,
];

/// Values period by period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinesChart {
    /// The name of the upward axis with its unit.
    pub axis: String,
    /// What runs along: "Month".
    pub across: String,
    /// The periods in order.
    pub stops: Vec<String>,
    /// At most [`MOST_LINES`] lines.
    pub lines: Vec<Series>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Its name.
    pub label: String,
    /// For each period a value with its limits, in shown units, or none.
    pub points: Vec<Option<Point>>,
    /// How it is drawn.
    pub form: Form,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// With marks, in its own colour.
    #[default]
    Marked,
    /// What others are held against, an average: a thin line without marks.
    Level,
    /// A limit that others are held against: a broken line without marks.
    Limit,
}

/// A value with its limits.
pub type Point = (f64, Option<(f64, f64)>);

/// Lays the chart out.
pub(super) fn plane(chart: &LinesChart, words: &Words, width: u32) -> Plane {
    let labels: Vec<String> = chart.lines.iter().map(|line| line.label.clone()).collect();
    let narrow = plane::is_narrow(width);
    let single = labels.len() == 1;
    let keys: &[String] = if narrow && !single { &labels } else { &[] };
    let beside = if narrow || single {
        0.0
    } else {
        names_room(&labels, width) + plane::SAMPLE
    };
    let values: Vec<f64> = chart
        .lines
        .iter()
        .flat_map(|line| line.points.iter().flatten())
        .flat_map(|&(value, limits)| {
            let limits = limits.filter(|_| with_intervals(chart));
            let ends = limits.map_or([value; 2], |(lower, upper)| [lower, upper]);
            [value, ends[0], ends[1]]
        })
        .collect();
    plane::plane(&Ask {
        words,
        width,
        up_name: &chart.axis,
        up: &values,
        across_name: &chart.across,
        across: Across::Stops(&chart.stops),
        keys,
        beside,
        square: false,
    })
}

fn with_intervals(chart: &LinesChart) -> bool {
    chart.lines.len() <= MOST_WITH_INTERVALS
}

/// The width that the names beside the lines take, broken where they are long.
fn names_room(labels: &[String], whole: u32) -> f64 {
    let font = plane::font(whole);
    let most = f64::from(whole) * NAMES;
    let broken = labels.iter().flat_map(|label| wrap(label, font, most));
    broken.map(|line| width(&line, font)).fold(0.0, f64::max)
}

/// Draws everything at its place.
pub(super) fn draw<DB: DrawingBackend>(
    chart: &LinesChart,
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    frame(plane, palette, area)?;
    for (place, series) in chart.lines.iter().enumerate() {
        let colour = colour(series, place, palette);
        if with_intervals(chart) {
            // Two lines' intervals stand beside each other, not on each other.
            let aside = if chart.lines.len() > 1 {
                [-2, 2][place % 2]
            } else {
                0
            };
            intervals(series, aside, plane, colour, area)?;
        }
        stretches(series, plane, colour, area)?;
    }
    let marked = chart.lines.iter().enumerate();
    for (place, series) in marked.filter(|(_, series)| series.form == Form::Marked) {
        marks(series, place, chart.stops.len(), plane, palette, area)?;
    }
    for (place, key) in plane.keys.iter().enumerate() {
        let at = (pixel(key.x - plane::SAMPLE / 2.0 - 2.0), pixel(key.y));
        sample(chart, place, at, palette, area)?;
    }
    if plane.keys.is_empty() && chart.lines.len() > 1 {
        names(chart, plane, palette, area)?;
    }
    area.present()
}

fn intervals<DB: DrawingBackend>(
    series: &Series,
    aside: i32,
    plane: &Plane,
    colour: RGBColor,
    area: &Area<DB>,
) -> Drawn<DB> {
    for (place, point) in series.points.iter().enumerate() {
        if let Some((_, Some((lower, upper)))) = point {
            let x = pixel(plane.stop(place)) + aside;
            let (from, to) = (pixel(plane.y(*lower)), pixel(plane.y(*upper)));
            line(area, [(x, from), (x, to)], colour, 2)?;
        }
    }
    Ok(())
}

/// The line, broken where a value is missing.
fn stretches<DB: DrawingBackend>(
    series: &Series,
    plane: &Plane,
    colour: RGBColor,
    area: &Area<DB>,
) -> Drawn<DB> {
    let mut stretch: Vec<(i32, i32)> = Vec::new();
    for (place, point) in series.points.iter().enumerate() {
        if let Some((value, _)) = point {
            stretch.push((pixel(plane.stop(place)), pixel(plane.y(*value))));
            if place + 1 < series.points.len() {
                continue;
            }
        }
        let stretch = std::mem::take(&mut stretch);
        match series.form {
            _ if stretch.len() < 2 => {}
            Form::Limit => broken(area, &stretch, colour, 2)?,
            Form::Level => path(area, stretch, colour, 2)?,
            Form::Marked => path(area, stretch, colour, 3)?,
        }
    }
    Ok(())
}

/// A mark on as many points as leave them apart, on both ends of each stretch in any case.
fn marks<DB: DrawingBackend>(
    series: &Series,
    place: usize,
    stops: usize,
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let apart = (plane.right - plane.left) / stops.max(2) as f64;
    let mut every: u32 = 1;
    while f64::from(every) * apart < 14.0 {
        every += 1;
    }
    let given = |at: Option<usize>| at.and_then(|at| series.points.get(at)?.as_ref()).is_some();
    for (at, point) in series.points.iter().enumerate() {
        let end = !given(at.checked_sub(1)) || !given(Some(at + 1));
        if let (Some((value, _)), true) = (point, end || at.is_multiple_of(every as usize)) {
            let middle = (pixel(plane.stop(at)), pixel(plane.y(*value)));
            dot(place, middle, palette, area)?;
        }
    }
    Ok(())
}

fn colour(series: &Series, place: usize, palette: &Palette) -> RGBColor {
    match series.form {
        Form::Marked => palette.series[place % MOST_LINES],
        Form::Level | Form::Limit => palette.quiet,
    }
}

/// What a line looks like, beside its name.
fn sample<DB: DrawingBackend>(
    chart: &LinesChart,
    place: usize,
    (x, y): (i32, i32),
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let ends = [(x - 8, y), (x + 8, y)];
    match chart.lines.get(place).map(|series| series.form) {
        Some(Form::Limit) => broken(area, &ends, palette.quiet, 2),
        Some(Form::Level) => line(area, ends, palette.quiet, 2),
        _ => dot(place, (x, y), palette, area),
    }
}

/// The mark of a line.
fn dot<DB: DrawingBackend>(
    place: usize,
    at: (i32, i32),
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let (shape, reach) = match SHAPES[place % MOST_LINES] {
        Shape::Diamond => (Shape::Diamond, 6),
        other => (other, 4),
    };
    let colours = [palette.series[place % MOST_LINES], palette.outline];
    pen::mark(area, shape, at, reach, colours)
}

/// The names of the lines at their right ends, moved apart where they would touch.
fn names<DB: DrawingBackend>(
    chart: &LinesChart,
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let leading = plane.font * LEADING;
    let (whole, _) = plane.size();
    let room = f64::from(whole) - plane.right - plane::SAMPLE - MARGIN;
    let mut named: Vec<(usize, f64, Vec<String>)> = chart
        .lines
        .iter()
        .enumerate()
        .filter_map(|(place, series)| {
            let last = series.points.iter().rev().flatten().next()?;
            let words = wrap(&series.label, plane.font, room + 1.0);
            Some((place, plane.y(last.0), words))
        })
        .collect();
    named.sort_by(|one, other| one.1.total_cmp(&other.1));
    let tall = |words: &[String]| words.len() as f64 * leading + 2.0;
    let mut free = plane.top - leading;
    for (_, y, words) in &mut named {
        let half = tall(words) / 2.0;
        *y = y.max(free + half);
        free = *y + half;
    }
    let mut floor = plane.bottom + leading;
    for (_, y, words) in named.iter_mut().rev() {
        let half = tall(words) / 2.0;
        *y = y.min(floor - half);
        floor = *y - half;
    }
    let style = style(palette, plane.font, palette.text, Hang::Left, false);
    for (place, y, words) in named {
        let x = plane.right + plane::SAMPLE;
        let at = (pixel(x - 14.0), pixel(y));
        sample(chart, place, at, palette, area)?;
        let first = y - (words.len() - 1) as f64 * leading / 2.0;
        for (row, text) in words.into_iter().enumerate() {
            let line = Line {
                text,
                x,
                y: first + row as f64 * leading,
            };
            write(area, &line, &style)?;
        }
    }
    Ok(())
}
