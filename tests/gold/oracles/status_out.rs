//! Which groups differ from everyone else by more than chance, allowing for how many were looked at.
//!
//! # Formula
//! zᵢ = (pᵢ − qᵢ)/√(p(1 − p)(1/nᵢ + 1/mᵢ)), with Pᵢ its two-sided p-value; where more than ten groups are
//! compared, corrected by Benjamini and Hochberg
//!
//! # Symbols
//! - pᵢ, nᵢ: the group's share and people. qᵢ, mᵢ: those of all other groups together. p: the share of all.
//!   For rates the exact test given all events takes the place of z.
//!
//! # Range and the value of no inequality
//! 0 to 1. A p-value has no value of no inequality: near 0 chance alone seldom makes so large a difference,
//! and a large one does not mean that there is none.
//!
//! # How to read it
//! Among forty organisations two fall outside 95 % limits by chance. The corrected value keeps down the share
//! of false alarms among the groups picked out: at 0.05, about one in twenty of them.
//!
//! # When it applies
//! Counts of people with the outcome, or of events, in two groups or more.
//!
//! # Limits
//! With very many people every difference passes: lead with its size. Fisher's exact test replaces z where
//! fewer than five people with or without the outcome are expected in a group.
//!
//! # Sources
//! - Benjamini Y, Hochberg Y. Controlling the false discovery rate: a practical and powerful approach to
//!   multiple testing. Journal of the Royal Statistical Society Series B 1995;57:289–300.
//!   doi:10.1111/j.2517-6161.1995.tb02031.x
//! - Cochran WG. Some methods for strengthening the common χ² tests. Biometrics 1954;10:417–451.
//!   doi:10.2307/3001616

use equal_measure::core::group::{Counts, Kind};
use equal_measure::core::measure::standard_error::{check_rate, check_share};
use equal_measure::core::measure::two_groups::difference_test::pooled;

use super::exact_tests::{exact_rates, exact_shares};
use equal_measure::core::number::adjust::{Correction, adjusted};
use equal_measure::core::refusal::Refusal;

/// More comparisons than this are corrected for their number.
pub const MOST_UNCORRECTED: usize = 10;

/// Expected counts below this are too few for the normal approximation.
const FEW: f64 = 5.0;

/// How one group stands out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Status {
    /// The two-sided p-value of the group against all others.
    pub p: f64,
    /// The p-value corrected for the number of groups; the same where ten or fewer are compared.
    pub corrected: f64,
}

/// Each group against all others together.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two groups; [`Refusal::NeedsData`] for values that are neither
/// shares nor rates; [`Refusal::Zero`] when nobody or everybody has the outcome; else the refusals of the
/// tests.
pub fn of(groups: &[Counts], kind: Kind) -> Result<Vec<Status>, Refusal> {
    if groups.len() < 2 {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: groups.len(),
        });
    }
    let check = match kind {
        Kind::Share => check_share,
        Kind::Rate => check_rate,
        Kind::Value => {
            return Err(Refusal::NeedsData {
                what: "counts of events and people in each group".to_owned(),
            });
        }
    };
    groups.iter().copied().try_for_each(check)?;
    let all = Counts {
        events: groups.iter().map(|group| group.events).sum(),
        people: groups.iter().map(|group| group.people).sum(),
    };
    let p = groups
        .iter()
        .map(|&group| {
            let others = Counts {
                events: all.events - group.events,
                people: all.people - group.people,
            };
            if kind == Kind::Rate {
                exact_rates(group, others)
            } else {
                of_share(group, others)
            }
        })
        .collect::<Result<Vec<f64>, Refusal>>()?
        .into_iter()
        .map(Some)
        .collect::<Vec<_>>();
    let corrected = if p.len() > MOST_UNCORRECTED {
        adjusted(&p, Correction::BenjaminiHochberg)?
    } else {
        p.clone()
    };
    let pairs = p.into_iter().flatten().zip(corrected.into_iter().flatten());
    Ok(pairs
        .map(|(p, corrected)| Status { p, corrected })
        .collect())
}

fn of_share(group: Counts, others: Counts) -> Result<f64, Refusal> {
    let (_, p) = pooled(group, others)?;
    let share = (group.events + others.events) / (group.people + others.people);
    let fewest = group.people.min(others.people) * share.min(1.0 - share);
    if fewest < FEW {
        exact_shares(group, others)
    } else {
        Ok(p)
    }
}
