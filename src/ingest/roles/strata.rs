//! The rows looked at, parted into strata: everything that names a row but one column.

use std::collections::{BTreeMap, HashMap};

use super::facts::Facts;
use crate::core::histogram::MICRO;
use crate::core::plan::Role;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;

/// Of more columns of counts (waiting bands) the first tell enough.
const MOST_COUNTS: usize = 12;

/// The counts with one text in one stratum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    /// The number of the text.
    pub(super) text: u32,
    /// Their sum, in millionths.
    pub(super) sum: i128,
    /// How many there are.
    pub(super) numbers: u32,
    /// How many are hidden or missing, so that the sum is not whole.
    pub(super) missing: u32,
}

/// The rows as numbers: of the texts that name them, and of what is counted.
pub(super) struct Rows<'a> {
    facts: &'a [Facts<'a>],
    /// The columns that name a row.
    pub(super) keys: Vec<usize>,
    /// By the place of a column, the number of each row's text.
    ids: BTreeMap<usize, Vec<u32>>,
    /// For each column of counts each row's number, in millionths.
    numbers: Vec<Vec<Option<i64>>>,
    /// What every count is a multiple of, where it is one.
    unit: i128,
}

impl<'a> Rows<'a> {
    /// The rows of a table of counts; `None` where nothing is counted.
    pub(super) fn of(columns: &[ColumnFinding], facts: &'a [Facts<'a>]) -> Option<Self> {
        let keys: Vec<usize> = (0..columns.len())
            .filter(|&at| is_key(&columns[at], &facts[at]))
            .collect();
        let counts: Vec<usize> = (0..columns.len())
            .filter(|&at| is_counted(columns[at].role) && facts[at].is_counts())
            .take(MOST_COUNTS)
            .collect();
        if counts.is_empty() || keys.is_empty() {
            return None;
        }
        let number = |text: &&str| match read(text) {
            Content::Number(micro) => Some(micro),
            _ => None,
        };
        let numbers = counts
            .iter()
            .map(|&at| facts[at].rows.iter().map(number).collect());
        Some(Self {
            facts,
            ids: keys.iter().map(|&at| (at, ids(&facts[at].rows))).collect(),
            numbers: numbers.collect(),
            unit: unit(facts, &counts),
            keys,
        })
    }

    /// The texts of a column by their numbers.
    pub(super) fn texts(&self, at: usize) -> Vec<&'a str> {
        let mut texts = Vec::new();
        for (id, text) in self.ids[&at].iter().zip(&self.facts[at].rows) {
            if *id as usize == texts.len() {
                texts.push(*text);
            }
        }
        texts
    }

    /// Whether every text of one column stands with one text of the other alone.
    pub(super) fn tells(&self, one: usize, other: usize) -> bool {
        let mut told: HashMap<u32, u32> = HashMap::new();
        let mut both = self.ids[&one].iter().zip(&self.ids[&other]);
        both.all(|(text, with)| *told.entry(*text).or_insert(*with) == *with)
    }

    /// For each stratum and column of counts the sums by the text at `by`, of the texts that are taken. Strata are
    /// parted by the columns `apart`.
    pub(super) fn part(
        &self,
        by: usize,
        apart: &[usize],
        takes: impl Fn(u32) -> bool,
    ) -> Vec<Vec<Part>> {
        let texts = &self.ids[&by];
        let mut strata = vec![0; texts.len()];
        for at in apart.iter().filter(|&&at| at != by) {
            let mut known: HashMap<(u32, u32), u32> = HashMap::new();
            for (stratum, text) in strata.iter_mut().zip(&self.ids[at]) {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                *stratum = *known.entry((*stratum, *text)).or_insert(next);
            }
        }
        let mut rows: Vec<usize> = (0..texts.len()).filter(|&row| takes(texts[row])).collect();
        rows.sort_by_key(|&row| (strata[row], texts[row]));
        let mut parted = Vec::new();
        for rows in rows.chunk_by(|one, other| strata[*one] == strata[*other]) {
            for numbers in &self.numbers {
                let parts = rows.chunk_by(|one, other| texts[*one] == texts[*other]);
                let part = |rows: &[usize]| {
                    let mut part = Part {
                        text: texts[rows[0]],
                        ..Part::default()
                    };
                    for number in rows.iter().map(|&row| numbers[row]) {
                        part.sum += i128::from(number.unwrap_or_default());
                        part.numbers += u32::from(number.is_some());
                        part.missing += u32::from(number.is_none());
                    }
                    part
                };
                parted.push(parts.map(part).collect());
            }
        }
        parted
    }

    /// How far a sum of so many rounded counts may lie from its own rounded count: nothing, unless every number is
    /// a multiple of 5 or of 7.
    pub(super) fn slack(&self, parts: u32) -> i128 {
        i128::from(MICRO) * self.unit * (i128::from(parts) + 1) / 2
    }
}

/// What every count is a multiple of, where that is 5 or 7; else nothing.
fn unit(facts: &[Facts], counts: &[usize]) -> i128 {
    let sum = |of: fn(&Facts) -> usize| -> usize { counts.iter().map(|&at| of(&facts[at])).sum() };
    let numbers = sum(|facts| facts.numbers);
    match numbers {
        0 => 0,
        _ if sum(|facts| facts.fives) == numbers => 5,
        _ if sum(|facts| facts.sevens) == numbers => 7,
        _ => 0,
    }
}

const fn is_counted(role: Role) -> bool {
    matches!(role, Role::Numerator | Role::Denominator | Role::Count)
}

/// Groups, places, periods, and other words that repeat.
fn is_key(column: &ColumnFinding, facts: &Facts) -> bool {
    match column.role {
        Role::Dimension | Role::Group | Role::Breakdown | Role::Period | Role::Organisation => true,
        Role::SetAside | Role::Band => facts.numbers == 0 && facts.texts.len() * 2 <= facts.filled,
        _ => false,
    }
}

/// The number of each row's text, by first appearance.
fn ids(rows: &[&str]) -> Vec<u32> {
    let mut known: HashMap<&str, u32> = HashMap::new();
    rows.iter()
        .map(|text| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry(text).or_insert(next)
        })
        .collect()
}
