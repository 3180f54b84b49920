//! Figures of a plain sample of numbers.

use super::sum::exact;
use crate::core::refusal::Refusal;

/// The quantile at `share` of values in rising order, between neighbours by straight line (R's type 7).
///
/// # Formula
/// With h = (n−1)·share and k = ⌊h⌋: x₍ₖ₎ + (h−k)(x₍ₖ₊₁₎ − x₍ₖ₎), counted from 0.
///
/// # Errors
/// [`Refusal::Missing`] without values; [`Refusal::OutOfRange`] unless 0 ≤ `share` ≤ 1 and the values are
/// finite.
///
/// # Sources
/// Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American Statistician
/// 1996;50:361–5. doi:10.1080/00031305.1996.10473566
///
/// ```
/// use equal_measure::core::number::sample::quantile;
/// assert!((quantile(&[1.0, 2.0, 4.0], 0.75)? - 3.0).abs() < 1e-15);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
pub fn quantile(sorted: &[f64], share: f64) -> Result<f64, Refusal> {
    if !(0.0..=1.0).contains(&share) {
        return Err(Refusal::OutOfRange {
            what: "The share of a quantile",
            range: "between 0 and 1",
        });
    }
    let Some(last) = sorted.len().checked_sub(1) else {
        return Err(Refusal::Missing { what: "values" });
    };
    let place = last as f64 * share;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 ≤ place ≤ last"
    )]
    let low = place.floor() as usize;
    let high = (low + 1).min(last);
    finite(sorted[low] + (place - low as f64) * (sorted[high] - sorted[low]))
}

/// The mean of the values.
///
/// # Errors
/// [`Refusal::Missing`] without values; [`Refusal::OutOfRange`] unless they are finite.
pub fn mean(values: &[f64]) -> Result<f64, Refusal> {
    if values.is_empty() {
        return Err(Refusal::Missing { what: "values" });
    }
    finite(exact(values.iter().copied()) / values.len() as f64)
}

/// The variance of the values, dividing by their number less one.
///
/// # Errors
/// [`Refusal::Undefined`] with fewer than two values.
pub fn variance(values: &[f64]) -> Result<f64, Refusal> {
    if values.len() < 2 {
        return Err(Refusal::Undefined {
            why: "one value has no spread",
        });
    }
    let centre = mean(values)?;
    let squares = exact(values.iter().map(|value| (value - centre).powi(2)));
    finite(squares / (values.len() - 1) as f64)
}

/// Refuses what came from a value that is no number.
fn finite(value: f64) -> Result<f64, Refusal> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Refusal::OutOfRange {
            what: "Every value",
            range: "finite",
        })
    }
}
