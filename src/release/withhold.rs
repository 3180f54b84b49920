//! Totals given more coarsely, or not at all, because sums would tell a hidden count; and what goes with
//! them.

use crate::core::answer::Answer;
use crate::core::units::Level;

use super::Release;
use super::cell::{Cell, Figure, Outcome, Why};
use super::margins::Given;
use super::rule::Rule;
use super::section::{Bounds, Contrast, Group, Section};
use super::sums::{Place, What, telling};

/// What is to be given otherwise than the rule alone would, for [`withhold`] and for studies.
pub(super) struct Withheld(pub(super) Vec<(Place, Given)>);

/// Rounds totals of the answer that would tell a hidden count more closely than the rule does, where
/// they are large enough to bear it, and names those that must be withheld.
pub(super) fn coarsen(answer: &mut Answer, rule: &Rule) -> Withheld {
    let told = telling(answer, rule);
    for &(place, given) in &told {
        if let Given::Coarse(count) = given {
            round(answer, place, count);
        }
    }
    Withheld(told)
}

/// Hides what must be withheld, and every figure that is made from it.
pub(super) fn withhold(release: &mut Release, withheld: &Withheld) {
    for &(place, given) in &withheld.0 {
        if given == Given::Withheld {
            take(release, place);
        }
    }
}

/// Puts a coarser total in the place of the true one. It is a multiple of what the rule rounds to, so
/// that the rule leaves it as it is.
fn round(answer: &mut Answer, place: Place, count: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of hundreds or twenties, made from a count"
    )]
    let rows = count as u64;
    let (group, what) = match place {
        Place::Known(at, what) => (&mut answer.sections[at].known, what),
        Place::Everyone(at, what) => (&mut answer.sections[at].everyone, what),
        Place::Side(at, contrast, first, what) => {
            let contrast = &mut answer.sections[at].contrasts[contrast];
            let side = if first {
                &mut contrast.worse_off
            } else {
                &mut contrast.better_off
            };
            (side, what)
        }
        Place::Unknown(at, _) => {
            if let Some(bounds) = &mut answer.sections[at].bounds {
                bounds.unknown = count;
            }
            return;
        }
        Place::Standing(at, standing) => {
            answer.completeness[at].by_standing[standing].1 = count;
            return;
        }
        Place::Complete(at) => {
            answer.completeness[at].everyone = count;
            return;
        }
        Place::Read => {
            answer.ledger.read = rows;
            return;
        }
        Place::Used => {
            answer.ledger.used = rows;
            return;
        }
        Place::Group(..) | Place::Aside(_) => return,
    };
    match (what, &mut group.counts) {
        (What::Blank, _) => group.blank = rows,
        (What::Events, Some(counts)) => counts.events = count,
        (What::Events, None) => {}
        (What::People, counts) => {
            group.people = Some(count);
            if let Some(counts) = counts {
                counts.people = count;
            }
        }
    }
}

const GONE: Cell = Cell::Hidden(Why::GivesAway);

/// Hides a number and every figure that is made from it.
fn take(release: &mut Release, place: Place) {
    match place {
        Place::Group(at, group, what) => {
            let section = &mut release.sections[at];
            hide_count(&mut section.groups[group], what);
            if what != What::Blank {
                section.fit = None;
                section
                    .measures
                    .iter_mut()
                    .for_each(|measured| hide(&mut measured.figure));
            }
        }
        Place::Known(at, what) => {
            let section = &mut release.sections[at];
            hide_count(&mut section.known, what);
            if what != What::Blank {
                hide_shares(section);
            }
        }
        Place::Everyone(at, what) => {
            hide_count(&mut release.sections[at].everyone, what);
            if let (What::People, Some(bounds)) = (what, &mut release.sections[at].bounds) {
                hide_figure(&mut bounds.unknown_share);
            }
        }
        Place::Side(at, contrast, first, what) => {
            let section = &mut release.sections[at];
            hide_side(&mut section.contrasts[contrast], first, what);
            if what != What::Blank
                && let Some(bounds) = &mut section.bounds
            {
                hide_gap(bounds);
            }
        }
        Place::Unknown(at, what) => {
            if let Some(bounds) = &mut release.sections[at].bounds {
                if what == What::People {
                    bounds.unknown = GONE;
                    hide_figure(&mut bounds.unknown_share);
                }
                hide_gap(bounds);
            }
        }
        Place::Standing(at, standing) => release.completeness[at].by_standing[standing].1 = GONE,
        Place::Complete(at) => release.completeness[at].everyone = GONE,
        Place::Read => release.ledger.read = GONE,
        Place::Used => release.ledger.used = GONE,
        Place::Aside(place) => release.ledger.aside[place].rows = GONE,
    }
}

fn hide_count(group: &mut Group, what: What) {
    match what {
        What::Events => group.events = Some(GONE),
        What::People => group.people = Some(GONE),
        What::Blank => group.blank = GONE,
    }
    if what != What::Blank {
        [
            &mut group.value,
            &mut group.share_gap,
            &mut group.representation,
        ]
        .into_iter()
        .for_each(hide);
    }
}

/// Shares of a whole that is withheld.
fn hide_shares(section: &mut Section) {
    let sides = section
        .contrasts
        .iter_mut()
        .flat_map(|contrast| [&mut contrast.worse_off, &mut contrast.better_off]);
    for group in section.groups.iter_mut().chain(sides) {
        hide(&mut group.share_gap);
        hide(&mut group.representation);
    }
}

fn hide_side(contrast: &mut Contrast, first: bool, what: What) {
    let side = if first {
        &mut contrast.worse_off
    } else {
        &mut contrast.better_off
    };
    hide_count(side, what);
    if what == What::Blank {
        return;
    }
    hide(&mut contrast.difference);
    hide(&mut contrast.ratio);
    contrast.ratio_without.iter_mut().for_each(hide);
}

fn hide_gap(bounds: &mut Bounds) {
    for figure in [
        &mut bounds.observed,
        &mut bounds.best_case,
        &mut bounds.worst_case,
    ] {
        hide_figure(figure);
    }
}

/// Hides a figure, unless it is hidden already or refused.
fn hide(outcome: &mut Outcome) {
    if let Ok(figure) = outcome {
        hide_figure(figure);
    }
}

fn hide_figure(figure: &mut Figure) {
    if figure.value.number().is_some() {
        let level = figure
            .limits
            .as_ref()
            .map_or(Level::P95, |limits| limits.level);
        *figure = Figure::hidden(
            Why::GivesAway,
            figure.unit,
            level,
            "hidden by the disclosure rule",
        );
    }
}
