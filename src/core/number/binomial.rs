//! The binomial distribution of events among people.
//!
//! # Formula
//! P(X ≥ k) = `I_p(k, n−k+1)`, the incomplete beta function.
//!
//! # Limits
//! Errors as [`beta`].

use super::beta;
use crate::core::refusal::Refusal;

/// The probability of `events` or fewer among `people`, each with probability `share`.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 ≤ `events` ≤ `people` and 0 ≤ `share` ≤ 1.
pub fn at_most(events: f64, people: f64, share: f64) -> Result<f64, Refusal> {
    check(events, people, share)?;
    if events >= people {
        return Ok(1.0);
    }
    beta::upper(events + 1.0, people - events, share)
}

/// The share at which `events` or more has probability `tail`: the exact lower limit of a share.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 ≤ `events` ≤ `people`, `people` > 0 and 0 < `tail` < 1.
pub fn lower_limit(events: f64, people: f64, tail: f64) -> Result<f64, Refusal> {
    check(events, people, 0.5)?;
    if events <= 0.0 {
        return Ok(0.0);
    }
    beta::lower_quantile(tail, events, people - events + 1.0)
}

/// The share at which `events` or fewer has probability `tail`: the exact upper limit of a share.
///
/// # Errors
/// As [`lower_limit`].
pub fn upper_limit(events: f64, people: f64, tail: f64) -> Result<f64, Refusal> {
    check(events, people, 0.5)?;
    if events >= people {
        return Ok(1.0);
    }
    beta::upper_quantile(tail, events + 1.0, people - events)
}

fn check(events: f64, people: f64, share: f64) -> Result<(), Refusal> {
    if !(people > 0.0 && people.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The number of people",
            range: "above zero",
        });
    }
    if !(0.0..=people).contains(&events) {
        return Err(Refusal::OutOfRange {
            what: "The number of events",
            range: "between 0 and the number of people",
        });
    }
    if !(0.0..=1.0).contains(&share) {
        return Err(Refusal::OutOfRange {
            what: "The share",
            range: "between 0 and 1",
        });
    }
    Ok(())
}
