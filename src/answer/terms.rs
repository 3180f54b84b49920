//! One estimate as it is shown: in full, or to the digits that the rule allows.

use crate::core::estimate::{Estimate, Interval};
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};
use crate::release::rule::Rule;

use super::cell::{Cell, Figure, Limits, Outcome, Why};
use super::digits::{limited, of_ratio, outwards, round, usual};

/// What every figure of one answer is made under.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub(super) rule: &'static Rule,
    pub(super) level: Level,
}

pub(super) type Estimated = Result<Estimate, Refusal>;

impl Terms {
    /// A figure made of counts, the smallest denominator of which decides its decimals under a rule.
    pub(super) fn of_parts(self, made: &Estimated, unit: Unit, denominator: f64) -> Outcome {
        if !self.rule.protects() {
            return in_full_or_refused(made, unit);
        }
        match made {
            Ok(estimate) => Ok(self.rounded(estimate, unit, denominator)),
            Err(refusal) => self.refused(refusal, unit),
        }
    }

    /// A figure of all groups together: shown to no more digits than its interval carries.
    pub(super) fn of_whole(self, made: &Estimated, unit: Unit) -> Outcome {
        if !self.rule.protects() {
            return in_full_or_refused(made, unit);
        }
        let estimate = match made {
            Ok(estimate) => estimate,
            Err(refusal) => return self.refused(refusal, unit),
        };
        let value = estimate.value() * unit.factor();
        let places = limited(unit, value, shown_limits(estimate, unit));
        Ok(to_places(estimate, unit, places))
    }

    /// A mean, median, percentile or given value of so many people.
    pub(super) fn of_values(self, made: &Estimated, unit: Unit, people: &[Option<f64>]) -> Outcome {
        let estimate = match made {
            Ok(estimate) => estimate,
            Err(refusal) => return self.refused(refusal, unit),
        };
        let known = people.iter().flatten().copied().reduce(f64::min);
        match (unit, known) {
            (Unit::Percent | Unit::Points, Some(smallest)) if self.rule.protects() => {
                Ok(self.rounded(estimate, unit, smallest))
            }
            // A value without an interval is someone else's estimate, or a median: its own digits stay.
            _ if shown_limits(estimate, unit).is_none() && self.rule.protects() => {
                let places = usual(unit, estimate.value() * unit.factor(), None);
                Ok(to_places(estimate, unit, places))
            }
            _ => self.of_whole(made, unit),
        }
    }

    /// A figure with the decimals that the rule allows it.
    pub(super) fn rounded(self, made: &Estimate, unit: Unit, denominator: f64) -> Figure {
        let percent = self.rule.percent_places(denominator);
        let places = match (unit, percent) {
            (Unit::Percent | Unit::Points, Some(places)) => places,
            (Unit::Ratio, Some(places)) => {
                of_ratio(places + 1, made.value(), shown_limits(made, unit))
            }
            _ => usual(unit, made.value() * unit.factor(), shown_limits(made, unit)),
        };
        to_places(made, unit, places)
    }

    /// What needs a number that the rule hides is hidden; anything else is refused.
    fn refused(self, refusal: &Refusal, unit: Unit) -> Outcome {
        match refusal {
            Refusal::Protected => Ok(self.hidden(unit)),
            other => Err(other.clone()),
        }
    }

    /// A figure that is hidden.
    pub(super) const fn hidden(self, unit: Unit) -> Figure {
        let method = "hidden by the disclosure rule";
        Figure::hidden(Why::HiddenPart, unit, self.level, method)
    }

    /// A released count: as it is, or marked as rounded.
    pub(super) const fn count(self, count: Option<f64>) -> Cell {
        match count {
            None => Cell::Hidden(Why::SmallCount),
            Some(count) if self.rule.protects() => Cell::Rounded(count),
            Some(count) => Cell::Exact(count),
        }
    }
}

fn in_full_or_refused(made: &Estimated, unit: Unit) -> Outcome {
    let estimate = made.as_ref().map_err(Clone::clone)?;
    let value = estimate.value() * unit.factor();
    let places = usual(unit, value, shown_limits(estimate, unit));
    Ok(figure(estimate, unit, places, Cell::Exact, |interval| {
        (interval.lower(), interval.upper())
    }))
}

fn to_places(estimate: &Estimate, unit: Unit, places: i8) -> Figure {
    let cell = |number| Cell::Rounded(round(number, unit, places));
    figure(estimate, unit, places, cell, |interval| {
        outwards((interval.lower(), interval.upper()), unit, places)
    })
}

fn figure(
    estimate: &Estimate,
    unit: Unit,
    places: i8,
    cell: impl Fn(f64) -> Cell,
    limits: impl Fn(&Interval) -> (f64, f64),
) -> Figure {
    let limits = estimate.interval().clone().map(|interval| {
        let (lower, upper) = limits(&interval);
        Limits {
            lower: cell(lower),
            upper: cell(upper),
            level: interval.level(),
        }
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
