//! Every study by every second division: values of a hidden count, and neighbours that round alike, are
//! tried, and what is saved must leave at least three of them.

mod attack;
mod crossed;

use std::collections::{BTreeMap, BTreeSet};

use crossed::{BYS, Crossed, Measured, Pair};
use equal_measure::core::crossing::By;
use equal_measure::export::EXPORTERS;
use equal_measure::release::{release, rule};

/// Everything that is saved of the figures.
fn printed(table: &Crossed) -> Vec<u8> {
    let released = release(&table.exact(), rule("nhs-england"));
    (EXPORTERS[0].make)(&released).expect("bytes")
}

/// Counts near a count: every value of a hidden one, and as far around another as rounding or withholding
/// may leave open.
fn near(events: u32) -> std::ops::RangeInclusive<u32> {
    match events {
        0..8 => 0..=8,
        _ => events - 5..=events + 5,
    }
}

/// Tables that differ in the events of these cells alone.
fn candidates(table: &Crossed, cells: &[(usize, usize)]) -> Vec<Crossed> {
    let mut tables = vec![table.clone()];
    for &(group, stratum) in cells {
        tables = tables
            .iter()
            .flat_map(|table| {
                near(table.cells[group][stratum].0).map(|events| {
                    let mut other = table.clone();
                    other.cells[group][stratum].0 = events;
                    other
                })
            })
            .collect();
    }
    tables
}

/// The values of a hidden count that print as the table does.
fn left(table: &Crossed, cells: &[(usize, usize)]) -> BTreeSet<u32> {
    let mut by_print: BTreeMap<Vec<u8>, BTreeSet<u32>> = BTreeMap::new();
    let (group, stratum) = cells[0];
    for candidate in candidates(table, cells) {
        let value = candidate.cells[group][stratum].0;
        by_print
            .entry(printed(&candidate))
            .or_default()
            .insert(value);
    }
    by_print.remove(&printed(table)).unwrap_or_default()
}

/// Two fifths in three strata.
type Two = [[Pair; 3]; 2];

/// A hidden count in the first stratum of the first group.
const TABLES: [Two; 3] = [
    [
        [(3, 160), (13, 171), (21, 190)],
        [(23, 264), (17, 241), (31, 231)],
    ],
    [[(6, 80), (12, 71), (0, 90)], [(8, 64), (11, 41), (14, 99)]],
    [
        [(1, 4_160), (130, 5_171), (216, 6_190)],
        [(230, 5_264), (178, 6_241), (312, 4_231)],
    ],
];

#[test]
fn what_is_saved_leaves_three_values_of_a_hidden_count() {
    for by in BYS {
        for measured in [Measured::Shares, Measured::Rates] {
            for two in TABLES {
                let table = Crossed {
                    by,
                    measured,
                    cells: two.map(Vec::from).into(),
                    unknown: Vec::new(),
                };
                let left = left(&table, &[(0, 0), (0, 1)]);
                assert!(left.len() >= 3, "only {left:?} is left of {table:?}");
            }
        }
    }
}

#[test]
fn the_search_tells_what_is_told() {
    let table = Crossed {
        by: By::Others,
        measured: Measured::Shares,
        cells: TABLES[0].map(Vec::from).into(),
        unknown: Vec::new(),
    };
    let exact = |table: &Crossed| {
        let released = release(&table.exact(), rule("none"));
        (EXPORTERS[0].make)(&released).expect("bytes")
    };
    let prints: BTreeSet<Vec<u8>> = candidates(&table, &[(0, 0)]).iter().map(exact).collect();
    assert_eq!(prints.len(), 9);
}
