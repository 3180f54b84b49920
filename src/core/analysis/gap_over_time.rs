//! How the gap between the two sides has moved: period by period, from the first period to the last, and a
//! year.
//!
//! # Formula
//! dₜ = y₁ₜ − y₂ₜ; rₜ = y₁ₜ / y₂ₜ; change of the difference = dₗ − dₑ; change of the ratio = rₗ / rₑ
//!
//! # Symbols
//! - y₁ₜ, y₂ₜ: the values of the worse-off and the better-off side in period t. e, l: the earliest and
//!   the latest period in which both sides have a value.
//! - Change a year: the slope of a straight line through all dₜ over time in years, each weighed by the
//!   inverse of its squared standard error where all are known.
//!
//! Intervals: of each gap as for a single difference or ratio; of the changes by the limits of the two
//! gaps combined (MOVER), for ratios on logarithms.
//!
//! # Range and the value of no inequality
//! Differences and their changes in the unit of the values; 0 means no gap, and no change. Ratios above
//! 0; 1 means no gap, and no change.
//!
//! # How to read it
//! A difference that went from 5 to 3 points has changed by −2. Where the change of the difference is
//! below 0 and the change of the ratio above 1 (or the reverse), the two do not agree: the gap became
//! smaller in points and larger in proportion, or the other way round. Say both.
//!
//! # When it applies
//! Two periods or more with both sides; three for the change a year, with dates that can be read.
//! Periods may be missing.
//!
//! # Limits
//! The first and the last period carry the change: look at those between. Periods that share people or
//! months (rolling averages) are not independent, which the intervals take them to be. Groups may have
//! changed their members in the meantime.
//!
//! # Sources
//! - Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach.
//!   Statistics in Medicine 2008;27:1693–1702. doi:10.1002/sim.3095
//! - King NB, Harper S, Young ME. Use of relative and absolute effect measures in reporting health
//!   inequalities: structured review. BMJ 2012;345:e5774. doi:10.1136/bmj.e5774
//! - Draper NR, Smith H. Applied regression analysis. 3rd edition. Wiley, 1998, chapters 1 and 9.
//!   doi:10.1002/9781118625590
//!
//! # In plain words
//! Where the two lines come closer, the gap in points is getting smaller; in proportion it may do the
//! opposite, so both are shown.
//!
//! # Example
//! Both sides halve: the difference narrows and the ratio stays.
//! ```
//! use equal_measure::core::{group::Counts, units::Level};
//! use equal_measure::core::measure::{time::gap_change, two_groups::{difference, ratio}};
//! let of = |events| Counts { events, people: 1000.0 };
//! let gap = |a, b| difference::of_shares(of(a), of(b), Level::P95);
//! let times = |a, b| ratio::of_shares(of(a), of(b), Level::P95);
//! let moved = gap_change::of_differences(&gap(200.0, 100.0)?, &gap(100.0, 50.0)?, Level::P95)?;
//! assert!((moved.value() + 0.05).abs() < 1e-12);
//! let moved = gap_change::of_ratios(&times(200.0, 100.0)?, &times(100.0, 50.0)?, Level::P95)?;
//! assert!((moved.value() - 1.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::compare::{self, Compared};
use super::form::{self, RATIO, column, drawn, many, row, table};
use super::series;
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Found, Inputs, Needs, Note, Of, People, Quantity,
    Results,
};
use crate::core::estimate::Estimate;
use crate::core::measure::time::{annual_change, gap_change};
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Periods, run)
    .named("gap-over-time", "Gap over time")
    .people(People::Sides)
    .unasked(|inputs| inputs.sides.is_some() && !has_one_period(inputs))
    .text(method_text!("gap_over_time.rs"));

fn has_one_period(inputs: &Inputs) -> bool {
    let stratified = inputs.stratified.as_ref();
    stratified.is_some_and(|stratified| stratified.strata.len() < 2)
}

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = series::of(inputs)?;
    let names = compare::names(inputs, stratified)?;
    let groups = &inputs.groups;
    let gaps = compare::in_each(stratified, groups);
    let (first, last) = ends(&gaps, |gap| gap.difference.clone().ok())?;
    let ratios = ends(&gaps, |gap| gap.ratio.clone().ok());
    let figure = |quantity, result, unit, null| Found {
        quantity,
        result,
        unit,
        null: Null::At(null),
        groups: names.groups.clone(),
    };
    let changed = gap_change::of_differences(&first.1, &last.1, groups.level);
    let times =
        ratios.and_then(|(first, last)| gap_change::of_ratios(&first.1, &last.1, groups.level));
    let value = |side| Entry::Figure(compare::value(side, groups.kind, groups.level));
    let label = |gap: &Compared| form::label(&gap.stratum.label);
    Ok(Results {
        figures: vec![
            figure(
                Quantity::ChangeOfDifference,
                changed,
                MeasureUnit::Difference,
                0.0,
            ),
            figure(Quantity::ChangeOfRatio, times, RATIO, 1.0),
            figure(
                Quantity::ChangeAYear,
                a_year(&gaps, groups.level),
                MeasureUnit::Difference,
                0.0,
            ),
        ],
        tables: vec![
            drawn(
                table(
                    Caption::SidesOverTime,
                    Of::Period,
                    vec![
                        column(
                            ColumnKind::Side(names.sides.worse_off.clone()),
                            MeasureUnit::Same,
                        ),
                        column(
                            ColumnKind::Side(names.sides.better_off.clone()),
                            MeasureUnit::Same,
                        ),
                    ],
                    gaps.iter()
                        .map(|gap| {
                            row(
                                label(gap),
                                vec![value(gap.worse_off), value(gap.better_off)],
                            )
                        })
                        .collect(),
                ),
                Drawn::Lines,
            ),
            table(
                Caption::GapOverTime(names.sides.clone()),
                Of::Period,
                vec![
                    column(ColumnKind::Difference, MeasureUnit::Difference),
                    column(ColumnKind::Ratio, RATIO),
                ],
                gaps.iter()
                    .map(|gap| {
                        let both = [&gap.difference, &gap.ratio];
                        row(
                            label(gap),
                            both.map(|one| Entry::Figure(one.clone())).into(),
                        )
                    })
                    .collect(),
            ),
        ],
        notes: vec![Note::FirstAndLast {
            first: first.0,
            last: last.0,
        }],
    })
}

/// A period's name and its gap.
type End = (String, Estimate);

/// The first and the last period that have a gap.
fn ends(gaps: &[Compared], of: fn(&Compared) -> Option<Estimate>) -> Result<(End, End), Refusal> {
    let there = |gap: &Compared| Some((gap.stratum.label.clone(), of(gap)?));
    let mut known: Vec<End> = gaps.iter().filter_map(there).collect();
    let got = known.len();
    match (known.pop(), known.into_iter().next()) {
        (Some(last), Some(first)) => Ok((first, last)),
        _ => Err(Refusal::NeedsData {
            what: format!(
                "two periods or more with a figure for both sides; it has {}",
                many(got, "such period")
            ),
        }),
    }
}

fn a_year(gaps: &[Compared], level: Level) -> Result<Estimate, Refusal> {
    let known: Vec<(Option<f64>, &Estimate)> = gaps
        .iter()
        .filter_map(|gap| Some((gap.stratum.year, gap.difference.as_ref().ok()?)))
        .collect();
    let dated: Option<Vec<(f64, f64)>> = known
        .iter()
        .map(|(year, gap)| Some(((*year)?, gap.value())))
        .collect();
    let dated = dated.ok_or_else(|| Refusal::NeedsData {
        what: "periods with dates that can be read".to_owned(),
    })?;
    let errors: Option<Vec<f64>> = known
        .iter()
        .map(|(_, gap)| compare::error_of(gap))
        .collect();
    annual_change::of(&dated, errors.as_deref(), level)
}
