//! Analyses leave the app in every form that findings have, whatever the analysis.

use crate::export::schema;
use crate::stratified::by_age;
use equal_measure::answer::analyses::Analysed;
use equal_measure::answer::shown;
use equal_measure::core::analysis::{
    ANALYSES, Analysis, Caption, Column, ColumnKind, Drawn, Entry, Found, Inputs, Needs, Note, Of,
    Quantity, Results, Row, RowName, Rows, Stratified, Verdict,
};
use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::{Groups, Kind};
use equal_measure::core::indicator::Counted;
use equal_measure::core::measure::{Basis, MeasureUnit, Null};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::stratification::By;
use equal_measure::core::units::{Level, Unit};
use equal_measure::export::{EXPORTERS, json, recipe};
use equal_measure::release::rule;
use serde_json::{Value, json};

/// Finds one of everything.
static EVERYTHING: Analysis = analysis("everything", |_| Ok(everything()));
/// Finds nothing.
static REFUSED: Analysis = analysis("refused", |_| Err(Refusal::NotOrdered));

const fn analysis(id: &'static str, run: fn(&Inputs) -> Result<Results, Refusal>) -> Analysis {
    Analysis::of(Needs::Ages, run)
        .named(id, "One of everything")
        .basis(Basis::Exact)
        .text(ANALYSES[0].card.text)
}

fn everything() -> Results {
    let estimate = Estimate::new(0.25, Err(Refusal::NoStandardError), "by hand");
    let column = |kind, unit| Column { kind, unit };
    let drawn = [
        Drawn::Not,
        Drawn::Bars,
        Drawn::Lines,
        Drawn::Curve,
        Drawn::Funnel,
    ];
    let table = |drawn| Rows {
        caption: Caption::SameAges {
            indicator: format!("{drawn:?}"),
        },
        of: Of::Age,
        columns: vec![
            column(ColumnKind::Value, MeasureUnit::Same),
            column(ColumnKind::Difference, MeasureUnit::Difference),
            column(ColumnKind::People, MeasureUnit::Own(Unit::People)),
            column(ColumnKind::Weight, MeasureUnit::Own(Unit::Percent)),
            column(ColumnKind::Signal, MeasureUnit::Own(Unit::Own)),
            column(ColumnKind::Place, MeasureUnit::Own(Unit::Own)),
        ],
        rows: vec![Row {
            name: RowName::Label("40–49".into()),
            cells: vec![
                Entry::Figure(estimate.clone()),
                Entry::Figure(Err(Refusal::NotOrdered)),
                Entry::People(3.0),
                Entry::Known(0.12),
                Entry::Verdict(Verdict::Reached(Some("May, 2024".into()))),
                Entry::Nothing,
            ],
            group: None,
        }],
        drawn,
    };
    let figure = |quantity, null| Found {
        quantity,
        result: estimate.clone(),
        unit: MeasureUnit::Same,
        null,
        groups: Vec::new(),
    };
    Results {
        figures: vec![
            figure(Quantity::LeastPossible, Null::At(0.0)),
            figure(Quantity::Average, Null::None),
        ],
        tables: drawn.map(table).into(),
        notes: vec![Note::ComparedWith {
            side: "A, B".into(),
        }],
    }
}

/// What is saved of a section with these analyses.
fn saved(id: &str, of_rule: &str) -> String {
    let mut answer = by_age().show(of_rule).answer;
    let section = &mut answer.sections[0];
    let stratified = |by: By| Stratified {
        by,
        name: "Age".into(),
        strata: Vec::new(),
        cells: Vec::new(),
        worse_off: Vec::new(),
        better_off: Vec::new(),
        known: Vec::new(),
        everyone: Vec::new(),
    };
    section.analyses = [
        (&EVERYTHING, Some(By::Ages)),
        (&EVERYTHING, Some(By::Periods)),
        (&EVERYTHING, Some(By::Places)),
        (&EVERYTHING, Some(By::Others)),
        (&REFUSED, None),
    ]
    .map(|(analysis, by)| {
        let inputs = Inputs {
            indicator: section.indicator.name.clone(),
            counted: Counted::Others,
            groups: Groups {
                list: Vec::new(),
                ordered: true,
                reference: None,
                kind: Kind::Share,
                unit: Unit::Percent,
                polarity: section.indicator.polarity,
                level: Level::P95,
                seed: 1,
                pair: None,
            },
            sides: None,
            unknown: None,
            stratified: by.map(stratified),
            health: None,
        };
        let analysed = Analysed {
            analysis,
            coarser: false,
            result: (analysis.run)(&inputs),
            inputs,
        };
        shown(&analysed, rule(of_rule))
    })
    .into();
    let exporter = EXPORTERS.iter().find(|exporter| exporter.id == id);
    let made = (exporter.expect("an exporter").make)(&answer);
    String::from_utf8(made.expect("bytes")).expect("UTF-8")
}

#[test]
fn every_finding_fits_the_schema() {
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let (schema, recipe) = (read(json::SCHEMA), read(recipe::SCHEMA));
    for id in ["nhs-england", "as-published", "none"] {
        let text = read(&saved("json", id));
        assert_eq!(schema::check(&text, &schema, &schema, &recipe), Ok(()));
        let analyses = &text["sections"][0]["studies"];
        let by = |place: usize| analyses[place]["by"].as_str();
        assert_eq!(
            [0, 1, 2, 3, 4].map(by),
            [
                Some("ages"),
                Some("periods"),
                Some("places"),
                Some("others"),
                None
            ]
        );
        assert!(analyses[4]["findings"]["refused"].is_string());
        let found = &analyses[0]["findings"];
        assert_eq!(found["figures"][0]["equality_at"], json!(0.0));
        assert_eq!(found["figures"][1]["equality_at"], Value::Null);
        assert_eq!(found["tables"].as_array().map(Vec::len), Some(5));
        let people = if id == "nhs-england" {
            json!({"people": {"hidden": "small-count"}})
        } else {
            json!({"people": {"number": 3.0, "status": "exact"}})
        };
        let cells = &found["tables"][0]["rows"][0]["cells"];
        assert!(cells[0]["figure"]["value"].is_object());
        assert!(cells[1]["figure"]["refused"].is_string());
        assert_eq!(cells[2], people);
        assert_eq!(cells[3], json!({"known": 0.12}));
        assert_eq!(cells[5], Value::Null);
    }
}

#[test]
fn every_finding_is_a_row() {
    let text = saved("csv", "none");
    let rows: Vec<&str> = text.lines().collect();
    let about = "People with the outcome,\"Deprivation (IMD fifth), Age\",One of everything";
    for row in [
        ",All known groups,Least possible against the disadvantaged,25,,,,percent,exact,by hand,",
        ",40–49,Value,25,,,,percent,exact,by hand,\"Curve, if all groups had the same ages\"",
        ",40–49,People,3,,,,count,exact,,\"Curve, if all groups had the same ages\"",
        ",40–49,Weight,12,,,,percent,known,,\"Curve, if all groups had the same ages\"",
        ",40–49,Signal,\"May, 2024\",,,,,words,,\"Curve, if all groups had the same ages\"",
        ",All known groups,Note,,,,,,note,\"Each group is compared with A, B.\",",
    ] {
        assert!(
            rows.contains(&format!("{about}{row}").as_str()),
            "{row} in {rows:#?}"
        );
    }
    let refused = "People with the outcome,Deprivation (IMD fifth),One of everything,All known groups,\
                   One of everything,,,,,,refused,";
    assert!(rows.iter().any(|row| row.starts_with(refused)));
    assert!(!text.contains(",Place,"));
}
