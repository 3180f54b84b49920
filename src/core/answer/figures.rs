//! One group's figures from its counts, and two sides set against each other.

use super::{ContrastFigures, GroupFigures};
use crate::core::dimension::{Contrast, Standing};
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::{Counts, Kind};
use crate::core::indicator::{Formula, Indicator};
use crate::core::interval;
use crate::core::measure::two_groups::{difference, ratio};
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::tally::{Cell, Counted, Sum};
use crate::core::units::{Level, Polarity};

/// What kind of figure an indicator gives, which decides its interval and comparisons.
pub fn kind_of(formula: &Formula) -> Kind {
    match formula {
        Formula::ShareOver { .. } | Formula::ShareYes | Formula::Share { .. } => Kind::Share,
        Formula::Rate { .. } => Kind::Rate,
        _ => Kind::Value,
    }
}

/// One group's counts and value for an indicator. Shares of the total are the caller's to add.
pub fn figures_of(
    indicator: &Indicator,
    label: &str,
    standing: Standing,
    cell: &Cell,
    level: Level,
) -> GroupFigures {
    let cell = cell.outcome(indicator.outcome);
    let counts = counts_of(&indicator.formula, cell);
    let value = match (&counts, kind_of(&indicator.formula)) {
        (Ok(counts), Kind::Share) => interval::wilson(counts.events, counts.people, level),
        (Ok(counts), Kind::Rate) => interval::rate(counts.events, counts.people, level),
        (Err(refusal), Kind::Share | Kind::Rate) => Err(refusal.clone()),
        (_, Kind::Value) => value_of(&indicator.formula, cell, level),
    };
    GroupFigures {
        label: label.to_owned(),
        standing,
        people: people_of(&indicator.formula, cell),
        counts: counts.ok(),
        blank: cell.blank,
        value,
        share_gap: Err(Refusal::Missing {
            what: "shares of the total",
        }),
        representation: Err(Refusal::Missing {
            what: "shares of the total",
        }),
    }
}

/// One group's figures where its value is its share of everyone in `whole`.
pub(super) fn of_total(
    parts: &[usize],
    label: &str,
    standing: Standing,
    (cell, whole): (&Counted, &Counted),
    level: Level,
) -> GroupFigures {
    let counts = added(cell, parts).and_then(|events| {
        let people = added(whole, parts)?;
        Ok(Counts { events, people })
    });
    let value = counts
        .clone()
        .and_then(|counts| interval::wilson(counts.events, counts.people, level));
    let shares = || {
        Err(Refusal::Missing {
            what: "shares of the total",
        })
    };
    GroupFigures {
        label: label.to_owned(),
        standing,
        people: counts.as_ref().ok().map(|counts| counts.people),
        counts: counts.ok(),
        blank: cell.blank,
        value,
        share_gap: shares(),
        representation: shares(),
    }
}

fn counts_of(formula: &Formula, cell: &Counted) -> Result<Counts, Refusal> {
    match formula {
        Formula::ShareOver { weeks } => {
            of_records(cell.values.count_over(*weeks), cell.values.count())
        }
        Formula::ShareYes => of_records(cell.values.count_of(1), cell.values.count()),
        Formula::Share {
            numerator,
            denominator,
        }
        | Formula::Rate {
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

fn people_of(formula: &Formula, cell: &Counted) -> Option<f64> {
    match formula {
        Formula::Share {
            numerator,
            denominator,
        } if denominator.is_empty() => added(cell, numerator).ok(),
        Formula::Share { denominator, .. } | Formula::Rate { denominator, .. } => {
            added(cell, denominator).ok()
        }
        Formula::Given { population, .. } => {
            population.and_then(|place| added(cell, &[place]).ok())
        }
        Formula::Unavailable { .. } => None,
        _ => Some(cell.values.count() as f64),
    }
}

fn value_of(formula: &Formula, cell: &Counted, level: Level) -> Result<Estimate, Refusal> {
    match formula {
        Formula::Median => interval::percentile::median(&cell.values, level),
        Formula::Percentile(share) => interval::percentile::percentile(&cell.values, *share, level),
        Formula::Mean => interval::mean::of_histogram(&cell.values, level),
        Formula::Given {
            value,
            limits,
            standard_error,
            scale,
            ..
        } => given(cell, *value, *limits, *standard_error, (*scale, level)),
        Formula::Unavailable { needs } => Err(Refusal::NeedsData {
            what: needs.clone(),
        }),
        _ => Err(Refusal::Missing { what: "value" }),
    }
}

/// A value the file gives, with its limits or an interval from its standard error.
fn given(
    cell: &Counted,
    value: usize,
    limits: Option<(usize, usize)>,
    standard_error: Option<usize>,
    (scale, level): (u32, Level),
) -> Result<Estimate, Refusal> {
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

/// Two sides set against each other: difference and ratio, in the raw direction of the value.
pub fn compare(
    indicator: &Indicator,
    contrast: &Contrast,
    worse_off: GroupFigures,
    better_off: GroupFigures,
    level: Level,
) -> ContrastFigures {
    let kind = kind_of(&indicator.formula);
    let counts = both(worse_off.counts, better_off.counts, &worse_off, &better_off);
    let (difference, ratio) = match kind {
        Kind::Share => (
            counts
                .clone()
                .and_then(|(a, b)| difference::of_shares(a, b, level)),
            counts
                .clone()
                .and_then(|(a, b)| ratio::of_shares(a, b, level)),
        ),
        Kind::Rate => (
            counts
                .clone()
                .and_then(|(a, b)| difference::of_rates(a, b, level)),
            counts
                .clone()
                .and_then(|(a, b)| ratio::of_rates(a, b, level)),
        ),
        Kind::Value => of_values(&worse_off, &better_off, level),
    };
    let without = |c: Counts| Counts {
        events: c.people - c.events,
        people: c.people,
    };
    let ratio_without = (kind == Kind::Share && indicator.polarity == Polarity::MoreIsBetter)
        .then(|| counts.and_then(|(a, b)| ratio::of_shares(without(a), without(b), level)));
    ContrastFigures {
        contrast: contrast.clone(),
        worse_off,
        better_off,
        difference,
        ratio,
        ratio_without,
    }
}

fn both(
    a: Option<Counts>,
    b: Option<Counts>,
    worse_off: &GroupFigures,
    better_off: &GroupFigures,
) -> Result<(Counts, Counts), Refusal> {
    match (a, b) {
        (Some(a), Some(b)) => Ok((a, b)),
        (None, _) => Err(reason(worse_off)),
        (_, None) => Err(reason(better_off)),
    }
}

fn reason(figures: &GroupFigures) -> Refusal {
    figures
        .value
        .as_ref()
        .err()
        .cloned()
        .unwrap_or(Refusal::Missing { what: "counts" })
}

/// Difference and ratio of two values whose errors are read off their own intervals.
fn of_values(
    worse_off: &GroupFigures,
    better_off: &GroupFigures,
    level: Level,
) -> (Result<Estimate, Refusal>, Result<Estimate, Refusal>) {
    let with_error = |figures: &GroupFigures| {
        figures.value.clone().map(|estimate| {
            let error = estimate.interval().clone().map(|interval| {
                (interval.upper() - interval.lower()) / (2.0 * normal::z(interval.level()))
            });
            (estimate.value(), error)
        })
    };
    let pair = with_error(worse_off).and_then(|worse| Ok((worse, with_error(better_off)?)));
    (
        pair.clone()
            .and_then(|(worse, better)| difference::of_values(worse, better, level)),
        pair.and_then(|(worse, better)| ratio::of_values(worse, better, level)),
    )
}
