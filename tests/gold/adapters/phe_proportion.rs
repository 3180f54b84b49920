//! `phe_proportion.json`: shares with Wilson's interval.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::interval::wilson;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

use super::levels;
use crate::gold::case::Case;
use crate::gold::columns::{Cell, Columns};

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    summed(case, "numerator", "denominator", 1.0, wilson, |_, per| {
        [Cell::Number(0.0), Cell::Number(per)]
    })
}

/// Runs counts of each row, or summed within the groups that the case names; `certain` gives the
/// limits at 100 % from the events and the multiplier.
pub fn summed(
    case: &Case,
    events: &str,
    people: &str,
    per: f64,
    estimate: fn(f64, f64, Level) -> Result<Estimate, Refusal>,
    certain: fn(f64, f64) -> [Cell; 2],
) -> Result<Columns, Refusal> {
    let levels = levels::levels(case)?;
    let per = case.option_number("multiplier", per);
    let groups = case.option_names("group_by");
    let rows: Vec<Vec<usize>> = if groups.is_empty() {
        (0..case.rows()).map(|row| vec![row]).collect()
    } else {
        case.grouped(&groups)
            .into_iter()
            .map(|(_, rows)| rows)
            .collect()
    };
    let (events, people) = (case.maybe(events), case.maybe(people));
    let mut columns = Columns::default();
    for rows in rows {
        let sum = |column: &[Option<f64>]| {
            rows.iter()
                .map(|row| column[*row])
                .sum::<Option<f64>>()
                .ok_or(Refusal::Missing { what: "count" })
        };
        let certain = certain(sum(&events).unwrap_or(0.0), per);
        levels::push(&mut columns, &levels, &certain, |level| {
            estimate(sum(&events)?, sum(&people)?, level)?.map(|value| value * per)
        })?;
    }
    Ok(columns)
}
