//! One dimension of a tally under a rule: how its groups are joined for each indicator, and their released
//! numbers.

use crate::core::dimension::{Dimension, Status};
use crate::core::indicator::{Formula, Indicator};
use crate::core::plan::Plan;
use crate::core::summary::Summary;
use crate::core::tally::Cell as Counted;

use super::bands::{Bands, Ladder, Threshold};
use super::blocks::blocks;
use super::cell::{Cell, Why};
use super::joined::{Blocks, apart, is_union, joined};
use super::protect::protected;
use super::rule::Rule;
use super::settle::pool_places;
use super::summarise::{adds_persons, of_values, summary};
use super::{Completeness, Grouped};

/// One dimension with what was counted in its groups, and how they are joined for each indicator.
pub(super) struct Divided<'a> {
    pub(super) plan: &'a Plan,
    pub(super) dimension: &'a Dimension,
    pub(super) rule: &'static Rule,
    cells: Vec<Counted>,
    pub(super) blocks: Vec<Blocks>,
    /// The blocks of each indicator's people, before any outcome.
    pub(super) people: Vec<Blocks>,
    /// Where the values of each indicator are cut.
    bands: Vec<Bands>,
    /// Whether groups are joined because of what has left before.
    pub(super) held_back: bool,
}

impl<'a> Divided<'a> {
    pub(super) fn of(
        plan: &'a Plan,
        dimension: &'a Dimension,
        cells: Vec<Counted>,
        rule: &'static Rule,
    ) -> Self {
        let alone = vec![apart(dimension); plan.indicators.len()];
        let mut made = Self {
            plan,
            dimension,
            rule,
            cells,
            blocks: alone.clone(),
            people: alone,
            bands: vec![Bands::default(); plan.indicators.len()],
            held_back: false,
        };
        if let Some(below) = rule.below() {
            let empty: Vec<bool> = (0..made.cells.len()).map(|at| made.is_empty(at)).collect();
            let pool = |indicator: &Indicator, places: &[usize]| made.exact(indicator, places);
            let of = |indicators: &[Indicator]| {
                blocks((plan, indicators), dimension, &empty, &pool, below)
            };
            let together = of(&plan.indicators);
            let people: Vec<Indicator> = plan
                .indicators
                .iter()
                .map(|indicator| match indicator.formula {
                    Formula::ShareOver { .. } => Indicator {
                        formula: Formula::Median,
                        ..indicator.clone()
                    },
                    _ => indicator.clone(),
                })
                .collect();
            let alone = of(&people);
            made.join(together, alone);
        }
        made
    }

    /// Joins the groups of each indicator, and of its people, into these blocks, and cuts the values anew.
    pub(super) fn join(&mut self, blocks: Vec<Blocks>, people: Vec<Blocks>) {
        self.blocks = blocks;
        self.people = people;
        if let Some(below) = self.rule.below() {
            let indicators = 0..self.plan.indicators.len();
            self.bands = indicators.map(|at| self.cut(at, below)).collect();
        }
    }

    /// Whether nobody is here, or the group is the sum of others.
    pub(super) fn is_empty(&self, place: usize) -> bool {
        self.dimension.groups[place].status == Status::Total
            || self.cells[place] == Counted::default()
    }

    fn status(&self, passes: impl Fn(Status) -> bool) -> Vec<usize> {
        let groups = self.dimension.groups.iter().enumerate();
        groups
            .filter(|(_, group)| passes(group.status))
            .map(|(place, _)| place)
            .collect()
    }

    pub(super) fn exact(&self, indicator: &Indicator, places: &[usize]) -> Summary {
        let whole = match indicator.share_of_total() {
            Some(_) => pool_places(&self.cells, &self.status(|status| status != Status::Total)),
            None => Counted::default(),
        };
        let cell = pool_places(&self.cells, places);
        summary(self.plan, indicator, &cell, &whole)
    }

    /// The released numbers of the groups at these places together. Their values are given in bands.
    fn released(&self, at: usize, places: &[usize]) -> Summary {
        let indicator = &self.plan.indicators[at];
        let exact = self.exact(indicator, places);
        if !self.rule.protects() {
            return exact;
        }
        let released = protected(indicator, &exact, self.rule);
        let values = exact.values.as_ref().and_then(|values| {
            self.bands[at].released(places, values, &self.thresholds(), self.rule)
        });
        Summary { values, ..released }
    }

    /// Where the values of an indicator are cut.
    fn cut(&self, at: usize, below: u64) -> Bands {
        if !of_values(&self.plan.indicators[at].formula) {
            return Bands::default();
        }
        let ladder = Ladder {
            weeks: self.is_wait(),
            thresholds: self.thresholds(),
            people: &self.people[at],
            below,
        };
        ladder.bands(&|places: &[usize]| {
            pool_places(&self.cells, places)
                .outcome(self.plan.indicators[at].outcome)
                .values
                .clone()
        })
    }

    /// Whether the values are weeks of waiting.
    pub(super) fn is_wait(&self) -> bool {
        let of_weeks = |indicator: &Indicator| {
            matches!(indicator.formula, Formula::ShareOver { .. })
                || indicator.unit == crate::core::units::Unit::Weeks
        };
        self.plan.indicators.iter().any(of_weeks)
    }

    /// The thresholds of the plan's indicators, rising, each once.
    fn thresholds(&self) -> Vec<Threshold<'_>> {
        let mut thresholds: Vec<Threshold<'_>> = self
            .plan
            .indicators
            .iter()
            .zip(&self.blocks)
            .filter_map(|(indicator, blocks)| match indicator.formula {
                Formula::ShareOver { weeks } => Some(Threshold { at: weeks, blocks }),
                _ => None,
            })
            .collect();
        thresholds.sort_by(|one, other| one.at.total_cmp(&other.at));
        thresholds.dedup_by(|one, other| one.at.total_cmp(&other.at).is_eq());
        thresholds
    }

    /// The groups of one indicator, joined into blocks, with their numbers.
    pub(super) fn grouped(&self, at: usize, blocks: &Blocks) -> Grouped {
        let dimension = joined(self.dimension, blocks);
        let places = |groups: &[usize]| -> Vec<usize> {
            groups
                .iter()
                .flat_map(|&block| blocks[block].clone())
                .collect()
        };
        let whole = |passes: fn(Status) -> bool| {
            let groups = dimension.groups.iter().enumerate();
            let groups = groups.filter(|(_, group)| passes(group.status));
            let groups: Vec<usize> = groups.map(|(block, _)| block).collect();
            self.released(at, &places(&groups))
        };
        let indicator = &self.plan.indicators[at];
        let of_total = indicator.share_of_total().is_some();
        let known = whole(Status::is_known);
        let everyone = whole(|status| status != Status::Total);
        let groups: Vec<Option<Summary>> = blocks
            .iter()
            .map(|block| {
                let counted = !block.iter().all(|&place| self.is_empty(place));
                counted.then(|| self.group(self.released(at, block)))
            })
            .collect();
        // Groups with given values are not joined: where one is small, no sum may tell it.
        let few = |(group, block): (&Option<Summary>, &Vec<usize>)| {
            let exact = self.exact(indicator, block);
            group
                .as_ref()
                .is_some_and(|group| group.people != exact.people && group.people.is_none())
        };
        let telling = matches!(indicator.formula, Formula::Given { .. })
            && groups.iter().zip(blocks).any(few);
        let total = |summary: Summary| Summary {
            people: summary.people.filter(|_| !telling),
            ..summary
        };
        Grouped {
            groups,
            known: total(known),
            everyone: total(everyone),
            unknown: total(whole(Status::is_unknown)),
            sides: dimension
                .contrasts
                .iter()
                .map(|contrast| {
                    [&contrast.worse_off_groups, &contrast.better_off_groups]
                        .map(|groups| total(self.group(self.released(at, &places(groups)))))
                })
                .collect(),
            dimension: if of_total {
                // Such shares are of one whole and are not set against each other.
                Dimension {
                    contrasts: Vec::new(),
                    paired: false,
                    ..dimension
                }
            } else {
                dimension
            },
        }
    }

    /// Of one group, records without an outcome are not given under a rule that hides.
    fn group(&self, summary: Summary) -> Summary {
        let blank = summary.blank.filter(|_| !self.rule.protects());
        Summary { blank, ..summary }
    }

    /// How complete the dimension is: people of the first indicator that counts them.
    pub(super) fn completeness(&self) -> Completeness {
        let counts = |indicator: &Indicator| {
            !matches!(
                indicator.formula,
                Formula::Given { .. } | Formula::Unavailable { .. }
            )
        };
        let leading = self.plan.indicators.iter().find(|one| counts(one));
        let people = |places: &[usize]| -> f64 {
            let Some(indicator) = leading else { return 0.0 };
            let by_rows = !matches!(
                indicator.formula,
                Formula::Share { .. } | Formula::Rate { .. }
            );
            // Without a rule, records without an outcome count too.
            if by_rows && !self.rule.protects() {
                return pool_places(&self.cells, places).rows as f64;
            }
            let each = places.iter().map(|&place| {
                let of_one = self.exact(indicator, &[place]);
                if indicator.share_of_total().is_some() && !adds_persons(self.plan, indicator) {
                    of_one.counts.map_or(0.0, |counts| counts.events)
                } else {
                    of_one.people.unwrap_or(0.0)
                }
            });
            // An empty float sum is -0.
            each.fold(0.0, |sum, people| sum + people)
        };
        let order = [
            Status::Known,
            Status::NotStated,
            Status::NotKnown,
            Status::Missing,
            Status::Unrecognised,
        ];
        let all: Vec<usize> = self.status(|status| status != Status::Total);
        let counts: Vec<(Status, f64)> = order
            .into_iter()
            .map(|status| (status, people(&self.status(|other| other == status))))
            .collect();
        // What the tables join is not told apart here either.
        let blocks = leading
            .and_then(|first| {
                self.plan
                    .indicators
                    .iter()
                    .position(|one| one.id == first.id)
            })
            .map(|at| &self.people[at]);
        let given = |status: Status, count: f64| {
            let places = self.status(|other| other == status);
            if blocks.is_none_or(|blocks| is_union(blocks, &places)) {
                self.rule.count(count)
            } else {
                Cell::Hidden(Why::GivesAway)
            }
        };
        Completeness {
            dimension: self.dimension.name.clone(),
            everyone: self.rule.count(people(&all)),
            by_status: counts
                .into_iter()
                .map(|(status, count)| (status, given(status, count)))
                .collect(),
        }
    }
}
