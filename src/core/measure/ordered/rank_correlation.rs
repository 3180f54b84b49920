//! How steadily the value rises or falls from group to group, whatever the size of the steps.
//!
//! # Formula
//! ρ = the correlation of the ranks of the values with the places of the groups
//!
//! # Symbols
//! - J: the number of groups. Equal values share the mean of their ranks. z: 1.96 at 95 %.
//!
//! Interval: tanh(artanh ρ ± z·√(1.06/(J − 3))), from four groups on.
//!
//! # Range and the value of no inequality
//! −1 to 1. 1 means that every step goes up, 0 that there is no steady direction.
//!
//! # How to read it
//! ρ = 1 with a small slope index is a steady but slight gradient. Textbook sign: above 0 where the
//! value rises towards the least disadvantaged; the card is turned where more is worse.
//!
//! # In plain words
//! 1 or −1 is a step in the same direction from each group to the next, however small; 0 is no steady
//! direction.
//!
//! # When it applies
//! Three ordered groups or more; sizes and errors are not used.
//!
//! # Limits
//! With five groups even ρ = 0.8 is not beyond chance. It says nothing of the size of the gap.
//!
//! # Sources
//! - Spearman C. The proof and measurement of association between two things. American Journal of
//!   Psychology 1904;15:72–101. doi:10.2307/1412159
//! - Fieller EC, Hartley HO, Pearson ES. Tests for rank correlation coefficients. Biometrika
//!   1957;44:470–481. doi:10.1093/biomet/44.3-4.470
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::ordered::rank_correlation, units::Level};
//! let rho = rank_correlation::of(&[1.0, 3.0, 2.0, 4.0, 5.0], Level::P95)?;
//! assert!((rho.value() - 0.9).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ridit;
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::Groups;
use crate::core::measure::Measure;
use crate::core::method_text::method_text;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_ordered(run)
    .named("rank-correlation", "Rank correlation")
    .relative(Unit::Index)
    .text(method_text!("rank_correlation.rs"));

/// The rank correlation of values with their own order.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three values; [`Refusal::AllEqual`]; [`Refusal::Missing`] for a value
/// that is not a number. The interval is refused below four values or at −1 and 1.
pub fn of(values: &[f64], level: Level) -> Result<Estimate, Refusal> {
    let groups = values.len();
    if groups < 3 {
        return Err(Refusal::TooFewGroups {
            need: 3,
            got: groups,
        });
    }
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Refusal::Missing {
            what: "value for every group",
        });
    }
    let middle = (groups as f64 - 1.0) / 2.0;
    let (mut both, mut ours, mut places) = (0.0, 0.0, 0.0);
    for (place, rank) in mid_ranks(values).into_iter().enumerate() {
        let (a, b) = (rank - middle, place as f64 - middle);
        both += a * b;
        ours += a * a;
        places += b * b;
    }
    if ours <= 0.0 {
        return Err(Refusal::AllEqual);
    }
    let rho = (both / (ours * places).sqrt()).clamp(-1.0, 1.0);
    Estimate::new(rho, interval(rho, groups, level), "Spearman, Fieller")
}

fn interval(rho: f64, groups: usize, level: Level) -> Result<Interval, Refusal> {
    if groups < 4 {
        return Err(Refusal::TooFewGroups {
            need: 4,
            got: groups,
        });
    }
    if rho.abs() >= 1.0 {
        return Err(Refusal::Undefined {
            why: "every step goes the same way, so that chance cannot be judged",
        });
    }
    let half = normal::z(level) * (1.06 / (groups as f64 - 3.0)).sqrt();
    let middle = rho.atanh();
    Interval::new((middle - half).tanh(), (middle + half).tanh(), level)
}

/// The rank of each value from 0, equal ones at the mean of theirs.
fn mid_ranks(values: &[f64]) -> Vec<f64> {
    values
        .iter()
        .map(|value| {
            let below = values.iter().filter(|other| *other < value).count();
            let upto = values.iter().filter(|other| *other <= value).count();
            f64::midpoint(below as f64, upto as f64 - 1.0)
        })
        .collect()
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    if !groups.ordered {
        return Err(Refusal::NotOrdered);
    }
    let values: Vec<f64> = groups.list.iter().map(|group| group.value).collect();
    let rho = of(&values, groups.level)?;
    Ok(ridit::directed(rho, groups.polarity))
}
