//! Outcomes by rule, on extracts whose figures were counted apart.

use super::{answer, made, of, section, value};
use equal_measure::answer::cell::Cell;
use equal_measure::core::criterion::{Code, Criterion};
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::ledger::Reason;
use equal_measure::core::plan::{
    Answers, Column, Division, Filter, Keep, Outcome, Plan, Role, Shape,
};
use equal_measure::core::units::Unit;
use equal_measure::ingest::outline::SheetOutline;

fn codes(column: &'static str, yes: &[&'static str], no: &[&'static str]) -> Criterion {
    let list = |codes: &[&'static str]| -> Vec<Code> {
        codes.iter().map(|code| Code::Is((*code).into())).collect()
    };
    Criterion::Codes {
        column: column.into(),
        yes: list(yes).into(),
        no: list(no).into(),
        aside: Vec::new().into(),
    }
}

fn number(column: &'static str, least: Option<f64>, most: Option<f64>) -> Criterion {
    Criterion::Number {
        column: column.into(),
        least,
        most,
    }
}

fn dated(column: &'static str) -> Criterion {
    Criterion::Dated {
        column: column.into(),
    }
}

fn marked(column: &'static str) -> Criterion {
    Criterion::Marked {
        column: column.into(),
        answers: Answers::Marks,
    }
}

fn range(column: &'static str, from: &'static str, to: &'static str) -> Criterion {
    Criterion::Codes {
        column: column.into(),
        yes: vec![Code::Range(from.into(), to.into())].into(),
        no: Vec::new().into(),
        aside: Vec::new().into(),
    }
}

fn all(tests: Vec<Criterion>) -> Criterion {
    Criterion::All(tests.into())
}

/// The plan that asks outcomes of every row, by one column.
fn asking(
    sheet: &SheetOutline,
    (by, scheme): (&str, &str),
    asked: Vec<(Outcome, Formula, Unit)>,
) -> Plan {
    let mut plan = Plan {
        shape: Shape::Records,
        divisions: vec![Division {
            id: by.into(),
            column: by.into(),
            only: None,
            scheme: scheme.into(),
        }],
        ..Plan::under("none")
    };
    let columns = sheet.columns.iter().map(|column| Column {
        name: column.name.clone(),
        role: Role::SetAside,
    });
    plan.columns = columns.collect();
    for (place, (outcome, formula, unit)) in asked.into_iter().enumerate() {
        plan.outcomes.push(outcome);
        plan.indicators.push(Indicator {
            id: format!("{place}"),
            name: format!("Indicator {place}"),
            outcome: place,
            formula,
            unit,
            ..Indicator::default()
        });
    }
    plan
}

fn share(counts: Criterion, among: Option<Criterion>) -> (Outcome, Formula, Unit) {
    let outcome = Outcome::Rule { counts, among };
    (outcome, Formula::ShareYes, Unit::Percent)
}

/// The values of each indicator in the groups asked for, and of everyone.
fn check(
    file: &str,
    by: (&str, &str),
    asked: Vec<(Outcome, Formula, Unit)>,
    expected: &[(usize, &str, f64)],
) {
    let answer = answer(&made(file), |sheet| asking(sheet, by, asked));
    for &(indicator, group, expected) in expected {
        let section = section(&answer, &indicator.to_string(), by.0);
        let found = match group {
            "everyone" => of(section, &section.everyone),
            label => value(section, label),
        };
        assert!(
            (found - expected).abs() < 1e-6,
            "{file} {group}: {found}, not {expected}"
        );
    }
}

const FIFTHS: (&str, &str) = ("imd_quintile", "imd-fifth");

#[test]
fn a_date_is_yes_and_a_blank_is_no_from_an_age_on() {
    let adults = number("Age", Some(14.0), None);
    check(
        "ld-health-checks",
        ("Ethnicity", "ethnicity"),
        vec![share(dated("Date of LD annual health check"), Some(adults))],
        &[
            (0, "White", 83.333_333),
            (0, "Asian", 66.071_429),
            (0, "Black", 51.724_138),
            (0, "everyone", 67.672_414),
        ],
    );
}

#[test]
fn each_of_several_is_among_those_eligible_for_it() {
    check(
        "flu-covid",
        FIFTHS,
        vec![
            share(dated("flu_vacc_date"), Some(marked("flu_eligible"))),
            share(dated("covid_vacc_date"), Some(marked("covid_eligible"))),
        ],
        &[
            (0, "1", 41.025_641),
            (0, "5", 86.666_667),
            (1, "1", 33.333_333),
            (1, "5", 72.0),
        ],
    );
}

#[test]
fn a_threshold_goes_by_age() {
    let at_most = |systolic, diastolic| {
        all(vec![
            number("systolic_bp", None, Some(systolic)),
            number("diastolic_bp", None, Some(diastolic)),
        ])
    };
    let by_age = Criterion::ByAge {
        column: "age".into(),
        from: vec![(0, at_most(140.0, 90.0)), (80, at_most(150.0, 90.0))].into(),
    };
    check(
        "blood-pressure",
        FIFTHS,
        vec![share(by_age, None)],
        &[(0, "1", 40.948_276), (0, "5", 60.337_553)],
    );
}

#[test]
fn at_least_so_many_among_the_young() {
    check(
        "asthma-inhalers",
        FIFTHS,
        vec![share(
            number("saba_inhalers_12m", Some(6.0), None),
            Some(number("age", None, Some(17.0))),
        )],
        &[(0, "1", 3.508_772), (0, "5", 0.869_565)],
    );
}

#[test]
fn codes_count_do_not_count_and_are_set_aside() {
    let attended = codes("ATTENDED_OR_DID_NOT_ATTEND", &["5", "6"], &[]);
    let virtually = codes("FIRST_ATTENDANCE", &["3", "4"], &["1", "2"]);
    check(
        "first-attendance",
        ("IMD_QUINTILE", "imd-fifth"),
        vec![share(virtually, Some(attended))],
        &[
            (0, "1", 12.5),
            (0, "2", 22.916_667),
            (0, "5", 37.209_302),
            (0, "everyone", 26.470_588),
        ],
    );
    let smokers = || codes("smoking_status", &["Current smoker"], &[]);
    check(
        "inpatient-smokers",
        FIFTHS,
        vec![
            share(marked("referred_in_house_team"), Some(smokers())),
            share(marked("quit_at_28_days"), Some(marked("opted_in"))),
        ],
        &[
            (0, "1", 76.923_077),
            (0, "5", 60.0),
            (1, "everyone", 31.578_947),
        ],
    );
    let staged = codes("stage_best", &["1", "2"], &["3", "4"]);
    let of_all = codes("stage_best", &["1", "2"], &[]);
    let unstaged = codes("stage_best", &["U"], &[]);
    check(
        "cancer-stage",
        ("imd19_quintile", "imd-fifth"),
        vec![
            share(staged, None),
            share(of_all, None),
            share(unstaged, None),
        ],
        &[
            (0, "1", 51.438_849),
            (0, "5", 53.448_276),
            (1, "1", 46.732_026),
            (2, "1", 9.150_327),
        ],
    );
}

#[test]
fn codes_are_told_by_ranges_and_beginnings() {
    let emergency = || {
        Some(Criterion::Codes {
            column: "ADMIMETH".into(),
            yes: vec![Code::Starts("2".into())].into(),
            no: Vec::new().into(),
            aside: Vec::new().into(),
        })
    };
    let answer = answer(&made("circulatory-admissions"), |sheet| {
        asking(
            sheet,
            ("IMD_QUINTILE", "imd-fifth"),
            vec![
                share(range("DIAG_01", "I60", "I69"), emergency()),
                share(range("DIAG_01", "I21", "I22"), emergency()),
            ],
        )
    });
    let events = |indicator: &str| {
        let everyone = &section(&answer, indicator, "IMD_QUINTILE").everyone;
        everyone.events.and_then(Cell::number)
    };
    assert_eq!([events("0"), events("1")], [Some(57.0), Some(56.0)]);
}

#[test]
fn days_between_two_dates_are_a_value_and_a_threshold() {
    let within = |days| {
        share(
            Criterion::Days {
                from: "contact_date".into(),
                to: "received_date".into(),
                least: None,
                most: Some(days),
            },
            None,
        )
    };
    let lag = Outcome::Between {
        from: "contact_date".into(),
        to: "received_date".into(),
        weeks: false,
    };
    check(
        "lag",
        FIFTHS,
        vec![(lag, Formula::Median, Unit::Own), within(14), within(28)],
        &[
            (0, "everyone", 10.0),
            (1, "everyone", 60.0),
            (2, "everyone", 82.0),
        ],
    );
}

#[test]
fn weeks_between_two_dates_are_waits() {
    let wait = || Outcome::Between {
        from: "REFERRAL_TO_TREATMENT_PERIOD_START_DATE".into(),
        to: "Week_Ending_Date".into(),
        weeks: true,
    };
    let over = |weeks| (wait(), Formula::ShareOver { weeks }, Unit::Percent);
    let answer = answer(&made("waiting-list"), |sheet| {
        let mut plan = asking(
            sheet,
            ("IMD_Decile", "imd-decile"),
            vec![over(18.0), over(52.0)],
        );
        plan.switches.fifths = true;
        plan.filters.push(Filter {
            column: "Waiting_List_Type".into(),
            keep: Keep::Texts(vec!["IRTT".into(), "ORTT".into()]),
        });
        plan
    });
    let shown =
        |(indicator, group)| value(section(&answer, indicator, "IMD_Decile"), group).to_string();
    assert_eq!(
        [("0", "1"), ("0", "5"), ("1", "1"), ("1", "5")].map(shown),
        ["43.421053", "29.545455", "15.789474", "6.818182"]
    );
}

#[test]
fn rows_that_a_rule_is_not_about_are_set_aside_as_such() {
    let file = "sex,code,start,end,done\n\
                F,3,01/01/2025,02/01/2025,1\n\
                F,5,2025-01-01,2024-12-31,0\n\
                M,2,soon,2025-01-03,1\n\
                M,,,,1\n\
                M,8,1 January 2025,2025-02-01 10:30,\n";
    let days = |least, most| Criterion::Days {
        from: "start".into(),
        to: "end".into(),
        least,
        most,
    };
    let neither = Criterion::NoneOf(vec![marked("done"), days(Some(30), None)].into());
    let either = Criterion::Any(vec![marked("done"), days(Some(30), None)].into());
    let answer = answer(file.as_bytes(), |sheet| {
        asking(
            sheet,
            ("sex", "sex"),
            vec![
                share(codes("code", &["3"], &["5"]), None),
                share(days(None, Some(7)), None),
                share(neither, None),
                share(either, None),
                share(marked("done"), Some(codes("code", &["2", "3"], &["5", ""]))),
            ],
        )
    });
    let everyone = |indicator: &str| {
        let everyone = &section(&answer, indicator, "sex").everyone;
        (
            everyone.events.and_then(Cell::number),
            everyone.people.and_then(Cell::number),
        )
    };
    for (indicator, events, people) in [
        ("0", 1.0, 2.0),
        ("1", 1.0, 2.0),
        ("2", 0.0, 4.0),
        ("3", 4.0, 4.0),
        ("4", 2.0, 2.0),
    ] {
        assert_eq!(
            everyone(indicator),
            (Some(events), Some(people)),
            "{indicator}"
        );
    }
    assert!(Reason::OutcomeExcluded.words().contains("not about"));
}
