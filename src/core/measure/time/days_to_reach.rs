//! How many days later one group reached a share (50, 75 or 90 %) than another.
//!
//! # Formula
//! lag = t₁ − t₂, with t the first day on which y ≥ x
//!
//! # Symbols
//! - t₁, t₂: that day for each group. y₁, y₂: the share of each group reached by each day.
//!   x: the share to reach.
//!
//! # Range and the value of no inequality
//! Any whole number of days. 0 means that both reached it on the same day.
//!
//! # How to read it
//! 20 means that the first group reached the share 20 days after the second.
//!
//! # When it applies
//! A series of days (or other numbered periods) and shares for each group; days may be missing.
//!
//! # Limits
//! Where days are missing, the first day seen at or above the share counts. A share that was not
//! reached gives no lag. No interval: the shares are taken as they are.
//!
//! # Sources
//! - Curtis HJ and others. Trends and clinical characteristics of COVID-19 vaccine recipients: a
//!   federated analysis of 57.9 million patients' primary care records. British Journal of General
//!   Practice 2022;72:e51–e62. doi:10.3399/BJGP.2021.0376
//!
//! # In plain words
//! Days above 0 mean that the disadvantaged side reached the share later than the other.
//!
//! # Example
//! ```
//! use equal_measure::core::measure::time::days_to_reach;
//! let slow = [(1, 0.5), (2, 0.8), (9, 0.9)];
//! let fast = [(1, 0.7), (2, 0.95)];
//! assert_eq!(days_to_reach::lag(&slow, &fast, 0.9)?, 7);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::refusal::Refusal;

/// The first day, of days in rising order, on which the share was reached, or `None`.
pub fn first_day(series: &[(i64, f64)], share: f64) -> Option<i64> {
    series
        .iter()
        .find(|&&(_, reached)| reached >= share)
        .map(|&(day, _)| day)
}

/// The days by which the first group reached the share later than the second.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a share outside 0 to 1; [`Refusal::Mismatch`] when days do not rise;
/// [`Refusal::Undefined`] when a group did not reach the share.
pub fn lag(first: &[(i64, f64)], second: &[(i64, f64)], share: f64) -> Result<i64, Refusal> {
    if !(0.0..=1.0).contains(&share) {
        return Err(Refusal::OutOfRange {
            what: "The share to reach",
            range: "between 0 and 1",
        });
    }
    let rising = |series: &[(i64, f64)]| series.windows(2).all(|days| days[0].0 < days[1].0);
    if !rising(first) || !rising(second) {
        return Err(Refusal::Mismatch {
            what: "the days are not in order",
        });
    }
    match (first_day(first, share), first_day(second, share)) {
        (Some(first), Some(second)) => Ok(first - second),
        _ => Err(Refusal::Undefined {
            why: "a group did not reach the share in the days given",
        }),
    }
}
