//! Long tables: a column that says of each row what is counted there. Items are never added to each other; one that
//! counts everyone is set under the others.

use std::collections::BTreeMap;

use super::facts::Facts;
use crate::core::plan::Role;
use crate::ingest::cell::{Content, read};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::{waits, words};

/// Names of columns that say what is counted.
const NAMES: &str = "item items question indicator indicatorname measure measurename metric metricname vaccine \
 vaccination antigen dataitem variable statistic countof counttype measuretype element dataelement measurement \
 currency valuetype statistictype countname activity check checks careprocess indicatorpart part count type";

/// Words of items that count everyone who could be among the others.
const EVERYONE: &str = "denominator register registered population eligible cohort list invited total referrals due \
 expected base deliveries everyone all listsize";

/// More items than this are no list to choose from.
const MOST: usize = 60;

/// A numerator and a denominator that stand in rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The item that counts some.
    pub some: String,
    /// The item that counts everyone.
    pub everyone: String,
}

/// Whether a column says what is counted: by its name, or because it tells numerators and denominators apart.
fn is_of_items(column: &ColumnFinding, facts: &Facts) -> bool {
    let free = matches!(
        column.role,
        Role::SetAside | Role::Breakdown | Role::Group | Role::Band
    ) || column.role == Role::Dimension && column.scheme.as_deref() == Some("plain");
    free && facts.numbers * 4 < facts.filled
        && !facts.many
        && (2..=MOST).contains(&facts.texts.len())
        && facts.texts.len() < facts.filled
        && !facts.texts.iter().any(|text| waits::band(text).is_some())
        && (facts.is_named(NAMES) || tells_parts(facts))
}

/// Whether the texts say numerator and denominator.
fn tells_parts(facts: &Facts) -> bool {
    let has = |word: &str| {
        let mut texts = facts.texts.iter();
        texts.any(|text| words::plain(text).split(' ').any(|other| other == word))
    };
    has("numerator") && has("denominator")
}

/// Gives the columns of a long table their roles.
pub(super) fn settle(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let count = |columns: &[ColumnFinding], role: Role| {
        (0..columns.len())
            .filter(|&at| columns[at].role == role)
            .collect::<Vec<usize>>()
    };
    let records = [
        Role::WeeksWaited,
        Role::DaysWaited,
        Role::YesNo,
        Role::Band,
        Role::Identifier,
    ];
    if records.iter().any(|role| !count(columns, *role).is_empty()) {
        return;
    }
    let parts = (0..columns.len()).find(|&at| tells_parts(&facts[at]));
    let grouped = columns.iter().any(|column| column.role == Role::Group);
    let named = (0..columns.len()).find(|&at| {
        let apart = !matches!(columns[at].role, Role::Group | Role::Breakdown) || !grouped;
        apart && is_of_items(&columns[at], &facts[at])
    });
    counts_in_values(columns, facts);
    let Some(at) = parts
        .filter(|&at| is_of_items(&columns[at], &facts[at]))
        .or(named)
    else {
        return;
    };
    let fraction = !count(columns, Role::Numerator).is_empty()
        && !count(columns, Role::Denominator).is_empty();
    if fraction {
        give(
            &mut columns[at],
            Role::SetAside,
            "it says what each row counts: one is used at a time",
            0.85,
        );
        return;
    }
    let amounts: Vec<usize> = (0..columns.len())
        .filter(|&at| {
            matches!(
                columns[at].role,
                Role::Number | Role::Value | Role::Numerator | Role::Denominator | Role::Count
            ) && facts[at].is_mostly_numeric()
        })
        .collect();
    let [amount] = amounts[..] else {
        return;
    };
    if pairs(
        &facts[at],
        &facts[amount],
        &keys(columns, facts, at, amount),
    )
    .is_empty()
    {
        return;
    }
    give(
        &mut columns[at],
        Role::Band,
        "it says what each row counts, and one item counts everyone",
        0.85,
    );
    give(
        &mut columns[amount],
        Role::Count,
        "another column says what is counted",
        0.85,
    );
}

/// "Value" may be a count of people: another column says so, or the groups of every breakdown add up to the same.
fn counts_in_values(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let roles: Vec<Role> = columns.iter().map(|column| column.role).collect();
    let roles = &roles;
    let of = |role: Role| (0..roles.len()).filter(move |&at| roles[at] == role);
    let beside = [
        Role::Lower,
        Role::Upper,
        Role::StandardError,
        Role::Numerator,
        Role::Denominator,
        Role::Count,
    ];
    let values: Vec<usize> = of(Role::Value).collect();
    let [value] = values[..] else {
        return;
    };
    let bare = facts[value].is_named("value metricvalue measurevalue indicatorvalue amount");
    if !bare
        || !facts[value].is_counts()
        || beside.into_iter().any(|role| of(role).next().is_some())
    {
        return;
    }
    let says = |facts: &Facts| {
        facts.is_named("countof counttype typeofcount counted countname")
            || facts.texts.len() == 1
                && ["count of ", "number of "]
                    .iter()
                    .any(|start| words::plain(facts.texts[0]).starts_with(start))
    };
    let agree = || {
        let (Some(breakdown), Some(group)) = (of(Role::Breakdown).next(), of(Role::Group).next())
        else {
            return false;
        };
        let mut keys = keys(columns, facts, breakdown, value);
        keys.retain(|key| key.name != facts[group].name);
        let sums = counted(&facts[breakdown], &facts[value], &keys);
        let mut several = sums.values().filter(|sums| sums.len() > 1).peekable();
        several.peek().is_some()
            && several.all(|sums| {
                let mut sums = sums.values();
                let first = sums.next();
                sums.all(|sum| Some(sum) == first)
            })
    };
    if facts.iter().any(says) || agree() {
        give(
            &mut columns[value],
            Role::Numerator,
            "the values are counts of people",
            0.85,
        );
    }
}

/// The columns that name a row beside its item.
fn keys<'a>(
    columns: &[ColumnFinding],
    facts: &'a [Facts<'a>],
    item: usize,
    amount: usize,
) -> Vec<&'a Facts<'a>> {
    (0..columns.len())
        .filter(|&at| at != item && at != amount && columns[at].role != Role::Identifier)
        .filter(|&at| {
            facts[at].numbers == 0 || matches!(columns[at].role, Role::Dimension | Role::Period)
        })
        .map(|at| &facts[at])
        .collect()
}

/// Every item that counts some of those whom another counts: by their words where these say numerator and
/// denominator, else the one item that counts everyone by its word and is nowhere below another.
pub fn pairs(items: &Facts, amounts: &Facts, keys: &[&Facts]) -> Vec<Pair> {
    let counted = counted(items, amounts, keys);
    let never_above = |some: &str, everyone: &str| {
        let mut both = counted
            .values()
            .filter_map(|row| Some((row.get(some)?, row.get(everyone)?)))
            .peekable();
        counted.is_empty() || both.peek().is_some() && both.all(|(some, everyone)| some <= everyone)
    };
    let pair = |some: &str, everyone: &str| Pair {
        some: some.to_owned(),
        everyone: everyone.to_owned(),
    };
    let said = |text: &&str, word: &str| {
        let plain = words::plain(text);
        let rest: Vec<&str> = plain.split(' ').filter(|other| *other != word).collect();
        (rest.len() < plain.split(' ').count()).then(|| rest.join(" "))
    };
    let parts: Vec<Pair> = items
        .texts
        .iter()
        .filter_map(|some| {
            let about = said(some, "numerator")?;
            let mut others = items.texts.iter();
            let everyone =
                others.find(|text| said(text, "denominator").as_ref() == Some(&about))?;
            Some(pair(some, everyone))
        })
        .collect();
    if !parts.is_empty() {
        return parts;
    }
    let of_everyone = |text: &&&str| {
        let plain = words::plain(text);
        let mut said = plain.split(' ');
        said.any(|word| EVERYONE.split(' ').any(|one| one == word))
    };
    let everyone: Vec<&&str> = items
        .texts
        .iter()
        .filter(of_everyone)
        .filter(|one| items.texts.iter().all(|other| never_above(other, one)))
        .collect();
    let [everyone] = everyone[..] else {
        return Vec::new();
    };
    let others = items.texts.iter().filter(|text| *text != everyone);
    others.map(|some| pair(some, everyone)).collect()
}

/// The amounts by item, for each combination of the other columns.
fn counted<'a>(
    items: &Facts<'a>,
    amounts: &Facts<'a>,
    keys: &[&Facts<'a>],
) -> BTreeMap<Vec<&'a str>, BTreeMap<&'a str, i64>> {
    let mut counted: BTreeMap<Vec<&str>, BTreeMap<&str, i64>> = BTreeMap::new();
    for (row, (item, amount)) in items.rows.iter().zip(&amounts.rows).enumerate() {
        if let Content::Number(micro) = read(amount) {
            let key = keys.iter().map(|facts| facts.rows[row]).collect();
            *counted.entry(key).or_default().entry(item).or_default() += micro;
        }
    }
    counted
}

fn give(column: &mut ColumnFinding, role: Role, why: &str, confidence: f64) {
    column.role = role;
    column.scheme = None;
    why.clone_into(&mut column.why);
    column.confidence = confidence;
}
