//! Which two of many groups are set against each other.

use crate::core::group::{Counts, Group, Groups, Kind};
use crate::core::histogram::Histogram;
use crate::core::refusal::Refusal;
use crate::core::units::Polarity;

/// Two groups: the worse-off side, or the higher value, and the other.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The one whose value less the other's is the gap; bigger is a bigger gap.
    pub minuend: &'a Group,
    /// The one that is taken away.
    pub subtrahend: &'a Group,
    /// The disadvantaged side: the first group where ordered, else the one with the worse value.
    pub worse_off: &'a Group,
    /// The other side.
    pub better_off: &'a Group,
}

impl<'a> Pair<'a> {
    /// The counts of the two, where the values are shares of people: the minuend's and the other's.
    ///
    /// # Errors
    /// [`Refusal::NeedsData`] when the values are no shares or have no counts.
    pub fn share_counts(&self, kind: Kind) -> Result<(Counts, Counts), Refusal> {
        match (kind, self.minuend.counts, self.subtrahend.counts) {
            (Kind::Share, Some(first), Some(second)) => Ok((first, second)),
            _ => Err(Refusal::NeedsData {
                what: "the number of people with the outcome, and of all people, in each group"
                    .to_owned(),
            }),
        }
    }

    /// The counts of the worse-off side, where the values are shares of people.
    ///
    /// # Errors
    /// As [`Pair::share_counts`].
    pub fn worse_off_counts(&self, kind: Kind) -> Result<Counts, Refusal> {
        let (first, second) = self.share_counts(kind)?;
        let is_first = std::ptr::eq(self.minuend, self.worse_off);
        Ok(if is_first { first } else { second })
    }

    /// The values of each person of the two: the minuend's and the other's.
    ///
    /// # Errors
    /// [`Refusal::NeedsData`] when the file does not give each person's value.
    pub fn values(&self) -> Result<(&'a Histogram, &'a Histogram), Refusal> {
        match (&self.minuend.values, &self.subtrahend.values) {
            (Some(first), Some(second)) => Ok((first, second)),
            _ => Err(Refusal::NeedsData {
                what: "the wait, or other number, of each person".to_owned(),
            }),
        }
    }
}

/// The pair of a dimension, as the World Health Organization pairs groups.
///
/// Ordered: the most and the least disadvantaged. Unordered with a reference group: the reference and
/// the worst of the others. Unordered without: the worst and the best. The gap is taken so that it is
/// positive when the worse-off side fares worse; without a direction, as if more were better.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two groups; [`Refusal::Mismatch`] when the reference is
/// none of the groups.
pub fn of_groups(groups: &Groups) -> Result<Pair<'_>, Refusal> {
    let list = &groups.list;
    let (Some(first), Some(last), true) = (list.first(), list.last(), list.len() > 1) else {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: list.len(),
        });
    };
    let more_is_worse = groups.polarity == Polarity::MoreIsWorse;
    let worst = |skip: Option<usize>| extreme(groups, more_is_worse, skip);
    let (worse_off, better_off) = match (groups.ordered, groups.reference) {
        (true, _) => (first, last),
        (false, Some(reference)) => {
            let chosen = list.get(reference).ok_or(Refusal::Mismatch {
                what: "the group to compare with is not among the groups",
            })?;
            (worst(Some(reference)).unwrap_or(first), chosen)
        }
        (false, None) => (
            worst(None).unwrap_or(first),
            extreme(groups, !more_is_worse, None).unwrap_or(last),
        ),
    };
    let (minuend, subtrahend) = if more_is_worse {
        (worse_off, better_off)
    } else {
        (better_off, worse_off)
    };
    Ok(Pair {
        minuend,
        subtrahend,
        worse_off,
        better_off,
    })
}

/// The first group with the highest (or lowest) value, `skip` left out.
fn extreme(groups: &Groups, highest: bool, skip: Option<usize>) -> Option<&Group> {
    groups
        .list
        .iter()
        .enumerate()
        .filter(|&(place, _)| Some(place) != skip)
        .map(|(_, group)| group)
        .reduce(|best, next| {
            let better = if highest {
                next.value > best.value
            } else {
                next.value < best.value
            };
            if better { next } else { best }
        })
}
