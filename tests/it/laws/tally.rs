//! Laws of the tally, its histograms and the ledger: identity first, then order, then one pass.

use equal_measure::core::histogram::{Histogram, MICRO};
use equal_measure::core::ledger::{Ledger, Reason};
use equal_measure::core::tally::{Sum, Tally};
use proptest::prelude::*;

/// One row: a sex, a decile, an outcome in millionths.
type Row = (u8, u8, i64);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let outcome = prop_oneof![
        (0i64..300).prop_map(|weeks| weeks * MICRO),
        -5 * MICRO..9_000 * MICRO,
    ];
    prop::collection::vec((0u8..3, 0u8..11, outcome), 0..60)
}

fn tally_of(rows: &[Row]) -> Tally {
    let mut tally = Tally::default();
    for &(sex, decile, micro) in rows {
        for (name, text) in [("sex", sex.to_string()), ("decile", decile.to_string())] {
            let cell = tally.cut(vec![name.into()]).cell(vec![text]);
            cell.rows += 1;
            cell.outcome_mut(0).values.add_micro(micro, 1);
            if cell.outcome_mut(0).sums.is_empty() {
                cell.outcome_mut(0).sums.push(Sum::default());
            }
            cell.outcome_mut(0).sums[0].merge(&Sum::of_micro(i128::from(micro)));
        }
    }
    tally
}

fn merged(left: &Tally, right: &Tally) -> Tally {
    let mut sum = left.clone();
    sum.merge(right);
    sum
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(20), ..ProptestConfig::default() })]

    #[test]
    fn merging_an_empty_tally_changes_nothing(rows in rows()) {
        let tally = tally_of(&rows);
        prop_assert_eq!(&merged(&tally, &Tally::default()), &tally);
        prop_assert_eq!(&merged(&Tally::default(), &tally), &tally);
    }

    #[test]
    fn order_never_matters_and_parts_equal_one_pass(rows in rows(), cut in 0usize..60, other in 0usize..60) {
        let (first, second) = (cut.min(other).min(rows.len()), cut.max(other).min(rows.len()));
        let (a, b, c) = (tally_of(&rows[..first]), tally_of(&rows[first..second]), tally_of(&rows[second..]));
        let whole = tally_of(&rows);
        prop_assert_eq!(&merged(&merged(&a, &b), &c), &whole);
        prop_assert_eq!(&merged(&a, &merged(&b, &c)), &whole);
        prop_assert_eq!(&merged(&c, &merged(&b, &a)), &whole);
    }

    #[test]
    fn a_histogram_answers_as_the_sorted_values_do(mut values in prop::collection::vec(-3_000_000i64..6_000_000_000, 1..80)) {
        let mut histogram = Histogram::default();
        for &value in &values {
            histogram.add_micro(value, 1);
        }
        values.sort_unstable();
        let count = values.len();
        let middle = f64::midpoint(
            values[(count - 1) / 2] as f64 / MICRO as f64,
            values[count / 2] as f64 / MICRO as f64,
        );
        prop_assert_eq!(histogram.count(), count as u64);
        prop_assert_eq!(histogram.sum_micro(), values.iter().map(|&value| i128::from(value)).sum::<i128>());
        prop_assert!((histogram.median().unwrap() - middle).abs() < 1e-9);
        for (place, &value) in values.iter().enumerate() {
            let at = histogram.at_rank(place as u64).unwrap();
            prop_assert!((at - value as f64 / MICRO as f64).abs() < 1e-9);
        }
        let over = values.iter().filter(|&&value| value > 18 * MICRO).count() as u64;
        prop_assert_eq!(histogram.count_over(18.0), over);
    }

    #[test]
    fn the_ledger_balances_and_keeps_the_first_lines(uses in prop::collection::vec(any::<bool>(), 0..50), cut in 0usize..50) {
        let ledger_of = |range: std::ops::Range<usize>| {
            let mut ledger = Ledger::default();
            for place in range {
                if uses[place] { ledger.use_row() } else { ledger.set_aside(Reason::Ragged, place as u64 + 2) }
            }
            ledger
        };
        let cut = cut.min(uses.len());
        let whole = ledger_of(0..uses.len());
        let mut parts = ledger_of(cut..uses.len());
        parts.merge(&ledger_of(0..cut));
        prop_assert!(whole.balances());
        prop_assert_eq!(parts, whole);
    }
}
