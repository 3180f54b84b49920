//! # Overdispersion of a funnel
//!
//! How much more organisations differ than chance makes them.
//!
//! # Formula
//! φ = Σ z²/k with z = (value − average) / standard error; widened limits: average ∓ z √(φ · variance)
//!
//! # Symbols
//! k organisations; z their distances from the average in standard errors, the outer ones pulled in
//! (winsorised) where asked for, so that a few real outliers do not widen the funnel about themselves.
//!
//! # Range and the value of no inequality
//! 0 or more. 1 means that organisations differ as much as chance alone would make them.
//!
//! # How to read it
//! φ = 1 is chance alone; 4 means limits twice as wide. Widening is a choice to be stated, off unless asked for.
//!
//! # When it applies
//! Ten organisations or more, each with its value and standard error.
//!
//! # Limits
//! It cannot tell organisations that differ for good reasons from those that do badly: limits wide enough
//! hide both. The share pulled in at each end is a choice, and is printed.
//!
//! # Sources
//! Spiegelhalter DJ. Stat Med 2005;24:1185–202. doi:10.1002/sim.1970
//!
//! # Example
//! ```
//! use equal_measure::core::standard::funnel::overdispersion::{dispersion, widened};
//! use equal_measure::core::units::Level;
//! let phi = dispersion(&[2.0, -2.0, 2.0, -2.0], 0.0)?.phi;
//! let limits = widened(0.2, 0.0004, phi, Level::P95)?;
//! assert!((limits.upper() - 0.2 - 1.959_963_984_540_054 * 0.04).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Interval;
use crate::core::number::{chi_square, normal, sample, sum};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The excess of scatter over chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// φ: the mean squared distance. It is below 1 where organisations differ less than chance makes them.
    pub phi: f64,
    /// How probable so much scatter is by chance alone.
    pub p: f64,
}

/// φ of the distances from the average in standard errors; `winsorised` is the share pulled in at each end
/// (0.1 is usual), 0 for none.
///
/// ```
/// use equal_measure::core::standard::funnel::overdispersion::dispersion;
/// assert!((dispersion(&[2.0, -2.0, 2.0, -2.0], 0.0)?.phi - 4.0).abs() < 1e-15);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::TooFewGroups`] for fewer than two; [`Refusal::OutOfRange`] unless 0 ≤ `winsorised` < ½ and every
/// distance is finite.
pub fn dispersion(distances: &[f64], winsorised: f64) -> Result<Dispersion, Refusal> {
    if distances.len() < 2 {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: distances.len(),
        });
    }
    if !(0.0..0.5).contains(&winsorised) || distances.iter().any(|z| !z.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The share pulled in at each end and every distance",
            range: "finite, the share from 0 to below a half",
        });
    }
    let mut sorted = distances.to_vec();
    sorted.sort_by(f64::total_cmp);
    let low = sample::quantile(&sorted, winsorised)?;
    let high = sample::quantile(&sorted, 1.0 - winsorised)?;
    let squares = sum::exact(sorted.iter().map(|z| z.clamp(low, high).powi(2)));
    let many = distances.len() as f64;
    Ok(Dispersion {
        phi: squares / many,
        p: chi_square::upper_tail(squares, many)?,
    })
}

/// Limits about `average` for a value of this variance, widened by √φ. φ below 1 never narrows them.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a variance or φ below zero.
pub fn widened(average: f64, variance: f64, phi: f64, level: Level) -> Result<Interval, Refusal> {
    if !(variance >= 0.0 && phi >= 0.0) {
        return Err(Refusal::OutOfRange {
            what: "The variance and the excess of scatter",
            range: "zero or above",
        });
    }
    let half = normal::z(level) * (phi.max(1.0) * variance).sqrt();
    Interval::new(average - half, average + half, level)
}
