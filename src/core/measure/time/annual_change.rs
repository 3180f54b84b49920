//! By how much a value or a gap has moved each year, on average over a series.
//!
//! # Formula
//! b = Σ wᵢ(tᵢ − t̄)(yᵢ − ȳ) / Σ wᵢ(tᵢ − t̄)²
//!
//! # Symbols
//! - tᵢ: time in years; yᵢ: the value then. wᵢ = 1/sᵢ² where standard errors sᵢ are known, else 1.
//!   t̄, ȳ: averages with these weights.
//!
//! Interval: with standard errors b ± z/√Σwᵢ(tᵢ − t̄)²; else b ± t·√(RSS/((n−2)·Σ(tᵢ − t̄)²)) with
//! Student's t and n − 2 degrees of freedom.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of the value a year. 0 means no steady change.
//!
//! # How to read it
//! −0.4 points a year: at this pace a gap of 2 points closes in 5 years. A pace seen is not a
//! forecast.
//!
//! # When it applies
//! Three periods or more; periods may be missing and unevenly spaced.
//!
//! # Limits
//! It draws a straight line through what may have turned. Neighbouring periods resemble each other,
//! which makes the interval too narrow.
//!
//! # Sources
//! - Draper NR, Smith H. Applied regression analysis. 3rd edition. Wiley, 1998, chapter 1.
//!   doi:10.1002/9781118625590
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::time::annual_change, units::Level};
//! let series = [(2020.0, 5.0), (2021.0, 4.0), (2023.0, 2.0)];
//! let change = annual_change::of(&series, Some(&[0.5, 0.5, 0.5]), Level::P95)?;
//! assert!((change.value() + 1.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::{Estimate, Interval};
use crate::core::measure::standard_error::wald;
use crate::core::number::student;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The change a year of a series of times (in years) and values, with their standard errors where known.
///
/// # Errors
/// [`Refusal::NeedsData`] with fewer than three periods; [`Refusal::Mismatch`] when errors and periods
/// differ in number; [`Refusal::Missing`] for a number that is not finite; [`Refusal::Zero`] for an
/// error of 0 or a single point in time.
pub fn of(
    series: &[(f64, f64)],
    errors: Option<&[f64]>,
    level: Level,
) -> Result<Estimate, Refusal> {
    if series.len() < 3 {
        return Err(Refusal::NeedsData {
            what: "three periods or more".to_owned(),
        });
    }
    if series.iter().any(|(t, y)| !t.is_finite() || !y.is_finite()) {
        return Err(Refusal::Missing {
            what: "value for every period",
        });
    }
    let weights = match errors {
        None => vec![1.0; series.len()],
        Some(errors) if errors.len() != series.len() => {
            return Err(Refusal::Mismatch {
                what: "every period needs a standard error",
            });
        }
        Some(errors) if errors.iter().any(|&s| s.is_nan() || s <= 0.0) => {
            return Err(Refusal::Zero {
                what: "a standard error",
            });
        }
        Some(errors) => errors.iter().map(|s| s.powi(-2)).collect(),
    };
    let total: f64 = weights.iter().sum();
    let mean = |of: fn(&(f64, f64)) -> f64| -> f64 {
        weights
            .iter()
            .zip(series)
            .map(|(w, point)| w * of(point))
            .sum::<f64>()
            / total
    };
    let (middle, average) = (mean(|point| point.0), mean(|point| point.1));
    let (mut along, mut spread) = (0.0, 0.0);
    for (w, (t, y)) in weights.iter().zip(series) {
        along += w * (t - middle) * (y - average);
        spread += w * (t - middle).powi(2);
    }
    if spread <= 0.0 {
        return Err(Refusal::Zero {
            what: "the time between the periods",
        });
    }
    let slope = along / spread;
    if errors.is_some() {
        return wald(
            slope,
            Ok(spread.sqrt().recip()),
            level,
            "weighted least squares",
        );
    }
    let scatter: f64 = series
        .iter()
        .map(|(t, y)| (y - average - slope * (t - middle)).powi(2))
        .sum();
    let freedom = series.len() as f64 - 2.0;
    let half =
        student::quantile(level.upper_tail(), freedom)? * (scatter / freedom / spread).sqrt();
    let interval = Interval::new(slope - half, slope + half, level);
    Estimate::new(slope, interval, "least squares, Student")
}
