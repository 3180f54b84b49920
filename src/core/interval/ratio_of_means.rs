//! # Ratio of two means
//!
//! How many times as long one group waits on average as another.
//!
//! # Formula
//! r = m₁/m₂; limits = r exp(∓ z √(s₁²/(n₁ m₁²) + s₂²/(n₂ m₂²)))
//!
//! # Symbols
//! m, s, n mean, standard deviation and number of each group's values; z the normal quantile of the level.
//!
//! # Range and the value of no inequality
//! Above zero, without a unit. 1 means that both groups wait equally long on average.
//!
//! # How to read it
//! 1 means equal; 1.2 a fifth longer.
//!
//! # When it applies
//! Waits or other numbers of each person in two groups.
//!
//! # Limits
//! Both means must be above zero. The limits are approximate, and rough for fewer than some 30 values in a
//! group.
//!
//! # Sources
//! Friedrich JO, Adhikari NKJ, Beyene J. BMC Med Res Methodol 2008;8:32. doi:10.1186/1471-2288-8-32
//!
//! # Example
//! ```
//! use equal_measure::core::interval::ratio_of_means::{Mean, ratio_of_means};
//! use equal_measure::core::units::Level;
//! let group = |mean| Mean { mean, deviation: 6.0, many: 100.0 };
//! let ratio = ratio_of_means(group(18.0), group(12.0), Level::P95)?;
//! let limits = ratio.interval().clone()?;
//! assert!((ratio.value() - 1.5).abs() < 1e-15);
//! assert!((limits.lower() - 1.333).abs() < 1e-3 && (limits.upper() - 1.688).abs() < 1e-3);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::{Estimate, Interval};
use crate::core::histogram::{Histogram, MICRO};
use crate::core::number::{normal, sum};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The mean of one group's values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation.
    pub deviation: f64,
    /// How many there are.
    pub many: f64,
}

impl Mean {
    /// The mean and spread of the values counted in `values`.
    ///
    /// # Errors
    /// [`Refusal::Missing`] for fewer than two values.
    pub fn of_histogram(values: &Histogram) -> Result<Self, Refusal> {
        let many = values.count() as f64;
        let Some(mean) = values.mean().filter(|_| many > 1.0) else {
            return Err(Refusal::Missing {
                what: "second value of a group, so that it has a spread",
            });
        };
        let squares = sum::exact(
            values
                .iter()
                .map(|(micro, times)| times as f64 * (micro as f64 / MICRO as f64 - mean).powi(2)),
        );
        Ok(Self {
            mean,
            deviation: (squares / (many - 1.0)).sqrt(),
            many,
        })
    }
}

/// The mean of `first` over that of `second`.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless both means and numbers are above zero and both deviations not below.
pub fn ratio_of_means(first: Mean, second: Mean, level: Level) -> Result<Estimate, Refusal> {
    let mut variance = 0.0;
    for group in [first, second] {
        let above = group.mean > 0.0 && group.many > 0.0 && group.deviation >= 0.0;
        if !(above && group.mean.is_finite() && group.deviation.is_finite()) {
            return Err(Refusal::OutOfRange {
                what: "Each mean of a ratio and the number of values behind it",
                range: "above zero",
            });
        }
        variance += (group.deviation / group.mean).powi(2) / group.many;
    }
    let ratio = first.mean / second.mean;
    let half = normal::z(level) * variance.sqrt();
    let limits = Interval::new(ratio * (-half).exp(), ratio * half.exp(), level);
    Estimate::new(ratio, limits, "ratio of means, log scale")
}
