//! Change over time, recovery, days to reach a share, and the control chart.

use equal_measure::core::analysis::control_chart::{self, Signal};
use equal_measure::core::analysis::days_to_reach;
use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::measure::time::{annual_change, gap_change};
use equal_measure::core::measure::two_groups::ratio;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

use super::{alone, counts, level_of};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn change(case: &Case) -> Result<Columns, Refusal> {
    let [values, lowers, uppers] =
        ["value_of", "lower_of", "upper_of"].map(|name| case.numbers(name));
    let gap = |place: usize| {
        let interval = Interval::new(lowers[place], uppers[place], Level::P95);
        Estimate::new(values[place], interval, "given")
    };
    let (before, now) = (gap(0)?, gap(1)?);
    let change = if case.option("ratio").as_bool().unwrap() {
        gap_change::of_ratios(&before, &now, Level::P95)
    } else {
        gap_change::of_differences(&before, &now, Level::P95)
    };
    Ok(alone(&change))
}

pub fn annual(case: &Case) -> Result<Columns, Refusal> {
    let series: Vec<(f64, f64)> = case
        .numbers("time")
        .into_iter()
        .zip(case.numbers("value_of"))
        .collect();
    let errors = case.has("error").then(|| case.numbers("error"));
    let level = level_of(case)?;
    Ok(alone(&annual_change::of(&series, errors.as_deref(), level)))
}

pub fn recovered(case: &Case) -> Result<Columns, Refusal> {
    let level = level_of(case)?;
    let before = counts(case, "baseline_events", "baseline_days");
    let later = counts(case, "later_events", "later_days");
    let [ours, theirs] = [0, 1].map(|at| ratio::of_rates(later[at], before[at], level));
    let behind = ours
        .clone()
        .and_then(|ours| gap_change::of_ratios(&theirs?, &ours, level));
    let mut out = alone(&behind);
    let names = ["recovery", "recovery_lower", "recovery_upper"];
    out.push_estimate(names, &ours);
    Ok(out)
}

pub fn lag(case: &Case) -> Result<Columns, Refusal> {
    let series = |days: &str, shares: &str| -> Vec<(i64, f64)> {
        let days = case.texts(days);
        let days = days.iter().map(|day| day.parse().unwrap());
        days.zip(case.numbers(shares)).collect()
    };
    let (first, second) = (series("day_1", "share_1"), series("day_2", "share_2"));
    let lag = days_to_reach::lag(&first, &second, case.option_number("share", 0.5));
    let mut out = Columns::default();
    out.push("lag", lag.map(|days| days as f64));
    Ok(out)
}

pub fn chart(case: &Case) -> Result<Columns, Refusal> {
    let chart = control_chart::of(&case.maybe("value_of"))?;
    let mut out = Columns::default();
    out.push("mean", chart.mean);
    out.push("lower", chart.lower);
    out.push("upper", chart.upper);
    for (name, signal) in [
        ("outside", Signal::Outside),
        ("shift", Signal::Shift),
        ("trend", Signal::Trend),
        ("near_limit", Signal::NearLimit),
    ] {
        let found = |of: &Vec<Signal>| f64::from(u8::from(of.contains(&signal)));
        out.put(name, chart.signals.iter().map(found));
    }
    Ok(out)
}
