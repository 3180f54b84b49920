//! Which totals are given more coarsely, or not at all, because sums would tell a hidden count; and what
//! goes with them.

use crate::core::answer::{Answer, Completeness, GroupFigures, Section as ExactSection};
use crate::core::dimension::Standing;
use crate::core::plan::Shape;

use super::Release;
use super::cell::{Cell, Figure, Outcome, Why};
use super::margins::{Given, Margins, Number};
use super::rule::Rule;
use super::section::{Bounds, Contrast, Group, Section};

/// Which count of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Events,
    People,
    Blank,
}

/// Where a number stands in a release.
#[derive(Clone, Copy, Debug)]
enum Place {
    Group(usize, usize, What),
    Known(usize, What),
    Everyone(usize, What),
    Side(usize, usize, bool, What),
    Unknown(usize, What),
    Standing(usize, usize),
    Complete(usize),
    Read,
    Used,
    Aside(usize),
}

/// What is to be withheld of an answer, for [`withhold`].
pub(super) struct Withheld(Vec<Place>);

/// Rounds totals of the answer that would tell a hidden count more closely than the rule does, where
/// they are large enough to bear it, and names those that must be withheld.
pub(super) fn coarsen(answer: &mut Answer, rule: &Rule) -> Withheld {
    let Some(margins) = Margins::under(rule) else {
        return Withheld(Vec::new());
    };
    let mut book = Book {
        margins,
        places: Vec::new(),
    };
    let sections = 0..answer.sections.len();
    let [people, blank, _] = [What::People, What::Blank, What::Events].map(|what| {
        let totals = sections.clone().map(|at| book.section(answer, at, what));
        totals.collect::<Vec<_>>()
    });
    book.rows(answer, &people, &blank);
    let Book { margins, places } = book;
    let mut withheld = Vec::new();
    for (number, given) in margins.settled() {
        let of_number = places.iter().filter(|(of, _)| *of == number);
        for (_, place) in of_number {
            match given {
                Given::Coarse(count) => round(answer, *place, count),
                Given::Withheld => withheld.push(*place),
                Given::Plain => {}
            }
        }
    }
    Withheld(withheld)
}

/// Hides what must be withheld, and every figure that is made from it.
pub(super) fn withhold(release: &mut Release, withheld: &Withheld) {
    for &place in &withheld.0 {
        take(release, place);
    }
}

/// Puts a coarser total in the place of the true one. It is a multiple of what the rule rounds to, so
/// that the rule leaves it as it is.
fn round(answer: &mut Answer, place: Place, count: f64) {
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

/// Every count of an answer and where it stands.
struct Book {
    margins: Margins,
    places: Vec<(Number, Place)>,
}

/// The totals of a section.
#[derive(Clone, Copy)]
struct Totals {
    known: Number,
    everyone: Number,
}

impl Book {
    fn add(&mut self, exact: f64, place: Place) -> Number {
        let number = self.margins.add(exact);
        self.places.push((number, place));
        number
    }

    /// The counts of one kind in one section, with their sums.
    fn section(&mut self, answer: &Answer, at: usize, what: What) -> Option<Totals> {
        let section = &answer.sections[at];
        let everyone = self.add(of(&section.everyone, what)?, Place::Everyone(at, what));
        let known = self.add(of(&section.known, what)?, Place::Known(at, what));
        let groups: Option<Vec<Number>> = section
            .groups
            .iter()
            .enumerate()
            .map(|(place, group)| Some(self.add(of(group, what)?, Place::Group(at, place, what))))
            .collect();
        self.same_everyone(answer, at, what, everyone);
        let groups = groups?;
        let which = |passes: fn(Standing) -> bool| -> Vec<Number> {
            let pairs = section.groups.iter().zip(&groups);
            pairs
                .filter(|(group, _)| passes(group.standing))
                .map(|(_, &number)| number)
                .collect()
        };
        let unknown = which(Standing::is_unknown);
        self.margins.sum(known, &which(Standing::is_known));
        self.margins.sum(everyone, &[&[known], unknown.as_slice()].concat());
        if what != What::Blank && section.bounds.is_some() {
            let total = of(&section.everyone, what)? - of(&section.known, what)?;
            let number = self.add(total, Place::Unknown(at, what));
            self.margins.sum(number, &unknown);
            self.margins.sum(everyone, &[known, number]);
        }
        self.sides(section, at, what, &groups, known);
        Some(Totals { known, everyone })
    }

    /// Everyone is the same number in every dimension of an indicator, where it is.
    fn same_everyone(&mut self, answer: &Answer, at: usize, what: What, everyone: Number) {
        let id = &answer.sections[at].indicator.id;
        let earlier = self.places.iter().find_map(|&(number, place)| match place {
            Place::Everyone(other, kind)
                if other < at && kind == what && answer.sections[other].indicator.id == *id =>
            {
                Some(number)
            }
            _ => None,
        });
        if let Some(earlier) = earlier {
            self.margins.sum(everyone, &[earlier]);
        }
    }

    fn sides(&mut self, section: &ExactSection, at: usize, what: What, groups: &[Number], known: Number) {
        for (place, contrast) in section.contrasts.iter().enumerate() {
            let named = &contrast.contrast;
            let mut both = Vec::new();
            for (first, side, members) in [
                (true, &contrast.worse_off, &named.worse_off_groups),
                (false, &contrast.better_off, &named.better_off_groups),
            ] {
                let Some(count) = of(side, what) else { continue };
                let number = self.add(count, Place::Side(at, place, first, what));
                let members: Vec<Number> = members
                    .iter()
                    .filter_map(|&member| section.dimension.groups.get(member))
                    .filter_map(|named| {
                        let label = |group: &GroupFigures| group.label == named.label;
                        section.groups.iter().position(label)
                    })
                    .map(|group| groups[group])
                    .collect();
                self.margins.sum(number, &members);
                both.push(number);
            }
            self.margins.sum(known, &both);
        }
    }

    /// How complete dimensions are, and the account of rows where a row is a person.
    fn rows(&mut self, answer: &Answer, people: &[Option<Totals>], blank: &[Option<Totals>]) {
        let mut whole = None;
        for (at, one) in answer.completeness.iter().enumerate() {
            let total = self.completeness(at, one);
            whole = whole.or(Some(total));
            let section = answer
                .sections
                .iter()
                .position(|section| section.dimension.name == one.dimension);
            let Some(section) = section else { continue };
            if let (Some(people), Some(blank)) = (people[section], blank[section]) {
                self.margins.sum(total, &[people.everyone, blank.everyone]);
                if let Some(known) = self.standing(at, one) {
                    self.margins.sum(known, &[people.known, blank.known]);
                }
            }
        }
        if answer.plan.shape != Shape::Records {
            return;
        }
        let ledger = &answer.ledger;
        let used = self.add(ledger.used as f64, Place::Used);
        let read = self.add(ledger.read as f64, Place::Read);
        let mut parts = vec![used];
        for (place, aside) in ledger.aside.values().enumerate() {
            parts.push(self.add(aside.rows as f64, Place::Aside(place)));
        }
        self.margins.sum(read, &parts);
        if let Some(whole) = whole {
            self.margins.sum(used, &[whole]);
        }
    }

    fn completeness(&mut self, at: usize, one: &Completeness) -> Number {
        let standings: Vec<Number> = one
            .by_standing
            .iter()
            .enumerate()
            .map(|(place, (_, people))| {
                self.add(*people, Place::Standing(at, place))
            })
            .collect();
        let total = self.add(one.everyone, Place::Complete(at));
        self.margins.sum(total, &standings);
        total
    }

    fn standing(&self, at: usize, one: &Completeness) -> Option<Number> {
        let known = one
            .by_standing
            .iter()
            .position(|(standing, _)| standing.is_known())?;
        self.places.iter().find_map(|&(number, place)| {
            matches!(place, Place::Standing(dimension, standing) if dimension == at && standing == known)
                .then_some(number)
        })
    }
}

fn of(group: &GroupFigures, what: What) -> Option<f64> {
    match what {
        What::Events if group.people == Some(0.0) => Some(0.0),
        What::Events => group.counts.map(|counts| counts.events),
        What::People => group.people,
        What::Blank => Some(group.blank as f64),
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
            if what != What::Blank && let Some(bounds) = &mut section.bounds {
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
        [&mut group.value, &mut group.share_gap, &mut group.representation]
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
        let level = figure.limits.as_ref().map_or(crate::core::units::Level::P95, |limits| limits.level);
        *figure = Figure::hidden(Why::GivesAway, figure.unit, level, "hidden by the disclosure rule");
    }
}
