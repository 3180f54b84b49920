//! How strongly the outcome goes with the group, over all groups at once.
//!
//! # Formula
//! V = √(χ² / N), with χ² = Σ nᵢ(pᵢ − p)² / (p(1 − p))
//!
//! # Symbols
//! - pᵢ, nᵢ: the share with the outcome and the people of group i. p, N: those of all groups
//!   together.
//!
//! # Range and the value of no inequality
//! 0 to 1, without a unit. 0 means that all groups have the same share.
//!
//! # How to read it
//! 0.1 is often called a weak and 0.3 a moderate association. It does not shrink or grow with the
//! number of people, as a p-value does.
//!
//! # In plain words
//! 0.1 is often called weak and 0.3 moderate.
//!
//! # When it applies
//! Shares of people with counts, two groups or more, with and without the outcome.
//!
//! # Limits
//! It has no direction and does not say which group is worse off. For rare outcomes it is small
//! however large the ratio. Chance alone makes it a little above 0. It has no interval here.
//!
//! # Sources
//! - Cramér H. Mathematical methods of statistics. Princeton University Press, 1946, page 282.
//!   doi:10.1515/9781400883868
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::cramers_v};
//! let a = Counts { events: 60.0, people: 100.0 };
//! let b = Counts { events: 40.0, people: 100.0 };
//! assert!((cramers_v::of_shares(&[a, b])?.value() - 0.2).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups, Kind};
use crate::core::measure::standard_error;
use crate::core::measure::{Basis, Measure};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(run)
    .named("cramers-v", "Cramér's V")
    .relative(Unit::Index)
    .basis(Basis::Parts)
    .text(method_text!("cramers_v.rs"));

/// The strength of association of a yes-or-no outcome with the groups.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two groups; [`Refusal::Zero`] when nobody or everybody has
/// the outcome; [`Refusal::OutOfRange`] for counts that are no shares.
pub fn of_shares(groups: &[Counts]) -> Result<Estimate, Refusal> {
    let squares = chi_square(groups)?;
    let people: f64 = groups.iter().map(|group| group.people).sum();
    let none = Refusal::NoInterval {
        why: "no interval of this measure is in general use",
    };
    Estimate::new((squares / people).sqrt(), Err(none), "chi-square")
}

/// Pearson's chi-square of the groups' shares, without continuity correction.
///
/// # Errors
/// As [`of_shares`].
pub fn chi_square(groups: &[Counts]) -> Result<f64, Refusal> {
    let (_, share) = pooled(groups)?;
    let variance = share * (1.0 - share);
    Ok(groups
        .iter()
        .map(|group| group.people * (group.events / group.people - share).powi(2) / variance)
        .sum())
}

/// The people of all groups together, and their share with the outcome, 0 and 1 left out.
///
/// # Errors
/// As [`of_shares`].
pub(in crate::core::measure) fn pooled(groups: &[Counts]) -> Result<(f64, f64), Refusal> {
    if groups.len() < 2 {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: groups.len(),
        });
    }
    groups
        .iter()
        .copied()
        .try_for_each(standard_error::check_share)?;
    let events: f64 = groups.iter().map(|group| group.events).sum();
    let people: f64 = groups.iter().map(|group| group.people).sum();
    let share = events / people;
    if share * (1.0 - share) > 0.0 {
        Ok((people, share))
    } else {
        Err(Refusal::Zero {
            what: "the variation among people",
        })
    }
}

/// The counts of every group of a dimension whose values are shares.
///
/// # Errors
/// [`Refusal::NeedsData`] when the values are no shares or have no counts.
pub(in crate::core::measure) fn counts_of(groups: &Groups) -> Result<Vec<Counts>, Refusal> {
    let needs = || Refusal::NeedsData {
        what: "the number of people with the outcome, and of all people, in each group".to_owned(),
    };
    if groups.kind != Kind::Share {
        return Err(needs());
    }
    groups
        .list
        .iter()
        .map(|group| group.counts.ok_or_else(needs))
        .collect()
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    of_shares(&counts_of(groups)?)
}
