//! Texts that name a date, week, month, quarter or year, and which of them is later.

use super::words;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

const FULL: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The last day that a text names, as year × 10,000 + month × 100 + day, for finding the latest;
/// `None` when the text is no period.
///
/// Reads `2026-01-25`, `25/01/2026` (day first, always), `25 January 2026`, `25-Jan-26`, `Jan-26`,
/// `January 2026`, `2023/24`, `2023-24`, `2023`, `Q1 2023/24`, `2013 to 2015`, `2018 - 20`, `202401`, `20240125`
/// and any of these after words such as "Week ending".
///
/// ```
/// use equal_measure::nhs::period::last_day;
/// assert_eq!(last_day("Week ending 25 January 2026"), Some(20_260_125));
/// assert!(last_day("2023/24") > last_day("2022/23"));
/// assert!(last_day("2018 - 20") > last_day("2015-17"));
/// assert_eq!(last_day("2020/21 - 24/25"), last_day("2024/25"));
/// assert_eq!(last_day("2019/20 to 2021/22"), last_day("April 2021 to March 2022"));
/// assert_eq!(last_day("27"), None);
/// ```
pub fn last_day(text: &str) -> Option<u32> {
    let said = words::plain(text);
    let parts: Vec<&str> = said
        .split(' ')
        .filter(|word| *word != "00" && *word != "000")
        .flat_map(split_letters)
        .collect();
    let mut years: Vec<u32> = Vec::new();
    let mut small: Vec<u32> = Vec::new();
    let mut month = None;
    let mut quarter = None;
    let mut order_year_first = false;
    for part in &parts {
        if let Ok(number) = part.parse::<u32>() {
            match part.len() {
                8 if (1900..2100).contains(&(number / 10_000)) => {
                    return day(number / 10_000, number / 100 % 100, number % 100);
                }
                6 if (1900..2100).contains(&(number / 100))
                    && (1..=12).contains(&(number % 100)) =>
                {
                    return day(number / 100, number % 100, 31);
                }
                4 if (1900..2100).contains(&number) => {
                    order_year_first |= small.is_empty() && years.is_empty() && month.is_none();
                    years.push(number);
                }
                1 | 2 => small.push(number),
                _ => return None,
            }
        } else if let Some(found) = MONTHS.iter().position(|name| part.starts_with(name)) {
            if !is_month(part) {
                return None;
            }
            month = u32::try_from(found + 1).ok();
        } else if matches!(*part, "q" | "qtr" | "quarter") {
            quarter = Some(());
        } else if !is_filler(part) {
            return None;
        }
    }
    whole(&years, &small, month, quarter.is_some(), order_year_first)
}

fn whole(
    years: &[u32],
    small: &[u32],
    month: Option<u32>,
    quarter: bool,
    year_first: bool,
) -> Option<u32> {
    match (years, small, month) {
        // "19 September 2021 to week ending 25 January 2026": the months were overwritten in turn.
        (&[.., year], &[.., last], Some(month)) => day(year, month, last),
        (&[], &[year], Some(month)) if year >= 13 => day(2000 + year, month, 31),
        (&[year], &[first, second], None) if quarter => {
            let number = if first <= 4 { first } else { second };
            quarter_end(year, number)
        }
        (&[year], &[number], None) if quarter => quarter_end(year, number),
        // Financial years from the first to the last: "2020/21 - 24/25", "2020/21 to 2024/25".
        (&[year], &[first, before, last], None)
            if first == (year + 1) % 100 && last == (before + 1) % 100 =>
        {
            day(year - year % 100 + last, 3, 31)
        }
        (&[_, year], &[.., last], None) if last == (year + 1) % 100 => day(year + 1, 3, 31),
        (&[year], &[first, second, ..], None) => {
            let (month, last) = if year_first {
                (first, second)
            } else {
                (second, first)
            };
            day(year, month, last)
        }
        (&[year], &[short], None) if short == (year + 1) % 100 => day(year + 1, 3, 31),
        // Years pooled, as in "2018 - 20": no month is above 12.
        (&[year], &[short], None)
            if short > 12 && (2..=5).contains(&short.saturating_sub(year % 100)) =>
        {
            day(year - year % 100 + short, 12, 31)
        }
        (&[.., year], &[], Some(month)) | (&[year], &[month], None) => day(year, month, 31),
        (&[.., year], &[], None) => day(year, 12, 31),
        (&[], &[first, year], Some(month)) | (&[], &[first, month, year], None) => {
            day(2000 + year, month, first)
        }
        _ => None,
    }
}

/// Quarters of a financial year: the first ends in June.
fn quarter_end(year: u32, number: u32) -> Option<u32> {
    match number {
        1..=3 => day(year, number * 3 + 3, 31),
        4 => day(year + 1, 3, 31),
        _ => None,
    }
}

/// From the first to the last of the periods that texts name, in the words of the texts; `None` without texts.
/// `in_months` where the texts are the days of single people: then only the months are named.
///
/// ```
/// use equal_measure::nhs::period::span;
/// assert_eq!(span(&["2025-03", "2025-01"], false).as_deref(), Some("2025-01 to 2025-03"));
/// assert_eq!(span(&["2025-03-04", "2025-01-31"], true).as_deref(), Some("January 2025 to March 2025"));
/// assert_eq!(span(&["wave 2", "wave 1"], false).as_deref(), Some("wave 1, wave 2"));
/// assert_eq!(span(&[], false), None);
/// ```
pub fn span(texts: &[&str], in_months: bool) -> Option<String> {
    if in_months {
        let dates: Vec<u32> = texts.iter().filter_map(|text| date(text)).collect();
        if dates.len() * 2 > texts.len() {
            let (first, last) = (dates.iter().min()?, dates.iter().max()?);
            return Some(ends(&month(*first)?, &month(*last)?));
        }
    }
    let days = texts.iter().map(|text| Some((last_day(text)?, *text)));
    if let Some(days) = days.collect::<Option<Vec<(u32, &str)>>>() {
        let (first, last) = (days.iter().min()?, days.iter().max()?);
        return Some(ends(first.1, last.1));
    }
    let mut texts = texts.to_vec();
    texts.sort_unstable();
    match texts.as_slice() {
        [] => None,
        [.., last] if texts.len() > FEW => Some(ends(texts[0], last)),
        few => Some(few.join(", ")),
    }
}

/// So many periods that are no dates are all named.
const FEW: usize = 4;

fn ends(first: &str, last: &str) -> String {
    if first == last {
        first.to_owned()
    } else {
        format!("{first} to {last}")
    }
}

fn month(date: u32) -> Option<String> {
    let name = FULL.get(usize::try_from(date / 100 % 100).ok()?.checked_sub(1)?)?;
    Some(format!("{name} {}", date / 10_000))
}

/// Whether two texts end on the same day, or one says what the other does.
pub fn is_same(one: &str, other: &str) -> bool {
    one.contains(other) || last_day(one).is_some_and(|day| last_day(other) == Some(day))
}

/// What people call the months that dates stand for: "January 2024". Where every text is the date of the first
/// day of a month, or every one that of a last day; else `None`.
///
/// ```
/// use equal_measure::nhs::period::months;
/// assert_eq!(months(&["2024-01-01", "01/02/2024"]), Some(vec!["January 2024".into(), "February 2024".into()]));
/// assert_eq!(months(&["2024-02-29"]), Some(vec!["February 2024".into()]));
/// assert_eq!(months(&["2024-01-01", "2024-01-08"]), None);
/// assert_eq!(months(&["2023/24"]), None);
/// ```
pub fn months(texts: &[&str]) -> Option<Vec<String>> {
    let dates: Option<Vec<u32>> = texts.iter().map(|text| date(text)).collect();
    let dates = dates.filter(|dates| !dates.is_empty())?;
    let all = |passes: fn(u32) -> bool| dates.iter().all(|&date| passes(date));
    let is_last = |date| date % 100 == length(date / 10_000, date / 100 % 100);
    if !all(|date| date % 100 == 1) && !all(is_last) {
        return None;
    }
    let name = |date: &u32| {
        let month = usize::try_from(date / 100 % 100).ok()?.checked_sub(1)?;
        Some(format!("{} {}", FULL.get(month)?, date / 10_000))
    };
    dates.iter().map(name).collect()
}

/// A date in figures, with nothing but midnight after it, as year × 10,000 + month × 100 + day.
pub(super) fn date(text: &str) -> Option<u32> {
    let (date, rest) = match text.trim().split_once(['T', ' ']) {
        Some((date, rest)) => (date, rest),
        None => (text.trim(), ""),
    };
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let in_figures =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = parts.len() == 3 || parts.len() == 1 && date.len() == 8;
    let midnight = rest.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
    let last = last_day(date).filter(|_| whole && midnight && parts.iter().all(in_figures))?;
    // No text that names a day names one that its month has not.
    (last % 100 <= length(last / 10_000, last / 100 % 100)).then_some(last)
}

/// How many days a month has.
pub(super) const fn length(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        _ => 31,
    }
}

/// When the last day that a text names ends, in years of the calendar: 2024.5 is the end of June 2024.
///
/// ```
/// use equal_measure::nhs::period::year;
/// assert_eq!(year("June 2024"), Some(2024.5));
/// assert_eq!(year("2023/24"), Some(2024.25));
/// ```
pub fn year(text: &str) -> Option<f64> {
    let last = last_day(text)?;
    let (year, month, day) = (last / 10_000, last / 100 % 100, last % 100);
    let long = length(year, month);
    let months = f64::from(month - 1) + f64::from(day.min(long)) / f64::from(long);
    Some(f64::from(year) + months / 12.0)
}

fn day(year: u32, month: u32, day: u32) -> Option<u32> {
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some(year * 10_000 + month * 100 + day)
}

fn is_month(word: &str) -> bool {
    word.len() == 3 || word == "sept" || FULL.iter().any(|full| full.eq_ignore_ascii_case(word))
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "ending"
            | "w"
            | "e"
            | "we"
            | "to"
            | "month"
            | "of"
            | "year"
            | "fy"
            | "from"
            | "at"
            | "as"
            | "on"
            | "for"
            | "and"
            | "the"
            | "rtt"
            | "t"
            | "z"
            | "period"
            | "between"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "mid"
            | "calendar"
            | "financial"
            | "rolling"
            | "ytd"
            | "p"
    )
}

/// "q1" as "q" and "1", "25th" as "25" and "th".
fn split_letters(word: &str) -> Vec<&str> {
    let digit = |c: char| c.is_ascii_digit();
    let Some(first) = word.chars().next() else {
        return Vec::new();
    };
    let cut = if digit(first) {
        word.find(|c: char| !digit(c))
    } else {
        word.find(digit)
    };
    match cut {
        Some(at) => {
            let (head, tail) = word.split_at(at);
            let mut parts = vec![head];
            parts.extend(split_letters(tail));
            parts
        }
        None => vec![word],
    }
}
