//! How much of the outcome the groups with the least of it have together.
//!
//! # Formula
//! point k = (Σ pᵢ, Σ pᵢyᵢ/μ) over the k groups with the lowest values
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. μ: the average of all people.
//!
//! # Range and the value of no inequality
//! From (0, 0) to (1, 1). Equality is the straight line between them.
//!
//! # How to read it
//! A point (0.4, 0.3) means that the 40 % of people in the lowest groups have 30 % of the outcome.
//!
//! # When it applies
//! Two groups or more with known sizes, values not below 0 and an average above 0.
//!
//! # Limits
//! Within a group everybody is taken to be alike.
//!
//! # Sources
//! - Lorenz MO. Methods of measuring the concentration of wealth. Publications of the American
//!   Statistical Association 1905;9:209–219. doi:10.2307/2276207
//!
//! # In plain words
//! On the diagonal every group has its share of the outcome; the further the curve hangs below it, the more
//! uneven the groups.
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{all_groups::lorenz_curve, sample::Sample};
//! let two = Sample::new(vec![30.0, 10.0], vec![1.0, 1.0], None)?;
//! assert_eq!(lorenz_curve::points(&two)?, [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

/// The points of the curve: the share of people and the share of the outcome, both from 0 to 1.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value below 0 or an average that is not above 0.
pub fn points(sample: &Sample) -> Result<Vec<(f64, f64)>, Refusal> {
    sample.not_negative()?;
    let values = sample.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    cumulated(sample, &order)
}

/// The cumulated shares of people and of the outcome, the groups taken in this order.
///
/// # Errors
/// [`Refusal::OutOfRange`] when the average is not above 0.
pub(in crate::core::measure) fn cumulated(
    sample: &Sample,
    order: &[usize],
) -> Result<Vec<(f64, f64)>, Refusal> {
    let mean = sample.positive_mean()?;
    let (mut people, mut outcome) = (0.0, 0.0);
    let mut points = vec![(0.0, 0.0)];
    for &place in order {
        people += sample.shares()[place];
        outcome += sample.shares()[place] * sample.values()[place] / mean;
        points.push((people, outcome));
    }
    // The sums end at 1 but for rounding; a curve that stops short of its corner looks wrong.
    if let Some(last) = points.last_mut() {
        *last = (1.0, 1.0);
    }
    Ok(points)
}
