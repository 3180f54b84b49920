//! Curves of the share of people against the share of the outcome.

use super::form::{self, SHARE, column, drawn, plain, row, table};
use super::{Caption, ColumnKind, Drawn, Entry, Of, RowName, Rows};
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

/// A curve from (0, 0) to (1, 1), both rising.
pub(super) type Points = Vec<(f64, f64)>;

/// The cumulated shares of people and of the outcome, the groups taken in this order.
///
/// # Errors
/// [`Refusal::OutOfRange`] when the average is not above 0.
pub(super) fn cumulated(sample: &Sample, order: &[usize]) -> Result<Points, Refusal> {
    let mean = sample.positive_mean()?;
    let (mut people, mut outcome) = (0.0, 0.0);
    let mut points = vec![(0.0, 0.0)];
    for &place in order {
        people += sample.shares()[place];
        outcome += sample.shares()[place] * sample.values()[place] / mean;
        points.push((people, outcome));
    }
    // The sums end at 1 but for rounding; a curve that stops short of its corner looks wrong.
    if let Some(last) = points.last_mut() {
        *last = (1.0, 1.0);
    }
    Ok(points)
}

/// The table of a curve, drawn; `labels` names what each point after the first adds.
pub(super) fn curve(caption: Caption, points: &Points, labels: &[&str]) -> Result<Rows, Refusal> {
    let labels = labels.iter().map(|text| form::label(text));
    let names = std::iter::once(RowName::Nobody).chain(labels);
    let rows = points.iter().zip(names).map(|(&(people, outcome), name)| {
        let cells = [people, outcome]
            .into_iter()
            .map(|share| Ok(Entry::Figure(Ok(plain(share, "summed up")?))))
            .collect::<Result<Vec<_>, Refusal>>()?;
        Ok(row(name, cells))
    });
    let columns = [ColumnKind::PeopleSoFar, ColumnKind::OutcomeSoFar];
    let columns = columns.map(|kind| column(kind, SHARE));
    let made = table(
        caption,
        Of::Group,
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
