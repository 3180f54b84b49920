//! Analyses over time, against figures worked out by hand.

use crate::analyses::analysed::{Ask, analysed, ask, check, said};
use equal_measure::core::group::Counts;
use equal_measure::core::measure::time::gap_change;
use equal_measure::core::measure::two_groups::ratio;
use equal_measure::core::units::{Level, Polarity};

const HALVED: &str = "
    2021: worse 200/1000, middle 150/1000, better 100/1000
    2022: worse 150/1000, better 80/1000
    2023: worse 120/1000, middle 90/1000, better 50/1000";

#[test]
fn the_gap_moves() {
    check(
        ask("gap-over-time", "period"),
        HALVED,
        &[
            ("Change of the difference, first period to last", "-0.03"),
            ("Change of the ratio, first period to last", "1.2"),
            ("2022 / The worse-off", "0.15"),
            ("2022 / The better-off", "0.08"),
            ("2022 / Difference", "0.07"),
            ("2023 / Ratio", "2.4"),
        ],
    );
    // Equal weights where the standard errors are alike: the slope through 0.2, 0.1 and 0 is −0.1.
    check(
        ask("gap-over-time", "period"),
        "2021: worse 600/1000, better 400/1000
         2022: worse 550/1000, better 450/1000
         2023: worse 500/1000, better 500/1000",
        &[
            ("Change of the difference, first period to last", "-0.2"),
            ("2023 / Difference", "0"),
        ],
    );
}

#[test]
fn gaps_in_the_series_are_rows_without_figures() {
    check(
        ask("gap-over-time", "period"),
        "2020: better 1/10
         2021: worse 2/10, better 1/10
         2022: worse 3/10
         2023: worse */10, better 1/10
         2024: worse 1/10, better 1/10",
        &[
            ("Change of the difference, first period to last", "-0.1"),
            ("Change of the difference a year", "three periods or more"),
            ("2020 / Difference", "nobody is counted here"),
            ("2023 / The worse-off", "nobody is counted here"),
            ("2022 / The worse-off", "0.3"),
        ],
    );
    for (table, refused) in [
        ("2021: worse 2/10, better 1/10", "it has 1 such period"),
        (
            "2021: worse 2/10\n2022: better 2/10",
            "it has 0 such periods",
        ),
    ] {
        check(ask("gap-over-time", "period"), table, &[("all", refused)]);
    }
}

/// Both directions of the warning: the signs of the two changes differ exactly when the gaps disagree.
#[test]
fn absolute_and_relative_changes_can_be_told_apart() {
    for (first, last, disagree) in [
        ((200, 100), (100, 40), true),
        ((100, 200), (40, 100), true),
        ((200, 100), (150, 100), false),
        ((100, 200), (100, 300), false),
        ((200, 100), (100, 200), false),
    ] {
        let line = |year, (a, b)| format!("{year}: worse {a}/1000, better {b}/1000\n");
        let table = line(2021, first) + &line(2023, last);
        let analysed = analysed(ask("gap-over-time", "period"), &table).unwrap();
        let results = analysed.result.unwrap();
        let value = |place: usize| results.figures[place].result.as_ref().unwrap().value();
        let against = value(0) * value(1).ln() < 0.0;
        assert_eq!(against, disagree, "{first:?} {last:?}");
    }
}

#[test]
fn one_period_alone_is_not_shown_over_time() {
    let table = "2021: worse 200/1000, better 100/1000\n2022: worse 150/1000, better 100/1000";
    for (table, shown) in [(table, true), (table.lines().next().unwrap(), false)] {
        let analysed = analysed(ask("gap-over-time", "period"), table).unwrap();
        assert_eq!((analysed.analysis.unasked)(&analysed.inputs), shown);
    }
}

#[test]
fn a_steady_pace_is_found_whatever_is_missing() {
    check(
        ask("gap-over-time", "period"),
        "2016: worse 50000000/100000000, better 50000000/100000000
         2018: worse 51000000/100000000, better 49000000/100000000
         2023: worse 53500000/100000000, better 46500000/100000000",
        &[("Change of the difference a year", "0.01")],
    );
}

#[test]
fn recovery_is_that_of_the_counts() {
    let table = "
        2019: worse 1000/5000, middle 300/2000, better 900/6000
        2020: worse 500/5000, better 600/6000
        2021: worse 900/5000, middle 330/2000, better 990/6000";
    let rates = Ask {
        of: "rate",
        ..ask("recovery", "period")
    };
    check(
        rates,
        table,
        &[
            ("The worse-off: last period against the first", "0.9"),
            ("The better-off: last period against the first", "1.1"),
            ("2020 / One over the other", "0.75"),
            ("middle / Against the first period", "1.1"),
        ],
    );
    let of = |events, people| Counts { events, people };
    let since = |first, last| ratio::of_rates(last, first, Level::P95).unwrap();
    let worse = since(of(1000.0, 5000.0), of(900.0, 5000.0));
    let better = since(of(900.0, 6000.0), of(990.0, 6000.0));
    let behind = gap_change::of_ratios(&better, &worse, Level::P95).unwrap();
    let limits = behind.interval().clone().unwrap();
    let name = "Ratio of the two sides' values against the first period";
    check(
        rates,
        table,
        &[
            (name, &behind.value().to_string()),
            (&format!("{name} from"), &limits.lower().to_string()),
            (&format!("{name} to"), &limits.upper().to_string()),
        ],
    );
    check(
        ask("recovery", "period"),
        "2019: worse 1/10, better 1/10\n2020: worse 1/10",
        &[("all", "a first period and a later one")],
    );
}

/// Twelve months of 50% and 60% in turn, then 99%: the moving ranges are eleven times 10 points, then 39.
#[test]
fn a_month_outside_the_limits_stands_out() {
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let table = months
        .iter()
        .enumerate()
        .map(|(place, month)| {
            let worse = 50 + place % 2 * 10;
            format!("{month} 2023: worse {worse}/100, better 10/100")
        })
        .chain(["Jan 2024: worse 99/100, better 10/100".to_owned()])
        .collect::<Vec<String>>()
        .join("\n");
    let mean = (12.0 * 0.55 + 0.99) / 13.0;
    let reach = 2.66 * (11.0 * 0.1 + 0.39) / 12.0;
    check(
        ask("control-chart", "period"),
        &table,
        &[
            ("The worse-off: average of the periods", &mean.to_string()),
            ("Jan 2024 / Lower limit", &(mean - reach).to_string()),
            ("Jan 2024 / Upper limit", &(mean + reach).to_string()),
            ("Jan 2024 / Signal", "above the upper limit"),
            ("Feb 2023 / Signal", "usual variation"),
            ("Difference: periods that stand out", "1"),
            (
                "Difference: average of the periods",
                &(mean - 0.1).to_string(),
            ),
        ],
    );
}

/// No moving range reaches across a month that the file leaves out: the jump does not widen the limits.
#[test]
fn missing_months_end_runs() {
    let months = ["Jan", "Feb", "Mar", "Apr", "Aug", "Sep", "Oct"];
    let table = months
        .iter()
        .enumerate()
        .map(|(place, month)| {
            let worse = if place < 4 { 30 + place } else { 80 + place };
            format!("{month} 2023: worse {worse}/100, better 10/100")
        })
        .collect::<Vec<String>>()
        .join("\n");
    let mean = (30.0 + 31.0 + 32.0 + 33.0 + 84.0 + 85.0 + 86.0) / 700.0;
    check(
        ask("control-chart", "period"),
        &table,
        &[("Jan 2023 / Upper limit", &(mean + 2.66 * 0.01).to_string())],
    );
    check(
        ask("control-chart", "period"),
        "2021: worse 1/10, better 1/10\n2022: worse 1/10, better 1/10",
        &[("all", "it has 2 periods with a figure")],
    );
}

#[test]
fn days_between_two_uptakes() {
    let uptake = Ask {
        polarity: Polarity::MoreIsBetter,
        ..ask("days-to-reach", "period")
    };
    let table = "
        10 January 2021: worse 10/100, better 20/100
        17 January 2021: worse 30/100, better 55/100
        24 January 2021: worse 45/100, better 75/100
        31 January 2021: worse 60/100, better 78/100
        7 February 2021: worse 75/100, better 79/100";
    check(
        uptake,
        table,
        &[
            (
                "Days until the worse-off reached 50%, after the better-off had",
                "14",
            ),
            ("70% / Days between", "14"),
            ("50% / The worse-off", "31 January 2021"),
            ("80% / The better-off", "not reached"),
            ("80% / Days between", "did not reach the share"),
        ],
    );
    check(
        uptake,
        "2020: worse 60/100, better 20/100\n2021: worse 70/100, better 90/100",
        &[("50% / Days between", "by the first period")],
    );
    check(
        ask("days-to-reach", "period"),
        table,
        &[("all", "meant to grow")],
    );
}

/// The order of lines and the number of people (for shares, every count tenfold) move no value.
#[test]
fn order_and_scale_do_not_matter() {
    for analysis in ["gap-over-time", "recovery", "control-chart"] {
        let backwards = HALVED
            .lines()
            .rev()
            .map(str::to_owned)
            .collect::<Vec<String>>()
            .join("\n");
        let scaled = HALVED
            .replace("00/", "000/")
            .replace("50/", "500/")
            .replace("/1000", "/10000");
        let scaled = scaled
            .replace(" 80/", " 800/")
            .replace(" 90/", " 900/")
            .replace(" 120/", " 1200/");
        let found = |table: &str| {
            let found = analysed(ask(analysis, "period"), table).unwrap();
            let mut said = said(&found.result.unwrap());
            said.retain(|place, _| !place.ends_with(" from") && !place.ends_with(" to"));
            said.remove("Change of the difference a year");
            said
        };
        assert_eq!(found(HALVED), found(&backwards), "{analysis}");
        for ((place, one), (_, other)) in found(HALVED).iter().zip(&found(&scaled)) {
            match (one.parse::<f64>(), other.parse::<f64>()) {
                (Ok(one), Ok(other)) => assert!((one - other).abs() < 1e-9, "{analysis} {place}"),
                _ => assert_eq!(one, other, "{analysis} {place}"),
            }
        }
    }
}
