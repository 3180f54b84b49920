//! Measures over few groups: every value of a hidden count, and every neighbour that rounds alike, is
//! tried, and the printed figures must not tell them apart.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::attack::{People, every_measure, show, waiting_list};
use equal_measure::core::plan::{Plan, Slope};
use equal_measure::engine::flow::Shown;
use equal_measure::present::choices::choices;
use equal_measure::present::figure::full;
use equal_measure::present::page::Block;

/// Events and people of each fifth.
type Fifths = [(usize, usize); 5];

/// What is printed of every measure, what is offered, and the line through the groups.
fn printed(fifths: &Fifths) -> Vec<String> {
    released(fifths, every_measure)
}

fn released(fifths: &Fifths, edit: fn(&mut Plan)) -> Vec<String> {
    let mut text = String::from("IMD quintile,Vaccinated,Population\n");
    for (place, (events, people)) in fifths.iter().enumerate() {
        if *people > 0 {
            let _ = writeln!(text, "{},{events},{people}", place + 1);
        }
    }
    let shown = show("counts.csv", &text, edit);
    let section = &shown.answer.sections[0];
    let figures = section.measures.iter().map(|measured| {
        let (id, figure) = (measured.measure.card.id, full(&measured.figure));
        format!("{id}: {figure} {:?}", measured.sides)
    });
    let offers = section
        .offers
        .iter()
        .map(|offer| format!("{}: {:?}", offer.measure.card.id, offer.fits));
    let others = [format!("{:?}", section.fit), words(&shown)];
    figures.chain(offers).chain(others).collect()
}

/// The numbers behind the measures and what can be chosen, as texts. The rest of the page has totals,
/// which differ where a count does.
fn words(shown: &Shown) -> String {
    let numbers = shown.page.blocks.iter().filter_map(|block| match block {
        Block::Measure(measure) => measure.numbers.as_ref(),
        _ => None,
    });
    let numbers: Vec<_> = numbers.filter(|table| table.rows.len() > 2).collect();
    format!("{numbers:?} {:?}", choices(&shown.answer, &[]))
}

/// Only what is simulated, and a form of the slope that changes with the plan.
fn simulated(plan: &mut Plan) {
    plan.slope = Slope::Simulated;
    plan.measures = vec!["slope-index".into(), "relative-index".into()];
}

/// How many candidates share what is printed of `fifths`, and how many there are.
fn left(fifths: &Fifths, candidates: &[Fifths]) -> (usize, usize) {
    let mut by_print: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for candidate in candidates {
        *by_print.entry(printed(candidate)).or_default() += 1;
    }
    (by_print[&printed(fifths)], candidates.len())
}

#[test]
fn every_value_of_a_hidden_count_prints_alike() {
    // What one group has more, the group that it is joined with has less.
    for (fifths, hidden, with) in [
        ([(41, 312), (33, 287), (5, 223), (0, 0), (0, 0)], 2, 1),
        ([(3, 60), (22, 70), (31, 80), (0, 0), (0, 0)], 0, 1),
        (
            [(812, 3_112), (703, 3_287), (6, 2_231), (541, 2_987), (0, 0)],
            2,
            1,
        ),
        ([(41, 312), (33, 287), (25, 223), (28, 250), (2, 210)], 4, 3),
    ] {
        let candidates: Vec<Fifths> = (1..=7)
            .map(|events| {
                let mut candidate = fifths;
                candidate[with].0 = candidate[with].0 + candidate[hidden].0 - events;
                candidate[hidden].0 = events;
                candidate
            })
            .collect();
        assert_eq!(left(&fifths, &candidates), (7, 7), "{fifths:?}");
    }
}

#[test]
fn simulations_are_made_of_released_counts() {
    let fifths: Fifths = [(41, 312), (33, 287), (26, 223), (0, 0), (0, 0)];
    let mut alike = fifths;
    alike[0].0 = 39;
    alike[2].1 = 227;
    let first = released(&fifths, simulated);
    assert!(
        first.iter().any(|line| line.contains("simulated)")),
        "{first:?}"
    );
    assert_eq!(first, released(&alike, simulated));
    let hidden: Fifths = [(41, 312), (52, 340), (33, 287), (5, 223), (0, 0)];
    let other: Fifths = [(41, 312), (52, 340), (36, 287), (2, 223), (0, 0)];
    assert_eq!(released(&hidden, simulated), released(&other, simulated));
}

#[test]
fn neighbours_that_round_alike_print_alike() {
    let fifths: Fifths = [(18, 52), (23, 61), (32, 79), (0, 0), (0, 0)];
    let mut candidates = Vec::new();
    for events in 0..125 {
        let mut candidate = fifths;
        for (place, step) in [events % 5, events / 5 % 5, events / 25]
            .into_iter()
            .enumerate()
        {
            let rounded = (fifths[place].0 + 2) / 5 * 5;
            candidate[place].0 = rounded + step - 2;
        }
        candidates.push(candidate);
    }
    assert_eq!(left(&fifths, &candidates), (125, 125));
}

#[test]
fn a_slope_without_hidden_groups_is_given() {
    let fifths: Fifths = [
        (812, 3_112),
        (703, 3_287),
        (606, 2_231),
        (541, 2_987),
        (402, 2_800),
    ];
    let printed = printed(&fifths);
    let slope = printed.iter().find(|line| line.starts_with("slope-index:"));
    assert!(
        slope.is_some_and(|line| line.contains("interval")),
        "{slope:?}"
    );
}

#[test]
fn a_slope_of_medians_is_hidden_with_a_median_of_few_people() {
    for (people, given) in [(3, false), (30, true)] {
        let list: Vec<People> = vec![
            (["Female", "Y", "1", "A"], 60, 80, 0),
            (["Male", "N", "2", "A"], 60, 80, 0),
            (["Male", "Y", "5", "A"], people, people, 0),
        ];
        let shown = show("list.csv", &waiting_list(&list), every_measure);
        let sections = &shown.answer.sections;
        let medians = sections
            .iter()
            .find(|section| section.indicator.id.contains("median") && section.dimension.ordered)
            .expect("medians by deprivation");
        let slopes: Vec<bool> = medians
            .measures
            .iter()
            .filter(|measured| measured.measure.card.id.starts_with("slope-index"))
            .filter_map(|measured| measured.figure.as_ref().ok())
            .map(|figure| figure.shown().is_some())
            .collect();
        // Few people are no group by themselves, and two groups have no slope.
        assert_eq!(medians.groups.len(), if given { 3 } else { 2 });
        assert_eq!(slopes.iter().any(|shown| *shown), given, "{people} people");
    }
}
