//! How much of the outcome the most disadvantaged part of the population has.
//!
//! # Formula
//! point k = (Σ pᵢ, Σ pᵢyᵢ/μ) over the k most disadvantaged groups
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. μ: the average of all people.
//!
//! # Range and the value of no inequality
//! From (0, 0) to (1, 1). Equality is the straight line between them.
//!
//! # How to read it
//! A point (0.2, 0.17) means that the most disadvantaged fifth has 17 % of the outcome. The
//! concentration index is twice the area between the line and the curve, positive where the curve
//! lies below.
//!
//! # When it applies
//! Two ordered groups or more with known sizes and an average above 0.
//!
//! # Limits
//! A curve that crosses the line can have an index of 0 and still hide a gap.
//!
//! # Sources
//! - Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health: measurement,
//!   computation, and statistical inference. Journal of Econometrics 1997;77:87–103.
//!   doi:10.1016/S0304-4076(96)01807-6
//!
//! # In plain words
//! On the diagonal every group has its share of the outcome; above it, more of the outcome lies with the
//! most disadvantaged.
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::sample::Sample, analysis::concentration_curve};
//! let two = Sample::new(vec![10.0, 30.0], vec![1.0, 1.0], None)?;
//! assert_eq!(concentration_curve::points(&two)?, [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::curve::{cumulated, curve, outcome_of};
use super::form::{SHARE, figure, plain};
use super::{Analysis, Caption, Inputs, Needs, Note, Part, Quantity, Results};
use crate::core::measure::Null;
use crate::core::measure::sample::Sample;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("concentration-curve", "Concentration curve")
    .text(method_text!("concentration_curve.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let groups = &inputs.groups;
    let sample = Sample::of_ordered(groups, 2)?;
    sample.not_negative()?;
    let points = points(&sample)?;
    let labels: Vec<&str> = groups
        .list
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    let part = |people: f64| plain(outcome_of(&points, people), "read off the curve");
    Ok(Results {
        figures: vec![
            figure(
                Quantity::OutcomeOfDisadvantaged(Part::Fifth),
                part(0.2),
                SHARE,
                Null::At(0.2),
            ),
            figure(
                Quantity::OutcomeOfDisadvantaged(Part::Half),
                part(0.5),
                SHARE,
                Null::At(0.5),
            ),
        ],
        tables: vec![curve(Caption::ConcentrationCurve, &points, &labels)?],
        notes: vec![Note::AlikeWithin],
    })
}

/// The points of the curve: the share of people and the share of the outcome, both from 0 to 1.
///
/// # Errors
/// [`Refusal::OutOfRange`] when the average is not above 0.
pub fn points(sample: &Sample) -> Result<Vec<(f64, f64)>, Refusal> {
    let order: Vec<usize> = (0..sample.values().len()).collect();
    cumulated(sample, &order)
}
