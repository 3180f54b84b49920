//! A small table of numbers, and what regressions need of it.

use crate::core::refusal::Refusal;

/// Numbers in rows and columns; all finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    columns: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// A matrix from its rows.
    ///
    /// # Errors
    /// [`Refusal::Mismatch`] unless there is a column and every row has as many;
    /// [`Refusal::OutOfRange`] unless every number is finite.
    pub fn from_rows(rows: &[Vec<f64>]) -> Result<Self, Refusal> {
        let columns = rows.first().map_or(0, Vec::len);
        if columns == 0 || rows.iter().any(|row| row.len() != columns) {
            return Err(Refusal::Mismatch {
                what: "the rows of a regression need the same columns",
            });
        }
        let values: Vec<f64> = rows.concat();
        if values.iter().all(|value| value.is_finite()) {
            Ok(Self { columns, values })
        } else {
            Err(Refusal::OutOfRange {
                what: "Every number of a regression",
                range: "finite",
            })
        }
    }

    /// A matrix of zeros.
    pub(super) fn zeros(rows: usize, columns: usize) -> Self {
        Self {
            columns,
            values: vec![0.0; rows * columns],
        }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.values.len() / self.columns
    }

    /// How many columns there are.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// The numbers of one row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.columns..][..self.columns]
    }

    /// The rows in order.
    pub fn iter(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.columns)
    }

    /// One number.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.row(row)[column]
    }

    /// The number at a place, to be changed.
    pub(super) fn at_mut(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.values[row * self.columns + column]
    }

    /// Each row times `vector`.
    pub(super) fn times(&self, vector: &[f64]) -> Vec<f64> {
        self.iter().map(|row| dot(row, vector)).collect()
    }

    /// The roots of the diagonal: the standard errors, where self is a covariance.
    pub fn standard_errors(&self) -> Vec<f64> {
        (0..self.columns)
            .map(|place| self.at(place, place).max(0.0).sqrt())
            .collect()
    }

    /// Every number times `factor`.
    #[must_use]
    pub(super) fn scaled(mut self, factor: f64) -> Self {
        for value in &mut self.values {
            *value *= factor;
        }
        self
    }

    /// self · (Σ `weights`ᵢ² rowᵢ rowᵢᵀ) · self for a symmetric self: the sandwich of a robust error.
    pub(super) fn sandwich(&self, design: &Self, weights: &[f64]) -> Self {
        let mut out = Self::zeros(self.columns, self.columns);
        for (row, weight) in design.iter().zip(weights) {
            let half: Vec<f64> = self.times(row).iter().map(|value| value * weight).collect();
            for (i, left) in half.iter().enumerate() {
                for (j, right) in half.iter().enumerate() {
                    *out.at_mut(i, j) += left * right;
                }
            }
        }
        out
    }

    /// The roots of the diagonal of [`Self::sandwich`].
    pub(super) fn sandwich_errors(&self, design: &Self, weights: &[f64]) -> Vec<f64> {
        let mut variances = vec![0.0; self.columns];
        let mut half = vec![0.0; self.columns];
        for (row, weight) in design.iter().zip(weights) {
            half.fill(0.0);
            for (own, value) in self.iter().zip(row).filter(|(_, value)| **value != 0.0) {
                for (sum, own) in half.iter_mut().zip(own) {
                    *sum += own * value;
                }
            }
            for (variance, half) in variances.iter_mut().zip(&half) {
                *variance += (half * weight).powi(2);
            }
        }
        variances.into_iter().map(f64::sqrt).collect()
    }
}

/// The sum of products.
pub(super) fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}
