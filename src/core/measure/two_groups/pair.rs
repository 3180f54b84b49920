//! Which two of many groups are set against each other.

use std::borrow::Cow;

use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Group, Groups, Kind};
use crate::core::histogram::Histogram;
use crate::core::measure::standard_error;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity};

/// Two groups: the worse-off side, or the higher value, and the other.
#[derive(Clone, Debug)]
pub struct Pair<'a> {
    /// The disadvantaged side: the first group where ordered, else the one with the worse value.
    pub worse_off: Cow<'a, Group>,
    /// The other side.
    pub better_off: Cow<'a, Group>,
    /// Whether the better-off side's value is taken away, and not the worse-off side's.
    more_is_worse: bool,
}

impl Pair<'_> {
    /// The one whose value less the other's is the gap; bigger is a bigger gap.
    pub fn minuend(&self) -> &Group {
        if self.more_is_worse {
            &self.worse_off
        } else {
            &self.better_off
        }
    }

    /// The one that is taken away.
    pub fn subtrahend(&self) -> &Group {
        if self.more_is_worse {
            &self.better_off
        } else {
            &self.worse_off
        }
    }

    /// The counts of the two, where the values are shares of people: the minuend's and the other's.
    ///
    /// # Errors
    /// [`Refusal::NeedsData`] when the values are no shares or have no counts.
    pub fn share_counts(&self, kind: Kind) -> Result<(Counts, Counts), Refusal> {
        match (kind, self.minuend().counts, self.subtrahend().counts) {
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
        Ok(if self.more_is_worse { first } else { second })
    }

    /// The values of each person of the two: the minuend's and the other's.
    ///
    /// # Errors
    /// [`Refusal::NeedsData`] when the file does not give each person's value.
    pub fn values(&self) -> Result<(&Histogram, &Histogram), Refusal> {
        match (&self.minuend().values, &self.subtrahend().values) {
            (Some(first), Some(second)) => Ok((first, second)),
            _ => Err(Refusal::NeedsData {
                what: "the wait, or other number, of each person".to_owned(),
            }),
        }
    }
}

/// The pair of a dimension: the one that the plan names, else as the World Health Organization pairs groups.
///
/// Ordered: the most and the least disadvantaged. Unordered with a reference group: the reference and
/// the worst of the others. Unordered without: the worst and the best. The gap is taken so that it is
/// positive when the worse-off side fares worse; without a direction, as if more were better. The worst and
/// the best are chosen among the groups that have a value; for an end of the order or a reference without
/// one, no other group stands in.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two groups; [`Refusal::Mismatch`] when the
/// reference is none of the groups, or when a side of several groups has values that do not add up.
pub fn of_groups(groups: &Groups) -> Result<Pair<'_>, Refusal> {
    let list = &groups.list;
    let (Some(first), Some(last), true) = (list.first(), list.last(), list.len() > 1) else {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: list.len(),
        });
    };
    let more_is_worse = groups.polarity == Polarity::MoreIsWorse;
    if let Some((worse_off, better_off)) = &groups.pair {
        return Ok(Pair {
            worse_off: side(groups, worse_off)?,
            better_off: side(groups, better_off)?,
            more_is_worse,
        });
    }
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
    Ok(Pair {
        worse_off: Cow::Borrowed(worse_off),
        better_off: Cow::Borrowed(better_off),
        more_is_worse,
    })
}

/// A value with its standard error, or the reason it has none.
type WithError = (f64, Result<f64, Refusal>);

/// How two groups are set against each other by what is known of them: the first against the second.
pub struct Forms {
    /// Shares of people.
    pub shares: fn(Counts, Counts, Level) -> Result<Estimate, Refusal>,
    /// Rates of events.
    pub rates: fn(Counts, Counts, Level) -> Result<Estimate, Refusal>,
    /// Given values.
    pub values: fn(WithError, WithError, Level) -> Result<Estimate, Refusal>,
}

impl Forms {
    /// One group against another; `error` gives the standard error of a group's value where it has no counts.
    ///
    /// # Errors
    /// Those of the form.
    pub fn of(
        &self,
        (first, second): (&Group, &Group),
        kind: Kind,
        level: Level,
        error: impl Fn(&Group) -> Result<f64, Refusal>,
    ) -> Result<Estimate, Refusal> {
        match (kind, first.counts, second.counts) {
            (Kind::Share, Some(a), Some(b)) => (self.shares)(a, b, level),
            (Kind::Rate, Some(a), Some(b)) => (self.rates)(a, b, level),
            _ => {
                let with_error = |group: &Group| (group.value, error(group));
                (self.values)(with_error(first), with_error(second), level)
            }
        }
    }

    /// The pair of a dimension, the minuend against the other.
    ///
    /// # Errors
    /// As [`of_groups`]; else those of the form.
    pub(super) fn of_pair(&self, groups: &Groups) -> Result<Estimate, Refusal> {
        let pair = of_groups(groups)?;
        let sides = (pair.minuend(), pair.subtrahend());
        self.of(sides, groups.kind, groups.level, |group| {
            standard_error::of_group(group, groups.kind)
        })
    }
}

/// What a measure of two shares makes of the pair: of the minuend's counts and the other's.
///
/// # Errors
/// As [`of_groups`] and [`Pair::share_counts`]; else those of the measure.
pub(in crate::core::measure) fn of_shares(
    groups: &Groups,
    of: impl FnOnce(Counts, Counts, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    let (first, second) = of_groups(groups)?.share_counts(groups.kind)?;
    of(first, second, groups.level)
}

/// What a measure of each person's value makes of the pair.
///
/// # Errors
/// As [`of_groups`] and [`Pair::values`]; else those of the measure.
pub(in crate::core::measure) fn of_values(
    groups: &Groups,
    of: impl FnOnce(&Histogram, &Histogram, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    let pair = of_groups(groups)?;
    let (first, second) = pair.values()?;
    of(first, second, groups.level)
}

/// One side of the plan's pair: a group, or several taken together.
fn side<'a>(groups: &'a Groups, places: &[usize]) -> Result<Cow<'a, Group>, Refusal> {
    let list: Vec<&Group> = places
        .iter()
        .filter_map(|&place| groups.list.get(place))
        .collect();
    let [first, rest @ ..] = &list[..] else {
        return Err(Refusal::TooFewGroups { need: 1, got: 0 });
    };
    if rest.is_empty() {
        return Ok(Cow::Borrowed(first));
    }
    let counts: Option<Vec<Counts>> = list.iter().map(|group| group.counts).collect();
    let counts = counts
        .filter(|_| groups.kind != Kind::Value)
        .ok_or(Refusal::Mismatch {
            what: "one side is several groups, whose values cannot be added up; choose one group",
        })?;
    let (events, people) = counts.iter().fold((0.0, 0.0), |(events, people), counts| {
        (events + counts.events, people + counts.people)
    });
    let values = list.iter().map(|group| group.values.as_ref());
    let values = values.collect::<Option<Vec<_>>>().map(|all| {
        let mut merged = Histogram::new();
        for values in all {
            merged.merge(values);
        }
        merged
    });
    let labels: Vec<&str> = list.iter().map(|group| group.label.as_str()).collect();
    Ok(Cow::Owned(Group {
        label: labels.join(" + "),
        value: events / people,
        interval: None,
        standard_error: None,
        population: Some(people),
        counts: Some(Counts { events, people }),
        values,
    }))
}

/// The first group with the highest (or lowest) value, `skip` and groups without a value left out.
fn extreme(groups: &Groups, highest: bool, skip: Option<usize>) -> Option<&Group> {
    groups
        .list
        .iter()
        .enumerate()
        .filter(|&(place, group)| Some(place) != skip && group.value.is_finite())
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
