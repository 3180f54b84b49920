//! The judgement on each column: role, scheme, why, and how sure.

use super::amounts;
use super::answers;
use super::beside;
use super::contents as told;
use super::examples::{examples, texts};
use super::facts::Facts;
use super::items;
use super::known;
use super::levels;
use super::rules::{self, Rule};
use super::totals;
use crate::core::plan::Role;
use crate::ingest::identifiers;
use crate::ingest::outline::ColumnFinding;
use crate::nhs::waits;

/// More groups than this are not shown as a way to divide people.
const MOST_GROUPS: usize = 500;

/// What each column is for.
///
/// `goes_on` says whether the sheet has rows after those that the facts are of.
pub fn find(facts: &[Facts], goes_on: bool) -> Vec<ColumnFinding> {
    let column = |facts| ColumnFinding {
        goes_on,
        ..column(facts)
    };
    let mut columns: Vec<ColumnFinding> = facts.iter().map(column).collect();
    beside::settle(&mut columns, facts);
    known::settle(&mut columns, facts);
    items::settle(&mut columns, facts);
    totals::settle(&mut columns, facts);
    levels::settle(&mut columns, facts);
    columns
}

struct Verdict {
    role: Role,
    scheme: Option<&'static str>,
    why: String,
    confidence: f64,
}

fn verdict(role: Role, why: impl Into<String>, confidence: f64) -> Verdict {
    Verdict {
        role,
        scheme: None,
        why: why.into(),
        confidence,
    }
}

fn divides(scheme: &'static str, why: impl Into<String>, confidence: f64) -> Verdict {
    Verdict {
        role: Role::Dimension,
        scheme: Some(scheme),
        why: why.into(),
        confidence,
    }
}

fn column(facts: &Facts) -> ColumnFinding {
    let verdict = judge(facts);
    let examples = if verdict.role == Role::Identifier {
        Vec::new()
    } else {
        examples(facts)
    };
    ColumnFinding {
        name: facts.name.to_owned(),
        role: verdict.role,
        scheme: verdict.scheme.map(str::to_owned),
        why: verdict.why,
        confidence: verdict.confidence,
        examples,
        texts: texts(facts, verdict.role),
        goes_on: false,
    }
}

fn judge(facts: &Facts) -> Verdict {
    if let Some(kind) = identifier(facts) {
        return kind;
    }
    if facts.filled == 0 {
        return verdict(
            Role::SetAside,
            "the column is empty in the rows looked at",
            1.0,
        );
    }
    if amounts::is_serial(facts) {
        return verdict(Role::SetAside, "the column numbers the rows", 0.95);
    }
    if facts.percents > 0 || facts.name.contains('%') {
        return share(facts);
    }
    if let Some(band) = waits::band(facts.name).filter(|_| facts.is_counts()) {
        let sure = if matches!(band, waits::Band::Total | waits::Band::TotalAll) {
            0.85
        } else {
            0.97
        };
        return verdict(
            Role::Count,
            "the name is a waiting band and the values are counts",
            sure,
        );
    }
    if names_organisations(facts) {
        return verdict(
            Role::Organisation,
            "the values are names of organisations",
            0.85,
        );
    }
    if facts.numbers == 0 && facts.texts.len() >= 3 && told::is_waiting_bands(facts) {
        return verdict(Role::Band, "the values are waiting bands", 0.9);
    }
    if let Some(days) = told::spelt_waits(facts) {
        let role = if days {
            Role::DaysWaited
        } else {
            Role::WeeksWaited
        };
        return verdict(
            role,
            "the name says a wait and the values are weeks or days in words",
            0.9,
        );
    }
    match rules::by_name(facts) {
        Some(rule) => by_rule(facts, rule),
        None => by_contents(facts),
    }
}

fn identifier(facts: &Facts) -> Option<Verdict> {
    let by_contents = identifiers::by_contents(&facts.cells);
    let by_key = is_key(facts).then_some("numbers that stand for a person or record");
    let by_name = identifiers::by_name(facts.name)
        .filter(|_| !names_organisations(facts) && !counts_identifiers(facts))
        .or(by_key);
    let (kind, why) = match (by_name, by_contents) {
        (_, Some(kind)) => (kind, "the values are"),
        (Some(kind), None) => (kind, "the name says"),
        (None, None) => return None,
    };
    Some(verdict(
        Role::Identifier,
        format!("{why} {kind}; the column is dropped at reading"),
        1.0,
    ))
}

/// Whether a column holds how many there are of an identifier, as a pivot table has it: "Count of NHS Number".
fn counts_identifiers(facts: &Facts) -> bool {
    ["count of ", "distinct count of ", "number of "]
        .iter()
        .any(|start| facts.said.starts_with(start))
        && facts.is_counts()
        && facts.within(0, 99_999_999)
}

/// Whether a column called "Name" holds the names of organisations.
fn names_organisations(facts: &Facts) -> bool {
    const WORDS: [&str; 11] = [
        "NHS", "TRUST", "ENGLAND", "ICB", "HOSPITAL", "SURGERY", "PRACTICE", "COUNCIL", "LONDON",
        "REGION", "CENTRE",
    ];
    facts.said == "name"
        && facts.share(|text| {
            let upper = text.to_uppercase();
            WORDS.iter().any(|word| upper.contains(word))
        }) >= 0.5
}

/// Whether a column's name ends in a word for a key, and nearly every value is different.
fn is_key(facts: &Facts) -> bool {
    let last = facts.said.rsplit(' ').next().unwrap_or_default();
    let of_groups = [
        "area",
        "org",
        "organisation",
        "site",
        "indicator",
        "age",
        "sex",
        "category",
        "practice",
    ];
    matches!(
        last,
        "id" | "identifier" | "key" | "ref" | "reference" | "uid"
    ) && !of_groups.iter().any(|word| facts.has_word(word))
        && facts.filled >= 10
        && facts.texts.len() * 10 >= facts.filled * 9
}

/// Shares that a file works out itself are checked against, never used beside its counts.
fn share(facts: &Facts) -> Verdict {
    match rules::by_name(facts) {
        Some(Rule {
            role: role @ (Role::Value | Role::Lower | Role::Upper | Role::StandardError),
            ..
        }) => verdict(role, "the name says so and the values are shares", 0.85),
        // "Decile (1 is the most deprived 10%)" is no share.
        Some(rule) if rule.role == Role::Dimension && facts.percents == 0 => by_rule(facts, rule),
        _ => verdict(
            Role::SetAside,
            "a share that the file worked out itself",
            0.9,
        ),
    }
}

/// What the name says, checked against the contents.
fn by_rule(facts: &Facts, rule: Rule) -> Verdict {
    let says = format!("the name says {}", rule.says);
    match rule.role {
        Role::WeeksWaited | Role::DaysWaited if facts.is_mostly_numeric() => {
            verdict(rule.role, says + " and the values are numbers", 0.97)
        }
        Role::Numerator | Role::Denominator
            if facts.is_numeric() && told::is_flag(facts) && facts.filled > 5 =>
        {
            flag(facts)
        }
        Role::Numerator
        | Role::Denominator
        | Role::Value
        | Role::Lower
        | Role::Upper
        | Role::StandardError => {
            if facts.is_mostly_numeric() {
                verdict(rule.role, says + " and the values are numbers", 0.92)
            } else if facts.numbers > 0 && facts.numbers * 2 > facts.filled {
                verdict(
                    rule.role,
                    says + ", though some values are not numbers",
                    0.7,
                )
            } else {
                by_contents(facts)
            }
        }
        Role::Dimension => dimension(facts, rule, says),
        Role::Group if facts.is_numeric() && facts.texts.len() > 20 => by_contents(facts),
        Role::Breakdown | Role::Group | Role::Band | Role::Organisation | Role::Period => {
            verdict(rule.role, says, 0.9)
        }
        Role::SetAside => verdict(Role::SetAside, says, 0.9),
        _ => by_contents(facts),
    }
}

fn dimension(facts: &Facts, rule: Rule, says: String) -> Verdict {
    let scheme = rule.scheme.unwrap_or("plain");
    if scheme == "imd-vigintile" && facts.is_numeric() && facts.within(-1, 20) {
        return divides(scheme, says + " in twentieths and the values fit", 0.95);
    }
    if scheme.starts_with("imd") {
        return match told::deprivation_scheme(facts) {
            Some(found) if found == scheme => divides(found, says + " and the values fit", 0.97),
            Some(found) if scheme == "imd-fifth" && found == "imd-decile" => {
                divides("imd-decile", says + ", but the values run past 5", 0.75)
            }
            Some("imd-fifth") if scheme == "imd-decile" && !facts.said.contains("decile") => {
                divides("imd-fifth", says + " and the values run from 1 to 5", 0.85)
            }
            Some("imd-fifth") => divides("imd-decile", says + " (values up to 5 were seen)", 0.9),
            Some(found) => divides(found, says + " and the values are ranks", 0.85),
            None if facts.is_numeric() => verdict(
                Role::SetAside,
                "the name says deprivation, but the values are neither deciles, fifths nor ranks",
                0.8,
            ),
            None => divides(scheme, says + ", but the values are not recognised", 0.5),
        };
    }
    let fits = match scheme {
        "ethnicity" => {
            told::is_ethnicity(facts)
                || told::is_ethnic_codes(facts)
                || crate::nhs::ethnicity::text::is_legacy(&facts.texts)
        }
        "sex" => {
            facts.share(|text| {
                crate::nhs::sex::is_telling(text)
                    || text.len() <= 2
                    || crate::nhs::words::status(text).is_some()
            }) > 0.6
        }
        "age" => {
            told::is_age_bands(facts)
                || facts.is_numeric() && facts.within(-1, 150)
                || facts.texts.len() == 1
        }
        _ => true,
    };
    if scheme == "plain" && facts.texts.len() > MOST_GROUPS {
        return verdict(
            Role::SetAside,
            says + ", but there are too many different values",
            0.8,
        );
    }
    if scheme == "age" && !fits && told::is_period(facts) {
        return verdict(Role::Period, "the values are dates", 0.85);
    }
    if fits {
        divides(scheme, says + " and the values fit", 0.95)
    } else {
        divides(scheme, says + ", but some values are not recognised", 0.7)
    }
}

fn flag(facts: &Facts) -> Verdict {
    match answers::is_outcome(facts) {
        Some(true) => verdict(
            Role::YesNo,
            "the values are yes and no, and the name is that of an outcome",
            0.88,
        ),
        Some(false) => divides(
            "plain",
            "the values are yes and no, and the name is that of a group of people",
            0.88,
        ),
        None => verdict(
            Role::YesNo,
            "the values are yes and no; it may be an outcome or mark a group",
            0.6,
        ),
    }
}

/// A column whose name says nothing.
fn by_contents(facts: &Facts) -> Verdict {
    if told::is_ethnicity(facts) {
        divides("ethnicity", "the values are ethnic groups", 0.9)
    } else if told::is_sex(facts) && !told::is_flag(facts) {
        divides("sex", "the values are male and female", 0.9)
    } else if told::says_deprived(facts) && told::deprivation_scheme(facts).is_some() {
        let scheme = told::deprivation_scheme(facts).unwrap_or("imd-decile");
        divides(scheme, "the values speak of deprivation", 0.9)
    } else if told::is_age_bands(facts) && !facts.is_numeric() {
        divides("age", "the values are age bands", 0.9)
    } else if told::is_flag(facts) {
        flag(facts)
    } else if told::is_organisation_codes(facts) && facts.filled >= 2 {
        verdict(
            Role::Organisation,
            "the values are codes of organisations or areas",
            0.85,
        )
    } else if told::is_period(facts) {
        verdict(Role::Period, "the values are dates or periods", 0.85)
    } else if amounts::is_year_of_birth(facts) {
        verdict(Role::SetAside, "a year of birth, which has no mean", 0.9)
    } else if amounts::may_be_codes(facts) {
        if facts.texts.len() > 30 {
            return verdict(Role::SetAside, "the values are codes", 0.6);
        }
        let why = "the values may be codes of groups; the name does not say an amount";
        divides("plain", why, 0.6)
    } else if facts.is_mostly_numeric() {
        verdict(
            Role::Number,
            "the values are numbers; the name does not say of what",
            0.5,
        )
    } else if facts.texts.len() >= 2
        && facts.texts.len() <= 30
        && facts.texts.len() * 3 <= facts.filled * 2
    {
        divides("plain", "a few different texts that may name groups", 0.6)
    } else {
        verdict(Role::SetAside, "nothing here is known to the app", 0.6)
    }
}
