//! The gap between the two sides within each organisation, the largest against the disadvantaged first.
//!
//! # Formula
//! dⱼ = y₁ⱼ − y₂ⱼ; rⱼ = y₁ⱼ / y₂ⱼ
//!
//! # Symbols
//! - y₁ⱼ, y₂ⱼ: the values of the worse-off and the better-off side in organisation j.
//!
//! Intervals as for a single difference (Newcombe for shares, normal for rates and values). What is said
//! of chance follows a test of each difference; where more than ten are made, the p-values are corrected
//! for their number (Benjamini and Hochberg).
//!
//! # Range and the value of no inequality
//! In the unit of a difference of the values. 0 means that the two sides of an organisation have the
//! same value.
//!
//! # How to read it
//! Read the size of a gap and its interval first. "More than chance" means that chance alone would
//! seldom set the two sides so far apart; "cannot be told from chance" is not "no gap": the organisation
//! may be too small to say.
//!
//! # When it applies
//! Organisations or areas with people of both sides.
//!
//! # Limits
//! Sorting puts small organisations at both ends, because chance moves them most. Organisations differ
//! in whom they serve, so that their gaps are not a league table. The correction lets one in twenty of
//! the differences called more than chance be chance after all.
//!
//! # Sources
//! - Newcombe RG. Interval estimation for the difference between independent proportions: comparison of
//!   eleven methods. Statistics in Medicine 1998;17:873–90.
//!   `doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I`
//! - Benjamini Y, Hochberg Y. Controlling the false discovery rate: a practical and powerful approach to
//!   multiple testing. Journal of the Royal Statistical Society, Series B 1995;57:289–300.
//!   doi:10.1111/j.2517-6161.1995.tb02031.x
//!
//! # In plain words
//! Each bar compares the two sides within one organisation; among many organisations, some stand out by
//! chance alone.
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::difference, units::Level};
//! let of = |events| Counts { events, people: 100.0 };
//! let gap = difference::of_shares(of(30.0), of(20.0), Level::P95)?;
//! assert!((gap.value() - 0.1).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::chance;
use super::compare::{self, Compared};
use super::form::{INDEX, RATIO, WHOLE, column, drawn, label, plain, row, table, whole};
use super::places;
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Found, Inputs, Needs, Of, People, Quantity,
    Results, Setting,
};
use crate::core::estimate::Estimate;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::number::sample;
use crate::core::refusal::Refusal;
use crate::core::units::Polarity;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Places, run)
    .named("gaps-by-place", "Gap within each organisation")
    .people(People::Sides)
    .unasked(|inputs| inputs.sides.is_some())
    .text(method_text!("gaps_by_place.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = places::of(inputs)?;
    let names = compare::names(inputs, stratified)?;
    let groups = &inputs.groups;
    let mut gaps = compare::in_each(stratified, groups);
    gaps.sort_by(|a, b| size(a, groups.polarity).total_cmp(&size(b, groups.polarity)));
    let mut differences: Vec<f64> = gaps
        .iter()
        .filter_map(|gap| gap.difference.as_ref().ok().map(Estimate::value))
        .collect();
    if differences.is_empty() {
        return Err(Refusal::NeedsData {
            what: "organisations with people of both sides".to_owned(),
        });
    }
    differences.sort_by(f64::total_cmp);
    let p: Vec<Option<f64>> = gaps
        .iter()
        .map(|gap| {
            let (worse, better) = gap.worse_off.zip(gap.better_off)?;
            compare::chance(worse, better, groups.kind, groups.level)
        })
        .collect();
    let judged = chance::judge(&p, groups.level)?;
    let figure = |quantity, result, unit, null| Found {
        quantity,
        result,
        unit,
        null,
        groups: names.groups.clone(),
    };
    let value = |side| Entry::Figure(compare::value(side, groups.kind, groups.level));
    let rows = gaps.iter().zip(judged.verdicts).map(|(gap, verdict)| {
        let cells = vec![
            Entry::Figure(gap.difference.clone()),
            Entry::Figure(gap.ratio.clone()),
            value(gap.worse_off),
            value(gap.better_off),
            verdict,
        ];
        row(label(&gap.stratum.label), cells)
    });
    let middle = sample::quantile(&differences, 0.5);
    Ok(Results {
        figures: vec![
            figure(
                Quantity::Difference(Setting::MiddleOrganisation),
                middle.and_then(|middle| plain(middle, "median of the organisations")),
                MeasureUnit::Difference,
                Null::At(0.0),
            ),
            figure(
                Quantity::OrganisationsCompared,
                whole(differences.len()),
                WHOLE,
                Null::None,
            ),
            figure(
                Quantity::OrganisationsBeyondChance,
                whole(judged.beyond),
                WHOLE,
                Null::None,
            ),
        ],
        tables: vec![drawn(
            table(
                Caption::GapByPlace(names.sides.clone()),
                Of::Organisation,
                vec![
                    column(ColumnKind::Difference, MeasureUnit::Difference),
                    column(ColumnKind::Ratio, RATIO),
                    column(ColumnKind::Side(names.sides.worse_off), MeasureUnit::Same),
                    column(ColumnKind::Side(names.sides.better_off), MeasureUnit::Same),
                    column(ColumnKind::Chance, INDEX),
                ],
                rows.collect(),
            ),
            Drawn::Bars,
        )],
        notes: vec![judged.note],
    })
}

/// Where a gap stands in the order of showing: the largest against the disadvantaged first, those
/// without a figure last.
fn size(gap: &Compared, polarity: Polarity) -> f64 {
    match (&gap.difference, polarity) {
        (Err(_), _) => f64::INFINITY,
        (Ok(gap), Polarity::MoreIsWorse) => -gap.value(),
        (Ok(gap), Polarity::MoreIsBetter) => gap.value(),
        (Ok(gap), Polarity::Neutral) => -gap.value().abs(),
    }
}
