//! Two groups set against each other, from whatever is known of them; and the two sides in each stratum.

use super::form::{self, NOBODY};
use super::{Inputs, Pair, Stratified};
use crate::core::estimate::Estimate;
use crate::core::group::{Group, Groups, Kind};
use crate::core::measure::standard_error;
use crate::core::measure::two_groups::{difference, difference_test, ratio};
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::stratification::Stratum;
use crate::core::units::Level;

/// The first value less the second, with the interval of its kind.
pub(super) fn difference(
    first: &Group,
    second: &Group,
    kind: Kind,
    level: Level,
) -> Result<Estimate, Refusal> {
    difference::FORMS.of((first, second), kind, level, error_of_value)
}

/// The first value over the second, with the interval of its kind.
pub(super) fn ratio(
    first: &Group,
    second: &Group,
    kind: Kind,
    level: Level,
) -> Result<Estimate, Refusal> {
    ratio::FORMS.of((first, second), kind, level, error_of_value)
}

/// How often chance alone would set the two at least as far apart; `None` where it cannot be told.
pub(super) fn chance(first: &Group, second: &Group, kind: Kind, level: Level) -> Option<f64> {
    if let (Kind::Share, Some(a), Some(b)) = (kind, first.counts, second.counts) {
        return match difference_test::pooled(a, b) {
            Ok((_, p)) => Some(p),
            // Nobody or everybody on both sides has the outcome.
            Err(Refusal::Zero { .. }) => Some(1.0),
            Err(_) => None,
        };
    }
    let gap = difference(first, second, kind, level).ok()?;
    let error = error_of(&gap)?;
    Some(normal::two_sided(gap.value() / error))
}

/// The standard error that an estimate's interval speaks of, where it is above 0.
pub(super) fn error_of(estimate: &Estimate) -> Option<f64> {
    let interval = estimate.interval().as_ref().ok()?;
    let error = (interval.upper() - interval.lower()) / (2.0 * normal::z(interval.level()));
    (error > 0.0).then_some(error)
}

fn error_of_value(group: &Group) -> Result<f64, Refusal> {
    match group.interval {
        Some(limits) => Ok((limits.upper() - limits.lower()) / (2.0 * normal::z(limits.level()))),
        None => standard_error::of_group(group, Kind::Value),
    }
}

/// The value of a group with its interval.
pub(super) fn value(group: Option<&Group>, kind: Kind, level: Level) -> Result<Estimate, Refusal> {
    group.ok_or(NOBODY)?.estimate(kind, level)
}

/// The two sides in one stratum.
pub(super) struct Compared<'a> {
    /// The stratum.
    pub stratum: &'a Stratum,
    /// The disadvantaged side, where anyone of it is there.
    pub worse_off: Option<&'a Group>,
    /// The other side.
    pub better_off: Option<&'a Group>,
    /// Worse-off less better-off.
    pub difference: Result<Estimate, Refusal>,
    /// Worse-off over better-off.
    pub ratio: Result<Estimate, Refusal>,
}

/// The two sides in every stratum.
pub(super) fn in_each<'a>(stratified: &'a Stratified, groups: &Groups) -> Vec<Compared<'a>> {
    let (kind, level) = (groups.kind, groups.level);
    let sides = stratified.worse_off.iter().zip(&stratified.better_off);
    let strata = stratified.strata.iter().zip(sides);
    strata
        .map(|(stratum, (worse_off, better_off))| {
            let (worse_off, better_off) = (worse_off.as_ref(), better_off.as_ref());
            let both = worse_off.zip(better_off).ok_or(NOBODY);
            Compared {
                stratum,
                worse_off,
                better_off,
                difference: both
                    .clone()
                    .and_then(|(a, b)| difference(a, b, kind, level)),
                ratio: both.and_then(|(a, b)| ratio(a, b, kind, level)),
            }
        })
        .collect()
}

/// What the two sides are called, and the known groups in either.
pub(super) struct Names {
    /// Their labels.
    pub sides: Pair,
    /// Places of the groups of both.
    pub groups: Vec<usize>,
}

/// The names of the two sides. They are known even where a rule hides the counts of a whole side.
pub(super) fn names(inputs: &Inputs, stratified: &Stratified) -> Result<Names, Refusal> {
    let label = |side: &[Option<Group>]| side.iter().flatten().next().map(|g| g.label.clone());
    match (
        &inputs.sides,
        label(&stratified.worse_off),
        label(&stratified.better_off),
    ) {
        (Some(sides), _, _) => Ok(Names {
            sides: form::pair(sides),
            groups: [&sides.worse_off_groups[..], &sides.better_off_groups].concat(),
        }),
        (None, Some(worse_off), Some(better_off)) => Ok(Names {
            sides: Pair {
                worse_off,
                better_off,
            },
            groups: Vec::new(),
        }),
        _ => Err(inputs.sides().err().unwrap_or(NOBODY)),
    }
}
