//! How much of the outcome the groups with the least of it have together, drawn as a curve.
//!
//! The method text is that of `measure::all_groups::lorenz_curve`.

use super::curve::{curve, outcome_of};
use super::form::{SHARE, figure, plain};
use super::{Caption, Evidence, Findings, Needs, Note, Quantity, Study, anything};
use crate::core::group::Group;
use crate::core::lesson::lesson;
use crate::core::measure::all_groups::lorenz_curve;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Basis, Null};
use crate::core::refusal::Refusal;

pub(super) const STUDY: Study = Study {
    id: "lorenz-curve",
    name: "Lorenz curve",
    needs: Needs::Groups,
    basis: Basis::Parts,
    recommended: false,
    fits: anything,
    once: false,
    text: lesson!("../measure/all_groups/lorenz_curve.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let groups = &evidence.groups;
    let points = lorenz_curve::points(&Sample::of_groups(groups, 2)?)?;
    let mut order: Vec<&Group> = groups.list.iter().collect();
    order.sort_by(|a, b| a.value.total_cmp(&b.value));
    let labels: Vec<&str> = order.iter().map(|group| group.label.as_str()).collect();
    Ok(Findings {
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
