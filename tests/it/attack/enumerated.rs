//! All files of a few people, by enumeration: those that are released alike, and what each small count may be.

use std::collections::{BTreeMap, BTreeSet};

use crate::stratified::{Measured, Stratified};
use equal_measure::core::stratification::By;
use equal_measure::release::rule::NHS_ENGLAND;

/// How many people there are in each cell of two groups and two strata, which a reader may know.
const PEOPLE: [[u32; 2]; 2] = [[9, 12], [9, 16]];

/// A sum of cells that a table could show.
type Count = fn(&[[u32; 2]; 2]) -> u32;

const COUNTS: [Count; 8] = [
    |cells| cells[0][0],
    |cells| cells[0][1],
    |cells| cells[1][0],
    |cells| cells[1][1],
    |cells| cells[0][0] + cells[0][1],
    |cells| cells[1][0] + cells[1][1],
    |cells| cells[0][0] + cells[1][0],
    |cells| cells[0][1] + cells[1][1],
];

/// What is released of a file, as bytes.
fn released(events: &[[u32; 2]; 2]) -> String {
    let row = |group: usize| (0..2).map(move |stratum| (group, stratum));
    let cell = |(group, stratum): (usize, usize)| (events[group][stratum], PEOPLE[group][stratum]);
    let table = Stratified {
        by: By::Others,
        measured: Measured::Shares,
        cells: (0..2).map(|group| row(group).map(cell).collect()).collect(),
        unknown: Vec::new(),
    };
    format!("{:?}", table.released(&NHS_ENGLAND))
}

#[test]
fn a_small_count_keeps_three_values_in_all_small_files() {
    let mut classes: BTreeMap<String, Vec<[[u32; 2]; 2]>> = BTreeMap::new();
    for first in 0..=PEOPLE[0][0] {
        for second in 0..=PEOPLE[0][1] {
            for third in 0..=PEOPLE[1][0] {
                for fourth in 0..=PEOPLE[1][1] {
                    let events = [[first, second], [third, fourth]];
                    classes.entry(released(&events)).or_default().push(events);
                }
            }
        }
    }
    let mut hidden = 0;
    for files in classes.values() {
        for count in COUNTS {
            let of = count(&PEOPLE);
            let events = files.iter().map(count);
            let without = events.clone().map(|events| of - events);
            for values in [events.collect::<BTreeSet<u32>>(), without.collect()] {
                let small = values.iter().any(|value| (1..8).contains(value));
                hidden += usize::from(small);
                assert!(
                    !small || values.len() >= 3,
                    "only {values:?} is left in {} files, as {:?}",
                    files.len(),
                    files.first()
                );
            }
        }
    }
    assert!(hidden > 100, "{hidden} hidden counts");
}
