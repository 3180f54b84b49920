//! What printed sums leave open of a small count: in groups, and in groups divided a second time.

use crate::attack::tables::{list, shown_under};
use crate::attack::told::{Told, Window, contains};
use crate::attack::{Dice, People};
use crate::stratified::{Measured, Pair, Stratified};
use equal_measure::answer::cell::Cell;
use equal_measure::answer::section::{Group, Section};
use equal_measure::core::dimension::{Dimension, Named};
use equal_measure::core::stratification::By;
use equal_measure::core::summary::Summary;
use equal_measure::release::rule::{NHS_ENGLAND, NONE};
use equal_measure::release::{Grouped, Strata};

const MOST: i32 = 400;

fn whole(number: f64) -> i32 {
    number.to_string().parse().expect("a whole number")
}

fn window(number: f64) -> Window {
    match whole(number) {
        0 => (0, 0),
        number => ((number - 2).max(8), number + 2),
    }
}

/// The whole numbers that a released count can stand for; anything, where it was withheld.
fn possible(cell: Cell) -> Window {
    match cell {
        Cell::Exact(number) | Cell::Rounded(number) => window(number),
        Cell::Hidden(why) if why.id() == "small-count" => (1, 7),
        Cell::Hidden(_) => (0, MOST),
    }
}

/// Every list of counts of a section's groups that fits all its printed sums, by its total.
fn fitting(section: &Section, count: fn(&Group) -> Option<Cell>) -> Vec<(i32, Vec<i32>)> {
    let mut lists = vec![Vec::new()];
    for group in &section.groups {
        let (low, high) = possible(count(group).expect("a count"));
        lists = lists
            .into_iter()
            .flat_map(|list: Vec<i32>| {
                (low..=high).map(move |number| [list.clone(), vec![number]].concat())
            })
            .collect();
    }
    let known = section.groups.iter().map(|group| group.status.is_known());
    let known: Vec<bool> = known.collect();
    let fits = |total: i32, group: &Group| contains(possible(count(group).expect("one")), total);
    lists
        .into_iter()
        .filter_map(|list| {
            let total: i32 = list.iter().sum();
            let of_known = list.iter().zip(&known).filter(|(_, known)| **known);
            let of_known: i32 = of_known.map(|(number, _)| number).sum();
            (fits(total, &section.everyone) && fits(of_known, &section.known))
                .then_some((total, list))
        })
        .collect()
}

/// The values left of each small count in a handful of groups, where every dimension has one total.
fn left(people: &[People]) -> Vec<Vec<i32>> {
    let exact = shown_under("none", people).answer;
    let shown = shown_under("nhs-england", people).answer;
    let sections: Vec<(&Section, &Section)> = exact
        .sections
        .iter()
        .zip(&shown.sections)
        .filter(|(exact, _)| exact.groups.len() <= 3)
        .collect();
    let mut all = Vec::new();
    for count in [
        (|group: &Group| group.events) as fn(&Group) -> Option<Cell>,
        |group: &Group| group.people,
    ] {
        let tried: Vec<_> = sections
            .iter()
            .map(|(_, section)| fitting(section, count))
            .collect();
        let totals = |total: i32| {
            tried
                .iter()
                .all(|lists| lists.iter().any(|(other, _)| *other == total))
        };
        for ((exact, section), lists) in sections.iter().zip(&tried) {
            for group in &exact.groups {
                let true_count = count(group).and_then(Cell::number).map_or(0, whole);
                if !(1..=7).contains(&true_count) {
                    continue;
                }
                let place = section.groups.iter().position(|block| {
                    block.label == group.label || block.parts.contains(&group.label)
                });
                let place = place.expect("every group is in one");
                let numbers = lists
                    .iter()
                    .filter(|(total, _)| totals(*total))
                    .map(|(_, list)| list[place]);
                let mut left: Vec<i32> = if section.groups[place].parts.is_empty() {
                    numbers.collect()
                } else {
                    (0..=numbers.max().unwrap_or(-1)).collect()
                };
                left.sort_unstable();
                left.dedup();
                all.push(left);
            }
        }
    }
    all
}

#[test]
fn sums_leave_a_small_count_open() {
    let mut dice = Dice(7);
    let (mut small, mut least) = (0, usize::MAX);
    for _ in 0..120 {
        let one = list(&mut dice, 16);
        for left in left(&one) {
            small += 1;
            least = least.min(left.len());
            assert!(left.len() >= 3, "only {left:?} is left of {one:?}");
        }
    }
    assert!(small > 60, "{small} tried, at least {least} values left");
}

/// 13, 13 and 1 make 27: 15, 15, hidden and 25 would leave only 1.
#[test]
fn totals_do_not_tell_a_small_count() {
    let of = |fifth: &'static str, [sex, flag, ethnic]: [&'static str; 3], events: usize| {
        ([sex, flag, fifth, ethnic], events, 90, 0)
    };
    for events in [1, 3] {
        let people = [
            of("1", ["Female", "N", "A"], 13),
            of("3", ["Female", "N", "A"], 13),
            of("5", ["Female", "N", "A"], events),
        ];
        for left in left(&people) {
            assert!(left.len() >= 3, "only {left:?} is left of {events}");
        }
        let answer = shown_under("nhs-england", &people).answer;
        let section = &answer.sections[0];
        assert!(section.dimension.ordered);
        for group in &section.groups {
            let shown = group.events.and_then(Cell::number);
            let alone = group.parts.is_empty() && group.label.starts_with('5');
            assert!(!alone || shown.is_none(), "{group:?}");
        }
    }
}

/// The places of a released group's parts among the groups of the file.
fn parts(group: &Named, of: &Dimension) -> Vec<usize> {
    let is_part = |label: &String| {
        group.parts.contains(label) || group.parts.is_empty() && *label == group.label
    };
    let all = 0..of.groups.len();
    all.filter(|&place| is_part(&of.groups[place].label))
        .collect()
}

/// Everything that is told of one table, and what is true.
fn told(table: &Stratified) -> (Told, Vec<i32>) {
    let exact = table.released(&NONE);
    let shown = table.released(&NHS_ENGLAND);
    let fine = &exact.tables[0].strata[0];
    let events = |summary: &Summary| summary.counts.as_ref().ok().map(|counts| counts.events);
    let cells = fine.cells.iter().flatten();
    let truth: Vec<Option<i32>> = cells
        .map(|cell| cell.as_ref().and_then(events).map(whole))
        .collect();
    let many = fine.strata.len();
    let mut told = Told {
        cells: truth
            .iter()
            .map(|there| (0, there.map_or(0, |_| MOST)))
            .collect(),
        sums: Vec::new(),
    };
    let mut tell = |groups: &[usize], strata: &[usize], summary: Option<&Summary>| {
        if let Some(events) = summary.and_then(events) {
            let row = |group: usize| strata.iter().map(move |stratum| group * many + stratum);
            let cells = groups.iter().copied().flat_map(row).collect();
            told.sums.push((cells, window(events)));
        }
    };
    let dimension = &fine.whole.dimension;
    let all: Vec<usize> = (0..many).collect();
    let mut grouped = |whole: &Grouped| {
        let places = |blocks: &[usize]| places(blocks, &whole.dimension, dimension);
        for (block, summary) in whole.groups.iter().enumerate() {
            tell(&places(&[block]), &all, summary.as_ref());
        }
        for (contrast, sides) in whole.dimension.contrasts.iter().zip(&whole.sides) {
            tell(&places(&contrast.worse_off_groups), &all, Some(&sides[0]));
            tell(&places(&contrast.better_off_groups), &all, Some(&sides[1]));
        }
        tell(&places(&known(&whole.dimension)), &all, Some(&whole.known));
        tell(&everyone(dimension), &all, Some(&whole.everyone));
    };
    grouped(&shown.tables[0].whole);
    for strata in &shown.tables[0].strata {
        grouped(&strata.whole);
    }
    for strata in &shown.tables[0].strata {
        let places = |blocks: &[usize]| places(blocks, &strata.whole.dimension, dimension);
        for (at, members) in members(strata, fine).iter().enumerate() {
            for (block, row) in strata.cells.iter().enumerate() {
                tell(&places(&[block]), members, row[at].as_ref());
            }
            if let Some(contrast) = strata.whole.dimension.contrasts.first() {
                let [worse, better] = [&strata.worse_off, &strata.better_off];
                tell(
                    &places(&contrast.worse_off_groups),
                    members,
                    worse[at].as_ref(),
                );
                tell(
                    &places(&contrast.better_off_groups),
                    members,
                    better[at].as_ref(),
                );
            }
            tell(
                &places(&known(&strata.whole.dimension)),
                members,
                strata.known[at].as_ref(),
            );
            tell(&everyone(dimension), members, strata.everyone[at].as_ref());
        }
    }
    let truth = truth.into_iter().map(Option::unwrap_or_default);
    (told, truth.collect())
}

fn places(blocks: &[usize], of: &Dimension, dimension: &Dimension) -> Vec<usize> {
    let groups = blocks.iter().map(|&block| &of.groups[block]);
    groups.flat_map(|group| parts(group, dimension)).collect()
}

fn known(dimension: &Dimension) -> Vec<usize> {
    dimension.known().collect()
}

fn everyone(dimension: &Dimension) -> Vec<usize> {
    (0..dimension.groups.len()).collect()
}

/// Which strata of the file each released one holds: itself, or all that are not shown by themselves.
fn members(strata: &Strata, fine: &Strata) -> Vec<Vec<usize>> {
    let place = |label: &str| fine.strata.iter().position(|one| one.label == label);
    let alone = strata.strata.iter().map(|one| place(&one.label));
    let alone: Vec<Option<usize>> = alone.collect();
    let together = alone.iter().filter(|place| place.is_none()).count();
    assert!(together <= 1, "{:?}", strata.strata);
    let others = (0..fine.strata.len()).filter(|place| !alone.contains(&Some(*place)));
    let others: Vec<usize> = others.collect();
    let alone = alone.into_iter();
    alone
        .map(|place| place.map_or_else(|| others.clone(), |place| vec![place]))
        .collect()
}

fn table(dice: &mut Dice, by: By, groups: usize, strata: usize) -> Stratified {
    let most = [9, 20, 60][dice.below(3)];
    let mut pair = |scale: u64| -> Pair {
        let scale = if dice.below(3) == 0 { 8 } else { scale };
        let events = u32::try_from(dice.below(scale)).expect("small");
        (events, 100 + u32::try_from(dice.below(300)).expect("small"))
    };
    Stratified {
        by,
        measured: Measured::Shares,
        cells: (0..groups)
            .map(|_| (0..strata).map(|_| pair(most)).collect())
            .collect(),
        unknown: (0..strata).map(|_| pair(9)).collect(),
    }
}

#[test]
fn no_sum_told_is_small_or_bounds_a_small_count() {
    let mut dice = Dice(41);
    let (mut tried, mut least) = (0, usize::MAX);
    for round in 0..150 {
        let (groups, strata) = [(2, 2), (2, 3), (3, 2), (3, 3)][round % 4];
        let table = table(&mut dice, By::Others, groups, strata);
        let (told, truth) = told(&table);
        assert_eq!(told.untrue(&truth), [], "{table:?}");
        for (place, value) in truth.iter().enumerate() {
            if !(1..=7).contains(value) {
                continue;
            }
            let mut windows = told.cells.clone();
            assert!(told.narrow(&mut windows), "{table:?}");
            let (low, high) = windows[place];
            let left: Vec<i32> = (low..=high).collect();
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
fn a_small_count_is_never_alone_in_a_short_row() {
    let left = |first: u32| {
        let table = Stratified {
            by: By::Others,
            measured: Measured::Shares,
            cells: vec![
                vec![(first, 400), (13, 400), (43, 400)],
                vec![(61, 400), (72, 400), (83, 400)],
                vec![(64, 400), (77, 400), (88, 400)],
            ],
            unknown: Vec::new(),
        };
        let (told, truth) = told(&table);
        assert_eq!(told.untrue(&truth), []);
        let alone = |cell: usize| {
            let sum = told.sums.iter().find(|(cells, _)| *cells == [cell]);
            sum.map(|(_, window)| *window)
        };
        let values = (0..=20)
            .filter(|&value| told.fits(0, value, &truth))
            .count();
        (values, [0, 1, 2].map(alone))
    };
    let (values, alone) = left(3);
    assert!(values >= 3 && alone[0].is_none(), "{values} {alone:?}");
    assert_eq!(left(14).1, [(13, 17), (13, 17), (43, 47)].map(Some));
}
