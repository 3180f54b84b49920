//! `p_adjust.json`: p-values corrected for many comparisons.

use equal_measure::core::number::adjust::{Correction, adjusted};
use equal_measure::core::refusal::Refusal;

use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    let p = case.maybe("p");
    let mut columns = Columns::default();
    for (name, correction) in [
        ("bonferroni", Correction::Bonferroni),
        ("holm", Correction::Holm),
        ("hochberg", Correction::Hochberg),
        ("bh", Correction::BenjaminiHochberg),
    ] {
        columns.put(
            name,
            adjusted(&p, correction)?
                .into_iter()
                .map(|p| p.unwrap_or(f64::NAN)),
        );
    }
    Ok(columns)
}
