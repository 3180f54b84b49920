//! What the `healthequal_*` adapters share: the argument vectors as samples, and the package's rules.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity};

use serde_json::Value;

use crate::gold::case::Case;
use crate::gold::columns::Columns;

/// The level of the case.
pub fn level(case: &Case) -> Level {
    Level::new(case.option_number("conf.level", 0.95)).unwrap()
}

/// A number that the package takes as a vector of equal ones.
pub fn constant(case: &Case, column: &str) -> Option<f64> {
    case.maybe(column).first().copied().flatten()
}

/// Whether more is better, as the package is told.
pub fn polarity(case: &Case) -> Polarity {
    match constant(case, "favourable_indicator") {
        Some(0.0) => Polarity::MoreIsWorse,
        Some(_) => Polarity::MoreIsBetter,
        None => Polarity::Neutral,
    }
}

/// The rows that have an estimate. The package goes on without the others up to 15 % of them.
pub fn complete(case: &Case) -> Result<Vec<usize>, Refusal> {
    let estimates = case.maybe("est");
    let rows: Vec<usize> = (0..estimates.len())
        .filter(|row| estimates[*row].is_some())
        .collect();
    let missing = (estimates.len() - rows.len()) as f64;
    let too_many = missing > 0.15 * estimates.len() as f64 && !forced(case);
    if rows.is_empty() || too_many {
        return Err(Refusal::Missing {
            what: "estimate for more than 15% of the groups",
        });
    }
    Ok(rows)
}

/// Whether the package is told to go on without the groups that have no estimate.
fn forced(case: &Case) -> bool {
    case.option("force") == Value::Bool(true)
}

/// The rows in the order of disadvantage, which must be whole steps.
pub fn ordered(case: &Case) -> Result<Vec<usize>, Refusal> {
    let order = case.maybe("subgroup_order");
    let order: Vec<f64> = order
        .into_iter()
        .collect::<Option<_>>()
        .ok_or(Refusal::Missing {
            what: "place in the order for every group",
        })?;
    let estimates = case.maybe("est");
    let mut rows: Vec<usize> = (0..order.len())
        .filter(|row| !forced(case) || estimates[*row].is_some())
        .collect();
    rows.sort_by(|a, b| order[*a].total_cmp(&order[*b]));
    let steps = rows
        .windows(2)
        .all(|pair| (order[pair[1]] - order[pair[0]] - 1.0).abs() < 1e-9);
    if steps {
        Ok(rows)
    } else {
        Err(Refusal::Mismatch {
            what: "the order of the groups has gaps",
        })
    }
}

/// The sample of these rows; sizes are 1 where the case has none.
pub fn sample(case: &Case, rows: &[usize]) -> Result<Sample, Refusal> {
    let populations = if case.has("pop") {
        pick(&case.maybe("pop"), rows).ok_or(Refusal::NoPopulation)?
    } else {
        vec![1.0; rows.len()]
    };
    let values = pick(&case.maybe("est"), rows).ok_or(Refusal::Missing {
        what: "value for every group",
    })?;
    let errors = if case.has("se") {
        pick(&case.maybe("se"), rows)
    } else {
        None
    };
    Sample::new(values, populations, errors)
}

/// The numbers of these rows, or nothing when one is missing.
pub fn pick(column: &[Option<f64>], rows: &[usize]) -> Option<Vec<f64>> {
    rows.iter().map(|row| column[*row]).collect()
}

/// The estimate, its standard error and its limits.
pub fn put(estimate: &Result<Estimate, Refusal>, error: Result<f64, Refusal>) -> Columns {
    let mut columns = Columns::default();
    columns.push_estimate(["estimate", "lowerci", "upperci"], estimate);
    columns.push("se", error);
    columns
}

/// The place of the one group that the case marks as the reference, among these rows.
pub fn reference(case: &Case, rows: &[usize]) -> Result<Option<usize>, Refusal> {
    if !case.has("reference_subgroup") {
        return Ok(None);
    }
    let marks = case.maybe("reference_subgroup");
    let marked: Vec<usize> = (0..rows.len())
        .filter(|place| marks[rows[*place]] == Some(1.0))
        .collect();
    match marked.as_slice() {
        [one] => Ok(Some(*one)),
        _ => Err(Refusal::Mismatch {
            what: "exactly one group must be the reference",
        }),
    }
}
