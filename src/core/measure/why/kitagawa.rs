//! How much of the gap between two groups goes with their make-up (age, say), and how much with
//! their rates.
//!
//! # Formula
//! Y₁ − Y₂ = Σ (a₁ᵢ + a₂ᵢ)/2·(y₁ᵢ − y₂ᵢ) + Σ (y₁ᵢ + y₂ᵢ)/2·(a₁ᵢ − a₂ᵢ)
//!
//! # Symbols
//! - In stratum i: y₁ᵢ, y₂ᵢ: the rate of each group; a₁ᵢ, a₂ᵢ: the stratum's share of each group's
//!   people. Y: a group's rate over all strata. First sum: the rate part; second: the composition
//!   part.
//!
//! Three parts instead: rate Σ a₂ᵢ(y₁ᵢ − y₂ᵢ), composition Σ y₂ᵢ(a₁ᵢ − a₂ᵢ), interaction Σ (a₁ᵢ −
//! a₂ᵢ)(y₁ᵢ − y₂ᵢ).
//!
//! # Range and the value of no inequality
//! In the unit of the rate; the parts add up to the gap exactly. A part of 0 adds nothing to the
//! gap.
//!
//! # How to read it
//! A gap of 3 points of which 0.7 is composition: had both groups the same make-up, the gap would
//! be 2.3 points.
//!
//! # When it applies
//! Rates and people of two groups in the same strata.
//!
//! # Limits
//! It is an account, not an explanation: composition may itself come from inequality. The split
//! over strata depends on the strata chosen.
//!
//! # Sources
//! - Kitagawa EM. Components of a difference between two rates. Journal of the American Statistical
//!   Association 1955;50:1168–1194. doi:10.1080/01621459.1955.10501299
//!
//! # Example
//! ```
//! use equal_measure::core::measure::why::kitagawa::{self, Stratum};
//! let strata = [
//!     Stratum { first_people: 10.0, first_rate: 0.1, second_people: 30.0, second_rate: 0.1 },
//!     Stratum { first_people: 30.0, first_rate: 0.3, second_people: 10.0, second_rate: 0.3 },
//! ];
//! let parts = kitagawa::of(&strata)?;
//! assert!(parts.rate.abs() < 1e-12);
//! assert!((parts.composition - 0.1).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::refusal::Refusal;

/// One stratum of two groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    /// People of the first group.
    pub first_people: f64,
    /// The first group's rate or share.
    pub first_rate: f64,
    /// People of the second group.
    pub second_people: f64,
    /// The second group's rate or share.
    pub second_rate: f64,
}

/// The gap and its parts, first group less second.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The first group's rate over all strata.
    pub first: f64,
    /// The second group's rate over all strata.
    pub second: f64,
    /// What goes with different rates in the same stratum.
    pub rate: f64,
    /// What goes with a different make-up.
    pub composition: f64,
    /// The rate part of each stratum.
    pub rate_by_stratum: Vec<f64>,
    /// The composition part of each stratum.
    pub composition_by_stratum: Vec<f64>,
    /// The same gap in three parts, the second group's make-up and rates as the base.
    pub three: ThreeParts,
}

/// A gap in three parts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ThreeParts {
    /// Different rates at the second group's make-up.
    pub rate: f64,
    /// A different make-up at the second group's rates.
    pub composition: f64,
    /// What is left: both together.
    pub interaction: f64,
}

impl Parts {
    /// The whole gap.
    pub fn gap(&self) -> f64 {
        self.first - self.second
    }
}

/// The gap of two groups' rates split into rate and composition.
///
/// # Errors
/// [`Refusal::Missing`] for numbers that are not finite; [`Refusal::OutOfRange`] for negative people;
/// [`Refusal::Zero`] when a group has no people.
pub fn of(strata: &[Stratum]) -> Result<Parts, Refusal> {
    for stratum in strata {
        let Stratum {
            first_people,
            first_rate,
            second_people,
            second_rate,
        } = *stratum;
        let all = [first_people, first_rate, second_people, second_rate];
        if all.iter().any(|number| !number.is_finite()) {
            return Err(Refusal::Missing {
                what: "rate and number of people in every stratum",
            });
        }
        if first_people < 0.0 || second_people < 0.0 {
            return Err(Refusal::OutOfRange {
                what: "The number of people",
                range: "not negative",
            });
        }
    }
    let first_all: f64 = strata.iter().map(|stratum| stratum.first_people).sum();
    let second_all: f64 = strata.iter().map(|stratum| stratum.second_people).sum();
    if first_all <= 0.0 || second_all <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of people in a group",
        });
    }
    let (mut first, mut second) = (0.0, 0.0);
    let mut three = ThreeParts::default();
    let mut rate_by_stratum = Vec::with_capacity(strata.len());
    let mut composition_by_stratum = Vec::with_capacity(strata.len());
    for stratum in strata {
        let (a, b) = (
            stratum.first_people / first_all,
            stratum.second_people / second_all,
        );
        let (y, x) = (stratum.first_rate, stratum.second_rate);
        first += a * y;
        second += b * x;
        rate_by_stratum.push(f64::midpoint(a, b) * (y - x));
        composition_by_stratum.push(f64::midpoint(y, x) * (a - b));
        three.rate += b * (y - x);
        three.composition += x * (a - b);
        three.interaction += (a - b) * (y - x);
    }
    Ok(Parts {
        first,
        second,
        rate: rate_by_stratum.iter().sum(),
        composition: composition_by_stratum.iter().sum(),
        rate_by_stratum,
        composition_by_stratum,
        three,
    })
}
