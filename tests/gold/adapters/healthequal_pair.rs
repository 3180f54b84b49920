//! `healthequal_d.json` and `healthequal_r.json`: two groups of many.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::{Group, Groups, Kind};
use equal_measure::core::measure::two_groups::{difference, pair, ratio};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Unit;

use super::healthequal::{constant, level, ordered, polarity, put, reference};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

type Side = (f64, Result<f64, Refusal>);

pub fn difference(case: &Case) -> Result<Columns, Refusal> {
    run(
        case,
        |a, b| difference::of_values(a, b, level(case)),
        |error, _| error,
    )
}

pub fn ratio(case: &Case) -> Result<Columns, Refusal> {
    // The package gives the standard error of the logarithm.
    run(
        case,
        |a, b| ratio::of_values(a, b, level(case)),
        |_, [(y1, s1), (y2, s2)]| s1.hypot(y1 / y2 * s2) / y2 / (y1 / y2),
    )
}

fn run(
    case: &Case,
    measure: impl Fn(Side, Side) -> Result<Estimate, Refusal>,
    error: impl Fn(f64, [(f64, f64); 2]) -> f64,
) -> Result<Columns, Refusal> {
    let is_ordered = constant(case, "ordered_dimension") == Some(1.0);
    let rows = if is_ordered {
        ordered(case)?
    } else {
        (0..case.rows()).collect()
    };
    let (values, errors) = (case.maybe("est"), case.maybe("se"));
    if values.iter().all(Option::is_none) {
        return Err(Refusal::Missing { what: "estimate" });
    }
    let list = rows
        .iter()
        .map(|row| Group {
            label: row.to_string(),
            value: values[*row].unwrap_or(f64::NAN),
            interval: None,
            standard_error: errors.get(*row).copied().flatten(),
            population: None,
            counts: None,
            values: None,
        })
        .collect();
    let groups = Groups {
        list,
        ordered: is_ordered,
        reference: reference(case, &rows)?,
        kind: Kind::Value,
        unit: Unit::Own,
        polarity: polarity(case),
        level: level(case),
        seed: 0,
        pair: None,
    };
    let pair = pair::of_groups(&groups)?;
    let side = |group: &Group| {
        let error = group.standard_error.ok_or(Refusal::NoStandardError);
        (group.value, error)
    };
    let (a, b) = (side(pair.minuend()), side(pair.subtrahend()));
    let both = match (&a.1, &b.1) {
        (Ok(s1), Ok(s2)) => {
            let value = error(s1.hypot(*s2), [(a.0, *s1), (b.0, *s2)]);
            if value.is_finite() {
                Ok(value)
            } else {
                Err(Refusal::NoStandardError)
            }
        }
        _ => Err(Refusal::NoStandardError),
    };
    Ok(put(&measure(a, b), both))
}
