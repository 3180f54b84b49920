//! What takes more than one figure to say, in words, tables and charts.
//!
//! A study stands under its section: a heading, one sentence that says what it found, then its figures,
//! tables and charts, how it was made, and how it is read. What a study found is known by what it is,
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
use crate::answer::section::{Findings, Found, Section, Studied};
use crate::core::crossing::By;
use crate::core::study::Needs;

use super::absent::not_given;
use super::figure;
use super::number::lowered;
use super::page::{Block, MeasureBlock};
use super::reading::NO_INTERVAL;

/// The studies of a section that found something.
pub(super) fn blocks(release: &Answer, section: &Section) -> Vec<Block> {
    let found = section.studies.iter().filter_map(|studied| {
        let findings = studied.findings.as_ref().ok()?;
        is_something(findings).then_some((studied, findings))
    });
    found
        .flat_map(|(studied, findings)| study(release, section, studied, findings))
        .collect()
}

/// The names of the studies that found nothing, each with the reason.
pub(super) fn refused(section: &Section) -> Vec<(String, String)> {
    section
        .studies
        .iter()
        .filter_map(|studied| match &studied.findings {
            Err(refusal) => Some((name(section, studied), refusal.to_string())),
            Ok(findings) if !is_something(findings) => {
                let nothing = "It found nothing that may be shown.".to_owned();
                Some((name(section, studied), nothing))
            }
            Ok(_) => None,
        })
        .collect()
}

fn is_something(findings: &Findings) -> bool {
    let tables = &findings.tables;
    !findings.figures.is_empty() || tables.iter().any(|table| !table.rows.is_empty())
}

fn study(
    release: &Answer,
    section: &Section,
    studied: &Studied,
    findings: &Findings,
) -> Vec<Block> {
    let name = name(section, studied);
    let findings = &*periods::in_words(studied, findings);
    let mut blocks = vec![
        Block::Heading(4, name.clone()),
        Block::Text(lead::sentence(section, studied, findings)),
    ];
    blocks.push(Block::Text(studied.study.card.in_plain_words(false)));
    let (given, refused): (Vec<&Found>, Vec<&Found>) = findings
        .figures
        .iter()
        .partition(|found| figure::is_given(&found.figure));
    blocks.extend(given.into_iter().map(|found| {
        Block::Measure(MeasureBlock {
            name: words::quantity(&found.quantity),
            figure: figure::full(&found.figure),
            given: true,
            reading: {
                let said = reading::reading(section, findings, found);
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
    if refused.len() < findings.figures.len() {
        blocks.extend(not_given(&refused).into_iter().map(Block::Text));
    }
    blocks.extend(list::tables(release, section, studied, findings));
    blocks.extend(findings.notes.iter().map(words::note).map(Block::Text));
    blocks.push(Block::Method(name, &studied.study.card));
    blocks
}

/// A study's name, with what the groups were divided by where that is not in the name.
fn name(section: &Section, studied: &Studied) -> String {
    let study = studied.study;
    let Some(second) = &studied.second else {
        return study.card.name.to_owned();
    };
    let same = section.studies.iter();
    let several = same
        .filter(|other| other.study.card.id == study.card.id)
        .count()
        > 1;
    if several || study.needs == Needs::Strata {
        format!("{}, by {}", study.card.name, lowered(second))
    } else {
        study.card.name.to_owned()
    }
}

/// The value of a figure in shown units.
fn value(outcome: &Outcome) -> Option<f64> {
    let figure = outcome.as_ref().ok()?;
    figure.shown().map(|(value, _)| value)
}

/// What the groups are divided by, inside a sentence: "age", "month".
fn second(studied: &Studied) -> String {
    match (&studied.second, studied.by) {
        (Some(name), _) => lowered(name),
        (None, Some(By::Ages)) => "age".to_owned(),
        (None, Some(By::Periods)) => "period".to_owned(),
        (None, Some(By::Places)) => "organisation".to_owned(),
        (None, _) => "group".to_owned(),
    }
}
