//! The numbers that went into a measure, as they are released: a small table for its card.

use crate::answer::Answer;
use crate::answer::cell::Cell;
use crate::answer::section::{Contrast, Fit, Group, Measured, Placed, Section};
use crate::core::group::Kind;
use crate::core::indicator::Formula;
use crate::core::measure::{Basis, Ordering};

use super::figure;
use super::number::{HIDDEN, bare, count, plain, with_unit};
use super::page::Table;
use super::tables::value_column;

/// The two sides of a comparison.
pub(super) fn of_contrast(release: &Answer, section: &Section, contrast: &Contrast) -> Table {
    let sides = [&contrast.worse_off, &contrast.better_off];
    table(release, section, &sides, &Extra::None)
}

/// The groups that a measure was made from: two, or all that are known.
pub(super) fn of_measure(release: &Answer, section: &Section, measured: &Measured) -> Table {
    let groups: Vec<&Group> = match measured.sides {
        Some(_) if measured.measure.of_one => known(section),
        Some(sides) => sides
            .iter()
            .filter_map(|&at| section.groups.get(at))
            .collect(),
        None => known(section),
    };
    let extra = match (
        &section.fit,
        measured.measure.ordering,
        measured.measure.card.basis,
    ) {
        (_, _, Basis::Values) => Extra::Medians(medians(release, section)),
        (Some(fit), Ordering::Ordered, _) => Extra::Places(fit, measured.measure.is_straight()),
        _ => Extra::None,
    };
    table(release, section, &groups, &extra)
}

/// What is told of each group beside its figures.
enum Extra<'a> {
    None,
    /// Where it stands in the order, and whether the line's value there is told.
    Places(&'a Fit, bool),
    /// Its median wait, from another section of the same groups.
    Medians(Option<&'a Section>),
}

fn known(section: &Section) -> Vec<&Group> {
    let groups = section.groups.iter();
    groups
        .filter(|group| group.status.is_known() && group.value.is_ok())
        .collect()
}

fn medians<'a>(release: &'a Answer, section: &Section) -> Option<&'a Section> {
    release.sections.iter().find(|other| {
        other.dimension.id == section.dimension.id && other.indicator.formula == Formula::Median
    })
}

fn table(release: &Answer, section: &Section, groups: &[&Group], extra: &Extra<'_>) -> Table {
    let people = groups.iter().any(|group| group.people.is_some());
    let events = section.kind != Kind::Value && groups.iter().any(|group| group.events.is_some());
    let mut columns = vec![section.dimension.name.clone()];
    columns.extend(people.then(|| "People".to_owned()));
    columns.extend(events.then(|| "With the outcome".to_owned()));
    columns.push(value_column(section));
    columns.push(format!("{} interval", release.plan.level));
    columns.extend(extra.columns());
    let rows = groups.iter().map(|group| {
        let cell = |cell: Option<Cell>| cell.map_or_else(String::new, count);
        let mut cells = Vec::new();
        cells.extend(people.then(|| cell(group.people)));
        cells.extend(events.then(|| cell(group.events)));
        cells.push(figure::value(&group.value));
        cells.push(figure::limits(&group.value));
        cells.extend(extra.cells(group));
        (group.label.clone(), cells)
    });
    Table {
        caption: "The numbers that went in".to_owned(),
        columns,
        rows: rows.collect(),
        notes: extra.notes(),
    }
}

impl Extra<'_> {
    fn columns(&self) -> Vec<String> {
        match self {
            Self::None | Self::Medians(None) => Vec::new(),
            Self::Medians(Some(section)) => vec![value_column(section)],
            Self::Places(_, straight) => {
                let line = straight.then_some("On the line");
                let places = ["Share of people", "Middle rank"];
                places.into_iter().chain(line).map(str::to_owned).collect()
            }
        }
    }

    fn cells(&self, group: &Group) -> Vec<String> {
        match self {
            Self::None | Self::Medians(None) => Vec::new(),
            Self::Medians(Some(section)) => {
                let same = section
                    .groups
                    .iter()
                    .find(|other| other.label == group.label);
                vec![same.map_or_else(String::new, |other| figure::value(&other.value))]
            }
            Self::Places(fit, straight) => {
                let placed = fit.groups.iter().find(|placed| placed.label == group.label);
                placed.map_or_else(Vec::new, |placed| place(placed, *straight, group))
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        match self {
            Self::Places(_, true) => vec![
                "Middle rank: 0 is the most disadvantaged person, 1 the least. The line is fitted to the \
                 figures before they are rounded for printing."
                    .to_owned(),
            ],
            Self::Places(_, false) => {
                vec!["Middle rank: 0 is the most disadvantaged person, 1 the least.".to_owned()]
            }
            _ => Vec::new(),
        }
    }
}

fn place(placed: &Placed, straight: bool, group: &Group) -> Vec<String> {
    let said = |cell: Cell, say: &dyn Fn(f64) -> String| {
        cell.number().map_or_else(|| HIDDEN.to_owned(), say)
    };
    let mut cells = vec![
        said(placed.share, &|share| {
            format!("{}%", bare(100.0 * share, 1))
        }),
        said(placed.middle, &|middle| plain(middle, 3)),
    ];
    if let (true, Ok(figure)) = (straight, &group.value) {
        cells.push(said(placed.fitted, &|fitted| {
            with_unit(fitted * figure.unit.factor(), figure.unit, figure.places)
        }));
    }
    cells
}
