//! One estimate after the rule: as it is, made again from released parts, or to fewer digits.

use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

use super::cell::{Cell, Figure, Limits, Outcome, Why};
use super::digits::{limited, of_ratio, round, usual};
use super::parts::{all_released, smallest};
use super::rule::Rule;

/// What every figure of one section is made under.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub(super) rule: &'static Rule,
    pub(super) level: Level,
}

type Estimated = Result<Estimate, Refusal>;

impl Terms {
    /// A figure made of counts. Under a protecting rule it is made again from the released counts,
    /// and hidden when one of them is.
    pub(super) fn of_parts(
        self,
        exact: &Estimated,
        unit: Unit,
        parts: &[Counts],
        make: impl FnOnce(&[Counts]) -> Estimated,
    ) -> Outcome {
        let estimate = exact.as_ref().map_err(|refusal| self.refusal(refusal))?;
        if !self.rule.protects() {
            return Ok(in_full(estimate, unit));
        }
        let Some(released) = all_released(self.rule, parts) else {
            return Ok(self.hidden(Why::HiddenPart, unit, estimate));
        };
        let again = make(&released)?;
        Ok(self.rounded(&again, unit, smallest(&released)))
    }

    /// A figure made again from released parts, with the decimals that the rule allows it.
    pub(super) fn rounded(self, again: &Estimate, unit: Unit, denominator: f64) -> Figure {
        let percent = self.rule.percent_places(denominator);
        let places = match (unit, percent) {
            (Unit::Percent | Unit::Points, Some(places)) => places,
            (Unit::Ratio, Some(places)) => {
                of_ratio(places + 1, again.value(), shown_limits(again, unit))
            }
            _ => usual(
                unit,
                again.value() * unit.factor(),
                shown_limits(again, unit),
            ),
        };
        to_places(again, unit, places)
    }

    /// A figure that gives no count away: shown to no more digits than its interval carries.
    pub(super) fn of_whole(self, exact: &Estimated, unit: Unit) -> Outcome {
        let estimate = exact.as_ref().map_err(|refusal| self.refusal(refusal))?;
        if !self.rule.protects() {
            return Ok(in_full(estimate, unit));
        }
        let value = estimate.value() * unit.factor();
        let limits = shown_limits(estimate, unit);
        let places = limited(unit, value, limits);
        Ok(to_places(estimate, unit, places))
    }

    /// A mean, median, percentile or given value: hidden when it is of too few people, or when it
    /// would give a small count of events back.
    pub(super) fn of_values(
        self,
        exact: &Estimated,
        unit: Unit,
        people: &[Option<f64>],
    ) -> Outcome {
        let estimate = exact.as_ref().map_err(|refusal| self.refusal(refusal))?;
        let few = people.iter().flatten().any(|&people| {
            self.rule.hides_value_of(people) || self.counts_back(estimate, unit, people)
        });
        if few {
            return Ok(self.hidden(Why::FewPeople, unit, estimate));
        }
        let known = people.iter().flatten().copied().reduce(f64::min);
        match (unit, known) {
            (Unit::Percent | Unit::Points, Some(smallest)) if self.rule.protects() => {
                let denominator = self.rule.count(smallest).number().unwrap_or(0.0);
                Ok(self.rounded(estimate, unit, denominator))
            }
            // A value without an interval is someone else's estimate, or a median: its own digits stay.
            _ if shown_limits(estimate, unit).is_none() && self.rule.protects() => {
                let places = usual(unit, estimate.value() * unit.factor(), None);
                Ok(to_places(estimate, unit, places))
            }
            _ => self.of_whole(exact, unit),
        }
    }

    /// Why there is no figure, without the small count that may be the reason.
    pub(super) fn refusal(self, refusal: &Refusal) -> Refusal {
        let &Refusal::TooFewEvents { got, .. } = refusal else {
            return refusal.clone();
        };
        if !self.rule.protects() || got == 0 {
            return refusal.clone();
        }
        Refusal::Undefined {
            why: "there are too few events",
        }
    }

    /// A figure that is hidden, whatever it was.
    pub(super) fn hidden(self, why: Why, unit: Unit, estimate: &Estimate) -> Figure {
        Figure::hidden(why, unit, self.level, estimate.method())
    }

    /// Whether a given share or rate times its people is a count that the rule hides.
    fn counts_back(self, estimate: &Estimate, unit: Unit, people: f64) -> bool {
        matches!(unit, Unit::Percent | Unit::Per(_))
            && self.rule.hides_value_of(estimate.value() * people)
    }
}

fn in_full(estimate: &Estimate, unit: Unit) -> Figure {
    let value = estimate.value() * unit.factor();
    let places = usual(unit, value, shown_limits(estimate, unit));
    figure(estimate, unit, places, Cell::Exact)
}

fn to_places(estimate: &Estimate, unit: Unit, places: i8) -> Figure {
    figure(estimate, unit, places, |number| {
        Cell::Rounded(round(number, unit, places))
    })
}

fn figure(estimate: &Estimate, unit: Unit, places: i8, cell: impl Fn(f64) -> Cell) -> Figure {
    let limits = estimate.interval().clone().map(|interval| Limits {
        lower: cell(interval.lower()),
        upper: cell(interval.upper()),
        level: interval.level(),
    });
    Figure {
        value: cell(estimate.value()),
        limits,
        method: estimate.method(),
        unit,
        places,
    }
}

fn shown_limits(estimate: &Estimate, unit: Unit) -> Option<(f64, f64)> {
    let factor = unit.factor();
    let interval = estimate.interval().as_ref().ok()?;
    Some((interval.lower() * factor, interval.upper() * factor))
}
