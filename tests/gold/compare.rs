//! One case run and compared.

use equal_measure::core::refusal::Refusal;
use serde_json::Value;

use super::case::{self, Case};
use super::columns::{Cell, Columns};
use crate::EXCEPTIONS;

/// What became of a case.
pub enum Outcome {
    /// All its columns are equal; how many numbers and words were compared, and which columns the case
    /// leaves out for which reason.
    Equal {
        /// Cells compared.
        cells: usize,
        /// Why columns were left out, where they were.
        ignored: Option<String>,
    },
    /// Refused, as the reference does.
    Refused(Refusal),
    /// Not run, with the reason.
    Skipped(String),
    /// Different, with each difference.
    Different(Vec<String>),
}

/// Columns of words that are the reference package's own.
const WORDS: [&str; 8] = [
    "statistic",
    "method",
    "confidence",
    "measure",
    "warnings",
    "term",
    "groupvars",
    "qinverted",
];

/// Runs one case.
pub fn outcome(file: &str, case: &Case, run: fn(&Case) -> Result<Columns, Refusal>) -> Outcome {
    let port = case.part("port");
    if let Some(why) = port.get("skip").and_then(Value::as_str) {
        return Outcome::Skipped(why.to_owned());
    }
    if let Some(why) = exception(file, &case.name, "*") {
        return Outcome::Skipped(why.to_owned());
    }
    // A panic fails its own case, not the rest of the run.
    let Ok(result) = std::panic::catch_unwind(|| run(case)) else {
        return Outcome::Different(vec!["panicked".to_owned()]);
    };
    if let Some(error) = case.whole.get("expect_error") {
        return match result {
            Err(refusal) => Outcome::Refused(refusal),
            Ok(_) => Outcome::Different(vec![format!("gave figures; the reference says {error}")]),
        };
    }
    match result {
        Err(refusal) => Outcome::Different(vec![format!("refused: {refusal}")]),
        Ok(columns) => compare(file, case, &columns),
    }
}

fn exception(file: &str, case: &str, column: &str) -> Option<&'static str> {
    let fits = |rule: &str, name: &str| rule == "*" || rule == name;
    EXCEPTIONS
        .iter()
        .find(|(f, c, col, _)| *f == file && fits(c, case) && *col == column)
        .map(|(.., why)| *why)
}

fn compare(file: &str, case: &Case, got: &Columns) -> Outcome {
    let port = case.part("port");
    let ignored = case::list(port.get("ignore").unwrap_or(&Value::Null));
    let expect = case.part("expect");
    let tolerance = port
        .get("tolerance")
        .or(case.whole.get("tolerance"))
        .and_then(case::number)
        .unwrap_or(0.0);
    let scale = expect
        .values()
        .flat_map(case::list)
        .filter_map(|value| case::number(&value))
        .fold(1.0, |most: f64, number| most.max(number.abs()));
    let (mut cells, mut wrong) = (0, Vec::new());
    for (name, column) in &expect {
        let left_out = ignored.iter().any(|other| other == name.as_str())
            || exception(file, &case.name, name).is_some()
            || WORDS.contains(&name.as_str());
        let passed_through = case.has(name) && !got.0.contains_key(name);
        if left_out || passed_through {
            continue;
        }
        let wanted = case::list(column);
        let Some(found) = got.0.get(name) else {
            wrong.push(format!("{name}: not given"));
            continue;
        };
        if found.len() != wanted.len() {
            wrong.push(format!(
                "{name}: {} rows, not {}",
                found.len(),
                wanted.len()
            ));
            continue;
        }
        for (row, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
            cells += 1;
            let near = |want: f64, got: f64| {
                (got - want).abs() <= tolerance * want.abs() + 1e-3 * tolerance * scale
                    || simulated(case, name, row, got, scale)
            };
            let equal = match (found, wanted) {
                (Cell::Text(got), Value::String(want)) => got == want,
                (Cell::Number(got), want) => {
                    case::number(want).is_some_and(|want| near(want, *got))
                }
                (Cell::Refused(_), Value::String(text)) => {
                    ["NaN", "Inf", "-Inf"].contains(&text.as_str())
                }
                (Cell::Refused(_), want) => want.is_null(),
                (Cell::Text(_), _) => false,
            };
            if !equal {
                wrong.push(format!("{name}[{row}]: {found:?}, not {wanted}"));
            }
        }
    }
    if cells == 0 && wrong.is_empty() {
        wrong.push("nothing was compared".to_owned());
    }
    if wrong.is_empty() {
        let why = port.get("why").map(case::text);
        Outcome::Equal {
            cells,
            ignored: (!ignored.is_empty()).then(|| why.unwrap_or_default()),
        }
    } else {
        Outcome::Different(wrong)
    }
}

/// Whether a simulated figure lies where other seeds put it.
fn simulated(case: &Case, column: &str, row: usize, got: f64, scale: f64) -> bool {
    let columns = case::list(case.whole.get("simulated_columns").unwrap_or(&Value::Null));
    if !columns.iter().any(|name| name == column) {
        return false;
    }
    let figure = |part: &str| {
        let column = case.part(part).get(column).cloned().unwrap_or(Value::Null);
        case::list(&column).get(row).and_then(case::number)
    };
    let runs = case
        .whole
        .get("mc_runs")
        .and_then(case::number)
        .unwrap_or(1.0);
    match (figure("expect_mc_mean"), figure("expect_mc_sd")) {
        (Some(mean), Some(sd)) => {
            (got - mean).abs() <= 5.0 * sd * (1.0 + 1.0 / runs).sqrt() + 1e-9 * scale
        }
        _ => false,
    }
}
