//! Where each group of an order stands, and the straight line through them all: from released parts.

use crate::core::answer::Section as ExactSection;
use crate::core::group::{Group as ExactGroup, Groups, Kind};
use crate::core::measure::ordered::{fit, ridit};
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

use super::cell::Cell;
use super::parts::groups_released;
use super::rule::Rule;
use super::section::{Fit, Group, Placed};

/// The line through the groups as they are released, where they have an order and known sizes and none
/// is hidden.
pub(super) fn of_section(
    exact: &ExactSection,
    released: &[Group],
    rule: &'static Rule,
) -> Option<Fit> {
    let groups = as_released(&exact.measured_on, released, rule)?;
    let cell = if rule.protects() {
        Cell::Rounded
    } else {
        Cell::Exact
    };
    line(&groups, cell).ok()
}

/// The groups as measures see them, made from what is released of them; `None` where one is hidden.
pub(super) fn as_released(
    exact: &Groups,
    released: &[Group],
    rule: &'static Rule,
) -> Option<Groups> {
    if rule.protects() {
        with_released_values(groups_released(rule, exact)?, released)
    } else {
        Some(exact.clone())
    }
}

/// Values that are not made from counts, as they are released.
fn with_released_values(groups: Groups, released: &[Group]) -> Option<Groups> {
    if groups.kind != Kind::Value {
        return Some(groups);
    }
    let value = |label: &str| {
        let group = released.iter().find(|group| group.label == label)?;
        group.value.as_ref().ok()?.value.number()
    };
    let list = groups.list.iter().map(|group| {
        Some(ExactGroup {
            value: value(&group.label)?,
            ..group.clone()
        })
    });
    Some(Groups {
        list: list.collect::<Option<_>>()?,
        ..groups
    })
}

fn line(groups: &Groups, cell: fn(f64) -> Cell) -> Result<Fit, Refusal> {
    let sample = Sample::of_ordered(groups, 2)?;
    let line = ridit::Line::through(&sample)?;
    let ranks = ridit::midpoints(sample.shares());
    let places = groups.list.iter().zip(sample.shares()).zip(ranks);
    Ok(Fit {
        groups: places
            .map(|((group, &share), middle)| Placed {
                label: group.label.clone(),
                share: cell(share),
                middle: cell(middle),
                fitted: cell(line.at(middle)),
            })
            .collect(),
        explained: fit::explained(&sample).map(cell),
    })
}
