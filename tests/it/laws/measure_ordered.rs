//! Laws of the measures over ordered groups: what must hold for any data.

use crate::laws::measure::{OfSample, counts, near, sample, seeded, split};
use equal_measure::core::analysis::concentration_curve;
use equal_measure::core::group::Counts;
use equal_measure::core::measure::ordered::bounded::Bounds;
use equal_measure::core::measure::ordered::{
    absolute_concentration_index, erreygers_index, rank_correlation, relative_concentration_index,
    relative_index, slope_index, trend, wagstaff_index,
};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::number::generator::Pcg;
use equal_measure::core::units::Level;
use proptest::prelude::*;

const LEVEL: Level = Level::P95;

/// Differences: the sign turns with the order, and 0 is equality.
const ABSOLUTE: &[(&str, OfSample)] = &[
    ("slope", |s| slope_index::of(s, LEVEL)),
    ("slope, robust", |s| slope_index::robust::of(s, LEVEL)),
    ("slope, log", |s| slope_index::log::of(s, LEVEL)),
    ("slope, logit", |s| slope_index::logit::of(s, LEVEL)),
    ("concentration", |s| {
        absolute_concentration_index::of(s, LEVEL)
    }),
    ("relative concentration", |s| {
        relative_concentration_index::of(s, LEVEL)
    }),
    ("Erreygers", |s| {
        erreygers_index::of(s, Bounds::SHARE, LEVEL)
    }),
    ("Wagstaff", |s| wagstaff_index::of(s, Bounds::SHARE, LEVEL)),
];

/// Ratios: turned over with the order, and 1 is equality.
const RELATIVE: &[(&str, OfSample)] = &[
    ("relative", |s| relative_index::of(s, LEVEL)),
    ("relative, robust", |s| relative_index::robust::of(s, LEVEL)),
    ("relative, log", |s| relative_index::log::of(s, LEVEL)),
    ("relative, logit", |s| relative_index::logit::of(s, LEVEL)),
];

fn all() -> impl Iterator<Item = &'static (&'static str, OfSample)> {
    ABSOLUTE.iter().chain(RELATIVE)
}

fn reversed(counts: &[Counts]) -> Sample {
    let mut other = counts.to_vec();
    other.reverse();
    sample(&other)
}

proptest! {
    #![proptest_config(seeded(96))]

    #[test]
    fn reversing_the_order_turns_a_difference(counts in counts()) {
        let (there, back) = (sample(&counts), reversed(&counts));
        for (name, of) in ABSOLUTE {
            let (a, b) = (of(&there).unwrap(), of(&back).unwrap());
            prop_assert!(near(a.value(), -b.value()), "{name}: {a:?} {b:?}");
            let (a, b) = (a.interval().clone().unwrap(), b.interval().clone().unwrap());
            prop_assert!(near(a.lower(), -b.upper()), "{name}: {a:?} {b:?}");
        }
    }

    #[test]
    fn reversing_the_order_turns_a_ratio_over(counts in counts()) {
        let (there, back) = (sample(&counts), reversed(&counts));
        for (name, of) in RELATIVE {
            // A straight line that falls below 0 has no ratio either way.
            let (Ok(a), Ok(b)) = (of(&there), of(&back)) else {
                prop_assert!(of(&there).is_err() && of(&back).is_err(), "{name}");
                continue;
            };
            prop_assert!(near(a.value() * b.value(), 1.0), "{name}: {a:?} {b:?}");
        }
    }

    #[test]
    fn the_unit_of_people_does_not_matter(counts in counts(), by in 0.1_f64..50.0) {
        let one = sample(&counts);
        let populations = one.populations().iter().map(|people| people * by).collect();
        let errors = one.errors().unwrap().to_vec();
        let other = Sample::new(one.values().to_vec(), populations, Some(errors)).unwrap();
        for (name, of) in all() {
            let (Ok(a), Ok(b)) = (of(&one), of(&other)) else { continue };
            prop_assert!(near(a.value(), b.value()), "{name}");
        }
    }

    #[test]
    fn neighbours_that_are_equal_may_be_merged(counts in counts(), share in 0.1_f64..0.9) {
        let whole = sample(&counts);
        let split = split(&whole, share);
        let of = |s: &Sample| relative_concentration_index::of(s, LEVEL).unwrap().value();
        prop_assert!(near(of(&whole), of(&split)));
    }

    #[test]
    fn equality_gives_the_null_value(counts in counts(), value in 0.01_f64..0.99) {
        let equal = sample(&counts).with_values(vec![value; counts.len()]);
        for (name, of) in ABSOLUTE {
            prop_assert!(near(of(&equal).unwrap().value(), 0.0), "{name}");
        }
        for (name, of) in RELATIVE {
            prop_assert!(near(of(&equal).unwrap().value(), 1.0), "{name}");
        }
    }

    #[test]
    fn a_worse_end_widens_the_gap(counts in counts(), lower in 0.01_f64..0.99) {
        let before = sample(&counts);
        let mut values = before.values().to_vec();
        values[0] *= lower;
        let after = before.with_values(values);
        for (name, of) in all() {
            // The relative concentration index divides by an average that falls too.
            if name.starts_with("relative c") || *name == "Wagstaff" {
                continue;
            }
            let (Ok(a), Ok(b)) = (of(&before), of(&after)) else { continue };
            prop_assert!(b.value() >= a.value() - 1e-9, "{name}: {a:?} {b:?}");
        }
    }

    #[test]
    fn intervals_hold_the_estimate(counts in counts()) {
        let groups = sample(&counts);
        for (name, of) in all() {
            let Ok(estimate) = of(&groups) else { continue };
            let limits = estimate.interval().clone().unwrap();
            prop_assert!(limits.contains(estimate.value()), "{name}: {estimate:?}");
        }
    }

    #[test]
    fn turning_the_outcome_round_turns_bounded_indices(counts in counts()) {
        let there = sample(&counts);
        let back = there.with_values(there.values().iter().map(|y| 1.0 - y).collect());
        for (name, of) in &ABSOLUTE[8..] {
            prop_assert!(near(of(&there).unwrap().value(), -of(&back).unwrap().value()), "{name}");
        }
        let logit = |s: &Sample| slope_index::logit::of(s, LEVEL).unwrap().value();
        prop_assert!(near(logit(&there), -logit(&back)));
    }

    #[test]
    fn a_line_is_found_exactly(counts in counts(), start in 0.2_f64..0.4, slope in -0.15_f64..0.5) {
        let groups = sample(&counts);
        let mut below = 0.0;
        let values = groups.shares().iter().map(|share| {
            let rank = below + share / 2.0;
            below += share;
            start + slope * rank
        });
        let line = groups.with_values(values.collect());
        let gap = slope_index::robust::of(&line, LEVEL).unwrap();
        prop_assert!(near(gap.value(), slope));
        let limits = gap.interval().clone().unwrap();
        prop_assert!(limits.upper() - limits.lower() < 1e-9);
        let ratio = relative_index::of(&line, LEVEL).unwrap().value();
        prop_assert!(near(ratio, (start + slope) / start));
    }

    #[test]
    fn the_curve_encloses_half_the_index(counts in counts()) {
        let groups = sample(&counts);
        let area: f64 = concentration_curve::points(&groups).unwrap()
            .windows(2)
            .map(|pair| (pair[1].0 - pair[0].0) * (pair[1].1 + pair[0].1))
            .sum();
        let index = relative_concentration_index::of(&groups, LEVEL).unwrap().value();
        prop_assert!(near(1.0 - area, index));
    }

    #[test]
    fn trend_and_ranks_turn_with_the_order(counts in counts()) {
        let mut back = counts.clone();
        back.reverse();
        let (a, b) = (trend::of_shares(&counts).unwrap(), trend::of_shares(&back).unwrap());
        prop_assert!(near(a.z, -b.z) && near(a.p, b.p));
        let (there, back) = (sample(&counts), sample(&back));
        let rank = |s: &Sample| rank_correlation::of(s.values(), LEVEL).map(|rho| rho.value());
        if let (Ok(a), Ok(b)) = (rank(&there), rank(&back)) {
            prop_assert!(near(a, -b) && a.abs() <= 1.0);
        }
    }
}

#[test]
fn the_simulation_comes_to_the_closed_form() {
    let tenths = Sample::new(
        (0..10).map(|place| 70.0 + f64::from(place)).collect(),
        (0..10)
            .map(|place| 1000.0 + 100.0 * f64::from(place))
            .collect(),
        Some(vec![0.8; 10]),
    )
    .unwrap();
    let closed = slope_index::of(&tenths, LEVEL)
        .unwrap()
        .interval()
        .clone()
        .unwrap();
    let mut stream = Pcg::new(3);
    let drawn = slope_index::simulated::of(&tenths, LEVEL, 100_000, &mut stream).unwrap();
    let limits = drawn.interval().clone().unwrap();
    assert!(
        (limits.lower() - closed.lower()).abs() < 0.03,
        "{limits:?} {closed:?}"
    );
    assert!(
        (limits.upper() - closed.upper()).abs() < 0.03,
        "{limits:?} {closed:?}"
    );
}
