//! Groups: their counts, values and shares of the whole.

use crate::core::dimension::{Named, Status};
use crate::core::group::{Counts, Groups, Kind};
use crate::core::indicator::Indicator;
use crate::core::measure::two_groups::{representation, share_gap};
use crate::core::plan::Plan;
use crate::core::refusal::Refusal;
use crate::core::summary::Summary;
use crate::core::units::Unit;
use crate::release::Grouped;

use super::section::Group;
use super::terms::Terms;

/// What every group of one section is made with.
pub(super) struct Frame<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) kind: Kind,
    /// All known groups together, of which each has a share; none where shares of a whole are not asked for.
    pub(super) whole: Option<Result<Counts, Refusal>>,
    pub(super) terms: Terms,
}

impl Frame<'_> {
    /// Several groups together, which are no part of a whole.
    pub(super) fn pooled(&self, label: &str, status: Status, summary: &Summary) -> Group {
        let alone = Self {
            whole: None,
            ..*self
        };
        alone.group(label, status, summary)
    }

    /// A group with its figures.
    pub(super) fn group(&self, label: &str, status: Status, summary: &Summary) -> Group {
        let terms = self.terms;
        let unit = self.indicator.unit;
        let value = summary.value(&self.indicator.formula, terms.level);
        let value = match (&summary.counts, self.kind) {
            (Ok(counts), Kind::Share | Kind::Rate) => terms.of_parts(&value, unit, counts.people),
            _ => terms.of_values(&value, unit, &[summary.people]),
        };
        let (share_gap, representation) = self.shares(summary);
        let is_hidden = matches!(summary.counts, Err(Refusal::Protected));
        let counted = self.kind != Kind::Value;
        Group {
            label: label.to_owned(),
            status,
            parts: Vec::new(),
            events: match &summary.counts {
                Ok(counts) => Some(terms.count(Some(counts.events))),
                Err(_) if is_hidden && counted => Some(terms.count(None)),
                Err(_) => None,
            },
            people: match summary.people {
                Some(people) => Some(terms.count(Some(people))),
                None => is_hidden.then(|| terms.count(None)),
            },
            blank: terms.count(summary.blank),
            value,
            share_gap,
            representation,
        }
    }

    /// The group's share of events less, and over, its share of people.
    fn shares(&self, summary: &Summary) -> (super::cell::Outcome, super::cell::Outcome) {
        let level = self.terms.level;
        let parts = match (&summary.counts, &self.whole) {
            (_, None) => Err(Refusal::Missing {
                what: "shares of the total",
            }),
            (Ok(part), Some(Ok(whole))) => Ok((*part, *whole)),
            (Err(Refusal::Protected), _) | (_, Some(Err(Refusal::Protected))) => {
                Err(Refusal::Protected)
            }
            _ => Err(Refusal::Missing { what: "counts" }),
        };
        let gap = parts
            .clone()
            .and_then(|(part, whole)| share_gap::of(part, whole, self.kind, level));
        let index = parts
            .clone()
            .and_then(|(part, whole)| representation::of(part, whole, self.kind, level));
        let least = parts.map_or(0.0, |(part, whole)| part.people.min(whole.people));
        (
            self.terms.of_parts(&gap, Unit::Points, least),
            self.terms.of_parts(&index, Unit::Ratio, least),
        )
    }
}

/// The groups of a section that are shown, each with its place in the dimension: no totals, and nobody's.
pub(super) fn shown(grouped: &Grouped) -> impl Iterator<Item = (usize, &Named, &Summary)> {
    let groups = grouped.dimension.groups.iter().zip(&grouped.groups);
    groups.enumerate().filter_map(|(place, (named, summary))| {
        let counted = named.status != Status::Total;
        Some((place, named, summary.as_ref().filter(|_| counted)?))
    })
}

/// The known groups with a value, as methods see them, and their places in the dimension.
pub(super) fn measured_on(
    plan: &Plan,
    indicator: &Indicator,
    grouped: &Grouped,
) -> (Groups, Vec<usize>) {
    let mut groups = Groups {
        list: Vec::new(),
        ordered: grouped.dimension.ordered,
        reference: None,
        kind: Kind::of(&indicator.formula),
        unit: indicator.unit,
        polarity: indicator.polarity,
        level: plan.level,
        seed: plan.seed,
        pair: None,
    };
    let mut places = Vec::new();
    if indicator.share_of_total().is_some() {
        groups.ordered = false;
        return (groups, places);
    }
    for (place, named, summary) in shown(grouped).filter(|(_, named, _)| named.status.is_known()) {
        let Ok(group) = summary.group(&named.label, &indicator.formula, plan.level) else {
            continue;
        };
        if grouped.dimension.reference == Some(place) {
            groups.reference = Some(groups.list.len());
        }
        groups.list.push(group);
        places.push(place);
    }
    // A side with a group that has no value leaves every method its own rule.
    let side = |side: &[usize]| -> Option<Vec<usize>> {
        let at = |place: &usize| places.iter().position(|other| other == place);
        side.iter().map(at).collect()
    };
    let chosen = grouped.dimension.contrasts.first();
    groups.pair = chosen
        .filter(|_| grouped.dimension.paired)
        .and_then(|contrast| {
            Some((
                side(&contrast.worse_off_groups)?,
                side(&contrast.better_off_groups)?,
            ))
        });
    (groups, places)
}
