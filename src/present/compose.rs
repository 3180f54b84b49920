//! Release → Page: which blocks, in which order.

use crate::core::measure::{CARDS, Card};
use crate::core::refusal::Refusal;
use crate::release::Release;
use crate::release::cell::Outcome;
use crate::release::section::{Contrast, Section};

use super::page::{Block, MeasureBlock, Page};
use super::{card, figure, headline, picture, quality, reading, tables, warnings};

/// The whole page: headline, chart and table first, then every other section by dimension and
/// indicator, the quality panel and the method card.
pub fn page_of(release: &Release) -> Page {
    let mut blocks = Vec::new();
    if let Some(first) = release.sections.first() {
        blocks.push(Block::Headline(headline::headline(release, first)));
        if let Some(sentence) = warnings::absolute_against_relative(release) {
            blocks.push(Block::Warning(sentence));
        }
    }
    let mut dimension: Option<&str> = None;
    for (place, section) in by_dimension(&release.sections).into_iter().enumerate() {
        if dimension != Some(&section.dimension.id) {
            blocks.push(Block::Heading(2, section.dimension.name.clone()));
            dimension = Some(&section.dimension.id);
        }
        blocks.extend(section_blocks(release, section, place == 0));
    }
    blocks.push(Block::Heading(2, "Quality of the data".to_owned()));
    blocks.push(Block::Table(quality::completeness(release)));
    blocks.push(Block::Table(quality::ledger(release)));
    blocks.push(Block::Terms(
        "How these figures were made".to_owned(),
        card::card(release),
    ));
    Page {
        title: release
            .sections
            .first()
            .map_or_else(|| "No figures".to_owned(), headline::title),
        blocks,
    }
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

/// A section's blocks; the first section's sentence already stands on top of the page.
fn section_blocks(release: &Release, section: &Section, first: bool) -> Vec<Block> {
    let heading = Block::Heading(3, section.indicator.name.clone());
    if let Some(refusal) = refused_throughout(section) {
        return vec![heading, Block::Text(refusal.to_string())];
    }
    let mut blocks = vec![heading, Block::Figure(picture::figure_of(release, section))];
    if let Some(contrast) = headline::chosen(section).filter(|_| !first) {
        blocks.push(Block::Text(headline::comparison(section, contrast)));
    }
    blocks.extend(
        warnings::of_section(section)
            .into_iter()
            .map(Block::Warning),
    );
    let bounds = section.bounds.as_ref();
    if let Some((sentence, false)) = bounds.and_then(warnings::bounds_in_words) {
        blocks.push(Block::Text(sentence));
    }
    blocks.extend(tables::contrasts(release, section).map(Block::Table));
    blocks.extend(measures(section).into_iter().map(Block::Measure));
    blocks
}

/// The one reason why no group has a figure, where that is so.
fn refused_throughout(section: &Section) -> Option<&Refusal> {
    let mut reasons = section
        .groups
        .iter()
        .map(|group| group.value.as_ref().err());
    let first = reasons.next().flatten()?;
    reasons.all(|reason| reason == Some(first)).then_some(first)
}

/// The chosen comparison's difference and ratio, then every measure over all groups.
fn measures(section: &Section) -> Vec<MeasureBlock> {
    let chosen = headline::chosen(section);
    let mut blocks = chosen.map_or_else(Vec::new, |contrast| compared(section, contrast));
    let said = |id: &str| chosen.is_some() && TWO_SIDES.contains(&id);
    let others = section
        .measures
        .iter()
        .filter(|measured| !said(measured.card.id));
    blocks.extend(others.map(|measured| {
        let words = reading::of_measure(section, measured);
        block(
            measured.card.name.to_owned(),
            &measured.figure,
            words,
            Some(measured.card),
        )
    }));
    blocks
}

/// The measures that the chosen comparison already says.
const TWO_SIDES: [&str; 2] = ["difference", "ratio"];

fn compared(section: &Section, contrast: &Contrast) -> Vec<MeasureBlock> {
    let card = |id: &str| CARDS.iter().copied().find(|card| card.id == id);
    let named = |name: &str| {
        format!(
            "{name}: {} and {}",
            contrast.worse_off.label, contrast.better_off.label
        )
    };
    let of_ratio = |outcome, what| reading::of_ratio(outcome, contrast, what);
    let mut blocks = vec![
        block(
            named("Difference"),
            &contrast.difference,
            reading::of_difference(section, contrast),
            card("difference"),
        ),
        block(
            named("Ratio"),
            &contrast.ratio,
            of_ratio(&contrast.ratio, "the figure"),
            card("ratio"),
        ),
    ];
    if let Some(without) = &contrast.ratio_without {
        let words = of_ratio(without, "the share without");
        blocks.push(block(
            named("Ratio of those without"),
            without,
            words,
            card("ratio"),
        ));
    }
    blocks
}

fn block(
    name: String,
    outcome: &Outcome,
    reading: String,
    card: Option<&'static Card>,
) -> MeasureBlock {
    MeasureBlock {
        name,
        figure: figure::full(outcome),
        given: figure::is_given(outcome),
        reading,
        card,
    }
}
