//! Student's t distribution.
//!
//! # Formula
//! P(T < −t) = ½ `I_x(ν/2, ½)` with x = ν/(ν+t²), ν the degrees of freedom.
//!
//! # Limits
//! Errors as [`beta`].

use super::beta;
use crate::core::refusal::Refusal;

/// The probability below `t` with `freedom` degrees of freedom.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `freedom` > 0 and `t` is finite.
pub fn cdf(t: f64, freedom: f64) -> Result<f64, Refusal> {
    check(freedom)?;
    if !t.is_finite() {
        return Err(Refusal::OutOfRange {
            what: "The value of a t distribution",
            range: "finite",
        });
    }
    let square = t * t;
    let (x, y) = (freedom / (freedom + square), square / (freedom + square));
    let half = 0.5 * beta::tails(freedom / 2.0, 0.5, x, y)?.0;
    Ok(if t > 0.0 { 1.0 - half } else { half })
}

/// The value with probability `p` below it.
///
/// ```
/// use equal_measure::core::number::student;
/// assert!((student::quantile(0.975, 10.0)? - 2.228_138_851_986_273).abs() < 1e-13);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `freedom` > 0 and 0 < `p` < 1; [`Refusal::NoConvergence`].
pub fn quantile(p: f64, freedom: f64) -> Result<f64, Refusal> {
    check(freedom)?;
    if !(p > 0.0 && p < 1.0) {
        return Err(Refusal::OutOfRange {
            what: "The probability",
            range: "between 0 and 1",
        });
    }
    let tail = p.min(1.0 - p);
    if tail >= 0.5 {
        return Ok(0.0);
    }
    // t²/ν is the odds (1−x)/x, taken straight from the log odds so that no digit is lost.
    let odds = (-beta::log_odds_quantile(2.0 * tail, freedom / 2.0, 0.5)?).exp();
    Ok((freedom * odds).sqrt().copysign(p - 0.5))
}

fn check(freedom: f64) -> Result<(), Refusal> {
    if freedom > 0.0 && freedom.is_finite() {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The degrees of freedom",
            range: "above zero",
        })
    }
}
