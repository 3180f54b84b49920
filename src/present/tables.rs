//! The tables of a section: groups and comparisons.

use crate::answer::Answer;
use crate::answer::cell::{Cell, Outcome};
use crate::answer::section::{Contrast, Group, Section};
use crate::core::group::Kind;
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

use super::figure::is_given;
use super::number::{count, plain};
use super::page::Table;
use super::{figure, headline, number, side};

/// Rates by group: how many, of how many, the figure, its interval and the two shares.
pub fn groups(release: &Answer, section: &Section) -> Table {
    let counted = section.kind != Kind::Value;
    let mut columns = vec![section.dimension.name.clone(), people_column(section)];
    if counted {
        columns.push("With the outcome".to_owned());
    }
    columns.push(value_column(section));
    columns.push(format!("{} interval", release.plan.level));
    if counted {
        columns.push("Share of outcome less share of people".to_owned());
        columns.push("Representation (1 is in proportion)".to_owned());
    }
    let rows = section
        .groups
        .iter()
        .map(|group| (group, group.status.is_known()))
        .chain(pooled(section).into_iter().map(|group| (group, false)))
        .map(|(group, part)| (group.label.clone(), cells(group, counted, part)))
        .collect();
    Table {
        caption: format!("{}. {}", in_figures(counted), when(release)),
        columns,
        rows,
        notes: notes(release, section),
    }
}

const fn in_figures(counted: bool) -> &'static str {
    if counted {
        "Each group in figures: how many, of how many, and how surely"
    } else {
        "Each group in figures, and how surely"
    }
}

/// The groups together, where they have a figure together: given values cannot be added up. Where
/// nobody is unknown, all known groups are everyone.
fn pooled(section: &Section) -> Vec<&Group> {
    let unknown = section.groups.iter().any(|group| group.status.is_unknown());
    [(&section.known, unknown), (&section.everyone, true)]
        .into_iter()
        .filter(|(group, said)| *said && group.value.is_ok())
        .map(|(group, _)| group)
        .collect()
}

/// Every comparison of two sides that has a figure; those that have none are named below.
pub fn contrasts(release: &Answer, section: &Section) -> Option<Table> {
    let (given, refused): (Vec<&Contrast>, Vec<&Contrast>) = section
        .contrasts
        .iter()
        .partition(|contrast| is_given(&contrast.difference));
    if given.is_empty() {
        return None;
    }
    let without = section
        .contrasts
        .iter()
        .any(|contrast| contrast.ratio_without.is_some());
    let mut columns: Vec<String> = ["Compared", "First figure", "Second figure"]
        .map(str::to_owned)
        .into();
    columns.push("Difference (first less second)".to_owned());
    columns.push("Ratio (first over second)".to_owned());
    if without {
        columns.push("Ratio of those without".to_owned());
    }
    let rows = given.iter().map(|contrast| {
        let mut cells = vec![
            figure::value(&contrast.worse_off.value),
            figure::value(&contrast.better_off.value),
            figure::short(&contrast.difference),
            figure::short(&contrast.ratio),
        ];
        if without {
            let ratio = contrast.ratio_without.as_ref();
            cells.push(ratio.map_or_else(String::new, figure::short));
        }
        (compared(contrast), cells)
    });
    Some(Table {
        caption: format!("Two sides set against each other. {}", when(release)),
        columns,
        rows: rows.collect(),
        notes: notes_on_contrasts(release, section, &given, &refused),
    })
}

/// "The most deprived tenth and the least deprived tenth".
fn compared(contrast: &Contrast) -> String {
    side::capital(&format!(
        "{} and {}",
        contrast.worse_off.label, contrast.better_off.label
    ))
}

fn notes_on_contrasts(
    release: &Answer,
    section: &Section,
    given: &[&Contrast],
    refused: &[&Contrast],
) -> Vec<String> {
    let with_limits = |contrast: &&Contrast| {
        let figure = contrast.difference.as_ref().ok();
        figure.is_some_and(|figure| figure.limits.is_ok())
    };
    let mut notes = Vec::new();
    if given.iter().any(with_limits) {
        notes.push(format!("In brackets: {} intervals.", release.plan.level));
    }
    if given.iter().any(|contrast| seems_off(contrast)) {
        notes.push(
            "Differences and ratios are made before the figures are rounded to be shown, so that they \
             may not fit the two figures to the last digit."
                .to_owned(),
        );
    }
    let groups_fit = !section
        .groups
        .iter()
        .any(|group| matches!(group.value, Err(Refusal::Mismatch { .. })));
    notes.extend(refused.iter().map(|contrast| {
        let why = match &contrast.difference {
            Ok(figure) => figure::why_hidden(figure),
            Err(Refusal::Mismatch { .. }) if groups_fit => {
                "The values of several groups cannot be put together without their counts."
                    .to_owned()
            }
            Err(refusal) => refusal.to_string(),
        };
        format!(
            "Not compared: {}. {why}",
            number::lowered(&compared(contrast))
        )
    }));
    notes
}

/// Whether a difference is not that of the two figures as they are shown.
fn seems_off(contrast: &Contrast) -> bool {
    let shown = |outcome: &Outcome| {
        let figure = outcome.as_ref().ok()?;
        let scale = 10f64.powi(i32::from(figure.places));
        Some(((figure.shown()?.0 * scale).round() / scale, scale))
    };
    let sides = [&contrast.worse_off.value, &contrast.better_off.value].map(shown);
    let ([Some((first, _)), Some((second, _))], Some((difference, scale))) =
        (sides, shown(&contrast.difference))
    else {
        return false;
    };
    ((first - second - difference) * scale).abs() > 0.5
}

/// A count of a group, or a dash where the indicator has none.
fn count_of(cell: Option<Cell>) -> String {
    cell.map_or_else(|| "–".to_owned(), count)
}

/// The cells of a row; only a `part` of the known groups has a share of them.
fn cells(group: &Group, counted: bool, part: bool) -> Vec<String> {
    let mut cells = vec![count_of(group.people)];
    if counted {
        cells.push(count_of(group.events));
    }
    cells.push(figure::value(&group.value));
    cells.push(figure::limits(&group.value));
    if counted {
        for outcome in [&group.share_gap, &group.representation] {
            cells.push(if part {
                figure::value(outcome)
            } else {
                "–".to_owned()
            });
        }
    }
    cells
}

fn people_column(section: &Section) -> String {
    side::capital(&section.indicator.population)
}

/// The name of the value with its unit.
pub fn value_column(section: &Section) -> String {
    column(&section.indicator.name, section.indicator.unit)
}

/// A column's name with the unit of its figures.
pub(super) fn column(name: &str, unit: Unit) -> String {
    let unit = match unit {
        Unit::Percent => "%".to_owned(),
        Unit::Points => "percentage points".to_owned(),
        Unit::Per(people) | Unit::DifferencePer(people) => {
            let per = format!("per {}", plain(f64::from(people), 0));
            if name.contains(&per) {
                return name.to_owned();
            }
            per
        }
        Unit::Weeks => "weeks".to_owned(),
        Unit::Years => "years".to_owned(),
        Unit::Pounds => "£".to_owned(),
        Unit::People | Unit::Ratio | Unit::Index | Unit::Own => return name.to_owned(),
    };
    format!("{name} ({unit})")
}

pub(super) fn when(release: &Answer) -> String {
    format!("{}.", side::capital(&headline::rows(release)))
}

fn notes(release: &Answer, section: &Section) -> Vec<String> {
    let mut notes = Vec::new();
    let hidden = |group: &Group| {
        let values = [&group.value, &group.share_gap, &group.representation];
        group.people.is_some_and(|people| people.number().is_none())
            || values
                .into_iter()
                .flatten()
                .any(|value| value.shown().is_none())
    };
    if section.groups.iter().any(hidden) {
        notes.push(format!("“hidden”: {}", release.rule.threshold));
    }
    let refused = section
        .groups
        .iter()
        .filter_map(|group| group.value.as_ref().err().map(|why| (&group.label, why)));
    notes.extend(refused.map(|(label, why)| format!("No figure for “{label}”. {why}")));
    notes.extend(section.dimension.notes.iter().cloned());
    notes
}
