//! Weighted least squares with any columns.
//!
//! # Formula
//! The coefficients β that make Σ wᵢ (yᵢ − xᵢᵀβ)² least, by orthogonal columns (Gram–Schmidt, applied
//! twice) rather than by the normal equations, so that near-equal columns keep their digits.
//!
//! # Limits
//! Largest relative error 1 × 10⁻¹⁴ on the reference regressions.
//!
//! # Sources
//! Robust errors: MacKinnon JG, White H. J Econometrics 1985;29:305–25.
//! doi:10.1016/0304-4076(85)90158-7

use super::matrix::Matrix;
use super::orthogonal::{Columns, Orthogonal};
use crate::core::refusal::Refusal;

/// How the uncertainty of coefficients is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Robust {
    /// From each row's own residual.
    Hc0,
    /// The same times n/(n−p).
    Hc1,
    /// Each residual over one less its leverage.
    Hc3,
}

/// A fitted regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// One coefficient for each column.
    pub coefficients: Vec<f64>,
    /// y less the fitted value, one for each row.
    pub residuals: Vec<f64>,
    /// Rows with a weight, less columns.
    pub freedom: usize,
    /// (XᵀWX)⁻¹.
    pub inverse: Matrix,
    design: Matrix,
    weights: Vec<f64>,
    leverage: Vec<f64>,
}

/// Fits `values` to the columns of `design` with these weights.
///
/// # Errors
/// [`Refusal::Mismatch`] when the lengths differ; [`Refusal::OutOfRange`] for a weight below zero;
/// [`Refusal::TooFewGroups`] with fewer weighted rows than columns; [`Refusal::Undefined`] when a column
/// says nothing that the others do not.
///
/// ```
/// use equal_measure::core::number::{least_squares, matrix::Matrix};
/// let design = Matrix::from_rows(&[vec![1.0, 0.0], vec![1.0, 1.0], vec![1.0, 2.0]])?;
/// let fit = least_squares::fit(&design, &[1.0, 3.0, 5.0], &[1.0, 1.0, 2.0])?;
/// assert!((fit.coefficients[0] - 1.0).abs() < 1e-14);
/// assert!((fit.coefficients[1] - 2.0).abs() < 1e-14);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
pub fn fit(design: &Matrix, values: &[f64], weights: &[f64]) -> Result<Fit, Refusal> {
    let columns = Columns::of(design);
    let (coefficients, apart) = solve(&columns, values, weights)?;
    let fitted = columns.times(&coefficients);
    let counted = weights.iter().filter(|w| **w > 0.0).count();
    Ok(Fit {
        coefficients,
        residuals: values.iter().zip(&fitted).map(|(y, f)| y - f).collect(),
        freedom: counted - design.columns(),
        inverse: apart.inverse(),
        design: design.clone(),
        weights: weights.to_vec(),
        leverage: apart.leverage(design.rows()),
    })
}

/// The coefficients of [`fit`] alone, and what the rest of it is made from.
pub(super) fn solve(
    design: &Columns,
    values: &[f64],
    weights: &[f64],
) -> Result<(Vec<f64>, Orthogonal), Refusal> {
    check(design, values, weights)?;
    let roots: Vec<f64> = weights.iter().map(|w| w.sqrt()).collect();
    let apart = Orthogonal::of(design, &roots)?;
    let target: Vec<f64> = values.iter().zip(&roots).map(|(y, r)| y * r).collect();
    // A second pass on what is left over removes the rounding of the first.
    let mut coefficients = vec![0.0; design.columns()];
    let mut left = target.clone();
    for _ in 0..2 {
        for (coefficient, step) in coefficients.iter_mut().zip(apart.nearest(&left)) {
            *coefficient += step;
        }
        let fitted = design.times(&coefficients);
        left = (0..design.rows())
            .map(|i| target[i] - roots[i] * fitted[i])
            .collect();
    }
    Ok((coefficients, apart))
}

fn check(design: &Columns, values: &[f64], weights: &[f64]) -> Result<(), Refusal> {
    let (rows, columns) = (design.rows(), design.columns());
    if values.len() != rows || weights.len() != rows {
        return Err(Refusal::Mismatch {
            what: "a regression needs one value and one weight for each row",
        });
    }
    if !weights.iter().all(|w| *w >= 0.0 && w.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "Every weight",
            range: "zero or above",
        });
    }
    if !values.iter().all(|value| value.is_finite()) {
        return Err(Refusal::Missing {
            what: "value for a row of the regression",
        });
    }
    let counted = weights.iter().filter(|w| **w > 0.0).count();
    if counted < columns {
        return Err(Refusal::TooFewGroups {
            need: columns,
            got: counted,
        });
    }
    Ok(())
}

impl Fit {
    /// Σ w · residual² over the degrees of freedom: the variance of a value of weight one.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] when no degree of freedom is left.
    pub fn scale(&self) -> Result<f64, Refusal> {
        if self.freedom == 0 {
            let columns = self.coefficients.len();
            return Err(Refusal::TooFewGroups {
                need: columns + 1,
                got: columns,
            });
        }
        let squares: f64 = self
            .residuals
            .iter()
            .zip(&self.weights)
            .map(|(r, w)| w * r * r)
            .sum();
        Ok(squares / self.freedom as f64)
    }

    /// The covariance of the coefficients from the scatter about the fit.
    ///
    /// # Errors
    /// As [`Fit::scale`].
    pub fn covariance(&self) -> Result<Matrix, Refusal> {
        Ok(self.inverse.clone().scaled(self.scale()?))
    }

    /// The covariance of the coefficients when rows scatter differently.
    ///
    /// # Errors
    /// As [`Fit::scale`]; [`Refusal::Undefined`] for HC3 when a row fixes its own fitted value.
    pub fn robust(&self, kind: Robust) -> Result<Matrix, Refusal> {
        self.scale()?;
        let mut scores: Vec<f64> = self
            .residuals
            .iter()
            .zip(&self.weights)
            .map(|(r, w)| r * w)
            .collect();
        if kind == Robust::Hc3 {
            for (score, leverage) in scores.iter_mut().zip(&self.leverage) {
                if *leverage >= 1.0 - 1e-12 {
                    return Err(Refusal::Undefined {
                        why: "one row alone fixes a coefficient",
                    });
                }
                *score /= 1.0 - leverage;
            }
        }
        let sandwich = self.inverse.sandwich(&self.design, &scores);
        let counted = self.freedom + self.coefficients.len();
        Ok(match kind {
            Robust::Hc1 => sandwich.scaled(counted as f64 / self.freedom as f64),
            Robust::Hc0 | Robust::Hc3 => sandwich,
        })
    }
}
