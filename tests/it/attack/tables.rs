//! Tables that look alike after the rule must look alike in every figure, picture and sentence.

use crate::attack::{Dice, People, every_measure, show, waiting_list, ways_out};
use crate::release::groups;
use equal_measure::answer::cell::Cell;
use equal_measure::core::measure::{Basis, MEASURES};
use equal_measure::engine::flow::Shown;

const SEXES: [&str; 2] = ["Female", "Male"];
const FLAGS: [&str; 2] = ["Y", "N"];
const FIFTHS: [&str; 5] = ["1", "2", "3", "4", "5"];
const ETHNIC: [&str; 4] = ["A", "H", "M", "Z"];

/// A list of a few people in many groups, or of many.
pub(crate) fn list(dice: &mut Dice, most: u64) -> Vec<People> {
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
    let release = &shown.answer;
    let mut cells = Vec::new();
    for section in &release.sections {
        for group in groups(section) {
            cells.extend([group.events, group.people, Some(group.blank)]);
        }
    }
    for one in &release.completeness {
        cells.push(Some(one.everyone));
        cells.extend(one.by_status.iter().map(|(_, cell)| Some(*cell)));
    }
    cells.extend([Some(release.ledger.read), Some(release.ledger.used)]);
    cells.extend(release.ledger.aside.iter().map(|aside| Some(aside.rows)));
    cells
}

/// Shares over thresholds only: medians are of people, not of counts.
fn shown(list: &[People]) -> Shown {
    shown_under("nhs-england", list)
}

pub(crate) fn shown_under(rule: &str, list: &[People]) -> Shown {
    show("list.csv", &waiting_list(list), |plan| {
        every_measure(plan);
        rule.clone_into(&mut plan.rule);
        plan.indicators
            .retain(|indicator| ["waits-over-52"].contains(&indicator.id.as_str()));
        // Some are made from each person's wait, which the tables here do not keep alike.
        let of_waits = |id: &str| {
            let measure = MEASURES.iter().find(|measure| measure.card.id == id);
            measure.is_some_and(|measure| measure.card.basis == Basis::Values)
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
