//! The figures in DIFFERENCES.md: each is computed here and must stand in the page as printed.

use std::fs;
use std::path::Path;

use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::Counts;
use equal_measure::core::measure::all_groups::{
    attributable_risk, deviation::Weights, disparity, mean_log_deviation, theil_index,
};
use equal_measure::core::measure::ordered::{relative_index, slope_index};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::standard_error::wald;
use equal_measure::core::measure::two_groups::ratio;
use equal_measure::core::number::normal;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};

#[path = "../gold/oracles/walter_error.rs"]
mod walter_error;

use walter_error::walter_error;

const LEVEL: Level = Level::P95;

const DECILES: ([f64; 10], [f64; 10]) = (
    [
        21.3733, 26.6025, 29.2561, 31.2638, 37.4388, 36.3603, 43.5784, 39.3489, 47.4883, 50.0337,
    ],
    [
        1886.0, 7525.0, 5863.0, 4208.0, 2891.0, 4788.0, 2572.0, 3393.0, 3198.0, 1818.0,
    ],
);

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("DIFFERENCES.md");
    fs::read_to_string(path).unwrap()
}

/// The figure, printed with these decimals, stands in the page's row.
fn check(row: &str, figure: f64, decimals: usize) {
    let page = page();
    let line = page
        .lines()
        .find(|line| line.starts_with(&format!("| {row} |")))
        .unwrap_or_else(|| panic!("DIFFERENCES.md has no row {row}"));
    let shown = format!("{figure:.decimals$}");
    assert!(line.contains(&shown), "row {row} lacks {shown}: {line}");
}

fn check_limits(row: &str, estimate: &Estimate, factor: f64, decimals: usize) {
    let limits = estimate.interval().clone().unwrap();
    check(row, factor * limits.lower(), decimals);
    check(row, factor * limits.upper(), decimals);
}

fn sample(values: &[f64], people: &[f64], errors: Option<&[f64]>) -> Sample {
    let errors = errors.map(<[f64]>::to_vec);
    Sample::new(values.to_vec(), people.to_vec(), errors).unwrap()
}

#[test]
fn logit_slopes_weigh_by_people() {
    let shares: Vec<f64> = DECILES.0.iter().map(|percent| percent / 100.0).collect();
    let deciles = sample(&shares, &DECILES.1, None);
    let slope = slope_index::logit::of(&deciles, LEVEL).unwrap();
    check("H1", 100.0 * slope.value(), 4);
    let relative = relative_index::logit::of(&deciles, LEVEL).unwrap();
    check("H1", relative.value(), 4);
}

#[test]
fn standard_errors_are_in_the_unit_of_the_figure() {
    let values = [
        22.848, 26.0663, 27.7642, 30.9408, 32.5874, 36.854, 39.7251, 44.4248, 49.5692, 48.5834,
    ];
    let people = [
        2504.0, 8373.0, 5210.0, 2431.0, 4002.0, 3114.0, 2930.0, 4186.0, 5122.0, 1599.0,
    ];
    let deciles = sample(&values, &people, None);
    let slope = slope_index::robust::of(&deciles, LEVEL).unwrap();
    check("H2", slope.value(), 4);
    check_limits("H2", &slope, 1.0, 4);
    let limits = slope.interval().clone().unwrap();
    let error = (limits.upper() - limits.lower()) / (2.0 * normal::z(LEVEL));
    check("H2", error, 4);

    let three = sample(
        &[35.929, 25.48, 30.441],
        &[270.0, 640.0, 407.0],
        Some(&[0.5897, 1.3699, 1.9522]),
    );
    let theil = theil_index::of(&three, LEVEL).unwrap();
    check("H3 Theil", 1000.0 * theil.value(), 4);
    check_limits("H3 Theil", &theil, 1000.0, 4);
    let deviation = mean_log_deviation::of(&three, LEVEL).unwrap();
    check("H3 mean log deviation", 1000.0 * deviation.value(), 4);
    check_limits("H3 mean log deviation", &deviation, 1000.0, 4);

    let values = [21.3179, 29.4073, 36.1155, 42.5896, 48.5705].map(|percent| percent / 100.0);
    let people = [1001.0, 7892.0, 2121.0, 7119.0, 6353.0];
    let fifths = sample(&values, &people, None);
    let error = walter_error(&fifths, 4);
    let risk = attributable_risk::of(&fifths, 4, Polarity::MoreIsBetter, LEVEL).unwrap();
    let fraction = wald(risk.value() / fifths.mean(), error, LEVEL, "Walter").unwrap();
    check("H4", 100.0 * fraction.value(), 4);
    check_limits("H4", &fraction, 100.0, 4);
}

#[test]
fn the_average_moves_with_the_groups() {
    let three = sample(
        &[40.049, 25.303, 34.708],
        &[1068.0, 4642.0, 1522.0],
        Some(&[2.6466, 0.5494, 1.6261]),
    );
    let index = disparity::of(&three, None, Weights::People, LEVEL).unwrap();
    check("H5", 100.0 * index.value(), 4);
    check_limits("H5", &index, 100.0, 4);
}

#[test]
fn a_group_of_nothing_is_refused_or_kept_as_it_is() {
    let values = [31.354, 0.0, 36.915, 34.616, 25.303, 35.45];
    let people = [711.0, 467.0, 400.0, 1940.0, 538.0, 12395.0];
    let groups = sample(&values, &people, None);
    assert!(matches!(
        mean_log_deviation::value(&groups),
        Err(Refusal::OutOfRange { .. })
    ));
    check("Z", 1000.0 * theil_index::value(&groups).unwrap(), 5);
}

#[test]
fn a_missing_estimate_needs_no_column_that_is_not_there() {
    // The case that the package fails on; its missing group is left out, the others stay.
    let values = [
        27.041, 28.961, 32.551, 33.323, 27.68, 41.654, 34.365, 21.483, 42.027, 30.593, 46.876,
        31.2, 13.202, 30.669, 26.093,
    ];
    let people = [
        2529.0, 771.0, 113.0, 4386.0, 309.0, 351.0, 7000.0, 663.0, 6197.0, 298.0, 1614.0, 1482.0,
        4186.0, 1592.0, 658.0,
    ];
    let theil = theil_index::value(&sample(&values, &people, None)).unwrap();
    check("H7", 1000.0 * theil, 4);
}

#[test]
fn a_ratio_without_standard_errors_is_still_a_ratio() {
    let side = |value| (value, Err(Refusal::NoStandardError));
    let times = ratio::of_values(side(49.9259), side(23.7075), LEVEL).unwrap();
    check("H8", times.value(), 4);
    assert_eq!(times.interval(), &Err(Refusal::NoStandardError));
}

#[test]
fn places_in_the_order_are_numbers() {
    let values = [70.0, 71.0, 72.0, 73.0, 74.0, 75.0, 76.0, 77.0, 78.0, 79.0];
    let tenths = sample(&values, &[1.0; 10], None);
    check("P2", slope_index::of(&tenths, LEVEL).unwrap().value(), 4);
    // As text 10 comes after 1.
    let mut sorted = values;
    sorted[1..].rotate_right(1);
    let as_text = sample(&sorted, &[1.0; 10], None);
    check("P2", slope_index::of(&as_text, LEVEL).unwrap().value(), 4);
}

#[test]
fn limits_keep_their_order() {
    let fifths = sample(&[8.0, 7.0, 6.0, 5.0, 4.0], &[1.0; 5], Some(&[0.4; 5]));
    let relative = relative_index::log::of(&fifths, LEVEL).unwrap();
    check("P3", relative.value(), 4);
    check_limits("P3", &relative, 1.0, 4);
}

#[test]
fn no_events_are_a_refusal() {
    let none = Counts {
        events: 0.0,
        people: 40.0,
    };
    let some = Counts {
        events: 4.0,
        people: 40.0,
    };
    assert!(matches!(
        ratio::of_shares(some, none, LEVEL),
        Err(Refusal::Zero { .. })
    ));
}
