//! Letters and digits as they stand in a sentence.

/// The text with its first letter as a capital.
///
/// ```
/// assert_eq!(equal_measure::core::text::capitalised("waiting list"), "Waiting list");
/// ```
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The text as it stands inside a sentence: its first letter small, unless the first word is an abbreviation.
///
/// ```
/// use equal_measure::core::text::lowered;
/// assert_eq!(lowered("Waiting list"), "waiting list");
/// assert_eq!(lowered("IMD decile"), "IMD decile");
/// ```
pub fn lowered(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    if first.chars().skip(1).any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// The digits of a whole number with a comma before every three from the end.
///
/// ```
/// assert_eq!(equal_measure::core::text::grouped("1234567"), "1,234,567");
/// ```
pub fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
