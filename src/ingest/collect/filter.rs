//! Which rows a filter of the plan keeps, and in which cuts it holds.

use crate::core::dimension::Status;
use crate::core::histogram::MICRO;
use crate::core::plan::{Filter, Keep, Plan, Role, Stratification};
use crate::ingest::cell::{self, Content};
use crate::nhs::age::band::{self, Band};
use crate::nhs::{organisation, period, words};

use super::dictionary::Dictionary;

/// A filter, and what became of the texts met so far.
#[derive(Debug)]
pub(super) struct Filtered {
    /// The text column that it looks at.
    slot: usize,
    rule: Keep,
    /// By the number of the text, whether it is kept.
    known: Vec<bool>,
    /// Whether the row at hand is kept.
    pub(super) kept: bool,
}

impl Filtered {
    pub(super) fn new(slot: usize, filter: &Filter, dictionary: &mut Dictionary) -> Self {
        // A text that the plan names has its number whatever else the column holds.
        let named = match &filter.keep {
            Keep::Without(texts) => texts,
            keep => keep.texts(),
        };
        for text in named {
            dictionary.seed(text);
        }
        Self {
            slot,
            rule: filter.keep.clone(),
            known: Vec::new(),
            kept: true,
        }
    }

    /// The text column that it looks at.
    pub(super) const fn slot(&self) -> usize {
        self.slot
    }

    /// Looks whether the row is kept.
    #[inline]
    pub(super) fn look(&mut self, ids: &[u32], dictionary: &Dictionary) {
        let id = ids[self.slot] as usize;
        while self.known.len() <= id {
            let text = u32::try_from(self.known.len()).map(|next| dictionary.text(next));
            let first = self.known.is_empty();
            // The first number is of texts that found no room; none of them is one that the plan names.
            let kept = (!first || matches!(self.rule, Keep::Without(_)))
                && keeps(&self.rule, text.unwrap_or_default());
            self.known.push(kept);
        }
        self.kept = self.known[id];
    }
}

/// Whether a cell's text is one that a filter keeps.
fn keeps(rule: &Keep, text: &str) -> bool {
    match rule {
        Keep::Texts(texts) => texts.iter().any(|kept| kept.trim() == text),
        Keep::Without(texts) => texts.iter().all(|left| left.trim() != text),
        Keep::Ages { from, to } => ages(text).is_some_and(|band| {
            let ends = |last: u32| band.high.is_some_and(|high| high <= last);
            band.low >= *from && to.is_none_or(ends)
        }),
        Keep::Numbers { from, to } => match cell::read(text) {
            Content::Number(micro) => is_in(&(micro as f64 / MICRO as f64), *from, *to),
            _ => false,
        },
        Keep::Dates { from, to } => {
            period::last_day(text).is_some_and(|day| is_in(&day, *from, *to))
        }
    }
}

fn is_in<T: PartialOrd>(value: &T, from: Option<T>, to: Option<T>) -> bool {
    from.is_none_or(|from| from <= *value) && to.is_none_or(|to| *value <= to)
}

/// The ages that a text names: a band, or one year.
fn ages(text: &str) -> Option<Band> {
    let year = || text.parse().ok().map(Band::year);
    band::read(text).or_else(year)
}

/// Whether a filter holds for a crossed cut.
///
/// What a user keeps, they expect to find kept everywhere: a filter by range always holds, and one by texts
/// holds too, on the stratification's own columns as on others. The exceptions are where the rows kept are one of
/// a series that the stratification is about, or stand for all of it:
///
/// - texts of a column of periods or organisations that the stratification is by: May is kept so that nobody is
///   counted in every month, and over time May stands beside April;
/// - where the stratification is by organisation, texts of other columns of organisations, unless these say of
///   what kind they are, which keeps trusts apart from the regions they lie in;
/// - totals alone ("All ages", "Persons"): they stand for everyone, and the parts are in the other rows;
/// - the column that says of which rows the stratification is, which it has chosen itself.
pub(super) fn holds(plan: &Plan, stratification: &Stratification, filter: &Filter) -> bool {
    let Keep::Texts(texts) = &filter.keep else {
        return true;
    };
    if let Some(by) = stratification
        .by
        .iter()
        .find(|by| by.column == filter.column)
    {
        let scheme = by.scheme.as_str();
        let persons = |text: &String| scheme == "sex" && matches!(text.trim(), "4" | "P");
        let total = |text: &String| words::status(text) == Some(Status::Total) || persons(text);
        return !matches!(scheme, "period" | "organisation") && !texts.iter().all(total);
    }
    if columns(stratification).any(|column| column == filter.column) {
        return false;
    }
    let places = stratification
        .by
        .first()
        .is_some_and(|first| first.scheme == "organisation");
    let column = plan
        .columns
        .iter()
        .find(|column| column.name == filter.column);
    let place = column.is_some_and(|column| column.role == Role::Organisation);
    !(places && place) || organisation::is_level(&filter.column)
}

/// The columns that a stratification decides by: of its texts, and of the rows that it is about.
pub(super) fn columns(stratification: &Stratification) -> impl Iterator<Item = &str> {
    stratification.by.iter().flat_map(|by| {
        let only = by.only.iter().map(|only| only.column.as_str());
        std::iter::once(by.column.as_str()).chain(only)
    })
}
