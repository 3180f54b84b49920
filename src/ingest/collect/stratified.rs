//! One division of the plan divided a second time: a group for each combination of texts.

use std::collections::BTreeMap;

use crate::core::plan::{Division, Stratification};
use crate::core::tally::{Cell, Key};

use super::asked::{Band, has};
use super::combinations::Combinations;
use super::counters::Counters;
use super::dictionary::FURTHER;
use super::filter::{Filtered, columns};

/// How many combinations of counts or of answers are told apart in one crossed cut.
pub(super) const MOST: usize = 200_000;
/// How many where every cell may hold a histogram.
pub(super) const MOST_HISTOGRAMS: usize = 50_000;

/// Counts by combination of texts.
#[derive(Debug)]
pub(super) struct Stratified {
    /// The tally's key.
    pub(super) columns: Vec<String>,
    /// The text columns that divide: the division's, then the stratification's.
    pub(super) slots: Vec<usize>,
    /// The texts that a row must have for each of them.
    pub(super) bands: Vec<Band>,
    /// The places of the filters that hold here.
    pub(super) filters: Vec<usize>,
    combinations: Combinations,
    counters: Counters,
    /// The number of the combination of the row at hand, where it counts here.
    at: Option<u32>,
    /// Whether a combination found no room.
    full: bool,
}

impl Stratified {
    pub(super) fn new(
        (columns, slots, bands): (Vec<String>, Vec<usize>, Vec<Band>),
        filters: Vec<usize>,
        counters: Counters,
        most: usize,
    ) -> Self {
        Self {
            combinations: Combinations::new(slots.len(), most),
            counters,
            columns,
            slots,
            bands,
            filters,
            at: None,
            full: false,
        }
    }

    /// Finds the row's combination, and says whether the row counts here.
    pub(super) fn find(&mut self, ids: &[u32], filters: &[Filtered]) -> bool {
        self.at = None;
        let takes = self.filters.iter().all(|&filter| filters[filter].kept)
            && self.bands.iter().all(|&band| has(band, ids))
            && self.slots.iter().all(|&slot| ids[slot] != FURTHER);
        if takes {
            self.at = self.combinations.number(|at| ids[self.slots[at]]);
            self.full |= self.at.is_none();
        }
        self.at.is_some()
    }

    /// Counts the row in the counters of its combination, where it counts here.
    pub(super) fn with_group(&mut self, count: impl FnOnce(&mut Counters, usize)) {
        if let Some(group) = self.at {
            count(&mut self.counters, group as usize);
        }
    }

    /// Empties the small counters into the cells.
    pub(super) fn settle_counts(&mut self) {
        self.counters.settle_counts();
    }

    /// What was left out, where anything was. Without the number of rows, which may be people.
    pub(super) fn note(&self) -> Option<String> {
        let (first, by) = self.columns.split_first()?;
        self.full.then(|| {
            format!(
                "\"{first}\" by \"{}\" has more than {} different combinations. Rows of further ones \
                 are missing from what is made of it, and counted everywhere else.",
                by.join("\" and \""),
                self.combinations.most()
            )
        })
    }

    /// The cells; `text` gives the text of a number in the dictionary of a slot.
    pub(super) fn into_cells<'a>(
        self,
        text: impl Fn(usize, u32) -> &'a str,
    ) -> BTreeMap<Key, Cell> {
        let Self {
            slots,
            combinations,
            counters,
            ..
        } = self;
        let key = |number: u32| -> Key {
            let parts = combinations.parts(number).iter().zip(&slots);
            parts.map(|(&id, &slot)| text(slot, id).into()).collect()
        };
        counters
            .into_cells()
            .map(|(number, cell)| (key(number), cell))
            .collect()
    }
}

/// Whether a division can be crossed: it shares no column with the stratification.
pub fn can_cross(division: &Division, stratification: &Stratification) -> bool {
    let mut columns = columns(stratification);
    let only = division.only.as_ref().map(|only| only.column.as_str());
    !columns.any(|column| column == division.column || only == Some(column))
}
