//! The limits of a funnel at one size.

use crate::core::estimate::Interval;
use crate::core::interval::{count, exact_poisson};
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The shares of `people` that lie just within chance of `average`: those whose Wilson limit it is.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `average` lies between 0 and 1 and `people` is above zero.
pub fn share(average: f64, people: f64, level: Level) -> Result<Interval, Refusal> {
    if !(0.0..=1.0).contains(&average) {
        return Err(Refusal::OutOfRange {
            what: "The average share",
            range: "between 0 and 1",
        });
    }
    if !(people > 0.0 && people.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The number of people",
            range: "above zero",
        });
    }
    let square = normal::z(level).powi(2);
    let scaled = people / square;
    let bottom = 1.0 / square + 1.0 / people;
    let centre = average * (scaled + 1.0);
    let rest = people * (average * (scaled + 2.0) - 1.0) + square * (average - 1.0);
    let half = (centre * centre - bottom * average * rest).max(0.0).sqrt();
    let limit = |count: f64| (count / bottom / people).clamp(0.0, 1.0);
    Interval::new(limit(centre - half), limit(centre + half), level)
}

/// The rates at which `people` lie just within chance of `average`: those of events whose limits (exact
/// below 10, Byar's from 10 on) are the events that the average would give.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `average` and `people` are above zero.
///
/// ```
/// use equal_measure::core::{interval, standard::funnel::limits, units::Level};
/// let limits = limits::rate(0.02, 1000.0, Level::P95)?;
/// let upmost = interval::count(limits.upper() * 1000.0, Level::P95)?.interval().clone()?;
/// assert!((upmost.lower() - 20.0).abs() < 1e-6);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
pub fn rate(average: f64, people: f64, level: Level) -> Result<Interval, Refusal> {
    let expected = average * people;
    if !(average > 0.0 && people > 0.0 && expected.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The average rate and the number of people",
            range: "above zero",
        });
    }
    let z = normal::z(level);
    let most = expected + (z + 2.0) * (z + 2.0 + 2.0 * expected.sqrt()) + 10.0;
    let events = |limit: fn(Interval) -> f64| -> Result<f64, Refusal> {
        let (mut low, mut high) = (0.0, most);
        // As many halvings as leave less than a billionth of an event.
        while high - low > 1e-12 * most {
            let middle = f64::midpoint(low, high);
            if limit(count(middle, level)?.interval().clone()?) < expected {
                low = middle;
            } else {
                high = middle;
            }
        }
        Ok(f64::midpoint(low, high))
    };
    // Below the upper limit of no events at all, no number of events is too few.
    let none = limit_of_none(level)?;
    let lowest = if expected <= none {
        0.0
    } else {
        events(Interval::upper)?
    };
    Interval::new(lowest / people, events(Interval::lower)? / people, level)
}

fn limit_of_none(level: Level) -> Result<f64, Refusal> {
    Ok(count(0.0, level)?.interval().clone()?.upper())
}

/// The expected events between which `events` lie within chance: their exact Poisson limits.
///
/// An organisation with `events` is on the upper limit of the funnel when it expected as few as the lower
/// one, and on the lower limit when it expected as many as the upper one.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero.
pub fn expected(events: f64, level: Level) -> Result<Interval, Refusal> {
    exact_poisson(events, level)?.interval().clone()
}

/// The ratios of observed to expected events between which `events` lie within chance.
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero; [`Refusal::Zero`] for none, which have no upper limit.
///
/// ```
/// use equal_measure::core::{standard::funnel::limits, units::Level};
/// let limits = limits::ratio(2.0, Level::P95)?;
/// assert!((limits.lower() - 2.0 / 7.224_687_667_723_958).abs() < 1e-13);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
pub fn ratio(events: f64, level: Level) -> Result<Interval, Refusal> {
    let expected = expected(events, level)?;
    if expected.lower() <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of events",
        });
    }
    Interval::new(events / expected.upper(), events / expected.lower(), level)
}
