//! How much each group adds to the distance of the average from the better-off side.
//!
//! The method text is that of `measure::why::contribution`.

use super::form::{SHARE, column, drawn, figure, label, plain, table};
use super::{
    Caption, ColumnKind, Drawn, Entry, Evidence, Findings, Needs, Note, Of, Quantity, Row, Study,
    anything,
};
use crate::core::lesson::lesson;
use crate::core::measure::sample::Sample;
use crate::core::measure::why::contribution;
use crate::core::measure::{Basis, MeasureUnit, Null};
use crate::core::refusal::Refusal;

pub(super) const STUDY: Study = Study {
    id: "contribution",
    name: "What each group adds to the gap",
    needs: Needs::Groups,
    basis: Basis::Parts,
    recommended: false,
    fits: anything,
    once: false,
    text: lesson!("../measure/why/contribution.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let groups = &evidence.groups;
    let against = &evidence.sides()?.better_off;
    let sample = Sample::of_groups(groups, 2)?;
    let parts = contribution::of(&sample, against.value);
    let whole: f64 = parts.iter().sum();
    let people = sample.shares();
    let shown = groups.list.iter().zip(parts.iter().zip(people)).enumerate();
    let rows = shown.map(|(place, (group, (part, share)))| Row {
        name: label(&group.label),
        cells: vec![
            Entry::Figure(plain(*part, "share of people times difference")),
            Entry::Figure(plain(*share, "share of people")),
            Entry::Figure(group.estimate(groups.kind, groups.level)),
        ],
        group: Some(place),
    });
    Ok(Findings {
        figures: vec![figure(
            Quantity::DistanceOfAverage {
                from: against.label.clone(),
            },
            plain(whole, "sum of the groups' parts"),
            MeasureUnit::Difference,
            Null::At(0.0),
        )],
        tables: vec![drawn(
            table(
                Caption::Contributions {
                    from: against.label.clone(),
                },
                Of::Group,
                vec![
                    column(ColumnKind::Adds, MeasureUnit::Difference),
                    column(ColumnKind::ShareOfPeople, SHARE),
                    column(ColumnKind::Value, MeasureUnit::Same),
                ],
                rows.collect(),
            ),
            Drawn::Bars,
        )],
        notes: vec![Note::ComparedWith {
            side: against.label.clone(),
        }],
    })
}
