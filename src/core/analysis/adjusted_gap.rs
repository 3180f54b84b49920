//! How each group compares with the reference group among people who are alike in everything else that
//! the file divides by.
//!
//! # Formula
//! log of the expected rate = β₀ + β of the group + β of each other characteristic; ratio = e^β of the
//! group, with limits e^(β ∓ z s)
//!
//! adjusted difference = R (ratio − 1), with R = Σ Oₖ/ratioₖ / N
//!
//! # Symbols
//! - β: coefficients of a Poisson regression of events among people; s: the standard error of the group's.
//! - Oₖ: events of group k; N: people of all groups. R is the rate of everyone if every group had the
//!   reference group's rates.
//! - Odds ratio (shares only): the same from a logistic regression.
//!
//! Errors: for rates, the regression's own; for shares, that of each person (robust), since a person has
//! the outcome or not.
//!
//! # Range and the value of no inequality
//! Ratios above 0, with 1 for no gap; a difference of 0 for none. The reference group has neither.
//!
//! # How to read it
//! 1.3 means: among people alike in age and sex (say), the outcome is 1.3 times as common in this group as in
//! the reference group. Beside it stands the ratio as it is: what lies between them goes with age and sex.
//!
//! # When it applies
//! Events and people of each group, divided by anything but time. Each column of the second division counts
//! as a characteristic of its own.
//!
//! # Limits
//! It allows only for what the file divides by, and takes the ratio to be the same at every age (and in every
//! other part): see the gap within each part, pooled. Parts in which a count is hidden are left out for
//! every group. A group in which everyone or no one has the outcome cannot be fitted. For a common outcome
//! the odds ratio lies further from 1 than the ratio does. The interval of the difference does not count
//! the chance error of R. More than 60 parts are refused: put some together.
//!
//! # Sources
//! - McCullagh P, Nelder JA. Generalized Linear Models. 2nd edition. Chapman and Hall, 1989, chapter 6.
//! - Zou G. A modified Poisson regression approach to prospective studies with binary data. American
//!   Journal of Epidemiology 2004;159:702–706. doi:10.1093/aje/kwh090
//!
//! # In plain words
//! A ratio of 1.20 means a fifth more than in the comparison group, among people who are alike in what is
//! named here, and perhaps in nothing else.
//!
//! # Example
//! ```
//! use equal_measure::core::number::regression::{Errors, Family};
//! use equal_measure::core::standard::adjusted::{Row, adjusted};
//! use equal_measure::core::units::Level;
//! let row = |group: &str, age: &str, events, people| Row {
//!     group: group.into(), others: vec![age.into()], events, people,
//! };
//! let rows = [
//!     row("most deprived", "young", 20.0, 1000.0), row("least", "young", 10.0, 1000.0),
//!     row("most deprived", "old", 40.0, 200.0), row("least", "old", 200.0, 2000.0),
//! ];
//! let ratios = adjusted(&rows, "least", Family::Poisson, Errors::EachPerson, Level::P95)?;
//! assert!((ratios[0].1.value() - 2.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::method_text::method_text;
use std::collections::BTreeSet;

use super::form::{RATIO, column, label};
use super::strata::{self, Outcome, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Inputs, Needs, Note, Of, Quantity, Results, Rows,
    Stratified,
};
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Group, Kind};
use crate::core::measure::two_groups::ratio;
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::number::regression::{Errors, Family};
use crate::core::refusal::Refusal;
use crate::core::standard::adjusted::{self, adjusted};
use crate::core::units::Level;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Strata, run)
    .named(
        "adjusted-gap",
        "Gap among people otherwise alike (regression)",
    )
    .basis(Basis::Exact)
    .text(method_text!("adjusted_gap.rs"));

/// A regression on more values of the other characteristics than this takes longer than anyone waits.
const MOST_VALUES: usize = 200;

/// The ratios of one regression by the group's name, or why there are none.
type Ratios = Result<Vec<(String, Estimate)>, Refusal>;

/// Each part is one more unknown of the regression: beyond so many, a page would stand still for minutes.
const MOST_PARTS: usize = 60;

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    strata::counted(inputs)?;
    let stratified = inputs.stratified()?;
    let parts = stratified
        .strata
        .iter()
        .flat_map(|stratum| stratum.parts.iter().enumerate());
    let parts = parts.collect::<BTreeSet<_>>().len();
    if parts > MOST_PARTS {
        return Err(Refusal::NeedsData {
            what: format!(
                "{MOST_PARTS} parts of {} at most, such as bands of age or kinds of organisation; it has \
                 {parts}",
                stratified.name.to_lowercase()
            ),
        });
    }
    let groups = &inputs.groups;
    let level = groups.level;
    let reference = reference(inputs).ok_or(Refusal::TooFewGroups { need: 2, got: 0 })?;
    let to = &groups.list[reference].label;
    let rows = rows(inputs, stratified)?;
    let share = groups.kind == Kind::Share;
    let errors = if share {
        Errors::EachPerson
    } else {
        Errors::Model
    };
    let ratios: Ratios = adjusted(&rows, to, Family::Poisson, errors, level);
    let odds: Ratios = adjusted(&rows, to, Family::Logistic, Errors::Model, level);
    let of = |ratios: &Ratios, group: &Group| -> Outcome {
        let found = ratios
            .clone()?
            .into_iter()
            .find(|(name, _)| *name == group.label);
        found.map(|(_, ratio)| ratio).ok_or(Refusal::Missing {
            what: "people of this group in any part",
        })
    };
    let base = ratios
        .clone()
        .map(|ratios| everyone_as_reference(&rows, &ratios));
    let apart = |group: &Group| -> Outcome { apart(&of(&ratios, group)?, base.clone()?) };
    let others = || {
        groups
            .list
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != reference)
            .map(|(_, group)| group)
    };
    let mut figures = Vec::new();
    // Every group takes part in the regression: where one is hidden, none may be shown.
    for group in others() {
        let quantity = Quantity::RatioAlike {
            group: group.label.clone(),
            reference: to.clone(),
        };
        figures.push(strata::times(quantity, of(&ratios, group), &[]));
    }
    let mut columns = vec![
        column(ColumnKind::RatioAlike, RATIO),
        column(ColumnKind::RatioAsItStands, RATIO),
        column(ColumnKind::DifferenceAlike, MeasureUnit::Difference),
    ];
    if share {
        columns.push(column(ColumnKind::OddsRatioAlike, RATIO));
    }
    let table = Rows {
        caption: Caption::GroupsAlike {
            reference: to.clone(),
        },
        of: Of::Group,
        columns,
        rows: others()
            .map(|group| {
                let plain = plain(groups.kind, group, &groups.list[reference], level);
                let mut cells = vec![of(&ratios, group), plain, apart(group)];
                if share {
                    cells.push(of(&odds, group));
                }
                row(label(&group.label), cells, None)
            })
            .collect(),
        drawn: Drawn::Bars,
    };
    Ok(Results {
        figures,
        tables: vec![table],
        notes: vec![
            Note::MadeAlike {
                by: stratified.name.clone(),
                shares: share,
            },
            Note::PartsLeftOut {
                by: stratified.name.clone(),
            },
        ],
    })
}

/// The group that others are compared with: the dimension's own, else the better-off side, else the
/// last.
fn reference(inputs: &Inputs) -> Option<usize> {
    let side = inputs.sides.as_ref();
    let side = side.and_then(|sides| match sides.better_off_groups[..] {
        [one] => Some(one),
        _ => None,
    });
    let last = inputs.groups.list.len().checked_sub(1);
    inputs.groups.reference.or(side).or(last)
}

fn rows(inputs: &Inputs, stratified: &Stratified) -> Result<Vec<adjusted::Row>, Refusal> {
    let places = strata::open(stratified);
    let values: BTreeSet<(usize, &String)> = places
        .iter()
        .flat_map(|&place| stratified.strata[place].parts.iter().enumerate())
        .collect();
    if values.len() > MOST_VALUES {
        return Err(Refusal::NeedsData {
            what: format!(
                "a coarser second division: {} has {} values, and a regression takes at most \
                 {MOST_VALUES} here",
                stratified.name.to_lowercase(),
                values.len()
            ),
        });
    }
    let mut rows = Vec::new();
    for (group, cells) in inputs.groups.list.iter().zip(&stratified.cells) {
        for &place in &places {
            let Counts { events, people } = strata::added(stratified, cells, &[place])?;
            if people > 0.0 {
                rows.push(adjusted::Row {
                    group: group.label.clone(),
                    others: stratified.strata[place].parts.clone(),
                    events,
                    people,
                });
            }
        }
    }
    Ok(rows)
}

/// The rate of everyone if each group had the reference group's rates: events over ratios, by people.
fn everyone_as_reference(rows: &[adjusted::Row], ratios: &[(String, Estimate)]) -> f64 {
    let ratio = |group: &str| {
        let found = ratios.iter().find(|(name, _)| name == group);
        found.map_or(1.0, |(_, ratio)| ratio.value())
    };
    let events: f64 = rows.iter().map(|row| row.events / ratio(&row.group)).sum();
    events / rows.iter().map(|row| row.people).sum::<f64>()
}

/// What a ratio to the reference means as a difference, among everyone.
fn apart(ratio: &Estimate, base: f64) -> Outcome {
    let limits = ratio.interval().clone();
    let difference = |ratio: f64| base * (ratio - 1.0);
    Estimate::new(
        difference(ratio.value()),
        limits.and_then(|limits| limits.map(difference)),
        "from the adjusted ratio, at everyone's make-up",
    )
}

fn plain(kind: Kind, group: &Group, reference: &Group, level: Level) -> Outcome {
    let counts = group.counts.zip(reference.counts);
    let (one, other) = counts.ok_or(Refusal::Missing { what: "counts" })?;
    match kind {
        Kind::Share => ratio::of_shares(one, other, level),
        _ => ratio::of_rates(one, other, level),
    }
}
