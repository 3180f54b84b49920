//! Words that mean the same in every scheme: unknown, not stated, all of them together.

use crate::core::dimension::Status;

/// A text in lower case with every run of other characters than letters and digits as one space; `+`
/// and `&` are read as "and".
///
/// ```
/// assert_eq!(equal_measure::nhs::words::plain(" White + Asian "), "white and asian");
/// ```
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '+' | '&' => out.push_str(" and "),
            letter if letter.is_alphanumeric() => out.extend(letter.to_lowercase()),
            '\'' | '\u{2019}' => {}
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

const NOT_STATED: &[&str] = &[
    "not stated",
    "not given",
    "declined",
    "declined to say",
    "refused",
    "prefer not to say",
    "patient refused",
    "not disclosed",
    "undisclosed",
    "z not stated",
];

const NOT_KNOWN: &[&str] = &[
    "unknown",
    "not known",
    "nk",
    "na",
    "n a",
    "null",
    "none recorded",
    "not recorded",
    "not available",
    "not applicable",
    "not specified",
    "unspecified",
    "missing",
    "missing value",
    "missing data",
    "not asked",
    "no data",
    "unclassified",
    "unmatched",
    "invalid",
    "missing value value outside reporting parameters",
    "value outside reporting parameters",
    "not known not recorded",
    "unknown not stated",
    "not stated not known",
];

const TOTAL: &[&str] = &[
    "all",
    "total",
    "totals",
    "overall",
    "persons",
    "all persons",
    "all people",
    "all patients",
    "all ages",
    "both sexes",
    "both",
    "everyone",
    "grand total",
    "sub total",
    "subtotal",
    "all groups",
    "all ethnicities",
    "all ethnic groups",
    "all deciles",
];

/// How a text stands whatever the scheme, or `None` for a text that may name a group.
///
/// ```
/// use equal_measure::core::dimension::Status;
/// use equal_measure::nhs::words::status;
/// assert_eq!(status("Prefer not to say"), Some(Status::NotStated));
/// assert_eq!(status("  "), Some(Status::Missing));
/// assert_eq!(status("Leeds"), None);
/// ```
pub fn status(text: &str) -> Option<Status> {
    let said = plain(text);
    let said = said.as_str();
    if said.is_empty() {
        let blank = text.trim().is_empty() || text.trim().chars().all(|c| "-–—.*:?".contains(c));
        return blank.then_some(Status::Missing);
    }
    if NOT_STATED.contains(&said) || said.starts_with("prefer not to") {
        Some(Status::NotStated)
    } else if NOT_KNOWN.contains(&said)
        || said.starts_with("unknown ")
        || said.starts_with("not known ")
        || said.starts_with("pseudo postcode")
        || said.starts_with("resident elsewhere")
    {
        Some(Status::NotKnown)
    } else if TOTAL.contains(&said) || said.starts_with("total all ") {
        Some(Status::Total)
    } else {
        None
    }
}
