//! How much higher the value is in one group than in another.
//!
//! # Formula
//! d = y₁ − y₂
//!
//! # Symbols
//! - y₁, y₂: the values of the two groups (a share of people, a rate, or the file's own unit).
//! - n₁, n₂: people in each group; x₁, x₂: those with the outcome.
//! - l, u: Wilson's limits of each share. s: the standard error of each value. z: 1.96 at 95 %.
//!
//! Interval for shares (Newcombe's method 10): from d − √((y₁ − l₁)² + (u₂ − y₂)²) to
//! d + √((u₁ − y₁)² + (y₂ − l₂)²). For rates and given values: d ± z·√(s₁² + s₂²), where a rate has
//! s = √x / n.
//!
//! # Range and the value of no inequality
//! Shares: −1 to 1 (−100 to 100 percentage points). Rates and values: any number. 0 means no gap
//! between the two groups.
//!
//! # How to read it
//! With 20 % in one group and 15 % in the other the difference is 5 percentage points: of every 100
//! people, 5 more have the outcome. The card takes the most and the least disadvantaged group; without
//! an order, the worst and the best, or the worst and the reference. It is turned so that a bigger
//! figure is a bigger gap against the disadvantaged.
//!
//! # When it applies
//! Two groups or more; any kind of value. The interval needs counts, limits or standard errors.
//!
//! # Limits
//! It looks at two groups only and says nothing of those between, nor of how many people are in each.
//! Picking the worst and the best after seeing the values makes the gap look bigger than chance alone
//! would allow.
//!
//! # Sources
//! - Newcombe RG. Interval estimation for the difference between independent proportions. Statistics in
//!   Medicine 1998;17:873–890, method 10.
//!   doi:`10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I`
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! The published example of 56 of 70 against 48 of 80:
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::difference, units::Level};
//! let a = Counts { events: 56.0, people: 70.0 };
//! let b = Counts { events: 48.0, people: 80.0 };
//! let gap = difference::of_shares(a, b, Level::P95)?;
//! assert!((gap.value() - 0.2).abs() < 1e-12);
//! let interval = gap.interval().clone()?;
//! assert!((interval.lower() - 0.0524).abs() < 1e-4);
//! assert!((interval.upper() - 0.3339).abs() < 1e-4);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::pair::Forms;
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::Counts;
use crate::core::interval::wilson;
use crate::core::measure::Measure;
use crate::core::measure::standard_error::{self, wald};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| FORMS.of_pair(groups))
        .named("difference", "Difference")
        .of_every_pair()
        .text(method_text!("difference.rs"));

/// The difference by what is known of the two groups.
pub const FORMS: Forms = Forms {
    shares: of_shares,
    rates: of_rates,
    values: of_values,
};

/// The first share less the second, with Newcombe's interval.
///
/// # Errors
/// [`Refusal::Zero`] without people, [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    standard_error::check_share(first)?;
    standard_error::check_share(second)?;
    let first = wilson(first.events, first.people, level)?;
    let second = wilson(second.events, second.people, level)?;
    of_estimates(&first, &second, level, "Newcombe")
}

/// The first rate less the second, per person or person-time, with the normal interval.
///
/// # Errors
/// [`Refusal::Zero`] without people, [`Refusal::OutOfRange`] for negative counts.
pub fn of_rates(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    standard_error::check_rate(first)?;
    standard_error::check_rate(second)?;
    let variance = |counts: Counts| counts.events / counts.people.powi(2);
    let value = first.events / first.people - second.events / second.people;
    let error = if first.events + second.events > 0.0 {
        Ok((variance(first) + variance(second)).sqrt())
    } else {
        Err(Refusal::TooFewEvents { need: 1, got: 0 })
    };
    wald(value, error, level, "normal")
}

/// The first value less the second. Each comes with its standard error, or the reason it has none.
///
/// # Errors
/// [`Refusal::Undefined`] for values that are not finite.
pub fn of_values(
    first: (f64, Result<f64, Refusal>),
    second: (f64, Result<f64, Refusal>),
    level: Level,
) -> Result<Estimate, Refusal> {
    let error = first.1.and_then(|a| second.1.map(|b| a.hypot(b)));
    wald(first.0 - second.0, error, level, "normal")
}

/// The first of two independent estimates less the second, its interval made from their own limits
/// (MOVER: the distances to the limits combined as Newcombe combines them).
///
/// # Errors
/// [`Refusal::Undefined`] when the difference is not finite. The interval is refused where one has none.
pub fn of_estimates(
    first: &Estimate,
    second: &Estimate,
    level: Level,
    method: &'static str,
) -> Result<Estimate, Refusal> {
    let (a, b) = (first.value(), second.value());
    let interval = first.interval().clone().and_then(|one| {
        let other = second.interval().clone()?;
        let below = (a - one.lower()).hypot(other.upper() - b);
        let above = (one.upper() - a).hypot(b - other.lower());
        Interval::new(a - b - below, a - b + above, level)
    });
    Estimate::new(a - b, interval, method)
}
