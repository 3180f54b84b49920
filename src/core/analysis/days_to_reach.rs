//! How many days later one group reached a share (50, 75 or 90 %) than another.
//!
//! # Formula
//! lag = t₁ − t₂, with t the first day on which y ≥ x
//!
//! # Symbols
//! - t₁, t₂: that day for each group. y₁, y₂: the share of each group reached by each day.
//!   x: the share to reach.
//!
//! # Range and the value of no inequality
//! Any whole number of days. 0 means that both reached it on the same day.
//!
//! # How to read it
//! 20 means that the first group reached the share 20 days after the second.
//!
//! # When it applies
//! A series of days (or other numbered periods) and shares for each group; days may be missing.
//!
//! # Limits
//! Where days are missing, the first day seen at or above the share counts. A share that was not
//! reached gives no lag. No interval: the shares are taken as they are.
//!
//! # Sources
//! - Curtis HJ and others. Trends and clinical characteristics of COVID-19 vaccine recipients: a
//!   federated analysis of 57.9 million patients' primary care records. British Journal of General
//!   Practice 2022;72:e51–e62. doi:10.3399/BJGP.2021.0376
//!
//! # In plain words
//! Days above 0 mean that the disadvantaged side reached the share later than the other.
//!
//! # Example
//! ```
//! use equal_measure::core::analysis::days_to_reach;
//! let slow = [(1, 0.5), (2, 0.8), (9, 0.9)];
//! let fast = [(1, 0.7), (2, 0.95)];
//! assert_eq!(days_to_reach::lag(&slow, &fast, 0.9)?, 7);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::compare::{self, Compared};
use super::form::{INDEX, column, plain, row, table};
use super::series;
use super::{
    Analysis, Caption, ColumnKind, Entry, Found, Inputs, Needs, Note, Of, People, Quantity,
    Results, RowName, Verdict,
};
use crate::core::estimate::Estimate;
use crate::core::group::{Group, Kind};
use crate::core::measure::Null;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Polarity;

/// The shares to reach, in percent.
const SHARES: [u8; 3] = [50, 70, 80];

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Periods, run)
    .named("days-to-reach", "Days until a share is reached")
    .people(People::Sides)
    .text(method_text!("days_to_reach.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = series::of(inputs)?;
    let names = compare::names(inputs, stratified)?;
    let groups = &inputs.groups;
    if groups.kind != Kind::Share || groups.polarity == Polarity::MoreIsWorse {
        return Err(Refusal::NeedsData {
            what: "a share of people that is meant to grow, such as uptake".to_owned(),
        });
    }
    let gaps = compare::in_each(stratified, groups);
    let worse_off = reached(&gaps, |gap| gap.worse_off)?;
    let better_off = reached(&gaps, |gap| gap.better_off)?;
    let lags = SHARES.map(|percent| between(&worse_off, &better_off, f64::from(percent) / 100.0));
    let figures = SHARES.iter().zip(&lags).map(|(&percent, lag)| Found {
        quantity: Quantity::DaysBetween {
            percent,
            worse_off: names.sides.worse_off.clone(),
            better_off: names.sides.better_off.clone(),
        },
        result: lag.clone(),
        unit: INDEX,
        null: Null::At(0.0),
        groups: names.groups.clone(),
    });
    let rows = SHARES.iter().zip(&lags).map(|(percent, lag)| {
        let share = f64::from(*percent) / 100.0;
        let when = |series: &[Reached]| Entry::Verdict(Verdict::Reached(when(series, share)));
        let cells = vec![
            when(&worse_off),
            when(&better_off),
            Entry::Figure(lag.clone()),
        ];
        row(RowName::Percent(*percent), cells)
    });
    Ok(Results {
        figures: figures.collect(),
        tables: vec![table(
            Caption::FirstReached,
            Of::Share,
            vec![
                column(ColumnKind::Side(names.sides.worse_off.clone()), INDEX),
                column(ColumnKind::Side(names.sides.better_off.clone()), INDEX),
                column(ColumnKind::DaysBetween, INDEX),
            ],
            rows.collect(),
        )],
        notes: vec![Note::AsFineAsPeriods],
    })
}

/// A period's last day, its name, and the share that a side had reached.
type Reached<'a> = (i64, &'a str, f64);

fn reached<'a>(
    gaps: &[Compared<'a>],
    side: fn(&Compared<'a>) -> Option<&'a Group>,
) -> Result<Vec<Reached<'a>>, Refusal> {
    let there = gaps
        .iter()
        .filter_map(|gap| Some((gap.stratum, side(gap)?)));
    let days: Option<Vec<Reached>> = there
        .map(|(stratum, group)| {
            let day = stratum.year.and_then(series::day)?;
            Some((day, stratum.label.as_str(), group.value))
        })
        .collect();
    days.ok_or_else(|| Refusal::NeedsData {
        what: "periods with dates that can be read".to_owned(),
    })
}

fn when(series: &[Reached], share: f64) -> Option<String> {
    let first = series.iter().find(|(_, _, value)| *value >= share);
    first.map(|&(_, label, _)| label.to_owned())
}

fn between(worse: &[Reached], better: &[Reached], share: f64) -> Result<Estimate, Refusal> {
    let days = |series: &[Reached]| -> Vec<(i64, f64)> {
        series.iter().map(|&(day, _, value)| (day, value)).collect()
    };
    let before = |series: &[Reached]| series.first().is_some_and(|(_, _, value)| *value >= share);
    if before(worse) || before(better) {
        return Err(Refusal::Undefined {
            why: "a side had reached the share by the first period, and nobody knows when",
        });
    }
    let lag = lag(&days(worse), &days(better), share)?;
    plain(lag as f64, "days between the first periods")
}

/// The first day, of days in rising order, on which the share was reached, or `None`.
pub fn first_day(series: &[(i64, f64)], share: f64) -> Option<i64> {
    series
        .iter()
        .find(|&&(_, reached)| reached >= share)
        .map(|&(day, _)| day)
}

/// The days by which the first group reached the share later than the second.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a share outside 0 to 1; [`Refusal::Mismatch`] when days do not rise;
/// [`Refusal::Undefined`] when a group did not reach the share.
pub fn lag(first: &[(i64, f64)], second: &[(i64, f64)], share: f64) -> Result<i64, Refusal> {
    if !(0.0..=1.0).contains(&share) {
        return Err(Refusal::OutOfRange {
            what: "The share to reach",
            range: "between 0 and 1",
        });
    }
    let rising = |series: &[(i64, f64)]| series.windows(2).all(|days| days[0].0 < days[1].0);
    if !rising(first) || !rising(second) {
        return Err(Refusal::Mismatch {
            what: "the days are not in order",
        });
    }
    match (first_day(first, share), first_day(second, share)) {
        (Some(first), Some(second)) => Ok(first - second),
        _ => Err(Refusal::Undefined {
            why: "a group did not reach the share in the days given",
        }),
    }
}
