//! The binomial distribution of events among people.
//!
//! # Formula
//! P(X ≥ k) = `I_p(k, n−k+1)`, the incomplete beta function.
//!
//! # Limits
//! Errors as [`beta`].

use super::{beta, stirling};
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

/// The probability of `events` or more.
///
/// # Errors
/// As [`at_most`].
pub fn at_least(events: f64, people: f64, share: f64) -> Result<f64, Refusal> {
    check(events, people, share)?;
    if events <= 0.0 {
        return Ok(1.0);
    }
    beta::lower(events, people - events + 1.0, share)
}

/// The probability of exactly `events`.
///
/// ```
/// use equal_measure::core::number::binomial;
/// assert!((binomial::exactly(2.0, 4.0, 0.5)? - 0.375).abs() < 1e-15);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// As [`at_most`].
pub fn exactly(events: f64, people: f64, share: f64) -> Result<f64, Refusal> {
    check(events, people, share)?;
    let rest = people - events;
    if events <= 0.0 {
        Ok((people * (-share).ln_1p()).exp())
    } else if rest <= 0.0 {
        Ok(share.powf(people))
    } else if share <= 0.0 || share >= 1.0 {
        Ok(0.0)
    } else {
        Ok(stirling::binomial_log_mass(events, rest, share, 1.0 - share).exp())
    }
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
