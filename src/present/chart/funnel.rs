//! A funnel: organisations by size, the average, and the limits that chance alone seldom passes.

use plotters::prelude::*;

use super::Words;
use super::layout::Line;
use super::palette::Palette;
use super::pen::{self, Area, Drawn, Shape, broken, line, path, pixel, write};
use super::plane::{self, Across, Ask, Plane, frame};
use super::text::{Hang, style, width};

/// The most organisations named on the picture, wide and narrow.
const MOST_NAMES: (usize, usize) = (10, 4);

/// Organisations between limits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelChart {
    /// The name of the upward axis with its unit.
    pub axis: String,
    /// What size is: "People".
    pub across: String,
    /// The organisations.
    pub points: Vec<FunnelPoint>,
    /// The average of all, and its label.
    pub average: Option<(f64, String)>,
}

/// One organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelPoint {
    /// Its name.
    pub label: String,
    /// Its size.
    pub size: f64,
    /// Its value in shown units.
    pub value: f64,
    /// Lower and upper limit of 95 %, then of 99.8 %, in shown units.
    pub limits: [Option<(f64, f64)>; 2],
    /// How the value stands to them.
    pub status: Status,
}

/// How an organisation stands to the limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Within both.
    #[default]
    Within,
    /// Outside those of 95 %, within those of 99.8 %.
    Outside,
    /// Outside both.
    FarOutside,
}

/// Every standing with its mark, the mark's reach and its words in the key.
const STANDINGS: [(Status, Shape, i32, &str); 3] = [
    (Status::Within, Shape::Circle, 4, "Within the limits"),
    (Status::Outside, Shape::Square, 5, "Outside 95%"),
    (Status::FarOutside, Shape::Diamond, 7, "Outside 99.8%"),
];

/// Lays the chart out.
pub(super) fn plane(chart: &FunnelChart, words: &Words, width: u32) -> Plane {
    let values = || chart.points.iter().map(|point| point.value);
    let (low, high) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    // The limits of tiny organisations are far out: they may take as much room again as the values.
    let room = (high - low).max(0.0);
    let limits = chart.points.iter().flat_map(|point| point.limits);
    let limits = limits.flatten().flat_map(|(lower, upper)| [lower, upper]);
    let limits = limits.map(|limit| limit.clamp(low - room / 2.0, high + room / 2.0));
    let average = chart.average.iter().map(|average| average.0);
    let up: Vec<f64> = values().chain(limits).chain(average).collect();
    let sizes: Vec<f64> = chart.points.iter().map(|point| point.size).collect();
    let mut keys: Vec<String> = STANDINGS.map(|(.., words)| words.to_owned()).to_vec();
    keys.extend(["95% limits", "99.8% limits"].map(str::to_owned));
    keys.extend(chart.average.iter().map(|average| average.1.clone()));
    plane::plane(&Ask {
        words,
        width,
        up_name: &chart.axis,
        up: &up,
        across_name: &chart.across,
        across: Across::Numbers(&sizes),
        keys: &keys,
        beside: 0.0,
        square: false,
    })
}

/// Draws everything at its place.
pub(super) fn draw<DB: DrawingBackend>(
    chart: &FunnelChart,
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    frame(plane, palette, area)?;
    let mut by_size: Vec<&FunnelPoint> = chart.points.iter().collect();
    by_size.sort_by(|one, other| one.size.total_cmp(&other.size));
    for which in 0..2 {
        for of in [|limits: (f64, f64)| limits.0, |limits: (f64, f64)| limits.1] {
            let inside = by_size.iter().filter_map(|point| {
                let limit = of(point.limits[which]?);
                let at = (pixel(plane.x(point.size)), pixel(plane.y(limit)));
                plane.holds(limit).then_some(at)
            });
            limit(which, inside.collect(), palette, area)?;
        }
    }
    if let Some((average, _)) = &chart.average {
        let y = pixel(plane.y(*average));
        let ends = [(pixel(plane.left), y), (pixel(plane.right), y)];
        line(area, ends, palette.text, 2)?;
    }
    by_size.sort_by_key(|point| point.status);
    for point in &by_size {
        let at = (pixel(plane.x(point.size)), pixel(plane.y(point.value)));
        mark(point.status, at, palette, area)?;
    }
    names(chart, &by_size, plane, palette, area)?;
    for (place, key) in plane.keys.iter().enumerate() {
        let (end, y) = (pixel(key.x) - 8, pixel(key.y));
        let sample = vec![(end - 20, y), (end, y)];
        match place {
            0..3 => mark(STANDINGS[place].0, (end - 8, y), palette, area)?,
            3 | 4 => limit(place - 3, sample, palette, area)?,
            _ => path(area, sample, palette.text, 2)?,
        }
    }
    area.present()
}

/// The limits of 95 % are broken lines, those of 99.8 % whole ones.
fn limit<DB: DrawingBackend>(
    which: usize,
    points: Vec<(i32, i32)>,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    match (which, points.len()) {
        (_, 0 | 1) => Ok(()),
        (0, _) => broken(area, &points, palette.quiet, 2),
        _ => path(area, points, palette.quiet, 1),
    }
}

fn mark<DB: DrawingBackend>(
    status: Status,
    at: (i32, i32),
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let colour = match status {
        Status::Within => palette.group,
        Status::Outside | Status::FarOutside => palette.highlight,
    };
    let known = STANDINGS.iter().find(|known| known.0 == status);
    let (shape, reach) = known.map_or((Shape::Circle, 4), |known| (known.1, known.2));
    pen::mark(area, shape, at, reach, [colour, palette.outline])
}

/// The names of those farthest outside, as far as they do not touch.
fn names<DB: DrawingBackend>(
    chart: &FunnelChart,
    points: &[&FunnelPoint],
    plane: &Plane,
    palette: &Palette,
    area: &Area<DB>,
) -> Drawn<DB> {
    let (whole, _) = plane.size();
    let most = if plane::is_narrow(whole) {
        MOST_NAMES.1
    } else {
        MOST_NAMES.0
    };
    let font = plane.font - 2.0;
    let beyond = |point: &FunnelPoint| {
        let (lower, upper) = point.limits[1].or(point.limits[0]).unwrap_or_default();
        (point.value - upper).max(lower - point.value) / (upper - lower).abs().max(1e-12)
    };
    let mut outside: Vec<&&FunnelPoint> = points
        .iter()
        .filter(|one| one.status > Status::Within)
        .collect();
    outside.sort_by(|one, other| {
        (other.status.cmp(&one.status)).then(beyond(other).total_cmp(&beyond(one)))
    });
    let style = |hang| style(palette, font, palette.text, hang, false);
    let mut taken: Vec<[f64; 4]> = points
        .iter()
        .map(|point| {
            let (x, y) = (plane.x(point.size), plane.y(point.value));
            [x - 5.0, x + 5.0, y - 5.0, y + 5.0]
        })
        .collect();
    for point in outside.into_iter().take(most) {
        let (x, y) = (plane.x(point.size), plane.y(point.value));
        // Away from the average, so that no limit runs through the name.
        let above = chart.average.as_ref().is_none_or(|one| point.value > one.0);
        let y = if above {
            y - font * 0.7
        } else {
            y + font * 0.7
        };
        let wide = width(&point.label, font);
        let sides = [(Hang::Left, x + 9.0), (Hang::Right, x - 9.0)];
        let free = sides.into_iter().find_map(|(hang, at)| {
            let from = if matches!(hang, Hang::Left) {
                at
            } else {
                at - wide
            };
            let room = [from, from + wide, y - font / 2.0, y + font / 2.0];
            let inside = from >= plane.left && from + wide <= f64::from(whole) - 4.0;
            let clear = !taken.iter().any(|other| touch(other, &room));
            (inside && clear).then_some((hang, at, room))
        });
        if let Some((hang, at, room)) = free {
            taken.push(room);
            let label = Line {
                text: point.label.clone(),
                x: at,
                y,
            };
            write(area, &label, &style(hang))?;
        }
    }
    Ok(())
}

/// Whether two rooms, each left, right, top and bottom, overlap.
fn touch(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[0] < other[1] && other[0] < one[1] && one[2] < other[3] && other[2] < one[3]
}
