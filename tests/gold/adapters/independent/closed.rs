//! Intervals in closed form of the measures over all groups, and of two shares compared.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::{Counts, Kind};
use equal_measure::core::measure::all_groups::{
    atkinson_index, attributable_risk, between_group_variance, deviation::Weights,
    difference_from_best, difference_from_mean, difference_from_reference, disparity, gini_index,
    hoover_index, mean_log_deviation, theil_index,
};
use equal_measure::core::measure::ordered::bounded::Bounds;
use equal_measure::core::measure::ordered::{
    absolute_concentration_index, erreygers_index, relative_concentration_index, relative_index,
    slope_index, wagstaff_index,
};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::two_groups::standardised_difference::{self, Moments};
use equal_measure::core::measure::two_groups::{
    cohens_h, percent_difference, representation, share_gap, shortfall_ratio,
};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Polarity;

use super::{alone, counts, level_of};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn intervals(case: &Case) -> Result<Columns, Refusal> {
    let [values, people, errors] = ["values", "people", "errors"].map(|name| case.numbers(name));
    let (s, last) = (&Sample::new(values, people, Some(errors))?, case.rows() - 1);
    let (level, better, neutral) = (level_of(case)?, Polarity::MoreIsBetter, Polarity::Neutral);
    let share = Bounds::new(0.0, 1.0)?;
    let estimate: Result<Estimate, Refusal> = match case.option_text("measure", "").as_str() {
        "atkinson-half" => atkinson_index::of(s, 0.5, level),
        "atkinson-one" => atkinson_index::of(s, 1.0, level),
        "atkinson-two" => atkinson_index::of(s, 2.0, level),
        "gini" => gini_index::of(s, level),
        "hoover" => hoover_index::of(s, level),
        "theil" => theil_index::of(s, level),
        "mean-log-deviation" => mean_log_deviation::of(s, level),
        "deviation" => between_group_variance::deviation::of(s, level),
        "variation" => between_group_variance::relative::of(s, level),
        "from-mean-weighted" => difference_from_mean::of(s, None, Weights::People, level),
        "from-mean" => difference_from_mean::of(s, None, Weights::Groups, level),
        "from-best-weighted" => difference_from_best::of(s, better, Weights::People, level),
        "from-best" => difference_from_best::of(s, better, Weights::Groups, level),
        "from-reference-weighted" => difference_from_reference::of(s, 0, Weights::People, level),
        "from-reference" => difference_from_reference::of(s, 0, Weights::Groups, level),
        "disparity-weighted" => disparity::of(s, None, Weights::People, level),
        "disparity" => disparity::of(s, None, Weights::Groups, level),
        "attributable-risk" => attributable_risk::of(s, last, neutral, level),
        "attributable-fraction" => attributable_risk::fraction::of(s, last, neutral, level),
        "absolute-concentration" => absolute_concentration_index::of(s, level),
        "relative-concentration" => relative_concentration_index::of(s, level),
        "erreygers" => erreygers_index::of(s, share, level),
        "wagstaff" => wagstaff_index::of(s, share, level),
        "slope" => slope_index::of(s, level),
        "relative" => relative_index::of(s, level),
        "relative-log" => relative_index::log::of(s, level),
        "slope-logit" => slope_index::logit::of(s, level),
        "relative-logit" => relative_index::logit::of(s, level),
        other => panic!("no measure {other}"),
    };
    Ok(alone(&estimate))
}

pub fn two_shares(case: &Case) -> Result<Columns, Refusal> {
    let (both, level) = (counts(case, "events", "people"), level_of(case)?);
    let (first, second) = (both[0], both[1]);
    let everyone = Counts {
        events: first.events + second.events,
        people: first.people + second.people,
    };
    let moments = (Moments::of_share(first)?, Moments::of_share(second)?);
    let mut out = Columns::default();
    for (name, estimate) in [
        ("h", cohens_h::of_shares(first, second, level)),
        (
            "d",
            standardised_difference::of(moments.0, moments.1, level),
        ),
        (
            "shortfall",
            shortfall_ratio::of_shares(first, second, level),
        ),
        (
            "percent",
            percent_difference::of_shares(first, second, level),
        ),
        (
            "share_gap",
            share_gap::of(first, everyone, Kind::Share, level),
        ),
        (
            "representation",
            representation::of(first, everyone, Kind::Share, level),
        ),
    ] {
        let [lower, upper] = ["lower", "upper"].map(|side| format!("{name}_{side}"));
        out.push_estimate([name, &lower, &upper], &estimate);
    }
    Ok(out)
}
