//! How much activity there is now compared with the same period before, and whether groups differ
//! in it.
//!
//! # Formula
//! R = x₂ / x₁ (or per day: (x₂/d₂)/(x₁/d₁)); ratio of recovery = (R of one group) / (R of another)
//!
//! # Symbols
//! - x₁, x₂: events in the baseline and in the later period; d₁, d₂: days, or people, in each.
//!
//! Interval: on the logarithm, with standard error √(1/x₁ + 1/x₂); for the ratio of two recoveries
//! √ of the sum over all four counts.
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means as much as before; for the ratio of two recoveries, 1 means
//! that both have recovered alike.
//!
//! # How to read it
//! 0.92 means 92 % of baseline activity. A ratio of recoveries of 0.95 means that the first group
//! is 5 % behind the second.
//!
//! # When it applies
//! Counts of events in two periods; compare the same months of the year.
//!
//! # Limits
//! The baseline may have been unequal already: equal recovery restores the old gap. Populations may
//! have moved since.
//!
//! # Sources
//! - Rothman KJ, Greenland S, Lash TL. Modern epidemiology. 3rd edition. Lippincott, 2008, chapter
//!   14.
//!
//! # In plain words
//! 1 means as high as in the first period; where one side's line lies below the other's, its figure has
//! grown less since then, or fallen more.
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::ratio, units::Level};
//! use equal_measure::core::measure::time::gap_change;
//! let year = |events| Counts { events, people: 365.0 };
//! let since = |first, last| ratio::of_rates(year(last), year(first), Level::P95);
//! let (worse, better) = (since(1000.0, 900.0)?, since(1000.0, 1000.0)?);
//! let behind = gap_change::of_ratios(&better, &worse, Level::P95)?;
//! assert!((behind.value() - 0.9).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::compare;
use super::form::{NOBODY, RATIO, column, drawn, label, row, table};
use super::series;
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Found, Inputs, Needs, Note, Of, People, Quantity,
    Results, Row, Stratified,
};
use crate::core::estimate::Estimate;
use crate::core::group::{Group, Groups};
use crate::core::measure::Null;
use crate::core::measure::time::gap_change;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Periods, run)
    .named("recovery", "Each period against the first")
    .people(People::Sides)
    .text(method_text!("recovery.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = series::of(inputs)?;
    let names = compare::names(inputs, stratified)?;
    let groups = &inputs.groups;
    let sides = stratified.worse_off.iter().zip(&stratified.better_off);
    let there: Vec<usize> = sides
        .enumerate()
        .filter_map(|(place, (one, other))| (one.is_some() && other.is_some()).then_some(place))
        .collect();
    let (Some(&first), Some(&last)) = (there.first(), there.get(1..).and_then(<[_]>::last)) else {
        return Err(Refusal::NeedsData {
            what: "a first period and a later one with a figure for both sides".to_owned(),
        });
    };
    let of = |side: &[Option<Group>], place: usize| against(side, first, place, groups);
    let both = |place: usize| -> [Result<Estimate, Refusal>; 3] {
        let (worse, better) = (
            of(&stratified.worse_off, place),
            of(&stratified.better_off, place),
        );
        let behind = worse
            .clone()
            .and_then(|worse| gap_change::of_ratios(&better.clone()?, &worse, groups.level));
        [worse, better, behind]
    };
    let side = |side: &String| Quantity::SideAgainstFirst { side: side.clone() };
    let column_of = |side: &String| ColumnKind::Side(side.clone());
    let (from, to) = (
        &stratified.strata[first].label,
        &stratified.strata[last].label,
    );
    let figure = |quantity, result| Found {
        quantity,
        result,
        unit: RATIO,
        null: Null::At(1.0),
        groups: names.groups.clone(),
    };
    let [worse, better, behind] = both(last);
    let rows = (first + 1..stratified.strata.len()).map(|place| {
        row(
            label(&stratified.strata[place].label),
            both(place).map(Entry::Figure).into(),
        )
    });
    Ok(Results {
        figures: vec![
            figure(Quantity::RatioAgainstFirst, behind),
            figure(side(&names.sides.worse_off), worse),
            figure(side(&names.sides.better_off), better),
        ],
        tables: vec![
            drawn(
                table(
                    Caption::PeriodsAgainstFirst {
                        first: from.clone(),
                    },
                    Of::Period,
                    [
                        column_of(&names.sides.worse_off),
                        column_of(&names.sides.better_off),
                        ColumnKind::OneOverOther,
                    ]
                    .map(|kind| column(kind, RATIO))
                    .into(),
                    rows.collect(),
                ),
                Drawn::Lines,
            ),
            drawn(
                table(
                    Caption::GroupsAgainstFirst {
                        first: from.clone(),
                        last: to.clone(),
                    },
                    Of::Group,
                    vec![column(ColumnKind::AgainstFirst, RATIO)],
                    of_groups(groups, stratified, first, last),
                ),
                Drawn::Bars,
            ),
        ],
        notes: vec![Note::SameSeason {
            first: from.clone(),
            last: to.clone(),
        }],
    })
}

fn of_groups(groups: &Groups, stratified: &Stratified, first: usize, last: usize) -> Vec<Row> {
    let cells = stratified.cells.iter().enumerate();
    cells
        .zip(&groups.list)
        .map(|((place, cells), group)| Row {
            name: label(&group.label),
            cells: vec![Entry::Figure(against(cells, first, last, groups))],
            group: Some(place),
        })
        .collect()
}

/// A later period over the first.
fn against(
    cells: &[Option<Group>],
    first: usize,
    later: usize,
    groups: &Groups,
) -> Result<Estimate, Refusal> {
    let at = |place: usize| cells.get(place).and_then(Option::as_ref).ok_or(NOBODY);
    compare::ratio(at(later)?, at(first)?, groups.kind, groups.level)
}
