//! What takes more than one figure to say, in words, tables and charts.
//!
//! An analysis stands under its section: a heading, one sentence that says what it found, then its figures,
//! tables and charts, how it was made, and how it is read. What an analysis found is known by what it is,
//! never by what it is called; [`words`] says it.

mod draw;
mod difference;
mod points;
mod lead;
mod limits;
mod list;
mod care;
mod time;
mod reading;
pub(super) mod periods;
pub mod words;

pub(super) use care::warnings;

use crate::answer::Answer;
use crate::answer::cell::Outcome;
use crate::answer::section::{Analysed, Found, Results, Section};
use crate::core::analysis::Needs;
use crate::core::stratification::By;

use super::absent::not_given;
use super::figure;
use super::number::lowered;
use super::page::{Block, MeasureBlock};
use super::reading::NO_INTERVAL;

/// The analyses of a section that found something.
pub(super) fn blocks(release: &Answer, section: &Section) -> Vec<Block> {
    let found = section.analyses.iter().filter_map(|analysed| {
        let results = analysed.results.as_ref().ok()?;
        is_something(results).then_some((analysed, results))
    });
    found
        .flat_map(|(analysed, results)| analysis(release, section, analysed, results))
        .collect()
}

/// The names of the analyses that found nothing, each with the reason.
pub(super) fn refused(section: &Section) -> Vec<(String, String)> {
    section
        .analyses
        .iter()
        .filter_map(|analysed| match &analysed.results {
            Err(refusal) => Some((name(section, analysed), refusal.to_string())),
            Ok(results) if !is_something(results) => {
                let nothing = "It found nothing that may be shown.".to_owned();
                Some((name(section, analysed), nothing))
            }
            Ok(_) => None,
        })
        .collect()
}

fn is_something(results: &Results) -> bool {
    let tables = &results.tables;
    !results.figures.is_empty() || tables.iter().any(|table| !table.rows.is_empty())
}

fn analysis(
    release: &Answer,
    section: &Section,
    analysed: &Analysed,
    results: &Results,
) -> Vec<Block> {
    let name = name(section, analysed);
    let results = &*periods::in_words(analysed, results);
    let mut blocks = vec![
        Block::Heading(4, name.clone()),
        Block::Text(lead::sentence(section, analysed, results)),
    ];
    blocks.push(Block::Text(analysed.analysis.card.in_plain_words(false)));
    let (given, refused): (Vec<&Found>, Vec<&Found>) = results
        .figures
        .iter()
        .partition(|found| figure::is_given(&found.figure));
    blocks.extend(given.into_iter().map(|found| {
        Block::Measure(MeasureBlock {
            name: words::quantity(&found.quantity),
            figure: figure::full(&found.figure),
            given: true,
            reading: {
                let said = reading::reading(section, results, found);
                // That it has no interval, and why, stands with the figure.
                if said == NO_INTERVAL {
                    String::new()
                } else {
                    said
                }
            },
            ..MeasureBlock::default()
        })
    }));
    let refused: Vec<_> = refused
        .into_iter()
        .map(|found| {
            (
                words::quantity(&found.quantity),
                figure::full(&found.figure),
            )
        })
        .collect();
    // Where no figure is given, the leading sentence has said so.
    if refused.len() < results.figures.len() {
        blocks.extend(not_given(&refused).into_iter().map(Block::Text));
    }
    blocks.extend(list::tables(release, section, analysed, results));
    blocks.extend(results.notes.iter().map(words::note).map(Block::Text));
    blocks.push(Block::Method(name, &analysed.analysis.card));
    blocks
}

/// An analysis's name, with what the groups were divided by where that is not in the name.
fn name(section: &Section, analysed: &Analysed) -> String {
    let analysis = analysed.analysis;
    let Some(second) = &analysed.second else {
        return analysis.card.name.to_owned();
    };
    let same = section.analyses.iter();
    let several = same
        .filter(|other| other.analysis.card.id == analysis.card.id)
        .count()
        > 1;
    if several || analysis.needs == Needs::Strata {
        format!("{}, by {}", analysis.card.name, lowered(second))
    } else {
        analysis.card.name.to_owned()
    }
}

/// The value of a figure in shown units.
fn value(outcome: &Outcome) -> Option<f64> {
    let figure = outcome.as_ref().ok()?;
    figure.shown().map(|(value, _)| value)
}

/// What the groups are divided by, inside a sentence: "age", "month".
fn second(analysed: &Analysed) -> String {
    match (&analysed.second, analysed.by) {
        (Some(name), _) => lowered(name),
        (None, Some(By::Ages)) => "age".to_owned(),
        (None, Some(By::Periods)) => "period".to_owned(),
        (None, Some(By::Places)) => "organisation".to_owned(),
        (None, _) => "group".to_owned(),
    }
}
