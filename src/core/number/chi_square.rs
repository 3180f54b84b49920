//! The chi-square distribution: twice a gamma of half its degrees of freedom.
//!
//! # Limits
//! Errors as [`gamma`]. With 0 degrees of freedom all of it lies at 0, as the exact Poisson
//! limit of no events needs.

use super::gamma;
use crate::core::refusal::Refusal;

/// The probability above `x` with `freedom` degrees of freedom: the p-value of a chi-square test.
///
/// ```
/// use equal_measure::core::number::chi_square;
/// let p = chi_square::upper_tail(3.841_458_820_694_124, 1.0)?;
/// assert!((p - 0.05).abs() < 1e-14);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `freedom` > 0 and `x` ≥ 0.
pub fn upper_tail(x: f64, freedom: f64) -> Result<f64, Refusal> {
    gamma::upper(freedom / 2.0, x / 2.0)
}

/// The value with probability `p` below it.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `freedom` ≥ 0 and 0 < `p` < 1; [`Refusal::NoConvergence`].
pub fn lower_quantile(p: f64, freedom: f64) -> Result<f64, Refusal> {
    scaled(freedom, |shape| gamma::lower_quantile(p, shape))
}

/// The value with probability `p` above it.
///
/// # Errors
/// As [`lower_quantile`].
pub fn upper_quantile(p: f64, freedom: f64) -> Result<f64, Refusal> {
    scaled(freedom, |shape| gamma::upper_quantile(p, shape))
}

fn scaled(freedom: f64, quantile: impl Fn(f64) -> Result<f64, Refusal>) -> Result<f64, Refusal> {
    if freedom.abs() > 0.0 {
        Ok(2.0 * quantile(freedom / 2.0)?)
    } else {
        Ok(0.0)
    }
}
