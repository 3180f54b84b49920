//! What every chart is drawn with: lines, words, and marks that differ in shape as well as in colour.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::layout::Line;

pub(super) type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;
pub(super) type Area<DB> = DrawingArea<DB, Shift>;

/// The form of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
}

/// A mark of a shape about a point, `reach` pixels to each side, with a line around it.
pub(super) fn mark<DB: DrawingBackend>(
    area: &Area<DB>,
    shape: Shape,
    (x, y): (i32, i32),
    reach: i32,
    colours: [RGBColor; 2],
) -> Drawn<DB> {
    let [colour, outline] = colours;
    let corners = match shape {
        Shape::Circle => {
            area.draw(&Circle::new((x, y), reach, colour.filled()))?;
            return area.draw(&Circle::new((x, y), reach, outline));
        }
        Shape::Diamond => vec![(0, -reach), (reach, 0), (0, reach), (-reach, 0)],
        Shape::Square => vec![
            (-reach, -reach),
            (reach, -reach),
            (reach, reach),
            (-reach, reach),
        ],
        Shape::Triangle => vec![(0, -reach), (reach, reach), (-reach, reach)],
    };
    let mut around: Vec<_> = corners
        .into_iter()
        .map(|(dx, dy)| (x + dx, y + dy))
        .collect();
    area.draw(&Polygon::new(around.clone(), colour.filled()))?;
    around.extend(around.first().copied());
    area.draw(&PathElement::new(around, outline))
}

pub(super) fn line<DB: DrawingBackend>(
    area: &Area<DB>,
    ends: [(i32, i32); 2],
    colour: RGBColor,
    thick: u32,
) -> Drawn<DB> {
    path(area, ends.to_vec(), colour, thick)
}

/// A line through points.
pub(super) fn path<DB: DrawingBackend>(
    area: &Area<DB>,
    points: Vec<(i32, i32)>,
    colour: RGBColor,
    thick: u32,
) -> Drawn<DB> {
    area.draw(&PathElement::new(points, colour.stroke_width(thick)))
}

/// A broken line through points: six pixels drawn, four left out.
pub(super) fn broken<DB: DrawingBackend>(
    area: &Area<DB>,
    points: &[(i32, i32)],
    colour: RGBColor,
    thick: u32,
) -> Drawn<DB> {
    let mut along = 0.0;
    for ends in points.windows(2) {
        let [from, to] = [ends[0], ends[1]].map(|(x, y)| (f64::from(x), f64::from(y)));
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let at = |way: f64| {
            let share = way / length;
            let between = |one: f64, other: f64| pixel(one + (other - one) * share);
            (between(from.0, to.0), between(from.1, to.1))
        };
        // The dashes run on from one stretch to the next.
        let mut start = -along;
        while start < length {
            let dash = [start.max(0.0), (start + 6.0).min(length)];
            if dash[1] > dash[0] {
                line(area, dash.map(at), colour, thick)?;
            }
            start += 10.0;
        }
        along = (along + length) % 10.0;
    }
    Ok(())
}

pub(super) fn write<DB: DrawingBackend>(
    area: &Area<DB>,
    line: &Line,
    style: &TextStyle<'_>,
) -> Drawn<DB> {
    area.draw_text(&line.text, style, (pixel(line.x), pixel(line.y)))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a picture, far below 2^31"
)]
pub(super) fn pixel(place: f64) -> i32 {
    place.round() as i32
}
