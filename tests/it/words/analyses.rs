//! What the page says of analyses: sentences, tables, warnings and the method card.

use crate::answers::Section;
use crate::answers::release;
use crate::answers::{TENTHS, answer, section};
use crate::found::{self, RATIO, analysis, figure, rows};
use equal_measure::core::analysis::{
    Analysis, Caption, Drawn, Found, Life, Needs, Of, Quantity, Results, Setting,
};
use equal_measure::core::measure::MeasureUnit;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::stratification::By;
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::present::page::{Block, Page, Table};
use equal_measure::present::page_of;
use equal_measure::release::rule;

const DIFFERENCE: MeasureUnit = MeasureUnit::Difference;

/// A page whose only section has these analyses.
fn page(analyses: Vec<(&'static Analysis, By, &str, Result<Results, Refusal>)>) -> Page {
    let mut section: Section = section(Polarity::MoreIsWorse, true, TENTHS);
    for (analysis, by, second, result) in analyses {
        found::add(&mut section, analysis, Some((by, second)), result);
    }
    page_of(&release(&answer(vec![section]), rule("none")))
}

fn one(id: &'static str, by: By, second: &str, results: Results) -> Page {
    page(vec![(
        analysis(id, "A study", Needs::Strata),
        by,
        second,
        Ok(results),
    )])
}

fn figures(figures: Vec<Found>) -> Results {
    Results {
        figures,
        ..Results::default()
    }
}

/// The blocks of the page's analyses.
fn analyses(page: &Page) -> &[Block] {
    let is_analysis = |block: &Block| matches!(block, Block::Heading(4, _));
    let start = page.blocks.iter().position(is_analysis).expect("a study");
    let end = page.blocks[start..]
        .iter()
        .position(|block| matches!(block, Block::Heading(2 | 3, _)));
    &page.blocks[start..start + end.expect("the quality of the data")]
}

fn lead(page: &Page) -> &str {
    match &analyses(page)[1] {
        Block::Text(words) => words,
        other => panic!("no sentence first: {other:?}"),
    }
}

fn warnings(page: &Page) -> Vec<&str> {
    let words = page.blocks.iter().filter_map(|block| match block {
        Block::Warning(words) => Some(words.as_str()),
        _ => None,
    });
    words.collect()
}

fn tables(page: &Page) -> Vec<&Table> {
    let all = analyses(page).iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Figure(figure) => Some(&figure.table),
        _ => None,
    });
    all.collect()
}

const BETWEEN: &str = "the difference between people in the most deprived fifth and people in the least deprived fifth";

#[test]
fn each_analysis_is_said_in_a_sentence() {
    let gap =
        |of: Setting, value: f64| figure(Quantity::Difference(of), value, 0.002, DIFFERENCE, 0.0);
    let within = || Setting::WithinParts { by: "Age".into() };
    let years = |value| {
        figure(
            Quantity::GapInLife {
                life: Life::All,
                age: 0,
            },
            value,
            0.5,
            MeasureUnit::Own(Unit::Years),
            0.0,
        )
    };
    let lives = |gap: Found| Results {
        tables: vec![rows(
            Caption::LifeExpectancy,
            Of::Group,
            &[],
            Vec::new(),
            Drawn::Not,
        )],
        ..figures(vec![gap])
    };
    let hidden = Found {
        result: Err(Refusal::TooFewEvents { need: 10, got: 3 }),
        ..gap(Setting::SameAges, 0.0)
    };
    for (id, by, results, expected) in [
        (
            "standardised-rate",
            By::Ages,
            figures(vec![gap(Setting::SameAges, 0.006)]),
            format!(
                "If all groups had the same ages, {BETWEEN} would be 0.6 percentage points (95% interval \
                 0.4 to 0.8); as it stands, it is 1.0 percentage points. The whole interval points to a \
                 gap against people in the most deprived fifth."
            ),
        ),
        (
            "pooled-gap",
            By::Ages,
            figures(vec![gap(within(), 0.001)]),
            format!(
                "Where only people alike in age are compared, {BETWEEN} is 0.1 percentage points (95% \
                 interval −0.1 to 0.3); as it stands, it is 1.0 percentage points. The interval includes \
                 0, which would be equality: these figures cannot say which way the gap runs."
            ),
        ),
        (
            "gap-over-time",
            By::Periods,
            found::over_time(),
            "From April 2024 to March 2025, the gap against people in the most deprived fifth, compared with \
             people in the least deprived fifth, went from 1.8 percentage points to 1.0 percentage points. \
             It got smaller by 0.8 percentage points (95% interval 0.4 to 1.2); throughout the interval it \
             got smaller."
                .to_owned(),
        ),
        (
            "rate-and-composition",
            By::Ages,
            found::bars(),
            "The difference between people in the most deprived fifth and people in the least deprived \
             fifth has two parts: 0.8 percentage points (95% interval 0.7 to 0.9) goes with the groups' \
             different make-up by age, and 0.2 percentage points (95% interval 0.1 to 0.3) with \
             different figures for people alike in age."
                .to_owned(),
        ),
        (
            "life-expectancy",
            By::Ages,
            lives(years(9.1)),
            "At the death rates of these figures, the gap in life expectancy at birth between people in \
             the most deprived fifth and people in the least deprived fifth is 9.1 years (95% interval 8.6 \
             to 9.6). The whole interval points to a gap against people in the most deprived fifth."
                .to_owned(),
        ),
        (
            "funnel",
            By::Places,
            found::funnel(),
            "Of 40 organisations, 7 lie outside the 95% limits, 3 of them outside the 99.8% limits too. \
             By chance alone about 2 of 40 would lie outside the 95% limits."
                .to_owned(),
        ),
        (
            "unknown-groups",
            By::Others,
            figures(vec![
                gap(Setting::KnownOnly, -0.003),
                gap(Setting::UnknownSpread, 0.02),
                gap(Setting::UnknownSpread, 0.01),
            ]),
            format!(
                "With the people of unknown group shared out in the ways below, {BETWEEN} runs from −0.3 \
                 percentage points to 2.0 percentage points. So the unknown could reverse the gap."
            ),
        ),
        (
            "one-that-is-new",
            By::Others,
            figures(vec![figure(Quantity::RatioAgainstFirst, 1.4, 0.2, RATIO, 1.0)]),
            "Ratio of the two sides' values against the first period: 1.40 (95% interval 1.20 to 1.60). The whole interval lies above \
             equality."
                .to_owned(),
        ),
        (
            "one-that-is-new",
            By::Others,
            found::curve(),
            "It is shown below: people from the most to the least disadvantaged, and the outcome they have \
             together."
                .to_owned(),
        ),
        (
            "pooled-gap",
            By::Others,
            figures(vec![hidden]),
            "Not given: difference if all groups had the same ages. This needs at least 10 events; there are 3. Nothing can be \
             concluded from this, neither a gap nor equality."
                .to_owned(),
        ),
    ] {
        assert_eq!(lead(&one(id, by, "Age", results)), expected, "{id}");
    }
}

#[test]
fn a_analysis_stands_under_its_name_and_ends_with_how_it_is_read() {
    let page = one("by-hand", By::Ages, "Age and sex", found::bars());
    let blocks = analyses(&page);
    assert!(matches!(&blocks[0], Block::Heading(4, name) if name == "A study, by age and sex"));
    assert!(matches!(blocks.last(), Some(Block::Method(name, analysis))
            if name == "A study, by age and sex" && analysis.method_text().contains("Slowly")),);
    let measures = blocks
        .iter()
        .filter(|block| matches!(block, Block::Measure(_)));
    assert_eq!(measures.count(), 2);
    let texts = blocks
        .iter()
        .filter(|block| matches!(block, Block::Text(words) if words.contains("is cut to ages 18")));
    assert_eq!(texts.count(), 1);
}

#[test]
fn what_is_refused_is_one_sentence_with_its_reason() {
    let refusal = || {
        Err(Refusal::NeedsData {
            what: "two periods or more".to_owned(),
        })
    };
    let page = page(vec![
        (
            analysis("one", "Gap over time", Needs::Periods),
            By::Periods,
            "Month",
            refusal(),
        ),
        (
            analysis("two", "Recovery", Needs::Periods),
            By::Periods,
            "Month",
            refusal(),
        ),
        (
            analysis("three", "Empty", Needs::Groups),
            By::Others,
            "Sex",
            Ok(Results::default()),
        ),
    ]);
    assert!(
        !page
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Heading(4, _)))
    );
    for expected in [
        "Not given: gap over time and recovery. This file cannot give it. It would need two periods or \
         more. Nothing can be concluded from this, neither a gap nor equality.",
        "Not given: empty. It found nothing that may be shown. Nothing can be concluded from this, neither \
         a gap nor equality.",
    ] {
        let said = page
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Text(words) if words == expected));
        assert!(said, "{expected}");
    }
}

#[test]
fn tables_have_units_above_and_words_for_what_is_missing() {
    let page = one("by-hand", By::Ages, "Age", found::bars());
    let table = tables(&page)[0];
    assert_eq!(
        table.columns,
        ["Age", "Rates (percentage points)", "People"]
    );
    assert_eq!(table.rows[0].1, ["−0.15 (−0.23 to −0.07)", "3"]);
    assert_eq!(table.rows[4].1, ["no figure", "0"]);
    for note in [
        "In brackets: 95% intervals.",
        "No figure for “85+”. This needs at least 10 events; there are 3.",
    ] {
        assert!(
            table.notes.iter().any(|said| said == note),
            "{:?}",
            table.notes
        );
    }
    let curve = one("by-hand", By::Others, "Sex", found::curve());
    assert_eq!(tables(&curve)[0].rows[1].1, ["40", "55.0 (54.0 to 56.0)"]);
}

#[test]
fn small_counts_of_a_analysis_are_words_under_a_rule() {
    let mut section = section(Polarity::MoreIsWorse, true, TENTHS);
    // Under a rule an analysis is run again.
    let analysis = Box::leak(Box::new(Analysis {
        run: |_| Ok(found::bars()),
        ..*analysis("by-hand", "A study", Needs::Ages)
    }));
    found::add(
        &mut section,
        analysis,
        Some((By::Ages, "Age")),
        Ok(found::bars()),
    );
    let page = page_of(&release(&answer(vec![section]), rule("nhs-england")));
    let table = tables(&page)[0];
    let events: Vec<&str> = table.rows.iter().map(|row| row.1[1].as_str()).collect();
    assert_eq!(events, ["hidden", "hidden", "40", "hidden", "0"]);
    assert!(table.notes.iter().any(|note| note.starts_with("“hidden”")));
}

#[test]
fn no_analysis_says_what_must_not_be_said() {
    for (by, results) in [
        (By::Periods, found::over_time()),
        (By::Others, found::curve()),
        (By::Places, found::funnel()),
        (By::Ages, found::bars()),
    ] {
        for id in [
            "standardised-rate",
            "pooled-gap",
            "gap-over-time",
            "rate-and-composition",
            "life-expectancy",
            "funnel",
            "unknown-groups",
            "new",
        ] {
            let page = one(id, by, "Age", results.clone());
            let said = format!("{} {}", lead(&page), warnings(&page).join(" ")).to_lowercase();
            for never in [
                "no gap",
                "significan",
                "caused",
                "due to",
                "driven by",
                "effect of",
                "impact",
                "nan",
                "-0.0",
            ] {
                assert!(!said.contains(never), "{id}: {never}: {said}");
            }
        }
    }
}
