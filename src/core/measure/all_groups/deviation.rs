//! Distances of the groups from one value, averaged: what the mean differences and the index of disparity
//! share.

use crate::core::estimate::Estimate;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity};

/// What the groups' distances are measured from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum From {
    /// The average of all people, from the groups' sizes.
    Average,
    /// A value given from elsewhere, taken as known.
    Given(f64),
    /// The value of the group at this place.
    Group(usize),
}

/// Whether the distances are averaged over people or over groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// Each group weighed by its people.
    People,
    /// Each group alike.
    Groups,
}

/// The place of the group with the best value: the highest where more is better or there is no
/// direction, the lowest where more is worse; of equal ones the first.
pub fn best(values: &[f64], polarity: Polarity) -> Option<usize> {
    let better = |a: f64, b: f64| match polarity {
        Polarity::MoreIsWorse => a < b,
        Polarity::MoreIsBetter | Polarity::Neutral => a > b,
    };
    (0..values.len()).reduce(|best, next| {
        if better(values[next], values[best]) {
            next
        } else {
            best
        }
    })
}

/// The average distance and how fast it moves with each group's value.
///
/// # Errors
/// [`Refusal::Mismatch`] when the group is not among the groups.
pub fn mean_distance(
    sample: &Sample,
    from: From,
    weights: Weights,
) -> Result<(f64, Vec<f64>), Refusal> {
    let values = sample.values();
    let centre = match from {
        From::Average => sample.mean(),
        From::Given(value) => value,
        From::Group(place) => *values.get(place).ok_or(Refusal::Mismatch {
            what: "the group to compare with is not among the groups",
        })?,
    };
    let weights = match weights {
        Weights::People => sample.shares().to_vec(),
        Weights::Groups => vec![1.0 / values.len() as f64; values.len()],
    };
    let mut distance = 0.0;
    let mut pull = 0.0;
    let mut slopes = Vec::with_capacity(values.len());
    for (&weight, &value) in weights.iter().zip(values) {
        let gap = value - centre;
        distance += weight * gap.abs();
        // At the centre itself the distance has no direction.
        let sign = if gap == 0.0 { 0.0 } else { gap.signum() };
        pull += weight * sign;
        slopes.push(weight * sign);
    }
    match from {
        From::Average => {
            for (slope, share) in slopes.iter_mut().zip(sample.shares()) {
                *slope -= pull * share;
            }
        }
        From::Given(_) => {}
        From::Group(place) => slopes[place] -= pull,
    }
    Ok((distance, slopes))
}

/// The average distance with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::Mismatch`] when the group is not among them.
pub fn of(
    sample: &Sample,
    from: From,
    weights: Weights,
    level: Level,
) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let (distance, slopes) = mean_distance(sample, from, weights)?;
    wald(distance, sample.spread(&slopes), level, "delta method")
}

/// The average distance from the average over the average, and how fast it moves with each value.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless the average is above 0.
pub fn index_of_disparity(
    sample: &Sample,
    average: Option<f64>,
    weights: Weights,
) -> Result<(f64, Vec<f64>), Refusal> {
    let from = average.map_or(From::Average, From::Given);
    let mean = match average {
        Some(average) if average > 0.0 => average,
        Some(_) => {
            return Err(Refusal::OutOfRange {
                what: "The average",
                range: "above 0",
            });
        }
        None => sample.positive_mean()?,
    };
    let (distance, mut slopes) = mean_distance(sample, from, weights)?;
    for (slope, share) in slopes.iter_mut().zip(sample.shares()) {
        // An average from elsewhere does not move with the groups.
        let moved = if average.is_some() {
            0.0
        } else {
            share * distance / mean
        };
        *slope = (*slope - moved) / mean;
    }
    Ok((distance / mean, slopes))
}
