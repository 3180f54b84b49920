//! `two_proportions.json`, `two_rates.json` and `mantel_haenszel.json`: two groups set side by side.

use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::group::Counts;
use equal_measure::core::interval::{exact_poisson, level};
use equal_measure::core::measure::two_groups::{
    cramers_v, difference, difference_test, mantel_haenszel, odds_ratio, ratio,
};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::exact_tests;

pub fn counts(case: &Case, events: &str, people: &str) -> Vec<Counts> {
    case.numbers(events)
        .into_iter()
        .zip(case.numbers(people))
        .map(|(events, people)| Counts { events, people })
        .collect()
}

fn level_of(case: &Case) -> Result<Level, Refusal> {
    level::written(case.option_number("confidence", 0.95))
}

/// A ratio and its limits. The references give 0 for the lower limit of a ratio of 0; the library
/// refuses the interval, which has no upper limit.
fn push_ratio(out: &mut Columns, names: [&str; 3], ratio: &Result<Estimate, Refusal>) {
    out.push_estimate(names, ratio);
    if let Ok(none) = ratio
        && none.value() <= 0.0
    {
        out.put(names[1], [0.0]);
    }
}

pub fn shares(case: &Case) -> Result<Columns, Refusal> {
    let (level, both) = (level_of(case)?, counts(case, "x", "n"));
    let (a, b) = (both[0], both[1]);
    let mut out = Columns::default();
    let newcombe = difference::of_shares(a, b, level);
    out.push_estimate(
        ["difference", "newcombe_lower", "newcombe_upper"],
        &newcombe,
    );
    let wald = exact_tests::of_shares_simple(a, b, level);
    out.push_estimate(["the same", "wald_lower", "wald_upper"], &wald);
    let katz = ratio::of_shares(a, b, level);
    push_ratio(&mut out, ["risk_ratio", "katz_lower", "katz_upper"], &katz);
    let woolf = odds_ratio::of_shares(a, b, level);
    push_ratio(
        &mut out,
        ["odds_ratio", "woolf_lower", "woolf_upper"],
        &woolf,
    );
    let pooled = difference_test::pooled(a, b);
    out.push("z_pooled", pooled.clone().map(|(z, _)| z));
    out.push("p_value_two_sided", pooled.map(|(_, p)| p));
    out.push("chisq_no_yates", cramers_v::chi_square(&both));
    out.push("fisher_p", exact_tests::exact_shares(a, b));
    Ok(out)
}

pub fn rates(case: &Case) -> Result<Columns, Refusal> {
    let (level, both) = (level_of(case)?, counts(case, "events", "person_time"));
    let (a, b) = (both[0], both[1]);
    let mut out = Columns::default();
    for (counts, value, limits) in [(a, "rate1", "exact1"), (b, "rate2", "exact2")] {
        let exact = exact_poisson(counts.events, level)?.map(|events| events / counts.people)?;
        out.push(value, exact.value());
        let interval = exact.interval().clone()?;
        out.put(limits, [interval.lower(), interval.upper()]);
    }
    let wald = difference::of_rates(a, b, level);
    out.push_estimate(["rate_difference", "rd_wald_lower", "rd_wald_upper"], &wald);
    let log = ratio::of_rates(a, b, level);
    push_ratio(&mut out, ["rate_ratio", "log_lower", "log_upper"], &log);
    let exact = exact_tests::exact_limits(a, b, level);
    out.push("exact_rr_lower", exact.clone().map(|(lower, _)| lower));
    let none = Refusal::Zero { what: "the rate" };
    out.push(
        "exact_rr_upper",
        exact.and_then(|(_, upper)| upper.ok_or(none)),
    );
    out.push("p_exact", exact_tests::exact_rates(a, b));
    Ok(out)
}

pub fn pooled(case: &Case) -> Result<Columns, Refusal> {
    let level = level_of(case)?;
    let strata: Vec<_> = counts(case, "events_exposed", "n_exposed")
        .into_iter()
        .zip(counts(case, "events_unexposed", "n_unexposed"))
        .collect();
    let mut out = Columns::default();
    let mut push = |name: &str, estimate: Result<Estimate, Refusal>| {
        let limit = |limit: fn(Interval) -> f64| {
            let interval = estimate.clone().and_then(|one| one.interval().clone());
            interval.map(limit)
        };
        out.push(name, estimate.clone().map(|one| one.value()));
        out.push(&format!("{name}_lower"), limit(Interval::lower));
        out.push(&format!("{name}_upper"), limit(Interval::upper));
    };
    push("mh_rr", mantel_haenszel::ratio(&strata, level));
    push("mh_or", mantel_haenszel::odds_ratio(&strata, level));
    push("mh_rd", mantel_haenszel::difference(&strata, level));
    let test = mantel_haenszel::test(&strata);
    out.push("cmh_chisq", test.clone().map(|test| test.chi_square));
    out.push("cmh_p", test.map(|test| test.p));
    Ok(out)
}
