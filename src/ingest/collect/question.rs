//! A plan with every name settled: which columns are read, and what their texts decide.

use std::collections::BTreeMap;

use crate::core::ledger::Reason;
use crate::core::plan::{self, Crossing, Only, Plan, Role};
use crate::core::tally::{Key, Tally};
use crate::ingest::error::ReadError;
use crate::nhs::indicators::records;

use super::crossed::{self, Crossed};
use super::cut::Cut;
use super::dictionary::{Dictionary, FURTHER, MOST_TEXTS};
use super::outcome::{self, Kind, Outcome};

/// A column whose texts decide something.
#[derive(Debug)]
pub(in crate::ingest) struct Slot {
    /// Its place among the plan's columns.
    pub(in crate::ingest) column: usize,
    /// Its texts so far.
    pub(in crate::ingest) dictionary: Dictionary,
}

/// A text column and the number of the text that a row must have there; `None` for every row.
pub(super) type Band = Option<(usize, u32)>;

/// Whether a row has what a series or division asks.
#[inline]
pub(super) fn has(band: Band, ids: &[u32]) -> bool {
    band.is_none_or(|(slot, id)| ids[slot] == id)
}

/// The settled plan and its counters.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Question {
    names: Vec<String>,
    /// The places of columns that name people: for the plan's question they do not exist.
    identifiers: Vec<usize>,
    pub(in crate::ingest) slots: Vec<Slot>,
    /// The outcome's columns: one for records, one for each series else.
    pub(in crate::ingest) outcome_columns: Vec<usize>,
    pub(in crate::ingest) kind: Kind,
    /// The text that each series asks of another column.
    pub(super) bands: Vec<Band>,
    filters: Vec<(usize, Vec<bool>)>,
    /// Which filters the row at hand passes.
    kept: Vec<bool>,
    pub(super) cuts: Vec<Cut>,
    pub(super) crossed: Vec<Crossed>,
    /// Whether every row with an outcome counts in every cut.
    pub(super) plain: bool,
}

impl Question {
    pub(super) fn new(plan: &Plan) -> Result<Self, ReadError> {
        let mut question = Self {
            names: plan.columns.iter().map(|c| c.name.trim().into()).collect(),
            identifiers: (0..plan.columns.len())
                .filter(|&place| plan.columns[place].role == Role::Identifier)
                .collect(),
            ..Self::default()
        };
        question.settle_outcome(plan)?;
        for filter in &plan.filters {
            let slot = question.slot(&filter.column)?;
            let dictionary = &mut question.slots[slot].dictionary;
            let ids: Vec<u32> = filter.keep.iter().map(|t| dictionary.seed(t)).collect();
            let most = ids.iter().max().map_or(0, |&id| id as usize + 1);
            let keep = (0..).take(most).map(|id| ids.contains(&id)).collect();
            question.filters.push((slot, keep));
        }
        let kind = question.kind;
        if plan
            .divisions
            .iter()
            .all(|division| division.only.is_none())
        {
            question.cuts.push(Cut::new(Vec::new(), None, None, kind));
        }
        for division in &plan.divisions {
            let slot = question.slot(&division.column)?;
            let only = question.only(division.only.as_ref())?;
            let columns = vec![division.id.clone()];
            question
                .cuts
                .push(Cut::new(columns, Some(slot), only, kind));
        }
        for crossing in &plan.crossings {
            question.add_crossing(plan, crossing)?;
        }
        question.kept = vec![true; question.filters.len()];
        let everywhere = question.cuts.iter().all(|cut| cut.only.is_none());
        question.plain = question.filters.is_empty() && everywhere;
        Ok(question)
    }

    /// Adds a crossed cut for every division that shares no column with the crossing.
    fn add_crossing(&mut self, plan: &Plan, crossing: &Crossing) -> Result<(), ReadError> {
        let crosses = |division: &&plan::Division| crossed::can_cross(division, crossing);
        let filters = plan.filters.iter().enumerate();
        let filters = filters.filter(|(_, filter)| crossed::holds(plan, crossing, filter));
        let filters: Vec<usize> = filters.map(|(place, _)| place).collect();
        for division in plan.divisions.iter().filter(crosses) {
            let (mut columns, mut slots, mut bands) = (Vec::new(), Vec::new(), Vec::new());
            for part in std::iter::once(division).chain(&crossing.by) {
                columns.push(part.id.clone());
                slots.push(self.slot(&part.column)?);
                bands.push(self.only(part.only.as_ref())?);
            }
            let crossed = Crossed::new(columns, slots, bands, filters.clone(), self.kind);
            // Without a second column it would take the place of the division's own cut.
            if !crossing.by.is_empty() {
                self.crossed.push(crossed);
            }
        }
        Ok(())
    }

    fn settle_outcome(&mut self, plan: &Plan) -> Result<(), ReadError> {
        let mut indicators = plan.indicators.iter();
        let worded = indicators.any(|indicator| indicator.id == records::IN_WORDS);
        let (kind, column) = match &plan.outcome {
            plan::Outcome::Wait { column, days: true } => (Kind::Days, column),
            plan::Outcome::Wait { column, .. } => (Kind::Weeks, column),
            plan::Outcome::Number { column } => (Kind::Number, column),
            plan::Outcome::YesNo { column } if worded => (Kind::Words, column),
            plan::Outcome::YesNo { column } => (Kind::YesNo, column),
            plan::Outcome::Sums(series) => {
                self.kind = Kind::Sums;
                for one in series {
                    let column = self.column(&one.column)?;
                    self.outcome_columns.push(column);
                    let band = self.only(one.only.as_ref())?;
                    self.bands.push(band);
                }
                return Ok(());
            }
        };
        self.kind = kind;
        self.outcome_columns = vec![self.column(column)?];
        Ok(())
    }

    fn column(&self, name: &str) -> Result<usize, ReadError> {
        let mut places = 0..self.names.len();
        let found = places
            .find(|place| self.names[*place] == name.trim() && !self.identifiers.contains(place));
        found.ok_or_else(|| ReadError::NoSuchColumn { name: name.into() })
    }

    fn slot(&mut self, name: &str) -> Result<usize, ReadError> {
        let column = self.column(name)?;
        if let Some(slot) = self.slots.iter().position(|slot| slot.column == column) {
            return Ok(slot);
        }
        self.slots.push(Slot {
            column,
            dictionary: Dictionary::new(),
        });
        Ok(self.slots.len() - 1)
    }

    fn only(&mut self, only: Option<&Only>) -> Result<Band, ReadError> {
        let Some(only) = only else {
            return Ok(None);
        };
        let slot = self.slot(&only.column)?;
        let id = self.slots[slot].dictionary.seed(&only.text);
        Ok(Some((slot, id)))
    }

    /// The plan's column names, trimmed.
    pub(in crate::ingest) fn names(&self) -> &[String] {
        &self.names
    }

    /// What the outcome cells of a row say.
    pub(super) fn read(&self, texts: &[&str], ids: &[u32]) -> Outcome {
        if self.kind != Kind::Sums {
            return outcome::record(self.kind, texts.first().copied().unwrap_or_default());
        }
        outcome::sums(
            texts
                .iter()
                .zip(&self.bands)
                .map(|(text, band)| has(*band, ids).then_some(*text)),
        )
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
            1 if self.kind == Kind::Sums && self.names.len() > 2 => Some(Reason::Footnote),
            _ => None,
        }
    }

    fn repeats_header(&self, texts: &[&str], ids: &[u32]) -> bool {
        let mut outcomes = self.outcome_columns.iter().zip(texts);
        let mut slots = self.slots.iter().zip(ids);
        !texts.is_empty()
            && outcomes.all(|(&column, text)| is_header_text(&self.names[column], text.trim()))
            && slots.all(|(slot, &id)| {
                is_header_text(&self.names[slot.column], slot.dictionary.text(id))
            })
    }

    /// Why a row counts in no cut of a division alone, where that is so.
    pub(super) fn place(&self, ids: &[u32]) -> Option<Reason> {
        if !self.filters.iter().all(|filter| keeps(filter, ids)) {
            return Some(Reason::Filtered);
        }
        let counted = self.cuts.iter().any(|cut| cut.takes(ids));
        (!counted).then_some(Reason::OtherBreakdown)
    }

    /// Finds the row's place in every crossed cut, and says whether it counts in any.
    #[inline]
    pub(super) fn cross(&mut self, ids: &[u32]) -> bool {
        !self.crossed.is_empty() && self.find_crossed(ids)
    }

    fn find_crossed(&mut self, ids: &[u32]) -> bool {
        for (kept, filter) in self.kept.iter_mut().zip(&self.filters) {
            *kept = keeps(filter, ids);
        }
        let mut found = false;
        for crossed in &mut self.crossed {
            found |= crossed.find(ids, &self.kept);
        }
        found
    }

    /// Why a row counts in no series, where that is so.
    pub(super) fn without_band(&self, ids: &[u32]) -> Option<Reason> {
        let counted = self.bands.iter().any(|&band| has(band, ids));
        (!counted).then_some(Reason::Filtered)
    }

    /// Empties the small counters into the cells.
    pub(super) fn settle_counts(&mut self) {
        for cut in &mut self.cuts {
            cut.counters.settle_counts();
        }
        for crossed in &mut self.crossed {
            crossed.settle_counts();
        }
    }

    /// The tally, and a note for every division that had too many texts or combinations.
    pub(super) fn into_tally(self) -> (Tally, Vec<String>) {
        let mut tally = Tally::default();
        let mut notes = Vec::new();
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
        for crossed in self.crossed {
            for &slot in &crossed.slots {
                let slot = &self.slots[slot];
                let note = too_many(&self.names[slot.column]);
                if slot.dictionary.is_full() && !notes.contains(&note) {
                    notes.push(note);
                }
            }
            notes.extend(crossed.note());
            let columns = crossed.columns.clone();
            let text = |slot: usize, id| self.slots[slot].dictionary.text(id);
            tally.cut(columns).cells = crossed.into_cells(text);
        }
        (tally, notes)
    }
}

/// Whether a row has one of the texts that a filter keeps.
fn keeps((slot, keep): &(usize, Vec<bool>), ids: &[u32]) -> bool {
    keep.get(ids[*slot] as usize) == Some(&true)
}

/// Without the number of rows: a note leaves with every figure, and rows may be people.
fn too_many(column: &str) -> String {
    format!(
        "The column \"{column}\" has more than {MOST_TEXTS} different texts. Rows with further texts are \
         missing from its groups, and counted everywhere else."
    )
}

/// Whether a cell repeats its column's name; a name that was made unique ends in " (2)".
fn is_header_text(name: &str, text: &str) -> bool {
    name == text
        || name.strip_prefix(text).is_some_and(|rest| {
            let number = rest
                .strip_prefix(" (")
                .and_then(|rest| rest.strip_suffix(')'));
            number.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        })
}
