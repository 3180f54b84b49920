//! Reading which part of the deprivation scale a text names.

use super::Parts;
use crate::nhs::words;

/// The part that a text names, 1 the most deprived by the text's own numbering, or `None`.
///
/// ```
/// use equal_measure::nhs::deprivation::{Parts, text::part};
/// assert_eq!(part("01 - Most deprived", Parts::Ten), Some(1));
/// assert_eq!(part("Second least deprived decile", Parts::Ten), Some(9));
/// assert_eq!(part("Quintile 5 (richest)", Parts::Five), Some(5));
/// assert_eq!(part("More deprived 10-20%", Parts::Ten), Some(2));
/// assert_eq!(part("Fourth most deprived quintile", Parts::Five), Some(4));
/// assert_eq!(part("2nd least deprived", Parts::Five), Some(4));
/// assert_eq!(part("Average deprived quintile", Parts::Five), Some(3));
/// assert_eq!(part("Proportion_least", Parts::Five), Some(5));
/// assert_eq!(part("11", Parts::Ten), None);
/// ```
pub fn part(text: &str, parts: Parts) -> Option<u32> {
    by_range(text, parts)
        .or_else(|| ordinal(&words::plain(text)).and_then(|_| in_words(text, parts)))
        .or_else(|| number(text))
        .or_else(|| in_words(text, parts))
        .filter(|number| (1..=parts.count()).contains(number))
}

/// The part of a range of shares, as Hospital Episode Statistics write it: "Less deprived 40-50%" is the
/// sixth tenth.
fn by_range(text: &str, parts: Parts) -> Option<u32> {
    let said = words::plain(text);
    let side = said.split(' ').next()?;
    let range = text.trim().strip_suffix('%')?.rsplit(' ').next()?;
    let (low, high) = range.split_once(['-', '\u{2013}'])?;
    let low: u32 = low.trim_end_matches('%').parse().ok()?;
    let high: u32 = high.parse().ok()?;
    let width = 100 / parts.count();
    if !said.contains("deprived") || high != low + width || !high.is_multiple_of(width) {
        return None;
    }
    match side {
        "more" | "most" => Some(high / width),
        "less" | "least" => (parts.count() + 1).checked_sub(high / width),
        _ => None,
    }
}

/// Whether the numbers run the other way: the text with "most deprived" has the highest number.
pub fn is_reversed(texts: &[&str], parts: Parts) -> bool {
    texts.iter().any(|&text| {
        let (most, least) = ends(text);
        match number(text) {
            Some(number) if number == parts.count() => most,
            Some(1) => least,
            _ => false,
        }
    })
}

/// Whether any text says which end it is.
pub fn says_ends(texts: &[&str]) -> bool {
    texts
        .iter()
        .any(|text| matches!(ends(text), (true, _) | (_, true)))
}

/// Whether the text says that it is the very first or the very last part.
pub fn ends(text: &str) -> (bool, bool) {
    let said = deprived(text);
    let near = ["more deprived", "less deprived"];
    if ordinal(&said).is_some() || near.iter().any(|word| said.contains(word)) {
        return (false, false);
    }
    (
        said.contains("most deprived") || said.contains("poorest"),
        said.contains("least deprived") || said.contains("richest"),
    )
}

/// The number that a text gives itself: `1`, `01`, `1.0`, `Q1`, `IMD 1`, `Decile 1`, `1 (most …)`.
/// The numbers of "most deprived 20%" and "IMD 2019" are not such.
pub fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    if text.starts_with('-') {
        return None;
    }
    let mut best = None;
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if !letter.is_ascii_digit() {
            continue;
        }
        let mut end = start + 1;
        while let Some(&(at, _)) = letters.peek().filter(|(_, next)| next.is_ascii_digit()) {
            end = at + 1;
            letters.next();
        }
        let after = text[end..].trim_start();
        let share = after.starts_with('%') || after.starts_with("per cent");
        if share || end - start > 2 || best.is_some() {
            continue;
        }
        best = text[start..end].parse().ok();
    }
    best
}

/// The places that Fingertips and others write out: "Second most deprived", "Third less deprived", "Average".
fn in_words(text: &str, parts: Parts) -> Option<u32> {
    let said = deprived(text);
    let last = parts.count();
    let has = |phrase: &str| said.contains(phrase);
    if let Some(place) = ordinal(&said) {
        let from_most = has("most deprived") || has("more deprived");
        let from_least = has("least deprived") || has("less deprived");
        return match (from_most, from_least) {
            (true, false) => Some(place),
            (false, true) => (last + 1).checked_sub(place),
            _ => None,
        };
    }
    // "Proportion_most" to "Proportion_least": nothing but the ends has a word.
    let words: Vec<&str> = said.split(' ').collect();
    match words[..] {
        ["most"] | [_, "most"] => return Some(1),
        ["least"] | [_, "least"] => return Some(last),
        _ => {}
    }
    let places = [
        ("most deprived", 1),
        ("least deprived", last),
        ("poorest", 1),
        ("richest", last),
    ];
    let middle = [
        "average depriv",
        "mid deprived",
        "middle",
        "medium depriv",
        "moderately deprived",
    ];
    let place = places.iter().find(|(phrase, _)| has(phrase));
    place
        .map(|&(_, place)| place)
        .or_else(|| (last % 2 == 1 && middle.iter().any(|word| has(word))).then_some(last / 2 + 1))
}

/// The text in lower case, with "deprived" for the words that mean it.
fn deprived(text: &str) -> String {
    words::plain(text)
        .replace("disadvantaged", "deprived")
        .replace("highest deprivation", "most deprived")
        .replace("greatest deprivation", "most deprived")
        .replace("lowest deprivation", "least deprived")
}

/// The number of an ordinal that stands before "most", "more", "less" or "least".
fn ordinal(said: &str) -> Option<u32> {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let mut words = said.split(' ').peekable();
    while let Some(word) = words.next() {
        let before = matches!(words.peek(), Some(&("most" | "more" | "less" | "least")));
        let in_words = WORDS.iter().position(|other| *other == word);
        let in_words = in_words.and_then(|place| u32::try_from(place + 1).ok());
        let next = (word == "next").then_some(2);
        let in_figures = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| word.strip_suffix(end)?.parse().ok());
        if let (true, Some(place)) = (before, in_words.or(next).or(in_figures)) {
            return Some(place);
        }
    }
    None
}
