//! A plan with every name settled: which columns are read, and what their texts decide.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::core::ledger::Reason;
use crate::core::plan::{self, Only, Plan, Role, Stratification};
use crate::core::tally::{Key, Tally};
use crate::ingest::delimited::is_header_text;
use crate::ingest::error::ReadError;
use crate::ingest::lookup::Joined;

use super::asked::{self, Asked, Band};
use super::counters::Counters;
use super::cut::Cut;
use super::dictionary::{Dictionary, FURTHER};
use super::filter::{self, Filtered};
use super::known::Known;
use super::notes::{not_found, too_many, too_many_to_filter};
use super::outcome::{Kind, answer};
use super::periods::PeriodColumns;
use super::row::{Lane, Row, lanes};
use super::ruled::{Between, Ruled};
use super::stratified::{self, MOST, MOST_HISTOGRAMS, Stratified};

/// A column whose texts decide something.
#[derive(Debug)]
pub(in crate::ingest) struct Slot {
    /// Its place among the plan's columns.
    pub(in crate::ingest) column: usize,
    /// Its texts so far.
    pub(in crate::ingest) dictionary: Dictionary,
}

/// The settled plan and its counters.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Question {
    names: Vec<String>,
    /// The columns of the file that those are read from.
    read_from: Vec<String>,
    joined: Joined,
    /// The places of columns that name people: for the plan's question they do not exist.
    identifiers: Vec<usize>,
    pub(in crate::ingest) slots: Vec<Slot>,
    /// The columns of all outcomes, one outcome after the other.
    pub(in crate::ingest) outcome_columns: Vec<usize>,
    pub(super) outcomes: Vec<Asked>,
    /// How many outcomes the plan has.
    pub(super) count: usize,
    pub(super) lanes: Vec<Lane>,
    /// The places of the outcomes that are series.
    pub(super) of_series: Vec<usize>,
    filters: Vec<Filtered>,
    pub(super) cuts: Vec<Cut>,
    pub(super) stratified: Vec<Stratified>,
    /// What the rows used are said to be of.
    pub(super) periods: PeriodColumns,
    /// Whether every row with an outcome counts in every cut.
    pub(super) plain: bool,
}

impl Question {
    pub(super) fn new(plan: &Plan, joined: &Joined) -> Result<Self, ReadError> {
        let mut question = Self {
            names: trimmed(plan, |name| name),
            read_from: trimmed(plan, |name| plan.read_from(name)),
            joined: joined.clone(),
            identifiers: (0..plan.columns.len())
                .filter(|&place| plan.columns[place].role == Role::Identifier)
                .collect(),
            ..Self::default()
        };
        question.settle_outcomes(plan)?;
        for filter in &plan.filters {
            let slot = question.slot(&filter.column)?;
            let filtered = Filtered::new(slot, filter, &mut question.slots[slot].dictionary);
            question.filters.push(filtered);
        }
        let mut divisions = plan.divisions.iter();
        if divisions.all(|division| division.only.is_none()) {
            let cut = Cut::new(Vec::new(), None, None, question.counters());
            question.cuts.push(cut);
        }
        for division in &plan.divisions {
            let slot = question.slot(&division.column)?;
            let only = question.only(division.only.as_ref())?;
            let columns = vec![division.id.clone()];
            let counters = question.counters();
            question
                .cuts
                .push(Cut::new(columns, Some(slot), only, counters));
        }
        for stratification in &plan.stratifications {
            question.add_stratification(plan, stratification)?;
        }
        question.periods = PeriodColumns::after(plan, joined, &mut question.slots);
        let everywhere = question.cuts.iter().all(|cut| cut.only.is_none());
        question.plain = question.filters.is_empty() && everywhere;
        Ok(question)
    }

    /// Adds a crossed cut for every division that shares no column with the stratification.
    fn add_stratification(
        &mut self,
        plan: &Plan,
        stratification: &Stratification,
    ) -> Result<(), ReadError> {
        let crosses = |division: &&plan::Division| stratified::can_cross(division, stratification);
        let filters = plan.filters.iter().enumerate();
        let filters = filters.filter(|(_, filter)| filter::holds(plan, stratification, filter));
        let filters: Vec<usize> = filters.map(|(place, _)| place).collect();
        for division in plan.divisions.iter().filter(crosses) {
            let (mut columns, mut slots, mut bands) = (Vec::new(), Vec::new(), Vec::new());
            for part in std::iter::once(division).chain(&stratification.by) {
                columns.push(part.id.clone());
                slots.push(self.slot(&part.column)?);
                bands.push(self.only(part.only.as_ref())?);
            }
            let stratified = Stratified::new(
                (columns, slots, bands),
                filters.clone(),
                self.counters(),
                self.most(),
            );
            // Without a second column it would take the place of the division's own cut.
            if !stratification.by.is_empty() {
                self.stratified.push(stratified);
            }
        }
        Ok(())
    }

    fn settle_outcomes(&mut self, plan: &Plan) -> Result<(), ReadError> {
        self.lanes = lanes(&plan.outcomes);
        self.count = plan.outcomes.len();
        for (place, outcome) in plan.outcomes.iter().enumerate() {
            let lane = |lane: &Lane| (lane.first..lane.first + lane.outcomes).contains(&place);
            let lane = self.lanes.iter().position(lane).unwrap_or_default();
            let shift = || {
                let shift = (0..).step_by(2).nth(place - self.lanes[lane].first);
                (lane, shift.unwrap_or_default())
            };
            if let plan::Outcome::Sums(series) = outcome {
                let mut bands = Vec::new();
                for one in series {
                    let column = self.own_column(&one.column)?;
                    self.outcome_columns.push(column);
                    bands.push(self.only(one.only.as_ref())?);
                }
                self.of_series.push(place);
                self.outcomes
                    .push(Asked::Sums(bands, plan.is_paired(place)));
                continue;
            }
            let asked = match outcome {
                plan::Outcome::YesNo { answers, .. } => {
                    let one = (*answers, Known::new(answer(*answers, "")));
                    match self.outcomes.pop() {
                        Some(Asked::Answers(mut list, (same, first))) if same == lane => {
                            list.push(one);
                            Asked::Answers(list, (lane, first))
                        }
                        before => {
                            self.outcomes.extend(before);
                            Asked::Answers(vec![one], shift())
                        }
                    }
                }
                plan::Outcome::Rule { counts, among } => {
                    let ruled = Ruled::new(counts, among.as_ref());
                    Asked::Ruled(Box::new(ruled), shift())
                }
                plan::Outcome::Between { .. } => Asked::Between(Box::new(Between::new()), lane),
                _ => Asked::Number(Kind::of(outcome), lane),
            };
            for column in outcome.columns() {
                let column = self.own_column(column)?;
                self.outcome_columns.push(column);
            }
            self.outcomes.push(asked);
        }
        Ok(())
    }

    /// Counters for one cut.
    fn counters(&self) -> Counters {
        Counters::new(self.count, &self.lanes)
    }

    /// How many combinations of texts one crossed cut may hold.
    fn most(&self) -> usize {
        let number = |lane: &Lane| lane.number.is_some();
        let one = if self.lanes.iter().any(number) {
            MOST_HISTOGRAMS
        } else {
            MOST
        };
        one / self.count.max(1)
    }

    fn column(&self, name: &str) -> Result<usize, ReadError> {
        (0..self.names.len())
            .find(|place| self.names[*place] == name.trim() && !self.identifiers.contains(place))
            .ok_or_else(|| ReadError::NoSuchColumn { name: name.into() })
    }

    /// A column whose cells are the file's own.
    fn own_column(&self, name: &str) -> Result<usize, ReadError> {
        let column = self.column(name)?;
        let own = self.names[column] == self.read_from[column];
        let joined = || ReadError::JoinedOutcome { name: name.into() };
        own.then_some(column).ok_or_else(joined)
    }

    fn slot(&mut self, name: &str) -> Result<usize, ReadError> {
        let column = self.column(name)?;
        if let Some(slot) = self.slots.iter().position(|slot| slot.column == column) {
            return Ok(slot);
        }
        let through = self.joined.through(&self.names[column]);
        if through.is_none() && self.names[column] != self.read_from[column] {
            return Err(ReadError::NoSuchFile { name: name.into() });
        }
        self.slots.push(Slot {
            column,
            dictionary: Dictionary::seen_through(through),
        });
        Ok(self.slots.len() - 1)
    }

    fn only(&mut self, only: Option<&Only>) -> Result<Band, ReadError> {
        only.map(|only| {
            let slot = self.slot(&only.column)?;
            Ok((slot, self.slots[slot].dictionary.seed(&only.text)))
        })
        .transpose()
    }

    /// The columns of the file that the plan's columns are read from, trimmed.
    pub(in crate::ingest) fn read_from(&self) -> &[String] {
        &self.read_from
    }

    /// The bands of the series, where these are the only outcome.
    pub(in crate::ingest) fn only_series(&self) -> Option<&[Band]> {
        asked::only_series(&self.outcomes)
    }

    /// What the outcome cells of a row say.
    pub(super) fn read(&mut self, texts: &[&str], ids: &[u32], row: &mut Row) {
        row.clear();
        let (mut rest, mut place) = (texts, 0);
        for asked in &mut self.outcomes {
            let (texts, further) = rest.split_at(asked.width().min(rest.len()));
            rest = further;
            asked.read(texts, ids, row, place);
            place += asked.outcomes();
        }
    }

    /// The same from the bytes of the cells, `cell_at` saying where the cell of each outcome column stands.
    #[inline]
    pub(super) fn read_cells<'a>(
        &mut self,
        bytes: &'a [u8],
        cell_at: impl Fn(usize) -> (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
        (ids, row): (&[u32], &mut Row),
    ) {
        row.clear();
        let (mut from, mut place) = (0, 0);
        for asked in &mut self.outcomes {
            let cell_at = |column: usize| cell_at(from + column);
            asked.read_cells(bytes, cell_at, decode, (ids, row, place));
            from += asked.width();
            place += asked.outcomes();
        }
    }

    /// Why a row without an outcome is no record at all, where that is so.
    pub(super) fn no_record(
        &self,
        texts: &[&str],
        ids: &[u32],
        filled: impl FnOnce() -> usize,
    ) -> Option<Reason> {
        if self.repeats_header(texts, ids) {
            return Some(Reason::RepeatedHeader);
        }
        if texts.iter().any(|text| !text.trim().is_empty()) {
            return None;
        }
        match filled() {
            0 => Some(Reason::Blank),
            // A table saved from a spreadsheet ends in notes padded with empty cells. A record may
            // well have nothing but its identifier, so that only tables of counts are judged.
            1 if !self.of_series.is_empty() && self.names.len() > 2 => Some(Reason::Footnote),
            _ => None,
        }
    }

    fn repeats_header(&self, texts: &[&str], ids: &[u32]) -> bool {
        let mut outcomes = self.outcome_columns.iter().zip(texts);
        let asked = self.slots.len() - self.periods.besides();
        let mut slots = self.slots[..asked].iter().zip(ids);
        !texts.is_empty()
            && outcomes.all(|(&column, text)| is_header_text(&self.names[column], text.trim()))
            && slots.all(|(slot, &id)| {
                slot.dictionary.is_joined()
                    || is_header_text(&self.names[slot.column], slot.dictionary.text(id))
            })
    }

    /// Why a row counts in no cut of a division alone, where that is so.
    pub(super) fn place(&mut self, ids: &[u32]) -> Option<Reason> {
        for filter in &mut self.filters {
            filter.look(ids, &self.slots[filter.slot()].dictionary);
        }
        if !self.filters.iter().all(|filter| filter.kept) {
            return Some(Reason::Filtered);
        }
        let counted = self.cuts.iter().any(|cut| cut.takes(ids));
        (!counted).then_some(Reason::OtherBreakdown)
    }

    /// Finds the row's place in every crossed cut, and says whether it counts in any. Filters have been looked
    /// at by [`Self::place`].
    #[inline]
    pub(super) fn cross(&mut self, ids: &[u32]) -> bool {
        !self.stratified.is_empty() && self.find_stratified(ids)
    }

    fn find_stratified(&mut self, ids: &[u32]) -> bool {
        let mut found = false;
        for stratified in &mut self.stratified {
            found |= stratified.find(ids, &self.filters);
        }
        found
    }

    /// Empties the small counters into the cells.
    pub(super) fn settle_counts(&mut self) {
        for cut in &mut self.cuts {
            cut.counters.settle_counts();
        }
        for stratified in &mut self.stratified {
            stratified.settle_counts();
        }
    }

    /// The tally, and a note for every division that had too many texts or combinations.
    pub(super) fn into_tally(self) -> (Tally, Vec<String>) {
        let mut tally = Tally::default();
        let mut notes = Vec::new();
        let filtered = self.filters.iter().map(|filter| &self.slots[filter.slot()]);
        let full = filtered.filter(|slot| slot.dictionary.is_full());
        notes.extend(full.map(|slot| too_many_to_filter(&self.names[slot.column])));
        let missed = self
            .slots
            .iter()
            .filter(|slot| slot.dictionary.has_missed());
        let codes: BTreeSet<_> = missed.map(|slot| &self.read_from[slot.column]).collect();
        notes.extend(codes.into_iter().map(|codes| not_found(codes)));
        for cut in self.cuts {
            let slot = cut.slot.map(|slot| &self.slots[slot]);
            let columns = cut.columns.clone();
            let mut cells = BTreeMap::new();
            for (id, cell) in cut.counters.into_cells() {
                match slot {
                    None => cells.insert(Key::new(), cell),
                    Some(slot) if id == FURTHER => {
                        notes.push(too_many(&self.names[slot.column]));
                        None
                    }
                    Some(slot) => cells.insert(vec![slot.dictionary.text(id).into()], cell),
                };
            }
            tally.cut(columns).cells = cells;
        }
        for stratified in self.stratified {
            for &slot in &stratified.slots {
                let slot = &self.slots[slot];
                let note = too_many(&self.names[slot.column]);
                if slot.dictionary.is_full() && !notes.contains(&note) {
                    notes.push(note);
                }
            }
            notes.extend(stratified.note());
            let columns = stratified.columns.clone();
            let text = |slot: usize, id| self.slots[slot].dictionary.text(id);
            tally.cut(columns).cells = stratified.into_cells(text);
        }
        (tally, notes)
    }
}

fn trimmed<'a>(plan: &'a Plan, of: impl Fn(&'a str) -> &'a str) -> Vec<String> {
    let names = plan.columns.iter().map(|column| of(&column.name).trim());
    names.map(str::to_owned).collect()
}
