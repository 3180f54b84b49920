//! `healthequal_aci.json` and `healthequal_rci.json`: concentration indices by the convenience regression,
//! over groups, or over the people of a survey.

use std::collections::BTreeMap;

use equal_measure::core::measure::ordered::bounded::Bounds;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::standard_error::wald;
use equal_measure::core::number::normal;
use equal_measure::core::refusal::Refusal;

use super::healthequal::{level, ordered, put, sample};
use crate::gold::case::{Case, number};
use crate::gold::columns::Columns;
use crate::gold::oracles::concentration::{self, Person};

/// The absolute index.
pub fn absolute(case: &Case) -> Result<Columns, Refusal> {
    if is_of_people(case) {
        return survey(case, false);
    }
    let sample = scaled(case, bounds(case)?)?;
    with_error(
        case,
        concentration::of_groups(&sample, None, level(case), |_| Ok(1.0)),
    )
}

/// The relative index, or Erreygers' or Wagstaff's.
pub fn relative(case: &Case) -> Result<Columns, Refusal> {
    if is_of_people(case) {
        return survey(case, true);
    }
    let method = case.option_text("method", "");
    let limits = bounds(case)?;
    let level = level(case);
    let room = |sample: &Sample| Ok(1.0 / (sample.mean() * (1.0 - sample.mean())));
    let estimate = match (method.as_str(), limits) {
        ("", limits) => {
            concentration::of_groups(&scaled(case, limits)?, None, level, |sample: &Sample| {
                Ok(1.0 / sample.positive_mean()?)
            })
        }
        (_, None) => Err(Refusal::Mismatch {
            what: "this index needs the possible values",
        }),
        ("erreygers", limits) => {
            concentration::of_groups(&scaled(case, None)?, limits, level, |_| Ok(4.0))
        }
        (_, limits) => concentration::of_groups(&scaled(case, None)?, limits, level, room),
    };
    with_error(case, estimate)
}

/// Whether the rows are people: they have weights, or share their ranks and have no sizes.
fn is_of_people(case: &Case) -> bool {
    let mut ranks = case.numbers("subgroup_order");
    ranks.sort_by(f64::total_cmp);
    let shared = ranks
        .windows(2)
        .any(|pair| pair[0].total_cmp(&pair[1]).is_eq());
    case.has("weight") || shared && !case.has("pop")
}

fn bounds(case: &Case) -> Result<Option<Bounds>, Refusal> {
    match (number(&case.option("lmin")), number(&case.option("lmax"))) {
        (None, None) => Ok(None),
        (Some(lowest), Some(highest)) => Bounds::new(lowest, highest).map(Some),
        _ => Err(Refusal::Mismatch {
            what: "both possible values are needed, or neither",
        }),
    }
}

fn scaled(case: &Case, bounds: Option<Bounds>) -> Result<Sample, Refusal> {
    let sample = sample(case, &ordered(case)?)?;
    match bounds {
        Some(bounds) => bounds.on_unit_scale(&sample),
        None => Ok(sample),
    }
}

/// The standard error is read back from the limits, which the library gives instead of it.
fn with_error(
    case: &Case,
    estimate: Result<equal_measure::core::estimate::Estimate, Refusal>,
) -> Result<Columns, Refusal> {
    let estimate = estimate?;
    let limits = estimate.interval().clone()?;
    let error = (limits.upper() - limits.lower()) / (2.0 * normal::z(level(case)));
    Ok(put(&Ok(estimate), Ok(error)))
}

fn survey(case: &Case, relative: bool) -> Result<Columns, Refusal> {
    let values = case.numbers("est");
    let ranks = case.numbers("subgroup_order");
    let weighted = case.has("weight");
    let weights = case.maybe("weight");
    let units = case.texts("psu");
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let people: Vec<Person> = (0..values.len())
        .map(|row| {
            let next = names.len();
            let cluster = match units.get(row) {
                Some(unit) => *names.entry(unit).or_insert(next),
                None => row,
            };
            #[expect(
                clippy::cast_possible_truncation,
                reason = "places are small whole numbers"
            )]
            let rank = ranks[row] as i64;
            Person {
                value: values[row],
                rank,
                weight: weights.get(row).copied().flatten().unwrap_or(1.0),
                cluster,
            }
        })
        .collect();
    let (index, error, mean) = concentration::of_people(&people, weighted || case.has("psu"))?;
    let by = if relative { mean } else { 1.0 };
    let (index, error) = (index / by, error / by);
    Ok(put(
        &wald(index, Ok(error), level(case), "survey"),
        Ok(error),
    ))
}
