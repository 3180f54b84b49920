//! Every count of an answer, where it stands, and the sums that an attacker can make of them.

use crate::core::answer::{Answer, Completeness, GroupFigures, Section as ExactSection};
use crate::core::dimension::Standing;
use crate::core::plan::Shape;

use super::margins::{Given, Margins, Number};
use super::rule::Rule;

/// Which count of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Events,
    People,
    Blank,
}

/// Where a number stands in a release.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
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

/// The counts that must be given otherwise than the rule alone would give them, so that no sum tells a
/// hidden one.
pub(super) fn telling(answer: &Answer, rule: &Rule) -> Vec<(Place, Given)> {
    let Some(margins) = Margins::under(rule) else {
        return Vec::new();
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
    let settled = margins.settled();
    let given = |number: Number| {
        let found = settled.iter().find(|(of, _)| *of == number);
        found.map(|(_, given)| *given)
    };
    places
        .into_iter()
        .filter_map(|(number, place)| Some((place, given(number)?)))
        .collect()
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
        self.margins
            .sum(everyone, &[&[known], unknown.as_slice()].concat());
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

    fn sides(
        &mut self,
        section: &ExactSection,
        at: usize,
        what: What,
        groups: &[Number],
        known: Number,
    ) {
        for (place, contrast) in section.contrasts.iter().enumerate() {
            let named = &contrast.contrast;
            let mut both = Vec::new();
            for (first, side, members) in [
                (true, &contrast.worse_off, &named.worse_off_groups),
                (false, &contrast.better_off, &named.better_off_groups),
            ] {
                let Some(count) = of(side, what) else {
                    continue;
                };
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
            .map(|(place, (_, people))| self.add(*people, Place::Standing(at, place)))
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
