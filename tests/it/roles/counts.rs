//! Two columns of counts, told by their words or by the table alone; and records that look like them.

use std::fmt::Write as _;

use crate::roles::look::{self, divisions, look, plan};
use equal_measure::core::indicator::Formula;
use equal_measure::core::plan::{Outcome, Plan, Shape};
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::ingest::outline::SheetOutline;

fn summed(plan: &Plan) -> Vec<&str> {
    match &plan.outcomes[0] {
        Outcome::Sums(series) => series.iter().map(|one| one.column.as_str()).collect(),
        other => panic!("{other:?}"),
    }
}

/// How sure the roles of the two columns are, after checking that they make a share.
fn check(table: &str, some: &str, everyone: &str) -> f64 {
    let outline = look("table.csv", table);
    let plan = plan(&outline);
    assert_eq!(plan.shape, Shape::Counts, "{table}");
    assert_eq!(summed(plan), [some, everyone], "{table}");
    let indicator = &plan.indicators[0];
    assert_eq!(indicator.unit, Unit::Percent, "{table}");
    assert!(
        matches!(indicator.formula, Formula::Share { .. }),
        "{table}"
    );
    sure(&outline, some).min(sure(&outline, everyone))
}

fn sure(outline: &SheetOutline, name: &str) -> f64 {
    let mut columns = outline.columns.iter();
    let column = columns.find(|column| column.name == name);
    column.map_or(0.0, |column| column.confidence)
}

#[test]
fn words_of_both_names_tell() {
    for (table, some, everyone) in [
        (
            "IMD decile|Seen within 18 weeks|All waiting\n1|20|100\n2|15|90\n10|6|80",
            "Seen within 18 weeks",
            "All waiting",
        ),
        (
            "Ethnic group|Sex|Number waiting|Number seen
White|F|500|300\nWhite|M|400|250\nAsian|F|100|40\nAsian|M|90|50",
            "Number seen",
            "Number waiting",
        ),
        (
            "Practice|Sex|Attended|Invited\nA|F|30|50\nA|M|25|45\nB|F|40|60\nB|M|35|55",
            "Attended",
            "Invited",
        ),
        (
            "Sex|Age group|DNAs|Appointments\nF|0-17|3|50\nF|18-64|2|45\nM|0-17|4|60\nM|18-64|3|55",
            "DNAs",
            "Appointments",
        ),
        (
            "Month|Sex|Positive|Tested\n2025-01|F|3|50\n2025-02|F|2|45\n2025-01|M|4|60\n2025-02|M|3|55",
            "Positive",
            "Tested",
        ),
        (
            "Site|Ethnic group|Offered|Eligible\nA|White|3|50\nA|Asian|2|45\nB|White|4|60\nB|Asian|3|55",
            "Offered",
            "Eligible",
        ),
    ] {
        assert!(check(table, some, everyone) >= 0.75, "{table}");
    }
}

#[test]
fn the_table_alone_tells_and_the_page_asks() {
    let table = "Clinic|Sex|Quarter|Blue|Green
North|F|2025 Q1|3|50\nNorth|M|2025 Q1|2|45\nNorth|F|2025 Q2|4|60\nNorth|M|2025 Q2|3|55
South|F|2025 Q1|5|30\nSouth|M|2025 Q1|1|25\nSouth|F|2025 Q2|4|20\nSouth|M|2025 Q2|9|15";
    let sure = check(table, "Blue", "Green");
    assert!(sure < 0.8, "{sure}");
    let other_way = "IMD decile|Amber|Red\n1|90|20\n2|80|15\n3|85|30\n4|70|6\n5|60|12";
    assert!(check(other_way, "Red", "Amber") < 0.8);
}

#[test]
fn names_and_directions_follow_the_words() {
    for (columns, name, polarity) in [
        ("Number seen|Number waiting", "Seen", Polarity::MoreIsBetter),
        ("Number of DNAs|Bookings", "DNAs", Polarity::MoreIsWorse),
        ("Attended|Invited", "Attended", Polarity::MoreIsBetter),
        ("Blue|Green", "Blue", Polarity::Neutral),
    ] {
        let table = format!("IMD decile|{columns}\n1|20|100\n2|15|90\n3|9|70\n4|6|80\n5|4|60");
        let outline = look("table.csv", &table);
        let indicator = &plan(&outline).indicators[0];
        assert_eq!(
            (indicator.name.as_str(), indicator.polarity),
            (name, polarity)
        );
    }
}

#[test]
fn two_parts_of_everyone_are_not_some_of_the_other() {
    let parts = "IMD decile|DNA|Attended\n1|10|90\n2|20|80\n3|15|85\n4|5|95\n5|6|94";
    assert_eq!(summed(plan(&look("table.csv", parts))), ["DNA", "Attended"]);
    let denied = "IMD decile|Happy|Unhappy\n1|90|10\n2|80|20\n3|85|15\n4|95|5\n5|94|6";
    assert!(look("table.csv", denied).plan.is_err());
}

/// Records with two numbers, one of them never above the other.
#[test]
fn records_of_people_are_not_caught() {
    let mut visits = String::from("Sex|Ethnic category|Visits|Bed days\n");
    let mut ages = String::from("Age|Sex|Visits|Bed days\n");
    let mut dated = String::from("Referred|Sex|Ethnic category|Visits|Bed days\n");
    for row in 0..40_u32 {
        let (sex, group) = (
            ["F", "M"][row as usize % 2],
            ["A", "H", "N"][row as usize / 7 % 3],
        );
        let (few, many) = (row * 7 % 5, 5 + row * 11 % 30);
        writeln!(visits, "{sex}|{group}|{few}|{many}").expect("memory");
        writeln!(ages, "{}|{sex}|{few}|{many}", 18 + row * 37 % 71).expect("memory");
        writeln!(
            dated,
            "2025-{:02}-{:02}|{sex}|{group}|{few}|{many}",
            row % 12 + 1,
            row % 27 + 1
        )
        .expect("memory");
    }
    for text in [visits, ages, dated] {
        let outline = look("people.csv", &text);
        assert_eq!(plan(&outline).shape, Shape::Records, "{text}");
    }
}

/// Values whose name alone says that they are shares or rates, beside their people.
#[test]
fn shares_and_rates_without_counts_are_values() {
    for (name, values, unit) in [
        ("Percentage vaccinated", ["65", "70", "81"], Unit::Percent),
        ("Uptake", ["65.5", "70.1", "81.2"], Unit::Percent),
        ("Proportion seen", ["0.65", "0.7", "0.81"], Unit::Percent),
        (
            "Deaths per 100,000",
            ["650", "700", "810"],
            Unit::Per(100_000),
        ),
        (
            "Falls per 1,000",
            ["65.5", "70.1", "81.2"],
            Unit::Per(1_000),
        ),
        ("Score rate", ["65.5", "70.1", "81.2"], Unit::Own),
    ] {
        let [one, two, three] = values;
        let table =
            format!("IMD decile|{name}|Population\n1|{one}|900\n2|{two}|950\n10|{three}|990");
        let outline = look("table.csv", &table);
        let plan = plan(&outline);
        assert_eq!(plan.shape, Shape::Estimates, "{table}");
        assert_eq!(plan.indicators[0].unit, unit, "{table}");
    }
    check(
        "IMD decile|Uptake|Eligible\n1|65|900\n2|70|950\n10|81|990",
        "Uptake",
        "Eligible",
    );
}

#[test]
fn areas_divide_people_where_nothing_but_age_and_sex_does() {
    let rows = |area: &str| {
        format!("{area}|F|0-4|3|50\n{area}|F|5-9|2|45\n{area}|M|0-4|4|60\n{area}|M|5-9|3|55\n")
    };
    let table = |areas: &[&str]| {
        let body: String = areas.iter().map(|area| rows(area)).collect();
        format!("Area|Sex|Age band|Deaths|Population\n{body}")
    };
    for (areas, expected) in [
        (&["Leeds", "York"][..], &["Sex", "Age band", "Area"][..]),
        (&["Leeds", "York", "England"], &["Sex", "Age band"]),
        (&["Leeds", "York", "Total"], &["Sex", "Age band"]),
    ] {
        let outline = look("table.csv", &table(areas));
        let found = divisions(plan(&outline));
        let columns: Vec<&str> = found.iter().map(|(column, _)| *column).collect();
        assert_eq!(columns, expected);
    }
}

#[test]
fn counts_of_different_things_are_not_added() {
    let mut table = String::from("Indicator|IMD quintile|Numerator|Denominator\n");
    for quintile in 1..=5 {
        for (name, events) in [("Deaths", 20 - quintile), ("People in good health", 700)] {
            writeln!(table, "{name}|{quintile}|{events}|1000").expect("memory");
        }
    }
    let outline = look("long.csv", &table);
    let plan = plan(&outline);
    assert_eq!(look::filters(plan), [("Indicator", "Deaths")]);
    assert_eq!(plan.indicators[0].name, "Deaths");
    assert_eq!(plan.indicators[0].polarity, Polarity::MoreIsWorse);
}
