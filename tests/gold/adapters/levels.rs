//! The confidence levels of a case, and the names that the PHE functions give the columns of each.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::interval::level;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;
use serde_json::Value;

use crate::gold::case::{Case, list, number};
use crate::gold::columns::{Cell, Columns};

/// One level that the case asks for.
pub struct Asked {
    /// The level; `None` for 100 %, which is no interval but which the packages answer.
    pub level: Option<Level>,
    /// The names of the columns of its limits.
    pub names: [&'static str; 2],
}

const ONE: [&str; 2] = ["lowercl", "uppercl"];
const TWO: [[&str; 2]; 2] = [
    ["lower95_0cl", "upper95_0cl"],
    ["lower99_8cl", "upper99_8cl"],
];

/// The levels of the case.
pub fn levels(case: &Case) -> Result<Vec<Asked>, Refusal> {
    let written = case.option("confidence");
    let numbers: Vec<f64> = list(&written).iter().filter_map(number).collect();
    let asked = |number: f64, names| {
        let certain = (number - 1.0).abs() < 1e-12 || (number - 100.0).abs() < 1e-12;
        let level = if certain {
            None
        } else {
            Some(level::written(number)?)
        };
        Ok(Asked { level, names })
    };
    match numbers.as_slice() {
        [] if matches!(written, Value::Null) => Ok(vec![asked(0.95, ONE)?]),
        [one] => Ok(vec![asked(*one, ONE)?]),
        many => many
            .iter()
            .zip(TWO)
            .map(|(one, names)| asked(*one, names))
            .collect(),
    }
}

/// Adds the value and the limits at every level. A missing input refuses its row; anything else the
/// whole case, as the references do. `certain` gives the limits at 100 %.
pub fn push(
    columns: &mut Columns,
    levels: &[Asked],
    certain: &[Cell; 2],
    estimate: impl Fn(Level) -> Result<Estimate, Refusal>,
) -> Result<(), Refusal> {
    for (place, Asked { level, names }) in levels.iter().enumerate() {
        let result = estimate(level.unwrap_or(Level::P95));
        if let Err(refusal @ (Refusal::OutOfRange { .. } | Refusal::Mismatch { .. })) = result {
            return Err(refusal);
        }
        let mut one = Columns::default();
        one.push_estimate(["value", "lower", "upper"], &result);
        if level.is_none() && result.is_ok() {
            let [lower, upper] = certain.clone();
            one.put("lower", [lower]);
            one.put("upper", [upper]);
        }
        for (from, to) in [("value", "value"), ("lower", names[0]), ("upper", names[1])] {
            if from != "value" || place == 0 {
                columns
                    .0
                    .entry(to.to_owned())
                    .or_default()
                    .extend(one.0.remove(from).unwrap());
            }
        }
    }
    Ok(())
}

/// Limits that are without end at 100 %.
pub fn endless() -> [Cell; 2] {
    let refused = || {
        Cell::Refused(Refusal::NoInterval {
            why: "an interval that is never wrong has no end",
        })
    };
    [refused(), refused()]
}
