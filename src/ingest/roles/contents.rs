//! What the contents of a column say by themselves.

use super::facts::Facts;
use crate::ingest::cell::{Content, read, yes_or_no};
use crate::nhs::{age, deprivation, ethnicity, organisation, period, sex, waits, words};

/// Whether every filled cell is a yes or a no.
pub fn is_flag(facts: &Facts) -> bool {
    let known = facts
        .texts
        .iter()
        .filter(|text| words::status(text).is_none());
    let (mut flags, mut others, mut yes) = (0, 0, false);
    for text in known {
        match yes_or_no(text) {
            Some(answer) => {
                flags += 1;
                yes |= answer;
            }
            None => others += 1,
        }
    }
    flags > 0 && others == 0 && (yes || flags == 1)
}

/// Whether the texts are labels of ethnic groups.
pub fn is_ethnicity(facts: &Facts) -> bool {
    let known = |text: &str| words::status(text).is_none();
    let total = facts.texts.iter().filter(|text| known(text)).count();
    let telling = facts
        .texts
        .iter()
        .filter(|text| ethnicity::text::is_telling(text))
        .count();
    total >= 2 && telling >= 2 && telling * 10 >= total * 6
}

/// Whether the texts are codes of ethnic categories.
pub fn is_ethnic_codes(facts: &Facts) -> bool {
    facts.share(|text| {
        text.len() <= 2
            && !matches!(
                ethnicity::text::read(text),
                ethnicity::text::Ethnic::Other(crate::core::dimension::Status::Unrecognised)
            )
    }) >= 0.8
}

/// Whether the texts are words or letters for the sexes, and for more than one.
pub fn is_sex(facts: &Facts) -> bool {
    let known = facts
        .texts
        .iter()
        .filter(|text| sex::is_telling(text))
        .count();
    let rest = facts
        .texts
        .iter()
        .filter(|text| !sex::is_telling(text) && words::status(text).is_none() && text.len() > 1)
        .count();
    known >= 2 && rest <= 1
}

/// Whether the texts are age bands. What the name says outranks their shape: hours, scores and sizes are written
/// alike.
pub fn is_age_bands(facts: &Facts) -> bool {
    let known: Vec<&str> = facts
        .texts
        .iter()
        .copied()
        .filter(|text| words::status(text).is_none())
        .collect();
    let bands = age::count_bands(&known);
    bands >= 2 && bands * 10 >= known.len() * 8 && (says_age(facts) || may_be_ages(facts, &known))
}

fn says_age(facts: &Facts) -> bool {
    let about = |word: &str| word.starts_with("age") || word.starts_with("oed");
    facts.said.split(' ').any(about)
        || facts.texts.iter().any(|text| {
            let said = words::plain(text);
            said.split(' ')
                .any(|word| matches!(word, "aged" | "age" | "year" | "years" | "yrs"))
        })
}

/// Names of columns whose bands are of something else.
const NO_AGES: &str = "hour hours hr hrs time bmi score apgar week weeks gestation wait waiting weight birthweight \
    distance miles km size parity stay los minutes mins day days deprivation imd decile quintile units cholesterol \
    pressure hba1c count number rank band4 pay salary income price cost stage grade rate percent percentage dose doses";

fn may_be_ages(facts: &Facts, texts: &[&str]) -> bool {
    let other = facts
        .said
        .split(' ')
        .any(|word| NO_AGES.split_whitespace().any(|no| no == word));
    let old = |band: age::band::Band| match band.high {
        Some(high) => high >= 25,
        None => band.low >= 15,
    };
    !other
        && texts
            .iter()
            .filter_map(|text| age::band::read(text))
            .any(old)
}

/// Whether nearly every text is a waiting band.
pub fn is_waiting_bands(facts: &Facts) -> bool {
    facts.share(|text| waits::band(text).is_some()) >= 0.8
}

/// Whether waits that are spelt out ("12 weeks", "87 days") are in days; `None` where the name says no wait,
/// or the values are something else. Bare numbers among them are in the unit of the name.
pub fn spelt_waits(facts: &Facts) -> Option<bool> {
    let says = |words: [&str; 2]| words.iter().any(|word| facts.said.contains(word));
    let (in_weeks, in_days) = (says(["week", "wk"]), facts.has_word("days"));
    let days = facts.share(|text| waits::spelt(text).is_some_and(|wait| wait.days));
    let weeks = facts.share(|text| waits::spelt(text).is_some_and(|wait| !wait.days));
    let others = facts.share(|text| {
        let bare = in_weeks != in_days && matches!(read(text), Content::Number(_));
        bare || words::status(text).is_some()
    });
    let of_waits = says(["wait", "rtt"]) || in_weeks || in_days;
    let fits = of_waits && days + weeks >= 0.3 && days + weeks + others >= 0.8;
    fits.then_some(if in_weeks == in_days {
        days > weeks
    } else {
        in_days
    })
}

/// The scheme of deprivation texts, by what is in them.
pub fn deprivation_scheme(facts: &Facts) -> Option<&'static str> {
    let ten = facts.share(|text| known_part(text, deprivation::Parts::Ten));
    let five = facts.share(|text| known_part(text, deprivation::Parts::Five));
    let says_fifth = facts.texts.iter().any(|text| {
        let said = words::plain(text);
        said.contains("quintile") || said.contains("fifth deprived") || text.contains("20%")
    });
    if facts.texts.is_empty() || ten < 0.6 {
        // Ranks that were rounded begin at 0; −1 stands for unknown.
        let whole = facts.is_mostly_numeric() && facts.whole;
        let ranks = whole && facts.within(-1, 34_000) && facts.greatest > 100_000_000;
        return ranks.then_some("imd-rank");
    }
    // Words ("least deprived") fit either scale; numbers tell which one it is.
    let highest = facts
        .texts
        .iter()
        .filter(|text| text.bytes().any(|byte| byte.is_ascii_digit()))
        .filter_map(|text| deprivation::text::part(text, deprivation::Parts::Ten))
        .max();
    if five >= ten && (says_fifth || highest.is_none_or(|highest| highest <= 5)) {
        Some("imd-fifth")
    } else {
        Some("imd-decile")
    }
}

fn known_part(text: &str, parts: deprivation::Parts) -> bool {
    deprivation::text::part(text, parts).is_some()
        || words::status(text).is_some()
        || text.trim() == "-1"
}

/// Whether the texts say "most deprived" or its like.
pub fn says_deprived(facts: &Facts) -> bool {
    facts.texts.iter().any(|text| {
        let said = words::plain(text);
        said.contains("most deprived")
            || said.contains("least deprived")
            || said.contains("poorest")
    })
}

/// Whether the texts are dates or other periods.
pub fn is_period(facts: &Facts) -> bool {
    let bare_numbers = facts
        .texts
        .iter()
        .all(|text| text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() != 8);
    !bare_numbers && facts.share(|text| period::last_day(text).is_some()) >= 0.9
}

/// Whether the texts are codes of organisations or areas.
pub fn is_organisation_codes(facts: &Facts) -> bool {
    facts.share(|text| {
        organisation::is_ods_code(text)
            || organisation::is_ons_code(text)
            || organisation::is_england(text)
    }) >= 0.8
}
