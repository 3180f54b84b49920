//! A straight line through weighted points, prepared once and fitted to many sets of values.
//!
//! # Formula
//! With shares aᵢ = wᵢ/Σw, mean position S = Σ aᵢ xᵢ and spread D = Σ aᵢ (xᵢ − S)²:
//! slope = Σ cᵢ yᵢ with cᵢ = aᵢ (xᵢ − S)/D, and intercept = Σ aᵢ yᵢ − slope · S.
//!
//! # Limits
//! Largest relative error 1 × 10⁻¹⁴ of the terms added.

use super::matrix::dot;
use super::sum::exact;
use crate::core::refusal::Refusal;

/// Positions and weights, ready for values.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// cᵢ: what one unit of each value adds to the slope. They sum to 0.
    pub pull: Vec<f64>,
    /// aᵢ: each weight as a share of all.
    pub share: Vec<f64>,
    /// S: the weighted mean position.
    pub centre: f64,
}

/// Where a line crosses position 0, and how far it rises over one unit of position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fitted {
    /// The height at position 0.
    pub intercept: f64,
    /// The rise over one unit.
    pub slope: f64,
}

impl Line {
    /// Prepares positions with their weights.
    ///
    /// # Errors
    /// [`Refusal::Mismatch`] when the lengths differ; [`Refusal::OutOfRange`] for a weight that is below
    /// zero or not finite; [`Refusal::TooFewGroups`] unless two different positions carry weight.
    pub fn new(positions: &[f64], weights: &[f64]) -> Result<Self, Refusal> {
        if positions.len() != weights.len() {
            return Err(Refusal::Mismatch {
                what: "a line needs one weight for each position",
            });
        }
        let fine = |values: &[f64]| values.iter().all(|value| value.is_finite());
        if !fine(positions) || !fine(weights) || weights.iter().any(|w| *w < 0.0) {
            return Err(Refusal::OutOfRange {
                what: "Every weight",
                range: "zero or above",
            });
        }
        let total = exact(weights.iter().copied());
        let share: Vec<f64> = weights.iter().map(|w| w / total).collect();
        let centre = exact(share.iter().zip(positions).map(|(a, x)| a * x));
        let spread = exact(
            share
                .iter()
                .zip(positions)
                .map(|(a, x)| a * (x - centre).powi(2)),
        );
        let size = positions.iter().fold(0.0f64, |most, x| most.max(x.abs()));
        if !(total > 0.0 && spread > (1e-13 * size).powi(2)) {
            return Err(Refusal::TooFewGroups { need: 2, got: 1 });
        }
        let pull = share
            .iter()
            .zip(positions)
            .map(|(a, x)| a * (x - centre) / spread)
            .collect();
        Ok(Self {
            pull,
            share,
            centre,
        })
    }

    /// The line through `values`, one for each position.
    ///
    /// ```
    /// use equal_measure::core::number::line::Line;
    /// let line = Line::new(&[0.25, 0.75], &[1.0, 1.0])?.through(&[0.2, 0.4]);
    /// assert!((line.slope - 0.4).abs() < 1e-15 && (line.intercept - 0.1).abs() < 1e-15);
    /// # Ok::<(), equal_measure::core::refusal::Refusal>(())
    /// ```
    pub fn through(&self, values: &[f64]) -> Fitted {
        let slope = dot(&self.pull, values);
        Fitted {
            intercept: dot(&self.share, values) - slope * self.centre,
            slope,
        }
    }
}
