//! What studies within strata share: counts of groups and sides, and the pieces of their tables.

use super::form::RATIO;
use super::{Entry, Found, Inputs, Quantity, Row, RowName, Sides, Stratified};
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Group, Groups, Kind};
use crate::core::measure::two_groups::{difference, ratio};
use crate::core::measure::{MeasureUnit, Null};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

/// A figure, or why there is none.
pub(super) type Outcome = Result<Estimate, Refusal>;

/// The unit of everything counted in years of life.
pub(super) const YEARS: MeasureUnit = MeasureUnit::Own(Unit::Years);

const UNCOUNTED: Refusal = Refusal::Missing {
    what: "count for every part of this division: one is hidden, or nobody is counted there",
};

/// Whether the groups' values are made from counts.
pub(super) fn is_counted(inputs: &Inputs) -> bool {
    inputs.groups.kind != Kind::Value
}

/// Refuses values that are not made from counts.
///
/// # Errors
/// [`Refusal::NeedsData`].
pub(super) fn counted(inputs: &Inputs) -> Result<(), Refusal> {
    if !is_counted(inputs) {
        return Err(Refusal::NeedsData {
            what: "the number of events and of people in each part of the second division, in \
                   place of one value for each group"
                .to_owned(),
        });
    }
    Ok(())
}

/// Places of the strata that may hold people of a known group: all but those that are known to hold
/// people of unknown group alone.
pub(super) fn occupied(stratified: &Stratified) -> Vec<usize> {
    (0..stratified.strata.len())
        .filter(|&place| stratified.known[place].is_some() || stratified.everyone[place].is_none())
        .collect()
}

/// Places of the strata whose counts are known in every known group.
pub(super) fn open(stratified: &Stratified) -> Vec<usize> {
    (0..stratified.strata.len())
        .filter(|&place| stratified.known[place].is_some())
        .collect()
}

/// The strata of people of known groups, where no count is hidden.
///
/// # Errors
/// [`Refusal::Missing`] when one is, or when there are no strata.
pub(super) fn complete(stratified: &Stratified) -> Result<Vec<usize>, Refusal> {
    let places = open(stratified);
    if places.is_empty() || places.len() < occupied(stratified).len() {
        return Err(UNCOUNTED);
    }
    Ok(places)
}

/// The counts of a group or side over several strata.
///
/// Where the known groups together have a count, one that has none has nobody there.
///
/// # Errors
/// [`Refusal::Missing`] when a count may be hidden.
pub(super) fn added(
    stratified: &Stratified,
    row: &[Option<Group>],
    places: &[usize],
) -> Result<Counts, Refusal> {
    let mut sum = Counts {
        events: 0.0,
        people: 0.0,
    };
    for &place in places {
        match (&row[place], &stratified.known[place]) {
            (Some(group), _) => {
                let counts = group.counts.ok_or(UNCOUNTED)?;
                sum.events += counts.events;
                sum.people += counts.people;
            }
            (None, Some(_)) => {}
            (None, None) => return Err(UNCOUNTED),
        }
    }
    Ok(sum)
}

/// The known groups, each as large as its strata together: people of unknown age weigh nothing.
pub(super) fn sized(inputs: &Inputs) -> Groups {
    let mut groups = inputs.groups.clone();
    let rows = inputs
        .stratified
        .iter()
        .flat_map(|stratified| &stratified.cells);
    for (group, row) in groups.list.iter_mut().zip(rows) {
        let people = row.iter().flatten().filter_map(|cell| cell.population);
        let people: f64 = people.sum();
        group.population = (people > 0.0).then_some(people);
    }
    groups
}

/// Difference and ratio of the two sides as they stand.
pub(super) fn plain_gap(inputs: &Inputs, sides: &Sides) -> [Outcome; 2] {
    let level = inputs.groups.level;
    let Some((one, other)) = sides.worse_off.counts.zip(sides.better_off.counts) else {
        let missing = Refusal::Missing { what: "counts" };
        return [Err(missing.clone()), Err(missing)];
    };
    if inputs.groups.kind == Kind::Share {
        [
            difference::of_shares(one, other, level),
            ratio::of_shares(one, other, level),
        ]
    } else {
        [
            difference::of_rates(one, other, level),
            ratio::of_rates(one, other, level),
        ]
    }
}

/// The groups of both sides.
pub(super) fn of_both(sides: &Sides) -> Vec<usize> {
    [&sides.worse_off_groups[..], &sides.better_off_groups].concat()
}

/// A difference; none is 0.
pub(super) fn difference(quantity: Quantity, result: Outcome, groups: &[usize]) -> Found {
    found(quantity, result, (MeasureUnit::Difference, 0.0), groups)
}

/// A ratio; none is 1.
pub(super) fn times(quantity: Quantity, result: Outcome, groups: &[usize]) -> Found {
    found(quantity, result, (RATIO, 1.0), groups)
}

/// A figure of inequality with its unit and its value where there is none.
pub(super) fn found(
    quantity: Quantity,
    result: Outcome,
    (unit, null): (MeasureUnit, f64),
    groups: &[usize],
) -> Found {
    Found {
        quantity,
        result,
        unit,
        null: Null::At(null),
        groups: groups.to_vec(),
    }
}

/// A row of figures about no group, or about one.
pub(super) fn row(
    name: RowName,
    figures: impl IntoIterator<Item = Outcome>,
    group: Option<usize>,
) -> Row {
    Row {
        name,
        cells: figures.into_iter().map(Entry::Figure).collect(),
        group,
    }
}

/// A part of a whole: a figure that has no interval of its own.
pub(super) fn part(value: f64, method: &'static str) -> Outcome {
    let none = Refusal::NoInterval {
        why: "a part of a split has no interval of its own",
    };
    Estimate::new(value, Err(none), method)
}
