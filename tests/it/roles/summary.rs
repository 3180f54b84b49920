//! Tables where each row is a group: the plan finds the counts, the bands or the values in them.

use crate::roles::look::{divisions, filters, look, plan};
use equal_measure::core::indicator::Formula;
use equal_measure::core::plan::{Outcome, Plan};
use equal_measure::engine::{flow, job};
use equal_measure::export;

/// The columns that are added up, in order, and what is made of them.
fn asked(plan: &Plan) -> (Vec<&str>, Vec<&str>) {
    let Outcome::Sums(series) = &plan.outcomes[0] else {
        panic!("{:?}", plan.outcomes[0])
    };
    let made = |formula: &Formula| !matches!(formula, Formula::Unavailable { .. });
    (
        series.iter().map(|series| series.column.as_str()).collect(),
        plan.indicators
            .iter()
            .filter(|indicator| made(&indicator.formula))
            .map(|indicator| indicator.id.as_str())
            .collect(),
    )
}

fn check(table: &str, columns: &[&str], indicators: &[&str]) {
    let outline = look("table.csv", table);
    assert!(!divisions(plan(&outline)).is_empty(), "{table}");
    assert!(filters(plan(&outline)).is_empty(), "{table}");
    assert_eq!(
        asked(plan(&outline)),
        (columns.to_vec(), indicators.to_vec()),
        "{table}"
    );
}

#[test]
fn counts_are_found_by_a_share_or_by_their_names() {
    check(
        "IMD decile|DNAs|Appointments|% DNA
1|20|100|20.0
2|15|100|15.0
10|6|100|6.0
Total|41|300|",
        &["DNAs", "Appointments"],
        &["share"],
    );
    check(
        "IMD decile|Appointments|DNAs
1|1,100|20
2|1,000|15
10|900|6",
        &["DNAs", "Appointments"],
        &["share"],
    );
    check(
        "IMD decile|Screened|Eligible population\n1|20|100\n2|15|100\n10|6|100",
        &["Screened", "Eligible population"],
        &["share"],
    );
    check(
        "Ethnic group|Number of DNAs|Bookings
White|20|1,100
Asian|15|1,000
Black|6|900",
        &["Number of DNAs", "Bookings"],
        &["share"],
    );
}

#[test]
fn two_parts_of_everyone_make_a_share() {
    let outline = look("table.csv", "Sex|Attended|DNA\nF|90|10\nM|80|20");
    let made = &plan(&outline).indicators[0];
    assert_eq!(asked(plan(&outline)).0, ["DNA", "Attended"]);
    assert_eq!(
        made.formula,
        Formula::Share {
            numerator: vec![0],
            denominator: vec![0, 1],
            less: Vec::new()
        }
    );
}

#[test]
fn a_single_count_gives_what_part_of_everyone_each_group_is() {
    check(
        "Ethnic group|Observation\nWhite|900\nAsian|100\nBlack|40",
        &["Observation"],
        &["share-of-total"],
    );
    check(
        "IMD decile|Number of patients|Percentage
1|500|50%
2|300|30%
10|200|20%
Total|1,000|100%",
        &["Number of patients"],
        &["share-of-total"],
    );
}

/// The share of each group and the people of each standing, all the way from bytes.
#[test]
fn shares_of_everyone_are_made_from_all_rows() {
    let text = "Ethnic group,Patients\nWhite,600\nAsian,300\nNot stated,100\n";
    let size = text.len() as u64;
    let outline = job::look_text("table.csv", text.as_bytes(), size).expect("a look");
    let sheet = &outline.sheets[0];
    let plan = plan(sheet);
    let mut reader = job::Job::text(&outline, plan);
    reader.push(text.as_bytes()).expect("rows");
    let reading = reader.finish().expect("a reading");
    let release = flow::show(plan, &reading, &sheet.source).answer;
    assert_eq!(release.sections[0].groups.len(), 3);
    assert!(release.sections[0].contrasts.is_empty());
    let json = String::from_utf8(export::json(&release).expect("JSON")).expect("UTF-8");
    assert!(
        json.contains("60% (95% interval 56 to 63; Wilson)"),
        "{json}"
    );
    assert!(!json.contains("-0.0"), "a count of nobody is plain 0");
}

#[test]
fn values_are_found_by_their_limits_or_alone() {
    check(
        "IMD decile|Life expectancy at birth|Lower 95% CI|Upper 95% CI
1|73.4|73.1|73.7
2|75.4|75.1|75.7
10|83.4|83.1|83.7",
        &["Life expectancy at birth", "Lower 95% CI", "Upper 95% CI"],
        &["given"],
    );
    check(
        "IMD Decile|Age-standardised rate per 100,000|95% Lower CI|95% Upper CI|Population
1|380|370|390|50000
2|360|350|370|51000
10|200|190|210|52000",
        &[
            "Age-standardised rate per 100,000",
            "95% Lower CI",
            "95% Upper CI",
            "Population",
        ],
        &["given"],
    );
    check(
        "IMD decile|DNA rate\n1|11.5%\n2|11.0%\n10|7.0%",
        &["DNA rate"],
        &["given"],
    );
    check(
        "Ethnic group|n|DNA %\nWhite|400|10%\nAsian|200|15%\nBlack|100|20%",
        &["DNA %"],
        &["given"],
    );
}

#[test]
fn waiting_bands_of_any_width_are_read() {
    check(
        "IMD decile|0-18 weeks|18-52 weeks|52-65 weeks|65+ weeks
1|100|50|20|3
10|120|40|10|1",
        &["0-18 weeks", "18-52 weeks", "52-65 weeks", "65+ weeks"],
        &[
            "waits-within-18",
            "waits-over-18",
            "waits-over-52",
            "waits-over-65",
        ],
    );
    check(
        "IMD decile|Weeks|Number waiting
1|0-18 weeks|90
1|18-52 weeks|40
1|52+ weeks|5
10|0-18 weeks|95
10|18-52 weeks|30
10|52+ weeks|1",
        &["Number waiting"; 3],
        &["waits-within-18", "waits-over-18", "waits-over-52"],
    );
    check(
        "IMD decile|Patients on waiting list|Waiting over 52 weeks|% over 52 weeks
1|781|164|21.0%
2|997|131|13.1%
10|1136|113|9.9%",
        &["Waiting over 52 weeks", "Patients on waiting list"],
        &["share"],
    );
    check(
        "IMD decile|Gt 00 To 17 Weeks SUM 1|Gt 17 To 18 Weeks SUM 1|Gt 18 To 104 Weeks SUM 1|Gt 104 Weeks SUM 1|Total|Total All
1|100|50|20|3|173|175
10|120|40|10|1|171|171",
        &[
            "Gt 00 To 17 Weeks SUM 1",
            "Gt 17 To 18 Weeks SUM 1",
            "Gt 18 To 104 Weeks SUM 1",
            "Gt 104 Weeks SUM 1",
            "Total",
            "Total All",
        ],
        &["waits-within-18", "waits-over-18", "waits-over-104"],
    );
}

#[test]
fn headers_of_two_rows_are_joined_under_a_name_of_one() {
    check(
        "IMD decile|Male||Female|
|Deaths|Population|Deaths|Population
1|200|30000|170|30500
2|190|30007|160|30507
10|110|30063|80|30563",
        &["Deaths", "Population"],
        &["rate"],
    );
}

#[test]
fn a_table_that_cannot_be_answered_says_why() {
    for (table, why) in [
        (
            "IMD decile|Came late|Came early\n1|900|100\n2|950|80\n10|990|20",
            "no second count",
        ),
        (
            "IMD decile|Outcome of visit\n1|Came\n2|Came\n3|Stayed away\n1|Came\n1|Stayed away\n2|Came",
            "write yes or no",
        ),
    ] {
        let said = look("table.csv", table).plan.expect_err(table);
        assert!(said.contains(why), "{said}");
    }
}
