//! What analyses give reason to be careful about, and what the method card says of them.

use crate::answers::Section;
use crate::answers::release;
use crate::answers::{TENTHS, answer, section};
use crate::found::{self, analysis, estimate, figure, rows};
use equal_measure::core::analysis::{
    Caption, ColumnKind, Drawn, Entry, Found, Needs, Of, Pair, Quantity, Results, Setting,
};
use equal_measure::core::measure::{MeasureUnit, Null};
use equal_measure::core::stratification::By;
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::present::page::{Block, Page};
use equal_measure::present::page_of;
use equal_measure::release::rule;

const DIFFERENCE: MeasureUnit = MeasureUnit::Difference;

/// A page whose only section has these analyses, each by its second division.
fn page(analyses: Vec<(&'static str, By, &str, Results)>) -> Page {
    let mut section: Section = section(Polarity::MoreIsWorse, true, TENTHS);
    for (id, by, second, results) in analyses {
        let analysis = analysis(id, "A study", Needs::Strata);
        found::add(&mut section, analysis, Some((by, second)), Ok(results));
    }
    page_of(&release(&answer(vec![section]), rule("none")))
}

/// The warnings that analyses give: people of unknown group are another matter.
fn warnings(page: &Page) -> Vec<&str> {
    let words = page.blocks.iter().filter_map(|block| match block {
        Block::Warning(words) => Some(words.as_str()),
        _ => None,
    });
    words
        .filter(|words| !words.contains("is not known"))
        .collect()
}

fn figures(figures: Vec<Found>) -> Results {
    Results {
        figures,
        ..Results::default()
    }
}

/// A gap in each of these parts: value and half the interval, in points.
fn parts(gaps: &[(f64, f64)]) -> Results {
    let row = |(place, &(value, by)): (usize, &(f64, f64))| {
        let figure = Entry::Figure(estimate(value / 100.0, by / 100.0));
        (format!("Part {place}"), vec![figure])
    };
    Results {
        tables: vec![rows(
            Caption::GapByPlace(Pair {
                worse_off: "the worse-off".into(),
                better_off: "the better-off".into(),
            }),
            Of::Organisation,
            &[(ColumnKind::Difference, DIFFERENCE)],
            gaps.iter().enumerate().map(row).collect(),
            Drawn::Not,
        )],
        ..Results::default()
    }
}

#[test]
fn what_needs_care_is_said_and_nothing_else() {
    let pooled = |value| {
        figures(vec![figure(
            Quantity::Difference(Setting::SameAges),
            value,
            0.001,
            DIFFERENCE,
            0.0,
        )])
    };
    let mut unsure = found::over_time();
    unsure.figures[0] = figure(Quantity::ChangeOfDifference, -0.008, 0.02, DIFFERENCE, 0.0);
    let mut calm = found::funnel();
    calm.figures[1] = Found {
        null: Null::At(1.0),
        ..figure(
            Quantity::Scatter { pulled_in: false },
            1.1,
            0.4,
            MeasureUnit::Own(Unit::Index),
            1.0,
        )
    };
    for (id, by, results, expected) in [
        (
            "gap-over-time",
            By::Periods,
            found::over_time(),
            Some("the absolute gap got smaller while the relative gap got larger"),
        ),
        (
            "rate-and-composition",
            By::Ages,
            found::bars(),
            Some(
                "Most of the gap goes with the groups' different make-up by age: 0.8 percentage points of 1.0 percentage points",
            ),
        ),
        ("gap-over-time", By::Periods, unsure, None),
        ("pooled-gap", By::Others, pooled(0.009), None),
        (
            "pooled-gap",
            By::Others,
            pooled(0.003),
            Some("less than half of the gap is left"),
        ),
        (
            "standardised-rate",
            By::Ages,
            pooled(-0.003),
            Some("the gap points the other way"),
        ),
        (
            "gaps-by-place",
            By::Places,
            parts(&[(1.0, 0.5), (-2.0, 0.5), (0.1, 0.5)]),
            Some("above equality in 1 and below it in 1"),
        ),
        (
            "gaps-by-place",
            By::Places,
            parts(&[(1.0, 0.5), (-0.2, 0.5)]),
            None,
        ),
        (
            "funnel",
            By::Places,
            found::funnel(),
            Some("differ more than chance alone would make them (φ 2.6): 7 lie outside"),
        ),
        ("funnel", By::Places, calm, None),
    ] {
        let page = page(vec![(id, by, "Age", results)]);
        let said = warnings(&page);
        match expected {
            Some(words) => assert!(said.iter().any(|one| one.contains(words)), "{id}: {said:?}"),
            None => assert!(said.is_empty(), "{id}: {said:?}"),
        }
    }
}

#[test]
fn the_method_card_names_standard_and_divisions() {
    let terms = |page: &Page| match page.blocks.last() {
        Some(Block::Terms(_, terms)) => terms.clone(),
        _ => panic!("the page does not end with its method card"),
    };
    let with = terms(&page(vec![
        ("a", By::Ages, "Age", found::bars()),
        ("b", By::Periods, "Month", found::over_time()),
    ]));
    let without = terms(&page(Vec::new()));
    for (term, expected, plain) in [
        (
            "Standard population",
            "the European standard population 2013 is cut to ages 18 and over: these bands hold 80.0% of it, \
             and the figures are not comparable with those for all ages; the figures of groups, differences and measures over all groups are not standardised",
            Some("none: rates are not standardised"),
        ),
        ("Divided a second time by", "Age; Month", None),
        ("Periods compared", "April 2024 to March 2025", None),
    ] {
        let of = |terms: &[(String, String)]| {
            let found = terms.iter().find(|(name, _)| name == term);
            found.map(|(_, text)| text.clone())
        };
        assert_eq!(of(&with).as_deref(), Some(expected), "{term}");
        assert_eq!(of(&without).as_deref(), plain, "{term}");
    }
}
