//! Which counts of a second division are given, so that neither its own sums nor the totals that stand
//! elsewhere tell a hidden one.
//!
//! The groups of a section crossed with ages add up to the section's groups, and to everyone of each age;
//! everyone of an age is the same number whatever people are divided by first. All of it is read as an
//! attacker would read it, whether or not a study shows it.

use std::collections::BTreeMap;

use crate::core::answer::{Answer, GroupFigures, Section};
use crate::core::group::{Counts, Group};
use crate::core::study::{Crossed, Evidence};

use super::margins::{Given, Margins, Number};
use super::rule::Rule;
use super::sums::{Place, What};

/// One line of a crossed table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Line {
    Group(usize),
    WorseOff,
    BetterOff,
    Known,
    Everyone,
    Unknown,
}

/// How counts of one section are given, by their line, their stratum (`None` for all strata together)
/// and what is counted. What is not named is given as the rule alone gives it.
#[derive(Clone, Debug, Default)]
pub(super) struct Overlay(BTreeMap<(Line, Option<usize>, What), Given>);

/// The overlays of every section, by the section's place and the name of the second division.
pub(super) type Overlays = BTreeMap<(usize, Option<String>), Overlay>;

impl Overlay {
    /// A count as it is given, or `None` where it is hidden.
    pub(super) fn count(
        &self,
        rule: &Rule,
        exact: f64,
        at: (Line, Option<usize>),
        what: What,
    ) -> Option<f64> {
        match self.0.get(&(at.0, at.1, what)) {
            Some(Given::Withheld) => None,
            Some(Given::Coarse(count)) => Some(*count),
            Some(Given::Plain) | None => rule.count(exact).number(),
        }
    }

    /// Both counts as they are given, or `None` where one is hidden.
    pub(super) fn counts(
        &self,
        rule: &Rule,
        exact: Counts,
        at: (Line, Option<usize>),
    ) -> Option<Counts> {
        let people = self.count(rule, exact.people, at, What::People)?;
        let events = self.count(rule, exact.events, at, What::Events)?;
        Some(Counts {
            events,
            // A coarser number of people may be less than all of them had; nobody has a share above 1.
            people: if exact.events <= exact.people {
                people.max(events)
            } else {
                people
            },
        })
    }
}

/// The overlays of an answer; `main` tells how the counts of its sections are given.
pub(super) fn overlays(answer: &Answer, rule: &Rule, main: &[(Place, Given)]) -> Overlays {
    let mut overlays = Overlays::new();
    let mut alike: BTreeMap<(&str, &str), BTreeMap<usize, &Evidence>> = BTreeMap::new();
    for (at, section) in answer.sections.iter().enumerate() {
        overlays.insert((at, None), standing(section, at, main));
        for studied in &section.studies {
            if let Some(crossed) = &studied.evidence.crossed {
                let key = (section.indicator.id.as_str(), crossed.name.as_str());
                alike.entry(key).or_default().insert(at, &studied.evidence);
            }
        }
    }
    for ((_, name), sections) in alike {
        for &at in sections.keys() {
            let standing = overlays.get(&(at, None)).cloned().unwrap_or_default();
            overlays.insert((at, Some(name.to_owned())), standing);
        }
        for what in [What::Events, What::People] {
            let Some(margins) = Margins::under(rule) else {
                return overlays;
            };
            let mut book = Book {
                margins,
                rule,
                what,
                places: Vec::new(),
                everyone: BTreeMap::new(),
            };
            for (&at, evidence) in &sections {
                if let Some(crossed) = &evidence.crossed {
                    let standing = overlays.get(&(at, None)).cloned().unwrap_or_default();
                    book.table(at, &answer.sections[at], (evidence, crossed), &standing);
                }
            }
            let settled: BTreeMap<Number, Given> =
                book.margins.settled_around().into_iter().collect();
            for (number, (at, line, stratum)) in book.places {
                if let Some(given) = settled.get(&number)
                    && let Some(overlay) = overlays.get_mut(&(at, Some(name.to_owned())))
                {
                    overlay.0.insert((line, Some(stratum), what), *given);
                }
            }
        }
    }
    overlays
}

/// How a section's own counts are given.
fn standing(section: &Section, at: usize, main: &[(Place, Given)]) -> Overlay {
    let group = |place: usize| {
        let label = &section.groups[place].label;
        let mut list = section.measured_on.list.iter();
        list.position(|group| group.label == *label)
    };
    let line = |place: &Place| match *place {
        Place::Group(of, place, what) if of == at => Some((Line::Group(group(place)?), what)),
        Place::Side(of, 0, true, what) if of == at => Some((Line::WorseOff, what)),
        Place::Side(of, 0, false, what) if of == at => Some((Line::BetterOff, what)),
        Place::Known(of, what) if of == at => Some((Line::Known, what)),
        Place::Everyone(of, what) if of == at => Some((Line::Everyone, what)),
        Place::Unknown(of, what) if of == at => Some((Line::Unknown, what)),
        _ => None,
    };
    let given = main.iter().filter_map(|(place, given)| {
        let (line, what) = line(place)?;
        Some(((line, None, what), *given))
    });
    Overlay(given.collect())
}

/// The counts of one kind of tables with one second division, and where they stand.
struct Book<'a> {
    margins: Margins,
    rule: &'a Rule,
    what: What,
    places: Vec<(Number, (usize, Line, usize))>,
    /// Everyone of each stratum, by its name.
    everyone: BTreeMap<String, Number>,
}

impl Book<'_> {
    fn table(
        &mut self,
        at: usize,
        section: &Section,
        (evidence, crossed): (&Evidence, &Crossed),
        standing: &Overlay,
    ) {
        let lines: Vec<Vec<Option<Number>>> = crossed
            .cells
            .iter()
            .enumerate()
            .map(|(place, row)| self.line(at, Line::Group(place), row))
            .collect();
        for (place, row) in lines.iter().enumerate() {
            self.group(evidence, standing, place, row);
        }
        let known = self.line(at, Line::Known, &crossed.known);
        let everyone = self.line(at, Line::Everyone, &crossed.everyone);
        self.total(
            standing,
            Line::Known,
            of_figures(&section.known, self.what),
            &known,
        );
        let of_everyone = of_figures(&section.everyone, self.what);
        self.total(standing, Line::Everyone, of_everyone, &everyone);
        self.columns(&lines, None, &known);
        self.everyone(crossed, &known, &everyone);
        let Some(sides) = &evidence.sides else {
            return;
        };
        for (line, pooled, row, members) in [
            (
                Line::WorseOff,
                &sides.worse_off,
                &crossed.worse_off,
                &sides.worse_off_groups,
            ),
            (
                Line::BetterOff,
                &sides.better_off,
                &crossed.better_off,
                &sides.better_off_groups,
            ),
        ] {
            let row = self.line(at, line, row);
            self.total(standing, line, of(pooled, self.what), &row);
            self.columns(&lines, Some(members), &row);
        }
    }

    fn line(&mut self, at: usize, line: Line, row: &[Option<Group>]) -> Vec<Option<Number>> {
        row.iter()
            .enumerate()
            .map(|(stratum, group)| {
                let number = self.margins.add(of(group.as_ref()?, self.what)?);
                self.places.push((number, (at, line, stratum)));
                Some(number)
            })
            .collect()
    }

    /// A group over all strata; where its own count is hidden, nothing of it is given.
    fn group(
        &mut self,
        evidence: &Evidence,
        standing: &Overlay,
        place: usize,
        row: &[Option<Number>],
    ) {
        let Some(exact) = evidence
            .groups
            .list
            .get(place)
            .and_then(|group| of(group, self.what))
        else {
            return;
        };
        let at = (Line::Group(place), None);
        if standing.count(self.rule, exact, at, self.what).is_none() {
            for &number in row.iter().flatten() {
                self.margins.withhold(number);
            }
        }
        self.total(standing, Line::Group(place), Some(exact), row);
    }

    /// A total that stands elsewhere, as the sum of a line.
    fn total(
        &mut self,
        standing: &Overlay,
        line: Line,
        exact: Option<f64>,
        row: &[Option<Number>],
    ) {
        let Some(exact) = exact else { return };
        let given = standing.0.get(&(line, None, self.what));
        let total = self
            .margins
            .standing(exact, given.copied().unwrap_or(Given::Plain));
        let parts: Vec<Number> = row.iter().flatten().copied().collect();
        let made = self.margins.made(&parts);
        if exact - made < 1e-6 {
            self.margins.sum(total, &parts);
            return;
        }
        // People of unknown age or place: what the strata come to together is given too.
        let together = self.margins.standing(made, Given::Plain);
        let rest = self.margins.unseen(exact - made);
        self.margins.sum(together, &parts);
        self.margins.sum(total, &[together, rest]);
    }

    /// Each stratum of a line as the sum of groups: some of them, or all.
    fn columns(
        &mut self,
        lines: &[Vec<Option<Number>>],
        members: Option<&[usize]>,
        totals: &[Option<Number>],
    ) {
        let takes_part = |place: usize| members.is_none_or(|members| members.contains(&place));
        for (stratum, total) in totals.iter().enumerate() {
            let Some(total) = *total else { continue };
            let parts: Vec<Number> = lines
                .iter()
                .enumerate()
                .filter(|(place, _)| takes_part(*place))
                .filter_map(|(_, line)| line[stratum])
                .collect();
            self.margins.sum(total, &parts);
        }
    }

    /// Everyone of a stratum is the known and the unknown, and the same in every section.
    fn everyone(
        &mut self,
        crossed: &Crossed,
        known: &[Option<Number>],
        everyone: &[Option<Number>],
    ) {
        for (stratum, whole) in everyone.iter().enumerate() {
            let (Some(whole), Some(all)) = (*whole, &crossed.everyone[stratum]) else {
                continue;
            };
            let part = crossed.known[stratum].as_ref();
            let part = part.map_or(Some(0.0), |group| of(group, self.what));
            let rest = of(all, self.what).zip(part).map(|(all, part)| all - part);
            if let Some(rest) = rest.filter(|rest| *rest >= 0.0) {
                let rest = self.margins.unseen(rest);
                let parts: Vec<Number> = known[stratum].into_iter().chain([rest]).collect();
                self.margins.sum(whole, &parts);
            }
            let label = crossed.strata[stratum].label.clone();
            match self.everyone.get(&label) {
                Some(&earlier) => self.margins.sum(whole, &[earlier]),
                None => {
                    self.everyone.insert(label, whole);
                }
            }
        }
    }
}

fn of(group: &Group, what: What) -> Option<f64> {
    match (what, group.counts) {
        (What::Events, counts) => counts.map(|counts| counts.events),
        (What::People, Some(counts)) => Some(counts.people),
        (What::People, None) => group.population,
        (What::Blank, _) => None,
    }
}

fn of_figures(figures: &GroupFigures, what: What) -> Option<f64> {
    match what {
        What::Events => figures.counts.map(|counts| counts.events),
        What::People => figures.people,
        What::Blank => None,
    }
}
