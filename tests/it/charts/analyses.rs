//! The charts of analyses as native SVG: snapshots, and what must hold at every width.

use crate::answers::release;
use crate::answers::{TENTHS, answer, section};
use crate::found;
use equal_measure::core::analysis::{Needs, Results, Row, RowName};
use equal_measure::core::stratification::By;
use equal_measure::core::units::Polarity;
use equal_measure::present::chart::palette::Palette;
use equal_measure::present::chart::{Chart, draw, size};
use equal_measure::present::page::{Block, Figure};
use equal_measure::present::page_of;
use equal_measure::release::rule;
use plotters::prelude::{IntoDrawingArea, SVGBackend};

/// The figure that an analysis's findings become.
fn figure(results: Results, by: By) -> Figure {
    let mut section = section(Polarity::MoreIsWorse, true, TENTHS);
    let analysis = found::analysis("by-hand", "A study", Needs::Strata);
    found::add(&mut section, analysis, Some((by, "Age")), Ok(results));
    let page = page_of(&release(&answer(vec![section]), rule("none")));
    let mut after = page
        .blocks
        .into_iter()
        .skip_while(|block| !matches!(block, Block::Heading(4, _)));
    let found = after.find_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    found.expect("a figure of the study")
}

fn svg(chart: &Chart, width: u32, palette: Palette) -> String {
    let mut drawn = String::new();
    {
        let area = SVGBackend::with_string(&mut drawn, size(chart, width)).into_drawing_area();
        draw(chart, &palette.for_svg(), &area).expect("drawn");
    }
    drawn
}

fn every() -> Vec<(&'static str, Figure)> {
    vec![
        ("lines", figure(found::over_time(), By::Periods)),
        ("control", figure(found::control(), By::Periods)),
        ("curve", figure(found::curve(), By::Ages)),
        ("funnel", figure(found::funnel(), By::Places)),
        ("bars", figure(found::bars(), By::Ages)),
    ]
}

#[test]
fn charts_of_analyses_are_drawn_as_they_were() {
    for (name, figure) in every() {
        for (form, width, palette) in [
            ("wide", 900, Palette::LIGHT),
            ("narrow", 320, Palette::LIGHT),
            ("dark", 640, Palette::DARK),
        ] {
            let drawn = svg(&figure.chart, width, palette);
            insta::assert_snapshot!(format!("{name}_{form}"), drawn);
        }
    }
}

#[test]
fn every_chart_has_its_words_and_table() {
    for (name, figure) in every() {
        let letters = figure.summary.chars().count();
        assert!((20..=125).contains(&letters), "{name}: {}", figure.summary);
        assert!(!figure.title.is_empty() && !figure.table.rows.is_empty());
        assert!(!figure.table.caption.contains(&figure.title), "{name}");
        for (label, cells) in &figure.table.rows {
            assert!(!label.is_empty());
            assert_eq!(cells.len() + 1, figure.table.columns.len(), "{name}");
        }
    }
}

/// The places of all texts of a picture, left to right.
fn places(svg: &str) -> Vec<f64> {
    let starts = svg.match_indices("<text x=\"");
    starts
        .map(|(at, start)| {
            let rest = &svg[at + start.len()..];
            rest[..rest.find('"').expect("a place")]
                .parse()
                .expect("a number")
        })
        .collect()
}

#[test]
fn every_width_holds_every_word() {
    for (name, figure) in every() {
        for width in [280, 320, 375, 559, 560, 768, 1280] {
            let svg = svg(&figure.chart, width, Palette::LIGHT);
            let inside = |x: &f64| (0.0..=f64::from(width)).contains(x);
            assert!(places(&svg).iter().all(inside), "{name} at {width}");
        }
    }
}

#[test]
fn a_missing_month_breaks_the_line() {
    let Chart::Lines(mut chart) = figure(found::over_time(), By::Periods).chart else {
        panic!("lines");
    };
    let stretches = |chart: &Chart| {
        let drawn = svg(chart, 900, Palette::LIGHT);
        drawn.matches("stroke-width=\"3\"").count()
    };
    assert_eq!(stretches(&Chart::Lines(chart.clone())), 4);
    for line in &mut chart.lines {
        line.points[4] = line.points[5];
    }
    assert_eq!(stretches(&Chart::Lines(chart)), 2);
}

#[test]
fn what_is_said_of_bars_is_said_of_all_rows() {
    let mut results = found::bars();
    let rows = &mut results.tables[0].rows;
    let highest = rows.remove(3);
    let low = || found::bars().tables.remove(0).rows.remove(0);
    let numbered = |number: usize| Row {
        name: RowName::Label(format!("Age {number}")),
        ..low()
    };
    *rows = (0..60).map(numbered).chain([highest]).collect();
    let figure = figure(results, By::Ages);
    assert!(figure.summary.contains("61 rows"), "{}", figure.summary);
    assert!(figure.summary.contains("Highest: 75–84"));
    let Chart::Rates(chart) = figure.chart else {
        panic!("rows");
    };
    assert!(chart.bars.len() < 61);
    assert!(chart.axis.contains("rows of 61"), "{}", chart.axis);
}

#[test]
fn forced_colours_are_enough() {
    let [text, ground, highlight] = [(0, 0, 0), (255, 255, 255), (0, 0, 238)]
        .map(|(r, g, b)| plotters::style::RGBColor(r, g, b));
    let forced = Palette::forced(text, ground, highlight);
    for (name, figure) in every() {
        let drawn = svg(&figure.chart, 640, forced);
        let colours: std::collections::BTreeSet<&str> = drawn
            .match_indices("=\"#")
            .map(|(at, _)| &drawn[at + 2..at + 9])
            .collect();
        let known = ["#000000", "#FFFFFF", "#0000EE"];
        assert!(
            colours.iter().all(|one| known.contains(one)),
            "{name}: {colours:?}"
        );
    }
}
