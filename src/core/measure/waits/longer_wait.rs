//! The chance that a person of one group, picked at random, has waited longer than one of another.
//!
//! # Formula
//! P = Σ [ n₁(w)·(N₂(below w) + n₂(w)/2) ] / (N₁·N₂)
//!
//! # Symbols
//! - n(w): people of a group who waited w; N(below w): those who waited less; N: all of them. Equal
//!   waits count half.
//!
//! Interval: on the log-odds of P, with Newcombe's standard error, in which
//! both exponents are at the mean group size: s² = P(1−P)·[1 + (N*−1)(1−P)/(2−P) +
//! (N*−1)P/(1+P)]/(N₁N₂), N* = (N₁+N₂)/2.
//!
//! # Range and the value of no inequality
//! 0 to 1. 0.5 means that neither group waits longer; 1 that everyone in the first has waited
//! longer than everyone in the second.
//!
//! # How to read it
//! 0.55 means that of 100 pairs picked at random, in 55 the person of the first group has waited
//! longer. It uses the whole list, not only those over a threshold. The card is turned so that
//! above 0.5 the disadvantaged fare worse.
//!
//! # In plain words
//! Of 100 pairs picked at random, one person from each side, the one from the disadvantaged side fares
//! worse in about {whole}.
//!
//! # When it applies
//! Waits or other numbers of each person in two groups or more.
//!
//! # Limits
//! It says how often, not how much longer. On a list where most waits are short it hardly notices
//! the longest few. Of a list that is known in bands, a pair within one band counts half, and the interval
//! covers whichever of the two is longer.
//!
//! # Sources
//! - Mann HB, Whitney DR. On a test of whether one of two random variables is stochastically larger
//!   than the other. Annals of Mathematical Statistics 1947;18:50–60. doi:10.1214/aoms/1177730491
//! - Newcombe RG. Confidence intervals for an effect size measure based on the Mann–Whitney
//!   statistic. Part 2. Statistics in Medicine 2006;25:559–573. doi:10.1002/sim.2324
//!
//! # Example
//! ```
//! use equal_measure::core::{histogram::Histogram, measure::waits::longer_wait, units::Level};
//! let (mut one, mut other) = (Histogram::default(), Histogram::default());
//! one.add_whole(10, 1);
//! one.add_whole(20, 1);
//! other.add_whole(10, 1);
//! other.add_whole(5, 1);
//! assert!((longer_wait::of(&one, &other, Level::P95)?.value() - 0.875).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::{Estimate, Interval};
use crate::core::histogram::{Histogram, MICRO};
use crate::core::measure::two_groups::pair;
use crate::core::measure::{Basis, Measure, Null};
use crate::core::method_text::method_text;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_two(|groups| pair::of_values(groups, of))
        .named("longer-wait", "Chance of a longer wait")
        .unit(Unit::Percent)
        .null(Null::At(0.5))
        .basis(Basis::Values)
        .text(method_text!("longer_wait.rs"));

/// The chance that a value of the first exceeds one of the second, equal ones counted half.
///
/// # Errors
/// [`Refusal::Missing`] when a list is empty. The interval is refused where the lists do not overlap.
pub fn of(first: &Histogram, second: &Histogram, level: Level) -> Result<Estimate, Refusal> {
    let (n, m) = (first.count() as f64, second.count() as f64);
    if n <= 0.0 || m <= 0.0 {
        return Err(Refusal::Missing {
            what: "values in each group",
        });
    }
    if first.is_banded() || second.is_banded() {
        return of_bands(first, second, level);
    }
    let p = twice_wins(first, second) as f64 / 2.0 / n / m;
    Estimate::new(p, interval(p, n, m, level), "Mann and Whitney, Newcombe")
}

/// Of values that are known by their bands: where either of a pair may be the longer, it counts half, and the
/// interval covers all that it could be.
fn of_bands(first: &Histogram, second: &Histogram, level: Level) -> Result<Estimate, Refusal> {
    let (n, m) = (first.count() as f64, second.count() as f64);
    let (first, second) = (bands(first), bands(second));
    let share = |first: &[Band], second: &[Band]| {
        let longer = |one: &Band| {
            let shorter = second.iter().filter(|other| other.to <= one.from);
            one.many * shorter.map(|other| other.many).sum::<f64>()
        };
        first.iter().map(longer).sum::<f64>() / n / m
    };
    let (least, most) = (share(&first, &second), 1.0 - share(&second, &first));
    let limits = |p: f64| interval(p, n, m, level).ok();
    let lower = limits(least).map_or(0.0, Interval::lower);
    let upper = limits(most).map_or(1.0, Interval::upper);
    let value = f64::midpoint(least, most);
    Estimate::new(
        value,
        Interval::new(lower, upper, level),
        "Mann and Whitney, Newcombe, over what bands leave open",
    )
}

/// So many values, each above `from` and up to `to`; of one known value both are this.
struct Band {
    from: f64,
    to: f64,
    many: f64,
}

fn bands(values: &Histogram) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    let known = values.iter().map(|(micro, times)| {
        let value = micro as f64 / MICRO as f64;
        (value, times)
    });
    for (value, times) in known {
        let (from, to) = if values.is_banded() {
            (values.at_least(value), values.at_most(value))
        } else {
            (value, value)
        };
        match bands.last_mut() {
            Some(last) if last.to >= to => last.many += times as f64,
            _ => bands.push(Band {
                from,
                to,
                many: times as f64,
            }),
        }
    }
    let below: u64 = values.iter().map(|(_, times)| times).sum();
    let above = values.count() - below;
    if above > 0 {
        let last = values.at_least(f64::INFINITY);
        bands.push(Band {
            from: if last.is_finite() {
                last
            } else {
                f64::NEG_INFINITY
            },
            to: f64::INFINITY,
            many: above as f64,
        });
    }
    bands
}

/// Twice the number of pairs in which the first is longer, equal pairs counted half: exact.
fn twice_wins(first: &Histogram, second: &Histogram) -> u128 {
    let mut others = second.iter().peekable();
    let mut below = 0u128;
    let mut wins = 0u128;
    for (value, times) in first.iter() {
        while let Some((_, many)) = others.next_if(|&(other, _)| other < value) {
            below += u128::from(many);
        }
        let equal = others
            .peek()
            .filter(|&&(other, _)| other == value)
            .map_or(0, |&(_, many)| u128::from(many));
        wins += u128::from(times) * (2 * below + equal);
    }
    wins
}

fn interval(p: f64, n: f64, m: f64, level: Level) -> Result<Interval, Refusal> {
    if p <= 0.0 || p >= 1.0 {
        return Err(Refusal::Undefined {
            why: "everyone in one group has waited longer than everyone in the other",
        });
    }
    let others = f64::midpoint(n, m) - 1.0;
    let spread = 1.0 + others * (1.0 - p) / (2.0 - p) + others * p / (1.0 + p);
    let error = (p * (1.0 - p) * spread / (n * m)).sqrt() / (p * (1.0 - p));
    let middle = (p / (1.0 - p)).ln();
    let half = normal::z(level) * error;
    let share = |odds: f64| 1.0 / (1.0 + (-odds).exp());
    Interval::new(share(middle - half), share(middle + half), level)
}
