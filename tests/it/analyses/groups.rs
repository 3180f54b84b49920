//! Analyses of groups alone, and of the concentration index in parts, against figures worked out by hand.

use crate::analyses::analysed::{Ask, analysed, ask, check, said};
use equal_measure::core::analysis::concentration_curve;
use equal_measure::core::analysis::{ANALYSES, Needs};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::units::Polarity;

const GROUPS: &str = "all: worse 40/100, middle 60/200, better 20/100, unknown 6/20";

#[test]
fn curves_pass_through_the_groups() {
    check(
        ask("concentration-curve", "other"),
        GROUPS,
        &[
            ("Nobody / Share of people up to here", "0"),
            ("worse / Share of people up to here", "0.25"),
            (
                "worse / Share of the outcome up to here",
                &(40.0 / 120.0).to_string(),
            ),
            (
                "middle / Share of the outcome up to here",
                &(100.0 / 120.0).to_string(),
            ),
            ("better / Share of the outcome up to here", "1"),
            (
                "Share of the outcome among the most disadvantaged fifth of people",
                &(32.0 / 120.0).to_string(),
            ),
        ],
    );
    check(
        ask("lorenz-curve", "other"),
        GROUPS,
        &[
            (
                "better / Share of the outcome up to here",
                &(20.0 / 120.0).to_string(),
            ),
            ("worse / Share of people up to here", "1"),
            (
                "Share of the outcome among the half of people in the groups with the lowest values",
                &(50.0 / 120.0).to_string(),
            ),
        ],
    );
    let unordered = Ask {
        ordered: false,
        ..ask("concentration-curve", "other")
    };
    check(unordered, GROUPS, &[("all", "groups in order")]);
    check(
        ask("lorenz-curve", "other"),
        "all: worse 0/100, better 0/100",
        &[("all", "above 0")],
    );
}

#[test]
fn contributions_add_up() {
    check(
        ask("contribution", "other"),
        GROUPS,
        &[
            ("Distance of the average from the better-off", "0.1"),
            ("worse / Adds", "0.05"),
            ("middle / Adds", "0.05"),
            ("better / Adds", "0"),
            ("middle / Share of people", "0.5"),
        ],
    );
}

#[test]
fn unknown_people_move_the_gap() {
    check(
        ask("unknown-groups", "other"),
        GROUPS,
        &[
            ("Difference, known groups only", "0.2"),
            (
                "All unknown in the worse-off / Difference",
                &(46.0 / 120.0 - 0.2).to_string(),
            ),
            (
                "All unknown in the better-off / Difference",
                &(0.4 - 26.0 / 120.0).to_string(),
            ),
            (
                "Least possible against the disadvantaged",
                &(40.0 / 114.0 - 26.0 / 106.0).to_string(),
            ),
            (
                "Most possible against the disadvantaged",
                &(46.0 / 106.0 - 20.0 / 114.0).to_string(),
            ),
            (
                "Unknown shared out as the known are / Difference",
                &(42.0 / (102.0 + 14.0 * 60.0 / 280.0) - 21.0 / (101.0 + 14.0 * 80.0 / 280.0))
                    .to_string(),
            ),
            ("People whose group is unknown", "20"),
        ],
    );
    let share = "Share of people of unknown group who would have to be in the worse-off for the gap to vanish";
    check(
        ask("unknown-groups", "other"),
        GROUPS,
        &[(share, "no share of them")],
    );
    // 12/100 against 10/100: with 10 of 50 unknown, (12+10t)(150−50t) = (20−10t)(100+50t) at t = 2/9.
    check(
        ask("unknown-groups", "other"),
        "all: worse 12/100, better 10/100, unknown 10/50",
        &[(share, &(2.0 / 9.0).to_string())],
    );
    for table in [
        "all: worse 1/10, better 2/10",
        "all: worse 1/10, better 2/10, unknown */10",
    ] {
        check(
            ask("unknown-groups", "other"),
            table,
            &[("all", "people whose group is unknown")],
        );
    }
}

#[test]
fn each_group_is_set_against_one() {
    check(
        ask("many-comparisons", "other"),
        GROUPS,
        &[
            ("worse / Difference", "0.2"),
            ("middle / Ratio", "1.5"),
            ("worse / Chance", "more than chance"),
            ("middle / Chance", "cannot be told from chance"),
            ("Groups compared", "2"),
        ],
    );
    let unordered = Ask {
        ordered: false,
        of: "mean",
        ..ask("many-comparisons", "other")
    };
    check(
        unordered,
        "all: worse 10+20+30, middle 1+2+3, better 1+2+3",
        &[
            ("worse / Difference", "18"),
            ("middle / Chance", "cannot be told"),
        ],
    );
}

#[test]
fn waits_differ_at_every_threshold() {
    let waits = Ask {
        of: "median",
        ..ask("waits-by-threshold", "other")
    };
    check(
        waits,
        "all: worse 1+3+3+5, better 1+1+2+4",
        &[
            ("0 / Difference", "0"),
            ("1 / Difference", "0.25"),
            ("2 / Difference", "0.5"),
            ("3 / Difference", "0"),
            ("4 / Difference", "0.25"),
            ("5 / Difference", "0"),
            ("2 / The worse-off", "0.75"),
            ("Largest difference in the share above any threshold", "0.5"),
            ("Threshold of the largest difference", "2"),
        ],
    );
    check(
        ask("waits-by-threshold", "other"),
        GROUPS,
        &[("all", "the wait, or other number, of each person")],
    );
}

/// Old people have the outcome 0.2 more in every group; beside that the groups differ by 0.05 each.
#[test]
fn the_concentration_index_falls_into_parts() {
    let table = "
        young: worse 20/200, middle 30/200, better 10/50
        old: worse 60/200, middle 70/200, better 60/150";
    let ask = Ask {
        polarity: Polarity::MoreIsBetter,
        ..ask("concentration-parts", "other")
    };
    let found = said(&analysed(ask, table).unwrap().result.unwrap());
    let at = |name: &str| found[name].parse::<f64>().unwrap();
    let (values, sizes) = (vec![0.2, 0.25, 0.35], vec![400.0, 400.0, 200.0]);
    let groups = Sample::new(values, sizes.clone(), None).unwrap();
    let curve = concentration_curve::points(&groups).unwrap();
    let area: f64 = curve
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0) * f64::midpoint(pair[0].1, pair[1].1))
        .sum();
    assert!((at("Concentration index") - (1.0 - 2.0 * area)).abs() < 1e-12);
    assert!((at("young / Difference from the first") + 0.2).abs() < 1e-12);
    let parts =
        at("Part of the concentration index that goes with second") + at("Part that is left");
    assert!((parts - at("Concentration index")).abs() < 1e-12);
    // Levels of 0.1, 0.15 and 0.2 are left, over the same average.
    let left = Sample::new(vec![0.1, 0.15, 0.2], sizes, None).unwrap();
    let curve = concentration_curve::points(&left).unwrap();
    let area: f64 = curve
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0) * f64::midpoint(pair[0].1, pair[1].1))
        .sum();
    let expected = (1.0 - 2.0 * area) * left.mean() / groups.mean();
    assert!((at("Part that is left") - expected).abs() < 1e-12);
    let turned = Ask {
        polarity: Polarity::MoreIsWorse,
        ..ask
    };
    let index = (-at("Concentration index")).to_string();
    check(turned, table, &[("Concentration index", &index)]);
    check(ask, GROUPS, &[("all", "two parts or more of second")]);
    let unordered = Ask {
        ordered: false,
        ..ask
    };
    check(unordered, table, &[("all", "groups in order")]);
}

/// The text of every analysis says what a card must say.
#[test]
fn every_analysis_has_its_method_text() {
    for analysis in ANALYSES
        .iter()
        .filter(|analysis| analysis.needs != Needs::Ages)
    {
        let method_text = analysis.card.method_text();
        for heading in [
            "# Formula",
            "# How to read it",
            "# When it applies",
            "# Limits",
            "# Sources",
        ] {
            assert!(
                method_text.contains(heading),
                "{}: {heading}",
                analysis.card.id
            );
        }
    }
}
