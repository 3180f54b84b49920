//! The Poisson distribution of a count.
//!
//! # Formula
//! P(X ≤ k) = Q(k+1, mean) and P(X ≥ k) = P(k, mean), the incomplete gamma functions.
//!
//! # Limits
//! Errors as [`gamma`]. Counts need not be whole: the functions run on smoothly.

use super::{gamma, stirling};
use crate::core::refusal::Refusal;

/// The probability of `count` or fewer.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `count` ≥ 0 and `mean` ≥ 0.
pub fn at_most(count: f64, mean: f64) -> Result<f64, Refusal> {
    not_negative(count)?;
    gamma::upper(count + 1.0, mean)
}

/// The probability of `count` or more.
///
/// # Errors
/// As [`at_most`].
pub fn at_least(count: f64, mean: f64) -> Result<f64, Refusal> {
    not_negative(count)?;
    if count > 0.0 {
        gamma::lower(count, mean)
    } else {
        not_negative(mean)?;
        Ok(1.0)
    }
}

/// The probability of exactly `count`.
///
/// ```
/// use equal_measure::core::number::poisson;
/// let p = poisson::exactly(2.0, 3.0)?;
/// assert!((p - 4.5 * (-3.0f64).exp()).abs() < 1e-15);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// As [`at_most`].
pub fn exactly(count: f64, mean: f64) -> Result<f64, Refusal> {
    not_negative(count)?;
    not_negative(mean)?;
    if count <= 0.0 {
        Ok((-mean).exp())
    } else if mean <= 0.0 {
        Ok(0.0)
    } else {
        Ok(stirling::poisson_log_mass(count, mean).exp())
    }
}

/// The mean at which `count` or more has probability `tail`: the exact lower limit of a count.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `count` ≥ 0 and 0 < `tail` < 1; [`Refusal::NoConvergence`].
pub fn lower_limit(count: f64, tail: f64) -> Result<f64, Refusal> {
    not_negative(count)?;
    if count > 0.0 {
        gamma::lower_quantile(tail, count)
    } else {
        Ok(0.0)
    }
}

/// The mean at which `count` or fewer has probability `tail`: the exact upper limit of a count.
///
/// # Errors
/// As [`lower_limit`].
pub fn upper_limit(count: f64, tail: f64) -> Result<f64, Refusal> {
    not_negative(count)?;
    gamma::upper_quantile(tail, count + 1.0)
}

fn not_negative(value: f64) -> Result<(), Refusal> {
    if value >= 0.0 && value.is_finite() {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "A count and its mean",
            range: "zero or above",
        })
    }
}
