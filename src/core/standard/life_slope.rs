//! # Slope of life expectancy over groups in order
//!
//! How many years longer the least disadvantaged can expect to live, or to live in good health, than the most
//! disadvantaged, taking in every group between.
//!
//! # Formula
//! The [slope index](crate::core::measure::ordered::slope_index) of the groups' expectancies.
//!
//! # Symbols
//! Each group's expectancy in years from its [life table](super::life_table) or its
//! [healthy life expectancy](super::healthy_life), with the standard error behind its interval; its weight is
//! its people.
//!
//! # Range and the value of no inequality
//! Any number of years. 0 means that expectancy does not go with the order.
//!
//! # How to read it
//! 9.1 means that along the line through all groups the least disadvantaged person lives 9.1 years longer than
//! the most disadvantaged. The difference between the two end groups is smaller, since each of them is an
//! average of its own people.
//!
//! # When it applies
//! Three groups or more in order, each with a life table: deprivation tenths or fifths.
//!
//! # Limits
//! The line may fit badly: see the [fit](crate::core::measure::ordered::fit) beside it.
//!
//! # Sources
//! Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of Public
//! Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::estimate::{Estimate, Interval};
//! use equal_measure::core::{standard::life_slope, units::Level};
//! let group = |years: f64| (1000.0, Estimate::new(years, Interval::new(years - 1.0, years + 1.0, Level::P95), "given"));
//! let groups: Vec<_> = [74.0, 76.0, 78.0, 80.0].map(group).into_iter().map(|(n, e)| Ok((n, e?))).collect::<Result<_, _>>()?;
//! let slope = life_slope::of(&groups, Level::P95)?;
//! assert!((slope.value() - 8.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::measure::ordered::slope_index;
use crate::core::measure::sample::Sample;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The slope in years, least less most disadvantaged, over groups of (people, expectancy) that run from the
/// most to the least disadvantaged.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; the refusal of an expectancy's interval; else as
/// [`Sample::new`].
pub fn of(groups: &[(f64, Estimate)], level: Level) -> Result<Estimate, Refusal> {
    let errors = groups
        .iter()
        .map(|(_, years)| {
            let limits = years.interval().clone()?;
            Ok((limits.upper() - limits.lower()) / (2.0 * normal::z(limits.level())))
        })
        .collect::<Result<Vec<f64>, Refusal>>()?;
    let sample = Sample::new(
        groups.iter().map(|(_, years)| years.value()).collect(),
        groups.iter().map(|(people, _)| *people).collect(),
        Some(errors),
    )?;
    sample.at_least(3)?;
    slope_index::of(&sample, level)
}
