//! What an indicator is part of is known to the protection: no difference of two tells a small count.

use std::fmt::Write;

use super::{look, section};
use equal_measure::answer::section::{Group, Section};
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::plan::{Outcome, Plan, Series};
use equal_measure::core::target::{Among, PartOf};
use equal_measure::core::units::Unit;
use equal_measure::engine::{flow, job};

/// People, first doses and second doses of each fifth.
const FILE: &str = "imd_quintile,eligible,dose_1,dose_2\n\
                    1,400,300,297\n2,400,310,280\n3,400,320,290\n4,400,330,300\n5,400,340,310\n";

fn share(id: &str, numerator: usize, denominator: usize, part_of: Vec<PartOf>) -> Indicator {
    Indicator {
        id: id.into(),
        name: id.into(),
        unit: Unit::Percent,
        formula: Formula::Share {
            numerator: vec![numerator],
            denominator: vec![denominator],
            less: Vec::new(),
        },
        part_of,
        ..Indicator::default()
    }
}

fn released(part_of: Vec<PartOf>, denominator: usize) -> Vec<Section> {
    released_from(FILE, part_of, denominator)
}

fn released_from(file: &str, part_of: Vec<PartOf>, denominator: usize) -> Vec<Section> {
    let outline = look(file.as_bytes());
    let mut plan: Plan = outline.sheets[0].plan.clone().expect("a plan");
    let series = ["eligible", "dose_1", "dose_2"].map(|name| Series {
        name: name.into(),
        column: name.into(),
        only: None,
    });
    plan.outcomes = vec![Outcome::Sums(series.to_vec())];
    plan.indicators = vec![
        share("first", 1, 0, Vec::new()),
        share("second", 2, denominator, part_of),
    ];
    "nhs-england".clone_into(&mut plan.rule);
    let mut job = job::Job::text(&outline, &plan);
    job.push(file.as_bytes()).expect("rows");
    let reading = job.finish().expect("a reading");
    let answer = flow::show(&plan, &reading, &outline.sheets[0].source).answer;
    ["first", "second"]
        .map(|id| section(&answer, id, "imd_quintile").clone())
        .to_vec()
}

fn labels(section: &Section) -> Vec<&str> {
    section
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect()
}

fn part_of(indicator: &str, among: Among) -> Vec<PartOf> {
    vec![PartOf {
        indicator: indicator.into(),
        among,
    }]
}

#[test]
fn a_second_dose_is_joined_where_few_of_the_first_go_without() {
    // Three in the most deprived fifth had the first dose alone: of all who are eligible both look large.
    let apart = released(Vec::new(), 0);
    assert_eq!(labels(&apart[1]).len(), 5);
    let known = released(part_of("first", Among::Counted), 0);
    assert_eq!(labels(&known[0]).len(), 5);
    assert!(labels(&known[1]).len() < 5, "{:?}", labels(&known[1]));
    // The same where it is a share of them.
    let of_first = released(part_of("first", Among::Counted), 1);
    assert!(labels(&of_first[1]).len() < 5);
}

#[test]
fn what_is_part_of_itself_or_of_nothing_is_no_endless_task() {
    for wider in ["second", "nobody"] {
        let released = released(part_of(wider, Among::Others), 0);
        assert_eq!(labels(&released[1]).len(), 5, "{wider}");
    }
}

/// The fifths that a group of the answer stands for.
fn fifths(group: &Group) -> Vec<usize> {
    let names = if group.parts.is_empty() {
        std::slice::from_ref(&group.label)
    } else {
        &group.parts[..]
    };
    let first = |name: &String| name.chars().next().and_then(|digit| digit.to_digit(10));
    names
        .iter()
        .filter_map(first)
        .map(|fifth| fifth as usize - 1)
        .collect()
}

/// On 200 seeded files: of every group that is shown for the second dose, the exact number with the first alone
/// is none or at least eight, whichever the second is a share of.
#[test]
fn no_group_shown_leaves_few_with_the_first_dose_alone() {
    let mut random = 7u64;
    let mut below = |most: u64| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % most
    };
    let mut joined = 0;
    for _ in 0..200 {
        let counts: Vec<[u64; 3]> = (0..5)
            .map(|_| {
                let second = 20 + below(200);
                let most = if below(2) == 0 { 12 } else { 60 };
                let first = second + below(most);
                [first + 30 + below(200), first, second]
            })
            .collect();
        let mut file = String::from("imd_quintile,eligible,dose_1,dose_2\n");
        for (fifth, [eligible, first, second]) in (1..).zip(&counts) {
            writeln!(file, "{fifth},{eligible},{first},{second}").expect("a text");
        }
        for denominator in [0, 1] {
            let sections = released_from(&file, part_of("first", Among::Counted), denominator);
            joined += usize::from(sections[1].groups.len() < 5);
            for group in &sections[1].groups {
                let of = fifths(group);
                let alone: u64 = of
                    .iter()
                    .map(|&fifth| counts[fifth][1] - counts[fifth][2])
                    .sum();
                assert!(alone == 0 || alone >= 8, "{file}{:?}", group.label);
            }
        }
    }
    assert!(joined > 100, "{joined}");
}
