//! Whether the groups differ by more than chance alone would make them differ.
//!
//! # Formula
//! shares: χ² = Σ nᵢ(pᵢ − p)²/(p(1−p)); other values: Q = Σ (yᵢ − ȳ)²/sᵢ², with ȳ =
//! Σ(yᵢ/sᵢ²)/Σ(1/sᵢ²)
//!
//! # Symbols
//! - pᵢ, nᵢ: share and people of group i; p: the share of all. yᵢ, sᵢ: value and standard error. J:
//!   the number of groups.
//!
//! # Range and the value of no inequality
//! 0 or more. About J − 1 where only chance makes the groups differ; the p-value is the chance of
//! at least as much then.
//!
//! # How to read it
//! Read the size of the gap first. With many people even a trifling gap is far beyond chance; with
//! few, a large gap may not be.
//!
//! # In plain words
//! Where only chance makes groups differ it is about the number of groups less one; it does not say by
//! how much they differ.
//!
//! # When it applies
//! Two groups or more with counts or standard errors.
//!
//! # Limits
//! It has no direction and no size. "Not beyond chance" is not "no gap".
//!
//! # Sources
//! - Pearson K. On the criterion that a given system of deviations… Philosophical Magazine
//!   1900;50:157–175. doi:10.1080/14786440009463897
//! - Cochran WG. The combination of estimates from different experiments. Biometrics
//!   1954;10:101–129. doi:10.2307/3001666
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::all_groups::heterogeneity};
//! let a = Counts { events: 60.0, people: 100.0 };
//! let b = Counts { events: 40.0, people: 100.0 };
//! let test = heterogeneity::of_shares(&[a, b])?;
//! assert!((test.chi_square - 8.0).abs() < 1e-12);
//! assert!(test.p < 0.01);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups, Kind};
use crate::core::measure::standard_error;
use crate::core::measure::two_groups::cramers_v::{chi_square, counts_of};
use crate::core::measure::{Basis, Measure, Null};
use crate::core::method_text::method_text;
use crate::core::number::chi_square::upper_tail;
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(run)
    .named("heterogeneity", "Heterogeneity (chi-square)")
    .relative(Unit::Index)
    .null(Null::None)
    .basis(Basis::Parts)
    .text(method_text!("heterogeneity.rs"));

/// A chi-square test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The statistic.
    pub chi_square: f64,
    /// The degrees of freedom.
    pub freedom: f64,
    /// The chance of at least as great a statistic when all groups are alike.
    pub p: f64,
}

impl Test {
    /// The test of a statistic.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a negative statistic or no degrees of freedom.
    pub fn new(chi_square: f64, freedom: f64) -> Result<Self, Refusal> {
        let p = upper_tail(chi_square, freedom)?;
        Ok(Self {
            chi_square,
            freedom,
            p,
        })
    }
}

/// Whether shares differ, by Pearson's chi-square without continuity correction.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two groups; [`Refusal::Zero`] when nobody or everybody has
/// the outcome.
pub fn of_shares(groups: &[Counts]) -> Result<Test, Refusal> {
    Test::new(chi_square(groups)?, groups.len() as f64 - 1.0)
}

/// Whether values with standard errors differ, by Cochran's Q.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two groups; [`Refusal::Zero`] when an error is 0.
pub fn of_values(values: &[f64], errors: &[f64]) -> Result<Test, Refusal> {
    if values.len() < 2 || errors.len() != values.len() {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: values.len().min(errors.len()),
        });
    }
    if errors.iter().any(|&error| error <= 0.0) {
        return Err(Refusal::Zero {
            what: "a standard error",
        });
    }
    let weights = || errors.iter().map(|error| error.powi(-2));
    let total: f64 = weights().sum();
    let mean = weights().zip(values).map(|(w, y)| w * y).sum::<f64>() / total;
    let squares = weights()
        .zip(values)
        .map(|(w, y)| w * (y - mean).powi(2))
        .sum();
    Test::new(squares, values.len() as f64 - 1.0)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    let (test, method) = if groups.kind == Kind::Share {
        (of_shares(&counts_of(groups)?)?, "Pearson's chi-square")
    } else {
        let errors = groups
            .list
            .iter()
            .map(|group| standard_error::of_group(group, groups.kind))
            .collect::<Result<Vec<_>, _>>()?;
        let values: Vec<f64> = groups.list.iter().map(|group| group.value).collect();
        (of_values(&values, &errors)?, "Cochran's Q")
    };
    let none = Refusal::NoInterval {
        why: "a test statistic has no interval",
    };
    Estimate::new(test.chi_square, Err(none), method)
}
