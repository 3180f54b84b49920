//! How much of the outcome the groups with the least of it have together.
//!
//! # Formula
//! point k = (Σ pᵢ, Σ pᵢyᵢ/μ) over the k groups with the lowest values
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. μ: the average of all people.
//!
//! # Range and the value of no inequality
//! From (0, 0) to (1, 1). Equality is the straight line between them.
//!
//! # How to read it
//! A point (0.4, 0.3) means that the 40 % of people in the lowest groups have 30 % of the outcome.
//!
//! # When it applies
//! Two groups or more with known sizes, values not below 0 and an average above 0.
//!
//! # Limits
//! Within a group everybody is taken to be alike.
//!
//! # Sources
//! - Lorenz MO. Methods of measuring the concentration of wealth. Publications of the American
//!   Statistical Association 1905;9:209–219. doi:10.2307/2276207
//!
//! # In plain words
//! On the diagonal every group has its share of the outcome; the further the curve hangs below it, the more
//! uneven the groups.
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::sample::Sample, analysis::lorenz_curve};
//! let two = Sample::new(vec![30.0, 10.0], vec![1.0, 1.0], None)?;
//! assert_eq!(lorenz_curve::points(&two)?, [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::curve::{cumulated, curve, outcome_of};
use super::form::{SHARE, figure, plain};
use super::{Analysis, Caption, Inputs, Needs, Note, Quantity, Results};
use crate::core::group::Group;
use crate::core::measure::Null;
use crate::core::measure::sample::Sample;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("lorenz-curve", "Lorenz curve")
    .text(method_text!("lorenz_curve.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let groups = &inputs.groups;
    let points = points(&Sample::of_groups(groups, 2)?)?;
    let mut order: Vec<&Group> = groups.list.iter().collect();
    order.sort_by(|a, b| a.value.total_cmp(&b.value));
    let labels: Vec<&str> = order.iter().map(|group| group.label.as_str()).collect();
    Ok(Results {
        figures: vec![figure(
            Quantity::OutcomeOfLowestHalf,
            plain(outcome_of(&points, 0.5), "read off the curve"),
            SHARE,
            Null::At(0.5),
        )],
        tables: vec![curve(Caption::LorenzCurve, &points, &labels)?],
        notes: vec![Note::AlikeWithin],
    })
}

/// The points of the curve: the share of people and the share of the outcome, both from 0 to 1.
///
/// # Errors
/// [`Refusal::OutOfRange`] for a value below 0 or an average that is not above 0.
pub fn points(sample: &Sample) -> Result<Vec<(f64, f64)>, Refusal> {
    sample.not_negative()?;
    let values = sample.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    cumulated(sample, &order)
}
