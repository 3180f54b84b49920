//! What a disclosure rule leaves, and that what it hides is gone.

use crate::answers::release;
use crate::answers::{Counted, SMALL, TENTHS, Valued, answer, median, section, values};
use equal_measure::answer::Answer;
use equal_measure::answer::cell::{Cell, Figure, Outcome};
use equal_measure::answer::section::{Group, Section};
use equal_measure::core::dimension::Status;
use equal_measure::core::indicator::Indicator;
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::release::rule;
use equal_measure::release::rule::{NHS_ENGLAND, RULES};
use proptest::prelude::*;

fn released(groups: &[Counted], id: &str) -> Answer {
    release(
        &answer(vec![section(Polarity::MoreIsWorse, true, groups)]),
        rule(id),
    )
}

/// Every group of a section, sides of comparisons too.
pub(crate) fn groups(section: &Section) -> Vec<&Group> {
    let sides = section
        .contrasts
        .iter()
        .flat_map(|contrast| [&contrast.worse_off, &contrast.better_off]);
    section
        .groups
        .iter()
        .chain([&section.known, &section.everyone])
        .chain(sides)
        .collect()
}

/// Every count of a release.
fn counts(release: &Answer) -> Vec<Cell> {
    let mut cells = Vec::new();
    for section in &release.sections {
        for group in groups(section) {
            cells.extend(
                group
                    .events
                    .into_iter()
                    .chain(group.people)
                    .chain([group.blank]),
            );
        }
        cells.extend(section.bounds.as_ref().map(|bounds| bounds.unknown));
    }
    for one in &release.completeness {
        cells.push(one.everyone);
        cells.extend(one.by_status.iter().map(|(_, people)| *people));
    }
    cells.extend([release.ledger.read, release.ledger.used]);
    cells.extend(release.ledger.aside.iter().map(|aside| aside.rows));
    cells
}

/// Every figure of a release.
fn figures(release: &Answer) -> Vec<&Figure> {
    let mut outcomes: Vec<&Outcome> = Vec::new();
    let mut bounds: Vec<&Figure> = Vec::new();
    for section in &release.sections {
        for group in groups(section) {
            outcomes.extend([&group.value, &group.share_gap, &group.representation]);
        }
        for contrast in &section.contrasts {
            outcomes.extend([&contrast.difference, &contrast.ratio]);
            outcomes.extend(&contrast.ratio_without);
        }
        outcomes.extend(section.measures.iter().map(|measured| &measured.figure));
        bounds.extend(section.bounds.iter().flat_map(|bounds| {
            [
                &bounds.unknown_share,
                &bounds.observed,
                &bounds.best_case,
                &bounds.worst_case,
            ]
        }));
    }
    bounds.extend(
        outcomes
            .into_iter()
            .filter_map(|outcome| outcome.as_ref().ok()),
    );
    bounds
}

fn numbers(figure: &Figure) -> Vec<Cell> {
    let limits = figure
        .limits
        .iter()
        .flat_map(|limits| [limits.lower, limits.upper]);
    [figure.value].into_iter().chain(limits).collect()
}

#[test]
fn joined_zero_refused_and_missing_stay_apart() {
    let groups: &[Counted] = &[
        ("1 – most deprived", Status::Known, 41, 312),
        ("2", Status::Known, 0, 223),
        ("3", Status::Known, 5, 198),
        ("4", Status::Known, 30, 210),
        ("5 – least deprived", Status::Known, 23, 287),
        ("Not known", Status::NotKnown, 30, 15),
    ];
    let release = released(groups, "nhs-england");
    let groups = &release.sections[0].groups;
    let shown: Vec<(&str, Option<f64>)> = groups
        .iter()
        .map(|group| (group.label.as_str(), group.events.and_then(Cell::number)))
        .collect();
    assert_eq!(
        shown,
        [
            ("1 – most deprived", Some(40.0)),
            ("2", Some(0.0)),
            ("3 and 4", Some(35.0)),
            ("5 – least deprived", Some(25.0)),
            ("Not known", Some(30.0)),
        ]
    );
    assert_eq!(groups[2].parts, ["3", "4"]);
    let value = |place: usize| groups[place].value.as_ref().map(|figure| figure.value);
    assert_eq!(
        value(0),
        Ok(Cell::Rounded(0.13)),
        "40 of 310, whole percent"
    );
    assert_eq!(value(1), Ok(Cell::Rounded(0.0)));
    assert!(value(4).is_err(), "more events than people");
}

#[test]
fn a_rule_decides_digits_by_the_released_denominator() {
    for (people, events, id, text) in [
        (98_004, 3_123, "nhs-england", "3.2"),
        (3_997, 103, "nhs-england", "3"),
        (3_998, 103, "nhs-england", "2.6"),
        (98_004, 3_123, "none", "3.1866"),
    ] {
        let group: Counted = ("Only", Status::Known, events, people);
        let other: Counted = ("Other", Status::Known, 500, 9_000);
        let release = released(&[group, other], id);
        let figure = release.sections[0].groups[0]
            .value
            .as_ref()
            .expect("a figure");
        let shown = figure.shown().expect("shown").0;
        assert!(format!("{shown:.9}").starts_with(text), "{shown} {text}");
    }
}

#[test]
fn a_hidden_count_leaves_no_trace_in_its_group() {
    let with = |events: u32| {
        let groups = [
            ("1 – most deprived", Status::Known, events, 223),
            ("2", Status::Known, 312 + 3 - events, 4_312),
            ("3 – least deprived", Status::Known, 287, 4_287),
        ];
        let release = released(&groups, "nhs-england");
        let section = &release.sections[0];
        format!(
            "{:?} {:?} {:?}",
            section.groups[0], section.contrasts, section.known
        )
    };
    for events in 2..=7 {
        assert_eq!(with(1), with(events), "{events} events can be told from 1");
    }
}

#[test]
fn medians_of_few_people_are_hidden() {
    for (people, id, hidden) in [
        (7.0, "nhs-england", true),
        (8.0, "nhs-england", false),
        (7.0, "none", false),
    ] {
        let groups: &[Valued] = &[
            ("1 – most deprived", 14.531, 12.0, 17.0, people),
            ("2", 12.0, 11.0, 13.0, 80.0),
        ];
        let release = release(&answer(vec![values(median(), groups)]), rule(id));
        let section = &release.sections[0];
        let contrast = &section.contrasts[0];
        for outcome in [
            &section.groups[0].value,
            &contrast.worse_off.value,
            &contrast.difference,
            &contrast.ratio,
        ] {
            let figure = outcome.as_ref().expect("a figure");
            assert_eq!(figure.value.number().is_none(), hidden, "{people} {id}");
        }
    }
}

#[test]
fn given_rates_of_few_events_are_hidden() {
    let rate = Indicator {
        unit: Unit::Per(100_000),
        ..median()
    };
    let groups: &[Valued] = &[
        (
            "1 – most deprived",
            6.0 / 20_000.0,
            0.0001,
            0.0006,
            20_000.0,
        ),
        ("2", 60.0 / 20_000.0, 0.002, 0.004, 20_000.0),
    ];
    let release = release(&answer(vec![values(rate, groups)]), rule("nhs-england"));
    let shown = |place: usize| {
        let group: &Group = &release.sections[0].groups[place];
        group
            .value
            .as_ref()
            .is_ok_and(|figure| figure.shown().is_some())
    };
    assert!(!shown(0) && shown(1));
}

#[test]
fn without_a_rule_every_number_is_exact() {
    for id in ["none", "as-published"] {
        let release = released(SMALL, id);
        let exact = |cell: &Cell| matches!(cell, Cell::Exact(_));
        assert!(counts(&release).iter().all(exact));
        assert!(
            figures(&release)
                .into_iter()
                .flat_map(numbers)
                .all(|cell| exact(&cell))
        );
        assert_eq!(release.ledger.aside[0].first_lines.len(), 3);
    }
    assert!(
        released(SMALL, "nhs-england").ledger.aside[0]
            .first_lines
            .is_empty()
    );
}

#[test]
fn an_unknown_rule_is_the_default_one() {
    assert_eq!(rule("made-up"), &NHS_ENGLAND);
    assert_eq!(
        RULES
            .iter()
            .filter(|rule| rule.needs_acknowledgement)
            .count(),
        1
    );
    assert_eq!(released(TENTHS, "nhs-england").plan.rule, "nhs-england");
}

/// Whether a shown number has no digit beyond `places`.
fn no_finer(shown: f64, places: i8) -> bool {
    let scaled = shown * 10f64.powi(i32::from(places));
    (scaled - scaled.round()).abs() < 1e-6 * scaled.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: proptest::test_runner::RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_counts_never_come_out(
        parts in prop::collection::vec((0u32..40, 0u32..300, any::<bool>()), 3..8),
        better in any::<bool>(),
    ) {
        const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let parts: Vec<Counted> = parts
            .iter()
            .zip(NAMES)
            .enumerate()
            .map(|(place, (&(events, others, unknown), name))| {
                let status = if unknown && place > 1 { Status::NotKnown } else { Status::Known };
                (name, status, events, events + others)
            })
            .collect();
        let polarity = if better { Polarity::MoreIsBetter } else { Polarity::MoreIsWorse };
        let release = release(&answer(vec![section(polarity, true, &parts)]), &NHS_ENGLAND);
        for cell in counts(&release) {
            prop_assert!(!matches!(cell, Cell::Exact(_)), "{cell:?}");
            if let Some(number) = cell.number() {
                prop_assert!(number == 0.0 || number >= 10.0, "{number}");
                prop_assert!((number / 5.0).fract() == 0.0, "{number}");
            }
        }
        for figure in figures(&release) {
            let hidden = numbers(figure).iter().filter(|cell| cell.why().is_some()).count();
            prop_assert!(hidden == 0 || hidden == numbers(figure).len(), "half hidden {figure:?}");
            for number in numbers(figure).into_iter().filter_map(Cell::number) {
                prop_assert!(no_finer(number * figure.unit.factor(), figure.places), "{figure:?}");
            }
            if matches!(figure.unit, Unit::Percent | Unit::Points) && figure.method != "bounds" {
                prop_assert!(figure.places <= 1, "{figure:?}");
            }
        }
        for group in release.sections.iter().flat_map(groups) {
            let (Some(events), Some(people), Ok(value)) = (group.events, group.people, &group.value) else {
                continue;
            };
            match (events.number(), people.number(), value.shown()) {
                (Some(events), Some(people), Some((shown, _))) => {
                    prop_assert!((shown - (100.0 * events / people).round()).abs() < 1e-9, "{group:?}");
                }
                (_, _, None) => prop_assert!(events.why().or(people.why()).is_some(), "{group:?}"),
                (_, _, Some(_)) => prop_assert!(false, "a share of a hidden part: {group:?}"),
            }
        }
    }
}
