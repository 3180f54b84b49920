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
/// assert_eq!(part("11", Parts::Ten), None);
/// ```
pub fn part(text: &str, parts: Parts) -> Option<u32> {
    by_range(text, parts)
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

/// Whether the text says that it is the very first or the very last part.
fn ends(text: &str) -> (bool, bool) {
    let said = words::plain(text);
    let near = [
        "second",
        "third",
        "fourth",
        "fifth more",
        "fifth less",
        "more deprived",
        "less deprived",
    ];
    if near.iter().any(|word| said.contains(word)) {
        return (false, false);
    }
    (
        said.contains("most deprived") || said.contains("poorest"),
        said.contains("least deprived") || said.contains("richest"),
    )
}

/// The number that a text gives itself: `1`, `01`, `1.0`, `Q1`, `IMD 1`, `Decile 1`, `1 (most …)`.
/// The numbers of "most deprived 20%" and "IMD 2019" are not such.
fn number(text: &str) -> Option<u32> {
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

/// The ranks that Fingertips and others write out.
fn in_words(text: &str, parts: Parts) -> Option<u32> {
    let said = words::plain(text);
    let last = parts.count();
    let has = |phrase: &str| said.contains(phrase);
    let ranks = [
        ("second most deprived", 2),
        ("second least deprived", last - 1),
        ("third most deprived", 3),
        ("third more deprived", 3),
        ("third less deprived", last - 2),
        ("third least deprived", last - 2),
        ("fourth more deprived", 4),
        ("fourth less deprived", last - 3),
        ("fifth more deprived", 5),
        ("fifth less deprived", last - 4),
        ("average deprivation", 3),
        ("middle", 3),
        ("most deprived", 1),
        ("least deprived", last),
        ("poorest", 1),
        ("richest", last),
    ];
    ranks
        .iter()
        .find(|(phrase, _)| has(phrase))
        .map(|&(_, rank)| rank)
}
