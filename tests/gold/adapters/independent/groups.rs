//! Numbers needed, groups that stand out, slopes of life expectancy, and the modified concentration index.

use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::group::{Counts, Kind};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::two_groups::number_needed;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};

use super::{alone, counts, level_of};
use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::{life_slope, modified_concentration_index, status_out};

pub fn needed(case: &Case) -> Result<Columns, Refusal> {
    let groups = counts(case, "events", "people");
    let polarity = if case.option("more_is_better").as_bool().unwrap() {
        Polarity::MoreIsBetter
    } else {
        Polarity::MoreIsWorse
    };
    let target = Counts {
        events: 2.0 / 3.0,
        people: 1.0,
    };
    let mut out = Columns::default();
    for (name, needed) in [
        (
            "average",
            number_needed::average::of(groups[0], &groups, polarity),
        ),
        (
            "best",
            number_needed::best::of(groups[0], &groups, polarity),
        ),
        (
            "target",
            number_needed::to_group(groups[0], target, polarity),
        ),
    ] {
        out.push(name, needed.map(|needed| needed.value()));
    }
    Ok(out)
}

pub fn status(case: &Case) -> Result<Columns, Refusal> {
    let kind = if case.option_text("kind", "") == "rate" {
        Kind::Rate
    } else {
        Kind::Share
    };
    let found = status_out::of(&counts(case, "events", "people"), kind)?;
    let mut out = Columns::default();
    out.put("p", found.iter().map(|group| group.p));
    out.put("corrected", found.iter().map(|group| group.corrected));
    Ok(out)
}

pub fn slope(case: &Case) -> Result<Columns, Refusal> {
    let (years, halves) = (case.numbers("years"), case.numbers("half_width"));
    let groups = case
        .numbers("people")
        .into_iter()
        .zip(years.into_iter().zip(halves))
        .map(|(people, (years, half))| {
            let limits = Interval::new(years - half, years + half, Level::P95);
            Ok((people, Estimate::new(years, limits, "given")?))
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    Ok(alone(&life_slope::of(&groups, level_of(case)?)))
}

pub fn modified(case: &Case) -> Result<Columns, Refusal> {
    let [values, people, errors] = ["values", "people", "errors"].map(|name| case.numbers(name));
    let sample = Sample::new(values, people, Some(errors))?;
    let lowest = case.option_number("lowest", 0.0);
    let index = modified_concentration_index::of(&sample, lowest, Level::P95);
    Ok(alone(&index))
}
