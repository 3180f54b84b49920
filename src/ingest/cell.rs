//! What one cell says: a number, a mark in a number's place, nothing, or text.
//!
//! A number is exact to the millionth. A mark says why there is no number, and is never 0. The letters
//! `c`, `u`, `x` and `z` are marks only where numbers are expected: in a column of codes they are
//! codes, so a caller that reads such a column must not ask here.

mod decimal;
mod whole;

pub use whole::whole_at;

/// What a cell says when a number is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// A number, in millionths. `12.3%` is 0.123; see [`is_percent`].
    Number(i64),
    /// A sign that stands in the place of a number.
    Mark(Mark),
    /// Nothing but white space.
    Blank,
    /// Anything else, trimmed.
    Text(&'a str),
}

/// Why a number is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The publisher hides it: `*`, `c`, `[c]`, or a range such as `<5` and `1-7`.
    Suppressed,
    /// It was not collected or is not known: `:`, `..`, `x`, `[x]`, `NA`, `#N/A`, `NULL`.
    NotAvailable,
    /// It has no meaning here: `-`, `z`, `[z]`. Some publishers write `-` for zero; it is not read so.
    NotApplicable,
    /// It is too uncertain, or too small to show: `u`, `[u]`, `[low]`.
    Unreliable,
    /// A spreadsheet failed to work it out: `#VALUE!`, `#REF!`.
    Error,
}

/// Reads a cell where a number is expected.
///
/// Numbers may have thousands separators, a sign (also U+2212), an exponent, a percent sign, or
/// brackets for a negative amount. Beyond the sixth decimal place they are rounded, halves away from
/// zero. A number too large to hold in millionths (above 9 million million) is text.
///
/// ```
/// use equal_measure::ingest::cell::{Content, Mark, read};
/// assert_eq!(read(" 1,696 "), Content::Number(1_696_000_000));
/// assert_eq!(read("12.3%"), Content::Number(123_000));
/// assert_eq!(read("<5"), Content::Mark(Mark::Suppressed));
/// assert_eq!(read("1,23"), Content::Text("1,23"));
/// ```
pub fn read(text: &str) -> Content<'_> {
    let text = text.trim();
    if text.is_empty() {
        Content::Blank
    } else if let Some(micro) = decimal::micro(text) {
        Content::Number(micro)
    } else if let Some(mark) = mark(text) {
        Content::Mark(mark)
    } else {
        Content::Text(text)
    }
}

/// Whether a cell is a number written with a percent sign.
///
/// ```
/// use equal_measure::ingest::cell::is_percent;
/// assert!(is_percent("12.3 %"));
/// assert!(!is_percent("0.123"));
/// ```
pub fn is_percent(text: &str) -> bool {
    let text = text.trim();
    text.ends_with('%') && decimal::micro(text).is_some()
}

/// A yes or a no: `1` and `0`, `Y` and `N`, `yes` and `no`, `true` and `false`, in any case. `1.0` and
/// `0.0`, which some tools write for a column with gaps, count too.
///
/// ```
/// use equal_measure::ingest::cell::yes_or_no;
/// assert_eq!(yes_or_no(" Yes "), Some(true));
/// assert_eq!(yes_or_no("2"), None);
/// ```
pub fn yes_or_no(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(["y", "yes", "true"]) {
        return Some(true);
    }
    if is(["n", "no", "false"]) {
        return Some(false);
    }
    match decimal::micro(text)? {
        0 => Some(false),
        crate::core::histogram::MICRO => Some(true),
        _ => None,
    }
}

fn mark(text: &str) -> Option<Mark> {
    match text {
        "*" | "**" | "c" => return Some(Mark::Suppressed),
        ":" | "." | ".." | "..." | "…" | "x" => return Some(Mark::NotAvailable),
        "-" | "--" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}"
        | "\u{2212}" | "z" => return Some(Mark::NotApplicable),
        "u" => return Some(Mark::Unreliable),
        _ => {}
    }
    if text.len() > LONGEST_MARK {
        return None;
    }
    match text.to_ascii_lowercase().as_str() {
        "[c]" => Some(Mark::Suppressed),
        "[x]" | "na" | "n/a" | "#n/a" | "nan" | "null" | "none" => Some(Mark::NotAvailable),
        "[z]" => Some(Mark::NotApplicable),
        "[u]" | "[low]" => Some(Mark::Unreliable),
        "#value!" | "#ref!" | "#div/0!" | "#name?" | "#null!" | "#num!" | "#spill!" | "#calc!"
        | "#getting_data" | "#field!" | "#blocked!" => Some(Mark::Error),
        lower => is_range(lower).then_some(Mark::Suppressed),
    }
}

const LONGEST_MARK: usize = 24;

/// `<5`, `≤ 7`, `under 5`, `1-7`, `1 to 7`: an interval that stands for a hidden count.
fn is_range(text: &str) -> bool {
    let below = ["<=", "<", "≤", "fewer than", "less than", "under"];
    if let Some(rest) = below.iter().find_map(|sign| text.strip_prefix(sign)) {
        return whole(rest).is_some();
    }
    let two = [" to ", "-", "\u{2013}"]
        .iter()
        .find_map(|dash| text.split_once(dash));
    two.and_then(|(low, high)| Some((whole(low)?, whole(high)?)))
        .is_some_and(|(low, high)| low < high)
}

fn whole(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}
