//! Waiting-time bands of referral-to-treatment (RTT) statistics.

use super::words;

/// Which part of the waiting list a count is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Everyone on the list, those with an unknown clock start too.
    Total,
    /// Up to 18 weeks.
    To18,
    /// Over 18 and up to 52 weeks.
    To52,
    /// Over 52 weeks.
    Over52,
    /// The clock start date is not known.
    UnknownStart,
}

/// The band that a column's name or a text of a band column names; `None` for anything else, shares
/// among them.
///
/// ```
/// use equal_measure::nhs::waits::{Band, band};
/// assert_eq!(band("Over 18 and up to 52 weeks"), Some(Band::To52));
/// assert_eq!(band("01 To 18 Weeks"), Some(Band::To18));
/// assert_eq!(band("% within 18 weeks"), None);
/// ```
pub fn band(text: &str) -> Option<Band> {
    if text.contains('%') {
        return None;
    }
    let said = words::plain(&text.replace('>', " over "));
    let weeks = said.ends_with(" weeks") || said.ends_with(" wks");
    let has = |word: &str| said.split(' ').any(|other| other == word);
    match said.as_str() {
        "total" | "total waiting list" | "total all" | "waiting list" | "waiting list size" => {
            Some(Band::Total)
        }
        _ if said.contains("unknown clock start") => Some(Band::UnknownStart),
        _ if !weeks => None,
        _ if has("18") && has("52") => Some(Band::To52),
        _ if has("52") && (has("over") || has("plus")) => Some(Band::Over52),
        _ if has("18") && !has("over") => Some(Band::To18),
        _ => None,
    }
}
