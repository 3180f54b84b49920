//! Waiting-time bands of referral-to-treatment (RTT) statistics.

use super::words;

/// Which part of the waiting list a count is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Everyone on the list, those with an unknown clock start too.
    Total,
    /// The same, in a file that has a total of those with a known clock start beside it.
    TotalAll,
    /// Some weeks of waiting.
    Weeks {
        /// More weeks than this; the first week of the band is `over` or one more.
        over: u32,
        /// Up to this many weeks, or `None` for any longer wait.
        up_to: Option<u32>,
    },
    /// The clock start date is not known.
    UnknownStart,
}

/// Up to 18 weeks.
pub const TO_18: Band = Band::Weeks {
    over: 0,
    up_to: Some(18),
};

/// Over 18 and up to 52 weeks.
pub const TO_52: Band = Band::Weeks {
    over: 18,
    up_to: Some(52),
};

/// Over 52 weeks.
pub const OVER_52: Band = Band::Weeks {
    over: 52,
    up_to: None,
};

/// Nobody is asked about longer waits than this, in weeks.
const LONGEST: u32 = 1000;

/// The band that a column's name or a text of a band column names; `None` for anything else, shares
/// among them.
///
/// ```
/// use equal_measure::nhs::waits::{Band, TO_18, TO_52, band};
/// assert_eq!(band("Over 18 and up to 52 weeks"), Some(TO_52));
/// assert_eq!(band("01 To 18 Weeks"), Some(TO_18));
/// let week = Band::Weeks { over: 3, up_to: Some(4) };
/// assert_eq!(band("Gt 03 To 04 Weeks SUM 1"), Some(week));
/// assert_eq!(band(">3-4"), Some(week));
/// assert_eq!(band("% within 18 weeks"), None);
/// ```
pub fn band(text: &str) -> Option<Band> {
    if text.contains('%') {
        return None;
    }
    let marked = text
        .replace('>', " over ")
        .replace('<', " under ")
        .replace('+', " plus ");
    let said = words::plain(&marked);
    let said = said.strip_suffix(" sum 1").unwrap_or(&said);
    match said {
        "total all" => return Some(Band::TotalAll),
        "total number of incomplete pathways" => return Some(Band::Total),
        "total" | "total waiting list" | "waiting list" | "waiting list size" => {
            return Some(Band::Total);
        }
        _ if said.contains("unknown clock start") => return Some(Band::UnknownStart),
        _ => {}
    }
    if let Some(week) = legacy(text.trim()) {
        return Some(week);
    }
    let span = said
        .strip_suffix(" weeks")
        .or_else(|| said.strip_suffix(" wks"))
        .or_else(|| said.strip_suffix(" weeks plus"))?;
    let open = said.ends_with(" plus") || said.contains(" weeks or more");
    of_weeks(span, open)
}

/// A band of the workbooks of referral-to-treatment, which leave "weeks" away: `>17-18`, `52 plus`.
fn legacy(text: &str) -> Option<Band> {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let lower = text.to_ascii_lowercase();
    let open = lower
        .strip_suffix("plus")
        .or_else(|| lower.strip_suffix('+'));
    if let Some(over) = open.and_then(number) {
        return OPEN
            .contains(&over)
            .then_some(Band::Weeks { over, up_to: None });
    }
    let (over, up_to) = text.strip_prefix('>')?.split_once('-')?;
    let (over, up_to) = (number(over)?, number(up_to)?);
    (over < up_to && up_to <= LONGEST).then_some(Band::Weeks {
        over,
        up_to: Some(up_to),
    })
}

/// Where the last band of those workbooks begins.
const OPEN: [u32; 5] = [52, 65, 78, 92, 104];

/// A wait that is spelt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelt<'a> {
    /// The number as it is written.
    pub number: &'a str,
    /// Whether it counts days, not weeks.
    pub days: bool,
}

/// Reads a wait that is spelt out; `None` for anything else, a bare number among them.
///
/// ```
/// use equal_measure::nhs::waits::{Spelt, spelt};
/// assert_eq!(spelt("12 wks"), Some(Spelt { number: "12", days: false }));
/// assert_eq!(spelt("87 Days"), Some(Spelt { number: "87", days: true }));
/// assert_eq!(spelt("over 18 weeks"), None);
/// ```
pub fn spelt(text: &str) -> Option<Spelt<'_>> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let (number, unit) = text.split_at(end);
    let days = match unit.trim().trim_end_matches('.').to_lowercase().as_str() {
        "weeks" | "week" | "wks" | "wk" => false,
        "days" | "day" | "dys" => true,
        _ => return None,
    };
    (!number.is_empty()).then_some(Spelt { number, days })
}

/// The band of a text without its "weeks": "18 to 52", "over 52", "65 plus", "up to 18".
fn of_weeks(span: &str, open: bool) -> Option<Band> {
    const PARTS: [&str; 14] = [
        "gt", "over", "to", "and", "up", "under", "within", "plus", "more", "than", "waiting",
        "between", "less", "or",
    ];
    let (mut numbers, mut open) = (Vec::new(), open);
    let mut below = false;
    for word in span.split(' ') {
        if let Ok(number) = word.parse::<u32>() {
            numbers.push(number);
        } else if !PARTS.contains(&word) {
            return None;
        }
        open |= matches!(word, "gt" | "over" | "plus" | "more");
        below |= matches!(word, "under" | "within" | "up" | "less");
    }
    let (over, up_to) = match numbers[..] {
        [low, high] if low < high => (low, Some(high)),
        [high] if below && !open => (0, Some(high)),
        [low] if open && !below => (low, None),
        _ => return None,
    };
    // A list that begins in its first week begins at nothing.
    let over = if over == 1 && up_to != Some(2) {
        0
    } else {
        over
    };
    (over <= LONGEST && up_to.is_none_or(|high| high <= LONGEST))
        .then_some(Band::Weeks { over, up_to })
}
