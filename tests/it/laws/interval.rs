//! Laws of intervals: they hold their estimate, narrow with more people, widen with the level, mirror and scale.

use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::histogram::Histogram;
use equal_measure::core::interval::{
    clopper_pearson, count, exact_poisson, mean, percentile, rate, wilson,
};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};

fn config() -> Config {
    Config {
        cases: 256,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_251_122),
        ..Config::default()
    }
}

type Share = fn(f64, f64, Level) -> Result<Estimate, Refusal>;
type Count = fn(f64, Level) -> Result<Estimate, Refusal>;

const SHARES: [Share; 2] = [wilson, clopper_pearson];
const COUNTS: [Count; 2] = [exact_poisson, count];

fn limits(estimate: &Result<Estimate, Refusal>) -> Interval {
    estimate.as_ref().unwrap().interval().clone().unwrap()
}

fn width(interval: Interval) -> f64 {
    interval.upper() - interval.lower()
}

fn waits(values: &[u32]) -> Histogram {
    let mut histogram = Histogram::default();
    for value in values {
        histogram.add_whole(*value, 1);
    }
    histogram
}

/// People, and how many of them have the outcome.
fn share() -> impl Strategy<Value = (f64, f64)> {
    (1u32..100_000)
        .prop_flat_map(|people| (0..=people, Just(people)))
        .prop_map(|(x, n)| (f64::from(x), f64::from(n)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_share_lies_in_its_interval_within_nothing_and_all((events, people) in share()) {
        for interval in SHARES {
            let estimate = interval(events, people, Level::P95);
            let limits = limits(&estimate);
            prop_assert!(limits.contains(estimate.unwrap().value()));
            prop_assert!(limits.lower() >= 0.0 && limits.upper() <= 1.0);
            prop_assert_eq!(limits.lower() > 0.0, events > 0.0);
            prop_assert_eq!(limits.upper() < 1.0, events < people);
        }
    }

    #[test]
    fn a_higher_level_gives_a_wider_interval_of_a_share((events, people) in share()) {
        for interval in SHARES {
            let near = limits(&interval(events, people, Level::P95));
            let far = limits(&interval(events, people, Level::P998));
            prop_assert!(far.lower() <= near.lower() && near.upper() <= far.upper());
            prop_assert!(width(far) > width(near));
        }
    }

    #[test]
    fn the_same_share_of_more_people_has_a_narrower_interval((events, people) in share(), times in 2u32..20) {
        for interval in SHARES {
            let few = limits(&interval(events, people, Level::P95));
            let times = f64::from(times);
            let many = limits(&interval(events * times, people * times, Level::P95));
            prop_assert!(width(many) < width(few));
        }
    }

    #[test]
    fn those_without_mirror_those_with((events, people) in share()) {
        for interval in SHARES {
            let with = limits(&interval(events, people, Level::P95));
            let without = limits(&interval(people - events, people, Level::P95));
            prop_assert!((with.lower() + without.upper() - 1.0).abs() < 1e-11);
            prop_assert!((with.upper() + without.lower() - 1.0).abs() < 1e-11);
        }
    }

    #[test]
    fn more_events_move_both_limits_up((events, people) in share()) {
        prop_assume!(events < people);
        for interval in SHARES {
            let less = limits(&interval(events, people, Level::P95));
            let more = limits(&interval(events + 1.0, people, Level::P95));
            prop_assert!(less.lower() < more.lower() && less.upper() < more.upper());
        }
    }

    #[test]
    fn a_count_lies_in_its_interval_which_widens_with_the_level(events in 0.0..1e6f64) {
        for interval in COUNTS {
            let near = limits(&interval(events, Level::P95));
            let far = limits(&interval(events, Level::P998));
            prop_assert!(near.contains(events) && near.lower() >= 0.0);
            prop_assert!(far.lower() <= near.lower() && near.upper() < far.upper());
        }
    }

    #[test]
    fn the_two_methods_of_a_count_nearly_agree_from_ten_events_on(events in 10.0..1e5f64) {
        let exact = limits(&exact_poisson(events, Level::P95));
        let quick = limits(&count(events, Level::P95));
        prop_assert!((quick.lower() / exact.lower() - 1.0).abs() < 5e-3);
        prop_assert!((quick.upper() / exact.upper() - 1.0).abs() < 5e-3);
    }

    #[test]
    fn a_rate_is_its_count_over_people(events in 0.0..1e4f64, people in 1.0..1e7f64) {
        let of_count = limits(&count(events, Level::P95));
        let of_rate = limits(&rate(events, people, Level::P95));
        prop_assert!((of_rate.upper() * people / of_count.upper() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn middles_lie_in_their_intervals(values in prop::collection::vec(1u32..500, 6..200)) {
        let waits = waits(&values);
        let level = Level::P95;
        for estimate in [
            mean::of_histogram(&waits, level),
            percentile::median(&waits, level),
        ] {
            let limits = limits(&estimate);
            prop_assert!(limits.contains(estimate.unwrap().value()));
        }
    }

    #[test]
    fn a_mean_is_the_same_from_values_and_from_their_histogram(values in prop::collection::vec(0u32..9000, 2..80)) {
        let plain: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
        let one = mean::of_values(&plain, Level::P95);
        let other = mean::of_histogram(&waits(&values), Level::P95);
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + a.abs());
        prop_assert!(near(one.as_ref().unwrap().value(), other.as_ref().unwrap().value()));
        prop_assert!(near(limits(&one).lower(), limits(&other).lower()));
    }

    #[test]
    fn impossible_counts_are_refused(events in -1e3..1e3f64, people in -10.0..1e3f64) {
        let possible = people > 0.0 && events >= 0.0 && events <= people;
        for interval in SHARES {
            prop_assert_eq!(interval(events, people, Level::P95).is_ok(), possible);
        }
        prop_assert_eq!(rate(events, people, Level::P95).is_ok(), people > 0.0 && events >= 0.0);
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for interval in SHARES {
            assert!(interval(bad, 10.0, Level::P95).is_err());
            assert!(interval(1.0, bad, Level::P95).is_err());
        }
        for interval in COUNTS {
            assert!(interval(bad, Level::P95).is_err());
        }
        assert!(mean::of_values(&[1.0, bad], Level::P95).is_err());
    }
    assert!(mean::of_values(&[], Level::P95).is_err());
    assert!(percentile::median(&Histogram::default(), Level::P95).is_err());
}

/// The places, counted from 1, of the limits of a median at 95 %: Altman DG, Machin D, Bryant TN, Gardner MJ.
/// Statistics with Confidence, 2nd ed., 2000.
const MEDIAN_PLACES: [(u32, u32, u32); 5] = [
    (6, 1, 6),
    (10, 2, 9),
    (20, 6, 15),
    (50, 18, 33),
    (100, 40, 61),
];

#[test]
fn a_median_lies_between_the_published_places() {
    for (many, lower, upper) in MEDIAN_PLACES {
        let values: Vec<u32> = (1..=many).collect();
        let limits = limits(&percentile::median(&waits(&values), Level::P95));
        let want = Interval::new(f64::from(lower), f64::from(upper), Level::P95).unwrap();
        assert_eq!(limits, want, "{many} values");
    }
    let five = percentile::median(&waits(&[1, 2, 3, 4, 5]), Level::P95).unwrap();
    assert!(five.interval().is_err());
}

#[test]
fn counts_up_to_a_million_million_have_intervals() {
    let (events, people) = (4e11, 1e12);
    let limits = limits(&wilson(events, people, Level::P95));
    assert!(limits.contains(0.4) && width(limits) < 2e-6);
    assert!(count(1e12, Level::P95).unwrap().interval().is_ok());
}
