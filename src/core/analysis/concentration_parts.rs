//! How much of the concentration index goes with how the second division (ages, say) is spread along the
//! ranking, and how much is left.
//!
//! # Formula
//! C = Σ (βₖ·x̄ₖ/μ)·Cₖ + R, with yᵢₖ = αᵢ + βₖ + eᵢₖ fitted to all cells, each weighed by its people
//!
//! # Symbols
//! - yᵢₖ: the value of the people of group i who are in stratum k. αᵢ: a level for each group; βₖ: how much
//!   stratum k differs from the first stratum within the same group.
//! - x̄ₖ: the share of all people in stratum k; Cₖ: the concentration index of that share along the ranking;
//!   μ: the average; C: the concentration index; R: what is left.
//!
//! # Range and the value of no inequality
//! In the unit of the concentration index; the parts add up to it exactly. A part of 0 adds nothing. Index
//! and parts are turned so that a bigger figure is a bigger gap against the disadvantaged; each stratum's
//! own index is not.
//!
//! # How to read it
//! An index of 0.05 of which 0.02 goes with age: had all groups the same ages, and ages the same differences
//! as now, the index would be about 0.03.
//!
//! # When it applies
//! Groups in order, of known size, crossed with ages or another division; two strata or more.
//!
//! # Limits
//! An account, not an explanation. It takes a stratum to differ by the same amount in every group. The
//! strata are one factor together: a file of counts gives no more. No interval.
//!
//! # Sources
//! - Wagstaff A, van Doorslaer E, Watanabe N. On decomposing the causes of health sector inequalities with
//!   an application to malnutrition inequalities in Vietnam. Journal of Econometrics 2003;112:207–223.
//!   doi:10.1016/S0304-4076(02)00161-6
//!
//! # In plain words
//! A part is large where something both goes with the outcome and is spread unevenly along the order; the
//! parts add up to the index.
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::sample::Sample, analysis::concentration_parts};
//! let groups = Sample::new(vec![0.1, 0.2, 0.3], vec![1.0; 3], None)?;
//! let old = vec![0.2, 0.4, 0.6];
//! let parts = concentration_parts::of(&groups, &[(0.25, old)])?;
//! assert!((parts.factors[0].part - parts.index / 2.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{INDEX, SHARE, column, figure, label, plain, row, table};
use super::{
    Analysis, Caption, ColumnKind, Entry, Inputs, Needs, Note, Of, Quantity, Results, Stratified,
};
use crate::core::group::Group;
use crate::core::measure::ordered::concentration::absolute;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Basis, MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::number::{least_squares, matrix::Matrix};
use crate::core::refusal::Refusal;
use crate::core::units::Polarity;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Strata, run)
    .named("concentration-parts", "Parts of the concentration index")
    .basis(Basis::Exact)
    .text(method_text!("concentration_parts.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = inputs.stratified()?;
    if !inputs.groups.ordered {
        return Err(Refusal::NotOrdered);
    }
    let strata: Vec<usize> = (0..stratified.strata.len())
        .filter(|&stratum| {
            stratified
                .cells
                .iter()
                .any(|cells| cells[stratum].is_some())
        })
        .collect();
    if strata.len() < 2 {
        return Err(Refusal::NeedsData {
            what: format!(
                "people in two parts or more of {}",
                stratified.name.to_lowercase()
            ),
        });
    }
    let people = people_in(stratified)?;
    let sizes: Vec<f64> = people.iter().map(|row| row.iter().sum()).collect();
    let outcome = outcome(stratified, &people, &sizes)?;
    let apart = differences(stratified, &people, &strata)?;
    let shares = |stratum: usize| -> Vec<f64> {
        let rows = people.iter().zip(&sizes);
        rows.map(|(row, size)| row[stratum] / size).collect()
    };
    let factors: Vec<(f64, Vec<f64>)> = strata[1..]
        .iter()
        .zip(&apart)
        .map(|(&stratum, &beta)| (beta, shares(stratum)))
        .collect();
    let parts = of(&outcome, &factors)?;
    let by = || stratified.name.clone();
    let sign = match inputs.groups.polarity {
        Polarity::MoreIsWorse => -1.0,
        Polarity::MoreIsBetter | Polarity::Neutral => 1.0,
    };
    let explained: f64 = parts.factors.iter().map(|factor| factor.part).sum();
    let rows = strata[1..].iter().zip(&apart).zip(&parts.factors);
    let rows = rows.map(|((&stratum, beta), factor)| {
        let index = factor.index.ok_or(Refusal::Zero {
            what: "the number of people",
        });
        let cells = vec![
            Entry::Figure(plain(sign * factor.part, "part of the index")),
            Entry::Figure(plain(*beta, "weighted least squares")),
            Entry::Figure(index.and_then(|index| plain(index, "concentration index"))),
        ];
        row(label(&stratified.strata[stratum].label), cells)
    });
    let part = |quantity, value: f64| {
        figure(
            quantity,
            plain(sign * value, "part of the index"),
            INDEX,
            Null::At(0.0),
        )
    };
    Ok(Results {
        figures: vec![
            part(Quantity::PartOfIndex { by: by() }, explained),
            part(Quantity::RestOfIndex, parts.rest),
            part(Quantity::ConcentrationIndex, parts.index),
            figure(
                Quantity::ShareOfIndex { by: by() },
                if parts.index == 0.0 {
                    Err(Refusal::AllEqual)
                } else {
                    plain(explained / parts.index, "share of the index")
                },
                SHARE,
                Null::None,
            ),
        ],
        tables: vec![table(
            Caption::PartsOfIndex { by: by() },
            Of::Second(by()),
            vec![
                column(ColumnKind::Adds, INDEX),
                column(ColumnKind::DifferenceFromFirst, MeasureUnit::Difference),
                column(ColumnKind::OwnIndex, INDEX),
            ],
            rows.collect(),
        )],
        notes: vec![Note::FromFirst {
            first: stratified.strata[strata[0]].label.clone(),
        }],
    })
}

/// The people of each group in each stratum.
fn people_in(stratified: &Stratified) -> Result<Vec<Vec<f64>>, Refusal> {
    let people = |cell: &Option<Group>| match cell {
        None => Ok(0.0),
        Some(cell) => cell.population.ok_or(Refusal::NoPopulation),
    };
    let rows = stratified.cells.iter();
    rows.map(|cells| cells.iter().map(people).collect())
        .collect()
}

/// Each group's value over its strata.
fn outcome(stratified: &Stratified, people: &[Vec<f64>], sizes: &[f64]) -> Result<Sample, Refusal> {
    if sizes.contains(&0.0) {
        return Err(Refusal::NeedsData {
            what: "people of every group in the second column".to_owned(),
        });
    }
    let value = |(cells, (people, size)): (&Vec<Option<Group>>, (&Vec<f64>, &f64))| {
        let sum = cells.iter().zip(people);
        let sum = sum.map(|(cell, people)| cell.as_ref().map_or(0.0, |cell| cell.value * people));
        sum.sum::<f64>() / size
    };
    let values = stratified
        .cells
        .iter()
        .zip(people.iter().zip(sizes))
        .map(value);
    Sample::new(values.collect(), sizes.to_vec(), None)
}

/// How much each stratum but the first differs from the first within the same group.
fn differences(
    stratified: &Stratified,
    people: &[Vec<f64>],
    strata: &[usize],
) -> Result<Vec<f64>, Refusal> {
    let many = stratified.cells.len();
    let (mut design, mut values, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    for (group, cells) in stratified.cells.iter().enumerate() {
        for (at, &stratum) in strata.iter().enumerate() {
            let Some(cell) = &cells[stratum] else {
                continue;
            };
            let mut line = vec![0.0; many + strata.len() - 1];
            line[group] = 1.0;
            if at > 0 {
                line[many + at - 1] = 1.0;
            }
            design.push(line);
            values.push(cell.value);
            weights.push(people[group][stratum]);
        }
    }
    let fit = least_squares::fit(&Matrix::from_rows(&design)?, &values, &weights)?;
    Ok(fit.coefficients[many..].to_vec())
}

/// The index and its parts, in the textbook direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The relative concentration index of the outcome.
    pub index: f64,
    /// What goes with each factor, in the order given.
    pub factors: Vec<Factor>,
    /// What the regression leaves over.
    pub rest: f64,
}

/// One factor's part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// How strongly the average outcome responds to the factor: βₖx̄ₖ/μ.
    pub elasticity: f64,
    /// The factor's own concentration index, or `None` where its average is 0.
    pub index: Option<f64>,
    /// Its part of the outcome's index.
    pub part: f64,
}

/// The concentration index of an outcome split over factors, each a coefficient and its values:
/// C = Σ (βₖ·x̄ₖ/μ)·Cₖ + R.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] unless the average outcome is
/// above 0; [`Refusal::Mismatch`] and [`Refusal::Missing`] for factors that do not fit.
pub fn of(outcome: &Sample, factors: &[(f64, Vec<f64>)]) -> Result<Parts, Refusal> {
    outcome.at_least(3)?;
    let mean = outcome.positive_mean()?;
    let index = absolute(outcome) / mean;
    let parts = factors
        .iter()
        .map(|(coefficient, values)| {
            let factor = Sample::new(values.clone(), outcome.populations().to_vec(), None)?;
            let (average, own) = (factor.mean(), absolute(&factor));
            Ok(Factor {
                elasticity: coefficient * average / mean,
                index: (average != 0.0).then_some(own / average),
                part: coefficient * own / mean,
            })
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let rest = index - parts.iter().map(|factor| factor.part).sum::<f64>();
    Ok(Parts {
        index,
        factors: parts,
        rest,
    })
}
