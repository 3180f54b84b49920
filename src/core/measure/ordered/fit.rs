//! How much of the difference between the groups a straight line along the ranking accounts for.
//!
//! # Formula
//! R² = 1 − Σ aᵢ(yᵢ − ŷᵢ)² / Σ aᵢ(yᵢ − μ)²
//!
//! # Symbols
//! - aᵢ: the share of all people in group i; yᵢ: its value; ŷᵢ: the line's value at its middle rank; μ: the
//!   average of all people.
//!
//! # Range and the value of no inequality
//! 0 to 1. 1 means that the groups lie on a line; 0 that the line says nothing.
//!
//! # How to read it
//! Below about 0.7 the slope index describes the groups badly: look at the groups themselves. A gap of the
//! most disadvantaged group alone is the usual reason.
//!
//! # When it applies
//! Three ordered groups or more with known sizes and different values.
//!
//! # Limits
//! With few groups even chance gives a good fit.
//!
//! # Sources
//! - Draper NR, Smith H. Applied regression analysis. 3rd edition. Wiley, 1998, chapter 1.
//!   doi:10.1002/9781118625590
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::fit, sample::Sample};
//! let line = Sample::new(vec![1.0, 2.0, 3.0], vec![1.0; 3], None)?;
//! assert!((fit::explained(&line)? - 1.0).abs() < 1e-12);
//! let bend = Sample::new(vec![1.0, 3.0, 1.0], vec![1.0; 3], None)?;
//! assert!(fit::explained(&bend)?.abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ridit::{Line, midpoints};
use crate::core::measure::all_groups::between_group_variance;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

/// The share of the variance between groups that the straight line accounts for, 0 to 1.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::AllEqual`] when all values are the same.
pub fn explained(sample: &Sample) -> Result<f64, Refusal> {
    sample.at_least(3)?;
    let whole = between_group_variance::value(sample);
    if whole <= 0.0 {
        return Err(Refusal::AllEqual);
    }
    let line = Line::through(sample)?;
    let squares: Vec<f64> = midpoints(sample.shares())
        .iter()
        .zip(sample.values())
        .map(|(&rank, y)| (y - line.at(rank)).powi(2))
        .collect();
    Ok((1.0 - sample.weighted(&squares) / whole).clamp(0.0, 1.0))
}
