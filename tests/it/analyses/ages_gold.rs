//! Analyses by age against the reference cases: the same rows, through plan, tally and answer.

use crate::analyses::strata_cases::{Asked, Row, cell, figure, found, rate, share};
use equal_measure::core::estimate::Estimate;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;
use equal_measure::present::analyses::words;
use serde_json::Value;

/// A case of a reference file.
struct Case(Value);

impl Case {
    fn of(file: &str, name: &str) -> Self {
        let path = format!("tests/gold/{file}.json");
        let text = std::fs::read_to_string(path).unwrap();
        let all: Value = serde_json::from_str(&text).unwrap();
        let cases = all["cases"].as_array().unwrap();
        let case = cases.iter().find(|case| case["name"] == name);
        Self(
            case.unwrap_or_else(|| panic!("{file} has no {name}"))
                .clone(),
        )
    }

    fn texts(&self, column: &str) -> Vec<String> {
        let cells = self.0["input"][column].as_array().unwrap().iter();
        cells
            .map(|cell| {
                cell.as_str()
                    .map_or_else(|| cell.to_string(), str::to_owned)
            })
            .collect()
    }

    fn numbers(&self, column: &str) -> Vec<f64> {
        list(&self.0["input"][column])
    }

    fn expected(&self, column: &str) -> Vec<f64> {
        list(&self.0["expect"][column])
    }

    /// Rows of an input: group, age (and sex), events, people.
    fn rows(&self, group: &str, by: &[&str], [events, people]: [&str; 2]) -> Vec<Row> {
        let groups = self.texts(group);
        let by: Vec<_> = by.iter().map(|column| self.texts(column)).collect();
        let (events, people) = (self.numbers(events), self.numbers(people));
        (0..groups.len())
            .map(|at| {
                let parts = by.iter().map(|column| column[at].clone()).collect();
                (groups[at].clone(), parts, Some(events[at]), people[at])
            })
            .collect()
    }
}

fn list(value: &Value) -> Vec<f64> {
    let numbers = value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice);
    numbers
        .iter()
        .map(|number| number.as_f64().unwrap_or(f64::NAN))
        .collect()
}

fn asked(analysis: &'static str, rows: Vec<Row>) -> Asked {
    let mut groups: Vec<String> = rows.iter().map(|row| row.0.clone()).collect();
    groups.sort();
    groups.dedup();
    Asked {
        name: "Deaths",
        formula: rate(),
        by: vec![("age", "age")],
        groups,
        measures: vec![analysis],
        level: Level::P95,
        healthy: Vec::new(),
        rows,
    }
}

/// The estimate is the reference's value with its limits; no number there is a refusal here.
fn check(what: &str, got: Result<Estimate, Refusal>, expect: [f64; 3], tolerance: f64) {
    if expect[0].is_nan() {
        assert!(got.is_err(), "{what}: {got:?} instead of a refusal");
        return;
    }
    let got = got.unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
    let limits = got.interval().clone();
    let limits = limits.map_or([f64::NAN; 2], |of| [of.lower(), of.upper()]);
    for (mine, theirs) in [got.value(), limits[0], limits[1]].iter().zip(expect) {
        let far = (mine - theirs).abs() > tolerance * theirs.abs().max(1e-3);
        assert!(
            theirs.is_nan() || !far && mine.is_finite(),
            "{what}: {mine}, not {theirs}"
        );
    }
}

#[test]
fn standardised_rates_equal_the_reference() {
    for (name, level, factor) in [
        ("areas_default", 0.95, 1e5),
        ("conf_99.8_per_1000", 0.998, 1e3),
        ("type_standard", 0.95, 1e5),
        ("small_counts_suppressed_below_10", 0.95, 1e5),
    ] {
        let case = Case::of("calculate_dsr", name);
        let mut asked = asked(
            "standardised-rate",
            case.rows("area", &["ageband"], ["x", "n"]),
        );
        asked.level = Level::new(level).unwrap();
        let results = found(&asked).unwrap();
        let [value, lower, upper] =
            ["value", "lowercl", "uppercl"].map(|column| case.expected(column));
        for (at, area) in asked.groups.iter().enumerate() {
            let expect = [value[at], lower[at], upper[at]].map(|limit| limit / factor);
            check(name, cell(&results, (0, area, 0)), expect, 1e-9);
        }
    }
}

/// The reference population is all groups together: an area, and everyone else of the reference.
#[test]
fn standardised_ratios_equal_the_reference() {
    for name in ["areas_field", "conf_99.8"] {
        let case = Case::of("calculate_ISRatio", name);
        let rows = case.rows("area", &["ageband"], ["x", "n"]);
        let (events, people) = (case.numbers("x_ref"), case.numbers("n_ref"));
        let expect = ["value", "lowercl", "uppercl"].map(|column| case.expected(column));
        let mut areas = case.texts("area");
        areas.dedup();
        for (at, area) in areas.iter().enumerate() {
            let of_area = rows.iter().enumerate().filter(|(_, row)| row.0 == *area);
            let both = of_area.flat_map(|(place, row)| {
                let rest = events[place] - row.2.unwrap();
                let others = people[place] - row.3;
                [
                    row.clone(),
                    ("rest".to_owned(), row.1.clone(), Some(rest), others),
                ]
            });
            let mut asked = asked("standardised-ratio", both.collect());
            if name == "conf_99.8" {
                asked.level = Level::P998;
            }
            let ratio = cell(&found(&asked).unwrap(), (0, area, 0));
            check(
                name,
                ratio,
                [expect[0][at], expect[1][at], expect[2][at]],
                1e-9,
            );
        }
    }
}

#[test]
fn adjusted_ratios_equal_the_reference() {
    for (name, formula, column) in [
        ("poisson_adjusted", rate(), 0),
        ("logistic_adjusted", share(), 3),
    ] {
        let case = Case::of("glm_adjusted", name);
        let mut asked = asked(
            "adjusted-gap",
            case.rows("quintile", &["age", "sex"], ["x", "n"]),
        );
        asked.by = vec![("age", "age"), ("sex", "sex")];
        asked.formula = formula;
        let results = found(&asked).unwrap();
        let expect = ["exp_estimate", "exp_lower", "exp_upper"].map(|column| case.expected(column));
        for (at, quintile) in ["1", "2", "3", "4"].iter().enumerate() {
            let limits = [0, 1, 2].map(|of| expect[of][at + 1]);
            check(name, cell(&results, (0, quintile, column)), limits, 1e-7);
        }
    }
}

fn two_sides(case: &Case, by: &str, first: [&str; 2], second: [&str; 2]) -> Vec<Row> {
    let sides = [("a", first), ("b", second)].map(|(side, [events, people])| {
        let (events, people) = (case.numbers(events), case.numbers(people));
        let parts = case
            .texts(by)
            .into_iter()
            .zip(events.into_iter().zip(people));
        parts
            .map(|(part, (events, people))| (side.to_owned(), vec![part], Some(events), people))
            .collect::<Vec<Row>>()
    });
    sides.concat()
}

#[test]
fn kitagawa_s_parts_equal_the_reference() {
    for name in ["age", "same_rates"] {
        let case = Case::of("kitagawa", name);
        let rows = two_sides(&case, "stratum", ["rate_a", "n_a"], ["rate_b", "n_b"]);
        // The reference gives rates; the table wants events.
        let rows = rows
            .into_iter()
            .map(|row| (row.0, row.1, row.2.map(|rate| rate * row.3), row.3));
        let mut asked = asked("rate-and-composition", rows.collect());
        asked.by = vec![("stratum", "plain")];
        let results = found(&asked).unwrap();
        for (name, column) in [
            (
                "Part of the gap that goes with different rates at the same stratum",
                "rate_component",
            ),
            (
                "Part of the gap that goes with different make-up by stratum",
                "composition_component",
            ),
            ("The gap over all parts of stratum", "gap"),
        ] {
            let expect = case.expected(column)[0];
            check(
                name,
                figure(&results, name),
                [expect, f64::NAN, f64::NAN],
                1e-6,
            );
        }
        let expect = case.expected("three_way_interaction")[0];
        check(
            name,
            cell(&results, (1, "Both together", 0)),
            [expect, f64::NAN, f64::NAN],
            1e-6,
        );
    }
}

#[test]
fn pooled_gaps_equal_the_reference() {
    for name in ["strata_5", "strata_2", "strata_10"] {
        let case = Case::of("mantel_haenszel", name);
        let first = ["events_exposed", "n_exposed"];
        let strata = case.numbers(first[0]).len();
        let mut case = case;
        case.0["input"]["stratum"] = (0..strata).map(|at| format!("s{at}")).collect();
        let rows = two_sides(&case, "stratum", first, ["events_unexposed", "n_unexposed"]);
        let mut asked = asked("pooled-gap", rows);
        asked.by = vec![("stratum", "plain")];
        asked.formula = share();
        asked.level = Level::new(list(&case.0["options"]["confidence"])[0]).unwrap();
        let results = found(&asked).unwrap();
        for (what, column) in [
            ("Difference", "mh_rd"),
            ("Ratio", "mh_rr"),
            ("Odds ratio", "mh_or"),
        ] {
            let limits =
                ["", "_lower", "_upper"].map(|end| case.expected(&format!("{column}{end}"))[0]);
            let name = format!("{what} within each part of stratum, pooled");
            check(&name, figure(&results, &name), limits, 1e-8);
        }
    }
}

/// The bands of the reference's twenty ages.
fn band(from: &str) -> String {
    match from.parse::<u32>().unwrap() {
        0 => "0".to_owned(),
        1 => "1-4".to_owned(),
        90 => "90+".to_owned(),
        from => format!("{from}-{}", from + 4),
    }
}

#[test]
fn life_expectancy_equals_the_reference() {
    for (name, level) in [("grouped", Level::P95), ("conf_99.8", Level::P998)] {
        let case = Case::of("phe_life_expectancy", name);
        let rows = case.rows("area", &["startage"], ["deaths", "pops"]);
        let rows = rows
            .into_iter()
            .map(|row| (row.0, vec![band(&row.1[0])], row.2, row.3));
        let mut asked = asked("life-expectancy", rows.collect());
        asked.level = level;
        let results = found(&asked).unwrap();
        let areas = case.0["expect"]["area"].as_array().unwrap().clone();
        let ages = case.expected("startage");
        let expect = ["value", "lowercl", "uppercl"].map(|column| case.expected(column));
        let mut compared = 0;
        for (at, area) in areas.iter().enumerate() {
            let column = match ages[at] {
                age if age < 0.5 => 0,
                age if (age - 65.0).abs() < 0.5 => 1,
                _ => continue,
            };
            let years = cell(&results, (0, area.as_str().unwrap(), column));
            check(
                name,
                years,
                [expect[0][at], expect[1][at], expect[2][at]],
                1e-9,
            );
            compared += 1;
        }
        assert_eq!(compared, 2 * asked.groups.len(), "{name}");
    }
}

#[test]
fn the_gap_by_age_equals_the_reference() {
    for name in ["deprived_vs_least", "near_equal"] {
        let case = Case::of("arriaga", name);
        let rows = two_sides(
            &case,
            "startage",
            ["deaths_1", "pop_1"],
            ["deaths_2", "pop_2"],
        );
        let rows = rows
            .into_iter()
            .map(|row| (row.0, vec![band(&row.1[0])], row.2, row.3));
        let results = found(&asked("life-gap-by-age", rows.collect())).unwrap();
        let expect = case.expected("symmetric_contribution");
        let mut sum = 0.0;
        for (at, row) in results.tables[0].rows.iter().enumerate() {
            let years = cell(&results, (0, &words::row(&row.name), 0));
            sum += years.clone().unwrap().value();
            check(
                &words::row(&row.name),
                years,
                [expect[at], f64::NAN, f64::NAN],
                1e-8,
            );
        }
        let gap = figure(&results, "Gap in life expectancy at birth");
        check(
            name,
            gap.clone(),
            [case.expected("gap")[0], f64::NAN, f64::NAN],
            1e-9,
        );
        assert!((sum - gap.unwrap().value()).abs() < 1e-12, "{name}: {sum}");
    }
}
