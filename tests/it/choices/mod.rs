//! The choice of measures and of the slope's form: what fits, why the rest does not, and what then
//! stands on the page.

mod analyses;

use crate::attack::show;
use equal_measure::core::analysis::ANALYSES;
use equal_measure::core::measure;
use equal_measure::core::plan::{Plan, Slope};
use equal_measure::engine::flow::Shown;
use equal_measure::present::choices::{Choices, choices};
use equal_measure::present::page::{Block, MeasureBlock};

/// Equal fifths: the middle ranks are 0.1, 0.3, … 0.9.
const FIFTHS: &str = "IMD quintile,Vaccinated,Population\n\
    1,3000,10000\n2,3900,10000\n3,4100,10000\n4,4200,10000\n5,4300,10000\n";
/// Only the most deprived fifth stands out.
const BENT: &str = "IMD quintile,Vaccinated,Population\n\
    1,3000,10000\n2,4100,10000\n3,4100,10000\n4,4100,10000\n5,4100,10000\n";
const ETHNIC: &str = "Ethnic group,Vaccinated,Population\n\
    White,4100,10000\nAsian,3000,9000\nBlack,2000,7000\n";
const TWO: &str = "IMD quintile,Vaccinated,Population\n1,3000,10000\n5,4300,10000\n";
const NONE_THERE: &str = "IMD quintile,Vaccinated,Population\n\
    1,0,10000\n2,0,10000\n3,0,10000\n4,0,10000\n5,0,10000\n";
const NOT_SIZED: &str = "IMD quintile,Life expectancy,Lower 95% limit,Upper 95% limit\n\
    1,74.1,73.9,74.3\n2,76.0,75.8,76.2\n3,78.2,78.0,78.4\n4,79.9,79.7,80.1\n5,81.5,81.3,81.7\n";
const WITHOUT_LIMITS: &str = "IMD quintile,Life expectancy,Population\n\
    1,74.1,10000\n2,76.0,10000\n3,78.2,10000\n4,79.9,10000\n5,81.5,10000\n";

fn shown(text: &str, edit: impl FnOnce(&mut Plan)) -> Shown {
    show("file.csv", text, |plan| {
        plan.rule = "none".into();
        edit(plan);
    })
}

/// A file with a line for each row.
fn rows(head: &str, many: usize, row: impl Fn(usize) -> String) -> String {
    let lines: Vec<String> = std::iter::once(head.to_owned())
        .chain((0..many).map(row))
        .collect();
    lines.join("\n")
}

fn named(ids: &[&str]) -> impl FnOnce(&mut Plan) {
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    move |plan| plan.measures = ids
}

fn blocks(shown: &Shown) -> Vec<&MeasureBlock> {
    let blocks = shown.page.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Measure(measure) => Some(measure),
            _ => None,
        })
        .collect()
}

/// Everything said in paragraphs and warnings.
fn said(shown: &Shown) -> String {
    let words = shown.page.blocks.iter().filter_map(|block| match block {
        Block::Text(words) | Block::Warning(words) => Some(words.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join("\n")
}

fn offered(choices: &Choices) -> Vec<&str> {
    let shelves = choices.shelves.iter();
    shelves
        .flat_map(|shelf| shelf.measures.iter().map(|measure| measure.id.as_str()))
        .collect()
}

#[test]
fn what_does_not_fit_says_why() {
    for (file, id, reason) in [
        (FIFTHS, "slope-index", ""),
        (FIFTHS, "slope-index-simulated", ""),
        (
            FIFTHS,
            "longer-wait",
            "the wait, or other number, of each person",
        ),
        (ETHNIC, "slope-index", "This needs groups in order"),
        (ETHNIC, "gini-index", ""),
        (
            TWO,
            "slope-index",
            "at least 3 groups with a value; there are 2",
        ),
        (TWO, "odds-ratio", ""),
        (
            NONE_THERE,
            "representation",
            "at least 1 event; there are none",
        ),
        (NONE_THERE, "ratio", "which is zero"),
        (NONE_THERE, "slope-index", ""),
        (
            NOT_SIZED,
            "slope-index",
            "the number of people in each group",
        ),
        (NOT_SIZED, "difference", ""),
        (WITHOUT_LIMITS, "slope-index", ""),
        (
            WITHOUT_LIMITS,
            "slope-index-simulated",
            "counts, limits or standard errors",
        ),
    ] {
        let shown = shown(file, |_| {});
        let choices = choices(&shown.answer, &[]).expect("choices");
        let card = measure::find(id).expect("a measure").card;
        let refused = choices.refused.iter().find(|(name, _)| name == card.name);
        if reason.is_empty() {
            assert!(
                offered(&choices).contains(&id),
                "{id} of {file}: {refused:?}"
            );
            assert_eq!(refused, None, "{id} of {file}");
        } else {
            let (_, why) = refused.expect(id);
            assert!(why.contains(reason), "{id} of {file}: {why}");
            assert!(!offered(&choices).contains(&id), "{id} of {file}");
        }
    }
}

#[test]
fn every_measure_and_analysis_is_offered_or_refused_once() {
    for file in [FIFTHS, ETHNIC, TWO, NOT_SIZED] {
        for slope in [Slope::Linear, Slope::Logit, Slope::Simulated] {
            let shown = shown(file, |plan| plan.slope = slope);
            let choices = choices(&shown.answer, &[]).expect("choices");
            let mut ids = offered(&choices);
            let offers = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), offers, "{slope:?} of {file}: one stands twice");
            // The two straight lines stand under the name of the form that replaces them.
            let replaced = if slope == Slope::Linear { 0 } else { 2 };
            let all = measure::all().count() - replaced;
            // Analyses refused for the same reason stand in one line.
            let refused: usize = choices
                .refused
                .iter()
                .map(|(names, _)| names.split("; ").count())
                .sum();
            let all = all + ANALYSES.len();
            assert_eq!(offers + refused, all, "{slope:?} of {file}");
        }
    }
}

#[test]
fn every_form_of_the_slope_has_its_own_name_and_method() {
    // Σ(b − 0.5)y / Σ(b − 0.5)², with b − 0.5 of −0.4, −0.2, 0, 0.2, 0.4.
    let slope = (-0.4 * 30.0 - 0.2 * 39.0 + 0.2 * 42.0 + 0.4 * 43.0) / 0.4;
    let line = format!("{slope:.1} percentage points (95%");
    for (form, name, figure, method) in [
        (
            Slope::Linear,
            "(linear)",
            line.as_str(),
            "linear, closed form",
        ),
        (
            Slope::Logarithmic,
            "(logarithmic)",
            "15.5",
            "logarithmic, closed form",
        ),
        (Slope::Logit, "(logit)", "14.5", "logit, closed form"),
        (
            Slope::Robust,
            "(linear, robust interval)",
            line.as_str(),
            "robust (HC1)",
        ),
        (
            Slope::Simulated,
            "(linear, simulated interval)",
            line.as_str(),
            "simulated",
        ),
    ] {
        for ids in [&[][..], &["slope-index", "relative-index"][..]] {
            let shown = shown(FIFTHS, |plan| {
                plan.slope = form;
                named(ids)(plan);
            });
            let slopes: Vec<_> = blocks(&shown)
                .into_iter()
                .filter(|block| block.name.contains("index of inequality"))
                .collect();
            assert_eq!(slopes.len(), 2, "{form:?}");
            for (block, measure) in slopes.iter().zip(["Slope", "Relative"]) {
                assert_eq!(block.name, format!("{measure} index of inequality {name}"));
                assert!(block.figure.contains(method), "{}", block.figure);
            }
            assert!(slopes[0].figure.starts_with(figure), "{}", slopes[0].figure);
        }
    }
}

#[test]
fn measures_named_by_hand_stand_in_every_section_or_say_why_not() {
    let text = rows("Ethnic category,IMD quintile,Weeks waited", 600, |row| {
        let ethnic = ["A", "H", "M"][row % 3];
        format!("{ethnic},{},{}", 1 + row % 5, row * 7 % 90)
    });
    let shown = shown(&text, named(&["slope-index", "gini-index"]));
    let parts = shown.answer.sections.len();
    assert!(parts > 2);
    for section in &shown.answer.sections {
        let ids: Vec<_> = section
            .measures
            .iter()
            .map(|each| each.measure.card.id)
            .collect();
        assert_eq!(ids, ["slope-index", "gini-index"]);
    }
    let given = blocks(&shown)
        .into_iter()
        .filter(|block| block.name.starts_with("Slope index"))
        .count();
    let said = said(&shown);
    let refused = said
        .matches("slope index of inequality (linear). This needs groups in order")
        .count();
    assert!(given > 0 && refused > 0, "{given} given, {refused} refused");
    let with_figures = shown.page.blocks.iter();
    let drawn = with_figures.filter(|block| matches!(block, Block::Figure(_)));
    assert_eq!(given + refused, drawn.count(), "{said}");
    assert!(!said.contains("so these measures over all of them fit"));
}

#[test]
fn a_measure_opens_the_numbers_that_went_in() {
    let shown = shown(
        FIFTHS,
        named(&["slope-index", "odds-ratio", "share-gap", "theil-index"]),
    );
    let numbers = |name: &str| {
        let found = blocks(&shown)
            .into_iter()
            .find(|block| block.name.starts_with(name));
        found.and_then(|block| block.numbers.clone()).expect(name)
    };
    let slope = numbers("Slope index");
    let row = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| (*cell).to_owned())
            .collect::<Vec<_>>()
    };
    // On the line: 39 + 14.5·(0.1 − 0.5) and so on.
    let cells = |place: usize| slope.rows[place].1.clone();
    assert_eq!(cells(0)[..3], row(&["10,000", "3,000", "30.0%"]));
    assert_eq!(cells(0)[4..], row(&["20.0%", "0.100", "33.2%"]));
    assert_eq!(cells(4)[4..], row(&["20.0%", "0.900", "44.8%"]));
    assert_eq!(
        slope.columns.last().map(String::as_str),
        Some("On the line")
    );
    for (name, rows, columns) in [
        ("Difference", 2, 5),
        ("Odds ratio", 2, 5),
        ("Share gap", 5, 5),
        ("Theil", 5, 5),
    ] {
        let table = numbers(name);
        assert_eq!(
            (table.rows.len(), table.columns.len()),
            (rows, columns),
            "{name}"
        );
        assert!(
            table
                .rows
                .iter()
                .all(|(_, cells)| cells.len() + 1 == columns)
        );
    }
    let name = |start: &str| {
        blocks(&shown)
            .into_iter()
            .find(|block| block.name.starts_with(start))
    };
    let odds = name("Odds ratio").expect("odds").name.clone();
    assert!(
        odds.contains(" and ") && odds.contains('1') && odds.contains('5'),
        "{odds}"
    );
}

#[test]
fn waits_open_people_and_medians() {
    let text = rows("IMD quintile,Weeks waited", 500, |row| {
        format!("{},{}", 1 + row % 5, 10 + row % 5 + row / 5 % 11)
    });
    let shown = shown(&text, named(&["median-difference"]));
    let block = blocks(&shown)
        .into_iter()
        .find(|block| block.name.starts_with("Difference in medians"))
        .expect("a difference");
    let numbers = block.numbers.as_ref().expect("numbers");
    assert_eq!(numbers.rows.len(), 2);
    assert!(
        numbers
            .columns
            .last()
            .is_some_and(|name| name.contains("Median")),
        "{numbers:?}"
    );
    let last = |place: usize| numbers.rows[place].1.last().cloned().unwrap_or_default();
    // Eleven waits in turn, from 10 and from 14 weeks: the middle ones are 15 and 19.
    assert_eq!(
        [last(0), last(1)],
        ["15.0 weeks", "19.0 weeks"].map(str::to_owned)
    );
}

#[test]
fn a_line_that_fits_badly_says_how_badly() {
    // The slope is 11, Σ(b − 0.5)²/5 is 0.08: 11²·0.08 of (8.8² + 4·2.2²)/5.
    let explained: f64 = 121.0 * 0.08 / ((8.8_f64.powi(2) + 4.0 * 2.2_f64.powi(2)) / 5.0);
    let sentence = format!(
        "accounts for only {:.0}% of the differences",
        100.0 * explained
    );
    for (file, ids, form, warned) in [
        (BENT, &["slope-index"][..], Slope::Linear, true),
        (BENT, &[][..], Slope::Robust, true),
        (BENT, &[][..], Slope::Logit, false),
        (BENT, &["gini-index"][..], Slope::Linear, false),
        (FIFTHS, &["slope-index"][..], Slope::Linear, false),
    ] {
        let shown = shown(file, |plan| {
            plan.slope = form;
            named(ids)(plan);
        });
        let said = said(&shown);
        assert_eq!(said.contains(&sentence), warned, "{form:?} {ids:?}: {said}");
        assert_eq!(said.contains("A straight line accounts"), warned);
    }
    let hidden = BENT.replace("3000", "5");
    let protected = show("file.csv", &hidden, |plan| plan.rule = "nhs-england".into());
    let fit = protected.answer.sections[0].fit.as_ref();
    assert_eq!(
        fit.map(|fit| fit.groups.len()),
        Some(4),
        "two fifths are one group"
    );
}

#[test]
fn recommended_measures_are_marked_with_the_reason() {
    for (file, ids) in [
        (
            FIFTHS,
            &[
                "slope-index",
                "relative-index",
                "relative-concentration-index",
            ][..],
        ),
        (
            ETHNIC,
            &[
                "number-needed",
                "between-group-deviation",
                "index-of-disparity-weighted",
            ][..],
        ),
        (TWO, &[][..]),
    ] {
        let shown = shown(file, |_| {});
        let choices = choices(&shown.answer, &[]).expect("choices");
        assert_eq!(choices.start, ids);
        let marked: Vec<_> = choices
            .shelves
            .iter()
            .flat_map(|shelf| &shelf.measures)
            .filter(|measure| measure.recommended)
            .collect();
        assert_eq!(marked.len(), ids.len());
        assert!(
            marked
                .iter()
                .all(|measure| measure.hint.contains("Recommended here: "))
        );
        assert!(choices.recommended.contains("always shown"));
        assert_eq!(choices.forms.is_empty(), file == ETHNIC);
    }
}
