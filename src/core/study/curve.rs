//! Curves of the share of people against the share of the outcome.

use super::form::{SHARE, column, drawn, plain, row, table};
use super::{Drawn, Entry, Rows};
use crate::core::refusal::Refusal;

/// A curve from (0, 0) to (1, 1), both rising.
pub(super) type Points = Vec<(f64, f64)>;

/// The table of a curve, drawn; `labels` names what each point after the first adds.
pub(super) fn curve(
    caption: &str,
    of: &str,
    points: &Points,
    labels: &[&str],
) -> Result<Rows, Refusal> {
    let names = std::iter::once("Nobody").chain(labels.iter().copied());
    let rows = points.iter().zip(names).map(|(&(people, outcome), name)| {
        let cells = [people, outcome]
            .into_iter()
            .map(|share| Ok(Entry::Figure(Ok(plain(share, "summed up")?))))
            .collect::<Result<Vec<_>, Refusal>>()?;
        Ok(row(name, cells))
    });
    let columns = [
        "Share of people up to here",
        "Share of the outcome up to here",
    ];
    let columns = columns.map(|name| column(name, SHARE));
    let made = table(
        caption,
        of,
        columns.into(),
        rows.collect::<Result<Vec<_>, Refusal>>()?,
    );
    Ok(drawn(made, Drawn::Curve))
}

/// The share of the outcome that this share of people has, everyone within a group being alike.
pub(super) fn outcome_of(points: &Points, people: f64) -> f64 {
    let beyond = points.partition_point(|point| point.0 < people);
    let (Some(&to), Some(&from)) = (points.get(beyond), points.get(beyond.wrapping_sub(1))) else {
        return people;
    };
    from.1 + (to.1 - from.1) * (people - from.0) / (to.0 - from.0)
}

#[cfg(test)]
mod tests {
    use super::outcome_of;

    #[test]
    fn between_two_points_the_curve_is_straight() {
        let points = vec![(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)];
        for (people, outcome) in [
            (0.2, 0.1),
            (0.5, 0.25),
            (0.75, 0.625),
            (1.0, 1.0),
            (0.0, 0.0),
        ] {
            assert!((outcome_of(&points, people) - outcome).abs() < 1e-12);
        }
    }
}
