//! What a file is asked: the outcome part of a plan.

use crate::core::indicator::Indicator;
use crate::core::plan::{Outcome, Shape};

/// The outcome part of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What a row is.
    pub shape: Shape,
    /// What is read from every row.
    pub outcomes: Vec<Outcome>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
}
