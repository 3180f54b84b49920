//! Orthonormal columns that span a weighted design, for [`least_squares`](super::least_squares).
//!
//! Most columns of a design say of which group, age or place a row is, and are 0 almost everywhere. Only
//! what is not 0 is kept and multiplied, columns with few numbers first: columns of places that no row
//! shares are orthogonal as they are. Two hundred places then cost little more than one.

use super::matrix::{Matrix, dot};
use crate::core::refusal::Refusal;

/// Numbers of a column and the rows where they stand; 0 elsewhere.
type Sparse = Vec<(usize, f64)>;

/// The columns of a design.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    rows: usize,
    columns: Vec<Sparse>,
}

impl Columns {
    pub(super) fn of(design: &Matrix) -> Self {
        let mut columns = vec![Sparse::new(); design.columns()];
        for (place, row) in design.iter().enumerate() {
            for (column, &value) in columns.iter_mut().zip(row) {
                if value != 0.0 {
                    column.push((place, value));
                }
            }
        }
        Self {
            rows: design.rows(),
            columns,
        }
    }

    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    pub(super) const fn columns(&self) -> usize {
        self.columns.len()
    }

    /// Each row times `vector`.
    pub(super) fn times(&self, vector: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; self.rows];
        for (column, factor) in self.columns.iter().zip(vector) {
            for &(row, value) in column {
                out[row] += value * factor;
            }
        }
        out
    }
}

/// A weighted design taken apart: orthonormal columns, and the upper triangle that leads back to it.
pub(super) struct Orthogonal {
    /// Which column of the design stands at each place.
    order: Vec<usize>,
    basis: Vec<Sparse>,
    diagonal: Vec<f64>,
    /// What stands right of the diagonal in each row.
    beside: Vec<Sparse>,
}

impl Orthogonal {
    /// Gram–Schmidt, applied twice.
    ///
    /// # Errors
    /// [`Refusal::Undefined`] when a column says nothing that the others do not.
    pub(super) fn of(design: &Columns, roots: &[f64]) -> Result<Self, Refusal> {
        let columns = design.columns();
        let mut order: Vec<usize> = (0..columns).collect();
        order.sort_by_key(|&column| design.columns[column].len());
        let mut made = Self {
            order: Vec::new(),
            basis: Vec::with_capacity(columns),
            diagonal: Vec::with_capacity(columns),
            beside: vec![Sparse::new(); columns],
        };
        let mut column = vec![0.0; design.rows];
        for (place, &from) in order.iter().enumerate() {
            let own = design.columns[from].iter();
            let mut numbers: Sparse = own.map(|&(row, value)| (row, value * roots[row])).collect();
            for &(row, value) in &numbers {
                column[row] = value;
            }
            let whole = length(&numbers);
            if made.set_apart(place, &mut column) {
                let all = column.iter().copied().enumerate();
                numbers = all.filter(|(_, value)| *value != 0.0).collect();
            }
            let left = length(&numbers);
            if left.is_nan() || left <= 1e-11 * whole {
                return Err(Refusal::Undefined {
                    why: "one column of the regression can be made from the others",
                });
            }
            for (row, value) in &mut numbers {
                column[*row] = 0.0;
                *value /= left;
            }
            made.basis.push(numbers);
            made.diagonal.push(left);
        }
        made.order = order;
        Ok(made)
    }

    /// Takes from a column what the columns before it span; whether there was anything.
    fn set_apart(&mut self, place: usize, column: &mut [f64]) -> bool {
        let mut along = vec![0.0; place];
        let mut any = false;
        for _ in 0..2 {
            let mut touched = false;
            for (unit, along) in self.basis.iter().zip(&mut along) {
                let part = product(unit, column);
                if part != 0.0 {
                    touched = true;
                    *along += part;
                    for &(row, value) in unit {
                        column[row] -= part * value;
                    }
                }
            }
            if !touched {
                break;
            }
            any = true;
        }
        let beside = self.beside.iter_mut().zip(along);
        for (beside, along) in beside.filter(|(_, along)| *along != 0.0) {
            beside.push((place, along));
        }
        any
    }

    /// The coefficients that bring the design nearest to weighted values.
    pub(super) fn nearest(&self, values: &[f64]) -> Vec<f64> {
        let mut found: Vec<f64> = self
            .basis
            .iter()
            .map(|unit| product(unit, values))
            .collect();
        for place in (0..found.len()).rev() {
            let others: f64 = self.beside[place]
                .iter()
                .map(|&(other, value)| value * found[other])
                .sum();
            found[place] = (found[place] - others) / self.diagonal[place];
        }
        let mut out = vec![0.0; found.len()];
        for (&column, value) in self.order.iter().zip(found) {
            out[column] = value;
        }
        out
    }

    /// (XᵀWX)⁻¹.
    pub(super) fn inverse(&self) -> Matrix {
        let columns = self.order.len();
        let mut triangle = Matrix::zeros(columns, columns);
        for place in (0..columns).rev() {
            let mut row = vec![0.0; columns];
            row[place] = 1.0;
            for &(other, value) in &self.beside[place] {
                for (number, below) in row.iter_mut().zip(triangle.row(other)).skip(other) {
                    *number -= value * below;
                }
            }
            for (column, number) in row.iter().enumerate().skip(place) {
                *triangle.at_mut(place, column) = number / self.diagonal[place];
            }
        }
        let mut inverse = Matrix::zeros(columns, columns);
        for (i, &one) in self.order.iter().enumerate() {
            for (j, &other) in self.order.iter().enumerate().skip(i) {
                let value = dot(&triangle.row(i)[j..], &triangle.row(j)[j..]);
                *inverse.at_mut(one, other) = value;
                *inverse.at_mut(other, one) = value;
            }
        }
        inverse
    }

    /// How much each row decides of its own fitted value.
    pub(super) fn leverage(&self, rows: usize) -> Vec<f64> {
        let mut out = vec![0.0; rows];
        for &(row, value) in self.basis.iter().flatten() {
            out[row] += value * value;
        }
        out
    }
}

fn length(sparse: &Sparse) -> f64 {
    sparse
        .iter()
        .map(|(_, value)| value * value)
        .sum::<f64>()
        .sqrt()
}

fn product(sparse: &Sparse, column: &[f64]) -> f64 {
    sparse.iter().map(|&(row, value)| value * column[row]).sum()
}
