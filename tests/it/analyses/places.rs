//! Analyses of organisations, against `PHEindicatormethods` and figures worked out by hand.

use std::fs;

use crate::analyses::analysed::{self, Ask, analysed, ask, check, said};
use equal_measure::core::analysis::Entry;
use equal_measure::core::measure::two_groups::difference_test;
use equal_measure::core::number::adjust::{Correction, adjusted};
use equal_measure::core::units::Polarity;
use equal_measure::core::{
    group::Counts, measure::all_groups::theil_index, measure::sample::Sample,
};
use equal_measure::present::analyses::words;
use serde_json::Value;

/// What the reference calls places, and what the analysis does.
const PLACES: [(&str, &str); 5] = [
    ("Low (0.001)", "below the 99.8% limits"),
    ("Low (0.025)", "below the 95% limits"),
    ("Not significant", "within the limits"),
    ("High (0.025)", "above the 95% limits"),
    ("High (0.001)", "above the 99.8% limits"),
];

const FIFTHS: [&str; 5] = [
    "highest fifth",
    "second highest fifth",
    "middle fifth",
    "second lowest fifth",
    "lowest fifth",
];

/// A case of a reference file.
fn case(file: &str, name: &str) -> Value {
    let path = format!("{}/tests/gold/{file}.json", env!("CARGO_MANIFEST_DIR"));
    let whole: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let cases = whole["cases"].as_array().unwrap();
    cases
        .iter()
        .find(|case| case["name"] == name)
        .unwrap()
        .clone()
}

fn numbers(case: &Value, name: &str) -> Vec<Option<f64>> {
    let list = case["input"][name].as_array().unwrap();
    list.iter().map(Value::as_f64).collect()
}

#[test]
fn funnels_judge_as_the_reference_does() {
    for (name, of) in [
        ("proportion", "share"),
        ("rate_crude_with_den", "rate"),
        ("rate_zero_events", "rate"),
    ] {
        let case = case("assign_funnel_significance", name);
        let (events, people) = (numbers(&case, "numerator"), numbers(&case, "denominator"));
        let table = events
            .iter()
            .zip(&people)
            .enumerate()
            .map(|(at, (x, n))| format!("T{at:02}: worse {}/{}\n", x.unwrap(), n.unwrap()))
            .collect::<Vec<String>>()
            .join("\n");
        let funnel = Ask {
            of,
            ..ask("funnel", "organisation")
        };
        let expected = case["expect"]["significance"].as_array().unwrap();
        let mut outside = 0;
        for (at, place) in expected.iter().enumerate() {
            let words = PLACES.iter().find(|(theirs, _)| place == theirs).unwrap().1;
            outside += usize::from(words != "within the limits");
            check(funnel, &table, &[(&format!("T{at:02} / Place"), words)]);
        }
        let count = outside.to_string();
        check(
            funnel,
            &table,
            &[("Organisations outside the 95% limits", &count)],
        );
        limits_and_words_agree(funnel, &table);
    }
}

/// What is drawn and what is said must be one thing.
fn limits_and_words_agree(ask: Ask, table: &str) {
    let found = analysed(ask, table).unwrap().result.unwrap();
    for row in &found.tables[0].rows {
        let number = |at: usize| match &row.cells[at] {
            Entry::Figure(Ok(estimate)) => estimate.value(),
            other => panic!("{other:?}"),
        };
        let (value, [low, high, far_low, far_high]) = (number(1), [2, 3, 4, 5].map(number));
        assert!(
            far_low <= low && low <= high && high <= far_high,
            "{:?}",
            row.name
        );
        let place = if value < far_low {
            0
        } else if value < low {
            1
        } else if value > far_high {
            4
        } else if value > high {
            3
        } else {
            2
        };
        let Entry::Verdict(verdict) = &row.cells[6] else {
            panic!("{:?}: no verdict", row.name);
        };
        assert_eq!(words::verdict(verdict), PLACES[place].1, "{:?}", row.name);
    }
}

#[test]
fn the_limits_of_shares_are_those_of_the_reference() {
    let case = case("calculate_funnel_limits", "proportion_percent");
    let (events, people) = (numbers(&case, "numerator"), numbers(&case, "denominator"));
    let sum = |list: &[Option<f64>]| list.iter().flatten().sum::<f64>();
    let average = sum(&events) / sum(&people);
    // Organisations of the sizes that the reference draws, all with its average.
    let sizes = case["expect"]["Population"].as_array().unwrap();
    let table = sizes
        .iter()
        .enumerate()
        .map(|(at, size)| {
            let size = size.as_f64().unwrap() * 1e4;
            format!("T{at:03}: worse {:.6}/{size}\n", average * size)
        })
        .collect::<Vec<String>>()
        .join("\n");
    let said = said(
        &analysed(ask("funnel", "organisation"), &table)
            .unwrap()
            .result
            .unwrap(),
    );
    for at in 0..sizes.len() {
        let of = |name: &str| said[&format!("T{at:03} / {name}")].parse::<f64>().unwrap();
        assert_eq!(said[&format!("T{at:03} / Place")], "within the limits");
        assert!(of("Lower 95% limit") < average && average < of("Upper 99.8% limit"));
    }
    for (theirs, ours) in [
        ("lower_2s_limit", "Lower 95% limit"),
        ("upper_2s_limit", "Upper 95% limit"),
        ("lower_3s_limit", "Lower 99.8% limit"),
        ("upper_3s_limit", "Upper 99.8% limit"),
    ] {
        for at in [20, 50, 99] {
            let size = sizes[at].as_f64().unwrap();
            let rest = 1e9 - size;
            let table = format!(
                "T: worse {:.6}/{size}\nU: worse {:.6}/{rest}",
                average * size,
                average * rest
            );
            let found = analysed(ask("funnel", "organisation"), &table).unwrap();
            let found = analysed::said(&found.result.unwrap());
            let limit = found[&format!("T / {ours}")].parse::<f64>().unwrap();
            let wanted = case["expect"][theirs][at].as_f64().unwrap() / 100.0;
            assert!(
                (limit - wanted).abs() < 1e-8,
                "{theirs} at {size}: {limit}, not {wanted}"
            );
        }
    }
}

#[test]
fn widened_limits_hold_more() {
    let table = (0..12)
        .map(|at| format!("T{at:02}: worse {}/1000\n", 100 + at * 20))
        .collect::<Vec<String>>()
        .join("\n");
    // z² of twelve shares 0.10, 0.12, …, 0.32 about 0.21, the outer tenth pulled in to 0.122 and 0.298.
    let variance = 0.21 * 0.79 / 1000.0;
    let squares = 2.0
        * (2.0 * 0.088f64.powi(2)
            + 0.07f64.powi(2)
            + 0.05f64.powi(2)
            + 0.03f64.powi(2)
            + 0.01f64.powi(2));
    let phi = squares / variance / 12.0;
    let name = "Scatter of organisations as a multiple of chance (φ), outer tenths pulled in";
    let upper = 0.21 + 1.959_963_984_540_054 * (phi * variance).sqrt();
    check(
        ask("funnel-widened", "organisation"),
        &table,
        &[
            (name, &phi.to_string()),
            ("T11 / Upper 95% limit", &upper.to_string()),
            ("Organisations outside the 95% limits", "0"),
        ],
    );
    let plain = 2.0
        * [0.11f64, 0.09, 0.07, 0.05, 0.03, 0.01]
            .map(|gap| gap.powi(2))
            .iter()
            .sum::<f64>();
    let plain = (plain / variance / 12.0).to_string();
    let name = "Scatter of organisations as a multiple of chance (φ)";
    check(ask("funnel", "organisation"), &table, &[(name, &plain)]);
    limits_and_words_agree(ask("funnel-widened", "organisation"), &table);
}

#[test]
fn funnels_say_what_they_need() {
    let values = Ask {
        of: "mean",
        ..ask("funnel", "organisation")
    };
    let one = "A: worse 1/10, better 2/10";
    for (ask, table, refused) in [
        (
            values,
            "A: worse 3+4\nB: better 5+6",
            "the number of events and of people",
        ),
        (
            ask("funnel", "organisation"),
            one,
            "counts for two organisations",
        ),
        (
            ask("funnel-widened", "organisation"),
            "A: worse 1/10\nB: worse 2/10",
            "10 organisations",
        ),
        (ask("place-quantiles", "organisation"), one, "it has 1"),
        (
            ask("gaps-by-place", "organisation"),
            "A: worse 1/10\nB: better 2/10",
            "people of both sides",
        ),
    ] {
        check(ask, table, &[("all", refused)]);
    }
    check(
        ask("funnel", "organisation"),
        "A: worse 1/10, better */10\nB: worse 2/10\nC: worse 30/100, unknown 2/10",
        &[
            ("A / Value", "the count is hidden"),
            ("C / People", "110"),
            ("Average of all organisations", &(34.0 / 120.0).to_string()),
        ],
    );
}

#[test]
fn fifths_are_those_of_the_reference() {
    let case = case("phe_quantile", "quintiles");
    let scores = numbers(&case, "score");
    let table = scores
        .iter()
        .enumerate()
        .map(|(at, score)| format!("T{at:02}: worse {}/100\n", score.unwrap()))
        .collect::<Vec<String>>()
        .join("\n");
    let said = said(
        &analysed(ask("place-quantiles", "organisation"), &table)
            .unwrap()
            .result
            .unwrap(),
    );
    for (at, fifth) in case["expect"]["quantile"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        let fifth = FIFTHS[usize::try_from(fifth.as_u64().unwrap()).unwrap() - 1];
        assert_eq!(said[&format!("T{at:02} / Fifth")], fifth);
    }
}

#[test]
fn parts_add_up_to_the_theil_index() {
    let table = "
        A: worse 10/100, middle 30/100, better 20/200
        B: worse 40/100, better 20/100
        C: worse 5/50, middle 9/30, better 8/40";
    let values = vec![0.1, 0.4, 0.1, 0.3, 0.3, 0.1, 0.2, 0.2];
    let people = vec![100.0, 100.0, 50.0, 100.0, 30.0, 200.0, 100.0, 40.0];
    let whole = theil_index::value(&Sample::new(values, people, None).unwrap()).unwrap();
    check(
        ask("between-and-within", "organisation"),
        table,
        &[
            ("Both / Theil index", &whole.to_string()),
            ("Both / Share of the whole", "1"),
        ],
    );
    check(
        ask("between-and-within", "organisation"),
        "A: worse 1/10, better 3/10\nB: worse 2/10, better 6/30",
        &[(
            "Share of the unevenness that lies between organisations",
            "0",
        )],
    );
    check(
        ask("between-and-within", "organisation"),
        "A: worse 1/10, better 1/10\nB: worse 1/10",
        &[("Both / Share of the whole", "same value")],
    );
}

#[test]
fn gaps_are_sorted_against_the_disadvantaged() {
    let table = "
        A: worse 20/100, better 10/100
        B: worse 10/100, better 40/100
        C: worse 1/10
        D: worse 60/100, better 10/100";
    let better = Polarity::MoreIsBetter;
    for (polarity, order) in [
        (Polarity::MoreIsWorse, ["D", "A", "B", "C"]),
        (better, ["B", "A", "D", "C"]),
        (Polarity::Neutral, ["D", "B", "A", "C"]),
    ] {
        let ask = Ask {
            polarity,
            ..ask("gaps-by-place", "organisation")
        };
        let found = analysed(ask, table).unwrap().result.unwrap();
        let labels: Vec<String> = found.tables[0]
            .rows
            .iter()
            .map(|row| words::row(&row.name))
            .collect();
        assert_eq!(labels, order);
    }
    check(
        ask("gaps-by-place", "organisation"),
        table,
        &[
            ("Difference in the middle organisation", "0.1"),
            ("A / Difference", "0.1"),
            ("A / Ratio", "2"),
            ("A / Chance", "more than chance"),
            ("D / Chance", "more than chance"),
            ("C / Difference", "nobody is counted here"),
            ("Organisations compared", "3"),
        ],
    );
}

/// More than ten comparisons are judged together, ten each alone.
#[test]
fn many_comparisons_are_allowed_for() {
    let line = |at: usize| format!("T{at:02}: worse {}/200, better 20/200", 20 + at * 2);
    let p: Vec<Option<f64>> = (0..12)
        .map(|at| {
            let of = |events: f64| Counts {
                events,
                people: 200.0,
            };
            let tested = difference_test::pooled(of(20.0 + f64::from(at) * 2.0), of(20.0));
            Some(tested.unwrap().1)
        })
        .collect();
    let corrected = adjusted(&p, Correction::BenjaminiHochberg).unwrap();
    let name = "Organisations where the difference is more than chance";
    for (many, p) in [(12, &corrected), (10, &p)] {
        let table = (0..many).map(line).collect::<Vec<String>>().join("\n");
        let beyond = p[..many].iter().flatten().filter(|p| **p <= 0.05).count();
        check(
            ask("gaps-by-place", "organisation"),
            &table,
            &[(name, &beyond.to_string())],
        );
    }
    assert_ne!(
        p.iter().flatten().filter(|p| **p <= 0.05).count(),
        corrected.iter().flatten().filter(|p| **p <= 0.05).count()
    );
}
