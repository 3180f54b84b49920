//! Groups that hold people of each other: nothing is made of all of them together.

use crate::core::fixed::Words;
use crate::core::measure::Complexity;
use crate::core::refusal::Refusal;

use super::section::{Group, Section};

const WHY: Words = "some groups hold people of others, so that a sum would count them twice";

/// Takes the figures away that add groups up: of everyone, of all known groups, each group's share of them.
pub(super) fn refuse_sums(section: &mut Section) {
    let refusal = || Err(Refusal::Undefined { why: WHY });
    for whole in [&mut section.known, &mut section.everyone] {
        whole.value = refusal();
        (whole.events, whole.people) = (None, None);
    }
    let of_whole = |group: &mut Group| {
        group.share_gap = refusal();
        group.representation = refusal();
    };
    section.groups.iter_mut().for_each(of_whole);
    let all = |complexity| complexity != Complexity::Simple;
    let measures = section.measures.iter_mut();
    for measured in measures.filter(|measured| all(measured.measure.complexity)) {
        measured.figure = refusal();
    }
    section.bounds = None;
}
