//! # Healthy life expectancy
//!
//! How many of the years of life expectancy would be lived in good health if today's death rates and shares
//! in good health lasted.
//!
//! # Formula
//! H = Σ L h / l over this age and above; variance = Σ L² h(1−h)/m / l²
//!
//! # Symbols
//! L years lived in a band and l those alive at the age asked for, both from the
//! [life table](super::life_table); h the share of the band in good health; m the people who were asked.
//!
//! # Range and the value of no inequality
//! 0 to the life expectancy, in years. A gap of 0 years between two groups means none.
//!
//! # How to read it
//! In years, at most the life expectancy.
//!
//! # When it applies
//! A life table, and for each of its bands the share in good health of people who were asked.
//!
//! # Limits
//! The interval counts the chance in who was asked, not that in deaths, which is small beside it. Where
//! everyone or no one asked is in good health, that band adds nothing to the interval.
//!
//! # Sources
//! Sullivan DF. HSMHA Health Reports 1971;86:347–54. doi:10.2307/4594169. Jagger C, Van Oyen H, Robine JM.
//! Health Expectancy Calculation by the Sullivan Method: A Practical Guide, 4th ed., 2014.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::healthy_life::{Health, expectancy};
//! use equal_measure::core::standard::life_table::{Deaths, LifeTable};
//! use equal_measure::core::units::Level;
//! let band = |from, to, deaths, people| Deaths { from, to, deaths, people };
//! let table = LifeTable::new(&[
//!     band(0, Some(10), 0.0, 10_000.0),
//!     band(10, None, 1000.0, 50_000.0),
//! ])?;
//! let health = [Health { share: 0.9, asked: 100.0 }, Health { share: 0.5, asked: 100.0 }];
//! assert!((expectancy(&table, &health, 0, Level::P95)?.value() - 34.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::life_table::LifeTable;
use crate::core::estimate::{Estimate, Interval};
use crate::core::number::{normal, sum};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The good health of one band of age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Health {
    /// The share in good health, 0 to 1.
    pub share: f64,
    /// The people who were asked.
    pub asked: f64,
}

/// Healthy life expectancy at the age that begins the band at `place`; `health` goes with the table's ages,
/// youngest first.
///
/// # Errors
/// [`Refusal::Mismatch`] unless there is one share for each age; [`Refusal::OutOfRange`] for a share outside
/// 0 to 1 or no one asked; the refusals of [`LifeTable::expectancy`].
pub fn expectancy(
    table: &LifeTable,
    health: &[Health],
    place: usize,
    level: Level,
) -> Result<Estimate, Refusal> {
    if health.len() != table.ages.len() {
        return Err(Refusal::Mismatch {
            what: "every age of the life table needs its share in good health",
        });
    }
    for band in health {
        if !(0.0..=1.0).contains(&band.share) {
            return Err(Refusal::OutOfRange {
                what: "The share in good health",
                range: "between 0 and 1",
            });
        }
        if !(band.asked > 0.0 && band.asked.is_finite()) {
            return Err(Refusal::OutOfRange {
                what: "The number of people asked about their health",
                range: "above zero",
            });
        }
    }
    table.expectancy(place, level)?;
    let alive = table.ages[place].alive;
    let above = || table.ages[place..].iter().zip(&health[place..]);
    let value = sum::exact(above().map(|(age, band)| age.years * band.share)) / alive;
    let variance =
        sum::exact(above().map(|(age, band)| {
            age.years * age.years * band.share * (1.0 - band.share) / band.asked
        }));
    let half = normal::z(level) * variance.sqrt() / alive;
    Estimate::new(
        value,
        Interval::new(value - half, value + half, level),
        "Sullivan",
    )
}
