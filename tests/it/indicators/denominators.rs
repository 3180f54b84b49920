//! Denominators by rule: one count less another, one outcome of another, amounts by days.

use std::fmt::Write;

use super::{answer, made, proposed, section, value};
use equal_measure::answer::cell::Cell;
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::plan::{Outcome, Plan, Series, Shape};
use equal_measure::core::target::{Among, PartOf};
use equal_measure::core::units::Unit;
use equal_measure::engine::{flow, job};
use equal_measure::ingest::outline::SheetOutline;

#[test]
fn those_at_caseness_are_those_who_finished_less_those_who_were_not() {
    let answer = answer(&made("talking-therapies"), proposed);
    let recovered = section(&answer, "talking-therapies-recovery", "Ethnicity");
    assert_eq!(
        ["Asian", "Black"].map(|group| value(recovered, group).to_string()),
        ["44", "42.780749"]
    );
    let targets = recovered.indicator.targets.iter();
    assert!(targets.map(|target| target.value.to_string()).eq(["0.5"]));
}

#[test]
fn incidents_are_divided_by_days_in_bed() {
    let answer = answer(&made("inpatient-spells"), proposed);
    assert_eq!(answer.plan.shape, Shape::Records);
    let restraint = section(&answer, "restrictive-interventions", "Ethnic category");
    assert_eq!(restraint.indicator.unit, Unit::Per(1_000));
    assert_eq!(
        ["White", "Black"].map(|group| value(restraint, group).to_string()),
        ["13.658537", "18.340349"]
    );
    // People are stays, not days.
    assert_eq!(
        restraint.everyone.people.and_then(Cell::number),
        Some(300.0)
    );
    let detained = section(&answer, "share-yes", "Ethnic category");
    assert_eq!(
        ["White", "Black"].map(|group| value(detained, group).to_string()),
        ["37.062937", "58.227848"]
    );
}

/// The plan that asks shares of one count in another.
fn of_counts(sheet: &SheetOutline, counts: &[&str], shares: &[(usize, usize)]) -> Plan {
    let mut plan = proposed(sheet);
    plan.shape = Shape::Counts;
    let series = counts.iter().map(|name| Series {
        name: (*name).into(),
        column: (*name).into(),
        only: None,
    });
    plan.outcomes = vec![Outcome::Sums(series.collect())];
    let indicator = |(place, &(numerator, denominator)): (usize, &(usize, usize))| Indicator {
        id: place.to_string(),
        name: format!("Share {place}"),
        formula: Formula::Share {
            numerator: vec![numerator],
            denominator: vec![denominator],
            less: Vec::new(),
        },
        ..Indicator::default()
    };
    plan.indicators = shares.iter().enumerate().map(indicator).collect();
    plan
}

#[test]
fn a_second_dose_is_a_share_of_the_first() {
    let answer = answer(&made("two-doses"), |sheet| {
        let mut plan = of_counts(sheet, &["Eligible", "Dose 1", "Dose 2"], &[(1, 0), (2, 1)]);
        plan.indicators[1].part_of = vec![PartOf {
            indicator: "0".into(),
            among: Among::Counted,
        }];
        plan
    });
    let shown =
        |(indicator, group)| value(section(&answer, indicator, "Ethnic group"), group).to_string();
    assert_eq!(
        [
            ("0", "Black"),
            ("0", "White"),
            ("1", "Black"),
            ("1", "White")
        ]
        .map(shown),
        ["72.476208", "91.854566", "82.878476", "92.727831"]
    );
}

#[test]
fn more_taken_away_than_there_is_gives_no_share() {
    let file = "imd_quintile,recovered,finished_course,not_caseness\n1,4,20,30\n5,10,50,10\n";
    let answer = answer(file.as_bytes(), proposed);
    let section = section(&answer, "talking-therapies-recovery", "imd_quintile");
    assert!(section.groups[0].value.is_err());
    assert_eq!(value(section, "5").to_string(), "25");
}

/// Three people of one group stayed for many days: their amounts are large, and still theirs alone.
#[test]
fn amounts_of_few_people_are_joined_with_others() {
    let mut file = String::from("ethnicity,restraint_incidents,bed_days\n");
    for (group, people) in [("Asian", 3), ("Black", 30), ("White", 40), ("Mixed", 25)] {
        for person in 0..people {
            writeln!(file, "{group},{},{}", person % 4 + 2, person + 100).expect("a text");
        }
    }
    let bytes = file.as_bytes();
    let outline = super::look(bytes);
    let plan = proposed(&outline.sheets[0]);
    assert_eq!(plan.rule, "nhs-england");
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes).expect("rows");
    let reading = job.finish().expect("a reading");
    let answer = flow::show(&plan, &reading, &outline.sheets[0].source).answer;
    let section = section(&answer, "restrictive-interventions", "ethnicity");
    let labels = section.groups.iter().map(|group| group.label.as_str());
    assert!(!labels.clone().any(|label| label == "Asian"));
    assert_eq!(labels.count(), 3);
}
