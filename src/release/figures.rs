//! One estimate after the rule: as it is, made again from released parts, or to fewer digits.

use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Group};
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
    /// and hidden when one of them is: exact counts decide nothing of it, not even a refusal.
    pub(super) fn of_parts(
        self,
        exact: &Estimated,
        unit: Unit,
        parts: &[Counts],
        make: impl FnOnce(&[Counts]) -> Estimated,
    ) -> Outcome {
        if !self.rule.protects() {
            return in_full_or_refused(exact, unit);
        }
        refused_by_form(exact)?;
        let Some(released) = all_released(self.rule, parts) else {
            return match exact {
                // More events than people is a fault of the file, and not a matter of small counts.
                Err(refusal @ Refusal::OutOfRange { .. }) => Err(refusal.clone()),
                _ => Ok(self.hidden(Why::HiddenPart, unit)),
            };
        };
        let again = make(&released).map_err(|refusal| self.refusal(&refusal))?;
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
        if !self.rule.protects() {
            return in_full_or_refused(exact, unit);
        }
        let estimate = exact.as_ref().map_err(|refusal| self.refusal(refusal))?;
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
        let one = people.len() == 1;
        let few = people.iter().flatten().any(|&people| {
            self.rule.hides_value_of(people) || one && self.counts_back(estimate, unit, people)
        });
        if few {
            return Ok(self.hidden(Why::FewPeople, unit));
        }
        let known = people.iter().flatten().copied().reduce(f64::min);
        let coarse = self.to_whole_steps(estimate, unit, known)?;
        let (estimate, exact) = (&coarse, &Ok(coarse.clone()));
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

    /// A figure that is hidden, whatever it was. Its method is not told: some formulas are chosen by
    /// the number of events.
    pub(super) fn hidden(self, why: Why, unit: Unit) -> Figure {
        Figure::hidden(why, unit, self.level, "hidden by the disclosure rule")
    }

    /// A given share or rate, or a difference of two, in steps of as many events as the rule rounds
    /// counts to: times its people it would else give the exact count back.
    fn to_whole_steps(
        self,
        estimate: &Estimate,
        unit: Unit,
        people: Option<f64>,
    ) -> Result<Estimate, Refusal> {
        let of_people = matches!(
            unit,
            Unit::Percent | Unit::Points | Unit::Per(_) | Unit::DifferencePer(_)
        );
        match (people, self.rule.nearest()) {
            (Some(people), Some(nearest)) if of_people && people > 0.0 => {
                let step = nearest / people;
                estimate.clone().map(|value| (value / step).round() * step)
            }
            _ => Ok(estimate.clone()),
        }
    }

    /// A group with a given value as a study may see it: `None` where the value would give a small count
    /// of its people back, and otherwise in steps that give no count back.
    pub(super) fn given_value(
        self,
        group: Group,
        people: Option<f64>,
        unit: Unit,
    ) -> Option<Group> {
        let interval = group.interval.ok_or(Refusal::NoStandardError);
        let exact = Estimate::new(group.value, interval, "as given").ok()?;
        if people.is_some_and(|people| self.counts_back(&exact, unit, people)) {
            return None;
        }
        let coarse = self.to_whole_steps(&exact, unit, people).ok()?;
        Some(Group {
            value: coarse.value(),
            interval: coarse.interval().clone().ok(),
            ..group
        })
    }

    /// Whether a given share or rate times its people is a count that the rule hides.
    fn counts_back(self, estimate: &Estimate, unit: Unit, people: f64) -> bool {
        matches!(unit, Unit::Percent | Unit::Per(_))
            && self.rule.hides_value_of(estimate.value() * people)
    }
}

/// Refusals that the form of the file decides. Those that depend on how many events there are may not
/// be told of exact counts: whoever hears that all groups are alike, or that a figure would be
/// infinite, learns a hidden count.
pub(super) fn refused_by_form(exact: &Estimated) -> Result<(), Refusal> {
    match exact {
        Err(
            refusal @ (Refusal::TooFewGroups { .. }
            | Refusal::NotOrdered
            | Refusal::NoPopulation
            | Refusal::NoStandardError
            | Refusal::Suppressed
            | Refusal::Missing { .. }
            | Refusal::NeedsData { .. }
            | Refusal::NeedsSecond { .. }
            | Refusal::SexesTogether
            | Refusal::Mismatch { .. }),
        ) => Err(refusal.clone()),
        _ => Ok(()),
    }
}

fn in_full_or_refused(exact: &Estimated, unit: Unit) -> Outcome {
    let estimate = exact.as_ref().map_err(Clone::clone)?;
    Ok(in_full(estimate, unit))
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
