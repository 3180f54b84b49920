//! Analyses of evidence that a rule has thinned out: no intervals, no values of people, some groups gone.

use std::fs;

use crate::analyses::analysed::{Ask, analysed, ask, check, released, said};
use equal_measure::answer::answer;
use equal_measure::answer::section::Entry as Shown;
use equal_measure::core::analysis::{ANALYSES, Analysis, Entry, Inputs, Needs, Results};
use equal_measure::core::answer::Source;
use equal_measure::core::group::{Counts, Group};
use equal_measure::core::measure::Basis;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::funnel::limits;
use equal_measure::core::units::{Level, Polarity};
use equal_measure::present::analyses::words;
use equal_measure::release::rule::NHS_ENGLAND;
use serde_json::Value;

/// The analyses that say they are made from parts, each with the column it needs.
fn of_parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = ANALYSES
        .iter()
        .filter(|analysis| analysis.card.basis == Basis::Parts);
    parts.map(|analysis| (analysis.card.id, column(analysis.needs)))
}

fn column(needs: Needs) -> &'static str {
    match needs {
        Needs::Periods => "period",
        Needs::Places => "organisation",
        Needs::Groups | Needs::Ages | Needs::Strata => "other",
    }
}

/// Twelve strata of growing shares, which are years or organisations.
fn table() -> String {
    (0..12)
        .map(|at| {
            let (worse, better) = (100 + at * 17 % 60, 130 + at * 11 % 50);
            format!(
                "{}: worse {worse}/250, middle {}/310, better {better}/270, unknown 4/20",
                2001 + at,
                120 + at * 7
            )
        })
        .collect::<Vec<String>>()
        .join("\n")
}

fn asked(analysis: &'static str, by: &'static str) -> (&'static Analysis, Inputs) {
    let ask = Ask {
        polarity: Polarity::MoreIsBetter,
        ..ask(analysis, by)
    };
    let analysed = analysed(ask, &table()).unwrap();
    (analysed.analysis, analysed.inputs)
}

/// As a rule leaves a group: counts, and nothing else.
fn bare(group: &mut Group) {
    group.interval = None;
    group.standard_error = None;
    group.values = None;
}

fn all_groups(inputs: &mut Inputs, change: impl Fn(&mut Group)) {
    inputs.groups.list.iter_mut().for_each(&change);
    if let Some(sides) = &mut inputs.sides {
        change(&mut sides.worse_off);
        change(&mut sides.better_off);
    }
    if let Some(stratified) = &mut inputs.stratified {
        let rows = [
            &mut stratified.worse_off,
            &mut stratified.better_off,
            &mut stratified.known,
            &mut stratified.everyone,
        ];
        for row in rows.into_iter().chain(&mut stratified.cells) {
            row.iter_mut().flatten().for_each(&change);
        }
    }
}

#[test]
fn counts_are_enough() {
    for (analysis, by) in of_parts() {
        let (analysis, mut inputs) = asked(analysis, by);
        let before = said(&(analysis.run)(&inputs).unwrap());
        all_groups(&mut inputs, bare);
        assert_eq!(
            said(&(analysis.run)(&inputs).unwrap()),
            before,
            "{}",
            analysis.card.id
        );
    }
}

/// What needs every stratum says something else as soon as one of them is counted otherwise.
#[test]
fn every_stratum_takes_part() {
    let exact = ANALYSES
        .iter()
        .filter(|analysis| analysis.card.basis == Basis::Exact && analysis.needs == Needs::Strata);
    for analysis in exact {
        let (analysis, inputs) = asked(analysis.card.id, "other");
        let before = said(&(analysis.run)(&inputs).unwrap());
        for stratum in 0..12 {
            let mut other = inputs.clone();
            let stratified = other.stratified.as_mut().unwrap();
            let rows = stratified.cells.iter_mut().take(1);
            for row in rows.chain([&mut stratified.worse_off]) {
                let cell = row[stratum].as_mut().unwrap();
                let counts = cell.counts.unwrap();
                let events = counts.events / 2.0;
                cell.counts = Some(Counts { events, ..counts });
                cell.value = events / counts.people;
            }
            let after = said(&(analysis.run)(&other).unwrap());
            assert_ne!(before, after, "{} {stratum}", analysis.card.id);
        }
    }
}

/// What is made from each person's value takes nothing from counts, and says so where there are no values.
#[test]
fn values_are_all_that_is_taken() {
    let by_value = |analysis: &&&Analysis| analysis.card.basis == Basis::Values;
    for analysis in ANALYSES.iter().filter(by_value) {
        let ask = Ask {
            of: "median",
            ..ask(analysis.card.id, "other")
        };
        let table = "one: worse 10+20+30+40, better 5+10+15+60";
        let mut inputs = analysed(ask, table).unwrap().inputs;
        let before = said(&(analysis.run)(&inputs).unwrap());
        all_groups(&mut inputs, |group| {
            group.value += 1.0;
            group.population = group.population.map(|people| people * 2.0);
            group.counts = None;
        });
        let after = said(&(analysis.run)(&inputs).unwrap());
        assert_eq!(before, after, "{}", analysis.card.id);
        all_groups(&mut inputs, bare);
        assert!((analysis.run)(&inputs).is_err(), "{}", analysis.card.id);
    }
}

/// Each stratum hidden in turn, for one side, the other and everyone, also where the sides as a whole are.
#[test]
fn hidden_groups_leave_no_figure() {
    for (analysis, by) in of_parts().filter(|(_, by)| *by != "other") {
        let (analysis, inputs) = asked(analysis, by);
        for hidden in 0..12 {
            let mut thinned = inputs.clone();
            all_groups(&mut thinned, bare);
            thinned.sides = thinned.sides.filter(|_| hidden % 2 == 0);
            let stratified = thinned.stratified.as_mut().unwrap();
            for row in stratified.cells.iter_mut().chain([
                &mut stratified.worse_off,
                &mut stratified.better_off,
                &mut stratified.everyone,
            ]) {
                row[hidden] = None;
                row[hidden / 2] = None;
            }
            let found = (analysis.run)(&thinned);
            let found = found.unwrap_or_else(|refusal| panic!("{}: {refusal}", analysis.card.id));
            nothing_of(&found, 2001 + hidden, analysis.card.id);
        }
        let mut nothing = inputs.clone();
        nothing.sides = None;
        let stratified = nothing.stratified.as_mut().unwrap();
        for row in stratified.cells.iter_mut().chain([
            &mut stratified.worse_off,
            &mut stratified.better_off,
            &mut stratified.everyone,
        ]) {
            row.fill(None);
        }
        assert!((analysis.run)(&nothing).is_err(), "{}", analysis.card.id);
    }
}

/// No figure of a hidden stratum stands in its row, but for lines drawn through all of them.
fn nothing_of(found: &Results, year: usize, analysis: &str) {
    let rows = found.tables.iter().flat_map(|table| &table.rows);
    for row in rows.filter(|row| words::row(&row.name) == year.to_string()) {
        let first = &row.cells[0];
        assert!(
            matches!(first, Entry::Figure(Err(_)) | Entry::Nothing),
            "{analysis}: {first:?}"
        );
    }
}

#[test]
fn a_second_column_beside_periods_or_places_is_refused() {
    for (analysis, by) in of_parts().filter(|(_, by)| *by != "other") {
        let (analysis, mut inputs) = asked(analysis, by);
        for stratum in &mut inputs.stratified.as_mut().unwrap().strata {
            stratum.parts.push("women".into());
        }
        let refused = (analysis.run)(&inputs).unwrap_err().to_string();
        assert!(
            refused.contains("taken alone"),
            "{}: {refused}",
            analysis.card.id
        );
        inputs.stratified = None;
        let refused = (analysis.run)(&inputs).unwrap_err();
        assert!(
            matches!(refused, Refusal::NeedsData { .. }),
            "{}: {refused}",
            analysis.card.id
        );
    }
}

#[test]
fn medians_have_a_gap_over_time() {
    let medians = Ask {
        of: "median",
        ..ask("gap-over-time", "period")
    };
    check(
        medians,
        "2022: worse 10+20+30, better 5+10+15
         2023: worse 10+14+30, better 5+10+15",
        &[
            ("Change of the difference, first period to last", "-6"),
            ("Change of the ratio, first period to last", "0.7"),
        ],
    );
}

/// The reference draws rates over exact limits that it finds by halving, 0.005% off at one event; ours are
/// the limits that it judges by, exact below ten events and Byar's from there on.
#[test]
fn limits_of_rates_are_near_those_of_the_reference() {
    let path = format!(
        "{}/tests/gold/calculate_funnel_limits.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let whole: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let cases = whole["cases"].as_array().unwrap();
    let case = cases
        .iter()
        .find(|case| case["name"] == "rate_crude")
        .unwrap();
    let at = |name: &str, place: usize| case["expect"][name][place].as_f64().unwrap();
    for place in 0..100 {
        let average = at("baseline", place) / 1e5;
        let near = if at("Events", place) < 10.0 {
            1e-3
        } else {
            1e-2
        };
        for (name, level) in [("2s", Level::P95), ("3s", Level::P998)] {
            let ours = |side: &str| {
                let people = at(&format!("{side}_{name}_population_1_year"), place);
                limits::rate(average, people, level).unwrap()
            };
            for (side, limit) in [
                ("lower", ours("lower").lower()),
                ("upper", ours("upper").upper()),
            ] {
                let theirs = at(&format!("{side}_{name}_limit"), place) / 1e5;
                assert!(
                    (limit / theirs - 1.0).abs() < near,
                    "{side} {name} {place}: {limit} {theirs}"
                );
            }
        }
    }
}

/// Every id and name is one; every analysis of this list is there.
#[test]
fn analyses_are_listed_once() {
    for (at, analysis) in ANALYSES.iter().enumerate() {
        let alike = |other: &&&Analysis| {
            other.card.id == analysis.card.id || other.card.name == analysis.card.name
        };
        assert_eq!(
            ANALYSES.iter().position(|other| alike(&other)),
            Some(at),
            "{}",
            analysis.card.id
        );
    }
}

#[test]
fn the_people_of_an_organisation_decide_its_decimals() {
    // Groups of too few people for a decimal, organisations of enough.
    let table: Vec<String> = (0..12)
        .map(|at| {
            let worse = 200 + at * 17 % 60;
            format!("Trust {at}: worse {worse}/1500, middle 380/1800, better 350/2100")
        })
        .collect();
    for (analysis, column, places) in [
        ("funnel", "Value", 1),
        ("funnel", "Lower 95% limit", 1),
        ("place-quantiles", "Value", 1),
        ("gaps-by-place", "The worse-off", 0),
    ] {
        let ask = ask(analysis, "organisation");
        let released = released(ask, &table.join("\n"), &NHS_ENGLAND);
        let answer = answer(released, &Source::default());
        let results = answer.sections[0].analyses[0].results.as_ref().unwrap();
        let rows = &results.tables[0];
        let at = rows
            .columns
            .iter()
            .position(|named| words::column(&named.0) == column);
        for (label, cells) in &rows.rows {
            let Shown::Figure(Ok(figure)) = &cells[at.unwrap()] else {
                panic!("{analysis}, {label:?}: no figure");
            };
            assert_eq!(figure.places, places, "{analysis}, {label:?}, {column}");
        }
    }
}
