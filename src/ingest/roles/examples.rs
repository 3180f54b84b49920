//! Values of a column, as they are shown and offered to choose from.

use super::facts::Facts;
use crate::core::plan::Role;

/// More different values than this are no list to choose from.
const MOST_CHOICES: usize = 1000;

/// More different words than this are no short list.
const MOST_WORDS: usize = 60;

/// The values that rows can be narrowed to.
pub(super) fn texts(facts: &Facts, role: Role) -> Vec<String> {
    let words = facts.numbers == 0
        && facts.texts.len() <= MOST_WORDS
        && facts.texts.len() * 2 <= facts.filled;
    let named = matches!(role, Role::Organisation | Role::Period);
    let offered = role != Role::Identifier
        && (named || words)
        && !facts.many
        && facts.texts.len() <= MOST_CHOICES;
    let texts = facts.texts.iter().filter(|_| offered);
    texts.map(|text| (*text).to_owned()).collect()
}

/// Up to five different values.
pub(super) fn examples(facts: &Facts) -> Vec<String> {
    facts
        .texts
        .iter()
        .take(5)
        .map(|text| (*text).to_owned())
        .collect()
}
