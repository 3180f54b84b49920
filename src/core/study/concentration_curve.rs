//! How much of the outcome the most disadvantaged have, drawn as a curve.
//!
//! The method text is that of `measure::ordered::concentration_curve`.

use super::curve::{curve, outcome_of};
use super::form::{SHARE, figure, plain};
use super::{Caption, Evidence, Findings, Needs, Note, Part, Quantity, Study, anything};
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
