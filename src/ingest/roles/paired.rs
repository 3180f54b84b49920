//! Two columns of counts side by side, told by the table itself: never more in one than in the other, and
//! no group twice.

use std::collections::{BTreeMap, BTreeSet};

use super::choose;
use super::facts::Facts;
use crate::core::histogram::MICRO;
use crate::core::plan::Role;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::indicators::counts::Sizes;

/// Fewer rows than this do not show by themselves that one count is never above the other.
const ENOUGH_ROWS: usize = 4;

/// How sure the roles are where words of both names fit, and where only the numbers do: the page asks.
const BY_WORDS: f64 = 0.85;
const BY_NUMBERS: f64 = 0.6;

/// What happened to some, and who it could have happened to, by words of the names.
const PAIRS: [(&str, &str); 6] = [
    (
        "attended attendances attenders seen uptake came",
        "invited invitations appointments booked offered waiting referred all",
    ),
    (
        "dna dnas missed cancelled cancellations",
        "appointments appts booked bookings invited attendances all",
    ),
    (
        "seen treated within breached breaches over started",
        "waiting waits list referred referrals pathways all",
    ),
    (
        "offered vaccinated vaccinations screened accepted uptake received taken reviewed checked quit",
        "eligible invited offered due registered all",
    ),
    (
        "positive positives reactive detected",
        "tested tests screened",
    ),
    ("tested tests completed", "eligible offered started invited"),
];

/// The same where a wider count of everyone stands in the table too, and this one is meant.
const NARROW: [(&str, &str); 2] = [
    ("quit quits", "set date"),
    (
        "seen assessed treated started reviewed",
        "need needing needs",
    ),
];

/// A count of some and a count of everyone.
pub(super) struct Pair {
    pub(super) some: usize,
    pub(super) everyone: usize,
    pub(super) why: &'static str,
    pub(super) confidence: f64,
}

/// The pair among these (each never above the other) that the names tell, or else the only one that there is.
pub(super) fn find(facts: &[Facts], pairs: &[(usize, usize)]) -> Option<Pair> {
    let says = |at: usize, list: &str| {
        let mut words = facts[at].said.split(' ');
        words.any(|word| list.split(' ').any(|other| other == word))
    };
    let named = |list: &[(&str, &str)], (some, everyone): (usize, usize)| {
        list.iter()
            .any(|(above, below)| says(some, above) && says(everyone, below))
    };
    let shown = |&(some, everyone): &(usize, usize)| {
        facts[some].filled >= ENOUGH_ROWS
            && facts[some].rows != facts[everyone].rows
            && !choose::are_parts(facts[some].name, facts[everyone].name)
    };
    let pair = |&(some, everyone): &(usize, usize), why, confidence| Pair {
        some,
        everyone,
        why,
        confidence,
    };
    let found = |list: &[(&str, &str)]| pairs.iter().find(|&&pair| named(list, pair));
    if let Some(found) = found(&NARROW).or_else(|| found(&PAIRS)) {
        let why = "the values are counts, never more of some than of all, and the names fit";
        return Some(pair(found, why, BY_WORDS));
    }
    match pairs {
        [one] if shown(one) => {
            let why = "whole numbers, one never above the other, and no group stands there twice";
            Some(pair(one, why, BY_NUMBERS))
        }
        _ => None,
    }
}

/// How the rows lie by their groups, periods and organisations.
struct Sides {
    rows: usize,
    /// For each key the number of each row's text; two that part the rows alike, such as a code and a name, are one.
    of: BTreeSet<Vec<usize>>,
    /// Whether a key says what people are.
    of_people: bool,
}

impl Sides {
    /// `None` where a key is blank in some rows, or says what only one person is.
    fn of(columns: &[ColumnFinding], facts: &[Facts]) -> Option<Self> {
        let keys: Vec<(&ColumnFinding, &Facts)> = columns
            .iter()
            .zip(facts)
            .filter(|(column, _)| is_key(column.role))
            .collect();
        let rows = keys.first().map(|(_, facts)| facts.cells.len())?;
        let astray = |(column, facts): &(&ColumnFinding, &Facts)| {
            facts.cells.len() != rows || are_of_persons(column, facts)
        };
        if rows < 2 || keys.iter().any(astray) {
            return None;
        }
        let of_people = keys.iter().any(|(column, facts)| {
            let scheme = column.scheme.as_deref();
            matches!(scheme, Some("age" | "sex" | "ethnicity")) && facts.texts.len() > 1
        });
        Some(Self {
            rows,
            of: keys.iter().map(|(_, facts)| parting(facts)).collect(),
            of_people,
        })
    }

    /// Whether hardly any place comes twice.
    fn are_distinct(&self) -> bool {
        let seen: BTreeSet<Vec<usize>> = (0..self.rows)
            .map(|row| self.of.iter().map(|side| side[row]).collect())
            .collect();
        seen.len() * 20 >= self.rows * 19
    }
}

/// Whether the rows fill the grid of groups, periods and organisations, hardly any place twice: a table
/// does, and records of people do not.
pub(super) fn is_grid(columns: &[ColumnFinding], facts: &[Facts]) -> bool {
    Sides::of(columns, facts).is_some_and(|sides| {
        let long = |side: &Vec<usize>| side.iter().max().map_or(1, |last| last + 1);
        let places = sides.of.iter().map(long).fold(1, usize::saturating_mul);
        let alone = !sides.of_people && sides.of.iter().any(|side| long(side) == sides.rows);
        (sides.rows * 2 >= places || alone) && sides.are_distinct()
    })
}

/// Whether hardly any place of that grid comes twice, however much of it was looked at.
pub(super) fn is_sparse_grid(columns: &[ColumnFinding], facts: &[Facts]) -> bool {
    Sides::of(columns, facts).is_some_and(|sides| sides.of.len() > 1 && sides.are_distinct())
}

/// Whether a column says of each row what only one person is: an age in years with gaps between the ages,
/// or the rank of a home's area.
pub(super) fn are_of_persons(column: &ColumnFinding, facts: &Facts) -> bool {
    match column.scheme.as_deref() {
        Some("imd-rank") => true,
        Some("age") if facts.is_numeric() => {
            let span = (facts.greatest - facts.least) / MICRO + 1;
            usize::try_from(span).is_ok_and(|span| facts.texts.len() < span)
        }
        _ => false,
    }
}

/// The number of each row's text, by first appearance.
fn parting(facts: &Facts) -> Vec<usize> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let cells = facts.cells.iter().copied();
    cells
        .map(|cell| {
            let next = numbers.len();
            *numbers.entry(cell).or_insert(next)
        })
        .collect()
}

fn is_key(role: Role) -> bool {
    matches!(
        role,
        Role::Dimension | Role::Group | Role::Breakdown | Role::Period | Role::Organisation
    )
}

/// The numbers of two columns side by side; rows where either has none are left out.
fn both<'a>(one: &'a Facts, other: &'a Facts) -> impl Iterator<Item = (i64, i64)> + 'a {
    let cells = one.rows.iter().zip(&other.rows);
    cells.filter_map(|(one, other)| match (read(one), read(other)) {
        (Content::Number(one), Content::Number(other)) => Some((one, other)),
        _ => None,
    })
}

/// Whether one column is never above the other in the rows where both are numbers, most of them.
pub(super) fn never_above(above: &Facts, below: &Facts) -> bool {
    let rows = both(above, below).count();
    rows > 1
        && rows * 2 >= above.filled.max(below.filled)
        && both(above, below).all(|(above, below)| above <= below)
}

/// What the numbers of two columns say of each other; `None` where the first is never less than the second, and
/// more in most rows, as where the two are taken the wrong way round.
pub(super) fn sizes(rows: &[Vec<&str>], numerator: usize, denominator: usize) -> Option<Sizes> {
    let number = |row: &Vec<&str>, at: usize| match row.get(at).map(|cell| read(cell)) {
        Some(Content::Number(micro)) => Some(micro),
        _ => None,
    };
    let pairs: Vec<(i64, i64)> = rows
        .iter()
        .filter_map(|row| number(row, numerator).zip(number(row, denominator)))
        .collect();
    let above = pairs.iter().filter(|(events, people)| events > people);
    let above = above.count();
    let below = pairs.iter().any(|(events, people)| events < people);
    if !below && above > 1 && above * 2 > pairs.len() {
        return None;
    }
    let sum = |of: fn(&(i64, i64)) -> i64| pairs.iter().map(of).map(i128::from).sum::<i128>();
    let (events, people) = (sum(|pair| pair.0), sum(|pair| pair.1));
    Some(Sizes {
        exceeds: above > 0,
        rare: events > 0 && events * 1_000 < people,
    })
}

pub(super) fn turned_round(above: &str, below: &str) -> String {
    format!(
        "In nearly every row \u{201c}{above}\u{201d} is more than \u{201c}{below}\u{201d}, so that it cannot be \
         the number of those with an outcome. Say which column counts the people (denominator) and which \
         those with the outcome (numerator)."
    )
}
