//! # Gap in life expectancy by age
//!
//! Which ages the gap in life expectancy between two groups comes from, in years that add up to the gap.
//!
//! # Formula
//! From group 1 to group 2, for the band from x to x+n:
//! direct = l₁(L₂/l₂ − L₁/l₁); indirect = T₂₊(l₁/l₂ − l₁₊/l₂₊); in the last band l₁(T₂/l₂ − T₁/l₁) alone
//!
//! # Symbols
//! l those alive at the band's start, L years lived in it, T years lived from it on, of one newborn;
//! ₊ the same at the next band.
//!
//! # Range and the value of no inequality
//! Any number of years for each age; the parts add up to the gap. 0 means that the age adds nothing to it.
//!
//! # How to read it
//! In years: 0.4 means that the different death rates of this age make 0.4 of the years by which group 2 lives
//! longer. The sum over ages is the gap.
//!
//! # When it applies
//! Two life tables with the same ages.
//!
//! # Limits
//! Going from 2 to 1 gives slightly other parts; the symmetric part is the mean of both. No interval is
//! given.
//!
//! # Sources
//! Arriaga EE. Demography 1984;21:83–96. doi:10.2307/2061029.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::{arriaga, life_table::{Deaths, LifeTable}};
//! let table = |old: f64| LifeTable::new(&[
//!     Deaths { from: 0, to: Some(10), deaths: 0.0, people: 10_000.0 },
//!     Deaths { from: 10, to: None, deaths: old, people: 50_000.0 },
//! ]);
//! let parts = arriaga::by_age(&table(1000.0)?, &table(500.0)?)?;
//! assert!((parts[1].years() - 50.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::life_table::LifeTable;
use crate::core::refusal::Refusal;

/// What one age adds to the gap, in years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The youngest age of the band.
    pub from: u32,
    /// From years lived within the band.
    pub direct: f64,
    /// From more people reaching later ages.
    pub indirect: f64,
    /// The mean of going from 1 to 2 and back.
    pub symmetric: f64,
}

impl Part {
    /// What the age adds to the gap, going from 1 to 2.
    pub fn years(&self) -> f64 {
        self.direct + self.indirect
    }
}

/// What each age adds to the life expectancy of `second` less that of `first`.
///
/// # Errors
/// [`Refusal::Mismatch`] unless both tables have the same ages; [`Refusal::Zero`] when no one reaches an age.
pub fn by_age(first: &LifeTable, second: &LifeTable) -> Result<Vec<Part>, Refusal> {
    let ages = |table: &LifeTable| table.ages.iter().map(|age| age.from).collect::<Vec<_>>();
    if ages(first) != ages(second) {
        return Err(Refusal::Mismatch {
            what: "the two life tables have different ages",
        });
    }
    if first
        .ages
        .iter()
        .chain(&second.ages)
        .any(|age| age.alive <= 0.0)
    {
        return Err(Refusal::Zero {
            what: "the number who reach an age",
        });
    }
    let back = one_way(second, first);
    Ok(one_way(first, second)
        .into_iter()
        .zip(back)
        .map(|(forth, back)| Part {
            symmetric: f64::midpoint(forth.years(), -back.years()),
            ..forth
        })
        .collect())
}

fn one_way(first: &LifeTable, second: &LifeTable) -> Vec<Part> {
    let pairs: Vec<_> = first.ages.iter().zip(&second.ages).collect();
    pairs
        .iter()
        .enumerate()
        .map(|(place, (one, two))| {
            let direct = one.alive * (two.years / two.alive - one.years / one.alive);
            let indirect = pairs.get(place + 1).map_or(0.0, |(next_one, next_two)| {
                let reach = one.alive / two.alive - next_one.alive / next_two.alive;
                next_two.years_above * reach
            });
            Part {
                from: one.from,
                direct,
                indirect,
                symmetric: 0.0,
            }
        })
        .collect()
}
