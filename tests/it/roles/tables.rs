//! The plan that a table of counts or estimates gets, and what it says it left out.

use std::fmt::Write as _;

use crate::roles::look::{self, divisions, filters, look, plan};
use equal_measure::core::indicator::Formula;
use equal_measure::core::plan::Shape;
use equal_measure::core::units::{Polarity, Unit};

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
            population: Some(2),
            scale: 100
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
    let counted = &look::plan(&census).indicators[0];
    assert_eq!(counted.id, "share-of-total");
    assert_eq!(counted.share_of_total(), Some(&[0][..]));
}

#[test]
fn files_without_a_question_say_why() {
    for (text, said) in [
        ("", "empty"),
        ("a|b|c", "no rows under them"),
        ("just a remark\nand another", "No table"),
        ("Area|Score\nLeeds|1.5\nYork|2.5", "divides people"),
        ("Sex|Cats|Dogs\nF|3|1\nM|4|2", "no second count"),
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

#[test]
fn protection_is_believed_only_where_it_shows() {
    let table =
        |count: u32| format!("IMD decile|Seen (n)|Eligible\n1|{count}|40\n2|20|40\n10|*|45");
    for (file, text, protected) in [
        ("WLMDS-summary.csv", table(15), true),
        ("WLMDS-summary.csv", table(13), false),
        ("summary.csv", table(15), false),
        (
            "wlmds-patients.csv",
            "Weeks waited|Sex\n5|F\n10|M".to_owned(),
            false,
        ),
    ] {
        let outline = look(file, &text);
        assert_eq!(
            outline.source.protected.is_some(),
            protected,
            "{file} {text}"
        );
    }
}

#[test]
fn very_wide_files_are_looked_at() {
    let wide = |cell: &dyn Fn(usize) -> String| (0..20_000).map(cell).collect::<Vec<_>>().join("|");
    let header = wide(&|at| format!("c{at}"));
    let first = wide(&|at| format!("a{}", at % 7));
    let second = wide(&|at| format!("b{}", at % 5));
    let rows = [header.as_str(), &first, &second, &first, &second].join("\n");
    let outline = look("wide.csv", &rows);
    assert_eq!(outline.columns.len(), 20_000);
    assert!(outline.preview.iter().all(|row| row.len() == 50));
}

#[test]
fn indicators_of_areas_and_categories_are_kept_apart() {
    let mut text = String::from(
        "Indicator Name|Parent Code|Area Code|Area Name|Area Type|Sex|Age|Category Type|Category|\
         Time period|Value|Lower CI 95.0 limit|Upper CI 95.0 limit|Count|Denominator\n",
    );
    for (name, years) in [
        ("Early deaths", "2021 - 23"),
        ("Smoking", "2021 - 23"),
        ("Early deaths", "2020 - 22"),
    ] {
        for sex in ["Male", "Female", "Persons"] {
            for (kind, category) in [
                ("", ""),
                (
                    "County deprivation deciles in England (IMD2019)",
                    "Most deprived decile (IMD2019)",
                ),
                (
                    "County deprivation deciles in England (IMD2019)",
                    "Least deprived decile (IMD2019)",
                ),
                ("Ethnic groups", "Asian"),
                ("Ethnic groups", "White"),
            ] {
                writeln!(text, "{name}||E92000001|England|England|{sex}|All ages|{kind}|{category}|{years}|10.5|9.5|11.5|100|900").expect("memory");
            }
            writeln!(text, "{name}|E92000001|E06000001|Hartlepool|UA|{sex}|All ages|||{years}|12.5|9.5|15.5|10|90").expect("memory");
        }
    }
    let outline = look("indicators.csv", &text);
    let plan = plan(&outline);
    assert_eq!(plan.shape, Shape::Estimates);
    let schemes: Vec<&str> = plan
        .divisions
        .iter()
        .map(|division| division.scheme.as_str())
        .collect();
    assert_eq!(schemes, ["imd-decile", "ethnicity"]);
    let kept = filters(plan);
    for pair in [
        ("Indicator Name", "Early deaths"),
        ("Sex", "Persons"),
        ("Area Code", "E92000001"),
        ("Time period", "2021 - 23"),
    ] {
        assert!(kept.contains(&pair), "{pair:?} not in {kept:?}");
    }
    assert_eq!(plan.indicators[0].name, "Early deaths");
}
