//! The plan that a file gets before anyone has said anything about it.

use std::fmt::Write as _;

use equal_measure::core::indicator::Formula;
use equal_measure::core::plan::{Outcome, Plan, Role, Shape};
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ingest::roles::propose_again;
use equal_measure::ingest::table::outline_rows;

/// An outline of a text file whose cells are parted by bars.
fn look(file: &str, text: &str) -> SheetOutline {
    let rows: Vec<(u64, Vec<String>)> = (1..)
        .zip(text.trim().lines())
        .map(|(line, row)| (line, row.split('|').map(str::to_owned).collect()))
        .collect();
    outline_rows("", &rows, file)
}

fn plan(outline: &SheetOutline) -> &Plan {
    outline.plan.as_ref().unwrap_or_else(|why| panic!("{why}"))
}

fn divisions(plan: &Plan) -> Vec<(&str, &str)> {
    plan.divisions
        .iter()
        .map(|division| (division.id.as_str(), division.scheme.as_str()))
        .collect()
}

fn filters(plan: &Plan) -> Vec<(&str, &str)> {
    plan.filters
        .iter()
        .map(|filter| (filter.column.as_str(), filter.keep[0].as_str()))
        .collect()
}

fn patients() -> SheetOutline {
    let mut text = String::from(
        "NHS Number|Surname|Weeks waited|IMD19 decile|Ethnic category|Sex|Age|Trust|Carer|Seen in time\n",
    );
    let numbers = ["9434765919", "4010232137", "4505577104"];
    for row in 0..30 {
        let line = format!(
            "{}|Smith{row}|{}|{}|{}|{}|{}|{}|{}|{}\n",
            numbers[row % 3],
            row * 3,
            row % 10 + 1,
            ["A", "H", "N", "Z"][row % 4],
            row % 2 + 1,
            row * 3 % 91,
            ["RRF", "RCB"][row % 2],
            row % 2,
            (row + 1) % 2
        );
        text.push_str(&line);
    }
    look("list.csv", &text)
}

#[test]
fn a_waiting_list_of_people() {
    let outline = patients();
    let plan = plan(&outline);
    assert_eq!(plan.shape, Shape::Records);
    assert_eq!(
        plan.outcome,
        Outcome::Wait {
            column: "Weeks waited".into(),
            days: false
        }
    );
    assert_eq!(
        divisions(plan),
        [
            ("IMD19 decile", "imd-decile"),
            ("Ethnic category", "ethnicity"),
            ("Sex", "sex"),
            ("Age", "age"),
            ("Carer", "plain"),
            ("Trust", "plain"),
        ]
    );
    let ids: Vec<&str> = plan
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "waits-over-18",
            "waits-over-52",
            "waits-over-65",
            "waits-over-78",
            "waits-over-104",
            "waits-median",
            "waits-p92",
        ]
    );
    assert!(plan.filters.is_empty());
    assert_eq!(plan.rule, "nhs-england");
}

#[test]
fn identifiers_are_named_and_shown_nowhere() {
    let outline = patients();
    let said = outline.notes.join(" ");
    assert!(
        said.contains("NHS Number") && said.contains("Surname"),
        "{said}"
    );
    let everything = format!("{outline:?}");
    assert!(!everything.contains("Smith1") && !everything.contains("9434765919"));
    for column in &plan(&outline).columns[..2] {
        assert_eq!(column.role, Role::Identifier);
    }
}

#[test]
fn another_outcome_may_be_chosen_by_hand() {
    let mut outline = patients();
    outline.columns[2].role = Role::SetAside;
    let again = propose_again(&outline).expect("the other outcome serves");
    assert_eq!(
        again.outcome,
        Outcome::YesNo {
            column: "Seen in time".into()
        }
    );
    assert_eq!(again.indicators[0].id, "share-yes");
    assert_eq!(divisions(&again), divisions(plan(&outline)));
    outline.columns[8].role = Role::SetAside;
    let fewer = propose_again(&outline).expect("a plan");
    assert!(
        fewer
            .divisions
            .iter()
            .all(|division| division.id != "Carer")
    );
    for column in &mut outline.columns {
        column.role = Role::SetAside;
    }
    let refused = propose_again(&outline).expect_err("nothing is left");
    assert!(
        refused.contains("No column says what happened"),
        "{refused}"
    );
}

#[test]
fn the_published_waiting_list_in_rows() {
    let mut text = String::from("Code|Name|Geography|Metric|Category|Waiting Bands|Count\n");
    for (metric, groups) in [
        ("Age", vec!["0-18 Years", "19-64 Years", "Over 65 Years"]),
        ("IMD", vec!["1", "10", "2"]),
        ("Sex", vec!["Female", "Male"]),
        (
            "Ethnicity",
            vec!["A: British", "H: Indian", "Z: Not stated"],
        ),
    ] {
        for geography in ["ENGLAND", "INDEPENDENT SECTOR"] {
            for group in &groups {
                for band in [
                    "Unknown Clock Start",
                    "01 To 18 Weeks",
                    "18 To 52 Weeks",
                    "Over 52 Weeks",
                    "Total",
                ] {
                    writeln!(text, "ENG|ENGLAND|{geography}|{metric}|{group}|{band}|405")
                        .expect("memory");
                }
            }
        }
    }
    let outline = look("WLMDS-Demographics-Geography-to-27-July-2025-v1.csv", &text);
    let plan = plan(&outline);
    assert_eq!(
        divisions(plan),
        [
            ("Metric = IMD", "imd-decile"),
            ("Metric = Ethnicity", "ethnicity"),
            ("Metric = Sex", "sex"),
            ("Metric = Age", "age"),
        ]
    );
    assert_eq!(filters(plan), [("Geography", "ENGLAND")]);
    let Outcome::Sums(series) = &plan.outcome else {
        panic!("sums")
    };
    assert_eq!(series.len(), 5);
    assert!(
        series
            .iter()
            .all(|one| one.column == "Count" && one.only.is_some())
    );
    let share = &plan.indicators[0];
    assert_eq!(
        (share.id.as_str(), share.polarity),
        ("waits-within-18", Polarity::MoreIsBetter)
    );
    assert_eq!(
        share.formula,
        Formula::Share {
            numerator: vec![1],
            denominator: vec![4]
        }
    );
    let unavailable = plan
        .indicators
        .iter()
        .filter(|one| matches!(one.formula, Formula::Unavailable { .. }));
    assert_eq!(unavailable.count(), 4);
    assert_eq!(outline.source.period.as_deref(), Some("to 27 July 2025"));
    assert!(outline.source.protected.is_some());
    assert!(outline.source.publisher.is_some());
}

#[test]
fn vaccination_coverage_by_category() {
    let outline = look(
        "coverage.csv",
        "Category|Group|Vaccinated at 22 Jun 2022 (n)|Vaccinated at 22 Jun 2022 (%)|Total eligible
overall|overall|700|70.0|1001
Sex|F|350|70.0|497
Sex|M|350|70.0|504
Ethnicity (broad categories)|Black|49|70.0|70
Ethnicity (broad categories)|White|630|70.0|903
Ethnicity (broad categories)|Unknown|21|70.0|28
Index of Multiple Deprivation (quintiles)|1 Most deprived|140|70.0|203
Index of Multiple Deprivation (quintiles)|2|140|70.0|203
Index of Multiple Deprivation (quintiles)|5 Least deprived|140|70.0|203
Dementia|no|602|70.0|903
Dementia|yes|98|70.0|98",
    );
    let plan = plan(&outline);
    assert_eq!(
        divisions(plan),
        [
            (
                "Category = Index of Multiple Deprivation (quintiles)",
                "imd-fifth"
            ),
            ("Category = Ethnicity (broad categories)", "ethnicity"),
            ("Category = Sex", "sex"),
            ("Category = Dementia", "plain"),
        ]
    );
    let share = &plan.indicators[0];
    assert_eq!(share.name, "Vaccinated at 22 Jun 2022");
    assert_eq!(share.verb, "were vaccinated at 22 Jun 2022");
    assert_eq!(share.polarity, Polarity::MoreIsBetter);
    assert_eq!(outline.source.period.as_deref(), Some("22 Jun 2022"));
    assert!(outline.source.protected.is_some());
}

#[test]
fn estimates_with_standard_errors() {
    let outline = look(
        "sample.csv",
        "indicator|dimension|subgroup|estimate|se|population|favourable_indicator
Births attended (%)|Economic status (wealth quintile)|Quintile 1 (poorest)|75.6|1.6|2072|1
Births attended (%)|Economic status (wealth quintile)|Quintile 2|91.0|1.1|2112|1
Births attended (%)|Economic status (wealth quintile)|Quintile 5 (richest)|99.2|0.2|1884|1",
    );
    let plan = plan(&outline);
    assert_eq!(plan.shape, Shape::Estimates);
    assert_eq!(
        divisions(plan),
        [("dimension = Economic status (wealth quintile)", "imd-fifth")]
    );
    let given = &plan.indicators[0];
    assert_eq!(given.name, "Births attended (%)");
    assert_eq!(given.polarity, Polarity::MoreIsBetter);
    assert_eq!(
        given.formula,
        Formula::Given {
            value: 0,
            limits: None,
            standard_error: Some(1),
            population: Some(2)
        }
    );
}

#[test]
fn several_periods_and_sexes_are_pinned_and_said() {
    let outline = look(
        "le.csv",
        "period|imd_decile|sex|le
2013 to 2015|1|Male|73.9
2013 to 2015|1|Female|78.8
2022 to 2024|1|Male|73.0
2022 to 2024|1|Female|78.0
2022 to 2024|10|Male|83.6
2022 to 2024|10|Female|86.4",
    );
    let plan = plan(&outline);
    assert_eq!(filters(plan), [("period", "2022 to 2024"), ("sex", "Male")]);
    assert_eq!(divisions(plan), [("imd_decile", "imd-decile")]);
    assert_eq!(plan.indicators[0].unit, Unit::Years);
    assert!(
        outline
            .notes
            .iter()
            .any(|note| note.contains("2022 to 2024"))
    );
    assert!(outline.notes.iter().any(|note| note.contains("Male")));
}

#[test]
fn totals_of_a_second_dimension_are_not_counted_twice() {
    let outline = look(
        "counts.csv",
        "IMD quintile|Sex|Screened (n)|Eligible
1|Female|10|20\n1|Male|11|21\n1|Persons|21|41
5|Female|12|20\n5|Male|13|21\n5|Persons|25|41",
    );
    let plan = plan(&outline);
    assert_eq!(filters(plan), [("Sex", "Persons")]);
    assert_eq!(divisions(plan), [("IMD quintile", "imd-fifth")]);
}

#[test]
fn events_that_outnumber_people_make_a_rate() {
    let table = |events: u32| format!("Sex|Admissions (n)|Eligible\nF|{events}|20\nM|8|20");
    let share = look("a.csv", &table(10));
    assert_eq!(plan(&share).indicators[0].unit, Unit::Percent);
    let rate = look("a.csv", &table(25));
    assert_eq!(plan(&rate).indicators[0].unit, Unit::Per(100_000));
    let population = look("a.csv", "Sex|Deaths|Population\nF|1|20\nM|2|20");
    assert_eq!(plan(&population).indicators[0].unit, Unit::Per(100_000));
}

#[test]
fn groups_side_by_side_become_rows() {
    let outline = look(
        "daily.csv",
        "date|1 Most deprived|2|5 Least deprived|Unknown|1 Most deprived_total|2_total|5 Least deprived_total|Unknown_total
2022-06-21|130|180|260|20|144|191|268|22
2022-06-22|133|182|263|21|144|191|268|22",
    );
    let plan = plan(&outline);
    assert_eq!(divisions(plan), [("Deprivation", "imd-fifth")]);
    assert_eq!(filters(plan), [("date", "2022-06-22")]);
    assert_eq!(outline.columns.len(), 4);
    let census = look(
        "census.csv",
        "\"TS021\"\n\nPopulation :|All usual residents\n\narea|code|Total: All usual residents|Asian, Asian British or Asian Welsh|Black, Black British, Black Welsh, Caribbean or African|White
A|E01011954|100|20|30|50\nB|E01011969|100|30|30|40",
    );
    assert_eq!(census.header_line, 5);
    assert_eq!(census.columns[2].scheme.as_deref(), Some("ethnicity"));
    assert_eq!(
        census.source.population.as_deref(),
        Some("All usual residents")
    );
    assert!(census.plan.is_err());
}

#[test]
fn files_without_a_question_say_why() {
    for (text, said) in [
        ("", "empty"),
        ("a|b|c", "no rows under them"),
        ("just a remark\nand another", "No table"),
        ("Area|Score\nLeeds|1.5\nYork|2.5", "divides people"),
        ("Sex|Patients\nF|3\nM|4", "no second count"),
        (
            "Organisation|Issue\nRRF|Missing\nRCB|Late",
            "what happened to people",
        ),
    ] {
        let outline = look("x.csv", text);
        let why = outline.plan.expect_err(text);
        assert!(why.contains(said), "{text}: {why}");
    }
}
