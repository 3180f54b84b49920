//! How far the groups lie from the average, squared, so that far-off groups count most.
//!
//! # Formula
//! V = Σ pᵢ(yᵢ − μ)²
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: V ± z·e, with e² = 4Σpᵢ²sᵢ²(yᵢ−μ)² + 2[(Σpᵢ²sᵢ²)² − Σpᵢ⁴sᵢ⁴ + Σpᵢ²(1−pᵢ)²sᵢ⁴].
//!
//! # Range and the value of no inequality
//! 0 or more, in the square of the unit that values are shown in: percentage points squared for shares.
//! 0 means that all groups have the average.
//!
//! # How to read it
//! Compare it over time or between places; its unit is the square of the value's. The between-group
//! standard deviation says the same in the value's own unit.
//!
//! # In plain words
//! Its square root, about {root}, is how far a typical person's group lies from the average.
//!
//! # When it applies
//! Three groups or more with known sizes, ordered or not.
//!
//! # Limits
//! It does not say which group is worse off, and treats being above and below the average alike.
//! Chance alone makes it greater than 0, the more so with many small groups.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
//!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
//!   doi:10.1200/CCI.18.00031
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::between_group_variance, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((between_group_variance::of(&three, Level::P95)?.value() - 50.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(run)
    .named("between-group-variance", "Between-group variance")
    .unit(Unit::Index)
    .text(method_text!("between_group_variance.rs"));

/// The variance of the groups' values about the average of all people.
pub fn value(sample: &Sample) -> f64 {
    let mean = sample.mean();
    let squares: Vec<f64> = sample.values().iter().map(|y| (y - mean).powi(2)).collect();
    sample.weighted(&squares)
}

/// Its standard error, to second order.
///
/// # Errors
/// [`Refusal::NoStandardError`].
pub fn standard_error(sample: &Sample) -> Result<f64, Refusal> {
    let mean = sample.mean();
    let (mut first, mut squares, mut fourths, mut rest) = (0.0, 0.0, 0.0, 0.0);
    for ((p, y), s) in sample
        .shares()
        .iter()
        .zip(sample.values())
        .zip(sample.errors()?)
    {
        let square = (p * s).powi(2);
        first += square * (y - mean).powi(2);
        squares += square;
        fourths += square * square;
        rest += square * (1.0 - p).powi(2) * s * s;
    }
    Ok((4.0 * first + 2.0 * (squares * squares - fourths + rest)).sqrt())
}

/// The variance with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    wald(value(sample), standard_error(sample), level, "delta method")
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let variance = apart(groups, of)?;
    let factor = groups.unit.factor();
    variance.map(|stored| stored * factor * factor)
}

pub mod deviation {
    //! How far the groups typically lie from the average, in the unit of the value.
    //!
    //! # Formula
    //! σ = √V, with V the between-group variance
    //!
    //! # Symbols
    //! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
    //!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
    //!
    //! Interval: σ ± z·e/(2σ), with e the standard error of V.
    //!
    //! # Range and the value of no inequality
    //! 0 or more, in the unit of a difference of values. 0 means that all groups have the average.
    //!
    //! # How to read it
    //! 5 percentage points means that a typical person is in a group whose value lies about 5 points
    //! from the average.
    //!
    //! # In plain words
    //! A typical person is in a group whose figure lies about {size} from the average.
    //!
    //! # When it applies
    //! Three groups or more with known sizes, ordered or not.
    //!
    //! # Limits
    //! It does not say which group is worse off, and treats being above and below the average alike.
    //! Chance alone makes it greater than 0, the more so with many small groups. The interval is
    //! refused when the groups are equal.
    //!
    //! # Sources
    //! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
    //!   doi:10.3390/ijerph19063697
    //! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
    //!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
    //!   doi:10.1200/CCI.18.00031
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::{measure::{all_groups::between_group_variance, sample::Sample}, units::Level};
    //! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
    //! assert!((between_group_variance::deviation::of(&three, Level::P95)?.value() - 50.0_f64.sqrt()).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{Estimate, Level, Measure, Refusal, Sample, apart, method_text, wald};

    pub(in crate::core::measure) const MEASURE: Measure =
        Measure::of_all(|groups| apart(groups, of))
            .named(
                "between-group-deviation",
                "Between-group standard deviation",
            )
            .recommended("how far groups lie from the average")
            .text(method_text!(
                "between_group_variance.rs",
                "pub mod deviation {"
            ));

    /// The standard deviation of the groups' values about the average of all people.
    pub fn value(sample: &Sample) -> f64 {
        super::value(sample).sqrt()
    }

    /// The standard deviation with its interval.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] below three groups.
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        sample.at_least(3)?;
        let value = value(sample);
        let error = super::standard_error(sample).and_then(|error| {
            if value > 0.0 {
                Ok(error / (2.0 * value))
            } else {
                Err(Refusal::AllEqual)
            }
        });
        wald(value, error, level, "delta method")
    }
}

pub mod relative {
    //! How far the groups typically lie from the average, as a percentage of the average.
    //!
    //! # Formula
    //! C = σ / μ, with σ the between-group standard deviation
    //!
    //! # Symbols
    //! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
    //!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
    //!
    //! Interval: C ± z·√Σ(gᵢsᵢ)², with gᵢ = pᵢ[(yᵢ − μ)/(σμ) − σ/μ²].
    //!
    //! # Range and the value of no inequality
    //! 0 or more, as a percentage. 0 means that all groups have the average.
    //!
    //! # How to read it
    //! 20 % means that a typical person is in a group whose value lies a fifth of the average away from
    //! it.
    //!
    //! # In plain words
    //! A typical person is in a group whose figure lies {size} of the average away from it.
    //!
    //! # When it applies
    //! Three groups or more with known sizes and an average above 0.
    //!
    //! # Limits
    //! It does not say which group is worse off, and treats being above and below the average alike.
    //! Chance alone makes it greater than 0, the more so with many small groups. The interval is
    //! refused when the groups are equal.
    //!
    //! # Sources
    //! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
    //!   doi:10.3390/ijerph19063697
    //! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
    //!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
    //!   doi:10.1200/CCI.18.00031
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::{measure::{all_groups::between_group_variance, sample::Sample}, units::Level};
    //! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
    //! assert!((between_group_variance::relative::of(&three, Level::P95)?.value() - 50.0_f64.sqrt() / 20.0).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Estimate, Level, Measure, Refusal, Sample, Unit, apart, deviation, method_text, wald,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        Measure::of_all(|groups| apart(groups, of))
            .named("coefficient-of-variation", "Coefficient of variation")
            .relative(Unit::Percent)
            .text(method_text!(
                "between_group_variance.rs",
                "pub mod relative {"
            ));

    /// The between-group standard deviation over the average, as a proportion.
    ///
    /// # Errors
    /// [`Refusal::Zero`] when the average is 0; [`Refusal::OutOfRange`] when it is below.
    pub fn value(sample: &Sample) -> Result<f64, Refusal> {
        Ok(deviation::value(sample) / sample.positive_mean()?)
    }

    /// The coefficient with its interval.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] below three groups; else as [`value`].
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        sample.at_least(3)?;
        let value = value(sample)?;
        let mean = sample.positive_mean()?;
        let distance = deviation::value(sample);
        let error = if distance > 0.0 {
            sample.spread(
                &sample
                    .each(|p, y| p * ((y - mean) / (distance * mean) - distance / (mean * mean))),
            )
        } else {
            Err(Refusal::AllEqual)
        };
        wald(value, error, level, "delta method")
    }
}
