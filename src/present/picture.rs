//! A section as a chart with its name, summary and table, and the words that a saved picture carries.

use crate::core::refusal::Refusal;
use crate::core::units::Unit;
use crate::release::Release;
use crate::release::cell::Figure as Shown;
use crate::release::section::{Group, Section};

use super::chart::{Bar, Chart, RatesChart, Words};
use super::headline::title;
use super::number::with_unit;
use super::page::Figure;
use super::tables::{groups as table, value_column};
use super::{card, figure};

/// The longest summary that is read out whole.
const LONGEST: usize = 125;

/// The chart of a section and everything that says the same without sight of it.
pub fn figure_of(release: &Release, section: &Section) -> Figure {
    Figure {
        title: title(section),
        summary: summary(section),
        chart: chart(release, section),
        table: table(release, section),
    }
}

/// What a saved picture of a section carries above and below it.
pub fn words(release: &Release, section: &Section) -> Words {
    words_under(release, &title(section))
}

/// What a saved picture of a figure with this title carries above and below it.
pub fn words_under(release: &Release, title: &str) -> Words {
    let card = card::card(release);
    let line = |names: &[&str]| {
        card.iter()
            .filter(|(name, _)| names.contains(&name.as_str()))
            .map(|(name, text)| format!("{name}: {}", text.trim_end_matches('.')))
            .collect::<Vec<_>>()
            .join(". ")
    };
    Words {
        heading: title.to_owned(),
        foot: vec![
            line(&["Population", "Period", "Interval"]),
            line(&[
                "Deprivation edition",
                "Ethnic grouping",
                "Standard population",
            ]),
            line(&["Disclosure rule"]),
            line(&["File", "Rows used", "Made with"]),
        ],
    }
}

fn chart(release: &Release, section: &Section) -> Chart {
    let highlighted = highlighted(section);
    let (known, unknown): (Vec<_>, Vec<_>) = section
        .groups
        .iter()
        .enumerate()
        .partition(|(_, group)| group.standing.is_known());
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
        axis: format!(
            "{}, with {} intervals",
            value_column(section),
            release.plan.level
        ),
        bars: bars.collect(),
        mark: average,
    })
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
        apart: group.standing.is_unknown(),
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
        .filter(|group| group.standing.is_known())
        .filter_map(|group| Some((group, group.value.as_ref().ok()?.shown()?.0)))
        .collect();
    shown.sort_by(|one, other| one.1.total_cmp(&other.1));
    let groups = section.groups.len();
    let (Some((low, _)), Some((high, _))) = (shown.first(), shown.last()) else {
        return format!("{groups} groups, none with a figure that may be shown.");
    };
    if shown.len() == 1 {
        let only = figure::value(&high.value);
        return format!("{groups} groups, one of them with a figure that may be shown: {only}.");
    }
    let said = |group: &Group| format!("{}, {}", group.label, figure::value(&group.value));
    let what = match section.indicator.unit {
        Unit::Percent => "share",
        _ => "figure",
    };
    let long = format!(
        "{groups} groups. Highest {what}: {}. Lowest: {}.",
        said(high),
        said(low)
    );
    if long.chars().count() <= LONGEST {
        return long;
    }
    format!(
        "{groups} groups, from {} to {}. The table names them.",
        figure::value(&low.value),
        figure::value(&high.value)
    )
}
