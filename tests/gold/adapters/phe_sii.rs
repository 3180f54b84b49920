//! `phe_sii.json`: slope and relative index with simulated limits, R's random numbers seed for seed.

use equal_measure::core::interval::level;
use equal_measure::core::measure::ordered::ends::Ends;
use equal_measure::core::measure::ordered::simulation::{draws, limits};
use equal_measure::core::measure::ordered::transformed::{Curve, Transform};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::number::normal;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;
use serde_json::Value;

use super::healthequal::pick;
use crate::gold::case::{Case, list, number, text};
use crate::gold::columns::Columns;
use crate::gold::oracles::mersenne::Mersenne;

/// What the case asks.
struct Question {
    transform: Transform,
    on_curve: bool,
    multiplier: f64,
    repetitions: usize,
    runs: usize,
    levels: Vec<(Level, String)>,
}

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    let question = question(case)?;
    let quantile = column(case, "quantile");
    let mut known: Vec<i64> = Vec::new();
    for place in quantile.iter().flatten() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "quantiles are small whole numbers"
        )]
        known.push(*place as i64);
    }
    known.sort_unstable();
    known.dedup();
    if known.len() > 100 {
        return Err(Refusal::OutOfRange {
            what: "The number of quantiles",
            range: "100 at most",
        });
    }
    if known.len() < 5 {
        return Err(Refusal::TooFewGroups {
            need: 5,
            got: known.len(),
        });
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seeds are small"
    )]
    let mut stream = Mersenne::new(case.option_number("seed", 0.0) as u32);
    let mut out = Columns::default();
    for (_, mut rows) in case.grouped(&case.option_names("group_by")) {
        // The package drops an area that lacks a quantile, with a warning.
        if rows.len() < known.len() {
            continue;
        }
        rows.sort_by(|a, b| quantile[*a].partial_cmp(&quantile[*b]).unwrap());
        area(case, &question, &rows, &mut stream, &mut out)?;
    }
    Ok(out)
}

fn area(
    case: &Case,
    question: &Question,
    rows: &[usize],
    stream: &mut Mersenne,
    out: &mut Columns,
) -> Result<(), Refusal> {
    let k = question.multiplier;
    let (plain, on_scale) = samples(case, question.transform, rows)?;
    let mut simulate = |transform| {
        let all = question.repetitions * question.runs;
        draws(&on_scale, transform, all, stream)
    };
    let ratio_of = |ratio: f64| if k < 0.0 { 1.0 / ratio } else { ratio };
    out.push("multiplier", k);
    words(case, question, out);
    if question.on_curve {
        let curve = Curve::on_scale(on_scale.clone(), question.transform)?;
        let slopes = simulate(Transform::Identity)?.slopes;
        out.push("sii", k * curve.difference_at(curve.line.slope));
        out.push(
            "rii",
            ratio_of(ratio_at(&curve, question.transform, curve.line.slope)),
        );
        let start = question.transform.invert(curve.line.intercept);
        out.push("intercept", start * k.abs());
        for (level, name) in &question.levels {
            // The limits of the slope are carried through the curve, for each run of the simulation.
            let mut runs = Vec::new();
            for run in slopes.chunks(question.repetitions) {
                let slope = limits(run.to_vec(), *level)?;
                let mut ends = [slope.lower(), slope.upper()];
                if k < 0.0 {
                    ends.reverse();
                }
                let sii = ends.map(|slope| k * curve.difference_at(slope));
                let rii = ends.map(|slope| ratio_of(ratio_at(&curve, question.transform, slope)));
                runs.push([sii, rii]);
            }
            for (place, index) in ["sii", "rii"].into_iter().enumerate() {
                let [lower, upper] = runs[0][place];
                out.push(&format!("{index}_lower{name}"), lower);
                out.push(&format!("{index}_upper{name}"), upper);
                if question.runs > 1 {
                    let apart = runs[1..]
                        .iter()
                        .map(|run| (run[place][0] - lower).abs() + (run[place][1] - upper).abs());
                    let mean = apart.sum::<f64>() / (2.0 * (question.runs as f64 - 1.0));
                    out.push(&format!("{index}_mad{name}"), mean);
                }
            }
        }
        return Ok(());
    }
    let ends = Ends::linear(&plain)?;
    let drawn = simulate(question.transform)?;
    let slopes: Vec<f64> = drawn.slopes.iter().map(|slope| k * slope).collect();
    let ratios: Vec<f64> = drawn.ratios.iter().map(|ratio| ratio_of(*ratio)).collect();
    out.push("sii", k * (ends.end - ends.start));
    out.push("rii", ends.ends_ratio().map(ratio_of));
    out.push("intercept", ends.start);
    let first = question.repetitions;
    for (level, name) in &question.levels {
        for (index, list) in [("sii", &slopes), ("rii", &ratios)] {
            let interval = limits(list[..first].to_vec(), *level)?;
            out.push(&format!("{index}_lower{name}cl"), interval.lower());
            out.push(&format!("{index}_upper{name}cl"), interval.upper());
            if question.runs > 1 {
                let runs: Vec<Vec<f64>> = list.chunks(first).map(<[f64]>::to_vec).collect();
                out.push(&format!("{index}_mad{name}"), reliability(&runs, *level));
            }
        }
    }
    Ok(())
}

/// The words that the package puts beside each row.
fn words(case: &Case, question: &Question, out: &mut Columns) {
    let kind = match text(&case.option("value_type")).as_str() {
        "1" => "rate",
        "2" => "proportion",
        _ => "normal",
    };
    out.push("indicator_type", kind);
    let transform = match question.transform {
        Transform::Log if question.on_curve => "log",
        Transform::Logit if question.on_curve => "logit",
        _ => "none",
    };
    out.push("transform", transform);
    let shown: Vec<String> = question
        .levels
        .iter()
        .map(|(level, _)| level.to_string())
        .collect();
    out.push("CI_confidence", shown.join(", ").as_str());
    // R writes a hundred thousand the shorter way.
    let repetitions = match question.repetitions {
        100_000 => "1e+05".to_owned(),
        other => other.to_string(),
    };
    out.push(
        "CI_method",
        format!("simulation {repetitions} reps").as_str(),
    );
}

/// The values as they are, and values and standard errors on the scale of the draws.
fn samples(case: &Case, transform: Transform, rows: &[usize]) -> Result<(Sample, Sample), Refusal> {
    let part = |field: &str| pick(&column(case, field), rows);
    let missing = |what| Refusal::Missing { what };
    let people = part("population").ok_or(missing("population"))?;
    if people.iter().any(|people| *people <= 0.0) {
        return Err(Refusal::Zero {
            what: "the number of people",
        });
    }
    let values = match (part_of(case, "value", rows), part_of(case, "x", rows)) {
        (Some(values), _) => values,
        (None, Some(events)) => events.iter().zip(&people).map(|(x, n)| x / n).collect(),
        _ => return Err(missing("value")),
    };
    let apply = |values: &[f64]| {
        values
            .iter()
            .map(|value| transform.apply(*value))
            .collect::<Result<Vec<f64>, _>>()
    };
    let errors = if let Some(errors) = part_of(case, "se", rows) {
        errors
    } else {
        let lower = apply(&part("lower_cl").ok_or(missing("lower limit"))?)?;
        let upper = apply(&part("upper_cl").ok_or(missing("upper limit"))?)?;
        let width = 2.0 * normal::z(Level::P95);
        lower
            .iter()
            .zip(&upper)
            .map(|(l, u)| (u - l) / width)
            .collect()
    };
    let on_scale = Sample::new(apply(&values)?, people.clone(), Some(errors))?;
    Ok((Sample::new(values, people, None)?, on_scale))
}

fn part_of(case: &Case, field: &str, rows: &[usize]) -> Option<Vec<f64>> {
    let column = column(case, field);
    if column.is_empty() {
        None
    } else {
        pick(&column, rows)
    }
}

/// The column that the case names for this argument.
fn column(case: &Case, field: &str) -> Vec<Option<f64>> {
    match case.option("fields").get(field) {
        Some(Value::String(name)) => case.maybe(name),
        _ => Vec::new(),
    }
}

fn question(case: &Case) -> Result<Question, Refusal> {
    let on_curve = case.option("transform") == Value::Bool(true);
    let transform = match text(&case.option("value_type")).as_str() {
        "1" => Transform::Log,
        "2" => Transform::Logit,
        _ => Transform::Identity,
    };
    let written = case.option("confidence");
    let mut numbers: Vec<f64> = list(&written).iter().filter_map(number).collect();
    if numbers.is_empty() {
        numbers.push(0.95);
    }
    let levels = numbers
        .into_iter()
        .map(|one| {
            let level = level::written(one)?;
            let name = format!("{:.1}", 100.0 * level.proportion()).replace('.', "_");
            Ok((level, name))
        })
        .collect::<Result<_, Refusal>>()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "repetitions are whole and few"
    )]
    let repetitions = case.option_number("repetitions", 1e5) as usize;
    let again = case.option("reliability_stat") == Value::Bool(true);
    Ok(Question {
        transform,
        on_curve,
        multiplier: case.option_number("multiplier", 1.0),
        repetitions,
        runs: if again { 10 } else { 1 },
        levels,
    })
}

/// The ratio of the curve's two ends if its slope were `slope`, turned about its middle.
fn ratio_at(curve: &Curve, transform: Transform, slope: f64) -> f64 {
    let middle = curve.line.at(0.5);
    transform.invert(middle + slope / 2.0) / transform.invert(middle - slope / 2.0)
}

/// How far the limits move from one run of the simulation to the next: the mean distance of the limits
/// of runs 2, 3, … from those of run 1, over both limits.
///
/// # Errors
/// [`Refusal::Missing`] with fewer than two runs; [`Refusal::Undefined`] as for [`limits`].
fn reliability(runs: &[Vec<f64>], level: Level) -> Result<f64, Refusal> {
    let [first, others @ ..] = runs else {
        return Err(Refusal::Missing {
            what: "runs of the simulation",
        });
    };
    if others.is_empty() {
        return Err(Refusal::Missing {
            what: "second run of the simulation",
        });
    }
    let first = limits(first.clone(), level)?;
    let mut distance = 0.0;
    for run in others {
        let limits = limits(run.clone(), level)?;
        distance += (limits.lower() - first.lower()).abs();
        distance += (limits.upper() - first.upper()).abs();
    }
    Ok(distance / (2.0 * others.len() as f64))
}
