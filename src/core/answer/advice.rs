//! Which measures to give when the plan names none.

use crate::core::group::{Groups, Kind};
use crate::core::measure::{CARDS, Card};

/// For groups in order: the two indices over the whole gradient, absolute and relative together.
const ORDERED: &[&str] = &["slope-index", "relative-index"];

/// The cards that the plan names, or those recommended for these groups, in the order of showing.
pub(super) fn chosen<'a>(
    named: &'a [String],
    groups: &'a Groups,
) -> impl Iterator<Item = &'static Card> + 'a {
    CARDS.iter().copied().filter(move |card| {
        if named.is_empty() {
            groups.ordered && !of_single_values(groups) && ORDERED.contains(&card.id)
        } else {
            named.iter().any(|id| id == card.id)
        }
    })
}

/// Whether the values are medians or means of records: a gradient of those is seldom asked for.
fn of_single_values(groups: &Groups) -> bool {
    groups.kind == Kind::Value && groups.list.iter().any(|group| group.values.is_some())
}
