//! What is named as the period is the period of the rows that were counted.

use std::fmt::Write;

use equal_measure::core::plan::{Filter, Keep, Plan};
use equal_measure::engine::{flow, job};

/// The period that an answer names, after `change` of the plan that is proposed.
fn period(text: &str, change: impl Fn(&mut Plan)) -> String {
    let bytes = text.as_bytes();
    let outline = job::look_text("t.csv", bytes, bytes.len() as u64).unwrap();
    let sheet = &outline.sheets[0];
    let mut plan = sheet.plan.clone().unwrap();
    change(&mut plan);
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes).unwrap();
    let shown = flow::show(&plan, &job.finish().unwrap(), &sheet.source);
    shown.answer.source.period.unwrap_or_default()
}

fn keep(column: &str, texts: &[&str]) -> Vec<Filter> {
    vec![Filter {
        column: column.into(),
        keep: Keep::Texts(texts.iter().map(|text| (*text).to_owned()).collect()),
    }]
}

#[test]
fn a_chosen_month_is_named_and_all_from_first_to_last() {
    let text = include_str!("../../files/cases/01-period-chosen.csv");
    assert_eq!(period(text, |_| ()), "Month 2025-03");
    let january = keep("Month", &["2025-01"]);
    assert_eq!(
        period(text, |plan| plan.filters.clone_from(&january)),
        "Month 2025-01"
    );
    assert_eq!(
        period(text, |plan| plan.filters.clear()),
        "Month 2025-01 to 2025-03"
    );
    let two = keep("Month", &["2025-02", "2025-03"]);
    assert_eq!(
        period(text, |plan| plan.filters.clone_from(&two)),
        "Month 2025-02 to 2025-03"
    );
}

#[test]
fn rows_that_a_filter_leaves_out_name_no_period() {
    let text = "Site,Quarter,Sex,Seen,Invited\nA,Q1 2024/25,F,5,10\nA,Q1 2024/25,M,6,10\n\
                B,Q2 2024/25,F,7,10\nB,Q2 2024/25,M,8,10\n";
    let site = |text| keep("Site", &[text]);
    assert_eq!(
        period(text, |plan| plan.filters = site("A")),
        "Quarter Q1 2024/25"
    );
    assert_eq!(
        period(text, |plan| plan.filters = site("B")),
        "Quarter Q2 2024/25"
    );
}

#[test]
fn a_column_of_one_period_is_named_and_a_title_is_kept_beside() {
    let text = "Year,Sex,Seen,Invited\n2024/25,F,5,10\n2024/25,M,6,10\n";
    assert_eq!(period(text, |_| ()), "Year 2024/25");
    let ends = "From date,To date,Sex,Seen,Invited\n01/04/2024,30/06/2024,F,5,10\n01/04/2024,30/06/2024,M,6,10\n";
    assert_eq!(period(ends, |_| ()), "01/04/2024 to 30/06/2024");
}

#[test]
fn days_of_people_are_named_by_their_months() {
    let mut text = "Referral date,IMD quintile,Weeks waited\n".to_owned();
    for row in 0..200_000 {
        let day = row % 28 + 1;
        let month = 1 + row / 20_000;
        writeln!(
            text,
            "{day:02}/{month:02}/2025,{},{}",
            row % 5 + 1,
            row % 40
        )
        .unwrap();
    }
    assert_eq!(
        period(&text, |_| ()),
        "Referral date January 2025 to October 2025"
    );
}
