//! All that a release tells, as bounds on sums of the file's counts.

use std::collections::BTreeSet;

use equal_measure::core::dimension::Status;
use equal_measure::core::indicator::Indicator;
use equal_measure::core::ledger::Reason;
use equal_measure::core::plan::Plan;
use equal_measure::core::stratification::Stratum;
use equal_measure::core::summary::Summary;
use equal_measure::nhs;
use equal_measure::release::cell::{Cell, Why};
use equal_measure::release::{Aside, Grouped, Released, Strata, Table};

use crate::extract::{Extract, Outcomes};
use crate::sums::{What, Who, column, places, status, who};

/// Weeks at which a distribution may be cut, and more.
const EDGES: std::ops::RangeInclusive<u32> = 0..=130;

/// A sum of counts, and between what it lies.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bound {
    pub(crate) places: Vec<usize>,
    pub(crate) low: i64,
    pub(crate) high: i64,
}

/// What a released number may stand for, under a rule that hides 1 to 7 and rounds to 5.
#[expect(clippy::cast_possible_truncation, reason = "a count after the rule")]
fn window(number: f64) -> (i64, i64) {
    match number.round() as i64 {
        0 => (0, 0),
        number => ((number - 2).max(8), number + 2),
    }
}

/// Which groups belong to a whole.
type Passes = fn(Status) -> bool;

/// Everything that one release tells.
pub(crate) struct Told<'a> {
    extract: &'a Extract,
    exact: &'a Released,
    pub(crate) bounds: Vec<Bound>,
    /// The sums that it speaks of, told or not.
    pub(crate) spoken: BTreeSet<Vec<usize>>,
}

impl<'a> Told<'a> {
    /// Of a release, beside the same file's under no rule, which names every group.
    pub(crate) fn of(extract: &'a Extract, released: &Released, exact: &'a Released) -> Self {
        let mut told = Self {
            extract,
            exact,
            bounds: Vec::new(),
            spoken: BTreeSet::new(),
        };
        for (table, fine) in released.tables.iter().zip(&exact.tables) {
            told.grouped(&table.indicator, &table.whole);
            for strata in &table.strata {
                told.grouped(&table.indicator, &strata.whole);
                let same = |other: &&Strata| other.name == strata.name;
                if let Some(fine) = fine.strata.iter().find(same) {
                    told.strata(&released.plan, table, strata, fine);
                }
            }
        }
        told.account(released);
        told
    }

    fn tell(&mut self, number: f64, of: &Indicator, what: What, who: &Who) {
        let (low, high) = window(number);
        let places = places(self.extract, of, what, who);
        self.bounds.push(Bound { places, low, high });
    }

    fn summary(&mut self, of: &Indicator, summary: &Summary, who: &Who) {
        for what in [What::People, What::Events, What::Without, What::Blank] {
            self.spoken.insert(places(self.extract, of, what, who));
        }
        if let Ok(counts) = &summary.counts {
            self.tell(counts.events, of, What::Events, who);
            self.tell(counts.people, of, What::People, who);
        }
        if let Some(people) = summary.people {
            self.tell(people, of, What::People, who);
        }
        if let Some(blank) = summary.blank {
            self.tell(blank, of, What::Blank, who);
        }
        let Some(values) = &summary.values else {
            return;
        };
        let is_edge = |edge: &f64| (values.at_least(edge + 0.5) - edge).abs() < 1e-9;
        for edge in EDGES.map(f64::from).filter(is_edge) {
            self.tell(values.count_over(edge) as f64, of, What::Over(edge), who);
        }
    }

    fn grouped(&mut self, of: &Indicator, grouped: &Grouped) {
        let dimension = &grouped.dimension;
        let extract = self.extract;
        for (place, summary) in grouped.groups.iter().enumerate() {
            if let Some(summary) = summary {
                self.summary(of, summary, &who(extract, dimension, &[place]));
            }
        }
        for (contrast, sides) in dimension.contrasts.iter().zip(&grouped.sides) {
            let groups = [&contrast.worse_off_groups, &contrast.better_off_groups];
            for (groups, side) in groups.into_iter().zip(sides) {
                self.summary(of, side, &who(extract, dimension, groups));
            }
        }
        let wholes: [(&Summary, Passes); 3] = [
            (&grouped.known, Status::is_known),
            (&grouped.unknown, Status::is_unknown),
            (&grouped.everyone, |status| status != Status::Total),
        ];
        for (summary, passes) in wholes {
            let groups = status(dimension, passes);
            self.summary(of, summary, &who(extract, dimension, &groups));
        }
    }

    fn strata(&mut self, plan: &Plan, table: &Table, strata: &Strata, fine: &Strata) {
        let extract = self.extract;
        let dimension = &strata.whole.dimension;
        for (at, members) in members(strata, fine).into_iter().enumerate() {
            let within = |groups: &[usize]| -> Who {
                let mut who = who(extract, dimension, groups);
                who.push((second(extract), texts(extract, plan, &members)));
                who
            };
            for (place, row) in strata.cells.iter().enumerate() {
                if let Some(summary) = &row[at] {
                    self.summary(&table.indicator, summary, &within(&[place]));
                }
            }
            let known = status(dimension, Status::is_known);
            let everyone = status(dimension, |status| status != Status::Total);
            let mut wholes = vec![(&strata.known, known), (&strata.everyone, everyone)];
            if let Some(contrast) = dimension.contrasts.first() {
                wholes.push((&strata.worse_off, contrast.worse_off_groups.clone()));
                wholes.push((&strata.better_off, contrast.better_off_groups.clone()));
            }
            for (row, groups) in wholes {
                if let Some(summary) = &row[at] {
                    self.summary(&table.indicator, summary, &within(&groups));
                }
            }
        }
    }

    /// How complete each dimension is, and the account of rows.
    fn account(&mut self, released: &Released) {
        let exact = self.exact;
        let Some(indicator) = exact.tables.first().map(|table| &table.indicator) else {
            return;
        };
        for one in &released.completeness {
            let named = |table: &&Table| table.whole.dimension.name == one.dimension;
            let Some(table) = exact.tables.iter().find(named) else {
                continue;
            };
            let dimension = &table.whole.dimension;
            let everyone = status(dimension, |status| status != Status::Total);
            self.cell(
                one.everyone,
                indicator,
                What::People,
                &who(self.extract, dimension, &everyone),
            );
            for &(way, cell) in &one.by_status {
                let groups = status(dimension, |status| status == way);
                self.cell(
                    cell,
                    indicator,
                    What::People,
                    &who(self.extract, dimension, &groups),
                );
            }
        }
        // The rows of a table are no people.
        if self.extract.many() > 1 || self.extract.outcomes == Outcomes::Counted {
            return;
        }
        let all = Vec::new();
        self.cell(released.ledger.used, indicator, What::People, &all);
        let blank = |aside: &&Aside| aside.reason == Reason::OutcomeBlank;
        for aside in released.ledger.aside.iter().filter(blank) {
            self.cell(aside.rows, indicator, What::Blank, &all);
        }
    }

    fn cell(&mut self, cell: Cell, of: &Indicator, what: What, who: &Who) {
        match cell {
            Cell::Exact(number) | Cell::Rounded(number) => self.tell(number, of, what, who),
            Cell::Hidden(Why::SmallCount) => {
                let places = places(self.extract, of, what, who);
                let (low, high) = (1, 7);
                self.bounds.push(Bound { places, low, high });
            }
            Cell::Hidden(_) => {}
        }
    }
}

/// The column that the groups are divided by a second time.
pub(crate) fn second(extract: &Extract) -> usize {
    extract.stratified.unwrap_or_default()
}

/// The texts that the file has for strata of these names.
fn texts(extract: &Extract, plan: &Plan, names: &[String]) -> BTreeSet<String> {
    let all = extract.columns[second(extract)].texts;
    let mut found = BTreeSet::new();
    for stratification in &plan.stratifications {
        let settled = nhs::second(stratification, |_| all.to_vec(), &plan.switches);
        let Some(dimension) = settled.dimensions.first() else {
            continue;
        };
        let named = |place: &usize| names.contains(&dimension.groups[*place].label);
        let texts = dimension.assign.iter().filter(|(_, place)| named(place));
        found.extend(texts.map(|(text, _)| text.clone()));
    }
    found
}

/// The names of each stratum: its own, those of a run, or those of all that do not stand alone.
fn members(strata: &Strata, fine: &Strata) -> Vec<Vec<String>> {
    let text = |one: &Stratum| one.parts.first().cloned().unwrap_or_default();
    let all: Vec<String> = fine.strata.iter().map(text).collect();
    let place = |text: &str| all.iter().position(|other| other == text);
    let one = |stratum: &Stratum| -> Option<Vec<String>> {
        let own = text(stratum);
        if let Some(at) = place(&own) {
            return Some(vec![all[at].clone()]);
        }
        if let Some(ages) = &stratum.ages {
            let within = fine.strata.iter().filter(|fine| {
                fine.ages.as_ref().is_some_and(|part| {
                    part.from >= ages.from && ages.to.is_none_or(|to| part.from < to)
                })
            });
            return Some(within.map(text).collect());
        }
        let (from, to) = own.split_once(" to ")?;
        Some(all[place(from)?..=place(to)?].to_vec())
    };
    let known: Vec<Option<Vec<String>>> = strata.strata.iter().map(one).collect();
    let taken: Vec<&String> = known.iter().flatten().flatten().collect();
    let others: Vec<String> = all
        .iter()
        .filter(|text| !taken.contains(text))
        .cloned()
        .collect();
    known
        .iter()
        .map(|one| one.clone().unwrap_or_else(|| others.clone()))
        .collect()
}

/// The column of a table.
pub(crate) fn first(extract: &Extract, table: &Table) -> usize {
    column(extract, &table.whole.dimension)
}
