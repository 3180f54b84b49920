//! Which periods the rows were of that counted: what every figure is said to be of.
//!
//! Said of the rows used, never of what was proposed before the file was read. Columns that a filter or a
//! stratification looks at are known anyhow. Where there are none, one column of periods is looked at besides:
//! in every one of the first rows, and in some of those after them, which costs a long extract nothing.

use crate::core::plan::{Plan, Role, Shape};
use crate::ingest::lookup::Joined;
use crate::ingest::periods::Periods;
use crate::nhs::words;

use super::dictionary::Dictionary;
use super::question::Slot;

/// Rows that are all looked at, and the share of those after them: one in sixteen.
const ALL: u64 = 1 << 16;
const SOME: u64 = 15;

/// The columns of periods, and which of their texts rows that counted had.
#[derive(Debug, Default)]
pub(super) struct PeriodColumns {
    columns: Vec<Seen>,
    /// How many of the last text columns are there for their periods alone.
    besides: usize,
    /// Whether one row is one person: then no day is named.
    records: bool,
    /// Whether the row at hand is looked at.
    looking: bool,
}

#[derive(Debug)]
struct Seen {
    name: String,
    slot: usize,
    /// By the number of the text, whether a row that counted had it.
    used: Vec<bool>,
}

impl PeriodColumns {
    /// The plan's columns of periods; those that nothing else looks at are added after all others.
    pub(super) fn after(plan: &Plan, joined: &Joined, slots: &mut Vec<Slot>) -> Self {
        let places: Vec<usize> = slots.iter().map(|slot| slot.column).collect();
        let (periods, besides) = Self::new(plan, &places);
        slots.extend(besides.into_iter().map(|column| Slot {
            column,
            dictionary: Dictionary::seen_through(joined.through(&plan.columns[column].name)),
        }));
        periods
    }

    /// The plan's columns of periods among its text columns (`slots`, by place in the plan), and the places of
    /// those to look at besides.
    fn new(plan: &Plan, slots: &[usize]) -> (Self, Vec<usize>) {
        let periods = (0..plan.columns.len()).filter(|&at| plan.columns[at].role == Role::Period);
        let (known, others): (Vec<usize>, Vec<usize>) = periods.partition(|at| slots.contains(at));
        let records = plan.shape == Shape::Records;
        let besides = match (records, known.is_empty()) {
            (false, _) => others,
            (true, false) => Vec::new(),
            (true, true) => {
                let rank = |at: &usize| rank(&plan.columns[*at].name);
                others.into_iter().min_by_key(rank).into_iter().collect()
            }
        };
        let known = known
            .iter()
            .map(|at| (*at, slots.iter().position(|slot| slot == at)));
        let after = besides
            .iter()
            .zip(slots.len()..)
            .map(|(&at, slot)| (at, Some(slot)));
        let mut columns: Vec<(usize, Option<usize>)> = known.chain(after).collect();
        columns.sort_unstable();
        let columns = columns.into_iter().filter_map(|(at, slot)| {
            Some(Seen {
                name: plan.columns[at].name.trim().to_owned(),
                slot: slot?,
                used: Vec::new(),
            })
        });
        let columns = Self {
            columns: columns.collect(),
            besides: besides.len(),
            records,
            looking: true,
        };
        (columns, besides)
    }

    /// How many of the last text columns need not be looked at in the row after so many.
    #[inline]
    pub(super) fn skipped(&mut self, rows: u64) -> usize {
        self.looking = rows < ALL || rows & SOME == 0;
        if self.looking { 0 } else { self.besides }
    }

    /// How many of the last text columns are there for their periods alone.
    pub(super) const fn besides(&self) -> usize {
        self.besides
    }

    /// Takes a row that counted, with the numbers of its texts.
    #[inline]
    pub(super) fn take(&mut self, ids: &[u32]) {
        if !self.looking {
            return;
        }
        for column in &mut self.columns {
            let id = ids[column.slot] as usize;
            if column.used.len() <= id {
                column.used.resize(id + 1, false);
            }
            column.used[id] = true;
        }
    }

    /// The periods of the rows that counted, of each column.
    pub(super) fn seen(&self, slots: &[Slot]) -> Periods {
        let columns = self.columns.iter().map(|column| {
            let dictionary = &slots[column.slot].dictionary;
            let ids = (0u32..).zip(&column.used).filter(|(_, used)| **used);
            let texts = ids.map(|(id, _)| dictionary.text(id));
            let texts = texts.filter(|text| words::status(text).is_none());
            (column.name.clone(), texts.map(str::to_owned).collect())
        });
        Periods {
            columns: columns.collect(),
            of_people: self.records,
        }
    }
}

/// Of several dates of a person's record, the one that the extract is of comes first.
fn rank(name: &str) -> u8 {
    let said = words::plain(name);
    let has = |list: &[&str]| list.iter().any(|word| said.contains(word));
    if has(&[
        "week ending",
        "snapshot",
        "census",
        "extract",
        "as at",
        "month",
        "period",
        "quarter",
    ]) {
        0
    } else if has(&["birth", "dob", "death", "dod", "registration"]) {
        2
    } else {
        1
    }
}
