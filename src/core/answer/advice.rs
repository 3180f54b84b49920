//! Which measures to give when the plan names none, and why these.

use crate::core::group::{Groups, Kind};
use crate::core::measure::{self, Card};
use crate::core::plan::{Plan, Slope};
use crate::core::units::Polarity;

/// A recommended measure: its id and what it says, after its name.
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

/// The two measures that a line is drawn for, each in all forms of [`Slope`].
const LINES: [&str; 2] = ["slope-index", "relative-index"];

/// What each form of a line adds to the id.
const FORMS: [(Slope, &str); 5] = [
    (Slope::Linear, ""),
    (Slope::Logarithmic, "-log"),
    (Slope::Logit, "-logit"),
    (Slope::Robust, "-robust"),
    (Slope::Simulated, "-simulated"),
];

/// The id of a measure in the chosen form of the slope; other measures have one form only.
///
/// ```
/// use equal_measure::core::{answer::in_form, plan::Slope};
/// assert_eq!(in_form("relative-index", Slope::Logit), "relative-index-logit");
/// assert_eq!(in_form("slope-index-log", Slope::Logit), "slope-index-log");
/// assert_eq!(in_form("ratio", Slope::Logit), "ratio");
/// ```
pub fn in_form(id: &str, slope: Slope) -> String {
    let mut forms = FORMS.iter();
    let ending = forms.find(|(form, _)| *form == slope && LINES.contains(&id));
    format!("{id}{}", ending.map_or("", |(_, ending)| ending))
}

/// The slope or relative index that a measure is a form of, and which form; `None` for the others.
///
/// ```
/// use equal_measure::core::{answer::form_of, plan::Slope};
/// assert_eq!(form_of("slope-index-log"), Some(("slope-index", Slope::Logarithmic)));
/// assert_eq!(form_of("ratio"), None);
/// ```
pub fn form_of(id: &str) -> Option<(&'static str, Slope)> {
    LINES.into_iter().find_map(|line| {
        let ending = id.strip_prefix(line)?;
        let (form, _) = FORMS.iter().find(|(_, each)| *each == ending)?;
        Some((line, *form))
    })
}

/// What a recommended measure adds to the others, in words after its name; `None` where it is not
/// recommended. A slope or relative index is, whatever its form.
///
/// ```
/// use equal_measure::core::answer::reason;
/// assert_eq!(reason("relative-index-log"), Some("the same gap in relative terms"));
/// assert_eq!(reason("gini-index"), None);
/// ```
pub fn reason(id: &str) -> Option<&'static str> {
    let id = form_of(id).map_or(id, |(line, _)| line);
    let mut all = ORDERED.iter().chain(UNORDERED);
    all.find(|(recommended, _)| *recommended == id)
        .map(|(_, why)| *why)
}

/// The cards that the plan names, or those recommended for these groups, in the order of showing; the
/// slope and the relative index in the plan's form.
pub fn chosen(plan: &Plan, groups: &Groups) -> Vec<&'static Card> {
    let named = |card: &Card| {
        let mut ids = plan.measures.iter();
        ids.any(|id| in_form(id, plan.slope) == card.id)
    };
    measure::all()
        .filter(|card| {
            if plan.measures.is_empty() {
                recommended(card.id, plan.slope, groups)
            } else {
                named(card)
            }
        })
        .collect()
}

/// Whether a measure is one of those recommended for these groups, in the chosen form. The form of the
/// file decides it, never how many events there are.
pub fn recommended(id: &str, slope: Slope, groups: &Groups) -> bool {
    let list = if groups.ordered { ORDERED } else { UNORDERED };
    let people = id == "number-needed";
    list.iter()
        .any(|(recommended, _)| in_form(recommended, slope) == id)
        && groups.list.len() >= LEAST_GROUPS
        && !of_single_values(groups)
        && !(people && (groups.kind != Kind::Share || groups.polarity == Polarity::Neutral))
}

/// Whether the values are medians or means of records: measures over all groups of those are seldom
/// asked for.
fn of_single_values(groups: &Groups) -> bool {
    groups.kind == Kind::Value && groups.list.iter().any(|group| group.values.is_some())
}
