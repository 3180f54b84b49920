//! Answer → Page: which blocks, in which order.

use crate::answer::Answer;
use crate::answer::cell::Outcome;
use crate::answer::section::{Contrast, Measured, Section};
use crate::core::card::Card;
use crate::core::measure::{Measure, find};

use super::comparison::comparison;
use super::page::{Block, MeasureBlock, Page, Table};
use super::{
    absent, advice, analyses, card, figure, headline, numbers, picture, quality, reading, tables,
    targets, warnings,
};

/// The whole page: headline, chart and table first, then every other section by dimension and
/// indicator, what the file cannot give, the quality panel and the method card.
pub fn page_of(release: &Answer) -> Page {
    let sections = by_dimension(&release.sections);
    let first = headline::first(release);
    let mut blocks = Vec::new();
    if let Some(first) = first {
        blocks.push(Block::Headline(headline::headline(release, first)));
    }
    let mut by = sections.as_slice();
    while let Some(one) = by.first() {
        let same = by
            .iter()
            .take_while(|section| section.dimension.id == one.dimension.id);
        let (of_dimension, rest) = by.split_at(same.count());
        blocks.extend(dimension_blocks(release, of_dimension, first));
        by = rest;
    }
    let nowhere: Vec<&Section> = sections
        .iter()
        .copied()
        .filter(|section| absent::everywhere(release, section))
        .collect();
    blocks.extend(absent::blocks(&nowhere, 2));
    blocks.push(Block::Heading(2, "Quality of the data".to_owned()));
    blocks.extend(quality::completeness(release).map(Block::Table));
    blocks.push(Block::Table(quality::ledger(release)));
    blocks.extend(quality::without(release).map(Block::Table));
    blocks.push(Block::Terms(
        "How these figures were made".to_owned(),
        card::card(release)
            .into_iter()
            .map(|(term, text)| (term.name().to_owned(), text))
            .collect(),
    ));
    Page {
        title: first.map_or_else(|| "No figures".to_owned(), headline::name),
        blocks,
    }
}

/// A dimension's heading, the indicators that have figures, and in one list those that have none here
/// but by another dimension.
fn dimension_blocks(
    release: &Answer,
    sections: &[&Section],
    first: Option<&Section>,
) -> Vec<Block> {
    let with_figures = sections
        .iter()
        .filter(|section| absent::reason(section).is_none());
    let mut blocks: Vec<Block> = with_figures
        .enumerate()
        .flat_map(|(place, section)| {
            let on_top = first.is_some_and(|first| std::ptr::eq(first, *section));
            section_blocks(release, section, on_top, place == 0)
        })
        .collect();
    let elsewhere: Vec<&Section> = sections
        .iter()
        .copied()
        .filter(|section| !absent::everywhere(release, section))
        .collect();
    blocks.extend(absent::blocks(&elsewhere, 3));
    if let (Some(one), false) = (sections.first(), blocks.is_empty()) {
        let heading = format!("By {}", headline::division(one));
        blocks.insert(0, Block::Heading(2, heading));
    }
    blocks
}

/// All sections of the first dimension, then of the second, each in the order of indicators.
fn by_dimension(sections: &[Section]) -> Vec<&Section> {
    let mut seen: Vec<&str> = Vec::new();
    for section in sections {
        if !seen.contains(&section.dimension.id.as_str()) {
            seen.push(&section.dimension.id);
        }
    }
    seen.into_iter()
        .flat_map(|id| {
            sections
                .iter()
                .filter(move |section| section.dimension.id == id)
        })
        .collect()
}

/// A section's blocks; the first section's sentence already stands on top of the page. Where no group
/// has a figure that may be shown, there is no chart. Why these measures is said once in a dimension.
fn section_blocks(
    release: &Answer,
    section: &Section,
    on_top: bool,
    with_reasons: bool,
) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(3, section.indicator.name.clone())];
    if section.groups.is_empty() {
        blocks.push(Block::Text(
            "No row of this file has a group here.".to_owned(),
        ));
        return blocks;
    }
    // All groups in one are nothing to compare.
    let apart =
        section.groups.len() > 1 || section.groups.iter().all(|group| group.parts.is_empty());
    let drawn = apart
        && section
            .groups
            .iter()
            .any(|group| figure::is_given(&group.value));
    blocks.push(if drawn {
        Block::Figure(picture::figure_of(release, section))
    } else {
        Block::Table(tables::groups(release, section))
    });
    if let Some(contrast) = headline::chosen(section).filter(|_| !on_top) {
        blocks.push(Block::Text(comparison(section, contrast, None)));
    }
    blocks.extend(
        warnings::of_section(section)
            .into_iter()
            .chain(warnings::held_back(release, section))
            .chain(analyses::warnings(section))
            .map(Block::Warning),
    );
    let bounds = section.bounds.as_ref();
    if let Some((sentence, false)) = bounds.and_then(warnings::bounds_in_words) {
        blocks.push(Block::Text(sentence));
    }
    blocks.extend(targets::table(release, section).map(Block::Table));
    blocks.extend(tables::contrasts(release, section).map(Block::Table));
    if with_reasons {
        blocks.extend(advice::sentence(release, section).map(Block::Text));
    }
    let (given, refused): (Vec<_>, Vec<_>) = measures(release, section)
        .into_iter()
        .partition(|block| block.given);
    blocks.extend(given.into_iter().map(Block::Measure));
    let refused = refused.into_iter().map(|block| (block.name, block.figure));
    let refused: Vec<_> = refused.chain(analyses::refused(section)).collect();
    blocks.extend(absent::not_given(&refused).into_iter().map(Block::Text));
    blocks.extend(analyses::blocks(release, section));
    blocks
}

/// The chosen comparison's difference and ratio, then every measure over all groups.
fn measures(release: &Answer, section: &Section) -> Vec<MeasureBlock> {
    let with_gap =
        headline::chosen(section).filter(|contrast| figure::is_given(&contrast.difference));
    let mut blocks =
        with_gap.map_or_else(Vec::new, |contrast| compared(release, section, contrast));
    let said = |measure: &Measure| with_gap.is_some() && measure.of_every_pair;
    let others = section
        .measures
        .iter()
        .filter(|measured| !said(measured.measure));
    blocks.extend(others.map(|measured| {
        block(
            name(section, measured),
            &measured.figure,
            reading::of_measure(section, measured),
            Some(&measured.measure.card),
            numbers::of_measure(release, section, measured),
        )
    }));
    blocks
}

/// A measure's name, and which groups it sets against each other where it is about two.
fn name(section: &Section, measured: &Measured) -> String {
    let name = measured.measure.card.name;
    let given = measured
        .sides
        .filter(|_| figure::is_given(&measured.figure));
    let labels = given.map(|sides| sides.map(|at| section.groups.get(at)));
    match labels {
        Some([Some(one), _]) if measured.measure.of_one => {
            format!("{name}: {}", one.label)
        }
        Some([Some(one), Some(other)]) => format!("{name}: {} and {}", one.label, other.label),
        _ => name.to_owned(),
    }
}

fn compared(release: &Answer, section: &Section, contrast: &Contrast) -> Vec<MeasureBlock> {
    let sides = format!(
        "{} and {}",
        contrast.worse_off.label, contrast.better_off.label
    );
    let made = |name: &str, outcome: &Outcome, words: String, id: &str| {
        block(
            format!("{name}: {sides}"),
            outcome,
            words,
            find(id).map(|measure| &measure.card),
            numbers::of_contrast(release, section, contrast),
        )
    };
    let of_ratio = |outcome, what| reading::of_ratio(outcome, contrast, what);
    let difference = reading::of_difference(section, contrast);
    let ratio = of_ratio(&contrast.ratio, "the figure");
    let mut blocks = vec![
        made("Difference", &contrast.difference, difference, "difference"),
        made("Ratio", &contrast.ratio, ratio, "ratio"),
    ];
    if let Some(without) = &contrast.ratio_without {
        let words = of_ratio(without, "the share without");
        blocks.push(made("Ratio of those without", without, words, "ratio"));
    }
    blocks
}

fn block(
    name: String,
    outcome: &Outcome,
    reading: String,
    card: Option<&'static Card>,
    numbers: Table,
) -> MeasureBlock {
    let given = figure::is_given(outcome);
    MeasureBlock {
        name,
        figure: figure::full(outcome),
        given,
        reading,
        card,
        numbers: given.then_some(numbers),
    }
}
