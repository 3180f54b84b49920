//! Figures of public files that nobody here wrote, to the digits they were computed independently.

use super::{excerpt, whole};
use equal_measure::answer::Answer;
use equal_measure::answer::cell::{Cell, Outcome};
use equal_measure::answer::section::{Contrast, Entry, Group, Section};
use equal_measure::core::plan::{Keep, Plan};
use equal_measure::engine::{flow, job};
use equal_measure::present::analyses::words;

const WORKBOOK: &str = "nhse-wlmds-2026-01-25.xlsx";
const EXCERPT: &str = "nhse-wlmds-2025-07.csv";
const VACCINATION: &str = "opensafely_vacc_first_dose_80plus.csv";

/// The exact answer of one sheet of an excerpt under its proposed plan, edited by `edit`.
fn of_excerpt(file: &str, sheet: &str, edit: impl Fn(&mut Plan)) -> Answer {
    answer_of(file, &excerpt(file), sheet, edit)
}

/// The same of a whole file.
fn of_whole(file: &str, sheet: &str, edit: impl Fn(&mut Plan)) -> Option<Answer> {
    Some(answer_of(file, &whole(file)?, sheet, edit))
}

fn answer_of(file: &str, bytes: &[u8], sheet: &str, edit: impl Fn(&mut Plan)) -> Answer {
    let size = bytes.len() as u64;
    let workbook = job::is_workbook(bytes, size).unwrap();
    let outline = if workbook {
        job::look_workbook(file, bytes).unwrap()
    } else {
        job::look_text(file, bytes, size).unwrap()
    };
    let found = outline
        .sheets
        .iter()
        .find(|each| each.name == sheet)
        .unwrap();
    let mut plan = found.plan.clone().unwrap();
    plan.rule = "none".into();
    edit(&mut plan);
    let reading = if workbook {
        job::read_workbook(bytes, &plan, &mut |_| true).unwrap()
    } else {
        let mut job = job::Job::text(&outline, &plan);
        job.push(bytes).unwrap();
        job.finish().unwrap()
    };
    assert!(reading.ledger.balances(), "{file} {sheet}");
    flow::show(&plan, &reading, &found.source).answer
}

fn section<'a>(answer: &'a Answer, dimension: &str, indicator: &str) -> &'a Section {
    let names: Vec<_> = answer
        .sections
        .iter()
        .map(|each| format!("{} × {}", each.dimension.name, each.indicator.id))
        .collect();
    answer
        .sections
        .iter()
        .find(|each| {
            each.dimension.name.contains(dimension) && each.indicator.id.contains(indicator)
        })
        .unwrap_or_else(|| panic!("no {dimension} × {indicator} among {names:#?}"))
}

fn percent(group: &Group) -> f64 {
    100.0 * value(&group.value)
}

fn value(outcome: &Outcome) -> f64 {
    outcome.as_ref().unwrap().value.number().unwrap()
}

fn count(cell: Option<Cell>) -> f64 {
    cell.unwrap().number().unwrap()
}

fn contrast<'a>(section: &'a Section, id: &str) -> &'a Contrast {
    section.contrasts.iter().find(|each| each.id == id).unwrap()
}

fn measure(section: &Section, id: &str) -> f64 {
    let measured = section
        .measures
        .iter()
        .find(|each| each.measure.card.id == id)
        .unwrap();
    value(&measured.figure)
}

/// Compares to the digits printed in `want`.
fn check(what: &str, got: f64, want: &str) {
    let decimals = want.split('.').nth(1).map_or(0, str::len);
    assert_eq!(format!("{got:.decimals$}"), want, "{what}");
}

#[test]
fn waiting_list_by_deprivation() {
    let answer = of_excerpt(WORKBOOK, "Provider-Deprivation", |_| {});
    let within = section(&answer, "Deprivation", "within-18");
    let over = section(&answer, "Deprivation", "over-52");
    check("decile 1, people", count(within.groups[0].people), "708780");
    check(
        "decile 1 within 18 weeks",
        percent(&within.groups[0]),
        "59.1425",
    );
    check(
        "decile 10 within 18 weeks",
        percent(&within.groups[9]),
        "61.0143",
    );
    check("decile 1 over 52 weeks", percent(&over.groups[0]), "2.1064");
    check(
        "decile 10 over 52 weeks",
        percent(&over.groups[9]),
        "2.0008",
    );
    let core20 = contrast(over, "core20");
    check("Core20 over 52 weeks", percent(&core20.worse_off), "2.0674");
    check(
        "the rest over 52 weeks",
        percent(&core20.better_off),
        "2.0566",
    );
    check("ratio", value(&core20.ratio), "1.0052");
    check(
        "slope, points",
        100.0 * measure(within, "slope-index"),
        "1.8626",
    );
    let (known, part) = (&over.known, &core20.worse_off);
    check(
        "Core20 share of the list",
        100.0 * count(part.people) / count(known.people),
        "20.6385",
    );
    check(
        "Core20 share over 52 weeks",
        100.0 * count(part.events) / count(known.events),
        "20.7243",
    );
    check(
        "share gap",
        100.0 * value(&core20.worse_off.share_gap),
        "0.0858",
    );
}

#[test]
fn waiting_list_by_ethnic_group() {
    for (chinese_in_asian, asian) in [(false, "609925"), (true, "639190")] {
        let edit = |plan: &mut Plan| plan.switches.chinese_in_asian = chinese_in_asian;
        let answer = of_excerpt(WORKBOOK, "Provider-Ethnicity", edit);
        let section = &answer.sections[0];
        check("everyone", count(section.everyone.people), "7186180");
        let unknown = count(Some(answer.completeness[0].everyone)) - count(section.known.people);
        check("unknown", unknown, "544770");
        check(
            "unknown, %",
            100.0 * unknown / count(Some(answer.completeness[0].everyone)),
            "7.5808",
        );
        let group = section
            .groups
            .iter()
            .find(|each| each.label.starts_with("Asian"))
            .unwrap();
        check("Asian", count(group.people), asian);
    }
}

#[test]
fn waiting_list_totals_by_breakdown() {
    for (sheet, total) in [
        ("Provider-Ethnicity", "7186180"),
        ("Provider-Age", "7082510"),
        ("Provider-Deprivation", "6960740"),
        ("Provider-Sex", "6606150"),
    ] {
        let answer = of_excerpt(WORKBOOK, sheet, |_| {});
        check(sheet, count(answer.sections[0].everyone.people), total);
    }
}

#[test]
fn waiting_list_excerpt_as_text() {
    let answer = of_excerpt(EXCERPT, "", |_| {});
    let core20 = contrast(section(&answer, "Deprivation", "over-52"), "core20");
    check("Core20 over 52 weeks", percent(&core20.worse_off), "2.9491");
    check(
        "the rest over 52 weeks",
        percent(&core20.better_off),
        "2.7357",
    );
    check("ratio", value(&core20.ratio), "1.0780");
}

#[test]
fn vaccination_of_people_over_80() {
    let Some(answer) = of_whole(VACCINATION, "", |_| {}) else {
        return;
    };
    let by_fifth = section(&answer, "Deprivation", "");
    for (group, want) in by_fifth
        .groups
        .iter()
        .zip(["94.659", "96.155", "97.229", "97.558", "98.105"])
    {
        check(&group.label, percent(group), want);
    }
    let extremes = contrast(by_fifth, "extremes");
    check(
        "gap, points",
        -100.0 * value(&extremes.difference),
        "3.4453",
    );
    let without = extremes.ratio_without.as_ref().unwrap();
    check("ratio of the unvaccinated", value(without), "2.8177");
    check(
        "slope, points",
        100.0 * measure(by_fifth, "slope-index"),
        "3.5882",
    );
    let by_ethnic_group = section(&answer, "Ethnic", "");
    let everyone = count(by_ethnic_group.everyone.people);
    let unknown = everyone - count(by_ethnic_group.known.people);
    check("everyone", everyone, "1156330");
    check("unknown", unknown, "45227");
    check("unknown, %", 100.0 * unknown / everyone, "3.9113");
}

const AREAS: &str = "phe_testdata_DSR_ISR.xlsx";
const SLOPES: &str = "phe_testdata_SII.xlsx";
const EXPECTANCY: &str = "ons-life-expectancy-by-decile.csv";

#[test]
fn rates_of_areas_with_the_same_ages() {
    let Some(answer) = of_whole(AREAS, "testdata_multiarea", |_| {}) else {
        return;
    };
    let by_area = section(&answer, "Area", "rate");
    let found = by_area
        .analyses
        .iter()
        .find(|analysed| analysed.analysis.card.id == "standardised-rate")
        .unwrap();
    let rows = &found.results.as_ref().unwrap().tables[0].rows;
    for (row, area, want) in [
        (
            &rows[0],
            "testdata_big",
            ["1043.0248", "971.771", "1117.894"],
        ),
        (
            &rows[1],
            "testdata_small",
            ["110.3212", "87.7456", "136.7088"],
        ),
    ] {
        let (name, cells) = row;
        assert_eq!(words::row(name), area);
        let Entry::Figure(Ok(rate)) = &cells[0] else {
            panic!("{area}: {:?}", cells[0]);
        };
        let interval = rate.limits.as_ref().unwrap();
        let got = [rate.value, interval.lower, interval.upper].map(|cell| count(Some(cell)));
        for (got, want) in got.into_iter().zip(want) {
            check(area, 10_000.0 * got, want);
        }
    }
    assert!(matches!(rows[2].1[0], Entry::Figure(Err(_))));
}

/// Slope and relative index of one case of the workbook. Values are read to the millionth, which moves the
/// sixth decimal.
fn slopes(bytes: &[u8], case: (&str, &str), ids: [&str; 2], want: [&str; 2]) {
    let edit = |plan: &mut Plan| {
        plan.measures = ids.map(str::to_owned).to_vec();
        for filter in &mut plan.filters {
            let text = match filter.column.as_str() {
                "TestDescription" => case.0,
                _ => case.1,
            };
            filter.keep = Keep::Texts(vec![text.to_owned()]);
        }
    };
    let answer = answer_of(SLOPES, bytes, "testdata_SII", edit);
    for (id, want) in ids.into_iter().zip(want) {
        let what = format!("{}, {}: {id}", case.0, case.1);
        check(&what, measure(&answer.sections[0], id), want);
    }
}

#[test]
fn slopes_of_given_values() {
    let Some(bytes) = whole(SLOPES) else {
        return;
    };
    let linear = ["slope-index", "relative-index"];
    let logarithmic = ["slope-index-log", "relative-index-log"];
    let years = "default (e.g. life expectancy) - default parameters";
    let rate = "rate (e.g. infant mortality) - default parameters";
    let share = "proportion (e.g. child obesity) - default parameters";
    let logs = "rate (e.g. infant mortality) - log transform with intercept";
    for (case, ids, want) in [
        ((years, "area1"), linear, ["6.93462", "1.08882"]),
        ((years, "area2"), linear, ["12.54785", "1.18089"]),
        (
            ("default - testing quintiles", "area1"),
            linear,
            ["7.91933", "1.10371"],
        ),
        (
            ("default - testing quintiles", "area2"),
            linear,
            ["3.62156", "1.05139"],
        ),
        ((rate, "area1"), linear, ["-3.27520", "0.40600"]),
        ((rate, "area2"), linear, ["-2.28768", "0.53525"]),
        ((share, "area1"), linear, ["-0.10720", "0.53340"]),
        ((share, "area2"), linear, ["-0.05819", "0.54701"]),
        ((logs, "area1"), logarithmic, ["-3.15591", "0.44188"]),
        ((logs, "area2"), logarithmic, ["-2.29547", "0.54461"]),
    ] {
        slopes(&bytes, case, ids, want);
    }
}

#[test]
fn healthy_life_expectancy_by_deprivation() {
    for (sex, period, want) in [
        ("Male", "2013 to 2015", "18.3"),
        ("Male", "2022 to 2024", "19.4"),
        ("Female", "2013 to 2015", "19.1"),
        ("Female", "2022 to 2024", "20.3"),
    ] {
        let edit = |plan: &mut Plan| {
            for filter in &mut plan.filters {
                let text = if filter.column == "sex" { sex } else { period };
                filter.keep = Keep::Texts(vec![text.to_owned()]);
            }
        };
        let answer = of_excerpt(EXPECTANCY, "", edit);
        let healthy = answer
            .sections
            .iter()
            .find(|section| section.indicator.name == "Healthy life expectancy")
            .unwrap();
        let gap = value(&contrast(healthy, "extremes").difference);
        check(&format!("{sex}, {period}"), -gap, want);
    }
}
