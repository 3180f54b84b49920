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
        let values: Option<Vec<f64>> = rows.iter().map(|row| all[*row]).collect();
        let values = values.ok_or(Refusal::Missing { what: "value" })?;
        columns.push(
            "value_sum",
            sample::mean(&values).map(|mean| mean * values.len() as f64),
        );
        columns.push("value_count", values.len() as f64);
        columns.push("stdev", sample::variance(&values).map(f64::sqrt));
        levels::push(&mut columns, &levels, |level| {
            mean::of_values(&values, level)
        })?;
    }
    Ok(columns)
}
