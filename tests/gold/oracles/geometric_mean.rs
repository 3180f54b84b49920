//! # Geometric mean of waits
//!
//! The typical wait where a few are very long: the mean taken on a ruler of ratios.
//!
//! # Formula
//! g = exp(m), limits = exp(m ∓ t s/√n), with m and s the mean and standard deviation of ln x
//!
//! # Symbols
//! x waits above zero; n their number; t Student's quantile with n−1 degrees of freedom.
//!
//! # Range and the value of no inequality
//! Above zero, in the unit of the values. A mean of one group has no value of no inequality.
//!
//! # How to read it
//! In the unit of the values, never above the ordinary mean. For evenly skewed waits it lies near the
//! median.
//!
//! # When it applies
//! Waits or other numbers of each person, all above zero and skewed to the right.
//!
//! # Limits
//! A wait of zero has no logarithm, and the figure is refused; it is not moved by adding a constant, which
//! would change the answer.
//!
//! # Sources
//! Bland JM, Altman DG. Transformations, means, and confidence intervals. BMJ 1996;312:1079.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::histogram::{Histogram, MICRO};
use equal_measure::core::interval::mean::of_moments;
use equal_measure::core::number::sum;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

/// The geometric mean of the values counted in `values`.
///
/// # Errors
/// [`Refusal::Missing`] without values; [`Refusal::OutOfRange`] for a value that is not above zero.
pub fn of_histogram(values: &Histogram, level: Level) -> Result<Estimate, Refusal> {
    let many = values.count() as f64;
    if many <= 0.0 {
        return Err(Refusal::Missing { what: "values" });
    }
    if values.iter().any(|(micro, _)| micro <= 0) {
        return Err(Refusal::OutOfRange {
            what: "Every value of a geometric mean",
            range: "above zero",
        });
    }
    let logs: Vec<(f64, f64)> = values
        .iter()
        .map(|(micro, times)| ((micro as f64 / MICRO as f64).ln(), times as f64))
        .collect();
    let mean = sum::exact(logs.iter().map(|(log, times)| log * times)) / many;
    let squares = sum::exact(logs.iter().map(|(log, times)| times * (log - mean).powi(2)));
    let spread = if many > 1.0 {
        Ok((squares / (many - 1.0)).sqrt())
    } else {
        Err(Refusal::Undefined {
            why: "one value has no spread",
        })
    };
    let logs = of_moments(many, mean, spread, level)?.map(f64::exp)?;
    Estimate::new(
        logs.value(),
        logs.interval().clone(),
        "Student's t on logarithms",
    )
}
