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

use super::matrix::{Matrix, dot};
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
    let roots: Vec<f64> = weights.iter().map(|w| w.sqrt()).collect();
    let (basis, triangle) = orthogonal(design, &roots)?;
    let target: Vec<f64> = values.iter().zip(&roots).map(|(y, r)| y * r).collect();
    let inverse_triangle = invert(&triangle);
    // A second pass on what is left over removes the rounding of the first.
    let mut coefficients = vec![0.0; columns];
    let mut left = target.clone();
    for _ in 0..2 {
        let along: Vec<f64> = basis.iter().map(|column| dot(column, &left)).collect();
        for (coefficient, step) in coefficients.iter_mut().zip(inverse_triangle.times(&along)) {
            *coefficient += step;
        }
        let fitted = design.times(&coefficients);
        left = (0..rows)
            .map(|i| target[i] - roots[i] * fitted[i])
            .collect();
    }
    let fitted = design.times(&coefficients);
    let mut inverse = Matrix::zeros(columns, columns);
    for i in 0..columns {
        for j in 0..columns {
            *inverse.at_mut(i, j) = dot(inverse_triangle.row(i), inverse_triangle.row(j));
        }
    }
    Ok(Fit {
        coefficients,
        residuals: values.iter().zip(&fitted).map(|(y, f)| y - f).collect(),
        freedom: counted - columns,
        inverse,
        design: design.clone(),
        weights: weights.to_vec(),
        leverage: (0..rows)
            .map(|i| basis.iter().map(|q| q[i] * q[i]).sum())
            .collect(),
    })
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

/// Orthonormal columns spanning the weighted design, and the triangle that leads back to it.
fn orthogonal(design: &Matrix, roots: &[f64]) -> Result<(Vec<Vec<f64>>, Matrix), Refusal> {
    let columns = design.columns();
    let mut basis: Vec<Vec<f64>> = Vec::with_capacity(columns);
    let mut triangle = Matrix::zeros(columns, columns);
    for j in 0..columns {
        let mut column: Vec<f64> = design
            .iter()
            .zip(roots)
            .map(|(row, r)| row[j] * r)
            .collect();
        let whole = dot(&column, &column).sqrt();
        for _ in 0..2 {
            for (k, unit) in basis.iter().enumerate() {
                let along = dot(unit, &column);
                *triangle.at_mut(k, j) += along;
                for (value, part) in column.iter_mut().zip(unit) {
                    *value -= along * part;
                }
            }
        }
        let length = dot(&column, &column).sqrt();
        if length.is_nan() || length <= 1e-11 * whole {
            return Err(Refusal::Undefined {
                why: "one column of the regression can be made from the others",
            });
        }
        *triangle.at_mut(j, j) = length;
        basis.push(column.iter().map(|value| value / length).collect());
    }
    Ok((basis, triangle))
}

/// The inverse of an upper triangle.
fn invert(triangle: &Matrix) -> Matrix {
    let size = triangle.columns();
    let mut out = Matrix::zeros(size, size);
    for j in 0..size {
        *out.at_mut(j, j) = triangle.at(j, j).recip();
        for i in (0..j).rev() {
            let sum: f64 = (i + 1..=j).map(|k| triangle.at(i, k) * out.at(k, j)).sum();
            *out.at_mut(i, j) = -sum / triangle.at(i, i);
        }
    }
    out
}
