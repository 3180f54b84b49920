//! Counts after the rule, as parts to make figures from.

use crate::core::group::{Counts, Group, Groups, Kind};

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
                return weight_released(rule, group);
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

/// The smallest denominator, or 0 when there is none.
pub(super) fn smallest(parts: &[Counts]) -> f64 {
    parts
        .iter()
        .map(|part| part.people)
        .reduce(f64::min)
        .unwrap_or(0.0)
}
