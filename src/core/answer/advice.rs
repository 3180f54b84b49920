//! Which measures to give when the plan names none, and why these.

use crate::core::group::{Groups, Kind};
use crate::core::measure::{CARDS, Card};
use crate::core::units::Polarity;

/// A recommended measure: its id and what it says, in brackets after its name.
type Advice = (&'static str, &'static str);

/// For three groups or more in order: the whole gradient, absolute and relative together.
const ORDERED: &[Advice] = &[
    (
        "slope-index",
        "the absolute gap from end to end, taking in every group",
    ),
    ("relative-index", "the same gap in relative terms"),
    (
        "relative-concentration-index",
        "how unevenly the outcome is spread along the order",
    ),
];

/// For three groups or more without an order: the largest gap in people, then how far apart all groups
/// lie, absolute and relative together.
const UNORDERED: &[Advice] = &[
    (
        "number-needed",
        "what the gap of the group that fares worst comes to in people",
    ),
    (
        "between-group-deviation",
        "how far groups lie from the average",
    ),
    (
        "index-of-disparity-weighted",
        "how far groups lie from the average in relative terms",
    ),
];

/// Below this many groups, the difference and the ratio say it all.
const LEAST_GROUPS: usize = 3;

/// Why a measure is recommended, as words in brackets after its name; `None` where it is not.
///
/// ```
/// use equal_measure::core::answer::reason;
/// assert_eq!(reason("relative-index"), Some("the same gap in relative terms"));
/// assert_eq!(reason("gini-index"), None);
/// ```
pub fn reason(id: &str) -> Option<&'static str> {
    let mut all = ORDERED.iter().chain(UNORDERED);
    all.find(|(recommended, _)| *recommended == id)
        .map(|(_, why)| *why)
}

/// The cards that the plan names, or those recommended for these groups, in the order of showing.
pub(super) fn chosen<'a>(
    named: &'a [String],
    groups: &'a Groups,
) -> impl Iterator<Item = &'static Card> + 'a {
    CARDS.iter().copied().filter(move |card| {
        if named.is_empty() {
            recommended(card.id, groups)
        } else {
            named.iter().any(|id| id == card.id)
        }
    })
}

fn recommended(id: &str, groups: &Groups) -> bool {
    let list = if groups.ordered { ORDERED } else { UNORDERED };
    let people = id == "number-needed";
    list.iter().any(|(recommended, _)| *recommended == id)
        && groups.list.len() >= LEAST_GROUPS
        && !of_single_values(groups)
        && !(people && (groups.kind != Kind::Share || groups.polarity == Polarity::Neutral))
}

/// Whether the values are medians or means of records: measures over all groups of those are seldom
/// asked for.
fn of_single_values(groups: &Groups) -> bool {
    groups.kind == Kind::Value && groups.list.iter().any(|group| group.values.is_some())
}
