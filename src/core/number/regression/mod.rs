//! Regression of events among people: logistic, Poisson and log-binomial.
//!
//! # Formula
//! With xᵢᵀβ = ηᵢ and nᵢ people (or person-years), the expected events μᵢ are
//! - logistic: nᵢ / (1 + e^−η) — e^β is an odds ratio
//! - Poisson: nᵢ e^η — e^β is a rate ratio
//! - log-binomial: nᵢ e^η, with binomial spread — e^β is a risk ratio
//!
//! fitted by greatest likelihood: weighted least squares repeated until the deviance rests, with the step
//! halved whenever it would raise the deviance.
//!
//! # Reading
//! The model's own errors hold when events are as scattered as chance makes them. Where they are more so,
//! the quasi error (times the root of the dispersion) or a robust error is honest.
//!
//! # Limits
//! Largest relative error on the reference regressions: 1 × 10⁻¹³, log-binomial 1 × 10⁻¹⁰. Where a column settles the outcome
//! entirely (no events in one group), there is no finite coefficient and the fit is refused.
//!
//! # Sources
//! McCullagh P, Nelder JA. Generalized Linear Models, 2nd ed., 1989, chapters 2, 4, 6. Robust error: Zou G.
//! Am J Epidemiol 2004;159:702–6. doi:10.1093/aje/kwh090

mod rows;

use self::rows::{Rows, check};
use super::least_squares::{self, Robust};
use super::matrix::Matrix;
use super::orthogonal::Columns;
use crate::core::refusal::Refusal;

/// What e^β means, and how events scatter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Binomial events, odds ratios.
    Logistic,
    /// Poisson events, rate ratios.
    Poisson,
    /// Binomial events, risk ratios.
    LogBinomial,
}

/// The error of the coefficients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors {
    /// As the family says.
    Model,
    /// The family's, times the root of the dispersion.
    Quasi,
    /// From each row's own residual. HC3 is refused: leverage has no agreed form here.
    Robust(Robust),
    /// From each person's own residual, each having the outcome or not: the robust error of a Poisson
    /// regression of shares. It is the same however people are grouped into rows, and refused where events
    /// outnumber people.
    EachPerson,
}

/// A fitted regression of events.
#[derive(Clone, Debug, PartialEq)]
pub struct Regression {
    /// β, one for each column of the design.
    pub coefficients: Vec<f64>,
    /// Twice the gap of log likelihoods between a perfect fit and this one.
    pub deviance: f64,
    /// The deviance when every row has the same share or rate.
    pub null_deviance: f64,
    /// Σ (events − μ)²/variance over the degrees of freedom; 1 when scatter is as chance makes it.
    /// `None` without a degree of freedom.
    pub dispersion: Option<f64>,
    /// Rows less columns.
    pub freedom: usize,
    /// The logarithm of the likelihood.
    pub log_likelihood: f64,
    inverse: Matrix,
    design: Matrix,
    scores: Vec<f64>,
    person_scores: Option<Vec<f64>>,
}

const ROUNDS: usize = 200;

/// Fits events among people to the columns of `design` (the first is usually all ones).
///
/// # Errors
/// [`Refusal::Mismatch`] for lengths that differ; [`Refusal::OutOfRange`] for people not above zero, events
/// below zero, or more events than people where these are shares; the refusals of
/// [`least_squares::fit`]; [`Refusal::NoConvergence`]; [`Refusal::Undefined`] where a column settles the
/// outcome.
///
/// ```
/// use equal_measure::core::number::{matrix::Matrix, regression::{Family, fit}};
/// let design = Matrix::from_rows(&[vec![1.0, 0.0], vec![1.0, 1.0]])?;
/// let fit = fit(&design, &[20.0, 30.0], &[100.0, 100.0], Family::Poisson)?;
/// assert!((fit.coefficients[1].exp() - 1.5).abs() < 1e-12);
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
pub fn fit(
    design: &Matrix,
    events: &[f64],
    people: &[f64],
    family: Family,
) -> Result<Regression, Refusal> {
    check(design, events, people, family)?;
    let total = events.iter().sum::<f64>() / people.iter().sum::<f64>();
    if total <= 0.0 || (family != Family::Poisson && total >= 1.0) {
        return Err(Refusal::Undefined {
            why: "everyone or no one has the outcome",
        });
    }
    let data = Rows {
        events,
        people,
        family,
    };
    let columns = Columns::of(design);
    let null: Vec<f64> = people.iter().map(|n| n * total).collect();
    let null_deviance = data.deviance(&null);
    let mut eta = vec![family.link(total); events.len()];
    let mut deviance = null_deviance;
    let mut coefficients: Option<Vec<f64>> = None;
    let mut resting = 0;
    for _ in 0..ROUNDS {
        let (working, weights) = data.working(&eta);
        let (step, _) = least_squares::solve(&columns, &working, &weights)?;
        let (next, new_eta, new_deviance) =
            data.shortened(&columns, coefficients.as_deref(), step, deviance)?;
        let change = (deviance - new_deviance).abs();
        eta = new_eta;
        deviance = new_deviance;
        resting = if change <= 1e-12 * (deviance.abs() + 0.1) {
            resting + 1
        } else {
            0
        };
        if resting == 2 {
            return data.finish(design, next, &eta, deviance, null_deviance);
        }
        coefficients = Some(next);
    }
    Err(Refusal::NoConvergence)
}

impl Regression {
    /// The covariance of the coefficients.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] for quasi and HC1 errors when no degree of freedom is left;
    /// [`Refusal::OutOfRange`] and [`Refusal::Undefined`] as [`Errors`] says.
    pub fn covariance(&self, errors: Errors) -> Result<Matrix, Refusal> {
        let columns = self.coefficients.len();
        let spent = Refusal::TooFewGroups {
            need: columns + 1,
            got: columns,
        };
        Ok(match errors {
            Errors::Model => self.inverse.clone(),
            Errors::EachPerson => {
                let Some(scores) = &self.person_scores else {
                    return Err(Refusal::OutOfRange {
                        what: "The number of events in each row, for the error of each person,",
                        range: "at most the number of people",
                    });
                };
                self.inverse.sandwich(&self.design, scores)
            }
            Errors::Quasi => self.inverse.clone().scaled(self.dispersion.ok_or(spent)?),
            Errors::Robust(kind) => {
                let sandwich = self.inverse.sandwich(&self.design, &self.scores);
                match kind {
                    Robust::Hc0 => sandwich,
                    Robust::Hc1 if self.freedom == 0 => return Err(spent),
                    Robust::Hc1 => sandwich.scaled(self.scores.len() as f64 / self.freedom as f64),
                    Robust::Hc3 => {
                        return Err(Refusal::Undefined {
                            why: "leverage has no agreed form in a regression of events",
                        });
                    }
                }
            }
        })
    }

    /// The standard errors of the coefficients: the roots of the diagonal of [`Self::covariance`].
    ///
    /// # Errors
    /// As [`Self::covariance`].
    pub fn standard_errors(&self, errors: Errors) -> Result<Vec<f64>, Refusal> {
        match (errors, &self.person_scores) {
            (Errors::EachPerson, Some(scores)) => {
                Ok(self.inverse.sandwich_errors(&self.design, scores))
            }
            _ => Ok(self.covariance(errors)?.standard_errors()),
        }
    }
}

impl Family {
    /// The linear predictor of a share or rate.
    fn link(self, share: f64) -> f64 {
        match self {
            Self::Logistic => (share / (1.0 - share)).ln(),
            Self::Poisson | Self::LogBinomial => share.ln(),
        }
    }

    /// The share or rate of a linear predictor.
    pub fn inverse_link(self, eta: f64) -> f64 {
        match self {
            Self::Logistic => 1.0 / (1.0 + (-eta).exp()),
            Self::Poisson | Self::LogBinomial => eta.exp(),
        }
    }
}
