//! `phe_quantile.json`: quantiles of areas.

use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::quantiles::quantiles;
use serde_json::Value;

use crate::gold::case::Case;
use crate::gold::columns::{Cell, Columns};

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small count"
    )]
    let many = case.option_number("nquantiles", 10.0) as u32;
    let scores = case.maybe("score");
    let mut cells = vec![Cell::Refused(Refusal::Missing { what: "score" }); scores.len()];
    for (_, rows) in case.grouped(&case.option_names("group_by")) {
        let values: Vec<Option<f64>> = rows.iter().map(|row| scores[*row]).collect();
        match quantiles(&values, many, inverted(case, &rows)?) {
            Ok(places) => {
                for (row, place) in rows.iter().zip(places) {
                    if let Some(place) = place {
                        cells[*row] = Cell::Number(f64::from(place));
                    }
                }
            }
            Err(refusal) => rows
                .iter()
                .for_each(|row| cells[*row] = refusal.clone().into()),
        }
    }
    let mut out = Columns::default();
    out.put("quantile", cells);
    out.put("nquantiles", vec![f64::from(many); scores.len()]);
    Ok(out)
}

/// Whether quantile 1 holds the highest scores, by an option or a column of the group.
fn inverted(case: &Case, rows: &[usize]) -> Result<bool, Refusal> {
    if let Value::String(column) = case.option("invert") {
        let flags = case.texts(&column);
        let first = &flags[rows[0]];
        if rows.iter().any(|row| flags[*row] != *first) {
            return Err(Refusal::Mismatch {
                what: "one group is to be ordered both ways",
            });
        }
        return Ok(first == "true");
    }
    Ok(case.option("invert") != false)
}
