//! How many events a group has for each one that it would have at everyone's rates, age by age.
//!
//! Two answers to one question. The first keeps the group's own ages and asks what everyone's rates would
//! make of them; it holds for small groups. The second keeps everyone's ages and asks what the group's
//! rates would make of them; groups may then be compared with each other.
//!
//! # Formula
//! ratio of events to those expected = O / Σ nᵢ Xᵢ/Nᵢ
//!
//! comparative figure = Σ Nᵢ xᵢ/nᵢ / Σ Xᵢ
//!
//! # Symbols
//! - In band i of age: xᵢ events of the group's nᵢ people, and Xᵢ events of the Nᵢ people of all known
//!   groups together. O = Σ xᵢ.
//!
//! Intervals: of the ratio, the limits of the count O (exact below 10, else Byar's), divided likewise; of
//! the comparative figure, those of the directly standardised rate, divided likewise.
//!
//! # Range and the value of no inequality
//! 0 and above. 1 means as many events as all known groups together have at the same ages.
//!
//! # How to read it
//! 1.2 means a fifth more events than people of the same ages have over all known groups.
//!
//! # When it applies
//! Events and people of each group by age, in any bands; with men and women apart, by both.
//!
//! # Limits
//! By the first ratio each group is weighed by its own ages, so that two groups are comparable with
//! everyone, not strictly with each other. The second is refused below 10 events, and where nobody of the
//! group is of some age. A large group is a good part of everyone, which draws its figure to 1. The chance
//! error of everyone's own rates is not counted.
//!
//! # Sources
//! - Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II. IARC 1987, pp. 61–72.
//!
//! # In plain words
//! 1.20 means a fifth more events than everyone's rates at the same ages would give; 1 means just as many.
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::indirect::{self, Reference}, units::Level};
//! let band = |people, events, of| Reference { people, reference_events: events, reference_people: of };
//! let bands = [band(1000.0, 10.0, 1000.0), band(500.0, 40.0, 1000.0)];
//! assert!((indirect::ratio(36.0, &bands, Level::P95)?.value() - 1.2).abs() < 1e-15);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{RATIO, column, label};
use super::strata::{self, Outcome, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Inputs, Needs, Note, Of, Quantity, Results, Rows,
    Stratified,
};
use crate::core::group::Group;
use crate::core::measure::Basis;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::comparative::{self, Compared};
use crate::core::standard::indirect::{self, Reference};
use crate::core::units::Level;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Ages, run)
    .named(
        "standardised-ratio",
        "Events against those expected at the same ages",
    )
    .basis(Basis::Exact)
    .text(method_text!("standardised_ratio.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    strata::counted(inputs)?;
    let stratified = inputs.stratified()?;
    let level = inputs.groups.level;
    let places = strata::complete(stratified)?;
    let both = |row: &[Option<Group>]| match in_bands(stratified, row, &places) {
        Ok(bands) => [
            observed_over_expected(&bands, level),
            comparative::figure(&bands, level),
        ],
        Err(refusal) => [Err(refusal.clone()), Err(refusal)],
    };
    let each = inputs.groups.list.iter().zip(&stratified.cells).enumerate();
    let rows = each
        .map(|(place, (group, cells))| row(label(&group.label), both(cells), Some(place)))
        .collect();
    let mut figures = Vec::new();
    if let Some(sides) = &inputs.sides {
        for (side, cells, groups) in [
            (
                &sides.worse_off,
                &stratified.worse_off,
                &sides.worse_off_groups,
            ),
            (
                &sides.better_off,
                &stratified.better_off,
                &sides.better_off_groups,
            ),
        ] {
            let [ratio, _] = both(cells);
            let quantity = Quantity::OverExpected {
                side: side.label.clone(),
            };
            figures.push(strata::times(quantity, ratio, groups));
        }
    }
    Ok(Results {
        figures,
        tables: vec![Rows {
            caption: Caption::OverExpected,
            of: Of::Group,
            columns: vec![
                column(ColumnKind::OverExpected, RATIO),
                column(ColumnKind::Comparative, RATIO),
            ],
            rows,
            drawn: Drawn::Bars,
        }],
        notes: vec![Note::KnownTogether {
            by: stratified.name.clone(),
        }],
    })
}

/// The group and all known groups together, band by band.
fn in_bands(
    stratified: &Stratified,
    row: &[Option<Group>],
    places: &[usize],
) -> Result<Vec<Compared>, Refusal> {
    places
        .iter()
        .map(|&place| {
            let group = strata::added(stratified, row, &[place])?;
            let everyone = strata::added(stratified, &stratified.known, &[place])?;
            Ok(Compared {
                events: group.events,
                people: group.people,
                reference_events: everyone.events,
                reference_people: everyone.people,
            })
        })
        .collect()
}

fn observed_over_expected(bands: &[Compared], level: Level) -> Outcome {
    let reference: Vec<Reference> = bands
        .iter()
        .map(|band| Reference {
            people: band.people,
            reference_events: band.reference_events,
            reference_people: band.reference_people,
        })
        .collect();
    let observed = bands.iter().map(|band| band.events).sum();
    indirect::ratio(observed, &reference, level)
}
