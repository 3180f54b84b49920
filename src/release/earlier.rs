//! What has left of the same file under other filters, and the groups joined so that no difference from it
//! tells a small count.
//!
//! Where every row of one question is a row of another, the released numbers of a group differ by the rows that
//! only the wider question counts. Those are protected like any others: the groups start from those of what
//! has left, and are joined further where few people lie between, or few of them with the outcome or without
//! it. So it is where a switch moves people between groups. Other questions give no such difference.

use crate::core::group::Kind;
use crate::core::plan::{Filter, Keep, Plan};

use super::divided::Divided;
use super::join::Part;
use super::joined::Blocks;
use super::joining::Joining;
use super::nested::together;

/// Whether a group of both questions may differ by a few rows: one question holds the other, or a switch moves
/// people from one group to another.
fn tells(one: &Plan, other: &Plan) -> bool {
    let moved = one.filters == other.filters
        && one.switches.chinese_in_asian != other.switches.chinese_in_asian;
    moved || holds(one, other) || holds(other, one)
}

/// Whether every row of the narrow question is a row of the wide one, and not the other way round.
fn holds(wide: &Plan, narrow: &Plan) -> bool {
    let within = |one: &Plan, other: &Plan| {
        let kept = |filter: &Filter| {
            let mut others = other.filters.iter();
            others.any(|closer| closer.column == filter.column && keeps(&filter.keep, &closer.keep))
        };
        one.filters.iter().all(kept)
    };
    wide.sheet == narrow.sheet
        && wide.shape == narrow.shape
        && within(wide, narrow)
        && !within(narrow, wide)
}

/// Whether the wide filter keeps all that the narrow one keeps.
fn keeps(wide: &Keep, narrow: &Keep) -> bool {
    match (wide, narrow) {
        (Keep::Texts(wide), Keep::Texts(narrow)) => narrow.iter().all(|text| wide.contains(text)),
        (Keep::Without(left), Keep::Without(further)) => {
            left.iter().all(|text| further.contains(text))
        }
        (Keep::Without(left), Keep::Texts(kept)) => !kept.iter().any(|text| left.contains(text)),
        (
            Keep::Ages { from, to },
            Keep::Ages {
                from: youngest,
                to: oldest,
            },
        ) => from <= youngest && to.is_none_or(|to| oldest.is_some_and(|oldest| oldest <= to)),
        (
            Keep::Numbers { from, to },
            Keep::Numbers {
                from: least,
                to: most,
            },
        ) => {
            from.is_none_or(|from| least.is_some_and(|least| from <= least))
                && to.is_none_or(|to| most.is_some_and(|most| most <= to))
        }
        (
            Keep::Dates { from, to },
            Keep::Dates {
                from: first,
                to: last,
            },
        ) => {
            from.is_none_or(|from| first.is_some_and(|first| from <= first))
                && to.is_none_or(|to| last.is_some_and(|last| last <= to))
        }
        _ => false,
    }
}

/// The dimension with its groups joined further for all that has left before.
pub(super) fn after<'a>(mut now: Divided<'a>, left: &[Vec<Divided<'_>>]) -> Divided<'a> {
    let Some(below) = now.rule.below().filter(|_| !left.is_empty()) else {
        return now;
    };
    let each = |all: &[Blocks], outcome| -> Vec<Blocks> {
        let blocks = all.iter().cloned().enumerate();
        blocks
            .map(|(at, blocks)| further(&now, at, blocks, left, (below, outcome)))
            .collect()
    };
    let blocks = each(&now.blocks, true);
    let people = each(&now.people, false);
    if blocks != now.blocks || people != now.people {
        now.join(blocks, people);
        now.held_back = true;
    }
    now
}

/// The blocks of an indicator, joined further for all that has left. `outcome`: whether for its outcome too.
fn further(
    now: &Divided<'_>,
    at: usize,
    mut blocks: Blocks,
    left: &[Vec<Divided<'_>>],
    (below, outcome): (u64, bool),
) -> Blocks {
    let of_dimension = left
        .iter()
        .flatten()
        .filter(|then| then.dimension.id == now.dimension.id);
    for then in of_dimension {
        let telling = tells(then.plan, now.plan);
        let Some(same) = telling.then(|| same(now.plan, at, then.plan)).flatten() else {
            continue;
        };
        let places = Places::of(now, then);
        blocks = together(&blocks, &places.blocks(&then.blocks[same]));
        let joining = Joining {
            dimension: now.dimension,
            below,
        };
        let counts = |block: &[usize]| {
            let indicator = &now.plan.indicators[at];
            let here = now.exact(indicator, block);
            let there = then.exact(&then.plan.indicators[same], &places.there(block));
            let share = Kind::of(&indicator.formula) == Kind::Share;
            let people = apart(here.people?, there.people?);
            let events = here.counts.ok().zip(there.counts.ok());
            let events = events.map(|(here, there)| apart(here.events, there.events));
            Some((people, events, share))
        };
        blocks = joining.further(blocks, |block| {
            let (people, _, _) = counts(block)?;
            Some(Part {
                events: people,
                of: None,
            })
        });
        if outcome {
            blocks = joining.further(blocks, |block| {
                let (people, events, share) = counts(block)?;
                let events = events?;
                Some(Part {
                    events,
                    of: (share && events <= people).then_some(people),
                })
            });
        }
    }
    blocks
}

/// The place of the same indicator in another plan.
fn same(plan: &Plan, at: usize, other: &Plan) -> Option<usize> {
    let indicator = &plan.indicators[at];
    other.indicators.iter().position(|one| {
        one.formula == indicator.formula
            && other.outcomes.get(one.outcome) == plan.outcomes.get(indicator.outcome)
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and far below 2^63"
)]
fn apart(one: f64, other: f64) -> u64 {
    (one - other).abs().ceil() as u64
}

/// Where each group of a dimension stands in the same dimension of another question: groups are made from the
/// texts that occur.
struct Places(Vec<Option<usize>>);

impl Places {
    fn of(now: &Divided<'_>, then: &Divided<'_>) -> Self {
        let groups = &then.dimension.groups;
        let there = |label: &str| groups.iter().position(|group| group.label == label);
        let here = now.dimension.groups.iter();
        Self(here.map(|group| there(&group.label)).collect())
    }

    /// The places there of groups here.
    fn there(&self, block: &[usize]) -> Vec<usize> {
        block.iter().filter_map(|&place| self.0[place]).collect()
    }

    /// Blocks of there, as places here.
    fn blocks(&self, there: &Blocks) -> Blocks {
        let here = |block: &Vec<usize>| -> Vec<usize> {
            let places = self.0.iter().enumerate();
            let within = places.filter(|(_, at)| at.is_some_and(|at| block.contains(&at)));
            within.map(|(place, _)| place).collect()
        };
        let known = there.iter().map(here).filter(|block| !block.is_empty());
        let new = self.0.iter().enumerate().filter(|(_, at)| at.is_none());
        known.chain(new.map(|(place, _)| vec![place])).collect()
    }
}
