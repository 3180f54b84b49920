//! When each side first reached a share, and how many days lie between.
//!
//! The method text is that of `measure::time::days_to_reach`.

use super::compare::{self, Compared};
use super::form::{INDEX, column, plain, row, table};
use super::series;
use super::{
    Caption, ColumnKind, Entry, Evidence, Findings, Found, Needs, Note, Of, Quantity, RowName,
    Study, Verdict, anything,
};
use crate::core::estimate::Estimate;
use crate::core::group::{Group, Kind};
use crate::core::lesson::lesson;
use crate::core::measure::time::days_to_reach;
use crate::core::measure::{Basis, Null};
use crate::core::refusal::Refusal;
use crate::core::units::Polarity;

/// The shares to reach, in percent.
const SHARES: [u8; 3] = [50, 70, 80];

pub(super) const STUDY: Study = Study {
    id: "days-to-reach",
    name: "Days until a share is reached",
    needs: Needs::Periods,
    basis: Basis::Parts,
    recommended: false,
    fits: anything,
    once: false,
    text: lesson!("../measure/time/days_to_reach.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let crossed = series::of(evidence)?;
    let names = compare::names(evidence, crossed)?;
    let groups = &evidence.groups;
    if groups.kind != Kind::Share || groups.polarity == Polarity::MoreIsWorse {
        return Err(Refusal::NeedsData {
            what: "a share of people that is meant to grow, such as uptake".to_owned(),
        });
    }
    let gaps = compare::in_each(crossed, groups);
    let worse_off = reached(&gaps, |gap| gap.worse_off)?;
    let better_off = reached(&gaps, |gap| gap.better_off)?;
    let lags = SHARES.map(|percent| lag(&worse_off, &better_off, f64::from(percent) / 100.0));
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
    Ok(Findings {
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

fn lag(worse: &[Reached], better: &[Reached], share: f64) -> Result<Estimate, Refusal> {
    let days = |series: &[Reached]| -> Vec<(i64, f64)> {
        series.iter().map(|&(day, _, value)| (day, value)).collect()
    };
    let before = |series: &[Reached]| series.first().is_some_and(|(_, _, value)| *value >= share);
    if before(worse) || before(better) {
        return Err(Refusal::Undefined {
            why: "a side had reached the share by the first period, and nobody knows when",
        });
    }
    let lag = days_to_reach::lag(&days(worse), &days(better), share)?;
    plain(lag as f64, "days between the first periods")
}
