//! `concentration_index.json`, `gini_lorenz.json`, `trend_tests.json` and `kitagawa.json`.

use std::collections::BTreeMap;

use equal_measure::core::analysis::lorenz_curve;
use equal_measure::core::group::Counts;
use equal_measure::core::measure::all_groups::{
    gini_index, heterogeneity, hoover_index, mean_log_deviation, theil_index,
};
use equal_measure::core::measure::ordered::bounded::Bounds;
use equal_measure::core::measure::ordered::{
    absolute_concentration_index, erreygers_index, relative_concentration_index, trend,
    wagstaff_index,
};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::why::kitagawa::{self, Stratum};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

use crate::gold::case::{Case, number};
use crate::gold::columns::Columns;
use crate::gold::oracles::modified_concentration_index;

/// People of one rank share it, so that they enter as one group. Without weights each counts once.
pub fn concentration(case: &Case) -> Result<Columns, Refusal> {
    let values = case.numbers("y");
    let weights = if case.has("weight") {
        case.numbers("weight")
    } else {
        vec![1.0; values.len()]
    };
    let ranks = case.numbers("rank_order");
    let mut known = ranks.clone();
    known.sort_by(f64::total_cmp);
    let mut by_rank: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (row, rank) in ranks.into_iter().enumerate() {
        let place = known.partition_point(|other| *other < rank);
        let group = by_rank.entry(place).or_default();
        group.0 += weights[row];
        group.1 += weights[row] * values[row];
    }
    let sample = Sample::new(
        by_rank.values().map(|(weight, sum)| sum / weight).collect(),
        by_rank.values().map(|(weight, _)| *weight).collect(),
        None,
    )?;
    let level = Level::P95;
    let mut out = Columns::default();
    out.push("mean", sample.mean());
    let standard = relative_concentration_index::of(&sample, level);
    out.push("ci_standard", standard.map(|index| index.value()));
    let absolute = absolute_concentration_index::of(&sample, level);
    out.push("ci_generalised", absolute.map(|index| index.value()));
    let limits = (number(&case.option("lower")), number(&case.option("upper")));
    if let (Some(lowest), Some(highest)) = limits {
        let bounds = Bounds::new(lowest, highest)?;
        let erreygers = erreygers_index::of(&sample, bounds, level);
        out.push("ci_erreygers", erreygers.map(|index| index.value()));
        let wagstaff = wagstaff_index::of(&sample, bounds, level);
        out.push("ci_wagstaff", wagstaff.map(|index| index.value()));
        let modified = modified_concentration_index::of(&sample, lowest, level);
        out.push("ci_modified", modified.map(|index| index.value()));
    }
    Ok(out)
}

pub fn gini(case: &Case) -> Result<Columns, Refusal> {
    let sample = Sample::new(case.numbers("y"), case.numbers("weight"), None)?;
    let mut out = Columns::default();
    out.push("gini", gini_index::value(&sample));
    out.push("hoover", hoover_index::value(&sample));
    out.push("theil_T", theil_index::value(&sample));
    out.push("mld", mean_log_deviation::value(&sample));
    for (people, outcome) in lorenz_curve::points(&sample)? {
        out.push("lorenz_x", people);
        out.push("lorenz_y", outcome);
    }
    Ok(out)
}

pub fn tests(case: &Case) -> Result<Columns, Refusal> {
    let groups: Vec<Counts> = case
        .numbers("x")
        .into_iter()
        .zip(case.numbers("n"))
        .map(|(events, people)| Counts { events, people })
        .collect();
    let trend = trend::of_shares(&groups);
    let test = heterogeneity::of_shares(&groups);
    let mut out = Columns::default();
    out.push("cochran_armitage_chisq", trend.clone().map(|t| t.z * t.z));
    out.push("cochran_armitage_p", trend.map(|t| t.p));
    out.push("heterogeneity_chisq", test.clone().map(|t| t.chi_square));
    out.push("heterogeneity_df", groups.len() as f64 - 1.0);
    out.push("heterogeneity_p", test.map(|t| t.p));
    Ok(out)
}

pub fn parts(case: &Case) -> Result<Columns, Refusal> {
    let column = |name| case.numbers(name);
    let (n_a, rate_a) = (column("n_a"), column("rate_a"));
    let (n_b, rate_b) = (column("n_b"), column("rate_b"));
    let strata: Vec<Stratum> = (0..n_a.len())
        .map(|row| Stratum {
            first_people: n_a[row],
            first_rate: rate_a[row],
            second_people: n_b[row],
            second_rate: rate_b[row],
        })
        .collect();
    let parts = kitagawa::of(&strata)?;
    let mut out = Columns::default();
    out.push("total_a", parts.first);
    out.push("total_b", parts.second);
    out.push("gap", parts.gap());
    out.push("rate_component", parts.rate);
    out.push("composition_component", parts.composition);
    out.push("three_way_rate", parts.three.rate);
    out.push("three_way_composition", parts.three.composition);
    out.push("three_way_interaction", parts.three.interaction);
    out.put("rate_by_stratum", parts.rate_by_stratum);
    out.put("composition_by_stratum", parts.composition_by_stratum);
    Ok(out)
}
