//! `calculate_ISRatio.json` and `calculate_ISRate.json`: indirectly standardised ratios and rates.

use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::indirect::{self, Reference};

use super::levels;
use crate::gold::case::{Case, list, number, text};
use crate::gold::columns::{Cell, Columns};

pub fn ratio(case: &Case) -> Result<Columns, Refusal> {
    run(case, false)
}

pub fn rate(case: &Case) -> Result<Columns, Refusal> {
    run(case, true)
}

const MISSING: Refusal = Refusal::Missing {
    what: "count of an age band",
};

fn run(case: &Case, as_rate: bool) -> Result<Columns, Refusal> {
    let levels = levels::levels(case)?;
    let factor = if as_rate {
        case.option_number("multiplier", 100_000.0)
    } else {
        case.option_number("refvalue", 1.0)
    };
    let mut out = Columns::default();
    for (key, rows) in case.grouped(&case.option_names("group_by")) {
        let bands = bands(case, &rows)?;
        let observed = observed(case, &key, &rows);
        if let Ok(Some(events)) = observed.clone().map(Some)
            && events < 0.0
        {
            return Err(Refusal::OutOfRange {
                what: "The number of events",
                range: "zero or above",
            });
        }
        out.push("observed", observed.clone());
        out.push("expected", indirect::expected(&bands)?);
        if as_rate {
            out.push("ref_rate", indirect::reference_rate(&bands)? * factor);
        }
        let [below, above] = levels::endless();
        let few = observed.as_ref().is_ok_and(|events| *events < 10.0);
        let certain = [if few { Cell::Number(0.0) } else { below }, above];
        levels::push(&mut out, &levels, &certain, |level| {
            let events = observed.clone()?;
            let estimate = if as_rate {
                indirect::rate(events, &bands, level)
            } else {
                indirect::ratio(events, &bands, level)
            };
            estimate?.map(|value| value * factor)
        })?;
    }
    Ok(out)
}

fn bands(case: &Case, rows: &[usize]) -> Result<Vec<Reference>, Refusal> {
    let vector = |name: &str| -> Vec<Option<f64>> {
        match case.option(name) {
            serde_json::Value::Null => Vec::new(),
            given => list(&given).iter().map(number).collect(),
        }
    };
    let (events, people) = (vector("x_ref"), vector("n_ref"));
    rows.iter()
        .enumerate()
        .map(|(place, row)| {
            let reference = |vector: &[Option<f64>], column: &str| {
                let given = vector.get(place).copied();
                given
                    .unwrap_or_else(|| case.maybe(column)[*row])
                    .ok_or(MISSING)
            };
            Ok(Reference {
                people: case.maybe("n")[*row].ok_or(MISSING)?,
                reference_events: reference(&events, "x_ref")?,
                reference_people: reference(&people, "n_ref")?,
            })
        })
        .collect()
}

/// The group's events: of its rows, each of which must be a count, or from the second table.
fn observed(case: &Case, key: &[String], rows: &[usize]) -> Result<f64, Refusal> {
    let totals = case.part("input2");
    if let (Some(areas), Some(events)) = (totals.get("area"), totals.get("x")) {
        let place = list(areas)
            .iter()
            .position(|area| Some(&text(area)) == key.first());
        return place
            .and_then(|place| number(&list(events)[place]))
            .ok_or(MISSING);
    }
    let column = case.maybe("x");
    let events: Vec<f64> = rows
        .iter()
        .map(|row| column[*row].ok_or(MISSING))
        .collect::<Result<_, _>>()?;
    match events.iter().copied().find(|events| *events < 0.0) {
        Some(negative) => Ok(negative),
        None => Ok(events.iter().sum()),
    }
}
