//! `calculate_funnel_limits.json`, `calculate_funnel_points.json`, `assign_funnel_significance.json`.

use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::direct::FEWEST_EVENTS;
use equal_measure::core::standard::funnel::points::{Rated, Standardised, average, person_years};
use equal_measure::core::standard::funnel::significance::{Place, of_count, of_share};
use equal_measure::core::standard::funnel::{axis, limits};
use equal_measure::core::units::Level;
use serde_json::Value;

use crate::gold::case::{Case, text};
use crate::gold::columns::{Cell, Columns};

/// The column that an argument names, without missing numbers.
fn field(case: &Case, argument: &str) -> Result<Option<Vec<f64>>, Refusal> {
    let Value::Object(fields) = case.option("fields") else {
        return Ok(None);
    };
    let Some(name) = fields.get(argument).map(text) else {
        return Ok(None);
    };
    let numbers: Option<Vec<f64>> = case.maybe(&name).into_iter().collect();
    numbers.map(Some).ok_or(Refusal::Missing {
        what: "number of an organisation",
    })
}

fn needed(case: &Case, argument: &str) -> Result<Vec<f64>, Refusal> {
    field(case, argument)?.ok_or(Refusal::Missing {
        what: "such column",
    })
}

fn rated(case: &Case) -> Result<(Vec<Rated>, Standardised, f64), Refusal> {
    let per = case.option_number("multiplier", 1.0);
    let people = field(case, "denominator")?;
    let events = needed(case, "numerator")?;
    let points = events
        .iter()
        .zip(needed(case, "rate")?)
        .enumerate()
        .map(|(row, (events, rate))| Rated {
            events: *events,
            rate: rate / per,
            people: people.as_ref().map(|people| people[row]),
        })
        .collect();
    let kind = match case.option_text("rate_type", "crude").as_str() {
        "dsr" => Standardised::Direct,
        _ => Standardised::Crude,
    };
    Ok((points, kind, per))
}

const LEVELS: [(&str, Level); 2] = [("2s", Level::P95), ("3s", Level::P998)];

pub fn limit_lines(case: &Case) -> Result<Columns, Refusal> {
    match case.option_text("statistic", "").as_str() {
        "proportion" => shares(case),
        "ratio" => ratios(case),
        _ => rates(case),
    }
}

fn shares(case: &Case) -> Result<Columns, Refusal> {
    let per = case.option_number("multiplier", 1.0);
    let (events, people) = (needed(case, "numerator")?, needed(case, "denominator")?);
    let average = events.iter().sum::<f64>() / people.iter().sum::<f64>();
    let (start, end) = axis::range(&people)?;
    let mut out = Columns::default();
    for size in axis::sizes(start, end, 0) {
        out.push("Population", size);
        out.push("baseline", average * per);
        for (name, level) in LEVELS {
            let limits = limits::share(average, size, level)?;
            out.push(&format!("lower_{name}_limit"), limits.lower() * per);
            out.push(&format!("upper_{name}_limit"), limits.upper() * per);
        }
    }
    Ok(out)
}

fn ratios(case: &Case) -> Result<Columns, Refusal> {
    let (start, end) = axis::range(&needed(case, "denominator")?)?;
    let count = case.option_text("ratio_type", "") == "count";
    let shown = |ratio: f64| if count { ratio - 1.0 } else { ratio * 100.0 };
    let mut out = Columns::default();
    for events in axis::sizes(start, end, 1) {
        out.push("Observed_events", events);
        for (name, level) in LEVELS {
            let expected = limits::expected(events, level)?;
            let ratio = limits::ratio(events, level)?;
            out.push(&format!("lower_{name}_exp_events"), expected.upper());
            out.push(&format!("upper_{name}_exp_events"), expected.lower());
            out.push(&format!("lower_{name}_limit"), shown(ratio.lower()));
            out.push(&format!("upper_{name}_limit"), shown(ratio.upper()));
        }
    }
    Ok(out)
}

fn rates(case: &Case) -> Result<Columns, Refusal> {
    let (points, kind, per) = rated(case)?;
    let years = case.option_number("years_of_data", 1.0);
    let average = average(&points, kind)?;
    let mut sizes = Vec::new();
    for point in &points {
        match person_years(point, kind) {
            Ok(size) => sizes.push(size / years),
            Err(Refusal::TooFewEvents { .. }) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    let (start, end) = axis::range(&sizes)?;
    let events_at = |people: f64| people * years * average;
    let mut out = Columns::default();
    for events in axis::sizes(events_at(start).floor(), events_at(end).ceil(), 0) {
        out.push("Events", events);
        out.push("baseline", average * per);
        for (name, level) in LEVELS {
            let expected = limits::expected(events, level)?;
            let ratio = limits::ratio(events, level)?;
            let people = |expected: f64| expected / average / years;
            out.push(
                &format!("lower_{name}_population_1_year"),
                people(expected.upper()),
            );
            out.push(
                &format!("upper_{name}_population_1_year"),
                people(expected.lower()),
            );
            out.push(
                &format!("lower_{name}_limit"),
                ratio.lower() * average * per,
            );
            out.push(
                &format!("upper_{name}_limit"),
                ratio.upper() * average * per,
            );
        }
    }
    Ok(out)
}

pub fn points(case: &Case) -> Result<Columns, Refusal> {
    let (points, kind, per) = rated(case)?;
    let years = case.option_number("years_of_data", 1.0);
    let mut out = Columns::default();
    for point in &points {
        let few = kind == Standardised::Direct && point.events < 10.0;
        let chart = if few {
            Cell::Refused(Refusal::TooFewEvents { need: 10, got: 0 })
        } else {
            Cell::Number(point.rate * per)
        };
        out.push("rate_chart", chart);
        match person_years(point, kind) {
            Err(refusal @ Refusal::Missing { .. }) => return Err(refusal),
            _ if few => out.push(
                "denominator_derived",
                Refusal::TooFewEvents { need: 10, got: 0 },
            ),
            size => out.push("denominator_derived", size.map(|size| size / years)),
        }
    }
    Ok(out)
}

pub fn significance(case: &Case) -> Result<Columns, Refusal> {
    let mut out = Columns::default();
    match case.option_text("statistic", "").as_str() {
        "proportion" => {
            let (events, people) = (needed(case, "numerator")?, needed(case, "denominator")?);
            let average = events.iter().sum::<f64>() / people.iter().sum::<f64>();
            for (events, people) in events.iter().zip(&people) {
                out.push("significance", word(of_share(*events, *people, average)?));
            }
        }
        "ratio" => {
            let expected = needed(case, "denominator")?;
            for (events, expected) in needed(case, "numerator")?.iter().zip(&expected) {
                out.push("significance", word(of_count(*events, *expected)?));
            }
        }
        _ => {
            let (points, kind, _) = rated(case)?;
            let average = average(&points, kind)?;
            for point in &points {
                let place = person_years(point, kind).and_then(|size| match kind {
                    Standardised::Direct => of_standardised(point.events, size * average),
                    Standardised::Crude => of_count(point.events, size * average),
                });
                out.push(
                    "significance",
                    match place {
                        Err(Refusal::TooFewEvents { .. }) => {
                            "Not applicable for events less than 10 for dsrs"
                        }
                        other => word(other?),
                    },
                );
            }
        }
    }
    Ok(out)
}

fn word(place: Place) -> &'static str {
    match place {
        Place::FarBelow => "Low (0.001)",
        Place::Below => "Low (0.025)",
        Place::Within => "Not significant",
        Place::Above => "High (0.025)",
        Place::FarAbove => "High (0.001)",
    }
}

/// As `of_count`, for a directly standardised rate: refused below ten events.
fn of_standardised(events: f64, expected: f64) -> Result<Place, Refusal> {
    if (0.0..FEWEST_EVENTS as f64).contains(&events) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 ≤ events < 10"
        )]
        return Err(Refusal::TooFewEvents {
            need: FEWEST_EVENTS,
            got: events as u64,
        });
    }
    of_count(events, expected)
}
