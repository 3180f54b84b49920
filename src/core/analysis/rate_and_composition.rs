//! How much of the gap between the two sides goes with who they are made of, and how much with their
//! rates.
//!
//! One side may be older (or live elsewhere, or be treated by other services) and have a higher rate for
//! that. The gap is split into a part that goes with different rates among like people, and a part that
//! goes with a different make-up.
//!
//! # Formula
//! Y₁ − Y₂ = Σ (a₁ᵢ + a₂ᵢ)/2·(y₁ᵢ − y₂ᵢ) + Σ (y₁ᵢ + y₂ᵢ)/2·(a₁ᵢ − a₂ᵢ)
//!
//! # Symbols
//! - In part i of the second division: y₁ᵢ, y₂ᵢ: the rate of each side; a₁ᵢ, a₂ᵢ: the part's share of each
//!   side's people. Y: a side's rate over all parts. First sum: rates; second: make-up.
//!
//! In three parts: rates Σ a₂ᵢ(y₁ᵢ − y₂ᵢ), make-up Σ y₂ᵢ(a₁ᵢ − a₂ᵢ), both together Σ (a₁ᵢ − a₂ᵢ)(y₁ᵢ −
//! y₂ᵢ).
//!
//! # Range and the value of no inequality
//! In the unit of a difference of rates; the parts add up to the gap exactly. A part of 0 adds nothing to
//! the gap.
//!
//! # How to read it
//! A gap of 3 points of which 0.7 is make-up: with the same make-up on both sides the gap would be 2.3
//! points. A part below 0 works against the gap.
//!
//! # When it applies
//! Events and people of both sides by age, place or any other second division.
//!
//! # Limits
//! It is an account, not an explanation: make-up may itself come of inequality. The split over parts
//! depends on the parts chosen. Where one side has nobody in a part, it is given the other side's rate
//! there, so that the whole of that part is make-up. No interval is given. Refused where a count is hidden.
//!
//! # Sources
//! - Kitagawa EM. Components of a difference between two rates. Journal of the American Statistical
//!   Association 1955;50:1168–1194. doi:10.1080/01621459.1955.10501299
//!
//! # In plain words
//! One part of the gap reflects who is in each group, the other different figures for people who are alike;
//! together they make up the gap.
//!
//! # Example
//! ```
//! use equal_measure::core::measure::why::kitagawa::{self, Stratum};
//! let strata = [
//!     Stratum { first_people: 10.0, first_rate: 0.1, second_people: 30.0, second_rate: 0.1 },
//!     Stratum { first_people: 30.0, first_rate: 0.3, second_people: 10.0, second_rate: 0.3 },
//! ];
//! let parts = kitagawa::of(&strata)?;
//! assert!(parts.rate.abs() < 1e-12 && (parts.composition - 0.1).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{column, label, pair};
use super::strata::{self, Outcome, part, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Inputs, Needs, Note, Of, Quantity, Results, RowName,
    Rows, Stratified,
};
use crate::core::group::Counts;
use crate::core::measure::why::kitagawa::{self, Parts, Stratum};
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Strata, run)
    .named(
        "rate-and-composition",
        "How much of the gap goes with make-up",
    )
    .basis(Basis::Exact)
    .text(method_text!("rate_and_composition.rs"));

const METHOD: &str = "Kitagawa";

/// The most parts that are told one by one; the others are added up.
const MOST: usize = 20;

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    strata::counted(inputs)?;
    let stratified = inputs.stratified()?;
    let sides = inputs.sides()?;
    let (labels, strata) = compared(stratified)?;
    let parts = kitagawa::of(&strata)?;
    let groups = strata::of_both(sides);
    let by = || stratified.name.clone();
    let figure = |of, value| strata::difference(of, part(value, METHOD), &groups);
    let columns = || {
        vec![
            column(ColumnKind::Together, MeasureUnit::Difference),
            column(ColumnKind::Rates, MeasureUnit::Difference),
            column(ColumnKind::MakeUp, MeasureUnit::Difference),
        ]
    };
    let three = &parts.three;
    let in_three = [
        (RowName::Rates, three.rate),
        (RowName::MakeUp, three.composition),
        (RowName::Interaction, three.interaction),
        (RowName::Gap, parts.gap()),
    ];
    Ok(Results {
        figures: vec![
            figure(Quantity::PartOfRates { by: by() }, parts.rate),
            figure(Quantity::PartOfMakeUp { by: by() }, parts.composition),
            figure(Quantity::GapOverParts { by: by() }, parts.gap()),
        ],
        tables: vec![
            Rows {
                caption: Caption::PartsOfGap { by: by() },
                of: Of::Second(by()),
                columns: columns(),
                rows: by_stratum(&labels, &parts),
                drawn: Drawn::Bars,
            },
            Rows {
                caption: Caption::ThreeParts,
                of: Of::Part,
                columns: vec![column(ColumnKind::Difference, MeasureUnit::Difference)],
                rows: in_three
                    .into_iter()
                    .map(|(name, value)| row(name, [part(value, METHOD)], None))
                    .collect(),
                drawn: Drawn::Not,
            },
        ],
        notes: vec![
            Note::GapInParts(pair(sides)),
            Note::PartNotKnown { by: by() },
        ],
    })
}

/// The parts with people of either side, their names and numbers.
fn compared(stratified: &Stratified) -> Result<(Vec<&str>, Vec<Stratum>), Refusal> {
    let mut labels = Vec::new();
    let mut strata = Vec::new();
    for place in strata::complete(stratified)? {
        let first = strata::added(stratified, &stratified.worse_off, &[place])?;
        let second = strata::added(stratified, &stratified.better_off, &[place])?;
        let rate = |counts: Counts| (counts.people > 0.0).then(|| counts.events / counts.people);
        let (one, other) = (rate(first), rate(second));
        let Some(any) = one.or(other) else {
            continue;
        };
        labels.push(stratified.strata[place].label.as_str());
        strata.push(Stratum {
            first_people: first.people,
            first_rate: one.unwrap_or(any),
            second_people: second.people,
            second_rate: other.unwrap_or(any),
        });
    }
    Ok((labels, strata))
}

/// Rows of both parts and their sum, largest first; beyond [`MOST`] the rest together.
fn by_stratum(labels: &[&str], parts: &Parts) -> Vec<super::Row> {
    let pairs = parts
        .rate_by_stratum
        .iter()
        .zip(&parts.composition_by_stratum);
    let mut each: Vec<(&str, f64, f64)> = labels
        .iter()
        .zip(pairs)
        .map(|(label, (rate, composition))| (*label, *rate, *composition))
        .collect();
    each.sort_by(|one, other| {
        let size = |of: &(&str, f64, f64)| (of.1 + of.2).abs();
        size(other).total_cmp(&size(one))
    });
    let figures = |rate: f64, composition: f64| -> [Outcome; 3] {
        [rate + composition, rate, composition].map(|value| part(value, METHOD))
    };
    let shown = if each.len() > MOST { MOST - 1 } else { MOST };
    let rest = each.split_off(each.len().min(shown));
    let mut rows: Vec<super::Row> = each
        .into_iter()
        .map(|(name, rate, composition)| row(label(name), figures(rate, composition), None))
        .collect();
    if !rest.is_empty() {
        let rates = rest.iter().map(|of| of.1).sum();
        let compositions = rest.iter().map(|of| of.2).sum();
        let others = RowName::Others(rest.len());
        rows.push(row(others, figures(rates, compositions), None));
    }
    rows
}
