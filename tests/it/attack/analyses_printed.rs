//! Every analysis by every second division: tables near a table are tried, and those that are saved alike
//! must leave at least three values of a hidden count.

use std::collections::BTreeSet;

use crate::attack::{numbers, texts_of, ways_out};
use crate::stratified::{BYS, Measured, Pair, Stratified};
use equal_measure::answer::cell::Cell;
use equal_measure::core::stratification::By;
use equal_measure::export::EXPORTERS;

/// Everything that is saved of the figures.
fn printed(table: &Stratified) -> Vec<u8> {
    let released = table.show("nhs-england").answer;
    (EXPORTERS[0].make)(&released).expect("bytes")
}

/// Tables near a table: so many events moved round the first two groups and strata, which changes no
/// total, and so many more in one cell.
fn candidates(table: &Stratified, moved: i64, more: i64) -> Vec<Stratified> {
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

/// The values of the hidden count in the first cell that print as the table does, three at most.
fn left(table: &Stratified) -> BTreeSet<u32> {
    let print = printed(table);
    let mut left = BTreeSet::new();
    for other in candidates(table, 7, 4) {
        let value = other.cells[0][0].0;
        if left.len() < 3 && !left.contains(&value) && printed(&other) == print {
            left.insert(value);
        }
    }
    left
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
                let table = Stratified {
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
    let table = Stratified {
        by: By::Others,
        measured: Measured::Shares,
        cells: TABLES[0].map(Vec::from).into(),
        unknown: Vec::new(),
    };
    let exact = |table: &Stratified| {
        let released = table.show("none").answer;
        (EXPORTERS[0].make)(&released).expect("bytes")
    };
    let prints: BTreeSet<Vec<u8>> = candidates(&table, 3, 0).iter().map(exact).collect();
    assert_eq!(prints.len(), 7);
}

/// Counts of three digits and their sums, none a multiple of 5.
const LARGE: Two = [
    [(113, 1_617), (226, 1_718), (131, 1_913)],
    [(237, 2_641), (172, 2_412), (304, 2_313)],
];

fn needles() -> BTreeSet<String> {
    let cells = LARGE.as_flattened();
    let stratum = |at: usize| [LARGE[0][at], LARGE[1][at]];
    let mut counts: Vec<u32> = cells.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    for pairs in [
        &LARGE[0][..],
        &LARGE[1],
        cells,
        &stratum(0),
        &stratum(1),
        &stratum(2),
    ] {
        counts.push(pairs.iter().map(|pair| pair.0).sum());
        counts.push(pairs.iter().map(|pair| pair.1).sum());
    }
    counts.retain(|count| count % 5 != 0);
    counts.iter().map(ToString::to_string).collect()
}

#[test]
fn no_exact_count_of_a_second_division_is_anywhere() {
    let needles = needles();
    assert!(needles.len() > 12, "{needles:?}");
    for by in BYS {
        for measured in [Measured::Shares, Measured::Rates, Measured::Medians] {
            let table = Stratified {
                by,
                measured,
                cells: LARGE.map(Vec::from).into(),
                unknown: Vec::new(),
            };
            for (way, text) in ways_out(&table.show("nhs-england")) {
                let text = match way {
                    "svg" | "picture" => texts_of(&text),
                    _ => text,
                };
                let found = numbers(&text)
                    .into_iter()
                    .find(|number| needles.contains(number));
                assert_eq!(found, None, "{way} by {by:?} of {measured:?}");
            }
        }
    }
}

#[test]
fn without_a_rule_analyses_have_every_digit() {
    for by in BYS {
        let table = Stratified {
            by,
            measured: Measured::Shares,
            cells: TABLES[0].map(Vec::from).into(),
            unknown: Vec::new(),
        };
        let shown = table.show("none").answer;
        for analysed in &shown.sections[0].analyses {
            let Ok(results) = &analysed.results else {
                continue;
            };
            for figure in results.figures.iter().flat_map(|found| &found.figure) {
                assert!(
                    matches!(figure.value, Cell::Exact(_)),
                    "{}",
                    analysed.analysis.card.id
                );
            }
        }
    }
}
