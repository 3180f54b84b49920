//! The sizes at which the limits of a funnel are drawn: a hundred, dense where the limits bend.

use crate::core::refusal::Refusal;

/// How many sizes there are.
pub const SIZES: u16 = 100;

/// The first and last size to draw for organisations of these sizes.
///
/// It begins at 0 where the largest is more than twice the smallest, else a little below the smallest, and
/// ends a little above the largest, both at round numbers.
///
/// # Errors
/// [`Refusal::Missing`] without sizes; [`Refusal::OutOfRange`] unless all are above zero.
pub fn range(sizes: &[f64]) -> Result<(f64, f64), Refusal> {
    if sizes.is_empty() {
        return Err(Refusal::Missing {
            what: "size of an organisation",
        });
    }
    if sizes.iter().any(|size| !(*size > 0.0 && size.is_finite())) {
        return Err(Refusal::OutOfRange {
            what: "Every size of an organisation",
            range: "above zero",
        });
    }
    let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
    let most = sizes.iter().copied().fold(0.0, f64::max);
    let start = if most > 2.0 * least {
        0.0
    } else {
        let near = 0.95 * least;
        let unit = 10f64.powi(digits(near.floor()) - 1);
        (near / unit).floor() * unit
    };
    let near = 1.05 * most;
    let unit = 10f64.powi(digits(near.ceil()) - 2);
    Ok((start, (near / unit).ceil() * unit))
}

/// A hundred whole sizes from `start` (at least 1) to about `end`, each a constant factor above the last
/// and at least one more.
///
/// `lag` is 0 for shares and rates, 1 for ratios: how many steps the factor looks further ahead.
///
/// ```
/// use equal_measure::core::standard::funnel::axis::sizes;
/// let sizes = sizes(0.0, 1000.0, 0);
/// assert_eq!(sizes.len(), 100);
/// assert!((sizes[0] - 1.0).abs() < 1e-12 && (sizes[99] - 1000.0).abs() < 1e-12);
/// ```
pub fn sizes(start: f64, end: f64, lag: u16) -> Vec<f64> {
    let mut size = start.max(1.0);
    let mut all = vec![size];
    for place in 2..=SIZES {
        let left = f64::from(SIZES + 1 - (place - lag));
        let grown = (end / size).powf(left.recip()) * size;
        size = grown.round_ties_even().max(size + 1.0);
        all.push(size);
    }
    all
}

/// How many digits a whole number has.
fn digits(whole: f64) -> i32 {
    let mut count = 1;
    let mut rest = whole.abs();
    while rest >= 10.0 {
        rest /= 10.0;
        count += 1;
    }
    count
}
