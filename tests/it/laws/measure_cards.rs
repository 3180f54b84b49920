//! Laws of every card: its text, its direction, and that it never gives what is not a number.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::laws::measure::{counts, groups, seeded};
use equal_measure::core::group::{Counts, Group, Groups, Kind};
use equal_measure::core::histogram::Histogram;
use equal_measure::core::measure::{Basis, MEASURES, Measure, Null, Ordering, SIMULATED, find};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity, Unit};
use proptest::prelude::*;

fn every() -> impl Iterator<Item = &'static &'static Measure> {
    MEASURES.iter().chain(SIMULATED)
}

/// What the text of a method says, in this order.
const HEADINGS: [&str; 8] = [
    "# Formula",
    "# Symbols",
    "# Range and the value of no inequality",
    "# How to read it",
    "# When it applies",
    "# Limits",
    "# Sources",
    "# Example",
];

#[test]
fn every_card_says_all_there_is_to_say() {
    for measure in every() {
        let text = measure.card.method_text();
        let places: Vec<usize> = HEADINGS[..7]
            .iter()
            .map(|heading| {
                text.find(heading)
                    .unwrap_or_else(|| panic!("{}: {heading}", measure.card.id))
            })
            .collect();
        assert!(places.is_sorted(), "{}", measure.card.id);
        assert!(
            !text.starts_with('#'),
            "{}: no opening sentence",
            measure.card.id
        );
        assert!(
            text.contains("doi:") || text.contains("PMID"),
            "{}",
            measure.card.id
        );
    }
}

/// Every method of the library, whether a card shows it or not.
#[test]
fn every_method_file_says_all_there_is_to_say() {
    let core = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/core");
    let mut folders: Vec<PathBuf> = ["interval", "measure", "standard"]
        .map(|folder| core.join(folder))
        .to_vec();
    let mut methods = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            let lines: Vec<&str> = source.lines().map(str::trim_start).collect();
            let blocks = lines.split(|line| !line.starts_with("//!"));
            for text in blocks.filter(|text| text.contains(&"//! # Formula")) {
                methods += 1;
                let place =
                    |heading: &&str| text.iter().position(|line| line[3..].trim() == *heading);
                let places: Vec<_> = HEADINGS.iter().map(place).collect();
                assert!(places.iter().all(Option::is_some), "{}", path.display());
                assert!(places.is_sorted(), "{}", path.display());
                let proves = text.iter().any(|line| line.contains("assert"));
                assert!(proves, "{}: the example proves nothing", path.display());
            }
        }
    }
    assert!(methods > 70, "{methods}");
}

#[test]
fn ids_and_names_are_one_each() {
    let ids: BTreeSet<_> = every().map(|measure| measure.card.id).collect();
    let names: BTreeSet<_> = every().map(|measure| measure.card.name).collect();
    assert_eq!((ids.len(), names.len()), (every().count(), every().count()));
}

/// A steady gradient against the first group.
fn gradient(polarity: Polarity, steps: f64) -> Groups {
    let toward = if polarity == Polarity::MoreIsWorse {
        -steps
    } else {
        steps
    };
    let list: Vec<Counts> = [0.0, 1.0, 2.0, 3.0, 4.0]
        .map(|place| Counts {
            events: (500.0 + toward * place) * (1.0 + place),
            people: 1000.0 * (1.0 + place),
        })
        .to_vec();
    let mut groups = groups(&list, true, polarity);
    for group in &mut groups.list {
        group.values = Some(waits(1000.0 * group.value));
    }
    groups.reference = Some(4);
    groups
}

/// Forty waits from this one on.
fn waits(from: f64) -> Histogram {
    let mut waits = Histogram::default();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred"
    )]
    let from = from.round() as u32;
    for weeks in from..from + 40 {
        waits.add_whole(weeks, 1);
    }
    waits
}

#[test]
fn bigger_is_a_bigger_gap_against_the_disadvantaged() {
    for polarity in [Polarity::MoreIsBetter, Polarity::MoreIsWorse] {
        for measure in every() {
            let Null::At(null) = measure.null else {
                continue;
            };
            let value = |steps| (measure.run)(&gradient(polarity, steps)).map(|e| e.value());
            let (small, large) = (value(20.0).unwrap(), value(60.0).unwrap());
            assert!(small > null, "{} {polarity:?}: {small}", measure.card.id);
            // A rank correlation of 1 and waits that no longer overlap cannot grow.
            assert!(
                large >= small,
                "{} {polarity:?}: {small} {large}",
                measure.card.id
            );
            // Equal groups have the null value, or are refused (a rank correlation).
            if let Ok(level) = value(0.0) {
                assert!(
                    (level - null).abs() < 1e-6,
                    "{} {polarity:?}: {level}",
                    measure.card.id
                );
            }
        }
    }
}

#[test]
fn ordered_measures_refuse_groups_without_an_order() {
    let mut groups = gradient(Polarity::MoreIsWorse, 20.0);
    groups.ordered = false;
    for measure in every().filter(|measure| measure.ordering == Ordering::Ordered) {
        assert_eq!(
            (measure.run)(&groups),
            Err(Refusal::NotOrdered),
            "{}",
            measure.card.id
        );
    }
}

/// What a measure says that it is made from is all that it takes: people's values, or counts.
#[test]
fn a_measure_takes_what_its_basis_says() {
    let whole = gradient(Polarity::MoreIsWorse, 20.0);
    for measure in every() {
        let id = measure.card.id;
        let figure = (measure.run)(&whole);
        assert!(figure.is_ok(), "{id}");
        let mut without_values = whole.clone();
        let mut counts_changed = whole.clone();
        let mut counts_alone = whole.clone();
        for group in &mut without_values.list {
            group.values = None;
        }
        for (place, group) in counts_changed.list.iter_mut().enumerate() {
            group.counts = None;
            group.value *= if place % 2 == 0 { 0.9 } else { 1.1 };
            group.population = None;
        }
        for group in &mut counts_alone.list {
            (group.values, group.interval, group.standard_error) = (None, None, None);
        }
        match measure.card.basis {
            Basis::Values => {
                assert_eq!((measure.run)(&counts_changed), figure, "{id}");
                assert!((measure.run)(&without_values).is_err(), "{id}");
            }
            Basis::Parts => assert_eq!((measure.run)(&counts_alone), figure, "{id}"),
            Basis::Exact => {
                assert_eq!((measure.run)(&without_values), figure, "{id}");
                assert_ne!((measure.run)(&counts_changed), figure, "{id}");
            }
        }
    }
}

/// A group without a value, wherever it stands, is never the worst or the best; an end of the order without
/// one is not replaced by its neighbour.
#[test]
fn two_groups_are_chosen_among_those_with_a_value() {
    for polarity in [Polarity::MoreIsWorse, Polarity::MoreIsBetter] {
        let mut whole = gradient(polarity, 20.0);
        whole.ordered = false;
        whole.reference = None;
        let blank = Group {
            value: f64::NAN,
            counts: None,
            standard_error: None,
            ..whole.list[0].clone()
        };
        let mut holed = whole.clone();
        holed.list.insert(0, blank.clone());
        holed.list.insert(2, blank.clone());
        holed.list.push(blank);
        for id in ["difference", "ratio"] {
            let run = find(id).unwrap().run;
            assert_eq!(run(&holed), run(&whole), "{id}");
            holed.ordered = true;
            assert!(run(&holed).is_err(), "{id}");
            holed.ordered = false;
        }
    }
}

/// A group of nobody changes no measure over all groups, whichever the others are compared with.
#[test]
fn a_group_of_nobody_is_left_out() {
    let mut whole = gradient(Polarity::MoreIsWorse, 20.0);
    whole.reference = Some(1);
    let mut with = whole.clone();
    with.reference = Some(2);
    let nobody = Group {
        value: 0.99,
        population: Some(0.0),
        counts: None,
        standard_error: None,
        ..whole.list[0].clone()
    };
    with.list.insert(1, nobody);
    for id in [
        "slope-index",
        "difference-from-mean-unweighted",
        "difference-from-best-unweighted",
        "difference-from-reference-unweighted",
        "difference-from-reference-weighted",
        "index-of-disparity-unweighted",
        "theil-index",
    ] {
        let measure = find(id).unwrap();
        assert_eq!((measure.run)(&with), (measure.run)(&whole), "{id}");
    }
    with.reference = Some(1);
    let measure = find("difference-from-reference-weighted").unwrap();
    assert!((measure.run)(&with).is_err());
}

#[test]
fn nothing_at_all_is_a_refusal() {
    let empty = Groups {
        list: Vec::new(),
        ordered: true,
        reference: None,
        kind: Kind::Value,
        unit: Unit::Own,
        polarity: Polarity::Neutral,
        level: Level::P95,
        seed: 0,
        pair: None,
    };
    let bare = Group {
        label: String::new(),
        value: 0.0,
        interval: None,
        standard_error: None,
        population: None,
        counts: None,
        values: None,
    };
    let zeros = Groups {
        list: vec![bare; 4],
        ..empty.clone()
    };
    for measure in every() {
        assert!((measure.run)(&empty).is_err(), "{}", measure.card.id);
        if let Ok(estimate) = (measure.run)(&zeros) {
            assert!(
                estimate.interval().is_err(),
                "{}: {estimate:?}",
                measure.card.id
            );
        }
    }
}

proptest! {
    #![proptest_config(seeded(64))]

    #[test]
    fn intervals_hold_the_estimate(list in counts(), ordered: bool) {
        for polarity in [Polarity::MoreIsBetter, Polarity::MoreIsWorse, Polarity::Neutral] {
            let groups = groups(&list, ordered, polarity);
            for measure in MEASURES {
                let Ok(estimate) = (measure.run)(&groups) else { continue };
                if let Ok(limits) = estimate.interval() {
                    prop_assert!(limits.contains(estimate.value()), "{}: {estimate:?}", measure.card.id);
                }
            }
        }
    }
}
