//! Age bands that a spreadsheet took for dates: "05-Sep" was 5-9, "Oct-14" was 10-14, 45540 the fifth of September.

use super::band::{self, Band};
use super::single;
use crate::nhs::words;

/// The first day that the numbers of a spreadsheet's days are looked at for, 1 January 2000, and the last, of 2049.
const SERIALS: std::ops::Range<u32> = 36_526..54_789;

/// The bands that texts among age bands were before they became dates, each with its text; empty where the other
/// texts are no age bands.
///
/// ```
/// use equal_measure::nhs::age::{band::Band, ruins::mended};
/// let band = |low, high| Band { low, high: Some(high) };
/// let texts = ["0-4", "05-Sep", "Oct-14", "15-19", "45383", "Unknown"];
/// let mended = mended(&texts);
/// assert_eq!(mended, [("05-Sep", band(5, 9)), ("Oct-14", band(10, 14))]);
/// ```
pub fn mended<'a>(texts: &[&'a str]) -> Vec<(&'a str, Band)> {
    let others: Vec<Band> = texts
        .iter()
        .filter_map(|text| band::read(text).or_else(|| single(text).map(Band::year)))
        .collect();
    let bands = others.iter().filter(|band| band.high != Some(band.low));
    if bands.count() < 2 {
        return Vec::new();
    }
    let clear = |taken: &[Band], band: &Band| {
        taken.iter().all(|other| {
            other.high.is_some_and(|high| high < band.low)
                || band.high.is_some_and(|high| high < other.low)
        })
    };
    let mut taken = others;
    let mut list = Vec::new();
    let dates = texts
        .iter()
        .filter(|text| words::status(text).is_none() && band::read(text).is_none());
    for &text in dates {
        let fits = readings(text).into_iter().find(|band| clear(&taken, band));
        if let Some(band) = fits {
            taken.push(band);
            list.push((text, band));
        }
    }
    list
}

/// The bands that a date may have been, the likeliest first.
fn readings(text: &str) -> Vec<Band> {
    let text = text.trim();
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let date = match digits.parse::<u32>() {
        Ok(serial) if SERIALS.contains(&serial) => Some(of_serial(serial)),
        Ok(_) => None,
        Err(_) => words_of(text),
    };
    let Some((year, month, day)) = date else {
        return Vec::new();
    };
    let band = |one: u32, other: u32| Band {
        low: one.min(other),
        high: Some(one.max(other)),
    };
    let pairs = [
        day.map(|day| (day, month)),
        year.map(|year| (month, year % 100)),
    ];
    let mut bands: Vec<Band> = pairs
        .into_iter()
        .flatten()
        .map(|(one, other)| band(one, other))
        .collect();
    // The first of a month may stand for the month of a year.
    if day.is_some_and(|day| day > 1) {
        bands.truncate(1);
    }
    bands
}

/// Year, month and day of "05-Sep", "Sep-05", "5 Sep 2024" and "2024-09-05".
fn words_of(text: &str) -> Option<(Option<u32>, u32, Option<u32>)> {
    const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    let said = words::plain(text);
    let parts: Vec<&str> = said
        .split(' ')
        .filter(|part| !matches!(*part, "00" | "000"))
        .collect();
    let month = |part: &str| {
        let place = MONTHS.split(' ').position(|month| month == part)?;
        u32::try_from(place + 1).ok()
    };
    let number = |part: &str| part.parse::<u32>().ok();
    match parts.as_slice() {
        [day, name] if number(day).is_some() => Some((None, month(name)?, number(day))),
        [name, year] => Some((Some(number(year)?), month(name)?, None)),
        [day, name, year] if month(name).is_some() => {
            Some((number(year), month(name)?, number(day)))
        }
        [_, _, _] => {
            let date = crate::nhs::period::last_day(text)?;
            Some((Some(date / 10_000), date / 100 % 100, Some(date % 100)))
        }
        _ => None,
    }
}

/// Year, month and day of a spreadsheet's number of a day.
fn of_serial(serial: u32) -> (Option<u32>, u32, Option<u32>) {
    let (mut year, mut left) = (2000, serial - SERIALS.start);
    let long = |year: u32| if year.is_multiple_of(4) { 366 } else { 365 };
    while left >= long(year) {
        left -= long(year);
        year += 1;
    }
    let mut month = 1;
    while left >= crate::nhs::period::length(year, month) {
        left -= crate::nhs::period::length(year, month);
        month += 1;
    }
    (Some(year), month, Some(left + 1))
}
