//! Charts as native SVG: snapshots, and what must hold at every width.

mod answers;

use answers::{ETHNIC, SMALL, TENTHS, answer, section};
use equal_measure::core::units::Polarity;
use equal_measure::export::svg;
use equal_measure::present::chart::palette::Palette;
use equal_measure::present::chart::{draw, size};
use equal_measure::present::picture;
use equal_measure::release::{release, rule};
use plotters::prelude::{IntoDrawingArea, SVGBackend};

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
