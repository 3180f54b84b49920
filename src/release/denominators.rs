//! How many people stand behind what a study says of one stratum, or of all.
//!
//! A stratum's people are counted on several lines: each group, the two sides, all known groups, everyone.
//! What is made from everyone there has everyone as its denominator, and not the smallest group. Which
//! lines an entry is made from is found out by running the study again with other counts on some of them.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::core::group::{Counts, Group};
use crate::core::study::{Evidence, RowName, Study};

use super::crossed::Line;
use super::evidence::{lines, lines_mut};
use super::probe::{Run, Spot, same};

/// The lines that are told apart, the finest first.
const KINDS: [fn(Line) -> bool; 3] = [
    |line| matches!(line, Line::Group(_)),
    |line| matches!(line, Line::WorseOff | Line::BetterOff),
    |line| matches!(line, Line::Known | Line::Everyone | Line::Unknown),
];

/// The smallest released denominator of each kind of line.
type Least = [Option<f64>; KINDS.len()];

/// The smallest released denominators of each stratum, by its name, and of all.
pub(super) struct Denominators<'a> {
    study: &'a Study,
    seen: &'a Evidence,
    of_strata: BTreeMap<&'a str, Least>,
    of_all: Least,
    as_seen: OnceCell<Run>,
    changed: [OnceCell<Run>; KINDS.len()],
}

impl<'a> Denominators<'a> {
    pub(super) fn of(study: &'a Study, seen: &'a Evidence) -> Self {
        let mut made = Self {
            study,
            seen,
            of_strata: BTreeMap::new(),
            of_all: Least::default(),
            as_seen: OnceCell::new(),
            changed: Default::default(),
        };
        let Some(crossed) = &seen.crossed else {
            return made;
        };
        for (place, stratum) in crossed.strata.iter().enumerate() {
            let least = KINDS.map(|kind| {
                let of_kind = lines(crossed).filter(|(line, _)| kind(*line));
                let people = of_kind.filter_map(|(_, row)| people_of(row.get(place)?.as_ref()?));
                people.reduce(f64::min)
            });
            for (all, least) in made.of_all.iter_mut().zip(least) {
                *all = all.iter().copied().chain(least).reduce(f64::min);
            }
            // Of strata with one name, the first.
            made.of_strata.entry(&stratum.label).or_insert(least);
        }
        made
    }

    /// The smallest denominator that what stands here may be made of: of its stratum where it has one,
    /// else of all strata.
    pub(super) fn at(&self, spot: Spot<'_>) -> f64 {
        let stratum = match spot {
            Spot::Cell(_, RowName::Label(label), _) => self.of_strata.get(label.as_str()),
            _ => None,
        };
        let least = stratum.unwrap_or(&self.of_all);
        let smallest = |takes_part: &dyn Fn(usize) -> bool| {
            let kinds = least.iter().enumerate();
            let kinds = kinds.filter_map(|(kind, least)| takes_part(kind).then_some(*least)?);
            kinds.reduce(f64::min)
        };
        let made_from = smallest(&|kind| self.is_made_from(spot, kind));
        made_from.or_else(|| smallest(&|_| true)).unwrap_or(0.0)
    }

    fn is_made_from(&self, spot: Spot<'_>, kind: usize) -> bool {
        let run = || Run::of(self.study, self.seen);
        let as_seen = self.as_seen.get_or_init(run).at(spot);
        let changed = self.changed[kind].get_or_init(|| {
            let other = changed(self.seen, KINDS[kind]);
            Run::of(self.study, &other)
        });
        match (as_seen, changed.at(spot)) {
            (Some(entry), Some(other)) => !same(&entry, &other),
            _ => true,
        }
    }
}

/// The evidence with other counts on some lines of the second division: by another factor on each line,
/// and in each stratum, so that no comparison of two stays as it was.
fn changed(evidence: &Evidence, which: fn(Line) -> bool) -> Evidence {
    let mut evidence = evidence.clone();
    let Some(crossed) = &mut evidence.crossed else {
        return evidence;
    };
    let rows = lines_mut(crossed).enumerate();
    for (at, (_, row)) in rows.filter(|(_, (line, _))| which(*line)) {
        for (stratum, group) in row.iter_mut().enumerate() {
            let factor = 1.0 / (2.0 + at as f64 + stratum as f64 / 7.0);
            if let Some(group) = group {
                change(group, factor);
            }
        }
    }
    evidence
}

fn change(group: &mut Group, factor: f64) {
    group.population = group.population.map(|people| people * 3.0);
    if let Some(counts) = &mut group.counts {
        *counts = Counts {
            events: counts.events * (2.0 + factor),
            people: counts.people * 3.0,
        };
        group.value = counts.events / counts.people;
    } else {
        group.value *= 1.0 - factor;
    }
}

/// How many people a group is made of.
pub(super) fn people_of(group: &Group) -> Option<f64> {
    let counted = group.counts.map(|counts| counts.people);
    counted.or(group.population)
}
