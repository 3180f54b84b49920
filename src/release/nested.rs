//! Which indicators are part of which, and groups that hold whole groups of several.

use super::joined::Blocks;
use crate::core::indicator::{Formula, Indicator};
use crate::core::target::Among;

/// The indicators that this one says it is part of.
pub(super) fn said(indicators: &[Indicator], at: usize) -> Vec<(usize, Among)> {
    let places = indicators[at].part_of.iter().filter_map(|part| {
        let mut all = indicators.iter();
        let wide = all.position(|other| other.id == part.indicator)?;
        (wide != at).then_some((wide, part.among))
    });
    places.collect()
}

/// The finest blocks that hold whole blocks of both.
pub(super) fn together(one: &Blocks, other: &Blocks) -> Blocks {
    let mut made: Blocks = Vec::new();
    for block in one.iter().chain(other) {
        let (with, without): (Blocks, Blocks) = made
            .into_iter()
            .partition(|made| made.iter().any(|place| block.contains(place)));
        made = without;
        let mut grown: Vec<usize> = with.into_iter().flatten().chain(block.clone()).collect();
        grown.sort_unstable();
        grown.dedup();
        made.push(grown);
    }
    made.sort_unstable();
    made
}

/// The place of the narrowest indicator that this one is part of, as the formulas tell: longer waits of
/// shorter ones, series among others with the same people.
pub(super) fn wider(indicators: &[Indicator], at: usize) -> Option<usize> {
    let of = &indicators[at];
    let size = |other: &Indicator| match &other.formula {
        Formula::ShareOver { weeks } => -*weeks,
        Formula::Share { numerator, .. } => numerator.len() as f64,
        _ => 0.0,
    };
    let wide = |&other: &usize| {
        other != at
            && indicators[other].outcome == of.outcome
            && contains(&indicators[other].formula, &of.formula, other < at)
    };
    let candidates = (0..indicators.len()).filter(wide);
    candidates.min_by(|&a, &b| {
        let sizes = size(&indicators[a]).total_cmp(&size(&indicators[b]));
        sizes.then(b.cmp(&a))
    })
}

/// Whether everyone with the narrow outcome has the wide one. Of two that are the same, the earlier one
/// counts as the wider.
fn contains(wide: &Formula, narrow: &Formula, earlier: bool) -> bool {
    match (wide, narrow) {
        (Formula::ShareOver { weeks: wide }, Formula::ShareOver { weeks: narrow }) => {
            wide < narrow || earlier && wide.total_cmp(narrow).is_eq()
        }
        (
            Formula::Share {
                numerator: wide,
                denominator: of_wide,
                less: less_wide,
            },
            Formula::Share {
                numerator: narrow,
                denominator: of_narrow,
                less: less_narrow,
            },
        ) => {
            of_wide == of_narrow
                && less_wide == less_narrow
                && !of_wide.is_empty()
                && narrow.iter().all(|series| wide.contains(series))
                && (narrow.len() < wide.len() || earlier)
        }
        _ => false,
    }
}
