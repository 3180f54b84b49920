//! Intervals and tests of two groups that references print beside those that the page shows.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::Counts;
use equal_measure::core::measure::standard_error::{check_rate, check_share, wald};
use equal_measure::core::number::beta;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

/// The most events that the exact tests take: each is one step.
const MOST: f64 = 1e6;

/// Outcomes this close in probability count as equally likely: rounding must not tell them apart.
const CLOSE: f64 = 1.0 + 1e-7;

/// The first share less the second, with the simple normal interval.
///
/// # Errors
/// [`Refusal::Zero`] without people, [`Refusal::OutOfRange`] unless 0 ≤ events ≤ people.
pub fn of_shares_simple(first: Counts, second: Counts, level: Level) -> Result<Estimate, Refusal> {
    check_share(first)?;
    check_share(second)?;
    let variance = |counts: Counts| {
        let p = counts.events / counts.people;
        p * (1.0 - p) / counts.people
    };
    let value = first.events / first.people - second.events / second.people;
    let error = (variance(first) + variance(second)).sqrt();
    wald(value, Ok(error), level, "normal")
}

/// The exact limits of the ratio of two rates. There is no upper one when the second has no events,
/// though the lower one still says how much higher the first must be.
///
/// # Errors
/// [`Refusal::Zero`] without people, [`Refusal::TooFewEvents`] without any event,
/// [`Refusal::OutOfRange`] for negative counts.
pub fn exact_limits(
    first: Counts,
    second: Counts,
    level: Level,
) -> Result<(f64, Option<f64>), Refusal> {
    check_rate(first)?;
    check_rate(second)?;
    let (x, y) = (first.events, second.events);
    if x + y <= 0.0 {
        return Err(Refusal::TooFewEvents { need: 1, got: 0 });
    }
    let tail = 1.0 - level.upper_tail();
    let odds = |share: f64| share / (1.0 - share) * second.people / first.people;
    let lower = if x > 0.0 {
        odds(beta::lower_quantile(tail, x, y + 1.0)?)
    } else {
        0.0
    };
    let upper = if y > 0.0 {
        Some(odds(beta::upper_quantile(tail, x + 1.0, y)?))
    } else {
        None
    };
    Ok((lower, upper))
}

/// Fisher's exact two-sided p-value of two shares.
///
/// # Errors
/// [`Refusal::OutOfRange`] for counts that are no shares, not whole, or too many.
pub fn exact_shares(first: Counts, second: Counts) -> Result<f64, Refusal> {
    check_share(first)?;
    check_share(second)?;
    let events = first.events + second.events;
    let (n, m) = (first.people, second.people);
    let step = |x: f64| (n - x) * (events - x) / ((x + 1.0) * (m - events + x + 1.0));
    let lowest = (events - m).max(0.0);
    two_sided(first.events, lowest, n.min(events), step)
}

/// The exact two-sided p-value of two rates, given all events.
///
/// # Errors
/// [`Refusal::OutOfRange`] for negative counts, or events that are not whole or too many.
pub fn exact_rates(first: Counts, second: Counts) -> Result<f64, Refusal> {
    check_rate(first)?;
    check_rate(second)?;
    let events = first.events + second.events;
    let odds = first.people / second.people;
    let step = |x: f64| (events - x) / (x + 1.0) * odds;
    two_sided(first.events, 0.0, events, step)
}

/// The probability of all outcomes from `lowest` to `highest` no more likely than `seen`, where `step`
/// is the probability of x + 1 over that of x.
fn two_sided(
    seen: f64,
    lowest: f64,
    highest: f64,
    step: impl Fn(f64) -> f64,
) -> Result<f64, Refusal> {
    let whole = |number: f64| number.fract() == 0.0;
    if highest - lowest > MOST || !whole(seen) || !whole(lowest) || !whole(highest) {
        return Err(Refusal::OutOfRange {
            what: "Events in an exact test",
            range: "whole numbers up to one million",
        });
    }
    // Relative to the outcome seen, so that the terms near it keep their digits; the far side of the
    // distribution may be vastly more likely, hence logarithms.
    let mut logarithms = vec![0.0];
    let mut height = 0.0;
    let mut x = seen;
    while x < highest {
        height += step(x).ln();
        logarithms.push(height);
        x += 1.0;
    }
    height = 0.0;
    x = seen;
    while x > lowest {
        x -= 1.0;
        height -= step(x).ln();
        logarithms.push(height);
    }
    let most = logarithms.iter().copied().fold(0.0, f64::max);
    let mut all = 0.0;
    let mut unlikely = 0.0;
    for logarithm in logarithms {
        let part = (logarithm - most).exp();
        all += part;
        if logarithm <= CLOSE.ln() {
            unlikely += part;
        }
    }
    Ok((unlikely / all).min(1.0))
}
