//! Distributions, regression and seeded generators.
//!
//! Every routine returns a finite number or a [`Refusal`](super::refusal::Refusal), and states its
//! largest relative error against references of fifty digits (`tests/it/accuracy/`).

mod root;
mod stirling;
pub mod normal;
pub mod gamma;
pub mod chi_square;
pub mod poisson;
pub mod beta;
pub mod binomial;
pub mod student;
pub mod sum;
pub mod sample;
pub mod adjust;
pub mod generator;
pub mod matrix;
mod orthogonal;
pub mod least_squares;
pub mod line;
pub mod regression;
