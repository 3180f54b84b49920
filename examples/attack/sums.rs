//! Sums of an extract's counts, as tables speak of them: people, and those with an outcome, of some groups.

use std::collections::BTreeSet;

use equal_measure::core::dimension::{Dimension, Status};
use equal_measure::core::indicator::{Formula, Indicator};

use crate::extract::{Extract, Outcomes};

/// Groups of some columns: for each column, whether a text belongs to them.
pub(crate) type Who = Vec<(usize, BTreeSet<String>)>;

/// What is counted of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What {
    /// Everyone whose outcome is given.
    People,
    /// Those with the outcome.
    Events,
    /// Those without.
    Without,
    /// Those whose outcome is not given.
    Blank,
    /// Those whose value is above a threshold.
    Over(f64),
}

/// Whether a text of an outcome is counted.
fn counts(extract: &Extract, formula: &Formula, what: What, text: &str) -> bool {
    let value: Option<f64> = text.parse().ok();
    let Some(value) = value else {
        return what == What::Blank;
    };
    let has = match (&extract.outcomes, formula) {
        (Outcomes::Waits, Formula::ShareOver { weeks }) => value > *weeks,
        (Outcomes::Waits, _) => false,
        _ => value > 0.5,
    };
    match what {
        What::People => true,
        What::Events => has,
        What::Without => !has,
        What::Blank => false,
        What::Over(threshold) => value > threshold,
    }
}

/// The places of the counts that are added up.
pub(crate) fn places(extract: &Extract, of: &Indicator, what: What, who: &Who) -> Vec<usize> {
    let texts: Vec<usize> = (0..extract.texts().len())
        .filter(|&at| counts(extract, &of.formula, what, extract.texts()[at]))
        .collect();
    let mut places = Vec::new();
    for combination in 0..extract.combinations() {
        let groups = extract.groups(combination);
        let here = who
            .iter()
            .all(|(column, texts)| texts.contains(extract.columns[*column].texts[groups[*column]]));
        if here {
            places.extend(
                texts
                    .iter()
                    .map(|&text| extract.place(combination, of.outcome, text)),
            );
        }
    }
    places
}

/// The sum of the counts at these places.
pub(crate) fn sum(counts: &[u32], places: &[usize]) -> i64 {
    places.iter().map(|&place| i64::from(counts[place])).sum()
}

/// The place of the column that a dimension divides by.
pub(crate) fn column(extract: &Extract, dimension: &Dimension) -> usize {
    let mut columns = extract.columns.iter();
    columns
        .position(|column| column.name == dimension.id)
        .unwrap_or_default()
}

/// The people of the groups at these places of a dimension.
pub(crate) fn who(extract: &Extract, dimension: &Dimension, groups: &[usize]) -> Who {
    let texts = dimension
        .assign
        .iter()
        .filter(|(_, group)| groups.contains(group))
        .map(|(text, _)| text.clone());
    vec![(column(extract, dimension), texts.collect())]
}

/// The groups that stand so.
pub(crate) fn status(dimension: &Dimension, passes: impl Fn(Status) -> bool) -> Vec<usize> {
    let groups = dimension.groups.iter().enumerate();
    groups
        .filter(|(_, group)| passes(group.status))
        .map(|(place, _)| place)
        .collect()
}
