//! What a study sees under a rule: counts as they are released.

use crate::core::group::{Counts, Group, Groups, Kind};
use crate::core::histogram::Histogram;
use crate::core::measure::Basis;
use crate::core::study::{Crossed, Evidence, Sides};

use super::crossed::{Line, Overlay};
use super::figures::Terms;
use super::filled::filled;
use super::parts::released;
use super::sums::What;

/// What stands where a count is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// Nothing: there is no group.
    LeftOut,
    /// Counts that were made up. What changes with them is made from a hidden count.
    MadeUp,
}

/// What stands in the parts of the second division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// Released counts, and where they are hidden, that.
    Released(Hidden),
    /// Released counts, hidden ones filled in; instead of lines that are doubtful, made-up counts where
    /// asked for.
    FilledIn {
        /// Whether doubtful lines are made up.
        without_doubtful: bool,
    },
}

/// The evidence of one study and how its counts are given.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) exact: &'a Evidence,
    pub(super) basis: Basis,
    pub(super) overlay: &'a Overlay,
    pub(super) terms: Terms,
}

impl View<'_> {
    /// The places of groups that are hidden as a whole.
    pub(super) fn hidden_groups(&self) -> Vec<usize> {
        let groups = self.exact.groups.list.iter().enumerate();
        groups
            .filter(|(place, group)| self.group(group, (Line::Group(*place), None)).is_none())
            .map(|(place, _)| place)
            .collect()
    }

    /// Whether any count of the second division is hidden.
    pub(super) fn hides_parts(&self) -> bool {
        let Some(crossed) = &self.exact.crossed else {
            return false;
        };
        let hidden = |(line, row): (Line, &Vec<Option<Group>>)| {
            row.iter().enumerate().any(|(stratum, group)| {
                let at = (line, Some(stratum));
                group
                    .as_ref()
                    .is_some_and(|group| self.group(group, at).is_none())
            })
        };
        lines(crossed).any(hidden)
    }

    /// The evidence with released counts. `groups` says what becomes of groups that are hidden as a
    /// whole.
    pub(super) fn released(&self, groups: Hidden, parts: Parts) -> Evidence {
        let hidden = self.hidden_groups();
        let stays = |place: &usize| groups == Hidden::MadeUp || !hidden.contains(place);
        let places: Vec<usize> = (0..self.exact.groups.list.len()).filter(stays).collect();
        let at = |place: &usize| places.iter().position(|stays| stays == place);
        let whole = |place: usize| {
            let group = &self.exact.groups.list[place];
            let line = (Line::Group(place), None);
            self.group(group, line).unwrap_or_else(|| made_up(group))
        };
        let side = |group: &Group, line| self.group(group, (line, None));
        let exact = self.exact;
        Evidence {
            indicator: exact.indicator.clone(),
            counted: exact.counted,
            groups: Groups {
                list: places.iter().map(|&place| whole(place)).collect(),
                reference: exact.groups.reference.as_ref().and_then(at),
                pair: exact.groups.pair.as_ref().map(|(worse, better)| {
                    let at = |side: &[usize]| side.iter().filter_map(at).collect();
                    (at(worse), at(better))
                }),
                ..exact.groups.clone()
            },
            sides: exact.sides.as_ref().and_then(|sides| {
                Some(Sides {
                    worse_off: side(&sides.worse_off, Line::WorseOff)?,
                    better_off: side(&sides.better_off, Line::BetterOff)?,
                    worse_off_groups: sides.worse_off_groups.iter().filter_map(at).collect(),
                    better_off_groups: sides.better_off_groups.iter().filter_map(at).collect(),
                })
            }),
            unknown: exact.unknown.and_then(|counts| {
                let at = (Line::Unknown, None);
                self.overlay.counts(self.terms.rule, counts, at)
            }),
            crossed: exact
                .crossed
                .as_ref()
                .map(|crossed| self.crossed(crossed, &places, &hidden, parts)),
            health: exact
                .health
                .as_ref()
                .map(|health| self.by_rule(health, &places)),
        }
    }

    fn crossed(
        &self,
        exact: &Crossed,
        places: &[usize],
        hidden: &[usize],
        parts: Parts,
    ) -> Crossed {
        let row = |line: Line, row: &[Option<Group>]| -> Vec<Option<Group>> {
            let instead = match parts {
                Parts::Released(instead) => instead,
                Parts::FilledIn { without_doubtful } => {
                    let filled = filled(self, exact, line, row);
                    if filled.doubtful && without_doubtful {
                        return row
                            .iter()
                            .map(|group| group.as_ref().map(made_up))
                            .collect();
                    }
                    return filled.row;
                }
            };
            row.iter()
                .enumerate()
                .map(|(stratum, group)| {
                    let group = group.as_ref()?;
                    let released = self.group(group, (line, Some(stratum)));
                    released.or_else(|| (instead == Hidden::MadeUp).then(|| made_up(group)))
                })
                .collect()
        };
        let cells = |&place: &usize| {
            let cells = exact.cells.get(place)?;
            if hidden.contains(&place) {
                let each = cells.iter();
                return Some(each.map(|group| group.as_ref().map(made_up)).collect());
            }
            Some(row(Line::Group(place), cells))
        };
        Crossed {
            cells: places.iter().filter_map(cells).collect(),
            worse_off: row(Line::WorseOff, &exact.worse_off),
            better_off: row(Line::BetterOff, &exact.better_off),
            known: row(Line::Known, &exact.known),
            everyone: row(Line::Everyone, &exact.everyone),
            ..exact.clone()
        }
    }

    /// Counts as the rule gives each of them, those it hides left out.
    fn by_rule(&self, exact: &Crossed, places: &[usize]) -> Crossed {
        let row = |row: &Vec<Option<Group>>| -> Vec<Option<Group>> {
            let given = |group: &Group| {
                let counts = released(self.terms.rule, group.counts?)?;
                Some(of_counts(group, counts))
            };
            row.iter().map(|group| given(group.as_ref()?)).collect()
        };
        let cells = places.iter().filter_map(|&place| exact.cells.get(place));
        Crossed {
            cells: cells.map(row).collect(),
            worse_off: row(&exact.worse_off),
            better_off: row(&exact.better_off),
            known: row(&exact.known),
            everyone: row(&exact.everyone),
            ..exact.clone()
        }
    }

    /// Values of people such that as many lie above any of them as the rule would give, and coarser: whoever
    /// reads how many waited longer than each number of weeks must not count people.
    fn values(&self, exact: &Histogram) -> Histogram {
        let released = |above: u64| self.terms.rule.coarse(above);
        let mut coarse = Histogram::default();
        let (mut above, mut given) = (0, 0);
        let values: Vec<(i64, u64)> = exact.iter().collect();
        for (value, times) in values.into_iter().rev() {
            above += times;
            let next = released(above).max(given);
            if next > given {
                coarse.add_micro(value, next - given);
            }
            given = next;
        }
        coarse
    }

    /// The exact counts of a line over all strata, unknown ones too.
    pub(super) fn whole(&self, line: Line) -> Option<Counts> {
        let sides = self.exact.sides.as_ref();
        match line {
            Line::Group(place) => self.exact.groups.list.get(place)?.counts,
            Line::WorseOff => sides?.worse_off.counts,
            Line::BetterOff => sides?.better_off.counts,
            Line::Known | Line::Everyone | Line::Unknown => None,
        }
    }

    /// A group from its released counts; `None` when one is hidden.
    fn group(&self, exact: &Group, at: (Line, Option<usize>)) -> Option<Group> {
        let rule = self.terms.rule;
        let counts = exact
            .counts
            .map(|counts| self.overlay.counts(rule, counts, at));
        let kind = self.exact.groups.kind;
        if self.basis == Basis::Values || kind == Kind::Value {
            let people = exact
                .counts
                .map(|counts| counts.people)
                .or(exact.population);
            if people.is_some_and(|people| rule.hides_value_of(people)) {
                return None;
            }
            let of_rule = |people| self.overlay.count(rule, people, at, What::People);
            let counts = counts.flatten();
            let group = Group {
                population: people.and_then(of_rule),
                counts,
                values: exact.values.as_ref().map(|values| self.values(values)),
                ..exact.clone()
            };
            return match (kind, counts) {
                (Kind::Value, _) => {
                    self.terms
                        .given_value(group, exact.population, self.exact.groups.unit)
                }
                (_, Some(counts)) => Some(Group {
                    value: counts.events / counts.people,
                    interval: None,
                    standard_error: None,
                    ..group
                }),
                (_, None) => None,
            };
        }
        let counts = match counts {
            Some(counts) => counts?,
            None => return Some(exact.clone()),
        };
        Some(of_counts(exact, counts))
    }
}

pub(super) fn of_counts(group: &Group, counts: Counts) -> Group {
    Group {
        label: group.label.clone(),
        value: counts.events / counts.people,
        interval: None,
        standard_error: None,
        population: Some(counts.people),
        counts: Some(counts),
        values: None,
    }
}

/// A group of which nothing is told.
fn made_up(group: &Group) -> Group {
    const COUNTS: Counts = Counts {
        events: 7.0,
        people: 130.0,
    };
    Group {
        label: group.label.clone(),
        value: COUNTS.events / COUNTS.people,
        interval: None,
        standard_error: None,
        population: Some(COUNTS.people),
        counts: group.counts.map(|_| COUNTS),
        values: None,
    }
}

/// Every line of a crossed table.
pub(super) fn lines(crossed: &Crossed) -> impl Iterator<Item = (Line, &Vec<Option<Group>>)> {
    let groups = crossed.cells.iter().enumerate();
    groups.map(|(place, row)| (Line::Group(place), row)).chain([
        (Line::WorseOff, &crossed.worse_off),
        (Line::BetterOff, &crossed.better_off),
        (Line::Known, &crossed.known),
        (Line::Everyone, &crossed.everyone),
    ])
}

/// The same, to be changed.
pub(super) fn lines_mut(
    crossed: &mut Crossed,
) -> impl Iterator<Item = (Line, &mut Vec<Option<Group>>)> {
    let groups = crossed.cells.iter_mut().enumerate();
    groups.map(|(place, row)| (Line::Group(place), row)).chain([
        (Line::WorseOff, &mut crossed.worse_off),
        (Line::BetterOff, &mut crossed.better_off),
        (Line::Known, &mut crossed.known),
        (Line::Everyone, &mut crossed.everyone),
    ])
}
