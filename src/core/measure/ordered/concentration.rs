//! What the concentration indices share: the outcome set against the rank by disadvantage.

use super::ridit::midpoints;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

/// 2·Σ pᵢyᵢ(Rᵢ − ½): above 0 where the outcome is concentrated among the least disadvantaged.
pub fn absolute(sample: &Sample) -> f64 {
    slopes(sample)
        .iter()
        .zip(sample.values())
        .map(|(slope, y)| slope * y)
        .sum()
}

/// How fast the absolute index moves with each group's value: 2·pᵢ(Rᵢ − ½).
pub fn slopes(sample: &Sample) -> Vec<f64> {
    midpoints(sample.shares())
        .iter()
        .zip(sample.shares())
        .map(|(rank, share)| 2.0 * share * (rank - 0.5))
        .collect()
}

/// The standard error of the absolute index: from the groups' own where they are known, else from the
/// scatter about the regression.
///
/// # Errors
/// As [`scatter_error`].
pub fn error(sample: &Sample) -> Result<f64, Refusal> {
    sample
        .spread(&slopes(sample))
        .or_else(|_| scatter_error(sample))
}

/// The standard error of the absolute index from the convenience regression of 2Vy on the rank, with V
/// the variance of the ranks: how far the groups lie from the line, not how surely they are known.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups.
pub fn scatter_error(sample: &Sample) -> Result<f64, Refusal> {
    sample.at_least(3)?;
    let ranks = midpoints(sample.shares());
    let (variance, residuals) = regression(sample.shares(), sample.values(), &ranks);
    let squares: f64 = sample
        .shares()
        .iter()
        .zip(&residuals)
        .map(|(share, residual)| share * residual * residual)
        .sum();
    let freedom = sample.values().len() as f64 - 2.0;
    Ok(2.0 * (variance * squares / freedom).sqrt())
}

/// The variance of the ranks, and the values' distances from the line through them.
pub fn regression(shares: &[f64], values: &[f64], ranks: &[f64]) -> (f64, Vec<f64>) {
    let mean: f64 = shares.iter().zip(values).map(|(p, y)| p * y).sum();
    let middle: f64 = shares.iter().zip(ranks).map(|(p, r)| p * r).sum();
    let mut variance = 0.0;
    let mut along = 0.0;
    for ((p, y), r) in shares.iter().zip(values).zip(ranks) {
        variance += p * (r - middle).powi(2);
        along += p * (r - middle) * (y - mean);
    }
    let residuals = values
        .iter()
        .zip(ranks)
        .map(|(y, r)| y - mean - along / variance * (r - middle))
        .collect();
    (variance, residuals)
}
