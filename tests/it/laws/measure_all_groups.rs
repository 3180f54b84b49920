//! Laws of the measures over all groups: what must hold for any data.

use crate::laws::measure::{OfSample, counts, near, sample, seeded, split};
use equal_measure::core::analysis::lorenz_curve;
use equal_measure::core::group::Counts;
use equal_measure::core::measure::all_groups::{
    atkinson_index, between_group_variance, deviation::Weights, difference_from_best,
    difference_from_mean, disparity, gini_index, heterogeneity, hoover_index, mean_log_deviation,
    theil_index,
};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::two_groups::cramers_v;
use equal_measure::core::units::{Level, Polarity};
use proptest::prelude::*;

const LEVEL: Level = Level::P95;
const BETTER: Polarity = Polarity::MoreIsBetter;

/// Each group weighed by its people: the name, and the measure.
const WEIGHTED: &[(&str, OfSample)] = &[
    ("variance", |s| between_group_variance::of(s, LEVEL)),
    ("deviation", |s| {
        between_group_variance::deviation::of(s, LEVEL)
    }),
    ("variation", |s| {
        between_group_variance::relative::of(s, LEVEL)
    }),
    ("from mean", |s| {
        difference_from_mean::of(s, None, Weights::People, LEVEL)
    }),
    ("from best", |s| {
        difference_from_best::of(s, BETTER, Weights::People, LEVEL)
    }),
    ("disparity", |s| {
        disparity::of(s, None, Weights::People, LEVEL)
    }),
    ("Theil", |s| theil_index::of(s, LEVEL)),
    ("log deviation", |s| mean_log_deviation::of(s, LEVEL)),
    ("Atkinson", |s| atkinson_index::of(s, 0.5, LEVEL)),
    ("Atkinson 1", |s| atkinson_index::of(s, 1.0, LEVEL)),
    ("Atkinson 2", |s| atkinson_index::of(s, 2.0, LEVEL)),
    ("Gini", |s| gini_index::of(s, LEVEL)),
    ("Hoover", |s| hoover_index::of(s, LEVEL)),
];

/// Each group alike.
const UNWEIGHTED: &[(&str, OfSample)] = &[
    ("from mean", |s| {
        difference_from_mean::of(s, None, Weights::Groups, LEVEL)
    }),
    ("from best", |s| {
        difference_from_best::of(s, BETTER, Weights::Groups, LEVEL)
    }),
    ("disparity", |s| {
        disparity::of(s, None, Weights::Groups, LEVEL)
    }),
];

fn all() -> impl Iterator<Item = &'static (&'static str, OfSample)> {
    WEIGHTED.iter().chain(UNWEIGHTED)
}

/// Two samples give the same value and limits by these measures.
fn check<'a>(
    a: &Sample,
    b: &Sample,
    limits: bool,
    measures: impl Iterator<Item = &'a (&'a str, OfSample)>,
) {
    for (name, of) in measures {
        let (one, other) = (of(a).unwrap(), of(b).unwrap());
        assert!(
            near(one.value(), other.value()),
            "{name}: {one:?} {other:?}"
        );
        if let (true, Ok(one), Ok(other)) = (limits, one.interval(), other.interval()) {
            assert!(
                near(one.lower(), other.lower()),
                "{name}: {one:?} {other:?}"
            );
            assert!(
                near(one.upper(), other.upper()),
                "{name}: {one:?} {other:?}"
            );
        }
    }
}

fn scaled(counts: &[Counts], by: f64) -> Vec<Counts> {
    counts
        .iter()
        .map(|c| Counts {
            events: c.events * by,
            people: c.people * by,
        })
        .collect()
}

proptest! {
    #![proptest_config(seeded(96))]

    #[test]
    fn the_order_of_groups_does_not_matter(counts in counts(), turn in 1_usize..8) {
        let mut other = counts.clone();
        other.rotate_left(turn % counts.len());
        other.swap(0, 1);
        check(&sample(&counts), &sample(&other), true, all());
    }

    #[test]
    fn the_unit_of_people_does_not_matter(counts in counts(), by in 0.1_f64..50.0) {
        let one = sample(&counts);
        let populations = one.populations().iter().map(|people| people * by).collect();
        let errors = one.errors().unwrap().to_vec();
        let other = Sample::new(one.values().to_vec(), populations, Some(errors)).unwrap();
        check(&one, &other, true, all());
    }

    #[test]
    fn equal_groups_may_be_merged(counts in counts(), share in 0.1_f64..0.9) {
        let whole = sample(&counts);
        let split = split(&whole, share);
        check(&whole, &split, false, WEIGHTED.iter());
    }

    #[test]
    fn equality_gives_the_null_value(counts in counts(), value in 0.01_f64..0.99) {
        let groups = sample(&counts);
        let equal = groups.with_values(vec![value; counts.len()]);
        for (name, of) in all() {
            let estimate = of(&equal).unwrap();
            // A root magnifies the rounding of the average.
            prop_assert!(estimate.value().abs() < 1e-7, "{name}: {estimate:?}");
        }
    }

    #[test]
    fn inequality_is_above_the_null_value(counts in counts()) {
        let groups = sample(&counts);
        let spread = groups.values().iter().copied().fold(0.0, f64::max)
            - groups.values().iter().copied().fold(1.0, f64::min);
        prop_assume!(spread > 1e-3);
        for (name, of) in all() {
            prop_assert!(of(&groups).unwrap().value() > 0.0, "{name}");
        }
    }

    #[test]
    fn intervals_hold_the_estimate_and_narrow(counts in counts()) {
        let (few, many) = (sample(&counts), sample(&scaled(&counts, 16.0)));
        for (name, of) in all() {
            let (wide, narrow) = (of(&few).unwrap(), of(&many).unwrap());
            let (Ok(wide_limits), Ok(limits)) = (wide.interval(), narrow.interval()) else {
                continue;
            };
            prop_assert!(wide_limits.contains(wide.value()), "{name}");
            let (before, now) = (
                wide_limits.upper() - wide_limits.lower(),
                limits.upper() - limits.lower(),
            );
            prop_assert!(now <= before * 0.5 + 1e-12, "{name}: {before} {now}");
        }
    }

    #[test]
    fn slopes_say_how_fast_a_measure_moves(counts in counts()) {
        // An error in one group only gives |∂measure/∂value| back as the half-width.
        let groups = sample(&counts);
        let values = groups.values();
        let sorted = {
            let mut sorted = values.to_vec();
            sorted.sort_by(f64::total_cmp);
            sorted.windows(2).map(|pair| pair[1] - pair[0]).fold(1.0, f64::min)
        };
        let mean = groups.mean();
        let apart = values.iter().map(|y| (y - mean).abs()).fold(1.0, f64::min);
        // Where two groups, or a group and the average, meet, the measures have a corner.
        prop_assume!(sorted > 1e-4 && apart > 1e-4);
        let step = 1e-6;
        let mut errors = vec![0.0; values.len()];
        errors[0] = 1.0;
        let alone = Sample::new(
            values.to_vec(),
            groups.populations().to_vec(),
            Some(errors),
        ).unwrap();
        for (name, of) in all().filter(|(name, _)| *name != "variance" && *name != "deviation") {
            let estimate = of(&alone).unwrap();
            let limits = estimate.interval().clone().unwrap();
            let half = (limits.upper() - limits.lower()) / 2.0 / 1.959_963_984_540_054;
            let moved = |by: f64| {
                let mut values = values.to_vec();
                values[0] += by;
                of(&groups.with_values(values)).unwrap().value()
            };
            let slope = (moved(step) - moved(-step)) / (2.0 * step);
            prop_assert!((half - slope.abs()).abs() < 1e-4 * (1.0 + half), "{name}: {half} {slope}");
        }
    }

    #[test]
    fn the_lorenz_curve_rises_below_its_line(counts in counts()) {
        let groups = sample(&counts);
        let points = lorenz_curve::points(&groups).unwrap();
        for pair in points.windows(2) {
            prop_assert!(pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1 + 1e-12);
        }
        let area: f64 = points
            .windows(2)
            .map(|pair| (pair[1].0 - pair[0].0) * (pair[1].1 + pair[0].1))
            .sum();
        prop_assert!(points.iter().all(|point| point.1 <= point.0 + 1e-12));
        prop_assert!(near(1.0 - area, gini_index::value(&groups).unwrap()));
    }

    #[test]
    fn chi_square_and_its_share_agree(counts in counts()) {
        let people: f64 = counts.iter().map(|c| c.people).sum();
        let test = heterogeneity::of_shares(&counts).unwrap();
        let v = cramers_v::of_shares(&counts).unwrap().value();
        prop_assert!(near(v * v * people, test.chi_square));
        prop_assert!((0.0..=1.0).contains(&test.p));
    }
}
