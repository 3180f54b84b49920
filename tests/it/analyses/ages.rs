//! Analyses by age on a small table, each figure worked out apart (`strata_cases/expected.py`).

use crate::analyses::strata_cases::tables::{GROUPS, deaths, rows, shares, table};
use crate::analyses::strata_cases::{Asked, analysed, cell, figure, found, value};
use equal_measure::core::analysis::ANALYSES;

/// Where a figure stands.
#[derive(Clone, Copy, Debug)]
enum At {
    /// A figure, by its name.
    Figure(&'static str),
    /// A table, the row's name, the column.
    Cell(usize, &'static str, usize),
}

use At::{Cell, Figure};
use equal_measure::present::analyses::words;

/// A value alone; its limits are told elsewhere, or there are none.
const fn alone(value: f64) -> [f64; 3] {
    [value, f64::NAN, f64::NAN]
}

fn check(asked: &Asked, at: At, expect: [f64; 3]) {
    let results = found(asked).unwrap();
    let got = match at {
        Figure(name) => figure(&results, name),
        Cell(table, row, column) => cell(&results, (table, row, column)),
    };
    let got = got.unwrap_or_else(|refusal| panic!("{at:?}: {refusal}"));
    let limits = got.interval().clone();
    let limits = limits.map_or([f64::NAN; 2], |of| [of.lower(), of.upper()]);
    for (mine, theirs) in [got.value(), limits[0], limits[1]].iter().zip(expect) {
        let near = (mine - theirs).abs() <= 1e-8 * theirs.abs().max(1e-3);
        assert!(
            theirs.is_nan() || near,
            "{:?} {at:?}: {mine}, not {theirs}",
            asked.measures
        );
    }
}

#[test]
fn figures_are_those_worked_out_apart() {
    let rates = table("standardised-rate");
    for (at, expect) in [
        (
            Cell(0, "1", 0),
            [
                0.018_478_888_888_888_89,
                0.016_168_755_618_678_43,
                0.021_012_614_615_737_984,
            ],
        ),
        (
            Cell(0, "3", 0),
            [
                0.010_056_153_846_153_847,
                0.008_804_741_409_694_086,
                0.011_435_364_957_464_4,
            ],
        ),
        (Cell(0, "1", 1), alone(258.0 / 20_000.0)),
        (
            Figure("Difference if all groups had the same ages"),
            [
                0.008_422_735_042_735_042,
                0.005_732_207_396_399_522,
                0.011_248_650_672_229_866,
            ],
        ),
        (
            Figure("Ratio if all groups had the same ages"),
            [
                1.837_570_225_315_961_1,
                1.526_680_396_500_669_7,
                2.210_679_371_722_222,
            ],
        ),
        (
            Figure("Slope index of inequality (linear) if all groups had the same ages"),
            [
                0.012_622_330_834_336_42,
                0.008_541_360_726_405_86,
                0.016_703_300_942_266_98,
            ],
        ),
        (
            Cell(1, "As it stands", 0),
            alone(258.0 / 20_000.0 - 233.0 / 22_000.0),
        ),
        (Cell(2, "15–44", 0), alone(38_000.0)),
        (Cell(2, "65 and over", 1), alone(0.195)),
    ] {
        check(&rates, at, expect);
    }
    check(
        &shares("standardised-rate"),
        Cell(0, "1", 0),
        [
            0.018_478_888_888_888_89,
            0.016_295_358_073_763_09,
            0.020_948_775_643_361_72,
        ],
    );
    for (at, expect) in [
        (
            Cell(0, "1", 0),
            [
                1.358_681_204_698_049_2,
                1.197_929_265_410_454_7,
                1.534_991_952_422_467_8,
            ],
        ),
        (
            Cell(0, "3", 0),
            [
                0.745_729_290_527_150_2,
                0.653_039_325_503_86,
                0.847_885_083_407_684_6,
            ],
        ),
        (Cell(0, "2", 1), alone(1.047_810_545_129_58)),
        (
            Figure("Events for each one expected: the first"),
            alone(1.358_681_204_698_049_2),
        ),
    ] {
        check(&table("standardised-ratio"), at, expect);
    }
    for (at, expect) in [
        (
            Figure("Part of the gap that goes with different rates at the same age"),
            0.007_411_431_623_931_623,
        ),
        (
            Figure("Part of the gap that goes with different make-up by age"),
            -0.005_102_340_714_840_715,
        ),
        (Cell(0, "45–64", 1), 0.002_391_608_391_608_391),
        (Cell(0, "65 and over", 2), -0.004_878_787_878_787_878),
    ] {
        check(&table("rate-and-composition"), at, alone(expect));
    }
    for (at, expect) in [
        (Cell(0, "1", 0), 1.845_741_548_134_389),
        (Cell(0, "2", 0), 1.412_589_387_343_210_3),
        (Cell(0, "1", 1), 258.0 / 20_000.0 / (233.0 / 22_000.0)),
        (Cell(0, "1", 2), 0.007_427_769_000_094_837),
        (
            Figure("Ratio to 3 among people otherwise alike: 2"),
            1.412_589_387_343_210_3,
        ),
    ] {
        check(&table("adjusted-gap"), at, alone(expect));
    }
    check(
        &shares("pooled-gap"),
        Figure("Chance of parts as unlike as these if the gap were the same in all of age"),
        alone(4.743_150_014_858_585e-6),
    );
    for (at, expect) in [
        (Cell(0, "1", 0), 73.750_355_602_063_95),
        (Cell(0, "2", 0), 79.954_705_011_398_63),
        (Cell(0, "2", 1), 20.0),
        (
            Figure("Gap in life expectancy at birth"),
            79.954_705_011_398_63 - 73.750_355_602_063_95,
        ),
        (Figure("Gap in life expectancy at 65"), 20.0 - 120.0 / 7.0),
    ] {
        check(&deaths("life-expectancy"), at, alone(expect));
    }
}

#[test]
fn healthy_years_come_of_a_second_indicator() {
    let asked = Asked {
        healthy: vec![0.75, 0.9],
        ..deaths("healthy-life-expectancy")
    };
    for (at, expect) in [
        (
            Cell(0, "1", 0),
            [
                55.312_766_701_547_96,
                55.086_454_735_596_504,
                55.539_078_667_499_41,
            ],
        ),
        (
            Cell(0, "2", 0),
            [
                71.959_234_510_258_77,
                71.795_976_477_109_22,
                72.122_492_543_408_1,
            ],
        ),
        (Cell(0, "1", 1), alone(73.750_355_602_063_95)),
        (
            Figure("Gap in healthy life expectancy at birth"),
            alone(71.959_234_510_258_77 - 55.312_766_701_547_96),
        ),
    ] {
        check(&asked, at, expect);
    }
}

#[test]
fn notes_tell_ages_and_weights() {
    let working = Asked {
        rows: rows(
            &["15-44", "45-64"],
            &[&GROUPS[0][1..3], &GROUPS[1][1..3], &GROUPS[2][1..3]],
        ),
        ..table("standardised-rate")
    };
    let results = found(&working).unwrap();
    assert_eq!(
        words::note(&results.notes[0]),
        "The European standard population 2013 is cut to ages 15–64: these bands hold 64.5% of it, and \
         the figures are not comparable with those for all ages."
    );
    check(
        &working,
        Cell(0, "1", 0),
        [
            0.010_013_781_223_083_55,
            0.008_358_127_041_665_874,
            0.011_900_015_963_781_208,
        ],
    );
    let whole = found(&table("standardised-rate")).unwrap();
    assert!(
        words::note(&whole.notes[0]).ends_with("all of them."),
        "{:?}",
        whole.notes[0]
    );
}

const MINE: [&str; 8] = [
    "standardised-rate",
    "standardised-ratio",
    "adjusted-gap",
    "pooled-gap",
    "rate-and-composition",
    "life-expectancy",
    "life-gap-by-age",
    "healthy-life-expectancy",
];

#[test]
fn every_analysis_tells_its_method_in_full() {
    let parts = [
        "# Formula",
        "# Symbols",
        "# Range and the value of no inequality",
        "# How to read it",
        "# When it applies",
        "# Limits",
        "# Sources",
    ];
    for id in MINE {
        let analysis = ANALYSES
            .iter()
            .find(|analysis| analysis.card.id == id)
            .unwrap();
        let method_text = analysis.card.method_text();
        let places: Vec<usize> = parts
            .iter()
            .filter_map(|part| method_text.find(part))
            .collect();
        assert_eq!(places.len(), parts.len(), "{id}");
        assert!(
            places[0] > 0 && places.is_sorted(),
            "{id} opens with plain words"
        );
    }
}

#[test]
fn analyses_are_recommended_where_they_fit() {
    let shown = |asked: &Asked| -> Vec<&str> {
        let asked = Asked {
            measures: Vec::new(),
            ..asked.clone()
        };
        let ids = analysed(&asked).into_iter().map(|(id, _)| id);
        ids.filter(|id| MINE.contains(id)).collect()
    };
    let otherwise = |asked: Asked| Asked {
        by: vec![("region", "plain")],
        ..asked
    };
    assert_eq!(shown(&table("")), ["standardised-rate"]);
    assert_eq!(shown(&deaths("")), ["standardised-rate", "life-expectancy"]);
    assert_eq!(shown(&otherwise(shares(""))), ["pooled-gap"]);
    assert!(shown(&otherwise(table(""))).is_empty());
    assert!(
        shown(&Asked {
            formula: value(),
            ..table("")
        })
        .is_empty()
    );
}
