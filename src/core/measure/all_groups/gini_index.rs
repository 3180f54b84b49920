//! How unevenly the outcome is spread when groups are ranked by the outcome itself.
//!
//! # Formula
//! G = 1 − Σ pᵢ(Sᵢ + Sᵢ₋₁) = (2/μ)·Σ pᵢyᵢ(Rᵢ − ½)
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value, in its own unit. μ = Σ pᵢyᵢ:
//!   the average of all people. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %. Groups are sorted by
//!   value. Sᵢ: the share of the outcome of the first i groups. Rᵢ: the middle rank of group i, 0
//!   to 1.
//!
//! Interval: G ± z·√Σ(gᵢsᵢ)², with gᵢ = pᵢ(2(Rᵢ − ½) − G)/μ.
//!
//! # Range and the value of no inequality
//! 0 to 1. 0 means that all groups have the average.
//!
//! # How to read it
//! It is twice the area between the Lorenz curve and the line of equality. Unlike the concentration
//! index it ranks by the outcome, not by disadvantage.
//!
//! # In plain words
//! It runs from 0, all groups alike, to 1, one group having everything; it ranks groups by the outcome,
//! not by disadvantage.
//!
//! # When it applies
//! Three groups or more with known sizes, values not below 0 and an average above 0.
//!
//! # Limits
//! It does not say which group is worse off; two very different spreads can share one index.
//!
//! # Sources
//! - Lerman RI, Yitzhaki S. Improving the accuracy of estimates of Gini coefficients. Journal of
//!   Econometrics 1989;42:43–47.
//! - Ahn J, Harper S, Yu M, Feuer EJ, Liu B, Luta G. Variance estimation and confidence intervals
//!   for 11 commonly used health disparity measures. JCO Clinical Cancer Informatics 2018;2:1–19.
//!   doi:10.1200/CCI.18.00031
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::{all_groups::gini_index, sample::Sample}, units::Level};
//! let three = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], Some(vec![1.0; 3]))?;
//! assert!((gini_index::of(&three, Level::P95)?.value() - 0.1875).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::apart;
use crate::core::estimate::Estimate;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::wald;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(|groups| apart(groups, of))
    .named("gini-index", "Gini index")
    .relative(Unit::Index)
    .text(method_text!("gini_index.rs"));

/// The index.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value below 0 or an average that is not above 0.
pub fn value(sample: &Sample) -> Result<f64, Refusal> {
    parts(sample).map(|(index, _)| index)
}

/// The index with its interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; else as [`value`].
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let (index, slopes) = parts(sample)?;
    wald(index, sample.spread(&slopes), level, "delta method")
}

fn parts(sample: &Sample) -> Result<(f64, Vec<f64>), Refusal> {
    let mean = sample.positive_mean()?;
    sample.not_negative()?;
    let ranks = ranks_by_value(sample);
    let products: Vec<f64> = ranks
        .iter()
        .zip(sample.values())
        .map(|(rank, y)| 2.0 * y * (rank - 0.5))
        .collect();
    let index = sample.weighted(&products) / mean;
    let slopes = ranks
        .iter()
        .zip(sample.shares())
        .map(|(rank, p)| p * (2.0 * (rank - 0.5) - index) / mean)
        .collect();
    Ok((index, slopes))
}

/// Each group's middle rank when the groups are sorted by value; equal values share one.
fn ranks_by_value(sample: &Sample) -> Vec<f64> {
    let values = sample.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0.0;
    for equal in order.chunk_by(|&a, &b| values[a].total_cmp(&values[b]).is_eq()) {
        let share: f64 = equal.iter().map(|&place| sample.shares()[place]).sum();
        for &place in equal {
            ranks[place] = below + share / 2.0;
        }
        below += share;
    }
    ranks
}
