//! The measures on published files, against figures computed independently.

use super::whole;
use equal_measure::core::analysis::days_to_reach;
use equal_measure::core::group::Counts;
use equal_measure::core::measure::all_groups::{attributable_risk, between_group_variance};
use equal_measure::core::measure::ordered::{
    absolute_concentration_index, relative_concentration_index, relative_index, slope_index,
};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::two_groups::{difference, number_needed, ratio, shortfall_ratio};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};

/// The rows of a whole file without its header.
fn rows(name: &str) -> Option<Vec<Vec<String>>> {
    let text = String::from_utf8(whole(name)?).unwrap();
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
    Some(text.lines().skip(1).map(cells).collect())
}

/// A figure to as many digits as the published one has.
fn check(what: &str, got: f64, want: &str) {
    let digits = want.split_once('.').map_or(0, |(_, digits)| digits.len());
    assert_eq!(format!("{got:.digits$}"), want, "{what}");
}

#[test]
fn births_attended_by_skilled_personnel_in_wealth_fifths() {
    let Some(rows) = rows("who_healthequal_OrderedSample.csv") else {
        return;
    };
    let column =
        |place: usize| -> Vec<f64> { rows.iter().map(|row| row[place].parse().unwrap()).collect() };
    let (values, errors, people) = (column(4), column(5), column(6));
    let fifths = Sample::new(values.clone(), people.clone(), Some(errors)).unwrap();
    let level = Level::P95;
    let none = || Err(Refusal::NoStandardError);
    let (first, last) = ((values[0], none()), (values[4], none()));
    let gap = difference::of_values(last.clone(), first.clone(), level).unwrap();
    check("difference", gap.value(), "23.6188");
    check(
        "ratio",
        ratio::of_values(last, first, level).unwrap().value(),
        "1.3124",
    );
    let absolute = absolute_concentration_index::of(&fifths, level).unwrap();
    check("absolute concentration index", absolute.value(), "4.3005");
    let relative = relative_concentration_index::of(&fifths, level).unwrap();
    check(
        "relative concentration index",
        100.0 * relative.value(),
        "4.6951",
    );
    check(
        "variance",
        between_group_variance::value(&fifths),
        "73.2663",
    );
    let risk = attributable_risk::of(&fifths, 4, Polarity::MoreIsBetter, level).unwrap();
    check("attributable risk", risk.value(), "7.6274");
    let slope = slope_index::of(&fifths, level).unwrap();
    check("slope index", slope.value(), "26.8835");
    let shares = fifths.with_values(values.iter().map(|value| value / 100.0).collect());
    let slope = slope_index::logit::of(&shares, level).unwrap();
    check("slope index, logit", 100.0 * slope.value(), "31.6789");
    let relative = relative_index::logit::of(&shares, level).unwrap();
    check("relative index, logit", relative.value(), "1.4674");
}

#[test]
fn first_doses_of_people_of_eighty_and_over() {
    let Some(rows) = rows("opensafely_vacc_first_dose_80plus.csv") else {
        return;
    };
    let counts = |category: &str, group: &str| -> Counts {
        let row = rows
            .iter()
            .find(|row| row[0].starts_with(category) && row[1].starts_with(group))
            .unwrap();
        Counts {
            events: row[2].parse().unwrap(),
            people: row[4].parse().unwrap(),
        }
    };
    let fifths: Vec<Counts> = ["1", "2", "3", "4", "5"]
        .iter()
        .map(|group| counts("Index of Multiple Deprivation", group))
        .collect();
    for (counts, share) in fifths
        .iter()
        .zip(["94.659", "96.155", "97.229", "97.558", "98.105"])
    {
        check("coverage", 100.0 * counts.events / counts.people, share);
    }
    let level = Level::P95;
    let gap = difference::of_shares(fifths[4], fifths[0], level).unwrap();
    check("gap", 100.0 * gap.value(), "3.4453");
    let without = shortfall_ratio::of_shares(fifths[0], fifths[4], level).unwrap();
    check("ratio of the unvaccinated", without.value(), "2.8177");
    let sample = Sample::new(
        fifths.iter().map(|c| c.events / c.people).collect(),
        fifths.iter().map(|c| c.people).collect(),
        None,
    )
    .unwrap();
    let slope = slope_index::of(&sample, level).unwrap();
    check("slope index", 100.0 * slope.value(), "3.5882");
    let white = counts("Ethnicity (broad", "White");
    for (group, people) in [("Black", "2036"), ("South Asian", "2171")] {
        let group = counts("Ethnicity (broad", group);
        let needed = number_needed::to_group(group, white, Polarity::MoreIsBetter).unwrap();
        check("number needed", needed.value(), people);
    }
}

#[test]
fn days_to_vaccinate_nine_in_ten() {
    let Some(rows) = rows("opensafely_vacc_80plus_imd_daily.csv") else {
        return;
    };
    let series = |doses: usize, people: usize| -> Vec<(i64, f64)> {
        let number = |cell: &String| cell.parse::<f64>().unwrap();
        (0..)
            .zip(&rows)
            .map(|(day, row)| (day, number(&row[doses]) / number(&row[people])))
            .collect()
    };
    let lag = days_to_reach::lag(&series(1, 7), &series(5, 11), 0.9).unwrap();
    assert_eq!(lag, 20);
}
