//! How often chance alone would set two groups at least as far apart as they are.
//!
//! # Formula
//! z = (p₁ − p₂)/√(p(1−p)(1/n₁ + 1/n₂)); exact: the sum of the probabilities of all outcomes that
//! are no more likely than the one seen
//!
//! # Symbols
//! - p₁, p₂: the shares; n₁, n₂: the people; p: the share of both together. Exact for shares: the
//!   hypergeometric distribution given all events (Fisher). Exact for rates: the binomial
//!   distribution given all events, with the person-time's share.
//!
//! # Range and the value of no inequality
//! p-values 0 to 1. There is no value of no inequality: a large p-value is not "no gap".
//!
//! # How to read it
//! Read the difference and its interval first. With many people even a trifling gap has a tiny
//! p-value.
//!
//! # When it applies
//! Counts of two groups. Exact tests up to one million events.
//!
//! # Limits
//! It says nothing of the size of the gap. Several definitions of a two-sided exact test exist;
//! this one adds up the outcomes that are no more likely.
//!
//! # Sources
//! - Fisher RA. Statistical methods for research workers. 5th edition. Oliver and Boyd, 1934,
//!   section 21.02.
//! - Agresti A. A survey of exact inference for contingency tables. Statistical Science
//!   1992;7:131–153. doi:10.1214/ss/1177011454
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::difference_test};
//! let a = Counts { events: 3.0, people: 4.0 };
//! let b = Counts { events: 1.0, people: 4.0 };
//! // Fisher's lady tasting tea: (1 + 16 + 16 + 1) of 70 outcomes are no more likely.
//! assert!((difference_test::exact_shares(a, b)? - 34.0 / 70.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::group::Counts;
use crate::core::measure::standard_error::{check_rate, check_share};
use crate::core::number::normal;
use crate::core::refusal::Refusal;

/// The most events that the exact tests take: each is one step.
const MOST: f64 = 1e6;

/// Outcomes this close in probability count as equally likely: rounding must not tell them apart.
const CLOSE: f64 = 1.0 + 1e-7;

/// The pooled z of two shares, first less second, and its two-sided p-value.
///
/// # Errors
/// [`Refusal::Zero`] when nobody or everybody has the outcome; [`Refusal::OutOfRange`] for counts that
/// are no shares.
pub fn pooled(first: Counts, second: Counts) -> Result<(f64, f64), Refusal> {
    check_share(first)?;
    check_share(second)?;
    let share = (first.events + second.events) / (first.people + second.people);
    let variance = share * (1.0 - share) * (1.0 / first.people + 1.0 / second.people);
    if variance <= 0.0 {
        return Err(Refusal::Zero {
            what: "the variation among people",
        });
    }
    let z = (first.events / first.people - second.events / second.people) / variance.sqrt();
    Ok((z, normal::two_sided(z)))
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
