//! How far each group is from what an indicator is aimed at, told from released figures alone.

use super::cell::{Cell, Figure, Limits, Outcome};
use super::section::{Group, Section};
use crate::core::group::Kind;
use crate::core::target::Target;
use crate::core::units::Polarity;
use crate::release::rule::Rule;

/// A target, and where the groups of a section stand to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim<'a> {
    /// The target.
    pub target: &'a Target,
    /// The known groups with a value in their order, then everyone.
    pub groups: Vec<Distance<'a>>,
}

/// Where one group stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Distance<'a> {
    /// The group's name as shown.
    pub label: &'a str,
    /// Its value less the target, in the raw direction of the value.
    pub less_target: Outcome,
    /// How many people more with the outcome, or fewer where more is worse, would reach the target; 0 where it is
    /// reached. `None` where the indicator is no share of counted people, or neither direction is better.
    pub people: Option<Cell>,
}

/// What is known of every target of a section's indicator.
pub fn aims<'a>(section: &'a Section, rule: &Rule) -> Vec<Aim<'a>> {
    let known = section
        .groups
        .iter()
        .filter(|group| group.status.is_known());
    let groups: Vec<&Group> = known
        .chain([&section.everyone])
        .filter(|group| group.value.is_ok())
        .collect();
    let aim = |target: &'a Target| Aim {
        target,
        groups: groups
            .iter()
            .map(|group| Distance {
                label: &group.label,
                less_target: group.value.clone().map(|figure| less(figure, target.value)),
                people: people(section, group, target.value, rule),
            })
            .collect(),
    };
    section.indicator.targets.iter().map(aim).collect()
}

/// A figure less a number that is known.
fn less(figure: Figure, known: f64) -> Figure {
    let moved = |cell: Cell| match cell {
        Cell::Exact(number) => Cell::Exact(number - known),
        Cell::Rounded(number) => Cell::Rounded(number - known),
        hidden @ Cell::Hidden(_) => hidden,
    };
    Figure {
        value: moved(figure.value),
        limits: figure.limits.map(|limits| Limits {
            lower: moved(limits.lower),
            upper: moved(limits.upper),
            level: limits.level,
        }),
        unit: figure.unit.of_difference(),
        ..figure
    }
}

/// The smallest whole number of people that reaches the target; a multiple of what the rule rounds to.
fn people(section: &Section, group: &Group, target: f64, rule: &Rule) -> Option<Cell> {
    let direction = match section.indicator.polarity {
        Polarity::MoreIsBetter => 1.0,
        Polarity::MoreIsWorse => -1.0,
        Polarity::Neutral => return None,
    };
    if section.kind != Kind::Share {
        return None;
    }
    let (events, people) = (group.events?, group.people?);
    let (Some(with), Some(of)) = (events.number(), people.number()) else {
        return Some(if events.number().is_none() {
            events
        } else {
            people
        });
    };
    let step = rule.nearest().unwrap_or(1.0);
    // A hair is taken off, so that 0.75 of 400 is 300 and not one person more.
    let short = (direction * (target * of - with) / step - 1e-9)
        .ceil()
        .max(0.0)
        * step;
    Some(if rule.protects() {
        Cell::Rounded(short)
    } else {
        Cell::Exact(short)
    })
}
