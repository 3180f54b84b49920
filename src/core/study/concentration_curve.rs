//! How much of the outcome the most disadvantaged have, drawn as a curve.
//!
//! The method text is that of `measure::ordered::concentration_curve`.

use super::curve::{curve, outcome_of};
use super::form::{SHARE, figure, plain};
use super::{Evidence, Findings, Needs, Study, anything};
use crate::core::lesson::lesson;
use crate::core::measure::ordered::concentration_curve;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Basis, Null};
use crate::core::refusal::Refusal;

pub(super) const STUDY: Study = Study {
    id: "concentration-curve",
    name: "Concentration curve",
    needs: Needs::Groups,
    basis: Basis::Parts,
    recommended: false,
    fits: anything,
    once: false,
    text: lesson!("../measure/ordered/concentration_curve.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let groups = &evidence.groups;
    let sample = Sample::of_ordered(groups, 2)?;
    sample.not_negative()?;
    let points = concentration_curve::points(&sample)?;
    let labels: Vec<&str> = groups
        .list
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    let part = |people: f64| plain(outcome_of(&points, people), "read off the curve");
    Ok(Findings {
        figures: vec![
            figure(
                "Share of the outcome among the most disadvantaged fifth of people",
                part(0.2),
                SHARE,
                Null::At(0.2),
            ),
            figure(
                "Share of the outcome among the most disadvantaged half of people",
                part(0.5),
                SHARE,
                Null::At(0.5),
            ),
        ],
        tables: vec![curve(
            "People from the most to the least disadvantaged, and the outcome they have together",
            "Group",
            &points,
            &labels,
        )?],
        notes: vec!["Within a group everybody is taken to be alike.".to_owned()],
    })
}
