//! Rows that are kept or left out while a plan is made, with what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use super::totals::Totals;
use crate::core::plan::{Division, Filter, Keep, Only, Role};
use crate::ingest::outline::{ColumnFinding, KeptNote};
use crate::nhs::words;

/// Filters, with a sentence for each, and divisions that had to give way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pinned {
    /// Rows to keep.
    pub filters: Vec<Filter>,
    /// What was kept, for the reader.
    pub notes: Vec<String>,
    /// Those of the sentences that are about rows kept, with the column.
    pub kept: Vec<KeptNote>,
    /// Texts whose rows are kept and hold what the other rows hold besides.
    pub totals: Vec<Only>,
    /// What the rows kept measure, where they are all of one thing and others are not.
    pub indicator: Option<String>,
}

/// More texts than this are not listed in a sentence.
const MOST_LISTED: usize = 12;

/// The rows still kept of those looked at, and the filters that left them.
pub(super) struct Pins<'a> {
    pub(super) columns: &'a [ColumnFinding],
    pub(super) rows: Vec<&'a Vec<&'a str>>,
    pub(super) pinned: Pinned,
    /// Texts whose rows are sums of others, by the place of their column.
    pub(super) totals: Vec<Totals>,
}

impl<'a> Pins<'a> {
    /// The different texts of a column in the rows still kept, in the file's order.
    pub(super) fn texts(&self, at: usize) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        let cells = self
            .rows
            .iter()
            .filter_map(|row| row.get(at))
            .map(|cell| cell.trim());
        cells
            .filter(|cell| !cell.is_empty() && seen.insert(*cell))
            .collect()
    }

    /// The texts of a column whose rows name at least two groups of a division.
    pub(super) fn divided(&self, at: usize, division: &Division) -> BTreeSet<&'a str> {
        let place = |name: &str| self.columns.iter().position(|column| column.name == *name);
        let only = division
            .only
            .as_ref()
            .map(|only| (place(&only.column), only.text.as_str()));
        let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let Some(group) = place(&division.column) else {
            return BTreeSet::new();
        };
        for row in &self.rows {
            let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
            let of_it = only.is_none_or(|(at, text)| at.is_some_and(|at| cell(at) == text));
            if of_it && words::status(cell(group)).is_none() {
                groups.entry(cell(at)).or_default().insert(cell(group));
            }
        }
        groups.retain(|_, groups| groups.len() >= 2);
        groups.into_keys().collect()
    }

    /// The totals of a column that no scheme knows by their words.
    pub(super) fn totals_of(&self, at: usize) -> &[String] {
        let mut totals = self.totals.iter();
        let found = totals.find(|totals| totals.at == at);
        found.map_or(&[], |totals| totals.texts.as_slice())
    }

    /// Says what is kept of a column.
    fn note(&mut self, at: usize, note: String) {
        self.pinned.notes.push(note.clone());
        let column = self.columns[at].name.clone();
        self.pinned.kept.push(KeptNote { column, note });
    }

    /// Keeps the rows of several texts.
    pub(super) fn keep_several(&mut self, at: usize, texts: &[String], why: &str) {
        let has = |row: &&Vec<&str>| {
            row.get(at)
                .is_some_and(|cell| texts.iter().any(|text| text == cell.trim()))
        };
        self.rows.retain(has);
        let column = self.columns[at].name.clone();
        self.note(
            at,
            format!(
                "Only rows with {} in \u{201c}{column}\u{201d} are used: {why}.",
                listed(texts)
            ),
        );
        self.pinned.filters.push(Filter {
            column,
            keep: Keep::Texts(texts.to_vec()),
        });
    }

    /// Keeps the row of a total.
    pub(super) fn keep_total(&mut self, at: usize, text: &str, why: &str) {
        self.pinned.totals.push(Only {
            column: self.columns[at].name.clone(),
            text: text.to_owned(),
        });
        self.keep(at, text, why);
    }

    /// Leaves out the rows of totals.
    pub(super) fn leave_out(&mut self, at: usize, texts: &[String]) {
        let has = |row: &&Vec<&str>| {
            row.get(at)
                .is_none_or(|cell| texts.iter().all(|text| text != cell.trim()))
        };
        self.rows.retain(has);
        let column = self.columns[at].name.clone();
        self.note(at, format!(
            "Rows with {} in \u{201c}{column}\u{201d} are left out: they are totals, and everyone would be counted \
             twice.",
            listed(texts)
        ));
        self.pinned.filters.push(Filter {
            column,
            keep: Keep::Without(texts.to_vec()),
        });
    }

    pub(super) fn keep(&mut self, at: usize, text: &str, why: &str) {
        self.rows
            .retain(|row| row.get(at).is_some_and(|cell| cell.trim() == text));
        let column = self.columns[at].name.clone();
        self.note(
            at,
            format!(
                "Only rows with \u{201c}{text}\u{201d} in \u{201c}{column}\u{201d} are used: {why}."
            ),
        );
        self.pinned.filters.push(Filter {
            column,
            keep: Keep::Texts(vec![text.to_owned()]),
        });
    }

    /// Whether the groups of a division alone say what stands in a column, and it does not say the group.
    pub(super) fn follows(&self, at: usize, division: &Division) -> bool {
        let place = |name: &str| self.columns.iter().position(|column| column.name == *name);
        let Some(group) = place(&division.column) else {
            return false;
        };
        let mut said: BTreeMap<&str, &str> = BTreeMap::new();
        for row in &self.rows {
            let (Some(group), Some(text)) = (row.get(group), row.get(at)) else {
                return false;
            };
            let text = text.trim();
            if *said.entry(group.trim()).or_insert(text) != text {
                return false;
            }
        }
        let texts: BTreeSet<&str> = said.values().copied().collect();
        texts.len() > 1 && texts.len() < said.len() && self.rows.len() > said.len()
    }
}

fn listed(texts: &[String]) -> String {
    let texts: Vec<String> = texts
        .iter()
        .take(MOST_LISTED)
        .map(|text| format!("\u{201c}{text}\u{201d}"))
        .collect();
    texts.join(", ")
}

/// Whether the only count is of what happened in each period, which adds up over periods as people do not.
pub(super) fn only_events(columns: &[ColumnFinding]) -> bool {
    const EVENTS: [&str; 14] = [
        "spells",
        "admissions",
        "attendances",
        "appointments",
        "contacts",
        "episodes",
        "referrals",
        "deaths",
        "births",
        "discharges",
        "calls",
        "operations",
        "procedures",
        "visits",
    ];
    let counts = |column: &&ColumnFinding| {
        matches!(
            column.role,
            Role::Numerator | Role::Denominator | Role::Count | Role::Value
        )
    };
    let mut all = columns.iter().filter(counts);
    let (Some(only), None) = (all.next(), all.next()) else {
        return false;
    };
    let said = words::plain(&only.name);
    only.role == Role::Numerator && said.split(' ').any(|word| EVENTS.contains(&word))
}
