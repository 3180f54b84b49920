//! Tables that look alike after the rule must look alike in every figure, picture and sentence; and
//! sums must leave a hidden count open.

use crate::attack::{Dice, People, every_measure, show, waiting_list, ways_out};
use equal_measure::core::measure::{Basis, CARDS};
use equal_measure::engine::flow::Shown;
use equal_measure::release::cell::Cell;
use equal_measure::release::section::{Group, Section};

const SEXES: [&str; 2] = ["Female", "Male"];
const FLAGS: [&str; 2] = ["Y", "N"];
const FIFTHS: [&str; 5] = ["1", "2", "3", "4", "5"];
const ETHNIC: [&str; 4] = ["A", "H", "M", "Z"];

/// A list of a few people in many groups, or of many.
fn list(dice: &mut Dice, most: u64) -> Vec<People> {
    (0..6)
        .map(|place| {
            let groups = [
                SEXES[dice.below(2)],
                FLAGS[dice.below(2)],
                FIFTHS[place.min(4)],
                ETHNIC[dice.below(4)],
            ];
            let scale = if dice.below(3) == 0 { 6 } else { most };
            (
                groups,
                dice.below(scale),
                dice.below(3 * scale) + 1,
                dice.below(3),
            )
        })
        .collect()
}

/// The same list, one person's outcome changed for another's, or a person moved.
fn near(dice: &mut Dice, list: &[People]) -> Vec<People> {
    let mut other = list.to_vec();
    let [from, to] = [0; 2].map(|_| dice.below(list.len() as u64));
    match dice.below(3) {
        0 if other[from].1 > 0 && other[to].2 > 1 => {
            other[from].1 -= 1;
            other[from].2 += 1;
            other[to].1 += 1;
            other[to].2 -= 1;
        }
        1 if other[from].2 > 1 => {
            other[from].2 -= 1;
            other[to].2 += 1;
        }
        _ => other[from].1 += 1,
    }
    other
}

/// Every count that is given, and whether it is.
fn counts(shown: &Shown) -> Vec<Option<Cell>> {
    let release = &shown.release;
    let mut cells = Vec::new();
    for section in &release.sections {
        for group in groups(section) {
            cells.extend([group.events, group.people, Some(group.blank)]);
        }
    }
    for one in &release.completeness {
        cells.push(Some(one.everyone));
        cells.extend(one.by_standing.iter().map(|(_, cell)| Some(*cell)));
    }
    cells.extend([Some(release.ledger.read), Some(release.ledger.used)]);
    cells.extend(release.ledger.aside.iter().map(|aside| Some(aside.rows)));
    cells
}

fn groups(section: &Section) -> impl Iterator<Item = &Group> {
    let sides = section
        .contrasts
        .iter()
        .flat_map(|contrast| [&contrast.worse_off, &contrast.better_off]);
    section
        .groups
        .iter()
        .chain([&section.known, &section.everyone])
        .chain(sides)
}

/// Shares over thresholds only: medians are of people, not of counts.
fn shown(list: &[People]) -> Shown {
    show("list.csv", &waiting_list(list), |plan| {
        every_measure(plan);
        plan.indicators
            .retain(|indicator| ["waits-over-52"].contains(&indicator.id.as_str()));
        // Some are made from each person's wait, which the tables here do not keep alike.
        let of_waits = |id: &str| {
            let card = CARDS.iter().find(|card| card.id == id);
            card.is_some_and(|card| card.basis == Basis::Values)
        };
        plan.measures.retain(|id| !of_waits(id));
        assert!(!plan.indicators.is_empty());
    })
}

#[test]
fn what_cannot_be_told_from_counts_cannot_be_told_at_all() {
    let mut dice = Dice(20_260_722);
    let mut alike = 0;
    for round in 0..36 {
        let most = [12, 40, 120][round % 3];
        let one = list(&mut dice, most);
        let first = shown(&one);
        for _ in 0..5 {
            let other = near(&mut dice, &one);
            let second = shown(&other);
            if one == other || counts(&first) != counts(&second) {
                continue;
            }
            alike += 1;
            for ((way, left), (_, right)) in ways_out(&first).iter().zip(ways_out(&second)) {
                for (left, right) in left.lines().zip(right.lines()) {
                    assert_eq!(left, right, "{way} tells {one:?} from {other:?}");
                }
                assert_eq!(*left, right, "{way} tells {one:?} from {other:?}");
            }
        }
    }
    assert!(alike > 25, "only {alike} pairs were alike");
}

/// The whole numbers that a released count can stand for; anything, where it was withheld.
fn possible(cell: Cell) -> std::ops::RangeInclusive<i32> {
    match cell {
        Cell::Exact(number) | Cell::Rounded(number) => {
            let number: i32 = number.to_string().parse().expect("a whole number");
            if number == 0 {
                0..=0
            } else {
                (number - 2).max(8)..=number + 2
            }
        }
        Cell::Hidden(why) if why.id() == "small-count" => 1..=7,
        Cell::Hidden(_) => 0..=200,
    }
}

/// Every list of counts of a section's groups that fits all its printed sums, by its total.
fn fitting(section: &Section, count: fn(&Group) -> Option<Cell>) -> Vec<(i32, Vec<i32>)> {
    let mut lists = vec![Vec::new()];
    for group in &section.groups {
        let cell = count(group).expect("a count");
        lists = lists
            .into_iter()
            .flat_map(|list: Vec<i32>| {
                possible(cell).map(move |number| [list.clone(), vec![number]].concat())
            })
            .collect();
    }
    let known: Vec<bool> = section
        .groups
        .iter()
        .map(|group| group.standing.is_known())
        .collect();
    let fits =
        |total: i32, group: &Group| possible(count(group).expect("a count")).contains(&total);
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

#[test]
fn sums_leave_a_hidden_count_open() {
    let mut dice = Dice(7);
    let (mut hidden, mut least) = (0, usize::MAX);
    for _ in 0..120 {
        let one = list(&mut dice, 16);
        let shown = shown(&one);
        // Two dimensions of one file, a handful of groups each: small enough to try everything.
        let sections: Vec<&Section> = shown
            .release
            .sections
            .iter()
            .filter(|section| section.groups.len() <= 3)
            .collect();
        for count in [
            (|group: &Group| group.events) as fn(&Group) -> Option<Cell>,
            |group: &Group| group.people,
        ] {
            let tried: Vec<_> = sections
                .iter()
                .map(|section| fitting(section, count))
                .collect();
            let totals = |total: i32| {
                tried
                    .iter()
                    .all(|lists| lists.iter().any(|(other, _)| *other == total))
            };
            for (section, lists) in sections.iter().zip(&tried) {
                for (place, group) in section.groups.iter().enumerate() {
                    if !matches!(count(group), Some(Cell::Hidden(why)) if why.id() == "small-count")
                    {
                        continue;
                    }
                    let mut left: Vec<i32> = lists
                        .iter()
                        .filter(|(total, _)| totals(*total))
                        .map(|(_, list)| list[place])
                        .collect();
                    left.sort_unstable();
                    left.dedup();
                    hidden += 1;
                    least = least.min(left.len());
                    assert!(left.len() >= 3, "only {left:?} is left of {one:?}");
                }
            }
        }
    }
    assert!(
        hidden > 60,
        "{hidden} hidden counts tried, at least {least} values left"
    );
}

#[test]
fn totals_are_given_more_coarsely_where_they_would_tell() {
    // 13, 13 and 1 make 27: 15, 15, hidden and 25 leave only 1.
    let of = |fifth: &'static str, [sex, flag, ethnic]: [&'static str; 3], events: usize| {
        ([sex, flag, fifth, ethnic], events, 90, 0)
    };
    let small = |events: usize| {
        vec![
            of("1", ["Female", "N", "A"], 13),
            of("3", ["Female", "N", "A"], 13),
            of("5", ["Female", "N", "A"], events),
        ]
    };
    let large = vec![
        of("1", ["Female", "N", "A"], 407),
        of("1", ["Male", "Y", "H"], 406),
        of("3", ["Female", "Y", "A"], 406),
        of("3", ["Male", "N", "H"], 407),
        of("5", ["Female", "N", "M"], 1),
    ];
    for (people, given) in [
        (small(1), None),
        (small(3), Some(30.0)),
        (large, Some(1_620.0)),
    ] {
        let shown = shown(&people);
        let section = &shown.release.sections[0];
        assert!(section.dimension.ordered);
        let total = section.known.events.expect("a count");
        assert_eq!(total.number(), given, "{people:?}");
    }
}
