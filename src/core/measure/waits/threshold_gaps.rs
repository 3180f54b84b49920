//! The gap between two groups in the share who have waited longer than each possible wait.
//!
//! # Formula
//! g(t) = S₁(t) − S₂(t), with S(t) the share of a group who waited longer than t
//!
//! # Symbols
//! - t: every value that occurs in either group. The largest |g(t)| is Kolmogorov and Smirnov's
//!   distance.
//!
//! # Range and the value of no inequality
//! −1 to 1 (percentage points) at each t. 0 at every t means that the two groups' waits are spread
//! alike.
//!
//! # How to read it
//! Drawn as a curve it shows where on the list the gap lies: among short waits, long ones or
//! everywhere. A target such as 18 or 52 weeks is one point of it.
//!
//! # When it applies
//! Waits or other numbers of each person in two groups.
//!
//! # Limits
//! The largest gap was searched for; do not test it as if its threshold had been chosen beforehand.
//!
//! # Sources
//! - Massey FJ. The Kolmogorov–Smirnov test for goodness of fit. Journal of the American
//!   Statistical Association 1951;46:68–78. doi:10.1080/01621459.1951.10500769
//!
//! # In plain words
//! At each wait the lines show who has waited longer than that; a gap can be small at one wait and large at
//! another.
//!
//! # Example
//! ```
//! use equal_measure::core::{histogram::Histogram, measure::waits::threshold_gaps};
//! let (mut one, mut other) = (Histogram::default(), Histogram::default());
//! one.add_whole(10, 1);
//! one.add_whole(30, 1);
//! other.add_whole(10, 2);
//! let gaps = threshold_gaps::of(&one, &other)?;
//! assert!((gaps[0].threshold - 10.0).abs() < 1e-12 && (gaps[0].gap - 0.5).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::histogram::{Histogram, MICRO};
use crate::core::refusal::Refusal;

/// The gap at one threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThresholdGap {
    /// The threshold, in the unit of the values.
    pub threshold: f64,
    /// The share of the first above it less the share of the second, −1 to 1.
    pub gap: f64,
}

/// The gap at every value that occurs, in rising order. The last is 0.
///
/// # Errors
/// [`Refusal::Missing`] when a list is empty.
pub fn of(first: &Histogram, second: &Histogram) -> Result<Vec<ThresholdGap>, Refusal> {
    let (n, m) = (first.count(), second.count());
    if n == 0 || m == 0 {
        return Err(Refusal::Missing {
            what: "values in each group",
        });
    }
    let mut both = first.clone();
    both.merge(second);
    let (mut ones, mut others) = (first.iter().peekable(), second.iter().peekable());
    let (mut above, mut others_above) = (n, m);
    let gaps = both.iter().map(|(value, _)| {
        if let Some((_, times)) = ones.next_if(|&(one, _)| one == value) {
            above -= times;
        }
        if let Some((_, times)) = others.next_if(|&(other, _)| other == value) {
            others_above -= times;
        }
        ThresholdGap {
            threshold: value as f64 / MICRO as f64,
            gap: above as f64 / n as f64 - others_above as f64 / m as f64,
        }
    });
    Ok(gaps.collect())
}
