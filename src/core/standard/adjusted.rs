//! # Gap adjusted by regression
//!
//! How much more often a group has the outcome than the reference group when both have the same age, sex or
//! whatever else the rows tell.
//!
//! # Formula
//! A [regression](crate::core::number::regression) with one column for each group but the reference, and one
//! for each value but the first of every other characteristic; the ratio is e^β with limits e^(β ∓ z s).
//!
//! # Symbols
//! β the group's coefficient; s its standard error; z the normal quantile of the level.
//!
//! # Range and the value of no inequality
//! Above zero, without a unit. 1 means no gap once the other characteristics are allowed for.
//!
//! # How to read it
//! An odds ratio (logistic), rate ratio (Poisson) or risk ratio (log-binomial, or Poisson on shares with the error
//! of each person). 1 means equal to the reference. For common outcomes an odds ratio lies further from 1 than
//! the risk ratio does.
//!
//! # When it applies
//! Events and people by group and by each characteristic that is to be allowed for.
//!
//! # Limits
//! It allows only for what is in the rows, and takes the gap to be the same at every age. A group in which
//! everyone or no one has the outcome cannot be fitted.
//!
//! # Sources
//! McCullagh P, Nelder JA. Generalized Linear Models, 2nd ed., 1989. Zou G. Am J Epidemiol 2004;159:702–6.
//! doi:10.1093/aje/kwh090
//!
//! # Example
//! ```
//! use equal_measure::core::number::regression::{Errors, Family};
//! use equal_measure::core::standard::adjusted::{Row, adjusted};
//! use equal_measure::core::units::Level;
//! let row = |group: &str, age: &str, events, people| Row {
//!     group: group.into(), others: vec![age.into()], events, people,
//! };
//! let rows = [
//!     row("deprived", "young", 20.0, 1000.0), row("least", "young", 10.0, 1000.0),
//!     row("deprived", "old", 40.0, 200.0), row("least", "old", 200.0, 2000.0),
//! ];
//! let ratios = adjusted(&rows, "least", Family::Poisson, Errors::Model, Level::P95)?;
//! assert_eq!(ratios[0].0, "deprived");
//! assert!((ratios[0].1.value() - 2.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::core::estimate::{Estimate, Interval};
use crate::core::number::matrix::Matrix;
use crate::core::number::normal;
use crate::core::number::regression::{Errors, Family, Regression, fit};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// People alike in every characteristic.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The group that is compared.
    pub group: String,
    /// Their other characteristics, in the same order in every row.
    pub others: Vec<String>,
    /// Events among them.
    pub events: f64,
    /// How many people (or person-years).
    pub people: f64,
}

/// Each group but the reference with its ratio to it, in the order of first appearance.
///
/// # Errors
/// [`Refusal::Mismatch`] when no row is of the reference group or rows differ in their characteristics; the
/// refusals of [`fit`].
pub fn adjusted(
    rows: &[Row],
    reference: &str,
    family: Family,
    errors: Errors,
    level: Level,
) -> Result<Vec<(String, Estimate)>, Refusal> {
    let (groups, regression) = fitted(rows, reference, family)?;
    let deviations = regression.standard_errors(errors)?;
    let z = normal::z(level);
    let method = match (family, errors) {
        (Family::Logistic, _) => "logistic regression",
        (Family::LogBinomial, _) => "log-binomial regression",
        (Family::Poisson, Errors::Model) => "Poisson regression",
        (Family::Poisson, _) => "Poisson regression, robust error",
    };
    groups
        .into_iter()
        .enumerate()
        .map(|(place, group)| {
            let (log, error) = (regression.coefficients[place + 1], deviations[place + 1]);
            let limits = Interval::new(log - z * error, log + z * error, level);
            let ratio = Estimate::new(log.exp(), limits.and_then(|l| l.map(f64::exp)), method)?;
            Ok((group, ratio))
        })
        .collect()
}

/// The groups but the reference, and the regression: the intercept, then a coefficient for each of them.
///
/// # Errors
/// As [`adjusted`].
pub fn fitted(
    rows: &[Row],
    reference: &str,
    family: Family,
) -> Result<(Vec<String>, Regression), Refusal> {
    let others = rows.first().map_or(0, |row| row.others.len());
    if rows.iter().any(|row| row.others.len() != others) {
        return Err(Refusal::Mismatch {
            what: "every row needs the same characteristics",
        });
    }
    if !rows.iter().any(|row| row.group == reference) {
        return Err(Refusal::Mismatch {
            what: "no row is of the reference group",
        });
    }
    let groups: Vec<&str> = distinct(rows.iter().map(|row| row.group.as_str()))
        .into_iter()
        .filter(|group| *group != reference)
        .collect();
    // One column for all, one for each group, and one for each value but the first.
    let group_columns = places(&groups, 1);
    let mut columns = 1 + groups.len();
    let mut value_columns = Vec::new();
    for place in 0..others {
        let values = distinct(rows.iter().map(|row| row.others[place].as_str()));
        let values = values.get(1..).unwrap_or_default();
        value_columns.push(places(values, columns));
        columns += values.len();
    }
    let design: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            let mut line = vec![0.0; columns];
            line[0] = 1.0;
            let values = row.others.iter().zip(&value_columns);
            let values = values.filter_map(|(value, columns)| columns.get(value.as_str()));
            for &column in group_columns
                .get(row.group.as_str())
                .into_iter()
                .chain(values)
            {
                line[column] = 1.0;
            }
            line
        })
        .collect();
    let events: Vec<f64> = rows.iter().map(|row| row.events).collect();
    let people: Vec<f64> = rows.iter().map(|row| row.people).collect();
    let regression = fit(&Matrix::from_rows(&design)?, &events, &people, family)?;
    Ok((groups.into_iter().map(str::to_owned).collect(), regression))
}

/// The column of each text, from `first` on.
fn places<'a>(texts: &[&'a str], first: usize) -> BTreeMap<&'a str, usize> {
    texts.iter().copied().zip(first..).collect()
}

/// The texts without repeats, in the order of first appearance.
fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}
