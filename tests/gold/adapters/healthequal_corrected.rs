//! `healthequal_corrected.json`: what the package would give without its defects.

use equal_measure::core::measure::all_groups::{
    attributable_risk, deviation::Weights, difference_from_best, difference_from_mean,
    difference_from_reference, mean_log_deviation, theil_index,
};
use equal_measure::core::measure::ordered::ends::{Ends, Uncertainty};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::standard_error::wald;
use equal_measure::core::number::normal;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};

use super::healthequal::{complete, ordered, reference, sample};
use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::walter_error::walter_error;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    match case.name.split('_').next() {
        Some("sii") => logit(case),
        Some("ti") => entropy(case),
        Some("paf") => attributable(case),
        _ => missing(case),
    }
}

/// The logit slope, events rounded to whole people as the package rounds them. The columns
/// `package_*_analytic` weigh by the square of the people.
fn logit(case: &Case) -> Result<Columns, Refusal> {
    let scale = case.option_number("scale", 1.0);
    let given = sample(case, &ordered(case)?)?;
    let people: Vec<f64> = given.populations().iter().map(|n| n.ceil()).collect();
    let values: Vec<f64> = given
        .values()
        .iter()
        .zip(&people)
        .map(|(y, n)| (y / scale * n).round_ties_even() / n)
        .collect();
    let sample = Sample::new(values, people, None)?;
    let ends = Ends::logit(&sample)?;
    let scatter = Uncertainty::Scatter;
    let slope = ends.difference(&sample, scatter, Level::P95, "logit, robust")?;
    let slope = slope.map(|gap| gap * scale);
    let ratio = ends.ratio(&sample, scatter, Level::P95, "logit, robust");
    let mut out = Columns::default();
    out.push_estimate(["sii_corrected", "sii_lower", "sii_upper"], &slope);
    out.push_estimate(["rii_corrected", "rii_lower", "rii_upper"], &ratio);
    let error = ends.difference_error(&sample, Uncertainty::Scatter);
    out.push("sii_se_corrected", error.map(|error| error * scale));
    out.push(
        "rii_log_se",
        ends.log_ratio_error(&sample, Uncertainty::Scatter),
    );
    Ok(out)
}

fn entropy(case: &Case) -> Result<Columns, Refusal> {
    let sample = sample(case, &complete(case)?)?;
    let mut out = Columns::default();
    for (name, estimate) in [
        ("ti", theil_index::of(&sample, Level::P95)?),
        ("mld", mean_log_deviation::of(&sample, Level::P95)?),
    ] {
        let estimate = estimate.map(|index| index * 1000.0)?;
        let limits = estimate.interval().clone()?;
        out.push(name, estimate.value());
        out.push(&format!("{name}_lower"), limits.lower());
        out.push(&format!("{name}_upper"), limits.upper());
        let error = (limits.upper() - limits.lower()) / (2.0 * normal::z(Level::P95));
        out.push(&format!("{name}_se_corrected"), error);
    }
    Ok(out)
}

fn attributable(case: &Case) -> Result<Columns, Refusal> {
    let scale = case.option_number("scale", 1.0);
    let sample = sample(case, &ordered(case)?)?;
    let place = sample.values().len() - 1;
    let polarity = Polarity::MoreIsBetter;
    let mean = sample.mean();
    let risk = attributable_risk::of(&sample, place, polarity, Level::P95)?.value();
    let shares = sample.with_values(sample.values().iter().map(|y| y / scale).collect());
    let error = walter_error(&shares, place)?;
    let percent = wald(100.0 * risk / mean, Ok(100.0 * error), Level::P95, "Walter");
    let mut out = Columns::default();
    out.push_estimate(["paf_percent", "paf_lower", "paf_upper"], &percent);
    out.push("paf_se_percent_corrected", 100.0 * error);
    out.push("par", risk);
    out.push("par_se", mean.abs() * error);
    Ok(out)
}

fn missing(case: &Case) -> Result<Columns, Refusal> {
    let rows = complete(case)?;
    let sample = sample(case, &rows)?;
    let place = reference(case, &rows)?.ok_or(Refusal::Missing {
        what: "reference group",
    })?;
    let polarity = Polarity::MoreIsBetter;
    let mut out = Columns::default();
    let (people, groups, level) = (Weights::People, Weights::Groups, Level::P95);
    for (name, estimate) in [
        (
            "mdru",
            difference_from_reference::of(&sample, place, groups, level),
        ),
        (
            "mdrw",
            difference_from_reference::of(&sample, place, people, level),
        ),
        (
            "mdbu",
            difference_from_best::of(&sample, polarity, groups, level),
        ),
        (
            "mdbw",
            difference_from_best::of(&sample, polarity, people, level),
        ),
        (
            "mdmw",
            difference_from_mean::of(&sample, None, people, level),
        ),
    ] {
        out.push(name, estimate.map(|estimate| estimate.value()));
    }
    Ok(out)
}
