//! The gap if the people of unknown group were shared out as the known people are.
//!
//! # Formula
//! n′ᵢ = nᵢ + v·(nᵢ − xᵢ)/Σ(n − x) + u·xᵢ/Σx; x′ᵢ = xᵢ + u·xᵢ/Σx; gap = x′₁/n′₁ − x′₂/n′₂
//!
//! # Symbols
//! - xᵢ, nᵢ: people with the outcome and all people of known group i; the sums run over all of them.
//! - u, v: people of unknown group with and without the outcome.
//!
//! # Range and the value of no inequality
//! −1 to 1 (percentage points). 0 means no gap.
//!
//! # How to read it
//! Those with the outcome join the groups as the known with the outcome are spread, those without as
//! the known without. If the result is close to the gap of the known alone, the unknown matter only
//! where they differ from the known.
//!
//! # When it applies
//! Shares of people, with counts for every known group and for the unknown.
//!
//! # Limits
//! It is one guess among many (that the unknown resemble the known with the same outcome), not a bound;
//! show it with the bounds.
//!
//! # Sources
//! - Little RJA, Rubin DB. Statistical analysis with missing data. 3rd edition. Wiley, 2019, chapter 13.
//!   doi:10.1002/9781119482260
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::unknown::reassigned};
//! let groups = [Counts { events: 20.0, people: 100.0 }, Counts { events: 10.0, people: 100.0 }];
//! let whole = reassigned::of_groups(&groups, Counts { events: 3.0, people: 20.0 })?;
//! assert!((whole[0].events - 22.0).abs() < 1e-12 && (whole[1].events - 11.0).abs() < 1e-12);
//! assert!((whole[0].people - 110.0).abs() < 1e-12 && (whole[1].people - 110.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::bounds::share;
use crate::core::group::Counts;
use crate::core::measure::standard_error::check_share;
use crate::core::refusal::Refusal;

/// The groups' counts with the unknown shared out as the known with the same outcome are.
///
/// # Errors
/// [`Refusal::Zero`] or [`Refusal::OutOfRange`] for counts that are no shares;
/// [`Refusal::TooFewEvents`] when unknown people have an outcome that no known person has.
pub fn of_groups(groups: &[Counts], unknown: Counts) -> Result<Vec<Counts>, Refusal> {
    groups.iter().copied().try_for_each(check_share)?;
    if unknown.people == 0.0 {
        return Ok(groups.to_vec());
    }
    check_share(unknown)?;
    let with: f64 = groups.iter().map(|group| group.events).sum();
    let without: f64 = groups.iter().map(|group| group.people - group.events).sum();
    let unknown_without = unknown.people - unknown.events;
    let spread = |part: f64, whole: f64, unknown: f64| -> Result<f64, Refusal> {
        if unknown <= 0.0 {
            Ok(0.0)
        } else if whole > 0.0 {
            Ok(part / whole * unknown)
        } else {
            Err(Refusal::TooFewEvents { need: 1, got: 0 })
        }
    };
    groups
        .iter()
        .map(|group| {
            let more = spread(group.events, with, unknown.events)?;
            let others = spread(group.people - group.events, without, unknown_without)?;
            Ok(Counts {
                events: group.events + more,
                people: group.people + more + others,
            })
        })
        .collect()
}

/// The gap of two of the groups, first less second, once the unknown are shared out.
///
/// # Errors
/// As [`of_groups`]; [`Refusal::Mismatch`] when a place is not among the groups.
pub fn of_difference(
    groups: &[Counts],
    unknown: Counts,
    first: usize,
    second: usize,
) -> Result<f64, Refusal> {
    let whole = of_groups(groups, unknown)?;
    match (whole.get(first), whole.get(second)) {
        (Some(&first), Some(&second)) => Ok(share(first) - share(second)),
        _ => Err(Refusal::Mismatch {
            what: "the group to compare is not among the groups",
        }),
    }
}
