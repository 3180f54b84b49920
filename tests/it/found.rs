//! Analyses made by hand, one for each way of drawing.

use crate::answers::Section;
use equal_measure::answer::analyses::Analysed;
use equal_measure::core::analysis::{
    Analysis, Caption, Column, ColumnKind, Drawn, End, Entry, Found, Inputs, Needs, Note, Of,
    Quantity, Results, Row, RowName, Rows, Stratified, Verdict,
};
use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::group::{Groups, Kind};
use equal_measure::core::indicator::Counted;
use equal_measure::core::measure::{Basis, MeasureUnit, Null};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::funnel::significance::Place;
use equal_measure::core::stratification::By;
use equal_measure::core::units::{Level, Unit};

/// An analysis of this id; `run` is never asked.
pub(crate) fn analysis(id: &'static str, name: &'static str, needs: Needs) -> &'static Analysis {
    let text = "//! What it says.\n//!\n//! # How to read it\n//! Slowly.\n//!\n//! # In plain words\n//! Look at it.\n";
    let run = |_: &Inputs| Err(Refusal::AllEqual);
    Box::leak(Box::new(Analysis {
        unasked: |_| true,
        ..Analysis::of(needs, run)
            .named(id, name)
            .basis(Basis::Exact)
            .text(text)
    }))
}

/// Puts an analysis and what it found into a section, the groups divided a second time by `second`.
pub(crate) fn add(
    section: &mut Section,
    analysis: &'static Analysis,
    second: Option<(By, &str)>,
    result: Result<Results, Refusal>,
) {
    let stratified = second.map(|(by, name)| Stratified {
        by,
        name: name.to_owned(),
        strata: Vec::new(),
        cells: Vec::new(),
        worse_off: Vec::new(),
        better_off: Vec::new(),
        known: Vec::new(),
        everyone: Vec::new(),
    });
    section.analyses.push(Analysed {
        analysis,
        inputs: Inputs {
            indicator: section.indicator.name.clone(),
            counted: Counted::Others,
            groups: Groups {
                list: Vec::new(),
                ordered: section.dimension.ordered,
                reference: None,
                kind: Kind::of(&section.indicator.formula),
                unit: section.indicator.unit,
                polarity: section.indicator.polarity,
                level: Level::P95,
                seed: 1,
                pair: None,
            },
            sides: None,
            unknown: None,
            stratified,
            health: None,
        },
        coarser: false,
        result,
    });
}

pub(crate) fn estimate(value: f64, by: f64) -> Result<Estimate, Refusal> {
    Estimate::new(
        value,
        Interval::new(value - by, value + by, Level::P95),
        "by hand",
    )
}

pub(crate) fn figure(
    quantity: Quantity,
    value: f64,
    by: f64,
    unit: MeasureUnit,
    null: f64,
) -> Found {
    Found {
        quantity,
        result: estimate(value, by),
        unit,
        null: Null::At(null),
        groups: Vec::new(),
    }
}

pub(crate) fn rows(
    caption: Caption,
    of: Of,
    columns: &[(ColumnKind, MeasureUnit)],
    rows: Vec<(String, Vec<Entry>)>,
    drawn: Drawn,
) -> Rows {
    let column = |(kind, unit): &(ColumnKind, MeasureUnit)| Column {
        kind: kind.clone(),
        unit: *unit,
    };
    let row = |(label, cells)| Row {
        name: RowName::Label(label),
        cells,
        group: None,
    };
    Rows {
        caption,
        of,
        columns: columns.iter().map(column).collect(),
        rows: rows.into_iter().map(row).collect(),
        drawn,
    }
}

const MONTHS: [&str; 12] = [
    "April 2024",
    "May 2024",
    "June 2024",
    "July 2024",
    "August 2024",
    "September 2024",
    "October 2024",
    "November 2024",
    "December 2024",
    "January 2025",
    "February 2025",
    "March 2025",
];
const PEOPLE: MeasureUnit = MeasureUnit::Own(Unit::People);
pub(crate) const RATIO: MeasureUnit = MeasureUnit::Own(Unit::Ratio);
const PERCENT: MeasureUnit = MeasureUnit::Own(Unit::Percent);

/// A gap over twelve months, one of them without a figure: both sides, difference and ratio. The
/// absolute gap gets smaller and the relative one larger.
pub(crate) fn over_time() -> Results {
    let month = |(place, name): (usize, &&str)| {
        let down = place as f64 / 11.0;
        let (worse, better) = (0.040 - 0.026 * down, 0.022 - 0.018 * down);
        let side = |value: f64| {
            Entry::Figure(if place == 4 {
                Err(Refusal::Missing { what: "counts" })
            } else {
                estimate(value, 0.0025)
            })
        };
        let cells = vec![
            side(worse),
            side(better),
            Entry::Figure(estimate(worse - better, 0.003)),
            Entry::Figure(estimate(worse / better, 0.15)),
        ];
        ((*name).to_owned(), cells)
    };
    Results {
        figures: vec![figure(
            Quantity::ChangeOfDifference,
            -0.008,
            0.004,
            MeasureUnit::Difference,
            0.0,
        )],
        tables: vec![rows(
            Caption::SidesOverTime,
            Of::Period,
            &[
                (
                    ColumnKind::Side("most deprived fifth".into()),
                    MeasureUnit::Same,
                ),
                (
                    ColumnKind::Side("least deprived fifth".into()),
                    MeasureUnit::Same,
                ),
                (ColumnKind::Difference, MeasureUnit::Difference),
                (ColumnKind::Ratio, RATIO),
            ],
            MONTHS.iter().enumerate().map(month).collect(),
            Drawn::Lines,
        )],
        notes: vec![Note::PeriodsAlike],
    }
}

/// A concentration curve of five groups.
pub(crate) fn curve() -> Results {
    let points = [
        (0.2, 0.31),
        (0.4, 0.55),
        (0.6, 0.74),
        (0.8, 0.89),
        (1.0, 1.0),
    ];
    let row = |(place, &(along, up)): (usize, &(f64, f64))| {
        let cells = vec![Entry::Known(along), Entry::Figure(estimate(up, 0.01))];
        (format!("Fifth {}", place + 1), cells)
    };
    Results {
        figures: Vec::new(),
        tables: vec![rows(
            Caption::ConcentrationCurve,
            Of::Group,
            &[
                (ColumnKind::PeopleSoFar, PERCENT),
                (ColumnKind::OutcomeSoFar, PERCENT),
            ],
            points.iter().enumerate().map(row).collect(),
            Drawn::Curve,
        )],
        notes: Vec::new(),
    }
}

/// Forty trusts between limits of chance, a few of them far out.
pub(crate) fn funnel() -> Results {
    let average: f64 = 0.03;
    let trust = |place: usize| {
        let size = 400.0 + 310.0 * place as f64;
        let error = (average * (1.0 - average) / size).sqrt();
        let away = [0.3, -0.8, 1.1, -1.4, 0.1, 2.3, -0.4, 4.1, 0.9, -3.6][place % 10];
        let away = if place.is_multiple_of(3) {
            away
        } else {
            away / 2.0
        };
        let limit = |times: f64| Entry::Figure(estimate(average + times * error, 0.0));
        let cells = vec![
            Entry::People(size),
            Entry::Figure(estimate(average + away * error, error)),
            limit(-1.96),
            limit(1.96),
            limit(-3.09),
            limit(3.09),
            Entry::Verdict(Verdict::Funnel(match away {
                ..-3.09 => Place::FarBelow,
                -3.09..-1.96 => Place::Below,
                3.09.. => Place::FarAbove,
                1.96.. => Place::Above,
                _ => Place::Within,
            })),
        ];
        (format!("Trust {:02}", place + 1), cells)
    };
    Results {
        figures: vec![
            Found {
                null: Null::None,
                ..figure(Quantity::FarOutside, 3.0, 0.0, PEOPLE, 0.0)
            },
            figure(
                Quantity::Scatter { pulled_in: false },
                2.6,
                0.4,
                MeasureUnit::Own(Unit::Index),
                1.0,
            ),
        ],
        tables: vec![rows(
            Caption::Funnel,
            Of::Organisation,
            &[
                (ColumnKind::People, PEOPLE),
                (ColumnKind::Value, MeasureUnit::Same),
                (ColumnKind::Limit95(End::Lower), MeasureUnit::Same),
                (ColumnKind::Limit95(End::Upper), MeasureUnit::Same),
                (ColumnKind::Limit998(End::Lower), MeasureUnit::Same),
                (ColumnKind::Limit998(End::Upper), MeasureUnit::Same),
                (ColumnKind::Place, MeasureUnit::Own(Unit::Index)),
            ],
            (0..40).map(trust).collect(),
            Drawn::Funnel,
        )],
        notes: Vec::new(),
    }
}

/// Rates and make-up, age by age: most of the gap goes with the make-up.
pub(crate) fn bars() -> Results {
    let ages = ["18–39", "40–64", "65–74", "75–84", "85+"];
    let age = |(place, name): (usize, &&str)| {
        let value = 0.001 * (place as f64 - 1.5);
        let cells = vec![
            Entry::Figure(if place == 4 {
                Err(Refusal::TooFewEvents { need: 10, got: 3 })
            } else {
                estimate(value, 0.0008)
            }),
            Entry::People([3.0, 5.0, 40.0, 2.0, 0.0][place]),
        ];
        ((*name).to_owned(), cells)
    };
    Results {
        figures: vec![
            figure(
                Quantity::PartOfRates { by: "Age".into() },
                0.002,
                0.001,
                MeasureUnit::Difference,
                0.0,
            ),
            figure(
                Quantity::PartOfMakeUp { by: "Age".into() },
                0.008,
                0.001,
                MeasureUnit::Difference,
                0.0,
            ),
        ],
        tables: vec![rows(
            Caption::PartsOfGap { by: "Age".into() },
            Of::Age,
            &[
                (ColumnKind::Rates, MeasureUnit::Difference),
                (ColumnKind::People, PEOPLE),
            ],
            ages.iter().enumerate().map(age).collect(),
            Drawn::Bars,
        )],
        notes: vec![Note::CutToAges {
            standard: "European standard population 2013",
            from: 18,
            to: None,
            whole: true,
            covered: 0.8,
        }],
    }
}

/// A series against its average and the limits of its usual ups and downs.
pub(crate) fn control() -> Results {
    let month = |(place, name): (usize, &&str)| {
        let value = 0.010 + 0.002 * f64::from([0, 1, -1, 2, 0, -2, 1, 5, 0, -1, 1, 0][place]);
        let known = [value, 0.0105, 0.004, 0.017];
        let cells = known.map(|value| {
            let plain = Err(Refusal::NoInterval {
                why: "a figure of this kind has no interval",
            });
            Entry::Figure(Estimate::new(value, plain, "XmR"))
        });
        ((*name).to_owned(), cells.to_vec())
    };
    Results {
        figures: Vec::new(),
        tables: vec![rows(
            Caption::ControlOfSide {
                side: "difference".into(),
            },
            Of::Period,
            &[
                (ColumnKind::Difference, MeasureUnit::Difference),
                (ColumnKind::Average, MeasureUnit::Difference),
                (ColumnKind::Limit(End::Lower), MeasureUnit::Difference),
                (ColumnKind::Limit(End::Upper), MeasureUnit::Difference),
            ],
            MONTHS.iter().enumerate().map(month).collect(),
            Drawn::Lines,
        )],
        notes: Vec::new(),
    }
}
