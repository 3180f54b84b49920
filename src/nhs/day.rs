//! Texts that name one day, as a number of days.

use super::period;

/// The day that a text names, counted from 1 January 1970; `None` for a text that names none, or a whole month
/// or year. A time after the date is passed over.
///
/// ```
/// use equal_measure::nhs::day::number;
/// assert_eq!(number("01/02/1970"), Some(31));
/// assert_eq!(number("2025-03-01 14:35"), number("1 March 2025"));
/// assert_eq!(number("March 2025"), None);
/// ```
pub fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    let dated = text
        .split_once(['T', ' '])
        .filter(|(_, rest)| is_time(rest));
    let date = dated.map_or(text, |(date, _)| date);
    let last = period::date(date).or_else(|| spelt(date))?;
    Some(days(last / 10_000, last / 100 % 100, last % 100))
}

fn is_time(text: &str) -> bool {
    text.contains(':')
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '.' | 'Z' | '+'))
}

/// A date with its month in letters, and a day beside the year.
fn spelt(text: &str) -> Option<u32> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    let numbers = runs.filter(|run| !run.is_empty()).count();
    let lettered = text.bytes().any(|letter| letter.is_ascii_alphabetic());
    (numbers == 2 && lettered)
        .then(|| period::last_day(text))
        .flatten()
}

/// Days from 1 January 1970, by the calendar that is used today.
fn days(year: u32, month: u32, day: u32) -> i64 {
    // Years begin in March, so that the day that is added every four years is their last.
    let year = i64::from(year) - i64::from(month <= 2);
    let month = (i64::from(month) + 9) % 12;
    let of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + of_year - 719_468
}
