//! Charts as native SVG: snapshots, and what must hold at every width.

mod analyses;

use crate::answers::release;
use crate::answers::{self, ETHNIC, SMALL, TENTHS, answer, section};
use equal_measure::core::dimension::Status;
use equal_measure::core::units::Polarity;
use equal_measure::export::svg;
use equal_measure::present::chart::palette::Palette;
use equal_measure::present::chart::{Chart, draw, size};
use equal_measure::present::picture;
use equal_measure::release::rule;
use plotters::prelude::{IntoDrawingArea, RGBColor, SVGBackend};

fn drawn(ordered: bool, groups: &[answers::Counted], width: u32, palette: Palette) -> String {
    let release = release(
        &answer(vec![section(Polarity::MoreIsWorse, ordered, groups)]),
        rule("nhs-england"),
    );
    let chart = picture::figure_of(&release, &release.sections[0]).chart;
    let mut drawn = String::new();
    {
        let area = SVGBackend::with_string(&mut drawn, size(&chart, width)).into_drawing_area();
        draw(&chart, &palette.for_svg(), &area).expect("drawn");
    }
    drawn
}

#[test]
fn charts_are_drawn_as_they_were() {
    for (name, ordered, groups, width, palette) in [
        ("tenths_wide", true, TENTHS, 1280, Palette::LIGHT),
        ("tenths_narrow", true, TENTHS, 320, Palette::LIGHT),
        ("hidden_groups", true, SMALL, 640, Palette::LIGHT),
        ("ethnic_dark", false, ETHNIC, 800, Palette::DARK),
    ] {
        insta::assert_snapshot!(name, drawn(ordered, groups, width, palette));
    }
}

#[test]
fn a_saved_chart_carries_its_method() {
    let release = release(
        &answer(vec![section(Polarity::MoreIsWorse, true, SMALL)]),
        rule("nhs-england"),
    );
    let saved = svg::chart(&release, &release.sections[0], svg::WIDTH).expect("drawn");
    insta::assert_snapshot!("saved", saved);
}

/// Contrast of two colours as WCAG 2.2 defines it, 1 to 21.
fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let light = |RGBColor(red, green, blue): RGBColor| {
        let part = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_mark_and_text_can_be_seen() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        let ground = palette.ground;
        for (colour, least) in [
            (palette.text, 4.5),
            (palette.quiet, 4.5),
            (palette.group, 3.0),
            (palette.highlight, 3.0),
            (palette.unknown, 3.0),
            (palette.outline, 3.0),
        ] {
            assert!(
                contrast(colour, ground) >= least,
                "{colour:?} on {ground:?}"
            );
        }
        for colour in palette.series {
            assert!(contrast(colour, ground) >= 3.0, "{colour:?} on {ground:?}");
        }
        assert!(
            contrast(palette.grid, ground) < 1.7,
            "gridlines stay behind"
        );
    }
}

#[test]
fn every_width_holds_every_row() {
    for width in [280, 320, 375, 559, 560, 768, 1280, 1920] {
        for (ordered, groups) in [(true, TENTHS), (true, SMALL), (false, ETHNIC)] {
            let svg = drawn(ordered, groups, width, Palette::LIGHT);
            for group in groups {
                assert!(svg.contains(group.0), "{} at {width}", group.0);
            }
            let out = svg.match_indices(" x=\"").map(|(at, start)| {
                let rest = &svg[at + start.len()..];
                rest[..rest.find('"').unwrap_or(0)]
                    .parse::<f64>()
                    .expect("a place")
            });
            assert!(
                out.into_iter()
                    .all(|x| (0.0..=f64::from(width)).contains(&x)),
                "{width}"
            );
        }
    }
}

#[test]
fn very_many_groups_are_drawn_in_part_and_that_is_said() {
    let name =
        |place: u32| -> &'static str { Box::leak(format!("Trust {place:03}").into_boxed_str()) };
    for (groups, drawn) in [(30, 30), (31, 30), (140, 30)] {
        let counted: Vec<answers::Counted> = (0..groups)
            .map(|place| (name(place), Status::Known, 100 + place, 1_000 + 100 * place))
            .collect();
        let mut section = section(Polarity::MoreIsWorse, false, &counted);
        section.dimension.contrasts.clear();
        let release = release(&answer(vec![section]), rule("nhs-england"));
        let figure = picture::figure_of(&release, &release.sections[0]);
        let Chart::Rates(chart) = &figure.chart else {
            panic!("groups are drawn as rates");
        };
        assert_eq!(chart.bars.len(), drawn);
        assert_eq!(
            chart.bars.last().map(|bar| bar.label.as_str()),
            Some(name(groups - 1))
        );
        let all = figure
            .table
            .rows
            .iter()
            .filter(|(name, _)| name.starts_with("Trust"));
        assert_eq!(all.count(), groups as usize);
        for said in [&chart.axis, &figure.summary] {
            assert_eq!(said.to_lowercase().contains("drawn"), groups > 30, "{said}");
        }
    }
}

#[test]
fn a_long_name_stays_on_the_picture() {
    let mut exact = answer(vec![section(Polarity::MoreIsWorse, true, TENTHS)]);
    exact.source.file = format!("{}.csv", "waiting_list_by_deprivation_".repeat(4));
    let release = release(&exact, rule("nhs-england"));
    let saved = svg::chart(&release, &release.sections[0], 320).expect("drawn");
    let drawn = saved.split("</desc>").last().unwrap_or_default();
    let longest = drawn
        .lines()
        .filter(|line| !line.contains('<') && line.contains("waiting_list"))
        .map(|line| line.trim().chars().count())
        .max();
    assert!(
        longest.is_some_and(|letters| (20..60).contains(&letters)),
        "{longest:?}"
    );
}

#[test]
fn an_axis_that_does_not_start_at_zero_says_so() {
    let high: &[answers::Counted] = &[
        ("1 – most deprived", Status::Known, 59_100, 100_000),
        ("2", Status::Known, 60_000, 100_000),
        ("3 – least deprived", Status::Known, 61_000, 100_000),
    ];
    for (groups, cut) in [(high, true), (TENTHS, false)] {
        let svg = drawn(true, groups, 800, Palette::LIGHT);
        assert_eq!(svg.contains("The axis starts at"), cut);
    }
}
