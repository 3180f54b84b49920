//! Age bands as files write them.

use crate::nhs::words;

/// Ages from `low` to `high`, both included, in full years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// The youngest age.
    pub low: u32,
    /// The oldest age; `None` when there is no end.
    pub high: Option<u32>,
}

impl Band {
    /// One year of age.
    pub const fn year(year: u32) -> Self {
        Self {
            low: year,
            high: Some(year),
        }
    }

    /// The band as shown: `0–17`, `80 and over`.
    pub fn label(self) -> String {
        match self.high {
            Some(high) if high == self.low => high.to_string(),
            Some(high) => format!("{}–{high}", self.low),
            None => format!("{} and over", self.low),
        }
    }
}

/// The band that a text names, or `None`; a single number is not a band.
///
/// "Over 65" is read as 65 and over, as NHS England uses it beside "19 to 64".
///
/// ```
/// use equal_measure::nhs::age::band::{Band, read};
/// assert_eq!(read("00-04"), Some(Band { low: 0, high: Some(4) }));
/// assert_eq!(read("Aged 85 years and over"), Some(Band { low: 85, high: None }));
/// assert_eq!(read("Under 25"), Some(Band { low: 0, high: Some(24) }));
/// assert_eq!(read("85-"), read("85 or more"));
/// assert_eq!(read("Up to 17"), Some(Band { low: 0, high: Some(17) }));
/// assert_eq!(read("65"), None);
/// ```
pub fn read(text: &str) -> Option<Band> {
    // "85-" is cut off where the end would stand.
    let cut = text.trim_end().ends_with(['-', '\u{2013}', '\u{2014}']);
    let open = cut || text.contains('+') || text.contains('>') || text.contains('≥');
    let below = text.contains('<');
    let said = words::plain(&text.replace(['+', '<', '>', '≥'], " "));
    let mut numbers = Vec::new();
    let mut over = open;
    let mut under = false;
    let mut and_under = false;
    for word in said.split(' ') {
        match word {
            "age" | "aged" | "ages" | "years" | "year" | "yrs" | "yr" | "to" | "and" | "old"
            | "of" | "or" | "band" | "group" | "than" => {}
            "up" if numbers.is_empty() => and_under = true,
            "over" | "older" | "above" | "plus" | "more" | "up" | "upwards" | "onwards" => {
                over = true;
            }
            "under" | "younger" | "below" | "less" => {
                under = numbers.is_empty();
                and_under = !numbers.is_empty();
            }
            _ => {
                let digits = word.strip_suffix("yrs").unwrap_or(word);
                let digits = digits.strip_suffix('y').unwrap_or(digits);
                numbers.push(digits.parse::<u32>().ok().filter(|&age| age <= 125)?);
            }
        }
    }
    match (numbers.as_slice(), over, under || below, and_under) {
        (&[low, high], false, false, false) if low <= high => Some(Band {
            low,
            high: Some(high),
        }),
        (&[low], true, false, false) => Some(Band { low, high: None }),
        (&[high], false, true, false) if high > 0 => Some(Band {
            low: 0,
            high: Some(high - 1),
        }),
        (&[high], false, false, true) => Some(Band {
            low: 0,
            high: Some(high),
        }),
        _ => None,
    }
}
