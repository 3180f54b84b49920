//! `phe_rate.json`: crude rates, exact below 10 events, else Byar's.

use equal_measure::core::interval::rate;
use equal_measure::core::refusal::Refusal;

use super::levels::endless;
use super::phe_proportion::summed;
use crate::gold::case::Case;
use crate::gold::columns::{Cell, Columns};

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    summed(
        case,
        "events",
        "population",
        100_000.0,
        rate,
        |events, _| {
            let [below, above] = endless();
            [
                if events < 10.0 {
                    Cell::Number(0.0)
                } else {
                    below
                },
                above,
            ]
        },
    )
}
