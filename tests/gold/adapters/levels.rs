//! The confidence levels of a case, and the names that the PHE functions give the columns of each.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::interval::level;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;
use serde_json::Value;

use crate::gold::case::{Case, list, number};
use crate::gold::columns::Columns;

/// Each level of the case with the names of its two columns.
pub fn levels(case: &Case) -> Result<Vec<(Level, [&'static str; 2])>, Refusal> {
    let written = case.option("confidence");
    let numbers: Vec<f64> = list(&written).iter().filter_map(number).collect();
    match numbers.as_slice() {
        [] if matches!(written, Value::Null) => Ok(vec![(Level::P95, ["lowercl", "uppercl"])]),
        [one] => Ok(vec![(level::written(*one)?, ["lowercl", "uppercl"])]),
        many => many
            .iter()
            .zip([
                ["lower95_0cl", "upper95_0cl"],
                ["lower99_8cl", "upper99_8cl"],
            ])
            .map(|(one, names)| Ok((level::written(*one)?, names)))
            .collect(),
    }
}

/// Adds the value and the limits at every level. A missing input refuses its row; anything else the
/// whole case, as the references do.
pub fn push(
    columns: &mut Columns,
    levels: &[(Level, [&'static str; 2])],
    estimate: impl Fn(Level) -> Result<Estimate, Refusal>,
) -> Result<(), Refusal> {
    for (level, [lower, upper]) in levels {
        let result = estimate(*level);
        if let Err(Refusal::OutOfRange { .. } | Refusal::Mismatch { .. }) = result {
            result?;
            continue;
        }
        columns.push_estimate(["one value", lower, upper], &result);
        let value = columns.0.remove("one value").unwrap_or_default();
        if *level == levels[0].0 {
            columns
                .0
                .entry("value".to_owned())
                .or_default()
                .extend(value);
        }
    }
    Ok(())
}
