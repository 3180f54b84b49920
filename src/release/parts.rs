//! Counts after the rule, as parts to make figures from.

use crate::core::estimate::Interval;
use crate::core::group::{Counts, Group, Groups, Kind};
use crate::core::units::Unit;

use super::rule::Rule;

/// The released counts, or `None` when one of the two is hidden.
pub(super) fn released(rule: &Rule, exact: Counts) -> Option<Counts> {
    Some(Counts {
        events: rule.count(exact.events).number()?,
        people: rule.count(exact.people).number()?,
    })
}

/// All released counts, or `None` when one is hidden.
pub(super) fn all_released(rule: &Rule, exact: &[Counts]) -> Option<Vec<Counts>> {
    exact.iter().map(|&counts| released(rule, counts)).collect()
}

/// Groups made again from released counts, or `None` when a count is hidden. Values that are not made
/// from counts stay; how many people they are of, the weight of a group, is released.
pub(super) fn groups_released(rule: &Rule, exact: &Groups) -> Option<Groups> {
    let list = exact
        .list
        .iter()
        .map(|group| {
            let (Kind::Share | Kind::Rate, Some(counts)) = (exact.kind, group.counts) else {
                return weight_released(rule, group).and_then(|group| stepped(rule, group, exact));
            };
            let counts = released(rule, counts)?;
            Some(Group {
                label: group.label.clone(),
                value: counts.events / counts.people,
                interval: None,
                standard_error: None,
                population: Some(counts.people),
                counts: Some(counts),
                values: None,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(Groups {
        list,
        ..exact.clone()
    })
}

fn weight_released(rule: &Rule, group: &Group) -> Option<Group> {
    let population = match group.population {
        Some(people) => Some(rule.count(people).number()?),
        None => None,
    };
    Some(Group {
        population,
        ..group.clone()
    })
}

/// A given share or rate of known people, whose product with them is a count: in steps of as many events
/// as the rule rounds counts to, as the group's own figure is released; `None` where that count is hidden.
fn stepped(rule: &Rule, group: Group, groups: &Groups) -> Option<Group> {
    let of_people = matches!(groups.unit, Unit::Percent | Unit::Per(_));
    let exact = groups.list.iter().find(|other| other.label == group.label);
    let people = exact.and_then(|exact| exact.population);
    let (true, Some(nearest), Some(people)) = (of_people, rule.nearest(), people) else {
        return Some(group);
    };
    if people <= 0.0 {
        return Some(group);
    }
    if rule.hides_value_of(group.value * people) {
        return None;
    }
    let step = nearest / people;
    let to_step = |value: f64| (value / step).round() * step;
    Some(Group {
        value: to_step(group.value),
        interval: group
            .interval
            .and_then(|limits| wide(limits.map(to_step).ok()?, step)),
        // Of a share, the error tells the share.
        standard_error: None,
        ..group
    })
}

/// Limits that rounding has made one would claim certainty: they are a step apart.
fn wide(limits: Interval, step: f64) -> Option<Interval> {
    if limits.upper() > limits.lower() {
        return Some(limits);
    }
    let half = step / 2.0;
    Interval::new(limits.lower() - half, limits.upper() + half, limits.level()).ok()
}

/// The smallest denominator, or 0 when there is none.
pub(super) fn smallest(parts: &[Counts]) -> f64 {
    parts
        .iter()
        .map(|part| part.people)
        .reduce(f64::min)
        .unwrap_or(0.0)
}
