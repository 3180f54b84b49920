//! The Poisson distribution of a count.
//!
//! # Formula
//! P(X ≤ k) = Q(k+1, mean) and P(X ≥ k) = P(k, mean), the incomplete gamma functions, solved for the mean.
//!
//! # Limits
//! Errors as [`gamma`]. Counts need not be whole: the functions run on smoothly.

use super::gamma;
use crate::core::refusal::Refusal;

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
