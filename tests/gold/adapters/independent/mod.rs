//! Adapters of `independent/*.json`: methods no package offers, against plain Python with exact fractions.

pub mod closed;
pub mod groups;
pub mod life;
pub mod people;
pub mod series;
pub mod spread;
pub mod waits;

use equal_measure::core::estimate::Estimate;
use equal_measure::core::interval::level;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

use super::two_groups::counts;
use crate::gold::case::Case;
use crate::gold::columns::Columns;

/// The names of a value and its limits.
const ESTIMATE: [&str; 3] = ["value", "lower", "upper"];

fn level_of(case: &Case) -> Result<Level, Refusal> {
    level::written(case.option_number("confidence", 0.95))
}

/// The columns of one estimate.
fn alone(estimate: &Result<Estimate, Refusal>) -> Columns {
    let mut out = Columns::default();
    out.push_estimate(ESTIMATE, estimate);
    out
}

/// A number that the library gives as `None` where there is none.
fn optional(number: Option<f64>) -> Result<f64, Refusal> {
    number.ok_or(Refusal::Missing { what: "number" })
}
