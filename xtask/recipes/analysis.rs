//! # Outcome of the lower half
//!
//! How much of the outcome the half of people in the groups with the least of it have together.
//!
//! # Formula
//! L(½), read off the Lorenz curve
//!
//! # Symbols
//! L the share of the outcome that the lower part of people has.
//!
//! # Range and the value of no inequality
//! 0 to ½. ½ means that every group has the same.
//!
//! # How to read it
//! 0.45 means that the half of people in the groups with the least have 45 % of the outcome.
//!
//! # In plain words
//! Look at how far the share lies below a half.
//!
//! # When it applies
//! Two groups or more.
//!
//! # Limits
//! Within a group everyone counts as alike.
//!
//! # Sources
//! Lorenz MO. Methods of measuring the concentration of wealth. Publications of the American Statistical
//! Association 1905;9:209–219. doi:10.2307/2276207

use super::curve::outcome_of;
use super::form::{SHARE, figure, plain};
use super::{Inputs, Results, Needs, Note, Quantity, Analysis, lorenz_curve};
use crate::core::method_text::method_text;
use crate::core::measure::Null;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("lower-half", "Outcome of the lower half")
    .text(method_text!("lower_half.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let points = lorenz_curve::points(&Sample::of_groups(&inputs.groups, 2)?)?;
    Ok(Results {
        figures: vec![figure(
            Quantity::OutcomeOfLowestHalf,
            plain(outcome_of(&points, 0.5), "read off the curve"),
            SHARE,
            Null::At(0.5),
        )],
        tables: Vec::new(),
        notes: vec![Note::AlikeWithin],
    })
}
