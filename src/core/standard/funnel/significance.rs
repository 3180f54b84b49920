//! Where an organisation lies in a funnel.

use serde::{Deserialize, Serialize};

use super::limits;
use crate::core::estimate::Interval;
use crate::core::interval::count;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// Where a point lies, from the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// Below the 99.8 % limit.
    FarBelow,
    /// Below the 95 % limit.
    Below,
    /// Between the 95 % limits.
    Within,
    /// Above the 95 % limit.
    Above,
    /// Above the 99.8 % limit.
    FarAbove,
}

/// Where the share `events`/`people` lies about `average`.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 ≤ `events` ≤ `people`, `people` > 0 and `average` is a share.
///
/// ```
/// use equal_measure::core::standard::funnel::significance::{Place, of_share};
/// assert_eq!(of_share(30.0, 100.0, 0.2)?, Place::Above);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
pub fn of_share(events: f64, people: f64, average: f64) -> Result<Place, Refusal> {
    if !(people > 0.0 && (0.0..=people).contains(&events)) {
        return Err(Refusal::OutOfRange {
            what: "The number of people with the outcome",
            range: "between 0 and the number of people",
        });
    }
    let near = limits::share(average, people, Level::P95)?;
    let far = limits::share(average, people, Level::P998)?;
    Ok(place(events / people, near, far))
}

/// Where a value lies among the limits at 95 % (`near`) and at 99.8 % (`far`).
pub fn place(value: f64, near: Interval, far: Interval) -> Place {
    if value < far.lower() {
        Place::FarBelow
    } else if value < near.lower() {
        Place::Below
    } else if value > far.upper() {
        Place::FarAbove
    } else if value > near.upper() {
        Place::Above
    } else {
        Place::Within
    }
}

/// Where `events` lie about the number `expected` (for a rate: its person-years times the average rate).
///
/// # Errors
/// [`Refusal::OutOfRange`] for events below zero; [`Refusal::Zero`] unless some are expected.
pub fn of_count(events: f64, expected: f64) -> Result<Place, Refusal> {
    if expected.is_nan() || expected <= 0.0 {
        return Err(Refusal::Zero {
            what: "the number of events expected",
        });
    }
    let near = count(events, Level::P95)?.interval().clone()?;
    let far = count(events, Level::P998)?.interval().clone()?;
    Ok(if expected < far.lower() {
        Place::FarAbove
    } else if expected < near.lower() {
        Place::Above
    } else if expected > far.upper() {
        Place::FarBelow
    } else if expected > near.upper() {
        Place::Below
    } else {
        Place::Within
    })
}
