//! How much each group adds to the distance of the average from a reference.
//!
//! # Formula
//! kᵢ = pᵢ(yᵢ − c), with Σ kᵢ = μ − c
//!
//! # Symbols
//! - pᵢ: the share of all people in group i. yᵢ: its value. c: the value to compare with (the best
//!   group's, a target). μ: the average.
//!
//! # Range and the value of no inequality
//! In the unit of a difference of values; the contributions add up to μ − c exactly. 0 adds
//! nothing.
//!
//! # How to read it
//! If the average is 2 points off the target and the most deprived fifth adds 1.1 of them, more
//! than half of the distance lies there, because of its size and its value together.
//!
//! # When it applies
//! Groups with known sizes.
//!
//! # Limits
//! Large groups contribute much even with a small gap of their own: read it beside the groups'
//! values.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # In plain words
//! A group adds much where it is large or far from the group it is compared with; the parts add up to the
//! distance of the average.
//!
//! # Example
//! ```
//! use equal_measure::core::{measure::sample::Sample, analysis::contribution};
//! let groups = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], None)?;
//! assert_eq!(contribution::of(&groups, 30.0), [-5.0, -5.0, 0.0]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{SHARE, column, drawn, figure, label, plain, table};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Inputs, Needs, Note, Of, Quantity, Results, Row,
};
use crate::core::measure::sample::Sample;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("contribution", "What each group adds to the gap")
    .text(method_text!("contribution.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let groups = &inputs.groups;
    let against = &inputs.sides()?.better_off;
    let sample = Sample::of_groups(groups, 2)?;
    let parts = of(&sample, against.value);
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
    Ok(Results {
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

/// What each group adds to the average's distance from `reference`, in the raw direction.
pub fn of(sample: &Sample, reference: f64) -> Vec<f64> {
    sample.each(|share, value| share * (value - reference))
}
