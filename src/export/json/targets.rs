//! Targets, and how far the groups are from them.

use serde::Serialize;

use crate::answer::section::Section;
use crate::answer::targets::{self, Aim};
use crate::release::rule::Rule;

use super::{FigureOut, Number, number, outcome};

/// Every target of a section's indicator.
pub(super) fn aims<'a>(section: &'a Section, rule: &Rule) -> Vec<AimOut<'a>> {
    targets::aims(section, rule).into_iter().map(aim).collect()
}

/// A target and how far the groups are from it.
#[derive(Serialize)]
pub(super) struct AimOut<'a> {
    value: f64,
    year: &'a str,
    source: &'a str,
    groups: Vec<DistanceOut<'a>>,
}

#[derive(Serialize)]
struct DistanceOut<'a> {
    label: &'a str,
    less_target: FigureOut,
    people: Option<Number>,
}

fn aim(aim: Aim<'_>) -> AimOut<'_> {
    AimOut {
        value: aim.target.value,
        year: &aim.target.year,
        source: &aim.target.source,
        groups: aim
            .groups
            .into_iter()
            .map(|group| DistanceOut {
                label: group.label,
                less_target: outcome(&group.less_target),
                people: group.people.map(number),
            })
            .collect(),
    }
}
