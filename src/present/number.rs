//! Numbers as they are printed: thousands by commas, a true minus, no more decimals than allowed.

/// A number with thousands separators and a fixed number of decimals; never "-0".
///
/// ```
/// use equal_measure::present::number::plain;
/// assert_eq!(plain(1_234_567.891, 1), "1,234,567.9");
/// assert_eq!(plain(-0.04, 1), "0.0");
/// assert_eq!(plain(-12.0, 0), "−12");
/// ```
pub fn plain(value: f64, places: usize) -> String {
    let digits = format!("{:.places$}", value.abs());
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(rest);
    text
}
