//! The plan that a file of people, or of a known family, gets before anyone has said anything about it.

use std::fmt::Write as _;

use crate::roles::look::{divisions, filters, look, plan};
use equal_measure::core::indicator::Formula;
use equal_measure::core::plan::{Answers, Outcome, Role, Shape};
use equal_measure::core::units::Polarity;
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ingest::roles::propose_again;

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
        plan.outcomes[0],
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
        again.outcomes[0],
        Outcome::YesNo {
            column: "Seen in time".into(),
            answers: Answers::Marks,
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
    let Outcome::Sums(series) = &plan.outcomes[0] else {
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
            denominator: vec![4],
            less: Vec::new()
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
fn every_column_of_answers_is_an_indicator() {
    let mut text = String::from("IMD decile|Vaccinated|Screened|Reviewed|DNA\n");
    for row in 0..40 {
        let answer = |every: usize| if row % every == 0 { "Yes" } else { "No" };
        let cells = [2, 3, 5, 7].map(answer).join("|");
        let _ = writeln!(text, "{}|{cells}", row % 10 + 1);
    }
    let outline = look("list.csv", &text);
    let plan = plan(&outline);
    let columns: Vec<Vec<&str>> = plan.outcomes.iter().map(Outcome::columns).collect();
    assert_eq!(
        columns,
        [["Vaccinated"], ["Screened"], ["Reviewed"], ["DNA"]]
    );
    let made: Vec<(&str, usize, Polarity)> = plan
        .indicators
        .iter()
        .map(|indicator| (indicator.id.as_str(), indicator.outcome, indicator.polarity))
        .collect();
    let (better, worse) = (Polarity::MoreIsBetter, Polarity::MoreIsWorse);
    assert_eq!(
        made,
        [
            ("share-yes", 0, better),
            ("share-yes-2", 1, better),
            ("share-yes-3", 2, better),
            ("share-yes-4", 3, worse),
        ]
    );
}
