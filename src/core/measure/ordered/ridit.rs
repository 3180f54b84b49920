//! Where each group stands in the ranked population, and straight lines through the groups' values.

use crate::core::estimate::{Estimate, Interval};
use crate::core::group::Groups;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity};

/// The middle of each group's stretch of the ranked population, 0 (most disadvantaged) to 1.
///
/// ```
/// use equal_measure::core::measure::ordered::ridit;
/// assert_eq!(ridit::midpoints(&[0.5, 0.25, 0.25]), [0.25, 0.625, 0.875]);
/// ```
pub fn midpoints(shares: &[f64]) -> Vec<f64> {
    let mut below = 0.0;
    shares
        .iter()
        .map(|share| {
            let middle = below + share / 2.0;
            below += share;
            middle
        })
        .collect()
}

/// A line through the groups' values, each group weighed by its size.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The value of the line at rank 0, the most disadvantaged person.
    pub intercept: f64,
    /// The value at rank 1 less the value at rank 0.
    pub slope: f64,
    /// What each group's value is multiplied by to make the intercept.
    pub intercept_weights: Vec<f64>,
    /// What each group's value is multiplied by to make the slope.
    pub slope_weights: Vec<f64>,
}

impl Line {
    /// The line of these values, by weighted least squares on the groups' midpoints.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] when fewer than two groups have people.
    pub fn through(sample: &Sample) -> Result<Self, Refusal> {
        let (intercept_weights, slope_weights) = weights(sample)?;
        let sum = |weights: &[f64]| -> f64 {
            weights
                .iter()
                .zip(sample.values())
                .map(|(w, y)| w * y)
                .sum()
        };
        Ok(Self {
            intercept: sum(&intercept_weights),
            slope: sum(&slope_weights),
            intercept_weights,
            slope_weights,
        })
    }

    /// The value of the line at rank 1, the least disadvantaged person.
    pub fn end(&self) -> f64 {
        self.intercept + self.slope
    }

    /// The value of the line at a rank.
    pub fn at(&self, rank: f64) -> f64 {
        self.intercept + self.slope * rank
    }
}

/// The numbers that each group's value is multiplied by: for the intercept and for the slope.
///
/// # Errors
/// As [`Line::through`].
pub fn weights(sample: &Sample) -> Result<(Vec<f64>, Vec<f64>), Refusal> {
    let ranks = midpoints(sample.shares());
    let mean = sample.weighted(&ranks);
    let squares = sample.weighted(&ranks.iter().map(|b| b * b).collect::<Vec<_>>());
    let spread: f64 = sample
        .shares()
        .iter()
        .zip(&ranks)
        .map(|(a, b)| a * (b - mean).powi(2))
        .sum();
    let with_people = sample.shares().iter().filter(|&&share| share > 0.0).count();
    if with_people < 2 || spread <= 0.0 {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: with_people,
        });
    }
    let each = |of: &dyn Fn(f64) -> f64| -> Vec<f64> {
        sample
            .shares()
            .iter()
            .zip(&ranks)
            .map(|(a, &b)| a * of(b) / spread)
            .collect()
    };
    Ok((each(&|b| squares - mean * b), each(&|b| b - mean)))
}

/// A difference, turned where more is worse, so that bigger is a bigger gap against the disadvantaged.
pub(in crate::core::measure) fn directed(difference: Estimate, polarity: Polarity) -> Estimate {
    match polarity {
        Polarity::MoreIsWorse => difference.negated(),
        Polarity::MoreIsBetter | Polarity::Neutral => difference,
    }
}

/// A ratio, turned over where more is worse, so that bigger is a bigger gap.
///
/// # Errors
/// [`Refusal::Undefined`] when the ratio to be turned over is 0.
fn directed_ratio(ratio: Estimate, polarity: Polarity) -> Result<Estimate, Refusal> {
    if polarity != Polarity::MoreIsWorse {
        return Ok(ratio);
    }
    let interval = ratio.interval().clone().and_then(|limits| {
        Interval::new(1.0 / limits.upper(), 1.0 / limits.lower(), limits.level())
    });
    Estimate::new(1.0 / ratio.value(), interval, ratio.method())
}

/// What a measure makes of ordered groups, turned as [`directed`].
///
/// # Errors
/// [`Refusal::NotOrdered`]; [`Refusal::TooFewGroups`] below three groups; else those of the measure.
pub(super) fn turned(
    groups: &Groups,
    of: impl FnOnce(&Sample, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    let index = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    Ok(directed(index, groups.polarity))
}

/// What a measure makes of ordered groups, turned as [`directed_ratio`].
///
/// # Errors
/// As [`turned`] and [`directed_ratio`].
pub(super) fn turned_over(
    groups: &Groups,
    of: impl FnOnce(&Sample, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    let ratio = of(&Sample::of_ordered(groups, 3)?, groups.level)?;
    directed_ratio(ratio, groups.polarity)
}
