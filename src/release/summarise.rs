//! One group's exact numbers for one indicator, from what was counted in it.

use std::borrow::Cow;

use crate::core::estimate::{Estimate, Interval};
use crate::core::group::Counts;
use crate::core::indicator::{Formula, Indicator};
use crate::core::number::normal;
use crate::core::plan::{Outcome, Plan, Shape};
use crate::core::refusal::Refusal;
use crate::core::summary::Summary;
use crate::core::tally::{Cell, Counted, Sum};
use crate::core::units::Level;

/// The numbers of a group. `whole` is everyone in the table, of whom the group is a share where the
/// indicator says how people are made up.
pub(super) fn summary(plan: &Plan, indicator: &Indicator, cell: &Cell, whole: &Cell) -> Summary {
    let level = plan.level;
    let place = indicator.outcome;
    let (cell, whole) = if plan.is_paired(place) {
        (
            whole_rows(cell.outcome(place)),
            whole_rows(whole.outcome(place)),
        )
    } else {
        let as_they_are = |cell| Cow::Borrowed(Cell::outcome(cell, place));
        (as_they_are(cell), as_they_are(whole))
    };
    let (cell, whole) = (&*cell, &*whole);
    let formula = &indicator.formula;
    let counts = match indicator.share_of_total() {
        Some(parts) => share_of(parts, cell, whole),
        None if lacks_a_row(plan, indicator, cell) => Err(Refusal::Mismatch {
            what: "in some rows the numerator or the denominator is missing",
        }),
        None => counts(formula, cell),
    };
    let people = match indicator.share_of_total() {
        _ if adds_persons(plan, indicator) => persons(formula, cell),
        Some(_) => counts.as_ref().ok().map(|counts| counts.people),
        None => people(formula, cell),
    };
    Summary {
        people,
        counts,
        blank: Some(cell.blank as f64),
        values: of_values(formula).then(|| cell.values.clone()),
        given: given(formula, cell, level),
        standard_error: given_error(formula, cell),
    }
}

/// Of counts that are used in pairs, a row with a hidden one is set aside whole: the sums are of the others, if
/// there are any.
fn whole_rows(cell: &Counted) -> Cow<'_, Counted> {
    let mut cell = cell.clone();
    for sum in cell.sums.iter_mut().filter(|sum| sum.numbers > 0) {
        sum.suppressed = 0;
    }
    Cow::Owned(cell)
}

/// Whether a numerator and a denominator that stand in rows are of different rows: one is missing somewhere.
fn lacks_a_row(plan: &Plan, indicator: &Indicator, cell: &Counted) -> bool {
    let Some(Outcome::Sums(series)) = plan.outcomes.get(indicator.outcome) else {
        return false;
    };
    let (Formula::Share {
        numerator,
        denominator,
        ..
    }
    | Formula::Rate {
        numerator,
        denominator,
    }) = &indicator.formula
    else {
        return false;
    };
    let ([some], [everyone]) = (&numerator[..], &denominator[..]) else {
        return false;
    };
    let in_rows = |place: usize| series.get(place).is_some_and(|one| one.only.is_some());
    let numbers = |place: usize| cell.sums.get(place).map_or(0, |sum| sum.numbers);
    in_rows(*some)
        && in_rows(*everyone)
        && numbers(*some) > 0
        && numbers(*everyone) > 0
        && numbers(*some) != numbers(*everyone)
}

/// Whether an indicator's outcome is a value of each person, of which there are medians and percentiles.
pub(super) const fn of_values(formula: &Formula) -> bool {
    matches!(
        formula,
        Formula::ShareOver { .. } | Formula::Median | Formula::Percentile(_) | Formula::Mean
    )
}

fn share_of(parts: &[usize], cell: &Counted, whole: &Counted) -> Result<Counts, Refusal> {
    Ok(Counts {
        events: added(cell, parts)?,
        people: added(whole, parts)?,
    })
}

fn counts(formula: &Formula, cell: &Counted) -> Result<Counts, Refusal> {
    match formula {
        Formula::ShareOver { weeks } => {
            of_records(cell.values.count_over(*weeks), cell.values.count())
        }
        Formula::ShareYes => of_records(cell.values.count_of(1), cell.values.count()),
        Formula::Share {
            numerator,
            denominator,
            less,
        } => Ok(Counts {
            events: added(cell, numerator)?,
            people: less_than(cell, denominator, less)?,
        }),
        Formula::Rate {
            numerator,
            denominator,
        } => Ok(Counts {
            events: added(cell, numerator)?,
            people: added(cell, denominator)?,
        }),
        Formula::Unavailable { needs } => Err(Refusal::NeedsData {
            what: needs.clone(),
        }),
        _ => Err(Refusal::Missing { what: "counts" }),
    }
}

fn of_records(events: u64, people: u64) -> Result<Counts, Refusal> {
    if people == 0 {
        return Err(Refusal::Zero {
            what: "the number of people",
        });
    }
    Ok(Counts {
        events: events as f64,
        people: people as f64,
    })
}

/// The sum of several series of one cell; a hidden part hides the sum.
fn added(cell: &Counted, places: &[usize]) -> Result<f64, Refusal> {
    let mut sum = Sum::default();
    for &place in places {
        let part = cell.sums.get(place).ok_or(Refusal::Missing {
            what: "count for this group",
        })?;
        if part.suppressed > 0 {
            return Err(Refusal::Suppressed);
        }
        if part.numbers == 0 {
            return Err(Refusal::Missing {
                what: "count for this group",
            });
        }
        sum.merge(part);
    }
    Ok(sum.value())
}

/// Sums of several series less those of others.
fn less_than(cell: &Counted, places: &[usize], less: &[usize]) -> Result<f64, Refusal> {
    let all = added(cell, places)?;
    if less.is_empty() {
        return Ok(all);
    }
    let rest = all - added(cell, less)?;
    if rest < 0.0 {
        return Err(Refusal::Mismatch {
            what: "more people are taken from the denominator than are in it",
        });
    }
    Ok(rest)
}

/// Whether the amounts of an indicator are of one person each: a row of the file is a person, and sums are made
/// of them.
pub(super) fn adds_persons(plan: &Plan, indicator: &Indicator) -> bool {
    let outcome = plan.outcomes.get(indicator.outcome);
    plan.shape == Shape::Records && matches!(outcome, Some(Outcome::Sums(_)))
}

/// People of records whose amounts are added: the records with a number.
fn persons(formula: &Formula, cell: &Counted) -> Option<f64> {
    let of = match formula {
        Formula::Share {
            numerator,
            denominator,
            ..
        } if denominator.is_empty() => numerator,
        Formula::Share { denominator, .. } | Formula::Rate { denominator, .. } => denominator,
        _ => return people(formula, cell),
    };
    let numbers = of.iter().filter_map(|&place| cell.sums.get(place));
    numbers.map(|sum| sum.numbers as f64).reduce(f64::max)
}

fn people(formula: &Formula, cell: &Counted) -> Option<f64> {
    match formula {
        Formula::Share {
            denominator, less, ..
        } => less_than(cell, denominator, less).ok(),
        Formula::Rate { denominator, .. } => added(cell, denominator).ok(),
        Formula::Given { population, .. } => {
            population.and_then(|place| added(cell, &[place]).ok())
        }
        Formula::Unavailable { .. } => None,
        _ => Some(cell.values.count() as f64),
    }
}

/// A value the file gives, with its limits or an interval from its standard error.
fn given(formula: &Formula, cell: &Counted, level: Level) -> Result<Estimate, Refusal> {
    let (value, limits, standard_error, scale) = match formula {
        Formula::Given {
            value,
            limits,
            standard_error,
            scale,
            ..
        } => (*value, *limits, *standard_error, *scale),
        Formula::Unavailable { needs } => {
            return Err(Refusal::NeedsData {
                what: needs.clone(),
            });
        }
        _ => return Err(Refusal::Missing { what: "value" }),
    };
    let scale = f64::from(scale.max(1));
    let one = |place: usize| -> Result<f64, Refusal> {
        match cell.sums.get(place) {
            Some(sum) if sum.numbers == 1 => Ok(sum.value() / scale),
            Some(sum) if sum.numbers > 1 => Err(Refusal::Mismatch {
                what: "several rows give a value for this group; choose one period, area or indicator",
            }),
            Some(sum) if sum.suppressed > 0 => Err(Refusal::Suppressed),
            _ => Err(Refusal::Missing {
                what: "value for this group",
            }),
        }
    };
    let estimate = one(value)?;
    let interval = if let Some((lower, upper)) = limits.filter(|_| level == Level::P95) {
        one(lower).and_then(|low| Interval::new(low, one(upper)?, level))
    } else if let Some(error) = standard_error {
        one(error).and_then(|error| {
            let half = normal::z(level) * error;
            Interval::new(estimate - half, estimate + half, level)
        })
    } else {
        Err(Refusal::NoStandardError)
    };
    Estimate::new(estimate, interval, "as given by the file")
}

fn given_error(formula: &Formula, cell: &Counted) -> Option<f64> {
    let Formula::Given {
        standard_error: Some(place),
        scale,
        ..
    } = formula
    else {
        return None;
    };
    cell.sums
        .get(*place)
        .filter(|sum| sum.numbers == 1)
        .map(|sum| sum.value() / f64::from((*scale).max(1)))
}
