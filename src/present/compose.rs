//! Release → Page: which blocks, in which order.

use crate::release::Release;
use crate::release::section::Section;

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
    for section in by_dimension(&release.sections) {
        if dimension != Some(&section.dimension.id) {
            blocks.push(Block::Heading(2, section.dimension.name.clone()));
            dimension = Some(&section.dimension.id);
        }
        blocks.extend(section_blocks(release, section));
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

fn section_blocks(release: &Release, section: &Section) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(3, section.indicator.name.clone()),
        Block::Figure(picture::figure_of(release, section)),
    ];
    if let Some(contrast) = headline::chosen(section) {
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

/// The chosen comparison's difference and ratio, then every measure over all groups.
fn measures(section: &Section) -> Vec<MeasureBlock> {
    let mut blocks = Vec::new();
    if let Some(contrast) = headline::chosen(section) {
        let sides = format!(
            "{} and {}",
            contrast.worse_off.label, contrast.better_off.label
        );
        blocks.push(MeasureBlock {
            name: format!("Difference: {sides}"),
            figure: figure::full(&contrast.difference),
            given: figure::is_given(&contrast.difference),
            reading: reading::of_difference(section, contrast),
            card: None,
        });
        blocks.push(MeasureBlock {
            name: format!("Ratio: {sides}"),
            figure: figure::full(&contrast.ratio),
            given: figure::is_given(&contrast.ratio),
            reading: reading::of_ratio(&contrast.ratio, contrast, "the figure"),
            card: None,
        });
        if let Some(without) = &contrast.ratio_without {
            blocks.push(MeasureBlock {
                name: format!("Ratio of those without: {sides}"),
                figure: figure::full(without),
                given: figure::is_given(without),
                reading: reading::of_ratio(without, contrast, "the share without"),
                card: None,
            });
        }
    }
    blocks.extend(section.measures.iter().map(|measured| MeasureBlock {
        name: measured.card.name.to_owned(),
        figure: figure::full(&measured.figure),
        given: figure::is_given(&measured.figure),
        reading: reading::of_measure(section, measured),
        card: Some(measured.card),
    }));
    blocks
}
