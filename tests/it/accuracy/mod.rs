//! Every numerical routine against references of twenty-five digits, made with mpmath 1.3 at 50 digits
//! (`distributions.csv`: routine, arguments, value; `regressions.csv`: case, regression,
//! figure, value). The largest relative error allowed
//! here is the one that the routine's own text states.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and says what it found"
)]

use std::collections::BTreeMap;

use equal_measure::core::number::least_squares::{self, Robust};
use equal_measure::core::number::matrix::Matrix;
use equal_measure::core::number::regression::{self, Errors, Family};
use equal_measure::core::number::{beta, gamma, normal, student};
use equal_measure::core::refusal::Refusal;

/// The largest relative error that each routine's text states.
const STATED: &[(&str, f64)] = &[
    ("normal_cdf", 1e-15),
    ("normal_quantile", 1e-15),
    ("gamma_lower", 1e-13),
    ("gamma_upper", 1e-13),
    ("gamma_lower_quantile", 1e-13),
    ("gamma_upper_quantile", 1e-13),
    ("beta_lower", 1e-13),
    ("beta_lower_quantile", 1e-13),
    ("beta_upper_quantile", 1e-13),
    ("student_quantile", 1e-13),
];

fn run(routine: &str, x: &[f64]) -> Result<f64, Refusal> {
    match routine {
        "normal_cdf" => Ok(normal::cdf(x[0])),
        "normal_quantile" => normal::quantile(x[0]),
        "gamma_lower" => gamma::lower(x[0], x[1]),
        "gamma_upper" => gamma::upper(x[0], x[1]),
        "gamma_lower_quantile" => gamma::lower_quantile(x[0], x[1]),
        "gamma_upper_quantile" => gamma::upper_quantile(x[0], x[1]),
        "beta_lower" => beta::lower(x[0], x[1], x[2]),
        "beta_lower_quantile" => beta::lower_quantile(x[0], x[1], x[2]),
        "beta_upper_quantile" => beta::upper_quantile(x[0], x[1], x[2]),
        "student_quantile" => student::quantile(x[0], x[1]),
        other => panic!("no routine is called {other}"),
    }
}

#[test]
fn routines_keep_the_accuracy_they_state() {
    let table = include_str!("distributions.csv");
    let mut worst: BTreeMap<&str, (f64, &str)> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split(',');
        let routine = cells.next().unwrap();
        let numbers: Vec<f64> = cells.map(|cell| cell.parse().unwrap()).collect();
        let (&want, arguments) = numbers.split_last().unwrap();
        let got = run(routine, arguments).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let off = ((got - want) / want).abs();
        let entry = worst.entry(routine).or_insert((0.0, line));
        if off >= entry.0 {
            *entry = (off, line);
        }
    }
    assert_eq!(worst.len(), STATED.len(), "every routine has references");
    let mut failed = false;
    for &(routine, stated) in STATED {
        let (off, line) = worst[routine];
        println!("{routine}: {off:.1e} at most (stated {stated:.0e}) at {line}");
        failed |= off > stated;
    }
    assert!(!failed, "a routine is less accurate than it states");
}

/// The largest relative error that the regressions state.
const REGRESSIONS: [(&str, f64); 4] = [
    ("least_squares", 1e-14),
    ("logistic", 1e-13),
    ("poisson", 1e-13),
    ("logbin", 1e-10),
];

/// The regression of one reference case: its figures by name.
fn figures(
    case: &serde_json::Value,
    regression: &str,
) -> Result<BTreeMap<&'static str, f64>, Refusal> {
    let column = |name: &str| -> Vec<f64> {
        case["input"][name]
            .as_array()
            .unwrap()
            .iter()
            .map(|v| v.as_f64().unwrap())
            .collect()
    };
    let (people, events) = (column("n"), column("x"));
    let total: f64 = people.iter().sum();
    let mut before = 0.0;
    let rows: Vec<Vec<f64>> = people
        .iter()
        .map(|n| {
            before += n;
            vec![1.0, (before - n / 2.0) / total]
        })
        .collect();
    let design = Matrix::from_rows(&rows)?;
    let slope_error = |covariance: Matrix| covariance.standard_errors()[1];
    let family = match regression {
        "logistic" => Family::Logistic,
        "poisson" => Family::Poisson,
        "logbin" => Family::LogBinomial,
        _ => {
            let shares: Vec<f64> = events.iter().zip(&people).map(|(x, n)| x / n).collect();
            let fit = least_squares::fit(&design, &shares, &people)?;
            return Ok(BTreeMap::from([
                ("intercept", fit.coefficients[0]),
                ("slope", fit.coefficients[1]),
                ("model_error", slope_error(fit.covariance()?)),
                ("hc0_error", slope_error(fit.robust(Robust::Hc0)?)),
                ("hc1_error", slope_error(fit.robust(Robust::Hc1)?)),
                ("hc3_error", slope_error(fit.robust(Robust::Hc3)?)),
            ]));
        }
    };
    let fit = regression::fit(&design, &events, &people, family)?;
    Ok(BTreeMap::from([
        ("intercept", fit.coefficients[0]),
        ("slope", fit.coefficients[1]),
        ("model_error", slope_error(fit.covariance(Errors::Model)?)),
        (
            "hc0_error",
            slope_error(fit.covariance(Errors::Robust(Robust::Hc0))?),
        ),
        (
            "person_error",
            slope_error(fit.covariance(Errors::EachPerson)?),
        ),
    ]))
}

#[test]
fn regressions_keep_the_accuracy_they_state() {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../../gold/ridit_regressions.json")).unwrap();
    let mut failed = Vec::new();
    for (regression, stated) in REGRESSIONS {
        let mut worst = 0.0f64;
        for case in file["cases"].as_array().unwrap() {
            let got = figures(case, regression).unwrap();
            for line in include_str!("regressions.csv").lines() {
                let cells: Vec<&str> = line.split(',').collect();
                if cells[0] == case["name"] && cells[1] == regression {
                    let want: f64 = cells[3].parse().unwrap();
                    worst = worst.max(((got[cells[2]] - want) / want).abs());
                }
            }
        }
        println!("{regression}: {worst:.1e} at most (stated {stated:.0e})");
        if worst > stated || worst <= 0.0 {
            failed.push(regression);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
