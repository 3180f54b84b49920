//! Every indicator by every dimension, under a rule.

use crate::core::answer::{Settled, first};
use crate::core::dimension::Dimension;
use crate::core::indicator::Counted as Counts;
use crate::core::plan::Plan;
use crate::core::tally::Tally;

use super::divided::Divided;
use super::rule::Rule;
use super::settle::settle;
use super::{Completeness, Earlier, Table, earlier, strata};

/// All tables of a plan.
pub(super) struct Tables {
    pub(super) each: Vec<Table>,
    pub(super) completeness: Vec<Completeness>,
    pub(super) held_back: bool,
}

/// The tables of a tally under a rule: all dimensions of the first indicator, then of the second. What has
/// left before is protected again as it was, each after those before it.
pub(super) fn tables(
    plan: &Plan,
    tally: &Tally,
    settled: &Settled,
    rule: &'static Rule,
    left: &[Earlier<'_>],
) -> Tables {
    let of_left: Vec<Vec<Dimension>> = left
        .iter()
        .map(|then| compared(then.plan, &then.settled))
        .collect();
    let mut before: Vec<Vec<Divided<'_>>> = Vec::new();
    for (then, dimensions) in left.iter().zip(&of_left) {
        let rule = super::rule(&then.plan.rule);
        let divided = divide(then.plan, then.tally, dimensions, rule, &before);
        before.push(divided);
    }
    let dimensions = compared(plan, settled);
    let divided = divide(plan, tally, &dimensions, rule, &before);
    let each =
        (0..plan.indicators.len()).flat_map(|at| divided.iter().map(move |divided| (at, divided)));
    Tables {
        each: each
            .map(|(at, divided)| Table {
                indicator: plan.indicators[at].clone(),
                counted: settled.counted.get(at).copied().unwrap_or(Counts::Others),
                whole: divided.grouped(at, &divided.blocks[at]),
                strata: strata::of(divided, at, tally, &settled.seconds),
            })
            .collect(),
        completeness: divided.iter().map(Divided::completeness).collect(),
        held_back: divided.iter().any(|divided| divided.held_back),
    }
}

/// The dimensions with the plan's pairs to compare.
fn compared(plan: &Plan, settled: &Settled) -> Vec<Dimension> {
    let dimensions = settled.dimensions.iter();
    dimensions.map(|dimension| first(plan, dimension)).collect()
}

/// Each dimension that was counted, with how its groups are joined after what has left before.
fn divide<'a>(
    plan: &'a Plan,
    tally: &Tally,
    dimensions: &'a [Dimension],
    rule: &'static Rule,
    before: &[Vec<Divided<'_>>],
) -> Vec<Divided<'a>> {
    let counted = dimensions.iter().filter_map(|dimension| {
        let cut = tally.cuts.get(&vec![dimension.id.clone()])?;
        let cells = settle(cut, dimension);
        let divided = Divided::of(plan, dimension, cells, rule);
        Some(earlier::after(divided, before))
    });
    counted.collect()
}
