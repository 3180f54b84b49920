//! Two sides, a part and its whole, and what the unknown could do, after the rule.

use crate::core::answer::{
    Bounds as ExactBounds, ContrastFigures, GroupFigures, Section as ExactSection,
};
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Kind};
use crate::core::measure::two_groups::{difference as absolute, ratio as relative};
use crate::core::measure::two_groups::{representation, share_gap};
use crate::core::measure::unknown::bounds::of_difference;
use crate::core::refusal::Refusal;
use crate::core::units::{Polarity, Unit};

use super::cell::{Figure, Outcome, Why};
use super::figures::Terms;
use super::parts::{all_released, smallest};
use super::section::Bounds;

type Estimated = Result<Estimate, Refusal>;

/// Worse-off value less better-off value.
pub(super) fn difference(
    contrast: &ContrastFigures,
    section: &ExactSection,
    terms: Terms,
) -> Outcome {
    let unit = section.indicator.unit.of_difference();
    let kind = section.measured_on.kind;
    let level = terms.level;
    compared(
        &contrast.difference,
        contrast,
        unit,
        kind,
        terms,
        |parts| match kind {
            Kind::Rate => absolute::of_rates(parts[0], parts[1], level),
            Kind::Share | Kind::Value => absolute::of_shares(parts[0], parts[1], level),
        },
    )
}

/// Worse-off value over better-off value.
pub(super) fn ratio(contrast: &ContrastFigures, kind: Kind, terms: Terms) -> Outcome {
    let level = terms.level;
    compared(
        &contrast.ratio,
        contrast,
        Unit::Ratio,
        kind,
        terms,
        |parts| match kind {
            Kind::Rate => relative::of_rates(parts[0], parts[1], level),
            Kind::Share | Kind::Value => relative::of_shares(parts[0], parts[1], level),
        },
    )
}

/// The ratio of those without, where more is better.
pub(super) fn ratio_without(contrast: &ContrastFigures, terms: Terms) -> Option<Outcome> {
    let exact = contrast.ratio_without.as_ref()?;
    let without = |part: Counts| Counts {
        events: part.people - part.events,
        people: part.people,
    };
    let made = compared(exact, contrast, Unit::Ratio, Kind::Share, terms, |parts| {
        relative::of_shares(without(parts[0]), without(parts[1]), terms.level)
    });
    Some(made)
}

fn compared(
    exact: &Estimated,
    contrast: &ContrastFigures,
    unit: Unit,
    kind: Kind,
    terms: Terms,
    make: impl FnOnce(&[Counts]) -> Estimated,
) -> Outcome {
    let (worse, better) = (&contrast.worse_off, &contrast.better_off);
    match (worse.counts, better.counts, kind) {
        (Some(worse), Some(better), Kind::Share | Kind::Rate) => {
            terms.of_parts(exact, unit, &[worse, better], make)
        }
        _ => terms.of_values(exact, unit, &[worse.people, better.people]),
    }
}

/// A group's share of events less, and over, its share of people.
pub(super) fn shares_of_whole(
    group: &GroupFigures,
    whole: Option<Counts>,
    kind: Kind,
    terms: Terms,
) -> (Outcome, Outcome) {
    let level = terms.level;
    let parts: Vec<Counts> = group.counts.into_iter().chain(whole).collect();
    let gap = terms.of_parts(&group.share_gap, Unit::Points, &parts, |parts| {
        let [group, whole] = pair(parts)?;
        share_gap::of(group, whole, kind, level)
    });
    let index = terms.of_parts(&group.representation, Unit::Ratio, &parts, |parts| {
        let [group, whole] = pair(parts)?;
        representation::of(group, whole, kind, level)
    });
    (gap, index)
}

fn pair(parts: &[Counts]) -> Result<[Counts; 2], Refusal> {
    parts
        .try_into()
        .map_err(|_| Refusal::Missing { what: "counts" })
}

/// The gap as everyone of unknown group could make it, where the file lets it be said.
pub(super) fn bounds(
    exact: &ExactBounds,
    contrast: &ContrastFigures,
    section: &ExactSection,
    terms: Terms,
) -> Option<Bounds> {
    let everyone = section.everyone.counts?;
    let (worse, better) = (contrast.worse_off.counts?, contrast.better_off.counts?);
    let mut unknown = Counts {
        events: 0.0,
        people: 0.0,
    };
    let groups = section.groups.iter();
    let with_people = |group: &&GroupFigures| group.people != Some(0.0);
    for group in groups
        .filter(|group| group.standing.is_unknown())
        .filter(with_people)
    {
        let counts = group.counts?;
        unknown.events += counts.events;
        unknown.people += counts.people;
    }
    let whole = Counts {
        events: exact.unknown,
        people: everyone.people,
    };
    let share = terms.of_parts(
        &plain(exact.unknown_share),
        Unit::Percent,
        &[whole],
        |parts| plain(parts[0].events / parts[0].people),
    );
    let parts = [worse, better, unknown];
    let [observed, best_case, worst_case] = ends(
        exact,
        &parts,
        &difference(contrast, section, terms),
        section.indicator.polarity,
        terms,
    )?;
    Some(Bounds {
        unknown: terms.rule.count(exact.unknown),
        unknown_share: share.ok()?,
        worse_off: exact.contrast.worse_off.clone(),
        better_off: exact.contrast.better_off.clone(),
        observed,
        best_case,
        worst_case,
    })
}

fn ends(
    exact: &ExactBounds,
    parts: &[Counts; 3],
    difference: &Outcome,
    polarity: Polarity,
    terms: Terms,
) -> Option<[Figure; 3]> {
    let figure = |value: f64| plain(value).ok();
    let hidden = Figure::hidden(Why::HiddenPart, Unit::Points, terms.level, "bounds");
    if !terms.rule.protects() {
        let places = difference.as_ref().map_or(1, |figure| figure.places);
        let shown = |value: f64| {
            let figure = terms.of_whole(&plain(value), Unit::Points).ok()?;
            Some(Figure { places, ..figure })
        };
        return Some([
            shown(exact.observed)?,
            shown(exact.best_case)?,
            shown(exact.worst_case)?,
        ]);
    }
    let Some(released) = all_released(terms.rule, parts) else {
        return Some([hidden.clone(), hidden.clone(), hidden]);
    };
    let share = |part: Counts| part.events / part.people;
    let range = of_difference(released[0], released[1], released[2], polarity).ok()?;
    let denominator = smallest(&released[..2]);
    let rounded = |value: f64| Some(terms.rounded(&figure(value)?, Unit::Points, denominator));
    Some([
        rounded(share(released[0]) - share(released[1]))?,
        rounded(range.best_case)?,
        rounded(range.worst_case)?,
    ])
}

/// A value that has no interval by its nature.
fn plain(value: f64) -> Estimated {
    let none = Refusal::NoInterval {
        why: "a bound has no interval",
    };
    Estimate::new(value, Err(none), "bounds")
}
