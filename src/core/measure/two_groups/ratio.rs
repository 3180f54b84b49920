//! How many times as high the value is in one group as in another.
//!
//! # Formula
//! r = y₁ / y₂
//!
//! # Symbols
//! - y₁, y₂: the values of the two groups.
//! - x₁, x₂: people with the outcome, or events; n₁, n₂: people, or person-years.
//! - s₁, s₂: standard errors of given values. z: 1.96 at 95 %.
//!
//! Interval: r·e^(±z·e), where e is the standard error of the logarithm. Shares (Katz):
//! e = √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂). Rates: e = √(1/x₁ + 1/x₂). Given values:
//! e = √(s₁²/y₁² + s₂²/y₂²).
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means no gap between the two groups.
//!
//! # How to read it
//! 1.25 means that the outcome is a quarter more common on the first side. The card takes the most and
//! the least disadvantaged group (without an order, the worst and the best, or the worst and the
//! reference) and is turned so that a bigger figure is a bigger gap against the disadvantaged.
//!
//! # When it applies
//! Two groups or more with values above 0.
//!
//! # Limits
//! A small ratio can be many people and a large one few: read it beside the difference. Of a common
//! outcome the ratio is always near 1; the ratio of those without the outcome says more there. With no
//! events on one side there is no ratio or no interval.
//!
//! # Sources
//! - Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort
//!   studies. Biometrics 1978;34:469–474. doi:10.2307/2530610
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::ratio, units::Level};
//! let a = Counts { events: 56.0, people: 70.0 };
//! let b = Counts { events: 48.0, people: 80.0 };
//! let times = ratio::of_shares(a, b, Level::P95)?;
//! assert!((times.value() - 4.0 / 3.0).abs() < 1e-12);
//! assert!((times.interval().clone()?.lower() - 1.0766).abs() < 1e-4);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::pair::Forms;
use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::measure::Measure;
use crate::core::measure::standard_error::{self, log_wald};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| FORMS.of_pair(groups))
        .named("ratio", "Ratio")
        .relative(Unit::Ratio)
        .of_every_pair()
        .text(method_text!("ratio.rs"));

/// The ratio by what is known of the two groups.
pub const FORMS: Forms = Forms {
    shares: of_shares,
    rates: of_rates,
    values: of_values,
};

/// The first share over the second, with Katz's interval.
///
/// # Errors
/// [`Refusal::Zero`] without people or when the second has no events, [`Refusal::OutOfRange`] unless
/// 0 ≤ events ≤ people. The interval is refused when the first has no events.
pub fn of_shares(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    standard_error::check_share(first)?;
    standard_error::check_share(second)?;
    let variance = |counts: Counts| 1.0 / counts.events - 1.0 / counts.people;
    let error = with_events(first).map(|()| (variance(first) + variance(second)).max(0.0).sqrt());
    log_wald(divide(first, second)?, error, level, "Katz")
}

/// The first rate over the second, with the interval on the logarithm.
///
/// # Errors
/// [`Refusal::Zero`] without people or when the second has no events, [`Refusal::OutOfRange`] for
/// negative counts. The interval is refused when the first has no events.
pub fn of_rates(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    let value = divide(first, second)?;
    let error = with_events(first).map(|()| (1.0 / first.events + 1.0 / second.events).sqrt());
    log_wald(value, error, level, "logarithm of the rate ratio")
}

/// The first value over the second. Each comes with its standard error, or the reason it has none.
///
/// # Errors
/// [`Refusal::Zero`] when the second is 0; [`Refusal::OutOfRange`] when one is negative. The interval
/// is refused when the first is 0.
pub fn of_values(
    first: (f64, Result<f64, Refusal>),
    second: (f64, Result<f64, Refusal>),
    level: Level,
) -> Result<Estimate, Refusal> {
    let ((y1, error1), (y2, error2)) = (first, second);
    if y1 < 0.0 || y2 < 0.0 {
        return Err(Refusal::OutOfRange {
            what: "The two values",
            range: "not negative",
        });
    }
    if y2 == 0.0 {
        return Err(Refusal::Zero {
            what: "the other group's value",
        });
    }
    let error = if y1 > 0.0 {
        error1.and_then(|a| error2.map(|b| (a / y1).hypot(b / y2)))
    } else {
        Err(Refusal::Zero { what: "the value" })
    };
    log_wald(y1 / y2, error, level, "delta method on the logarithm")
}

/// The ratio of two rates.
fn divide(first: Counts, second: Counts) -> Result<f64, Refusal> {
    standard_error::check_rate(first)?;
    standard_error::check_rate(second)?;
    if second.events > 0.0 {
        Ok(first.events / first.people / (second.events / second.people))
    } else {
        Err(Refusal::Zero {
            what: "the other group's value",
        })
    }
}

fn with_events(counts: Counts) -> Result<(), Refusal> {
    if counts.events > 0.0 {
        Ok(())
    } else {
        Err(Refusal::TooFewEvents { need: 1, got: 0 })
    }
}
