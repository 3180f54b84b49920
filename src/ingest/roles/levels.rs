//! Levels of organisation in one table: regions and the boards that make them up, never added to each other.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::strata::Rows;
use crate::core::plan::Role;
use crate::ingest::outline::ColumnFinding;
use crate::nhs::organisation;

/// Fewer counts than this agree by chance.
const ENOUGH: u32 = 4;
/// A column of more texts than this does not say the level.
const MOST_LEVELS: usize = 8;

/// The rows of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The column whose texts tell the level, or the places themselves.
    pub at: usize,
    /// The texts of the level to keep.
    pub texts: Vec<String>,
    /// Whether the sums of all levels agree; else only the words or codes tell.
    pub sure: bool,
}

/// Levels by the texts of a column, or by the codes of the places: the level of each text, by its number.
struct Told {
    at: usize,
    of: Vec<Kind>,
}

/// A level: its place in the hierarchy where it is known, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    rank: Option<u8>,
    name: String,
}

/// The level to keep, where a table of counts holds several.
pub fn find(columns: &[ColumnFinding], facts: &[Facts]) -> Option<Level> {
    let rows = Rows::of(columns, facts)?;
    let places: Vec<usize> = (0..columns.len())
        .filter(|&at| columns[at].role == Role::Organisation && !facts[at].many)
        .collect();
    let level = rows.keys.iter().copied().filter(|&at| {
        organisation::is_level(facts[at].name)
            && (2..=MOST_LEVELS).contains(&facts[at].texts.len())
            && places
                .iter()
                .any(|&place| place != at && rows.tells(place, at))
    });
    let by_column = level.map(|at| Told {
        at,
        of: rows.texts(at).into_iter().map(by_name).collect(),
    });
    let by_code = places.iter().filter_map(|&at| {
        let of: Option<Vec<Kind>> = rows.texts(at).into_iter().map(by_code).collect();
        Some(Told { at, of: of? })
    });
    let told: Vec<Told> = by_column.chain(by_code).collect();
    let found = told.iter().find_map(|told| of(told, &rows));
    // Hospitals and trusts stand side by side: what places are called tells levels only where their sums agree.
    found.or_else(|| {
        let by_place = places.iter().map(|&at| Told {
            at,
            of: rows.texts(at).into_iter().map(by_place_name).collect(),
        });
        // A country is no level but the whole.
        by_place
            .filter(|told| told.of.iter().all(|kind| kind.rank != Some(0)))
            .find_map(|told| of(&told, &rows).filter(|level| level.sure))
    })
}

/// Asks where words or codes alone tell levels apart.
pub(super) fn settle(columns: &mut [ColumnFinding], facts: &[Facts]) {
    if let Some(level) = find(columns, facts).filter(|level| !level.sure) {
        let column = &mut columns[level.at];
        column.confidence = column.confidence.min(0.7);
        column.why = format!(
            "the rows seem to be of several levels of organisation; only those of \u{201c}{}\u{201d} are used, for \
             the same people must not count twice",
            level.texts.join("\u{201d}, \u{201c}")
        );
    }
}

fn of(told: &Told, rows: &Rows) -> Option<Level> {
    let mut kinds: Vec<&Kind> = told.of.iter().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < 2 {
        return None;
    }
    // What tells the level, and what the level tells, part no strata.
    let keys = rows.keys.iter().copied();
    let apart: Vec<usize> = keys
        .filter(|&at| !rows.tells(at, told.at) && !rows.tells(told.at, at))
        .collect();
    let (mut agree, mut numbers) = (true, 0);
    for parts in rows.part(told.at, &apart, |_| true) {
        let mut by_kind: BTreeMap<&Kind, (i128, u32, u32)> = BTreeMap::new();
        for part in &parts {
            let entry = by_kind.entry(&told.of[part.text as usize]).or_default();
            entry.0 += part.sum;
            entry.1 += part.missing;
            entry.2 += part.numbers;
        }
        let whole: Vec<_> = by_kind
            .values()
            .filter(|(_, missing, _)| *missing == 0)
            .collect();
        if let [first, rest @ ..] = &whole[..]
            && !rest.is_empty()
        {
            let parts: u32 = whole.iter().map(|entry| entry.2).sum();
            numbers += parts;
            let slack = rows.slack(parts);
            agree &= rest.iter().all(|entry| (entry.0 - first.0).abs() <= slack);
        }
    }
    let sure = agree && numbers >= ENOUGH;
    let mut ranks: Vec<u8> = kinds.iter().filter_map(|kind| kind.rank).collect();
    ranks.dedup();
    if !sure && ranks.len() < 2 {
        return None;
    }
    // The highest level has the fewest hidden counts.
    let known = kinds.iter().filter(|kind| sure || kind.rank.is_some());
    let kept = known.min_by_key(|kind| kind.rank.unwrap_or(u8::MAX))?;
    let texts = rows.texts(told.at).into_iter().zip(&told.of);
    Some(Level {
        at: told.at,
        texts: texts
            .filter(|(_, kind)| kind == kept)
            .map(|(text, _)| text.to_owned())
            .collect(),
        sure,
    })
}

/// The level that words name.
fn by_name(text: &str) -> Kind {
    Kind {
        rank: organisation::level_by_name(text),
        name: text.to_owned(),
    }
}

/// The level that a place's own name tells: "North East region".
fn by_place_name(text: &str) -> Kind {
    Kind {
        rank: organisation::level_by_name(text),
        name: String::new(),
    }
}

/// The level that the form of a code tells.
fn by_code(text: &str) -> Option<Kind> {
    let rank = organisation::level_by_code(text)?;
    Some(Kind {
        rank: Some(rank),
        name: rank.to_string(),
    })
}
