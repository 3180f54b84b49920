//! What a figure of a study is made from, found out by trying: the study is run again on other counts, and
//! what changes is made from them.

use std::cell::OnceCell;

use crate::core::group::{Counts, Group};
use crate::core::study::{
    Caption, ColumnKind, Entry, Evidence, Findings, Note, Quantity, RowName, Study,
};

use super::evidence::lines_mut;

/// Where something stands in what a study found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot<'a> {
    /// A figure.
    Figure(&'a Quantity),
    /// A cell: the table, the row and the column.
    Cell(&'a Caption, &'a RowName, &'a ColumnKind),
}

/// What a study found in one run, to be looked up.
#[derive(Debug)]
pub(super) struct Run(Option<Findings>);

impl Run {
    pub(super) fn of(study: &Study, evidence: &Evidence) -> Self {
        Self((study.run)(evidence).ok())
    }

    /// The entry that stands at a spot.
    pub(super) fn at(&self, spot: Spot<'_>) -> Option<Entry> {
        let findings = self.0.as_ref()?;
        match spot {
            Spot::Figure(quantity) => {
                let mut figures = findings.figures.iter();
                let found = figures.find(|found| found.quantity == *quantity)?;
                Some(Entry::Figure(found.result.clone()))
            }
            Spot::Cell(caption, name, kind) => {
                let mut tables = findings.tables.iter();
                let table = tables.find(|table| table.caption == *caption)?;
                let row = table.rows.iter().find(|row| row.name == *name)?;
                let mut columns = table.columns.iter();
                let column = columns.position(|column| column.kind == *kind)?;
                row.cells.get(column).cloned()
            }
        }
    }

    /// Whether the same stands at a spot as here.
    pub(super) fn agrees(&self, spot: Spot<'_>, entry: &Entry) -> bool {
        self.at(spot).is_some_and(|other| same(&other, entry))
    }

    /// Whether it has this note too.
    pub(super) fn notes(&self, note: &Note) -> bool {
        self.0
            .as_ref()
            .is_some_and(|findings| findings.notes.contains(note))
    }
}

/// Whether two entries say the same, to the last digit.
pub(super) fn same(one: &Entry, other: &Entry) -> bool {
    match (one, other) {
        (Entry::Figure(one), Entry::Figure(other)) => one == other,
        (Entry::People(one), Entry::People(other)) | (Entry::Known(one), Entry::Known(other)) => {
            one.total_cmp(other).is_eq()
        }
        (Entry::Verdict(one), Entry::Verdict(other)) => one == other,
        (Entry::Nothing, Entry::Nothing) => true,
        _ => false,
    }
}

/// Runs with other counts in half of the strata each: by every binary digit of a stratum's place, once
/// where it is 0 and once where it is 1. Each is made when it is first asked for.
pub(super) struct Probes<'a> {
    study: &'a Study,
    evidence: &'a Evidence,
    pairs: Vec<OnceCell<[Run; 2]>>,
}

impl<'a> Probes<'a> {
    pub(super) fn of(study: &'a Study, evidence: &'a Evidence) -> Self {
        let crossed = evidence.crossed.as_ref();
        let strata = crossed.map_or(0, |crossed| crossed.strata.len());
        let digits = usize::BITS - strata.saturating_sub(1).leading_zeros();
        Self {
            study,
            evidence,
            pairs: (0..digits.max(1)).map(|_| OnceCell::new()).collect(),
        }
    }

    fn pair(&self, digit: usize) -> &[Run; 2] {
        self.pairs[digit].get_or_init(|| {
            [0, 1].map(|one| {
                let other = changed(self.evidence, |stratum| (stratum >> digit) & 1 == one);
                Run::of(self.study, &other)
            })
        })
    }

    /// Whether what stands at a spot is made from one stratum alone, or may be: by every digit, one half
    /// changes it and the other does not.
    pub(super) fn one_stratum(&self, spot: Spot<'_>, entry: &Entry) -> bool {
        let other = |run: &Run| run.at(spot).is_some_and(|other| !same(&other, entry));
        if self.pair(0).iter().all(|run| run.agrees(spot, entry)) {
            return false;
        }
        !(0..self.pairs.len()).any(|digit| self.pair(digit).iter().all(other))
    }
}

/// The evidence with twice the events and three times the people in some strata.
fn changed(evidence: &Evidence, which: impl Fn(usize) -> bool) -> Evidence {
    let mut evidence = evidence.clone();
    let Some(crossed) = &mut evidence.crossed else {
        return evidence;
    };
    for (_, row) in lines_mut(crossed) {
        let groups = row.iter_mut().enumerate();
        for group in groups
            .filter(|(stratum, _)| which(*stratum))
            .filter_map(|(_, group)| group.as_mut())
        {
            change(group);
        }
    }
    evidence
}

fn change(group: &mut Group) {
    group.population = group.population.map(|people| people * 3.0);
    if let Some(counts) = &mut group.counts {
        *counts = Counts {
            events: counts.events * 2.0,
            people: counts.people * 3.0,
        };
        group.value = counts.events / counts.people;
    } else {
        group.value *= 2.0 / 3.0;
    }
}
