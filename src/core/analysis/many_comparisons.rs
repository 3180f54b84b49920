//! Each group set against one other, with allowance for how many comparisons are made.
//!
//! # Formula
//! dᵢ = yᵢ − y₀; rᵢ = yᵢ / y₀
//!
//! # Symbols
//! - yᵢ: the value of group i. y₀: the value of the group that all are compared with: the reference of
//!   the scheme, or the least disadvantaged group.
//!
//! Intervals as for a single difference. What is said of chance follows a test of each difference; where
//! more than ten are made, the p-values are corrected for their number (Benjamini and Hochberg).
//!
//! # Range and the value of no inequality
//! In the unit of a difference of the values. 0 means that the group has the value of the one it is
//! compared with.
//!
//! # How to read it
//! Read the size of a gap and its interval first. "Cannot be told from chance" is not "no gap": the
//! group may be too small to say.
//!
//! # When it applies
//! Two groups or more, one of which the others can be compared with.
//!
//! # Limits
//! All comparisons share one group: where chance has moved that one, it has moved them all. The correction
//! lets one in twenty of the differences called more than chance be chance after all.
//!
//! # Sources
//! - Benjamini Y, Hochberg Y. Controlling the false discovery rate: a practical and powerful approach to
//!   multiple testing. Journal of the Royal Statistical Society, Series B 1995;57:289–300.
//!   doi:10.1111/j.2517-6161.1995.tb02031.x
//!
//! # In plain words
//! Each group is compared with the same one; where there are many, some stand out by chance alone, and that
//! is allowed for.
//!
//! # Example
//! ```
//! use equal_measure::core::number::adjust::{Correction, adjusted};
//! let p = adjusted(&[Some(0.01), Some(0.04), Some(0.03)], Correction::BenjaminiHochberg)?;
//! assert!(p[0].is_some_and(|p| (p - 0.03).abs() < 1e-15));
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{INDEX, RATIO, WHOLE, column, drawn, figure, label, table, whole};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Inputs, Needs, Of, Quantity, Results, Row,
};
use super::{chance, compare};
use crate::core::group::Group;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("many-comparisons", "Each group against one")
    .text(method_text!("many_comparisons.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let groups = &inputs.groups;
    let last = groups.list.len().checked_sub(1);
    let reference = groups.reference.or(last.filter(|_| groups.ordered));
    let Some((place, against)) = reference.and_then(|at| Some((at, groups.list.get(at)?))) else {
        return Err(Refusal::NeedsData {
            what: "groups in order, or one that the others are compared with".to_owned(),
        });
    };
    let others: Vec<(usize, &Group)> = groups
        .list
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != place)
        .collect();
    if others.is_empty() {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: groups.list.len(),
        });
    }
    let (kind, level) = (groups.kind, groups.level);
    let p: Vec<Option<f64>> = others
        .iter()
        .map(|(_, group)| compare::chance(group, against, kind, level))
        .collect();
    let judged = chance::judge(&p, level)?;
    let rows = others
        .iter()
        .zip(judged.verdicts)
        .map(|((at, group), verdict)| Row {
            name: label(&group.label),
            cells: vec![
                Entry::Figure(compare::difference(group, against, kind, level)),
                Entry::Figure(compare::ratio(group, against, kind, level)),
                Entry::Figure(group.estimate(kind, level)),
                verdict,
            ],
            group: Some(*at),
        });
    let columns = vec![
        column(ColumnKind::Difference, MeasureUnit::Difference),
        column(ColumnKind::Ratio, RATIO),
        column(ColumnKind::Value, MeasureUnit::Same),
        column(ColumnKind::Chance, INDEX),
    ];
    let caption = Caption::GroupsCompared {
        reference: against.label.clone(),
    };
    Ok(Results {
        figures: vec![
            figure(
                Quantity::GroupsBeyondChance,
                whole(judged.beyond),
                WHOLE,
                Null::None,
            ),
            figure(
                Quantity::GroupsCompared,
                whole(others.len()),
                WHOLE,
                Null::None,
            ),
        ],
        tables: vec![drawn(
            table(caption, Of::Group, columns, rows.collect()),
            Drawn::Bars,
        )],
        notes: vec![judged.note],
    })
}
