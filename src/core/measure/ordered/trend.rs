//! Whether the share with the outcome rises or falls along the order of the groups by more than
//! chance.
//!
//! # Formula
//! z = T/√V, with T = Σ (xᵢ − nᵢp)·tᵢ and V = p(1−p)·(Σ nᵢtᵢ² − (Σ nᵢtᵢ)²/N)
//!
//! # Symbols
//! - xᵢ, nᵢ: people with the outcome and all people of group i. tᵢ: its place, 1, 2, 3, … p, N:
//!   share and people of all groups together.
//!
//! # Range and the value of no inequality
//! Any number; 0 means no trend, and chance alone keeps it within ±1.96 nineteen times in twenty.
//! z² is Cochran and Armitage's chi-square with 1 degree of freedom.
//!
//! # How to read it
//! Read the slope index first: it says how much, this only whether by more than chance. Textbook
//! sign: above 0 where the share rises towards the least disadvantaged; the card is turned where
//! more is worse.
//!
//! # In plain words
//! Where nothing rises or falls along the order, chance alone keeps it between −1.96 and 1.96 in 19 of
//! 20 cases; it does not say by how much.
//!
//! # When it applies
//! Three ordered groups or more with counts of people.
//!
//! # Limits
//! With many people even a trifling trend is far beyond chance. A pattern that rises and falls can
//! give 0.
//!
//! # Sources
//! - Armitage P. Tests for linear trends in proportions and frequencies. Biometrics
//!   1955;11:375–386. doi:10.2307/3001775
//! - Cochran WG. Some methods for strengthening the common χ² tests. Biometrics 1954;10:417–451.
//!   doi:10.2307/3001616
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::ordered::trend};
//! let groups: Vec<_> = [30.0, 20.0, 10.0]
//!     .iter()
//!     .map(|&events| Counts { events, people: 100.0 })
//!     .collect();
//! let test = trend::of_shares(&groups)?;
//! assert!((test.z + 12.5_f64.sqrt()).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ridit;
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups};
use crate::core::measure::two_groups::cramers_v::{counts_of, pooled};
use crate::core::measure::{Basis, Measure};
use crate::core::method_text::method_text;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(run)
    .named("trend", "Trend along the order")
    .relative(Unit::Index)
    .basis(Basis::Parts)
    .text(method_text!("trend.rs"));

/// The test of a trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The statistic, above 0 where the share rises with the order.
    pub z: f64,
    /// The chance of a statistic at least as far from 0 without a trend.
    pub p: f64,
}

/// The trend of shares over groups that are equal steps apart.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below two groups; [`Refusal::Zero`] when nobody or everybody has the
/// outcome; [`Refusal::OutOfRange`] for counts that are no shares.
pub fn of_shares(groups: &[Counts]) -> Result<Trend, Refusal> {
    let (people, share) = pooled(groups)?;
    let middle = groups
        .iter()
        .enumerate()
        .map(|(place, group)| group.people * place as f64)
        .sum::<f64>()
        / people;
    let (mut along, mut spread) = (0.0, 0.0);
    for (place, group) in groups.iter().enumerate() {
        let step = place as f64 - middle;
        along += (group.events - group.people * share) * step;
        spread += group.people * step * step;
    }
    let variance = share * (1.0 - share) * spread;
    if variance <= 0.0 {
        return Err(Refusal::Zero {
            what: "the variation among people",
        });
    }
    let z = along / variance.sqrt();
    Ok(Trend {
        z,
        p: normal::two_sided(z),
    })
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    if !groups.ordered {
        return Err(Refusal::NotOrdered);
    }
    let counts = counts_of(groups)?;
    if counts.len() < 3 {
        return Err(Refusal::TooFewGroups {
            need: 3,
            got: counts.len(),
        });
    }
    let trend = of_shares(&counts)?;
    let none = Refusal::NoInterval {
        why: "a test statistic has no interval",
    };
    let z = Estimate::new(trend.z, Err(none), "Cochran and Armitage")?;
    Ok(ridit::directed(z, groups.polarity))
}
