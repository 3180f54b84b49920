//! `phe_mean.json`: means with Student's interval.

use equal_measure::core::interval::mean;
use equal_measure::core::number::sample;
use equal_measure::core::refusal::Refusal;

use super::levels;
use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    let levels = levels::levels(case)?;
    let all = case.maybe("value");
    let mut columns = Columns::default();
    for (_, rows) in case.grouped(&case.option_names("group_by")) {
        let missing = Refusal::Missing { what: "value" };
        let values: Option<Vec<f64>> = rows.iter().map(|row| all[*row]).collect();
        let values = values.ok_or(missing);
        let of = |figure: fn(&[f64]) -> Result<f64, Refusal>| {
            values
                .as_ref()
                .map_err(Clone::clone)
                .and_then(|values| figure(values))
        };
        columns.push("value_sum", of(|values| Ok(values.iter().sum())));
        columns.push("value_count", rows.len() as f64);
        columns.push(
            "stdev",
            of(|values| sample::variance(values).map(f64::sqrt)),
        );
        levels::push(&mut columns, &levels, &levels::endless(), |level| {
            mean::of_values(values.as_ref().map_err(Clone::clone)?, level)
        })?;
    }
    Ok(columns)
}
