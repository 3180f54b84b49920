//! One indicator by one dimension, from its released table.

use crate::core::answer::chosen;
use crate::core::dimension::Status;
use crate::core::estimate::Estimate;
use crate::core::group::{Groups, Kind};
use crate::core::measure::two_groups::pair;
use crate::core::measure::{Basis, Complexity, Measure, MeasureUnit};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;
use crate::release::{Released, Table};

use super::cell::Outcome;
use super::digits::apart;
use super::groups::{Frame, measured_on, shown};
use super::section::{Division, Group, Measured, Section};
use super::terms::Terms;
use super::{analyses, fit, found, offers, overlap};

/// The section of a table; `first` tells the first dimension of its indicator.
pub(super) fn section(released: &Released, table: &Table, first: bool, terms: Terms) -> Section {
    let (indicator, whole) = (&table.indicator, &table.whole);
    let plan = &released.plan;
    let (measured_on, _) = measured_on(plan, indicator, whole);
    let of_total = indicator.share_of_total().is_some();
    let frame = Frame {
        indicator,
        kind: Kind::of(&indicator.formula),
        whole: (!of_total).then(|| whole.known.counts.clone()),
        terms,
    };
    let list: Vec<usize> = shown(whole).map(|(place, ..)| place).collect();
    let groups: Vec<Group> = shown(whole)
        .map(|(_, named, summary)| {
            let group = if named.status.is_known() {
                frame.group(&named.label, named.status, summary)
            } else {
                frame.pooled(&named.label, named.status, summary)
            };
            Group {
                parts: named.parts.clone(),
                ..group
            }
        })
        .collect();
    let contrasts = whole.dimension.contrasts.iter().zip(&whole.sides);
    let contrasts: Vec<_> = contrasts
        .map(|(named, sides)| {
            let at = |place: &usize| list.iter().position(|shown| shown == place);
            let places = named.worse_off_groups.iter().filter_map(at).collect();
            frame.contrast(named, places, sides)
        })
        .collect();
    let leading = whole.dimension.contrasts.first().zip(whole.sides.first());
    let bounds = leading
        .zip(contrasts.first())
        .and_then(|((named, sides), shown)| frame.bounds(named, sides, whole, &shown.difference));
    let figure =
        |of: &Measure, made: &Result<Estimate, Refusal>| measure(of, made, &measured_on, terms);
    let measures = if of_total {
        Vec::new()
    } else {
        chosen(plan, &measured_on)
    };
    let analyses = analyses::analyses(released, table, first);
    let mut section = Section {
        indicator: indicator.clone(),
        dimension: Division {
            id: whole.dimension.id.clone(),
            name: whole.dimension.name.clone(),
            subject: whole.dimension.subject,
            ordered: whole.dimension.ordered,
            paired: whole.dimension.paired,
            edition: whole.dimension.edition.clone(),
            notes: whole.dimension.notes.clone(),
        },
        kind: frame.kind,
        known: frame.pooled("All known groups", Status::Known, &whole.known),
        everyone: frame.pooled("Everyone", Status::Known, &whole.everyone),
        groups_measured: measured_on.list.len(),
        measures: measures
            .into_iter()
            .map(|measure| Measured {
                measure,
                figure: figure(measure, &(measure.run)(&measured_on)),
                sides: sides(measure, &measured_on, &groups),
            })
            .collect(),
        offers: offers::of_section(&measured_on, plan.slope, figure),
        fit: fit::line(&measured_on, terms),
        bounds,
        contrasts,
        groups,
        analyses: analyses
            .analysed
            .iter()
            .map(|analysed| found::shown(analysed, terms.rule))
            .collect(),
        analysis_offers: analyses.offers,
    };
    if whole.dimension.overlapping {
        overlap::refuse_sums(&mut section);
    }
    if !terms.rule.protects() {
        align(&mut section);
    }
    section
}

/// Gives each kind of figure the same decimals in all groups of a section, those of the least certain
/// one, so that they can be read down a column; a value has more only where its interval's limits would
/// look alike.
fn align(section: &mut Section) {
    let sides = section
        .contrasts
        .iter_mut()
        .flat_map(|contrast| [&mut contrast.worse_off, &mut contrast.better_off]);
    let mut groups: Vec<&mut Group> = section
        .groups
        .iter_mut()
        .chain([&mut section.known, &mut section.everyone])
        .chain(sides)
        .collect();
    let columns: [fn(&mut Group) -> &mut Outcome; 3] = [
        |group| &mut group.value,
        |group| &mut group.share_gap,
        |group| &mut group.representation,
    ];
    for (place, column) in columns.into_iter().enumerate() {
        let mut figures: Vec<_> = groups
            .iter_mut()
            .filter_map(|group| column(group).as_mut().ok())
            .collect();
        let least = figures.iter().map(|figure| figure.places).min();
        for figure in &mut figures {
            let least = least.unwrap_or(figure.places);
            let limits = figure.shown().and_then(|(_, limits)| limits);
            let limits = limits.filter(|_| place == 0);
            figure.places = apart(least, limits).min(figure.places);
        }
    }
}

/// The two groups that a measure of two sets against each other.
fn sides(measure: &Measure, measured_on: &Groups, groups: &[Group]) -> Option<[usize; 2]> {
    if measure.complexity != Complexity::Simple {
        return None;
    }
    let pair = pair::of_groups(measured_on).ok()?;
    let place = |label: &str| groups.iter().position(|group| group.label == label);
    Some([
        place(&pair.worse_off.label)?,
        place(&pair.better_off.label)?,
    ])
}

/// A measure over groups, to the digits that its basis allows it.
fn measure(
    measure: &Measure,
    made: &Result<Estimate, Refusal>,
    groups: &Groups,
    terms: Terms,
) -> Outcome {
    let unit = match measure.unit {
        // Behind shares of people who waited longer than so many weeks stand the weeks themselves.
        MeasureUnit::Difference
            if measure.card.basis == Basis::Values && groups.kind == Kind::Share =>
        {
            Unit::Weeks
        }
        MeasureUnit::Same => groups.unit,
        MeasureUnit::Difference => groups.unit.of_difference(),
        MeasureUnit::Own(unit) => unit,
    };
    if !terms.rule.protects() {
        return terms.of_whole(made, unit);
    }
    let people: Vec<_> = groups.list.iter().map(|group| group.population).collect();
    if measure.card.basis == Basis::Values || groups.kind == Kind::Value {
        return terms.of_values(made, unit, &people);
    }
    if measure.card.basis == Basis::Exact {
        return terms.of_whole(made, unit);
    }
    let smallest = people.into_iter().flatten().reduce(f64::min);
    terms.of_parts(made, unit, smallest.unwrap_or(0.0))
}
