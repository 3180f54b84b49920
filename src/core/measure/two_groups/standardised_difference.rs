//! The gap between two groups measured in standard deviations of people.
//!
//! # Formula
//! d = (m₁ − m₂) / √((s₁² + s₂²)/2)
//!
//! # Symbols
//! - m₁, m₂: the mean of each group (for a share, the share p). s²: the variance among the people
//!   of each group (for a share, p(1−p)). n₁, n₂: people. z: 1.96 at 95 %.
//!
//! Interval: d ± z·√((n₁+n₂)/(n₁n₂) + d²/(2(n₁+n₂))).
//!
//! # Range and the value of no inequality
//! Any number, without a unit. 0 means no gap between the two groups.
//!
//! # How to read it
//! 0.1 means that the groups' averages are a tenth of a standard deviation apart, which is often
//! taken as negligible imbalance. Bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! The two sides are {number} standard deviations apart.
//!
//! # When it applies
//! Shares with counts, or waits and other numbers of each person.
//!
//! # Limits
//! Waits are skewed: a few very long ones widen the deviation and shrink the figure. The interval
//! is for large groups.
//!
//! # Sources
//! - Austin PC. Using the standardized difference to compare the prevalence of a binary variable
//!   between two groups in observational research. Communications in Statistics: Simulation and
//!   Computation 2009;38:1228–1234. doi:10.1080/03610910902859574
//! - Hedges LV, Olkin I. Statistical methods for meta-analysis. Academic Press, 1985, page 86.
//!   doi:10.1016/C2009-0-03396-0
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::standardised_difference, units::Level};
//! let a = Counts { events: 60.0, people: 100.0 };
//! let b = Counts { events: 40.0, people: 100.0 };
//! let d = standardised_difference::of_shares(a, b, Level::P95)?;
//! assert!((d.value() - 0.2 / 0.24_f64.sqrt()).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::pair;
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Group, Groups, Kind};
use crate::core::histogram::{Histogram, MICRO};
use crate::core::measure::standard_error::{self, wald};
use crate::core::measure::{Basis, Measure};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_two(run)
    .named("standardised-difference", "Standardised difference")
    .unit(Unit::Index)
    .basis(Basis::Exact)
    .text(method_text!("standardised_difference.rs"));

/// What the measure needs of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// The mean of the people's values.
    pub mean: f64,
    /// The variance of the people's values.
    pub variance: f64,
    /// The number of people.
    pub people: f64,
}

impl Moments {
    /// Those of a yes-or-no outcome.
    ///
    /// # Errors
    /// [`Refusal::Zero`] without people, [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
    pub fn of_share(counts: Counts) -> Result<Self, Refusal> {
        standard_error::check_share(counts)?;
        let mean = counts.events / counts.people;
        Ok(Self {
            mean,
            variance: mean * (1.0 - mean),
            people: counts.people,
        })
    }

    /// Those of a list of values; the variance is the sample's, over n − 1.
    ///
    /// # Errors
    /// [`Refusal::Missing`] with fewer than two values.
    pub fn of_values(values: &Histogram) -> Result<Self, Refusal> {
        let (Some(mean), true) = (values.mean(), values.count() > 1) else {
            return Err(Refusal::Missing {
                what: "two values or more in each group",
            });
        };
        let people = values.count() as f64;
        let squares: f64 = values
            .iter()
            .map(|(micro, times)| (micro as f64 / MICRO as f64 - mean).powi(2) * times as f64)
            .sum();
        Ok(Self {
            mean,
            variance: squares / (people - 1.0),
            people,
        })
    }
}

/// The difference of two means in standard deviations, first less second.
///
/// # Errors
/// [`Refusal::Zero`] when nobody differs from anybody in either group.
pub fn of(first: Moments, second: Moments, level: Level) -> Result<Estimate, Refusal> {
    let deviation = f64::midpoint(first.variance, second.variance).sqrt();
    if deviation <= 0.0 {
        return Err(Refusal::Zero {
            what: "the variation among people",
        });
    }
    let d = (first.mean - second.mean) / deviation;
    let (n, m) = (first.people, second.people);
    let error = ((n + m) / (n * m) + d * d / (2.0 * (n + m))).sqrt();
    wald(d, Ok(error), level, "Hedges and Olkin")
}

/// The difference of two shares in standard deviations, first less second.
///
/// # Errors
/// As [`Moments::of_share`] and [`of`].
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    of(Moments::of_share(first)?, Moments::of_share(second)?, level)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let pair = pair::of_groups(groups)?;
    let moments = |group: &Group| match (groups.kind, group.counts, &group.values) {
        (Kind::Share, Some(counts), _) => Moments::of_share(counts),
        (_, _, Some(values)) => Moments::of_values(values),
        _ => Err(Refusal::NeedsData {
            what: "counts of people, or the values of each person".to_owned(),
        }),
    };
    of(
        moments(pair.minuend())?,
        moments(pair.subtrahend())?,
        groups.level,
    )
}
