//! Answer → Release, part by part.

use crate::core::answer::{
    self, Answer, Bounds as ExactBounds, ContrastFigures, GroupFigures, Section as ExactSection,
};
use crate::core::group::{Counts, Groups, Kind};
use crate::core::interval;
use crate::core::ledger::{Ledger as ExactLedger, Reason};
use crate::core::measure::two_groups::pair;
use crate::core::measure::{Basis, Card, Complexity, MeasureUnit};
use crate::core::plan::{Plan, Shape, Slope};
use crate::core::units::Unit;

use super::cell::{Outcome, Why};
use super::crossed::{Overlay, Overlays, overlays};
use super::digits::apart;
use super::figures::{Terms, refused_by_form};
use super::parts::{groups_released, smallest};
use super::rule::Rule;
use super::section::{Completeness, Contrast, Division, Group, Measured, Section, Studied};
use super::{APP_VERSION, Aside, Ledger, Release, fit, offers, pairs, studied, withhold};

/// The whole answer under a rule.
pub(super) fn protect(answer: &Answer, rule: &'static Rule) -> Release {
    let terms = Terms {
        rule,
        level: answer.plan.level,
    };
    let mut coarse = answer.clone();
    let withheld = withhold::coarsen(&mut coarse, rule);
    let overlays = overlays(answer, rule, &withheld.0);
    let answer = &coarse;
    let mut release = Release {
        rule,
        app_version: APP_VERSION,
        plan: Plan {
            rule: rule.id.to_owned(),
            ..answer.plan.clone()
        },
        source: answer.source.clone(),
        ledger: ledger(&answer.ledger, answer.plan.shape, rule),
        sections: answer
            .sections
            .iter()
            .enumerate()
            .map(|(at, exact)| section(exact, (at, answer.plan.slope), &overlays, terms))
            .collect(),
        completeness: answer
            .completeness
            .iter()
            .map(|exact| completeness(exact, rule))
            .collect(),
    };
    withhold::withhold(&mut release, &withheld);
    release
}

/// Row counts are counts of people only where a row is a person; titles and footnotes never are.
fn ledger(exact: &ExactLedger, shape: Shape, rule: &'static Rule) -> Ledger {
    let people = shape == Shape::Records;
    let count = |rows: u64, of_people: bool| {
        let rule = if of_people { rule } else { &super::rule::NONE };
        rule.count(rows as f64)
    };
    let aside = exact.aside.iter().map(|(&reason, aside)| {
        let of_people = people
            && !matches!(
                reason,
                Reason::Blank | Reason::Preamble | Reason::Footnote | Reason::RepeatedHeader
            );
        Aside {
            reason,
            rows: count(aside.rows, of_people),
            first_lines: if people && rule.protects() {
                Vec::new()
            } else {
                aside.first_lines.clone()
            },
        }
    });
    Ledger {
        read: count(exact.read, people),
        used: count(exact.used, people),
        aside: aside.collect(),
    }
}

fn completeness(exact: &answer::Completeness, rule: &'static Rule) -> Completeness {
    Completeness {
        dimension: exact.dimension.clone(),
        everyone: rule.count(exact.everyone),
        by_standing: exact
            .by_standing
            .iter()
            .map(|&(standing, people)| (standing, rule.count(people)))
            .collect(),
    }
}

fn section(
    exact: &ExactSection,
    (at, slope): (usize, Slope),
    overlays: &Overlays,
    terms: Terms,
) -> Section {
    let kind = exact.measured_on.kind;
    let whole = exact.known.counts;
    let of_group = |figures: &GroupFigures| group(figures, whole, exact, terms);
    let groups: Vec<Group> = exact.groups.iter().map(of_group).collect();
    let place = |label: &str| groups.iter().position(|group| group.label == label);
    let contrasts = exact.contrasts.iter().map(|contrast| {
        let worse_off_groups = contrast
            .contrast
            .worse_off_groups
            .iter()
            .filter_map(|&at| exact.dimension.groups.get(at))
            .filter_map(|named| place(&named.label))
            .collect();
        Contrast {
            id: contrast.contrast.id.clone(),
            worse_off_groups,
            worse_off: of_group(&contrast.worse_off),
            better_off: of_group(&contrast.better_off),
            difference: pairs::difference(contrast, exact, terms),
            ratio: pairs::ratio(contrast, kind, terms),
            ratio_without: pairs::ratio_without(contrast, terms),
        }
    });
    let as_released = |exact: &answer::Studied| {
        let crossed = exact.evidence.crossed.as_ref();
        let second = crossed.map(|crossed| crossed.name.clone());
        let overlay = overlays.get(&(at, second));
        studied::studied(exact, overlay.unwrap_or(&Overlay::default()), terms)
    };
    let studies: Vec<Studied> = exact.studies.iter().map(as_released).collect();
    let mut section = Section {
        indicator: exact.indicator.clone(),
        dimension: Division {
            id: exact.dimension.id.clone(),
            name: exact.dimension.name.clone(),
            ordered: exact.dimension.ordered,
            paired: exact.dimension.paired,
            subject: exact.dimension.subject,
            edition: exact.dimension.edition.clone(),
            notes: exact.dimension.notes.clone(),
        },
        kind,
        known: of_group(&exact.known),
        everyone: of_group(&exact.everyone),
        groups_measured: exact.measured_on.list.len(),
        contrasts: contrasts.collect(),
        measures: exact
            .measures
            .iter()
            .map(|measured| Measured {
                card: measured.card,
                figure: measure(measured, &exact.measured_on, terms),
                sides: sides(measured.card, &exact.measured_on, &groups, terms.rule),
            })
            .collect(),
        offers: offers::of_section(exact, slope, |measured| {
            measure(measured, &exact.measured_on, terms)
        }),
        fit: fit::of_section(exact, &groups, terms.rule),
        bounds: bounds(exact, terms),
        study_offers: offers::of_studies(exact, &studies, as_released),
        studies,
        groups,
    };
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

fn bounds(exact: &ExactSection, terms: Terms) -> Option<super::section::Bounds> {
    let bounds: &ExactBounds = exact.bounds.as_ref()?;
    let contrast: &ContrastFigures = exact
        .contrasts
        .iter()
        .find(|contrast| contrast.contrast == bounds.contrast)?;
    pairs::bounds(bounds, contrast, exact, terms)
}

fn group(
    figures: &GroupFigures,
    whole: Option<Counts>,
    section: &ExactSection,
    terms: Terms,
) -> Group {
    let unit = section.indicator.unit;
    let kind = section.measured_on.kind;
    let level = terms.level;
    let value = match (figures.counts, kind) {
        (Some(counts), Kind::Share) => terms.of_parts(&figures.value, unit, &[counts], |parts| {
            interval::wilson(parts[0].events, parts[0].people, level)
        }),
        (Some(counts), Kind::Rate) => terms.of_parts(&figures.value, unit, &[counts], |parts| {
            interval::rate(parts[0].events, parts[0].people, level)
        }),
        _ => terms.of_values(&figures.value, unit, &[figures.people]),
    };
    let (share_gap, representation) = pairs::shares_of_whole(figures, whole, kind, terms);
    Group {
        label: figures.label.clone(),
        standing: figures.standing,
        events: figures.counts.map(|counts| terms.rule.count(counts.events)),
        people: figures.people.map(|people| terms.rule.count(people)),
        blank: terms.rule.count(figures.blank as f64),
        value,
        share_gap,
        representation,
    }
}

/// Whether a measure takes each person's wait where the groups' values are shares.
fn waits(card: &Card, groups: &Groups) -> bool {
    card.basis == Basis::Values && groups.kind == Kind::Share
}

/// The two groups that a measure of two sets against each other, as the released values choose them.
fn sides(card: &Card, exact: &Groups, groups: &[Group], rule: &'static Rule) -> Option<[usize; 2]> {
    if card.complexity != Complexity::Simple {
        return None;
    }
    let released = fit::as_released(exact, groups, rule)?;
    let pair = pair::of_groups(&released).ok()?;
    let place = |label: &str| groups.iter().position(|group| group.label == label);
    Some([
        place(&pair.worse_off.label)?,
        place(&pair.better_off.label)?,
    ])
}

/// A measure over groups. Where the groups' values are made from counts it is made again from the
/// released ones, and hidden when a group with a hidden count takes part: with three to five groups, a
/// slope made from exact counts leaves one or two possibilities for a count that the rule hides.
fn measure(measured: &answer::Measured, groups: &Groups, terms: Terms) -> Outcome {
    let unit = match measured.card.unit {
        // Behind shares of people who waited longer than so many weeks stand the weeks themselves.
        MeasureUnit::Difference if waits(measured.card, groups) => Unit::Weeks,
        MeasureUnit::Same => groups.unit,
        MeasureUnit::Difference => groups.unit.of_difference(),
        MeasureUnit::Own(unit) => unit,
    };
    let exact = &measured.result;
    if !terms.rule.protects() {
        return terms.of_whole(exact, unit);
    }
    refused_by_form(exact)?;
    let people: Vec<_> = groups.list.iter().map(|group| group.population).collect();
    if measured.card.basis == Basis::Values {
        return terms.of_values(exact, unit, &people);
    }
    let counted = groups.kind != Kind::Value;
    let Some(released) = groups_released(terms.rule, groups) else {
        let why = if counted {
            Why::HiddenPart
        } else {
            Why::FewPeople
        };
        return Ok(terms.hidden(why, unit));
    };
    let again = (measured.card.run)(&released);
    if !counted {
        return terms.of_values(&again, unit, &people);
    }
    if measured.card.basis == Basis::Exact {
        return terms.of_whole(&again, unit);
    }
    let again = again.map_err(|refusal| terms.refusal(&refusal))?;
    let parts: Vec<Counts> = released
        .list
        .iter()
        .filter_map(|group| group.counts)
        .collect();
    Ok(terms.rounded(&again, unit, smallest(&parts)))
}
