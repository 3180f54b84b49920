//! How much of a concentration index goes with each of several things that differ along the
//! ranking.
//!
//! # Formula
//! C = Σ (βₖx̄ₖ/μ)·Cₖ + Aₑ/μ
//!
//! # Symbols
//! - βₖ: how much the outcome differs for one unit of factor k, from a linear regression of the
//!   outcome on the factors. x̄ₖ: the factor's average. Cₖ: its own concentration index. μ: the
//!   average outcome. Aₑ: the absolute concentration index of what the regression leaves over.
//!
//! # Range and the value of no inequality
//! In the unit of the concentration index; the parts add up to it exactly. A part of 0 adds
//! nothing.
//!
//! # How to read it
//! A part of 0.03 of an index of 0.05: 60 % of the index goes with this factor's own spread along
//! the ranking, given the regression.
//!
//! # When it applies
//! The outcome, its factors and the size of each group or person, in order of disadvantage, and the
//! regression's coefficients.
//!
//! # Limits
//! It is an account, not an explanation, and as good as the regression. Factors left out sit in the
//! rest or in factors that resemble them.
//!
//! # Sources
//! - Wagstaff A, van Doorslaer E, Watanabe N. On decomposing the causes of health sector
//!   inequalities with an application to malnutrition inequalities in Vietnam. Journal of
//!   Econometrics 2003;112:207–223. doi:10.1016/S0304-4076(02)00161-6
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{sample::Sample, why::concentration_parts};
//! let outcome = Sample::new(vec![1.0, 2.0, 3.0], vec![1.0; 3], None)?;
//! let factor = vec![0.0, 1.0, 2.0];
//! let parts = concentration_parts::of(&outcome, &[(1.0, factor)])?;
//! assert!((parts.factors[0].part - parts.index).abs() < 1e-12);
//! assert!(parts.rest.abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::measure::ordered::concentration::absolute;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

/// The index and its parts, in the textbook direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The relative concentration index of the outcome.
    pub index: f64,
    /// What goes with each factor, in the order given.
    pub factors: Vec<Factor>,
    /// What the regression leaves over.
    pub rest: f64,
}

/// One factor's part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// How strongly the average outcome responds to the factor: βₖx̄ₖ/μ.
    pub elasticity: f64,
    /// The factor's own concentration index, or `None` where its average is 0.
    pub index: Option<f64>,
    /// Its part of the outcome's index.
    pub part: f64,
}

/// The concentration index of an outcome split over factors, each a coefficient and its values.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] unless the average outcome is
/// above 0; [`Refusal::Mismatch`] and [`Refusal::Missing`] for factors that do not fit.
pub fn of(outcome: &Sample, factors: &[(f64, Vec<f64>)]) -> Result<Parts, Refusal> {
    outcome.at_least(3)?;
    let mean = outcome.positive_mean()?;
    let index = absolute(outcome) / mean;
    let parts = factors
        .iter()
        .map(|(coefficient, values)| {
            let factor = Sample::new(values.clone(), outcome.populations().to_vec(), None)?;
            let (average, own) = (factor.mean(), absolute(&factor));
            Ok(Factor {
                elasticity: coefficient * average / mean,
                index: (average != 0.0).then_some(own / average),
                part: coefficient * own / mean,
            })
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let rest = index - parts.iter().map(|factor| factor.part).sum::<f64>();
    Ok(Parts {
        index,
        factors: parts,
        rest,
    })
}
