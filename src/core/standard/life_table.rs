//! # Life expectancy
//!
//! How long a newborn (or someone of a given age) would live on average if today's death rates at every age
//! lasted.
//!
//! # Formula
//! M = D/P; q = n·M / (1 + n(1−a)M); l falls by d = l q; L = n(l − (1−a)d), in the last band l/M;
//! e = (Σ L of this age and above) / l
//!
//! variance of e = Σ l² ((1−a)n + e₊)² s / l₀², s = q²(1−q)/D, in the last band (l/2)² · 4/(D M²) / l₀²
//!
//! # Symbols
//! D deaths and P people of a band n years wide; a the share of it that the dying live, 0.1 in the first year
//! of life, else 0.5; e₊ expectancy at the next band; l₀ those alive at the age asked for.
//!
//! # Range and the value of no inequality
//! 0 or more years. One group's expectancy has no value of no inequality; a gap of 0 years means none.
//!
//! # How to read it
//! In years. It is a summary of today's death rates, not a forecast for anyone.
//!
//! # When it applies
//! Deaths and people for every age from birth to a last band without end, more than 5,000 people together.
//!
//! # Limits
//! Refused when a band has no people, more deaths than people, or a number below zero; when all bands
//! together have 5,000 people or fewer; when the last band has no deaths; and when the 95 % interval would
//! be wider than 20 years. A hidden count of deaths is not zero and refuses the table.
//!
//! # Sources
//! Chiang CL. The Life Table and its Construction. In: Introduction to Stochastic Processes in
//! Biostatistics. Wiley, 1968, pp. 189–214 (method II). Silcocks PBS, Jenner DA, Reza R. J Epidemiol
//! Community Health 2001;55:38–43. doi:10.1136/jech.55.1.38. Eayres D, Williams ES. J Epidemiol Community
//! Health 2004;58:243–9. doi:10.1136/jech.2003.009654
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::life_table::{Deaths, LifeTable}, units::Level};
//! let band = |from, to, deaths, people| Deaths { from, to, deaths, people };
//! // One death in fifty a year at every age from 10: fifty more years on average.
//! let table = LifeTable::new(&[
//!     band(0, Some(1), 0.0, 1000.0),
//!     band(1, Some(10), 0.0, 9000.0),
//!     band(10, None, 1000.0, 50_000.0),
//! ])?;
//! let birth = table.expectancy(0, Level::P95)?;
//! assert!((birth.value() - 60.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::{Estimate, Interval};
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// A table of no more people than this is too unsteady.
pub const FEWEST_PEOPLE: f64 = 5000.0;

/// Deaths among people of one band of age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deaths {
    /// The youngest age in it.
    pub from: u32,
    /// The first age above it; `None` for the last band.
    pub to: Option<u32>,
    /// Deaths.
    pub deaths: f64,
    /// People, or person-years.
    pub people: f64,
}

/// One age of a life table of one newborn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Age {
    /// The youngest age in the band.
    pub from: u32,
    /// Deaths per person and year.
    pub rate: f64,
    /// The chance of dying in the band for those who reach it.
    pub dying: f64,
    /// The share of newborns who reach it.
    pub alive: f64,
    /// Years lived in the band per newborn.
    pub years: f64,
    /// Years lived in the band and above per newborn.
    pub years_above: f64,
    /// The variance of expectancy at this age.
    variance: f64,
}

/// An abridged life table.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeTable {
    /// Its ages, youngest first.
    pub ages: Vec<Age>,
}

impl LifeTable {
    /// A life table from deaths and people by age, in any order.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a number below zero, a band without people, or more deaths than people;
    /// [`Refusal::Mismatch`] unless the bands run from age 0 without gap to one without end;
    /// [`Refusal::NeedsData`] for 5,000 people or fewer; [`Refusal::Zero`] when no one died in the last
    /// band.
    pub fn new(bands: &[Deaths]) -> Result<Self, Refusal> {
        let mut bands = bands.to_vec();
        bands.sort_by_key(|band| band.from);
        check(&bands)?;
        let mut ages = Vec::with_capacity(bands.len());
        let mut alive = 1.0;
        for band in &bands {
            let rate = band.deaths / band.people;
            let share = lived(band);
            let (dying, years) = match band.to {
                Some(to) => {
                    let width = f64::from(to - band.from);
                    let dying = (width * rate / (1.0 + width * (1.0 - share) * rate)).min(1.0);
                    (dying, width * alive * (1.0 - (1.0 - share) * dying))
                }
                None => (1.0, alive / rate),
            };
            ages.push(Age {
                from: band.from,
                rate,
                dying,
                alive,
                years,
                years_above: 0.0,
                variance: 0.0,
            });
            alive *= 1.0 - dying;
        }
        backwards(&mut ages, &bands);
        Ok(Self { ages })
    }

    /// Expectancy at the age that begins the band at `place`.
    ///
    /// # Errors
    /// [`Refusal::Missing`] without such a band; [`Refusal::Zero`] when no one reaches it;
    /// [`Refusal::Undefined`] when the 95 % interval is wider than 20 years.
    pub fn expectancy(&self, place: usize, level: Level) -> Result<Estimate, Refusal> {
        let (value, error) = self.with_error(place)?;
        let half = normal::z(level) * error;
        Estimate::new(
            value,
            Interval::new(value - half, value + half, level),
            "Chiang II, Silcocks",
        )
    }

    /// Expectancy here less that of `other`, in years, at the same place of both tables.
    ///
    /// # Errors
    /// As [`LifeTable::expectancy`] of either.
    pub fn gap(&self, other: &Self, place: usize, level: Level) -> Result<Estimate, Refusal> {
        let (mine, my_error) = self.with_error(place)?;
        let (theirs, their_error) = other.with_error(place)?;
        let half = normal::z(level) * my_error.hypot(their_error);
        let gap = mine - theirs;
        Estimate::new(
            gap,
            Interval::new(gap - half, gap + half, level),
            "Chiang II, Silcocks",
        )
    }

    /// Expectancy and its standard error.
    fn with_error(&self, place: usize) -> Result<(f64, f64), Refusal> {
        let age = self.ages.get(place).ok_or(Refusal::Missing {
            what: "such an age band",
        })?;
        if age.alive <= 0.0 {
            return Err(Refusal::Zero {
                what: "the number who reach this age",
            });
        }
        let error = age.variance.sqrt();
        if normal::z(Level::P95) * error > 10.0 {
            return Err(Refusal::Undefined {
                why: "chance alone could move it by more than 10 years either way",
            });
        }
        Ok((age.years_above / age.alive, error))
    }
}

/// The share of a band that those who die in it live.
fn lived(band: &Deaths) -> f64 {
    if band.from == 0 && band.to == Some(1) {
        0.1
    } else {
        0.5
    }
}

/// Fills in what is summed from the oldest age down.
fn backwards(ages: &mut [Age], bands: &[Deaths]) {
    let (mut above, mut scatter, mut next) = (0.0, 0.0, 0.0);
    for (age, band) in ages.iter_mut().zip(bands).rev() {
        let part = match band.to {
            None => 1.0 / (band.deaths * age.rate * age.rate),
            Some(_) if band.deaths <= 0.0 => 0.0,
            Some(to) => {
                let width = f64::from(to - band.from);
                let spread = age.dying * age.dying * (1.0 - age.dying) / band.deaths;
                spread * ((1.0 - lived(band)) * width + next).powi(2)
            }
        };
        above += age.years;
        scatter += part * age.alive * age.alive;
        age.years_above = above;
        if age.alive > 0.0 {
            age.variance = scatter / (age.alive * age.alive);
            next = above / age.alive;
        } else {
            next = 0.0;
        }
    }
}

fn check(bands: &[Deaths]) -> Result<(), Refusal> {
    for band in bands {
        if !(band.people > 0.0 && band.people.is_finite()) {
            return Err(Refusal::OutOfRange {
                what: "The number of people in every age band",
                range: "above zero",
            });
        }
        if !(0.0..=band.people).contains(&band.deaths) {
            return Err(Refusal::OutOfRange {
                what: "The number of deaths in every age band",
                range: "between 0 and the number of people",
            });
        }
    }
    let joined = bands
        .windows(2)
        .all(|pair| pair[0].to == Some(pair[1].from))
        && bands
            .iter()
            .all(|band| band.to.is_none_or(|to| to > band.from));
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else {
        return Err(Refusal::Missing { what: "age bands" });
    };
    if !joined || first.from != 0 || last.to.is_some() {
        return Err(Refusal::Mismatch {
            what: "a life table needs every age from 0 to a last band without end, once each",
        });
    }
    if bands.iter().map(|band| band.people).sum::<f64>() <= FEWEST_PEOPLE {
        return Err(Refusal::NeedsData {
            what: "more than 5,000 people".to_owned(),
        });
    }
    if last.deaths <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of deaths in the oldest age band",
        });
    }
    Ok(())
}
