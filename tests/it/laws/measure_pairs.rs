//! Laws of two groups set side by side, of unknowns, waits, time and decompositions.

use crate::laws::measure::{counts, near, sample, seeded};
use equal_measure::core::analysis::control_chart::{self, Signal};
use equal_measure::core::analysis::{between_and_within, concentration_parts, contribution};
use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::{Counts, Kind};
use equal_measure::core::histogram::Histogram;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::two_groups::{
    cohens_h, difference, mantel_haenszel, number_needed, odds_ratio, ratio, representation,
    share_gap, standardised_difference,
};
use equal_measure::core::measure::unknown::{bounds, reassigned, tipping_share};
use equal_measure::core::measure::waits::{longer_wait, percentile_difference, threshold_gaps};
use equal_measure::core::measure::why::kitagawa::{self, Stratum};
use equal_measure::core::measure::{all_groups::theil_index, standard_error};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};
use proptest::prelude::*;

const LEVEL: Level = Level::P95;

type OfPair = fn(Counts, Counts) -> Result<Estimate, Refusal>;

const DIFFERENCES: &[(&str, OfPair)] = &[
    ("shares", |a, b| difference::of_shares(a, b, LEVEL)),
    ("rates", |a, b| difference::of_rates(a, b, LEVEL)),
    ("h", |a, b| cohens_h::of_shares(a, b, LEVEL)),
    ("standardised", |a, b| {
        standardised_difference::of_shares(a, b, LEVEL)
    }),
    ("pooled", |a, b| {
        mantel_haenszel::difference(&[(a, b)], LEVEL)
    }),
];

const RATIOS: &[(&str, OfPair)] = &[
    ("shares", |a, b| ratio::of_shares(a, b, LEVEL)),
    ("rates", |a, b| ratio::of_rates(a, b, LEVEL)),
    ("odds", |a, b| odds_ratio::of_shares(a, b, LEVEL)),
    ("pooled", |a, b| mantel_haenszel::ratio(&[(a, b)], LEVEL)),
    ("pooled odds", |a, b| {
        mantel_haenszel::odds_ratio(&[(a, b)], LEVEL)
    }),
];

fn limits(estimate: &Estimate) -> (f64, f64) {
    let limits = estimate.interval().clone().unwrap();
    (limits.lower(), limits.upper())
}

fn histogram(values: &[u32]) -> Histogram {
    let mut histogram = Histogram::default();
    for value in values {
        histogram.add_whole(*value, 1);
    }
    histogram
}

fn waits() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0_u32..30, 8..40)
}

fn counts_of(events: u32, people: u32) -> Counts {
    Counts {
        events: f64::from(events),
        people: f64::from(people),
    }
}

proptest! {
    #![proptest_config(seeded(128))]

    #[test]
    fn swapping_the_groups_turns_the_gap(list in counts()) {
        let (a, b) = (list[0], list[1]);
        for (name, of) in DIFFERENCES {
            let (there, back) = (of(a, b).unwrap(), of(b, a).unwrap());
            prop_assert!(near(there.value(), -back.value()), "{name}");
            prop_assert!(near(limits(&there).0, -limits(&back).1), "{name}");
        }
        for (name, of) in RATIOS {
            let (there, back) = (of(a, b).unwrap(), of(b, a).unwrap());
            prop_assert!(near(there.value() * back.value(), 1.0), "{name}");
            prop_assert!(near(limits(&there).0 * limits(&back).1, 1.0), "{name}");
        }
    }

    #[test]
    fn intervals_hold_the_gap_and_narrow(list in counts()) {
        let grown = |c: Counts| Counts { events: c.events * 25.0, people: c.people * 25.0 };
        let (a, b) = (list[0], list[1]);
        for (name, of) in DIFFERENCES.iter().chain(RATIOS) {
            let (few, many) = (of(a, b).unwrap(), of(grown(a), grown(b)).unwrap());
            let (wide, narrow) = (limits(&few), limits(&many));
            prop_assert!(wide.0 <= few.value() && few.value() <= wide.1, "{name}");
            prop_assert!(narrow.1 - narrow.0 < wide.1 - wide.0, "{name}");
            prop_assert!(near(few.value(), many.value()), "{name}");
        }
    }

    #[test]
    fn equal_groups_have_no_gap(list in counts()) {
        let a = list[0];
        for (name, of) in DIFFERENCES {
            let gap = of(a, a).unwrap();
            prop_assert!(near(gap.value(), 0.0), "{name}");
        }
        for (name, of) in RATIOS {
            prop_assert!(near(of(a, a).unwrap().value(), 1.0), "{name}");
        }
    }

    #[test]
    fn share_gaps_add_up_to_nothing(list in counts()) {
        let everyone = Counts {
            events: list.iter().map(|c| c.events).sum(),
            people: list.iter().map(|c| c.people).sum(),
        };
        let mut sum = 0.0;
        for group in &list {
            let gap = share_gap::of(*group, everyone, Kind::Share, LEVEL).unwrap();
            let index = representation::of(*group, everyone, Kind::Share, LEVEL).unwrap();
            let share = group.people / everyone.people;
            prop_assert!(near(gap.value(), (index.value() - 1.0) * share));
            let (lower, upper) = limits(&gap);
            prop_assert!(lower <= gap.value() && gap.value() <= upper);
            sum += gap.value();
        }
        prop_assert!(near(sum, 0.0));
    }

    #[test]
    fn the_number_needed_is_the_smallest(list in counts()) {
        let (group, other) = (list[0], list[1]);
        for polarity in [Polarity::MoreIsBetter, Polarity::MoreIsWorse] {
            let needed = number_needed::to_group(group, other, polarity).unwrap().value();
            let level = |more: f64| {
                let signed = if polarity == Polarity::MoreIsWorse { -more } else { more };
                let gap = (group.events + signed) * other.people - other.events * group.people;
                if polarity == Polarity::MoreIsWorse { gap <= 0.0 } else { gap >= 0.0 }
            };
            prop_assert!(needed.fract() == 0.0 && level(needed));
            prop_assert!(needed == 0.0 || !level(needed - 1.0));
        }
    }

    #[test]
    fn bounds_hold_every_assignment(
        x in 0_u32..6, n in 6_u32..9, y in 0_u32..6, m in 6_u32..9, with in 0_u32..4, without in 0_u32..4,
    ) {
        let (worse, better) = (counts_of(x, n), counts_of(y, m));
        let unknown = counts_of(with, with + without);
        let range = bounds::of_difference(worse, better, unknown, Polarity::MoreIsWorse).unwrap();
        let turned = bounds::of_difference(worse, better, unknown, Polarity::MoreIsBetter).unwrap();
        prop_assert!(near(range.worst_case, turned.best_case));
        let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
        // To the worse-off side, to the other, the rest to groups of neither.
        for a in 0..=with {
            for b in 0..=with - a {
                for c in 0..=without {
                    for d in 0..=without - c {
                        let gap = f64::from(x + a) / f64::from(n + a + c)
                            - f64::from(y + b) / f64::from(m + b + d);
                        lowest = lowest.min(gap);
                        highest = highest.max(gap);
                    }
                }
            }
        }
        prop_assert!(near(range.best_case, lowest) && near(range.worst_case, highest));
        let whole = bounds::of_whole(worse, better, unknown, Polarity::MoreIsWorse).unwrap();
        prop_assert!(lowest - 1e-12 <= whole.best_case && whole.worst_case <= highest + 1e-12);
        prop_assert!(range.best_case <= range.observed && range.observed <= range.worst_case);
    }

    #[test]
    fn the_unknown_shared_out_are_all_there(list in counts(), with in 0_u32..50, without in 0_u32..50) {
        let unknown = counts_of(with, with + without);
        let whole = reassigned::of_groups(&list, unknown).unwrap();
        let sum = |list: &[Counts], of: fn(&Counts) -> f64| list.iter().map(of).sum::<f64>();
        prop_assert!(near(sum(&whole, |c| c.events), sum(&list, |c| c.events) + unknown.events));
        prop_assert!(near(sum(&whole, |c| c.people), sum(&list, |c| c.people) + unknown.people));
        prop_assume!(unknown.people > 0.0);
        if let Some(tips) = tipping_share::of(list[0], list[1], unknown).unwrap() {
            let gap = tipping_share::gap_at(list[0], list[1], unknown, tips).unwrap();
            prop_assert!(gap.abs() < 1e-9, "{gap}");
        }
    }

    #[test]
    fn waits_agree_with_counting_pairs(one in waits(), other in waits()) {
        let (a, b) = (histogram(&one), histogram(&other));
        let there = longer_wait::of(&a, &b, LEVEL).unwrap().value();
        let back = longer_wait::of(&b, &a, LEVEL).unwrap().value();
        prop_assert!(near(there + back, 1.0));
        let wins: f64 = one
            .iter()
            .flat_map(|x| other.iter().map(move |y| f64::from(u8::from(x > y)) + 0.5 * f64::from(u8::from(x == y))))
            .sum();
        prop_assert!(near(there, wins / (one.len() * other.len()) as f64));
        for point in threshold_gaps::of(&a, &b).unwrap() {
            let share = |h: &Histogram| h.count_over(point.threshold) as f64 / h.count() as f64;
            prop_assert!(near(point.gap, share(&a) - share(&b)));
        }
        let medians = percentile_difference::of_medians(&a, &b, LEVEL).unwrap();
        prop_assert!(near(medians.value(), a.median().unwrap() - b.median().unwrap()));
    }

    #[test]
    fn everyone_a_week_later_moves_the_median_a_week(one in waits()) {
        let later: Vec<u32> = one.iter().map(|weeks| weeks + 1).collect();
        let gap = percentile_difference::of_medians(&histogram(&later), &histogram(&one), LEVEL);
        prop_assert!(near(gap.unwrap().value(), 1.0));
    }

    #[test]
    fn parts_add_up(first in counts(), second in counts()) {
        let strata: Vec<Stratum> = first
            .iter()
            .zip(&second)
            .map(|(a, b)| Stratum {
                first_people: a.people,
                first_rate: a.events / a.people,
                second_people: b.people,
                second_rate: b.events / b.people,
            })
            .collect();
        let parts = kitagawa::of(&strata).unwrap();
        prop_assert!(near(parts.rate + parts.composition, parts.gap()));
        let three = parts.three;
        prop_assert!(near(three.rate + three.composition + three.interaction, parts.gap()));

        let groups = sample(&first);
        let larger: Vec<usize> = (0..first.len()).map(|place| place % 2).collect();
        let split = between_and_within::of(&groups, &larger).unwrap();
        prop_assert!(near(split.between + split.within, theil_index::value(&groups).unwrap()));
        prop_assert!(split.between >= -1e-12 && split.within >= -1e-12);

        let sum: f64 = contribution::of(&groups, 0.3).iter().sum();
        prop_assert!(near(sum, groups.mean() - 0.3));

        let factors = [
            (0.4, (0..first.len()).map(|place| place as f64).collect()),
            (-0.1, groups.populations().to_vec()),
        ];
        let split = concentration_parts::of(&groups, &factors).unwrap();
        let sum: f64 = split.factors.iter().map(|factor| factor.part).sum();
        prop_assert!(near(sum + split.rest, split.index));
    }

    #[test]
    fn a_gap_in_a_series_adds_no_signal(values in prop::collection::vec(0_u32..100, 12..30), at in 1_usize..11) {
        let whole: Vec<Option<f64>> = values.iter().map(|value| Some(f64::from(*value))).collect();
        let mut holed = whole.clone();
        holed[at] = None;
        let chart = control_chart::of(&holed).unwrap();
        prop_assert!(chart.signals[at].is_empty());
        prop_assert!(chart.lower <= chart.mean && chart.mean <= chart.upper);
        for (value, signals) in holed.iter().zip(&chart.signals) {
            let outside = value.is_some_and(|value| value < chart.lower || value > chart.upper);
            prop_assert!(outside == signals.contains(&Signal::Outside));
        }
    }
}

#[test]
fn runs_of_seven_are_signals_and_gaps_end_them() {
    let rising: Vec<Option<f64>> = (0..7).map(|place| Some(f64::from(place))).collect();
    let mut series = vec![Some(3.0), Some(2.0)];
    series.extend(rising);
    let chart = control_chart::of(&series).unwrap();
    assert!(
        chart.signals[2..]
            .iter()
            .all(|signals| signals.contains(&Signal::Trend))
    );
    assert!(!chart.signals[0].contains(&Signal::Trend));
    series[5] = None;
    let chart = control_chart::of(&series).unwrap();
    assert!(
        chart
            .signals
            .iter()
            .all(|signals| !signals.contains(&Signal::Trend))
    );
}

#[test]
fn an_error_of_nothing_claims_no_certainty() {
    for counts in [counts_of(0, 50), counts_of(50, 50)] {
        assert!(standard_error::of_share(counts).unwrap() > 0.01);
    }
    assert!(standard_error::of_rate(counts_of(0, 50)).unwrap() > 0.01);
}

#[test]
fn nobody_is_a_refusal_not_a_number() {
    let (none, some) = (counts_of(0, 0), counts_of(1, 4));
    for (name, of) in DIFFERENCES.iter().chain(RATIOS) {
        assert!(of(none, some).is_err() && of(some, none).is_err(), "{name}");
    }
    assert!(ratio::of_shares(some, counts_of(0, 4), LEVEL).is_err());
    assert!(
        ratio::of_shares(counts_of(0, 4), some, LEVEL)
            .unwrap()
            .interval()
            .is_err()
    );
    assert!(Sample::new(vec![], vec![], None).is_err());
    assert!(Sample::new(vec![f64::NAN], vec![1.0], None).is_err());
}
