//! # Slope of life expectancy over groups in order
//!
//! How many years longer the least disadvantaged can expect to live, or to live in good health, than the most
//! disadvantaged, taking in every group between.
//!
//! # Formula
//! The slope index of the groups' expectancies.
//!
//! # Symbols
//! Each group's expectancy in years from its life table or its
//! healthy life expectancy, with the standard error behind its interval; its weight is
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
//! The line may fit badly: see the fit beside it.
//!
//! # Sources
//! Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of Public
//! Health 2004;26:388–395. doi:10.1093/pubmed/fdh175

use equal_measure::core::estimate::Estimate;
use equal_measure::core::measure::ordered::slope_index;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::number::normal;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

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
