//! Laws of the analyses by age: what may not change a figure, and what must add up.

use crate::analyses::strata_cases::{Asked, Row, cell, figure, found, rate, share};
use equal_measure::core::analysis::Entry;
use equal_measure::core::estimate::Estimate;
use equal_measure::core::units::Level;
use equal_measure::present::analyses::words;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const BANDS: [&str; 5] = ["0-4", "5-19", "20-44", "45-69", "70+"];

fn asked(analysis: &'static str, rows: Vec<Row>) -> Asked {
    Asked {
        name: "Deaths",
        formula: rate(),
        by: vec![("age", "age")],
        groups: ["1", "2", "3"].map(str::to_owned).to_vec(),
        measures: vec![analysis],
        level: Level::P95,
        healthy: Vec::new(),
        rows,
    }
}

fn table(counts: &[Vec<(u32, u32)>], bands: &[&str]) -> Vec<Row> {
    let each = counts.iter().enumerate().flat_map(|(group, counts)| {
        let name = (group + 1).to_string();
        let cell = move |(&(events, people), band): (&(u32, u32), &&str)| -> Row {
            (
                name.clone(),
                vec![(*band).to_owned()],
                Some(events.into()),
                people.into(),
            )
        };
        counts.iter().zip(bands).map(cell).collect::<Vec<_>>()
    });
    each.collect()
}

/// Five bands of three groups: at least 3 events and 4,000 people in each, so that as deaths they leave some
/// alive at every age.
fn counts() -> impl Strategy<Value = Vec<Vec<(u32, u32)>>> {
    let band = (3u32..200, 4000u32..50_000);
    prop::collection::vec(prop::collection::vec(band, 5), 3)
}

/// Every figure and cell of an analysis, as text.
fn all(asked: &Asked) -> Vec<String> {
    let results = match found(asked) {
        Ok(results) => results,
        Err(refusal) => return vec![refusal.to_string()],
    };
    let tables = results.tables.iter().flat_map(|table| &table.rows);
    let cells = tables.flat_map(|row| {
        row.cells
            .iter()
            .map(move |cell| (words::row(&row.name), cell))
    });
    let figures = results
        .figures
        .iter()
        .map(|found| (words::quantity(&found.quantity), &found.result));
    let mut said: Vec<String> = figures
        .map(|(name, result)| {
            format!(
                "{name} {:.9e}",
                result.as_ref().map_or(f64::NAN, Estimate::value)
            )
        })
        .chain(cells.map(|(label, cell)| match cell {
            Entry::Figure(result) => {
                format!(
                    "{label} {:.9e}",
                    result.as_ref().map_or(f64::NAN, Estimate::value)
                )
            }
            other => format!("{label} {other:?}"),
        }))
        .collect();
    said.sort();
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(20_251_122), failure_persistence: None, ..ProptestConfig::default() })]

    /// The order of rows, and rows given in parts, change nothing.
    #[test]
    fn order_of_rows_changes_nothing(counts in counts(), seed in 0usize..15) {
        for analysis in ["standardised-rate", "standardised-ratio", "adjusted-gap", "rate-and-composition",
            "life-expectancy", "life-gap-by-age"] {
            let rows = table(&counts, &BANDS);
            let mut turned = rows.clone();
            turned.rotate_left(seed);
            turned.reverse();
            prop_assert_eq!(all(&asked(analysis, rows)), all(&asked(analysis, turned)));
        }
    }

    /// Bands narrower than the standard's are put together: the same as when the file had done so.
    #[test]
    fn narrow_bands_are_put_together(counts in counts()) {
        let wide: Vec<Vec<(u32, u32)>> = counts.iter().map(|of| {
            vec![(of[0].0 + of[1].0, of[0].1 + of[1].1), of[2], (of[3].0 + of[4].0, of[3].1 + of[4].1)]
        }).collect();
        let narrow = asked("standardised-rate", table(&counts, &["0", "1-4", "5-89", "90-94", "95+"]));
        let wide = asked("standardised-rate", table(&wide, &["0-4", "5-89", "90+"]));
        prop_assert_eq!(all(&narrow), all(&wide));
    }

    /// Groups of the same ages keep the ratio of their rates, band by band alike.
    #[test]
    fn same_ages_keep_the_ratio(counts in counts(), times in 2u32..5) {
        let more: Vec<(u32, u32)> = counts[0].iter().map(|&(x, n)| (x * times, n)).collect();
        let rows = table(&[more, counts[0].clone(), counts[0].clone()], &BANDS);
        let results = found(&asked("standardised-rate", rows.clone())).unwrap();
        let ratio = figure(&results, "Ratio if all groups had the same ages").unwrap().value();
        prop_assert!((ratio - f64::from(times)).abs() < 1e-9);
        let results = found(&asked("rate-and-composition", rows.clone())).unwrap();
        let make_up = figure(&results, "Part of the gap that goes with different make-up by age").unwrap();
        prop_assert!(make_up.value().abs() < 1e-12);
        let results = found(&asked("adjusted-gap", rows)).unwrap();
        prop_assert!((cell(&results, (0, "1", 0)).unwrap().value() - f64::from(times)).abs() < 1e-6);
    }

    /// Parts add up to the gap, over parts and over ages.
    #[test]
    fn parts_add_up(counts in counts()) {
        let rows = table(&counts, &BANDS);
        let results = found(&asked("rate-and-composition", rows.clone())).unwrap();
        let gap = figure(&results, "The gap over all parts of age").unwrap().value();
        let sum: f64 = results.tables[0].rows.iter()
            .map(|row| cell(&results, (0, &words::row(&row.name), 0)).unwrap().value()).sum();
        prop_assert!((sum - gap).abs() < 1e-12);
        let crude = |of: &[(u32, u32)]| {
            let sum = |each: fn(&(u32, u32)) -> u32| of.iter().map(each).map(f64::from).sum::<f64>();
            sum(|of| of.0) / sum(|of| of.1)
        };
        prop_assert!((gap - (crude(&counts[0]) - crude(&counts[2]))).abs() < 1e-12);
        // Enough deaths at the oldest ages for a steady length of life.
        let old = |mut of: Vec<(u32, u32)>| {
            of[4].0 = of[4].1 / 10;
            of
        };
        let counts: Vec<_> = counts.into_iter().map(old).collect();
        let rows = table(&counts, &BANDS);
        let results = found(&asked("life-gap-by-age", rows)).unwrap();
        let gap = figure(&results, "Gap in life expectancy at birth").unwrap().value();
        let sum: f64 = results.tables[0].rows.iter()
            .map(|row| cell(&results, (0, &words::row(&row.name), 0)).unwrap().value()).sum();
        prop_assert!((sum - gap).abs() < 1e-9);
    }

    /// People of unknown age or group change no figure but those as they stand.
    #[test]
    fn the_unknown_change_nothing(counts in counts(), x in 1u32..50) {
        for analysis in ["standardised-ratio", "rate-and-composition", "life-expectancy"] {
            let rows = table(&counts, &BANDS);
            let mut more = rows.clone();
            more.push(("1".to_owned(), vec!["Unknown".to_owned()], Some(x.into()), 900.0));
            more.push(("?".to_owned(), vec!["0-4".to_owned()], Some(x.into()), 900.0));
            more.push(("?".to_owned(), vec!["Unknown".to_owned()], Some(x.into()), 900.0));
            prop_assert_eq!(all(&asked(analysis, rows)), all(&asked(analysis, more)), "{}", analysis);
        }
    }

    /// Each sex gets the whole standard: two sexes alike give what one does.
    #[test]
    fn two_sexes_alike_give_what_one_does(counts in counts()) {
        let rows = table(&counts, &BANDS);
        let sexes = rows.iter().flat_map(|row| ["F", "M"].map(|sex| {
            (row.0.clone(), vec![row.1[0].clone(), sex.to_owned()], row.2, row.3)
        }));
        let mut two = asked("standardised-rate", sexes.collect());
        two.by = vec![("age", "age"), ("sex", "sex")];
        let one = found(&asked("standardised-rate", rows)).unwrap();
        let two = found(&two).unwrap();
        for group in ["1", "2", "3"] {
            let [one, two] = [&one, &two].map(|of| cell(of, (0, group, 0)).unwrap().value());
            prop_assert!((one - two).abs() < 1e-12);
        }
        prop_assert!(two.notes.iter().any(|note| words::note(note).contains("Female, Male")));
    }

    /// A standardised share stays between 0 and 1 with its limits, however common the outcome.
    #[test]
    fn shares_stay_shares(people in prop::collection::vec(20u32..400, 5), without in 0u32..3) {
        let of: Vec<(u32, u32)> = people.iter().map(|&n| (n - without, n)).collect();
        let rows = table(&[of.clone(), of.clone(), of], &BANDS);
        let asked = Asked { formula: share(), ..asked("standardised-rate", rows) };
        let share = cell(&found(&asked).unwrap(), (0, "1", 0)).unwrap();
        let limits = share.interval().clone().unwrap();
        prop_assert!(limits.contains(share.value()) && limits.lower() > 0.0 && limits.upper() <= 1.0);
    }
}
