//! How much of the unevenness lies between larger groups (regions, say) and how much within them.
//!
//! # Formula
//! T = Σ qⱼ·(μⱼ/μ)·ln(μⱼ/μ) + Σ qⱼ·(μⱼ/μ)·Tⱼ
//!
//! # Symbols
//! - qⱼ: the share of all people in larger group j; μⱼ: its average; Tⱼ: the Theil index of the
//!   smaller groups within it; μ: the average of all. First sum: between; second: within.
//!
//! # Range and the value of no inequality
//! Each 0 or more, without a unit; they add up to the Theil index exactly. 0 means none of that
//! kind.
//!
//! # How to read it
//! If 80 % lies within regions, levelling the regions would leave four fifths of the unevenness.
//!
//! # When it applies
//! Smaller groups with known sizes, values not below 0, each in one larger group.
//!
//! # Limits
//! The split depends on which larger groups are chosen; more of them always move it towards
//! between.
//!
//! # Sources
//! - Shorrocks AF. The class of additively decomposable inequality measures. Econometrica
//!   1980;48:613–625. doi:10.2307/1913126
//!
//! # In plain words
//! The more of the unevenness lies within organisations, the less is learned by comparing organisations as
//! wholes.
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::sample::Sample, analysis::between_and_within};
//! let wards = Sample::new(vec![1.0, 3.0, 2.0, 2.0], vec![1.0; 4], None)?;
//! let parts = between_and_within::of(&wards, &[0, 0, 1, 1])?;
//! assert!(parts.between.abs() < 1e-12);
//! assert!(parts.within > 0.0);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{INDEX, SHARE, column, figure, plain, row, table};
use super::places;
use super::{Analysis, Caption, ColumnKind, Entry, Inputs, Needs, Of, Quantity, Results, RowName};
use crate::core::measure::Null;
use crate::core::measure::all_groups::theil_index;
use crate::core::measure::sample::Sample;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use std::collections::BTreeMap;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Places, run)
    .named(
        "between-and-within",
        "Between organisations and within them",
    )
    .text(method_text!("between_and_within.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = places::of(inputs)?;
    let (mut values, mut people, mut larger) = (Vec::new(), Vec::new(), Vec::new());
    for cells in &stratified.cells {
        for (place, cell) in cells.iter().enumerate() {
            if let Some(cell) = cell {
                values.push(cell.value);
                people.push(cell.population.ok_or(Refusal::NoPopulation)?);
                larger.push(place);
            }
        }
    }
    if values.is_empty() {
        return Err(Refusal::NeedsData {
            what: "groups with a value in each organisation".to_owned(),
        });
    }
    let parts = of(&Sample::new(values, people, None)?, &larger)?;
    let whole = parts.between + parts.within;
    let theil = |part: f64| plain(part, "Theil index");
    let share = |part: f64| {
        if whole > 0.0 {
            plain(part / whole, "share of the Theil index")
        } else {
            Err(Refusal::AllEqual)
        }
    };
    let line = |name, part: f64| {
        row(
            name,
            vec![Entry::Figure(theil(part)), Entry::Figure(share(part))],
        )
    };
    Ok(Results {
        figures: vec![
            figure(
                Quantity::WithinOrganisations,
                share(parts.within),
                SHARE,
                Null::None,
            ),
            figure(
                Quantity::BetweenOrganisations,
                share(parts.between),
                SHARE,
                Null::None,
            ),
        ],
        tables: vec![table(
            Caption::TheilParts,
            Of::Part,
            vec![
                column(ColumnKind::TheilIndex, INDEX),
                column(ColumnKind::ShareOfWhole, SHARE),
            ],
            vec![
                line(RowName::Between, parts.between),
                line(RowName::Within, parts.within),
                line(RowName::Both, whole),
            ],
        )],
        notes: Vec::new(),
    })
}

/// The two parts of a Theil index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// Between the larger groups.
    pub between: f64,
    /// Within them.
    pub within: f64,
}

/// The Theil index split by larger groups; `larger` names the larger group of each smaller one.
///
/// # Errors
/// [`Refusal::Mismatch`] when the lists differ in length; else as [`theil_index::value`].
pub fn of(sample: &Sample, larger: &[usize]) -> Result<Parts, Refusal> {
    if larger.len() != sample.values().len() {
        return Err(Refusal::Mismatch {
            what: "every group needs a larger group",
        });
    }
    sample.not_negative()?;
    let mean = sample.positive_mean()?;
    let mut members: BTreeMap<usize, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for (place, &group) in larger.iter().enumerate() {
        let (values, populations) = members.entry(group).or_default();
        values.push(sample.values()[place]);
        populations.push(sample.populations()[place]);
    }
    let total: f64 = sample.populations().iter().sum();
    let mut parts = Parts {
        between: 0.0,
        within: 0.0,
    };
    for (values, populations) in members.into_values() {
        let share = populations.iter().sum::<f64>() / total;
        if share <= 0.0 {
            continue;
        }
        let group = Sample::new(values, populations, None)?;
        let relative = group.mean() / mean;
        if relative > 0.0 {
            parts.between += share * relative * relative.ln();
            parts.within += share * relative * theil_index::value(&group)?;
        }
    }
    Ok(parts)
}
