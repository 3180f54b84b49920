//! # Rates standardised by age
//!
//! A group's rate brought to a standard population, from the age bands that its file has, for one sex or
//! for several together.
//!
//! # Formula
//! As [`direct`](super::direct). Each sex gets the whole standard, so that each weighs the same.
//!
//! # Symbols
//! As those of [`direct`](super::direct), with a band for each age and sex.
//!
//! # Range and the value of no inequality
//! 0 or more, per person of the standard. One group's rate has no value of no inequality.
//!
//! # How to read it
//! The table says which band got which weight, and how much of the standard the bands cover: "ages 65 and
//! over, 19.5 % of the standard population". Rates over different ages are not comparable.
//!
//! # When it applies
//! Events and people by age band, and by sex where sexes are to weigh the same.
//!
//! # Limits
//! Bands are joined to the standard by the ages they cover. Every sex needs the same bands.
//!
//! # Sources
//! As [`direct`](super::direct) and [`population`](super::population).
//!
//! # Example
//! ```
//! use equal_measure::core::standard::{joined::{Row, rate}, population::{AgeBand, ESP2013}};
//! use equal_measure::core::units::Level;
//! let row = |from, to, people, events| Row {
//!     band: AgeBand { label: format!("{from}+"), from, to }, sex: None, people, events,
//! };
//! let rows = [row(65, Some(75), 1000.0, 10.0), row(75, None, 500.0, 20.0)];
//! let joined = rate(&rows, &ESP2013, Level::P95)?;
//! assert!((joined.rate?.value() - (10_500.0 * 0.01 + 9000.0 * 0.04) / 19_500.0).abs() < 1e-15);
//! assert!((joined.covered - 0.195).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::direct::{Band, standardised};
use super::population::{AgeBand, Standard};
use crate::core::estimate::Estimate;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// One band of age (and sex) of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The band.
    pub band: AgeBand,
    /// The sex, where the rows are divided by it.
    pub sex: Option<String>,
    /// People, or person-years.
    pub people: f64,
    /// Events among them.
    pub events: f64,
}

/// A standardised rate and what it was made with.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// The rate per person of the standard, or why there is none.
    pub rate: Result<Estimate, Refusal>,
    /// The weight of each row, in the order given.
    pub weights: Vec<f64>,
    /// The share of the standard population that the bands cover.
    pub covered: f64,
    /// The youngest age covered.
    pub from: u32,
    /// The first age above those covered; `None` when there is no end.
    pub to: Option<u32>,
    /// The standard's name.
    pub standard: &'static str,
}

/// The rate of the rows together, brought to `standard`.
///
/// # Errors
/// [`Refusal::Missing`] without rows; [`Refusal::Mismatch`] when bands do not fit the standard, share an age, or
/// differ between the sexes. Too few events refuse only [`Joined::rate`].
pub fn rate(rows: &[Row], standard: &Standard, level: Level) -> Result<Joined, Refusal> {
    let mut sexes: Vec<(&Option<String>, Vec<AgeBand>)> = Vec::new();
    for row in rows {
        match sexes.iter_mut().find(|(sex, _)| *sex == &row.sex) {
            Some((_, bands)) => bands.push(row.band.clone()),
            None => sexes.push((&row.sex, vec![row.band.clone()])),
        }
    }
    let Some((_, first)) = sexes.first() else {
        return Err(Refusal::Missing { what: "age bands" });
    };
    let ages = |bands: &[AgeBand]| {
        let mut ages: Vec<_> = bands.iter().map(|band| (band.from, band.to)).collect();
        ages.sort_unstable();
        ages
    };
    let all = ages(first);
    if sexes.iter().any(|(_, bands)| ages(bands) != all) {
        return Err(Refusal::Mismatch {
            what: "the sexes have different age bands",
        });
    }
    let table = standard.weights(first)?;
    let weight = |band: &AgeBand| {
        let same = |other: &AgeBand| (other.from, other.to) == (band.from, band.to);
        table
            .table
            .iter()
            .find(|row| same(&row.band))
            .map_or(0.0, |row| row.weight)
    };
    let weights: Vec<f64> = rows.iter().map(|row| weight(&row.band)).collect();
    let bands: Vec<Band> = rows
        .iter()
        .zip(&weights)
        .map(|(row, weight)| Band {
            weight: *weight,
            people: row.people,
            events: row.events,
        })
        .collect();
    Ok(Joined {
        rate: standardised(&bands, level),
        weights,
        covered: table.covered,
        from: all.first().map_or(0, |ages| ages.0),
        to: if all.iter().any(|ages| ages.1.is_none()) {
            None
        } else {
            all.last().and_then(|ages| ages.1)
        },
        standard: standard.name,
    })
}
