//! A section as a chart with its name, summary and table, and the words that a saved picture carries.

use crate::answer::Answer;
use crate::answer::cell::{Cell, Figure as Shown};
use crate::answer::section::{Group, Section};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

use super::card::{self, Term};
use super::chart::{Bar, Chart, RatesChart, Words};
use super::figure;
use super::headline::{chosen, figure_word, title};
use super::number::with_unit;
use super::page::Figure;
use super::tables::{groups as table, value_column};

/// The longest summary that is read out whole.
const LONGEST: usize = 125;
/// More groups than this are too many for one picture.
const MOST_GROUPS: usize = 30;

/// The chart of a section and everything that says the same without sight of it.
pub fn figure_of(release: &Answer, section: &Section) -> Figure {
    Figure {
        title: title(section),
        summary: summary(section),
        chart: chart(release, section),
        table: table(release, section),
    }
}

/// What a saved picture of a figure with this title carries above and below it.
pub fn words_under(release: &Answer, title: &str) -> Words {
    let card = card::card(release);
    let line = |terms: &[Term]| {
        card.iter()
            .filter(|(term, _)| terms.contains(term))
            .map(|(term, text)| format!("{}: {}", term.name(), text.trim_end_matches('.')))
            .collect::<Vec<_>>()
            .join(". ")
    };
    Words {
        heading: title.to_owned(),
        foot: vec![
            line(&[Term::Population, Term::Period, Term::Interval]),
            line(&[
                Term::DeprivationEdition,
                Term::EthnicGrouping,
                Term::StandardPopulation,
            ]),
            line(&[Term::Rule]),
            line(&[Term::File, Term::RowsUsed, Term::MadeWith]),
        ],
    }
}

fn chart(release: &Answer, section: &Section) -> Chart {
    let highlighted = highlighted(section);
    let drawn = drawn(section);
    let (known, unknown): (Vec<_>, Vec<_>) = section
        .groups
        .iter()
        .enumerate()
        .filter(|(place, _)| drawn.contains(place))
        .partition(|(_, group)| group.status.is_known());
    let bars = known
        .into_iter()
        .chain(unknown)
        .map(|(place, group)| bar(group, highlighted.contains(&place)));
    let average = section.known.value.as_ref().ok().and_then(|value| {
        let (shown, _) = value.shown()?;
        let said = figure::value(&section.known.value);
        Some((shown, format!("All known groups: {said}")))
    });
    Chart::Rates(RatesChart {
        axis: axis(release, section, drawn.len()),
        bars: bars.collect(),
        mark: average,
    })
}

/// What the axis measures, and how many groups are left out where some are.
fn axis(release: &Answer, section: &Section, drawn: usize) -> String {
    let with_limits = |group: &Group| {
        let value = group.value.as_ref().ok().and_then(Shown::shown);
        value.is_some_and(|(_, limits)| limits.is_some())
    };
    let limits = if section.groups.iter().any(with_limits) {
        format!(", with {} intervals", release.plan.level)
    } else {
        String::new()
    };
    let groups = section.groups.len();
    let part = if drawn < groups {
        format!(". Drawn: the {drawn} groups with most people, of {groups}. The table has them all")
    } else {
        String::new()
    };
    format!("{}{limits}{part}", value_column(section))
}

/// The places of the groups that are drawn: all, or the largest of very many, those of the chosen
/// comparison always among them.
fn drawn(section: &Section) -> Vec<usize> {
    let groups = &section.groups;
    if groups.len() <= MOST_GROUPS {
        return (0..groups.len()).collect();
    }
    let compared = chosen(section).map(|contrast| [&contrast.worse_off, &contrast.better_off]);
    let named = |group: &Group| {
        compared.is_some_and(|sides| sides.iter().any(|side| side.label == group.label))
    };
    let people = |group: &Group| group.people.and_then(Cell::number).unwrap_or(0.0);
    let mut places: Vec<usize> = (0..groups.len()).collect();
    places.sort_by(|&one, &other| {
        let (one, other) = (&groups[one], &groups[other]);
        (named(other).cmp(&named(one))).then(people(other).total_cmp(&people(one)))
    });
    places.truncate(MOST_GROUPS);
    places
}

/// The groups of the disadvantaged end, where there is one.
fn highlighted(section: &Section) -> Vec<usize> {
    if !section.dimension.ordered {
        return Vec::new();
    }
    section
        .contrasts
        .first()
        .map_or_else(Vec::new, |contrast| contrast.worse_off_groups.clone())
}

fn bar(group: &Group, highlight: bool) -> Bar {
    let shown = group.value.as_ref().ok().and_then(Shown::shown);
    Bar {
        label: group.label.clone(),
        value: shown.map(|(value, _)| value),
        limits: shown.and_then(|(_, limits)| limits),
        text: text(group),
        highlight,
        apart: group.status.is_unknown(),
        hidden: shown.is_none() && matches!(group.value, Ok(_) | Err(Refusal::Suppressed)),
    }
}

/// The figure at a row's end: without the unit that the axis names, but for the percent sign.
fn text(group: &Group) -> String {
    let bare = |figure: &Shown| {
        let (value, limits) = figure.shown()?;
        let unit = match figure.unit {
            Unit::Percent => Unit::Percent,
            _ => Unit::Own,
        };
        let value = with_unit(value, unit, figure.places);
        Some(limits.map_or_else(
            || value.clone(),
            |limits| format!("{value} ({})", figure::range(limits, figure.places)),
        ))
    };
    let shown = group.value.as_ref().ok().and_then(bare);
    shown.unwrap_or_else(|| figure::value(&group.value))
}

/// Highest and lowest known group in at most 125 characters.
fn summary(section: &Section) -> String {
    let mut shown: Vec<(&Group, f64)> = section
        .groups
        .iter()
        .filter(|group| group.status.is_known())
        .filter_map(|group| Some((group, group.value.as_ref().ok()?.shown()?.0)))
        .collect();
    shown.sort_by(|one, other| one.1.total_cmp(&other.1));
    let all = section.groups.len();
    let groups = if all > MOST_GROUPS {
        format!("{all} groups, the {MOST_GROUPS} largest drawn")
    } else {
        format!("{all} groups")
    };
    let (Some((low, _)), Some((high, _))) = (shown.first(), shown.last()) else {
        return format!("{groups}, none with a figure that may be shown.");
    };
    if shown.len() == 1 {
        let only = figure::value(&high.value);
        return format!("{groups}, one of them with a figure that may be shown: {only}.");
    }
    let ends = [low, high].map(|group| figure::value(&group.value));
    if ends[0] == ends[1] {
        return format!("{groups}, each with {} as rounded here.", ends[0]);
    }
    let said = |group: &Group| format!("{}, {}", group.label, figure::value(&group.value));
    let what = figure_word(section);
    let long = format!(
        "{groups}. Highest {what}: {}. Lowest: {}.",
        said(high),
        said(low)
    );
    if long.chars().count() <= LONGEST {
        return long;
    }
    format!(
        "{groups}. From {} to {}. The table names them.",
        figure::value(&low.value),
        figure::value(&high.value)
    )
}
