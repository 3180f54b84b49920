//! Intervals for one share, rate, mean or median.
//!
//! Each file is one method and opens with its text: what it says, formula, symbols, reading, limits,
//! sources and a worked example. Shares run 0 to 1 and rates are per person; the screen multiplies.

pub mod level;
pub mod wilson;
pub mod clopper_pearson;
pub mod byar;
pub mod exact_poisson;
pub mod count;
pub mod rate;
pub mod mean;
pub mod percentile;
pub mod ratio_of_means;

pub use clopper_pearson::clopper_pearson;
pub use count::count;
pub use exact_poisson::exact_poisson;
pub use rate::rate;
pub use ratio_of_means::ratio_of_means;
pub use wilson::wilson;

use super::refusal::Refusal;

/// Refuses a share's counts unless 0 ≤ `events` ≤ `people` and there are people.
fn check_share(events: f64, people: f64) -> Result<(), Refusal> {
    check_people(people)?;
    if (0.0..=people).contains(&events) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The number of people with the outcome",
            range: "between 0 and the number of people",
        })
    }
}

/// Refuses a denominator unless it is above zero.
fn check_people(people: f64) -> Result<(), Refusal> {
    if people > 0.0 && people.is_finite() {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The number of people",
            range: "above zero",
        })
    }
}

/// Refuses a count of events unless it is zero or above.
fn check_events(events: f64) -> Result<(), Refusal> {
    if events >= 0.0 && events.is_finite() {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The number of events",
            range: "zero or above",
        })
    }
}
