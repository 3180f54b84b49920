//! Every study by every second division: tables near a table are tried, and those that are saved alike
//! must leave at least three values of a hidden count.

mod attack;
mod crossed;

use std::collections::BTreeSet;

use crossed::{BYS, Crossed, Measured, Pair};
use equal_measure::core::crossing::By;
use equal_measure::export::EXPORTERS;
use equal_measure::release::{release, rule};

/// Everything that is saved of the figures.
fn printed(table: &Crossed) -> Vec<u8> {
    let released = release(&table.exact(), rule("nhs-england"));
    (EXPORTERS[0].make)(&released).expect("bytes")
}

/// Tables near a table: so many events moved round the first two groups and strata, which changes no
/// total, and so many more in one cell.
fn candidates(table: &Crossed, moved: i64, more: i64) -> Vec<Crossed> {
    let steps = |most: i64| -most..=most;
    let pairs = steps(moved).flat_map(|moved| steps(more).map(move |more| (moved, more)));
    pairs
        .filter_map(|(moved, more)| {
            let mut other = table.clone();
            for (group, stratum, by) in [
                (0, 0, moved),
                (0, 1, more - moved),
                (1, 0, -moved),
                (1, 1, moved),
            ] {
                let events = &mut other.cells[group][stratum].0;
                *events = u32::try_from(i64::from(*events) + by).ok()?;
            }
            Some(other)
        })
        .collect()
}

/// The values of the hidden count in the first cell that print as the table does.
fn left(table: &Crossed) -> BTreeSet<u32> {
    let print = printed(table);
    let near = candidates(table, 7, 4).into_iter();
    near.filter(|other| printed(other) == print)
        .map(|other| other.cells[0][0].0)
        .collect()
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
                let left = left(&table);
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
    let prints: BTreeSet<Vec<u8>> = candidates(&table, 3, 0).iter().map(exact).collect();
    assert_eq!(prints.len(), 7);
}
