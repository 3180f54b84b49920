//! Outcomes and waits in words, and the first column of a pivot table.

use crate::roles::look::{divisions, look, plan};
use equal_measure::answer::Answer;
use equal_measure::answer::cell::Cell;
use equal_measure::answer::section::Group;
use equal_measure::core::ledger::Reason;
use equal_measure::core::plan::Plan;
use equal_measure::core::plan::{Answers, Outcome, Role, Shape};
use equal_measure::core::units::Polarity;
use equal_measure::engine::{flow, job};

/// The exact answer of a text file under its proposed plan, and how many rows could not be read.
fn answer(text: &str) -> (Answer, u64) {
    let text = text.replace('|', ",");
    let outline = job::look_text("list.csv", text.as_bytes(), text.len() as u64).expect("a table");
    let sheet = &outline.sheets[0];
    let plan = plan(sheet);
    let mut reader = job::Job::text(&outline, plan);
    reader.push(text.as_bytes()).expect("rows");
    let reading = reader.finish().expect("a reading");
    assert!(reading.ledger.balances());
    let aside = reading.ledger.aside.get(&Reason::OutcomeUnreadable);
    let unread = aside.map_or(0, |aside| aside.rows);
    let plan = Plan {
        rule: "none".into(),
        ..plan.clone()
    };
    (flow::show(&plan, &reading, &sheet.source).answer, unread)
}

#[test]
fn outcomes_in_words_are_a_share() {
    for (column, yes, no, other, polarity) in [
        ("Offer", "Accepted", "Declined", "", Polarity::MoreIsBetter),
        (
            "Course",
            "Completed",
            "Not completed",
            "",
            Polarity::MoreIsBetter,
        ),
        (
            "Status",
            "Vaccinated",
            "Unvaccinated",
            "Pending",
            Polarity::MoreIsBetter,
        ),
    ] {
        let rows: Vec<String> = [
            ("1", yes),
            ("1", yes),
            ("1", no),
            ("10", yes),
            ("10", no),
            ("10", other),
        ]
        .iter()
        .cycle()
        .take(30)
        .map(|(decile, text)| format!("{decile}|{text}"))
        .collect();
        let text = format!("IMD decile|{column}\n{}\n", rows.join("\n"));
        let outline = look("list.csv", &text);
        let found = plan(&outline);
        assert_eq!(found.shape, Shape::Records);
        assert_eq!(
            found.outcomes[0],
            Outcome::YesNo {
                column: column.into(),
                answers: Answers::Words,
            }
        );
        let indicator = &found.indicators[0];
        assert_eq!(
            (indicator.name.as_str(), indicator.polarity),
            (yes, polarity)
        );
        assert!(indicator.definition.contains(yes) && indicator.definition.contains(no));
        let judged = &outline.columns[1];
        assert!(
            judged.why.contains("counts as yes") && judged.confidence >= 0.8,
            "{judged:?}"
        );
        let (answer, unread) = answer(&text);
        let share = |group: usize| {
            answer.sections[0].groups[group]
                .value
                .as_ref()
                .expect("a share")
                .value
                .number()
                .expect("not hidden")
        };
        assert!((share(0) - 2.0 / 3.0).abs() < 1e-12 && (share(1) - 0.5).abs() < 1e-12);
        assert_eq!(unread, if other.is_empty() { 0 } else { 5 }, "{column}");
    }
}

#[test]
fn outcomes_in_words_beside_counts_are_groups() {
    let outline = look(
        "table.csv",
        "IMD decile|Outcome|Count\n1|Attended|90\n1|DNA|10\n10|Attended|95\n10|DNA|5",
    );
    assert_eq!(outline.columns[1].role, Role::Dimension);
    // A wait says more than whether someone came.
    let waits = look(
        "list.csv",
        "Weeks waited|Outcome|Sex\n5|Attended|F\n9|DNA|M\n7|Attended|F\n30|DNA|M\n20|DNA|F\n1|Attended|M",
    );
    assert!(matches!(plan(&waits).outcomes[0], Outcome::Wait { .. }));
}

#[test]
fn waits_that_are_spelt_out_are_read() {
    for (column, cells, days, median) in [
        ("Wait", ["12 weeks", "14 weeks", "20 weeks"], false, 14.0),
        ("Waiting time", ["12 wks", "1 wk", "20wks"], false, 12.0),
        ("Current wait", ["84 days", "98 days", "7 days"], true, 12.0),
        (
            "Time waiting",
            ["12 weeks", "98 days", "20 weeks"],
            false,
            14.0,
        ),
        ("Weeks waited", ["12 weeks", "14", "20 weeks"], false, 14.0),
    ] {
        let rows: Vec<String> = cells
            .iter()
            .cycle()
            .take(30)
            .map(|cell| format!("F|{cell}\nM|{cell}"))
            .collect();
        let text = format!("Sex|{column}\n{}\n", rows.join("\n"));
        let outline = look("list.csv", &text);
        let expected = Outcome::Wait {
            column: column.into(),
            days,
        };
        assert_eq!(plan(&outline).outcomes[0], expected, "{column}");
        let (answer, unread) = answer(&text);
        assert_eq!(unread, 0, "{column}");
        let mut sections = answer.sections.iter();
        let section = sections.find(|section| section.indicator.id == "waits-median");
        let value = section.expect("a median").groups[0]
            .value
            .as_ref()
            .expect("a median")
            .value
            .number()
            .expect("not hidden");
        assert!((value - median).abs() < 1e-5, "{column}: {value}");
    }
    let gestation = look(
        "list.csv",
        "Sex|Gestation\nF|38 weeks\nM|40 weeks\nF|39 weeks\nM|38 weeks",
    );
    assert!(gestation.plan.is_err());
}

/// A pivot table counts rows by any column, often by one that names people.
#[test]
fn a_count_of_identifiers_is_a_count_and_identifiers_are_not() {
    let outline = look(
        "pivot.csv",
        "Row Labels|Count of NHS Number\nFemale|20\nMale|15\nGrand Total|35",
    );
    assert_eq!(outline.columns[1].role, Role::Numerator);
    assert_eq!(plan(&outline).indicators[0].id, "share-of-total");
    let people: String = (0..12).map(|_| "F|9434765919\n").collect();
    let outline = look("people.csv", &format!("Sex|Count of NHS Number\n{people}"));
    assert_eq!(outline.columns[1].role, Role::Identifier);
}

#[test]
fn a_pivot_table_of_answers_is_a_share_of_its_total() {
    let outline = look(
        "pivot.csv",
        "Count of NHS Number|Column Labels||\nRow Labels|No|Yes|Grand Total
Female|80|20|100\nMale|85|15|100\nGrand Total|165|35|200",
    );
    let found = plan(&outline);
    let Outcome::Sums(series) = &found.outcomes[0] else {
        panic!("{:?}", found.outcomes[0])
    };
    let columns: Vec<&str> = series.iter().map(|one| one.column.as_str()).collect();
    assert_eq!(columns, ["Yes", "Grand Total"]);
    assert_eq!(divisions(found), [("Row Labels", "sex")]);
}

#[test]
fn a_pivot_table_is_by_its_row_labels() {
    for (table, scheme) in [
        (
            "Row Labels|Sum of DNAs|Sum of Appointments\n1|20|100\n2|15|90\n10|6|80\nGrand Total|41|270",
            "plain",
        ),
        (
            "Row Labels|Sum of DNAs|Sum of Appointments\nWhite British|20|100\nIndian|15|90\nGrand Total|35|190",
            "ethnicity",
        ),
        (
            "Row Labels|Sum of DNAs|Sum of Appointments\nFemale|20|100\nMale|15|90\nGrand Total|35|190",
            "sex",
        ),
        (
            "Row Labels|Sum of DNAs|Sum of Appointments\nNorth|20|100\nSouth|15|90\nGrand Total|35|190",
            "plain",
        ),
    ] {
        let outline = look("pivot.csv", table);
        assert_eq!(
            divisions(plan(&outline)),
            [("Row Labels", scheme)],
            "{table}"
        );
        let (answer, _) = answer(table);
        let section = &answer.sections[0];
        let rows = table.lines().count() - 2;
        assert_eq!(section.groups.len(), rows, "{table}");
        assert_eq!(section.indicator.name, "DNAs", "{table}");
        let number = |group: &Group| group.people.and_then(Cell::number);
        let people: f64 = section.groups.iter().filter_map(number).sum();
        assert_eq!(number(&section.everyone), Some(people), "{table}");
    }
}
