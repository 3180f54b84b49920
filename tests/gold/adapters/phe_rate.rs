//! `phe_rate.json`: crude rates, exact below 10 events, else Byar's.

use equal_measure::core::interval::rate;
use equal_measure::core::refusal::Refusal;

use super::phe_proportion::summed;
use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    summed(case, "events", "population", 100_000.0, rate)
}
