//! Standard errors of the groups' values, and the intervals that normal theory makes of them.

use crate::core::estimate::{Estimate, Interval};
use crate::core::group::{Counts, Group, Kind};
use crate::core::interval;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The standard error of a group's value on the value's own scale.
///
/// The one given, else from the counts (binomial for shares, Poisson for rates), else from the limits
/// (their distance over twice the normal quantile).
///
/// # Errors
/// [`Refusal::NoStandardError`] when the group has none of the three.
pub fn of_group(group: &Group, kind: Kind) -> Result<f64, Refusal> {
    if let Some(given) = group.standard_error {
        return Ok(given);
    }
    match (kind, group.counts, group.interval) {
        (Kind::Share, Some(counts), _) => of_share(counts),
        (Kind::Rate, Some(counts), _) => of_rate(counts),
        (_, _, Some(limits)) => Ok(behind(limits)),
        _ => Err(Refusal::NoStandardError),
    }
}

/// √(p(1−p)/n). Where nobody or everybody has the event, the Wilson interval's half-width over its
/// normal quantile, because an error of 0 would claim certainty.
///
/// # Errors
/// As [`check_share`].
pub fn of_share(counts: Counts) -> Result<f64, Refusal> {
    check_share(counts)?;
    let Counts { events, people } = counts;
    if events > 0.0 && events < people {
        let p = events / people;
        return Ok((p * (1.0 - p) / people).sqrt());
    }
    let limits = interval::wilson(events, people, Level::P95)?;
    limits.interval().clone().map(behind)
}

/// √events / people. Without events, the exact 95 % interval's width over twice its normal quantile.
///
/// # Errors
/// As [`check_rate`].
pub fn of_rate(counts: Counts) -> Result<f64, Refusal> {
    check_rate(counts)?;
    let Counts { events, people } = counts;
    if events > 0.0 {
        return Ok(events.sqrt() / people);
    }
    let limits = interval::exact_poisson(events, Level::P95)?;
    Ok(behind(limits.interval().clone()?) / people)
}

/// The standard error of a normal estimate with these limits.
fn behind(limits: Interval) -> f64 {
    (limits.upper() - limits.lower()) / (2.0 * normal::z(limits.level()))
}

/// Refuses counts that are no share of people.
///
/// # Errors
/// [`Refusal::Zero`] without people; [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
pub fn check_share(counts: Counts) -> Result<(), Refusal> {
    check_rate(counts)?;
    if counts.events <= counts.people {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The number with the outcome",
            range: "no more than the number of people",
        })
    }
}

/// Refuses counts that are no rate.
///
/// # Errors
/// [`Refusal::Zero`] without people; [`Refusal::OutOfRange`] for negative or infinite counts.
pub fn check_rate(counts: Counts) -> Result<(), Refusal> {
    if !counts.events.is_finite() || !counts.people.is_finite() {
        return Err(Refusal::Missing {
            what: "number of events and people",
        });
    }
    if counts.people == 0.0 {
        return Err(Refusal::Zero {
            what: "the number of people",
        });
    }
    if counts.events < 0.0 || counts.people < 0.0 {
        return Err(Refusal::OutOfRange {
            what: "Events and people",
            range: "not negative",
        });
    }
    Ok(())
}

/// A value with the interval value ± z·error, or the reason there is no error.
///
/// # Errors
/// [`Refusal::Undefined`] when the value is not finite.
pub fn wald(
    value: f64,
    error: Result<f64, Refusal>,
    level: Level,
    method: &'static str,
) -> Result<Estimate, Refusal> {
    let interval = error.and_then(|error| {
        let half = normal::z(level) * error;
        Interval::new(value - half, value + half, level)
    });
    Estimate::new(value, interval, method)
}

/// A positive ratio with the interval value·e^(±z·error of the logarithm).
///
/// # Errors
/// [`Refusal::Undefined`] when the value is not finite.
pub fn log_wald(
    ratio: f64,
    error_of_log: Result<f64, Refusal>,
    level: Level,
    method: &'static str,
) -> Result<Estimate, Refusal> {
    let interval = error_of_log.and_then(|error| {
        let factor = (normal::z(level) * error).exp();
        Interval::new(ratio / factor, ratio * factor, level)
    });
    Estimate::new(ratio, interval, method)
}

/// The same estimate with its lower limit raised to 0, for measures that cannot be negative.
///
/// # Errors
/// [`Refusal::Undefined`] when the value is not finite.
pub fn not_below_zero(estimate: &Estimate) -> Result<Estimate, Refusal> {
    let interval = estimate.interval().clone().and_then(|interval| {
        Interval::new(
            interval.lower().max(0.0),
            interval.upper().max(0.0),
            interval.level(),
        )
    });
    Estimate::new(estimate.value(), interval, estimate.method())
}
