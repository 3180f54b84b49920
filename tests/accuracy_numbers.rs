//! Every numerical routine against references of twenty-five digits, made with mpmath 1.3 at 50 digits
//! (`tests/accuracy/distributions.csv`: routine, arguments, value). The largest relative error allowed
//! here is the one that the routine's own text states.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and says what it found"
)]

use std::collections::BTreeMap;

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
    let table = include_str!("accuracy/distributions.csv");
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
