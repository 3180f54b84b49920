//! Which column of the data a lookup knows the codes of, and what the data gains by it.

use std::collections::HashSet;

use super::{Held, Lookup, Through, is_held, normal};
use crate::core::plan::{Join, Role};
use crate::ingest::outline::ColumnFinding;
use crate::ingest::roles::facts::{Facts, said};
use crate::nhs::deprivation::is_domain;

/// A lookup must know at least one in so many of the different codes of a column.
const ONE_IN: usize = 2;
/// And at least so many of them.
const FEWEST: usize = 2;
/// How many unknown codes are named.
const NAMED: usize = 3;

/// A column that the data gains.
#[derive(Debug)]
pub struct Gained {
    /// How it is joined.
    pub join: Join,
    /// The place in the data of the column that is looked up.
    pub at: usize,
    /// What the codes are.
    pub through: Through,
    /// What was found of the column in its own file.
    pub finding: ColumnFinding,
}

/// Every column that the data gains from these lookups, and what there is to say of each lookup.
pub fn joins(lookups: &[&Lookup], data: &[Facts<'_>]) -> (Vec<Gained>, Vec<String>) {
    let (mut gained, mut notes): (Vec<Gained>, Vec<String>) = (Vec::new(), Vec::new());
    for lookup in lookups {
        let Some((at, key)) = best(lookup, data) else {
            notes.push(format!(
                "\u{201c}{}\u{201d} is not used: none of its columns holds the codes of a column here.",
                lookup.file
            ));
            continue;
        };
        let before = gained.len();
        let divides = |held: &&Held| held.finding.role == Role::Dimension && is_taken(held, key);
        let mut dividing = lookup.columns.iter().filter(divides);
        let plain = dividing.any(|held| !is_second(held));
        for held in &lookup.columns {
            let name = &held.finding.name;
            let known = data
                .iter()
                .map(|facts| facts.name)
                .chain(gained.iter().map(|other| other.join.name.as_str()))
                .any(|other| other.trim().eq_ignore_ascii_case(name.trim()));
            if known || !is_taken(held, key) || plain && is_second(held) {
                continue;
            }
            if let Some(through) = lookup.through(&key.finding.name, name) {
                let join = Join {
                    name: name.clone(),
                    column: data[at].name.to_owned(),
                    file: lookup.file.clone(),
                    sheet: lookup.sheet.clone(),
                    key: key.finding.name.clone(),
                    take: name.clone(),
                };
                gained.push(Gained {
                    join,
                    at,
                    through,
                    finding: held.finding.clone(),
                });
            }
        }
        notes.push(match &gained[before..] {
            [] => format!(
                "\u{201c}{}\u{201d} is not used: it says nothing of the codes of \u{201c}{}\u{201d} that is not here \
                 already.",
                lookup.file, data[at].name
            ),
            some => found(&lookup.file, some, &data[at]),
        });
    }
    (gained, notes)
}

/// Whether a column says something of the codes: a group or a place, of which there are fewer than codes.
fn is_taken(held: &Held, key: &Held) -> bool {
    is_held(&held.finding)
        && held.finding.name != key.finding.name
        && (held.finding.role == Role::Dimension || held.texts.len() < key.texts.len())
}

/// Whether a column is the lesser of two that divide people: a rank of areas must be cut first, and one domain of
/// deprivation is not the index.
fn is_second(held: &Held) -> bool {
    let said = said(&held.finding.name);
    let cut = said
        .split(' ')
        .any(|word| word == "rank" || word == "score");
    held.finding.role == Role::Dimension && (cut || is_domain(&said))
}

/// The column of the data and the column of the lookup that share most codes.
fn best<'a>(lookup: &'a Lookup, data: &[Facts<'_>]) -> Option<(usize, &'a Held)> {
    let mut best: Option<(usize, &Held)> = None;
    let mut most = (0, false);
    for held in &lookup.columns {
        let codes: HashSet<String> = held.texts.iter().map(|text| normal(text)).collect();
        for (at, facts) in data.iter().enumerate() {
            let alike = facts
                .name
                .trim()
                .eq_ignore_ascii_case(held.finding.name.trim());
            let texts = facts.texts.iter();
            let share = match texts.filter(|text| codes.contains(&normal(text))).count() {
                found if found < FEWEST.min(facts.texts.len()) || found == 0 => continue,
                found if found * ONE_IN < facts.texts.len() => continue,
                found => found * 1_000 / facts.texts.len(),
            };
            // Numbers from 1 up are codes of anything; only a name tells that they are of the same.
            if !alike && !facts.texts.iter().any(|text| is_code(text)) {
                continue;
            }
            // What divides the lookup's own rows into a few groups is no code of them.
            if held.texts.len() * 4 < held.rows.len() {
                continue;
            }
            if (share, alike) > most {
                most = (share, alike);
                best = Some((at, held));
            }
        }
    }
    best
}

/// Whether a text is a code or a name, and no number.
fn is_code(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// What the look found: of how many codes in a hundred, and some that are not known. Codes are raw data: this is
/// said where columns are checked, and nowhere else.
fn found(file: &str, gained: &[Gained], codes: &Facts<'_>) -> String {
    let names: Vec<String> = gained
        .iter()
        .map(|one| format!("\u{201c}{}\u{201d}", one.join.name))
        .collect();
    let through = &gained[0].through;
    let unknown: Vec<&str> = codes
        .texts
        .iter()
        .filter(|code| !through.knows(code))
        .copied()
        .collect();
    let known = (codes.texts.len() - unknown.len()) * 100 / codes.texts.len().max(1);
    let (of, from) = (codes.name, names.join(", "));
    let come = if names.len() == 1 { "comes" } else { "come" };
    let how_many = if unknown.is_empty() {
        "All codes looked at were found".to_owned()
    } else {
        format!(
            "{known}% of the different codes looked at were found; not there: {}{}",
            unknown[..unknown.len().min(NAMED)].join(", "),
            if unknown.len() > NAMED {
                ", \u{2026}"
            } else {
                ""
            }
        )
    };
    format!(
        "{from} {come} from \u{201c}{file}\u{201d}, by the codes in \u{201c}{of}\u{201d}. {how_many}. Rows whose code is not there count as not known."
    )
}
