//! What numbers are: amounts of people, statistics of many, codes, keys or years.

use super::answers;
use super::facts::Facts;

/// Whether a column of whole numbers is named as the key of something: `location_id`.
pub(super) fn is_a_key(facts: &Facts) -> bool {
    let last = facts.said.rsplit(' ').next().unwrap_or_default();
    facts.is_counts() && matches!(last, "id" | "ids" | "identifier" | "uid" | "key")
}

/// Whether a column without a name of its own numbers the rows one by one.
pub(super) fn is_serial(facts: &Facts) -> bool {
    const NAMES: &str =
        "row rowid rowno rownumber rowindex index no sno srno sr serial serialno # line lineno x";
    let made = |start: &str| {
        let rest = facts.said.strip_prefix(start);
        rest.is_some_and(|rest| rest.trim().parse::<u32>().is_ok())
    };
    let nameless =
        facts.said.is_empty() || facts.is_named(NAMES) || made("column") || made("unnamed");
    let number = |cell: &&str| cell.parse::<u64>().ok();
    let numbers: Option<Vec<u64>> = facts.rows.iter().map(number).collect();
    nameless
        && numbers.is_some_and(|numbers| {
            numbers.len() > 2
                && numbers[0] <= 1
                && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1])
        })
}

/// Words of names for what was worked out of many, and is nobody's own number.
const STATISTICS: [&str; 9] = [
    "median",
    "mean",
    "average",
    "avg",
    "percentile",
    "centile",
    "quartile",
    "coefficient",
    "p92",
];

/// Whether the name says a statistic of many.
pub(super) fn is_statistic(facts: &Facts) -> bool {
    STATISTICS.iter().any(|word| facts.has_word(word))
}

/// Words of names for amounts that one person may have.
const AMOUNTS: &str = "day days week weeks month months years hour hours minute minutes number no count score length \
 los stay duration age cost amount bmi weight height pressure rate value hba1c egfr cholesterol \
 units visits admissions attendances contacts distance miles income spend price time wait waits dose doses tariff \
 sum total falls inhalers items prescriptions calls referrals episodes spells appointments times";

/// Words of names for codes.
const CODES: &str = "code codes category type status method priority class medium source destination triage acuity \
 stage grade mode reason intent outcome level";

/// Whether a column of whole numbers may be one of codes, which have no mean: they have zeros before them, the
/// name says so, or there are few of them for many rows and the name says no amount.
pub(super) fn may_be_codes(facts: &Facts) -> bool {
    let any = |list: &str| list.split(' ').any(|word| facts.has_word(word));
    let padded = |text: &&&str| text.len() > 1 && text.starts_with('0') && !text.contains('.');
    let few = facts.within(0, 99)
        && (2..=15).contains(&facts.texts.len())
        && facts.filled >= 20
        && facts.texts.len() * 3 <= facts.filled;
    let few = few && !counts_many(facts) && answers::is_outcome(facts) != Some(true);
    let codes = any(CODES) && facts.texts.len() <= 30;
    facts.is_numeric()
        && facts.is_counts()
        && (facts.texts.iter().any(|text| padded(&text)) || !any(AMOUNTS) && (codes || few))
}

/// Whether a column holds years of birth, which have no mean.
pub(super) fn is_year_of_birth(facts: &Facts) -> bool {
    let says = facts.said.contains("birth") || facts.has_word("born") || facts.has_word("yob");
    says && facts.is_counts() && facts.within(1900, 2100)
}

/// Whether the name of a count says whom or what it counts many of: people, or what befell them.
pub(super) fn counts_many(facts: &Facts) -> bool {
    const MANY: &str = "patients people persons residents men women children adults births deaths cases \
        events population total pathways households";
    let counts = facts.said.starts_with("count ") || facts.said.ends_with(" count");
    counts || MANY.split(' ').any(|word| facts.has_word(word))
}
