//! Periods in order: which follow each other, and on which day each ends.

use super::{Inputs, Stratified};
use crate::core::refusal::Refusal;
use crate::core::stratification::By;

/// A step longer than so many usual ones leaves a period out.
const GAP: f64 = 1.5;

/// The second division, where it is one column of periods.
pub(super) fn of(inputs: &Inputs) -> Result<&Stratified, Refusal> {
    inputs.stratified_by(By::Periods, "days, weeks, months or years")
}

/// The places of the strata in order, with `None` wherever the file leaves a period out.
pub(super) fn spaced(stratified: &Stratified) -> Vec<Option<usize>> {
    let all = 0..stratified.strata.len();
    let years: Option<Vec<f64>> = stratified
        .strata
        .iter()
        .map(|stratum| stratum.year)
        .collect();
    let Some(years) = years else {
        return all.map(Some).collect();
    };
    let mut steps: Vec<f64> = years.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_by(f64::total_cmp);
    let usual = steps.get(steps.len().saturating_sub(1) / 2).copied();
    let mut places = Vec::new();
    for place in all {
        let step = place
            .checked_sub(1)
            .map(|before| years[place] - years[before]);
        if step
            .zip(usual)
            .is_some_and(|(step, usual)| step > GAP * usual)
        {
            places.push(None);
        }
        places.push(Some(place));
    }
    places
}

/// The number of the day with which a time in years of the calendar ends (2024.5: 30 June 2024), counted
/// from 1 January 1970 as 0.
pub(super) fn day(year: f64) -> Option<i64> {
    let months = year * 12.0;
    // A month ends on a whole number of months, which belongs to the month before it.
    let begun = (months - 1e-6).floor();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "years of the calendar; anything else is refused below"
    )]
    let begun = if (0.0..120_000.0).contains(&begun) {
        begun as i64
    } else {
        return None;
    };
    let (calendar_year, month) = (begun / 12, begun % 12);
    let leap = calendar_year % 4 == 0 && (calendar_year % 100 != 0 || calendar_year % 400 == 0);
    let long = match month {
        3 | 5 | 8 | 10 => 30,
        1 if leap => 29,
        1 => 28,
        _ => 31,
    };
    #[expect(clippy::cast_possible_truncation, reason = "at most 31")]
    let of_month = ((months - begun as f64) * f64::from(long)).round() as i64;
    Some(first_of_month(calendar_year, month) + of_month - 1)
}

/// Days from 1 January 1970 to the first of a month, counted from 0 for January.
fn first_of_month(year: i64, month: i64) -> i64 {
    // Years that begin in March, so that the leap day comes last.
    let (year, month) = if month < 2 {
        (year - 1, month + 10)
    } else {
        (year, month - 2)
    };
    let days_before = (153 * month + 2) / 5;
    let leaps = year / 4 - year / 100 + year / 400;
    year * 365 + leaps + days_before - 719_468
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_follow_each_other() {
        for (year, expected) in [
            (1970.0 + 1.0 / 31.0 / 12.0, 0),
            (1970.0, -1),
            (2024.0 + 2.0 / 12.0, 19_782),
            (2024.5, 19_904),
            (2025.0, 20_088),
            (2026.0 + 25.0 / 31.0 / 12.0, 20_478),
        ] {
            assert_eq!(day(year), Some(expected), "{year}");
        }
        assert_eq!(day(-1.0), None);
    }
}
