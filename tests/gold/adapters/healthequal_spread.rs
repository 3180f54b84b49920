//! The `healthequal_*` measures over all groups, with closed-form or simulated limits.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::measure::all_groups::deviation::best;
use equal_measure::core::measure::all_groups::{
    attributable_risk, between_group_variance, deviation::Weights, difference_from_best,
    difference_from_mean, difference_from_reference, disparity, mean_log_deviation, theil_index,
};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::standard_error::wald;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};

use super::healthequal::{
    complete, constant, level, ordered, pick, polarity, put, reference, sample,
};
use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::mersenne::Mersenne;
use crate::gold::oracles::simulation;
use crate::gold::oracles::walter_error::walter_error;

/// The between-group variance.
pub fn variance(case: &Case) -> Result<Columns, Refusal> {
    let sample = several(case)?;
    Ok(put(
        &between_group_variance::of(&sample, level(case)),
        between_group_variance::standard_error(&sample),
    ))
}

/// The Theil index times 1,000; the package puts a millionth for a value of 0.
pub fn theil(case: &Case) -> Result<Columns, Refusal> {
    let sample = above_zero(&several(case)?);
    let estimate = theil_index::of(&sample, level(case));
    let estimate = estimate.and_then(|one| one.map(|index| index * 1000.0));
    Ok(put(&estimate, Err(Refusal::NoStandardError)))
}

/// The mean log deviation times 1,000; the package puts a millionth for a value of 0.
pub fn log_deviation(case: &Case) -> Result<Columns, Refusal> {
    let sample = above_zero(&several(case)?);
    let estimate = mean_log_deviation::of(&sample, level(case));
    let estimate = estimate.and_then(|one| one.map(|index| index * 1000.0));
    Ok(put(&estimate, Err(Refusal::NoStandardError)))
}

/// The between-group standard deviation.
pub fn deviation(case: &Case) -> Result<Columns, Refusal> {
    simulated(case, 1.0, |sample| {
        Ok(between_group_variance::deviation::value(sample))
    })
}

/// The coefficient of variation.
pub fn variation(case: &Case) -> Result<Columns, Refusal> {
    simulated(case, 100.0, between_group_variance::relative::value)
}

/// The index of disparity, weighted.
pub fn disparity(case: &Case) -> Result<Columns, Refusal> {
    closed(case, 100.0, |sample| {
        disparity::of(sample, None, Weights::People, LEVEL)
    })
}

/// The index of disparity, each group alike.
pub fn plain_disparity(case: &Case) -> Result<Columns, Refusal> {
    let average = average(case)?;
    closed(case, 100.0, |sample| {
        disparity::of(sample, average, Weights::Groups, LEVEL)
    })
}

/// The mean difference from the average, weighted.
pub fn from_mean(case: &Case) -> Result<Columns, Refusal> {
    closed(case, 1.0, |sample| {
        difference_from_mean::of(sample, None, Weights::People, LEVEL)
    })
}

/// The mean difference from the average, each group alike.
pub fn plain_from_mean(case: &Case) -> Result<Columns, Refusal> {
    let average = average(case)?;
    closed(case, 1.0, |sample| {
        difference_from_mean::of(sample, average, Weights::Groups, LEVEL)
    })
}

/// The mean difference from the best group, weighted.
pub fn from_best(case: &Case) -> Result<Columns, Refusal> {
    closed(case, 1.0, |sample| {
        difference_from_best::of(sample, polarity(case), Weights::People, LEVEL)
    })
}

/// The mean difference from the best group, each group alike.
pub fn plain_from_best(case: &Case) -> Result<Columns, Refusal> {
    closed(case, 1.0, |sample| {
        difference_from_best::of(sample, polarity(case), Weights::Groups, LEVEL)
    })
}

/// The mean difference from the reference group, weighted.
pub fn from_reference(case: &Case) -> Result<Columns, Refusal> {
    let place = named(case)?;
    closed(case, 1.0, |sample| {
        difference_from_reference::of(sample, place, Weights::People, LEVEL)
    })
}

/// The mean difference from the reference group, each group alike.
pub fn plain_from_reference(case: &Case) -> Result<Columns, Refusal> {
    let place = named(case)?;
    closed(case, 1.0, |sample| {
        difference_from_reference::of(sample, place, Weights::Groups, LEVEL)
    })
}

/// The population attributable risk, with Walter's error.
pub fn risk(case: &Case) -> Result<Columns, Refusal> {
    attributable(case, false)
}

/// The population attributable fraction, in per cent.
pub fn fraction(case: &Case) -> Result<Columns, Refusal> {
    attributable(case, true)
}

fn attributable(case: &Case, fraction: bool) -> Result<Columns, Refusal> {
    let is_ordered = constant(case, "ordered_dimension") == Some(1.0);
    let rows = if is_ordered {
        ordered(case)?
    } else {
        complete(case)?
    };
    let sample = sample(case, &rows)?;
    sample.at_least(3)?;
    let with_people = case.has("pop");
    let mean = if with_people {
        sample.mean()
    } else {
        average(case)?.ok_or(Refusal::NoPopulation)?
    };
    let values = sample.values();
    let place = if is_ordered {
        values.len() - 1
    } else {
        largest_best(&sample, polarity(case))
    };
    let gap = attributable_risk::clamped(values[place] - mean, polarity(case));
    let value = if fraction { 100.0 * gap / mean } else { gap };
    let scale = constant(case, "scaleval").unwrap_or(1.0);
    let error = if with_people {
        let shares = sample.with_values(values.iter().map(|y| y / scale).collect());
        walter_error(&shares, place).map(|error| error * if fraction { 100.0 } else { mean.abs() })
    } else {
        Err(Refusal::NoPopulation)
    };
    Ok(put(
        &wald(value, error.clone(), level(case), "Walter"),
        error,
    ))
}

/// The group with the best value; of equal ones, as the package has it, the largest.
fn largest_best(sample: &Sample, polarity: Polarity) -> usize {
    let (values, people) = (sample.values(), sample.populations());
    let place = best(values, polarity).unwrap();
    (0..values.len())
        .filter(|other| values[*other].total_cmp(&values[place]).is_eq())
        .reduce(|a, b| if people[b] > people[a] { b } else { a })
        .unwrap()
}

fn several(case: &Case) -> Result<Sample, Refusal> {
    let sample = sample(case, &complete(case)?)?;
    sample.at_least(3)?;
    Ok(sample)
}

fn above_zero(sample: &Sample) -> Sample {
    let values = sample
        .values()
        .iter()
        .map(|y| if *y == 0.0 { 1e-6 } else { *y });
    sample.with_values(values.collect())
}

/// The place of the reference group among the rows with an estimate.
fn named(case: &Case) -> Result<usize, Refusal> {
    reference(case, &complete(case)?)?.ok_or(Refusal::Missing {
        what: "reference group",
    })
}

/// The average given from elsewhere, needed where the sizes are not known.
fn average(case: &Case) -> Result<Option<f64>, Refusal> {
    let given = pick(
        &case.maybe("setting_average"),
        &[0][..usize::from(case.has("setting_average"))],
    )
    .and_then(|list| list.first().copied());
    if given.is_none() && !case.has("pop") {
        return Err(Refusal::NoPopulation);
    }
    Ok(given)
}

/// The package's simulation, seed for seed: 100 repetitions, and always the 95 % limits.
fn simulated(
    case: &Case,
    factor: f64,
    measure: impl Fn(&Sample) -> Result<f64, Refusal>,
) -> Result<Columns, Refusal> {
    let sample = several(case)?;
    let scale = constant(case, "scaleval");
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "repetitions and seeds are small"
    )]
    let interval = scale.ok_or(Refusal::NoStandardError).and_then(|scale| {
        let highest = (scale.total_cmp(&100.0).is_eq()).then_some(scale);
        let repetitions = case.option_number("sim", 100.0) as usize;
        let mut stream = Mersenne::new(case.option_number("seed", 123_456.0) as u32);
        simulation::limits(&sample, highest, repetitions, LEVEL, &mut stream, &measure)
    });
    let estimate = measure(&sample)
        .and_then(|value| Estimate::new(value, interval, "simulation"))
        .and_then(|estimate| estimate.map(|value| value * factor));
    Ok(put(&estimate, Err(Refusal::NoStandardError)))
}

/// The level of a closed form whose figure alone is wanted.
const LEVEL: Level = Level::P95;

/// As [`simulated`], of a measure with an interval of its own.
fn closed(
    case: &Case,
    factor: f64,
    measure: impl Fn(&Sample) -> Result<Estimate, Refusal>,
) -> Result<Columns, Refusal> {
    let value = |sample: &Sample| measure(sample).map(|estimate| estimate.value());
    simulated(case, factor, value)
}
