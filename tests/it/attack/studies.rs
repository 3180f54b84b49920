//! Studies of small crossed tables: what an attacker can still tell of a hidden count.

use crate::attack::Dice;
use crate::crossed::{Crossed, Measured, Pair};
use equal_measure::core::answer::Studied;
use equal_measure::core::crossing::By;
use equal_measure::core::group::Group;
use equal_measure::core::measure::{Basis, MeasureUnit};
use equal_measure::core::study::{
    Caption, Column, ColumnKind, Drawn, Entry, Evidence, Findings, Needs, Of, Row, RowName, Rows,
    STUDIES, Study,
};
use equal_measure::core::units::Unit;
use equal_measure::release::cell::Why;
use equal_measure::release::section::{self, Section};
use equal_measure::release::{release, rule};

/// Shows every count there is: the most that a study of released parts can tell.
static EVERY_COUNT: Study = Study {
    id: "every-count",
    name: "Every count",
    needs: Needs::Strata,
    basis: Basis::Parts,
    run: |evidence| Ok(every_count(evidence)),
    ..*STUDIES[0]
};

fn every_count(evidence: &Evidence) -> Findings {
    let Some(crossed) = &evidence.crossed else {
        return Findings::default();
    };
    let count = |group: &Option<Group>| {
        let counts = group.as_ref().and_then(|group| group.counts);
        counts.map_or(Entry::Nothing, |counts| Entry::People(counts.events))
    };
    let row = |label: &str, cells: &[Option<Group>], group| Row {
        name: RowName::Label(label.to_owned()),
        cells: cells.iter().map(count).collect(),
        group,
    };
    let mut rows: Vec<Row> = crossed
        .cells
        .iter()
        .enumerate()
        .map(|(place, cells)| row(&place.to_string(), cells, Some(place)))
        .collect();
    rows.extend([
        row("worse off", &crossed.worse_off, None),
        row("better off", &crossed.better_off, None),
        row("known", &crossed.known, None),
        row("everyone", &crossed.everyone, None),
    ]);
    Findings {
        tables: vec![Rows {
            caption: Caption::ByFifth,
            of: Of::Group,
            columns: crossed
                .strata
                .iter()
                .map(|stratum| Column {
                    kind: ColumnKind::Side(stratum.label.clone()),
                    unit: MeasureUnit::Own(Unit::People),
                })
                .collect(),
            rows,
            drawn: Drawn::Not,
        }],
        ..Findings::default()
    }
}

/// The whole numbers that a count can stand for.
type Window = (i32, i32);

const MOST: i32 = 400;

fn window(count: Option<f64>, coarse: bool) -> Window {
    let Some(number) = count else {
        return (0, MOST);
    };
    let number: i32 = number.to_string().parse().expect("a whole number");
    match (number, coarse) {
        (0, _) => (0, 0),
        (_, true) => (number - 10, number + 10),
        _ => ((number - 2).max(8), number + 2),
    }
}

/// What is told of the events of a crossed table: cells, then sums of cells.
struct Told {
    cells: Vec<Window>,
    sums: Vec<(Vec<usize>, Window)>,
}

/// Everything that is told of one table; the attacker takes every count that is not there for 0 or more,
/// though those of a group add up to its total.
fn told(table: &Crossed) -> Told {
    let mut exact = table.exact();
    let section = &mut exact.sections[0];
    let mut studies = section.studies.iter();
    let crossing = studies.find(|studied| studied.by.is_some());
    let crossing = crossing.expect("a crossing").evidence.clone();
    section.studies = vec![Studied {
        study: &EVERY_COUNT,
        by: Some(table.by),
        result: Ok(every_count(&crossing)),
        evidence: crossing,
    }];
    let released = release(&exact, rule("nhs-england"));
    let section = &released.sections[0];
    let findings = section.studies[0].findings.as_ref().expect("counts");
    let counts = |row: usize| -> Vec<Option<f64>> {
        let (_, cells) = &findings.tables[0].rows[row];
        cells
            .iter()
            .map(|cell| match cell {
                section::Entry::People(people) => people.number(),
                _ => None,
            })
            .collect()
    };
    let (groups, strata) = (table.cells.len(), table.cells[0].len());
    let at = |group: usize, stratum: usize| group * strata + stratum;
    let unknown_at = |stratum: usize| groups * strata + stratum;
    let mut cells: Vec<Window> = (0..groups)
        .flat_map(|row| counts(row).into_iter().map(|count| window(count, false)))
        .collect();
    cells.extend((0..strata).map(|_| (0, MOST)));
    let mut sums = Vec::new();
    let last = groups - 1;
    let lines: [(usize, Vec<usize>); 4] = [
        (groups, vec![0]),
        (groups + 1, vec![last]),
        (groups + 2, (0..groups).collect()),
        (groups + 3, (0..=groups).collect()),
    ];
    for (row, members) in &lines {
        for (stratum, count) in counts(*row).into_iter().enumerate() {
            let parts = members.iter().map(|&group| at(group, stratum)).collect();
            let coarse = count.is_some_and(|count| count >= 400.0);
            sums.push((parts, window(count, coarse)));
        }
    }
    let whole = |group: &section::Group| {
        let events = group.events.expect("a count");
        match (events.why(), events.number()) {
            (Some(Why::SmallCount), _) => (1, 7),
            (_, count) => window(count, count.is_some_and(|count| count >= 400.0)),
        }
    };
    let row = |group: usize| (0..strata).map(move |stratum| at(group, stratum));
    for (place, group) in of_groups(section).into_iter().enumerate().take(groups) {
        sums.push((row(place).collect(), whole(group)));
    }
    sums.push(((0..groups).flat_map(row).collect(), whole(&section.known)));
    let everyone = (0..groups).flat_map(row).chain((0..strata).map(unknown_at));
    sums.push((everyone.collect(), whole(&section.everyone)));
    Told { cells, sums }
}

fn of_groups(section: &Section) -> Vec<&section::Group> {
    let groups = section.groups.iter();
    groups.filter(|group| group.standing.is_known()).collect()
}

impl Told {
    /// Whether some table fits with this value in one cell.
    fn fits(&self, cell: usize, value: i32) -> bool {
        let mut windows = self.cells.clone();
        windows[cell] = (value.max(windows[cell].0), value.min(windows[cell].1));
        self.search(windows, 0)
    }

    fn search(&self, mut windows: Vec<Window>, from: usize) -> bool {
        if !self.narrow(&mut windows) {
            return false;
        }
        let open = (from..windows.len()).find(|&cell| windows[cell].0 < windows[cell].1);
        let Some(open) = open else {
            return true;
        };
        let (low, high) = windows[open];
        (low..=high).any(|value| {
            let mut next = windows.clone();
            next[open] = (value, value);
            self.search(next, open + 1)
        })
    }

    fn narrow(&self, windows: &mut [Window]) -> bool {
        loop {
            let before = windows.to_vec();
            for (parts, (least, most)) in &self.sums {
                let lows: i32 = parts.iter().map(|&part| windows[part].0).sum();
                let highs: i32 = parts.iter().map(|&part| windows[part].1).sum();
                for &part in parts {
                    let (low, high) = windows[part];
                    windows[part] = (
                        low.max(least - (highs - high)),
                        high.min(most - (lows - low)),
                    );
                }
            }
            if windows.iter().any(|(low, high)| low > high) {
                return false;
            }
            if before == windows {
                return true;
            }
        }
    }
}

fn table(dice: &mut Dice, by: By, groups: usize, strata: usize) -> Crossed {
    let most = [9, 20, 60][dice.below(3)];
    let mut pair = |scale: u64| -> Pair {
        let scale = if dice.below(3) == 0 { 8 } else { scale };
        let events = u32::try_from(dice.below(scale)).expect("small");
        (events, 100 + u32::try_from(dice.below(300)).expect("small"))
    };
    Crossed {
        by,
        measured: Measured::Shares,
        cells: (0..groups)
            .map(|_| (0..strata).map(|_| pair(most)).collect())
            .collect(),
        unknown: (0..strata).map(|_| pair(9)).collect(),
    }
}

#[test]
fn every_count_shown_leaves_three_values_of_a_hidden_one() {
    let mut dice = Dice(41);
    let (mut tried, mut least) = (0, usize::MAX);
    for round in 0..150 {
        let (groups, strata) = [(2, 2), (2, 3), (3, 2), (3, 3)][round % 4];
        let table = table(&mut dice, By::Others, groups, strata);
        let told = told(&table);
        for (place, pair) in table
            .cells
            .iter()
            .flatten()
            .chain(&table.unknown)
            .enumerate()
        {
            if !(1..=7).contains(&pair.0) {
                continue;
            }
            let left: Vec<i32> = (0..=20)
                .filter(|&value| told.fits(place, value))
                .take(3)
                .collect();
            tried += 1;
            least = least.min(left.len());
            assert!(
                left.len() >= 3,
                "only {left:?} is left of cell {place} of {table:?}"
            );
        }
    }
    assert!(tried > 300, "{tried} tried, at least {least} left");
}

#[test]
fn a_hidden_count_is_never_alone_in_a_short_row() {
    let shown = |first: u32| {
        let table = Crossed {
            by: By::Others,
            measured: Measured::Shares,
            cells: vec![
                vec![(first, 400), (13, 400), (43, 400)],
                vec![(61, 400), (72, 400), (83, 400)],
                vec![(64, 400), (77, 400), (88, 400)],
            ],
            unknown: Vec::new(),
        };
        told(&table).cells[..3].to_vec()
    };
    let hidden = (0, MOST);
    assert_eq!(shown(3), [hidden, hidden, (43, 47)]);
    assert_eq!(shown(14), [(13, 17), (13, 17), (43, 47)]);
}
