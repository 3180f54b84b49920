//! The two ends of a fitted line or curve, and how each group's value moves them.

use super::ridit::{self, Line};
use crate::core::estimate::Estimate;
use crate::core::measure::sample::Sample;
use crate::core::measure::standard_error::{log_wald, wald};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The most Newton steps that the logit fit may take.
const STEPS: usize = 100;

/// The fitted values at rank 0 (most disadvantaged) and rank 1, with their response to each group.
#[derive(Clone, Debug, PartialEq)]
pub struct Ends {
    /// The fitted value at rank 0.
    pub start: f64,
    /// The fitted value at rank 1.
    pub end: f64,
    start_weights: Vec<f64>,
    end_weights: Vec<f64>,
    residuals: Vec<f64>,
}

/// Where the uncertainty of an index comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncertainty {
    /// The groups' own standard errors: how surely their values are known.
    OwnErrors,
    /// The scatter of the groups about the fit (heteroscedasticity-consistent, HC1).
    Scatter,
}

impl Ends {
    /// The ends of the straight line through the groups, each weighed by its size.
    ///
    /// # Errors
    /// As [`Line::through`].
    pub fn linear(sample: &Sample) -> Result<Self, Refusal> {
        let line = Line::through(sample)?;
        let residuals = ridit::midpoints(sample.shares())
            .iter()
            .zip(sample.values())
            .map(|(&rank, y)| y - line.at(rank))
            .collect();
        let end_weights = line
            .intercept_weights
            .iter()
            .zip(&line.slope_weights)
            .map(|(u, w)| u + w)
            .collect();
        Ok(Self {
            start: line.intercept,
            end: line.end(),
            start_weights: line.intercept_weights,
            end_weights,
            residuals,
        })
    }

    /// The ends of the logit curve through shares, each group weighed by its size: the maximum of the
    /// quasi-binomial likelihood, by Newton's method.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a value outside 0 to 1; [`Refusal::NoConvergence`] where the groups
    /// are perfectly separated; [`Refusal::TooFewGroups`].
    pub fn logit(sample: &Sample) -> Result<Self, Refusal> {
        if sample.values().iter().any(|y| !(0.0..=1.0).contains(y)) {
            return Err(Refusal::OutOfRange {
                what: "Every value",
                range: "between 0 and 1",
            });
        }
        // Refuses fewer than two groups with people before the matrix below would be singular.
        Line::through(sample)?;
        let ranks = ridit::midpoints(sample.shares());
        let mean = sample.mean();
        if mean <= 0.0 || mean >= 1.0 {
            return Err(Refusal::AllEqual);
        }
        let (mut intercept, mut slope) = ((mean / (1.0 - mean)).ln(), 0.0);
        for _ in 0..STEPS {
            let step = Step::at(sample, &ranks, intercept, slope);
            let (up, along) = step.solve(step.score)?;
            intercept += up;
            slope += along;
            if !intercept.is_finite() || !slope.is_finite() || slope.abs() > 1e3 {
                break;
            }
            if up.abs().max(along.abs()) < 1e-13 * (1.0 + intercept.abs().max(slope.abs())) {
                return Self::of_logit(sample, &ranks, intercept, slope);
            }
        }
        Err(Refusal::NoConvergence)
    }

    fn of_logit(
        sample: &Sample,
        ranks: &[f64],
        intercept: f64,
        slope: f64,
    ) -> Result<Self, Refusal> {
        let step = Step::at(sample, ranks, intercept, slope);
        let (start, end) = (expit(intercept), expit(intercept + slope));
        let mut start_weights = Vec::with_capacity(ranks.len());
        let mut end_weights = Vec::with_capacity(ranks.len());
        for (share, rank) in sample.shares().iter().zip(ranks) {
            let (up, along) = step.solve((*share, share * rank))?;
            start_weights.push(start * (1.0 - start) * up);
            end_weights.push(end * (1.0 - end) * (up + along));
        }
        let residuals = ranks
            .iter()
            .zip(sample.values())
            .map(|(rank, y)| y - expit(intercept + slope * rank))
            .collect();
        Ok(Self {
            start,
            end,
            start_weights,
            end_weights,
            residuals,
        })
    }

    /// End less start.
    ///
    /// # Errors
    /// [`Refusal::Undefined`] when the fit is not finite.
    pub fn difference(
        &self,
        sample: &Sample,
        uncertainty: Uncertainty,
        level: Level,
        method: &'static str,
    ) -> Result<Estimate, Refusal> {
        let error = self.difference_error(sample, uncertainty);
        wald(self.end - self.start, error, level, method)
    }

    /// End over start.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] when an end is not above 0.
    pub fn ratio(
        &self,
        sample: &Sample,
        uncertainty: Uncertainty,
        level: Level,
        method: &'static str,
    ) -> Result<Estimate, Refusal> {
        let error = self.log_ratio_error(sample, uncertainty);
        log_wald(self.ends_ratio()?, error, level, method)
    }

    /// End over start, without an interval.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] when an end is not above 0.
    pub fn ends_ratio(&self) -> Result<f64, Refusal> {
        if self.start > 0.0 && self.end > 0.0 {
            Ok(self.end / self.start)
        } else {
            Err(Refusal::OutOfRange {
                what: "The line through the groups",
                range: "above 0 at both ends",
            })
        }
    }

    /// The standard error of end less start.
    ///
    /// # Errors
    /// [`Refusal::NoStandardError`]; [`Refusal::TooFewGroups`] for the scatter of two groups.
    pub fn difference_error(
        &self,
        sample: &Sample,
        uncertainty: Uncertainty,
    ) -> Result<f64, Refusal> {
        self.error(sample, uncertainty, |start, end| end - start)
    }

    /// The standard error of the logarithm of end over start.
    ///
    /// # Errors
    /// As [`Ends::difference_error`].
    pub fn log_ratio_error(
        &self,
        sample: &Sample,
        uncertainty: Uncertainty,
    ) -> Result<f64, Refusal> {
        self.error(sample, uncertainty, |start, end| {
            end / self.end - start / self.start
        })
    }

    fn error(
        &self,
        sample: &Sample,
        uncertainty: Uncertainty,
        combine: impl Fn(f64, f64) -> f64,
    ) -> Result<f64, Refusal> {
        let coefficients = self
            .start_weights
            .iter()
            .zip(&self.end_weights)
            .map(|(&start, &end)| combine(start, end));
        match uncertainty {
            Uncertainty::OwnErrors => sample.spread(&coefficients.collect::<Vec<_>>()),
            Uncertainty::Scatter => {
                let groups = self.residuals.len();
                if groups < 3 {
                    return Err(Refusal::TooFewGroups {
                        need: 3,
                        got: groups,
                    });
                }
                let squares: f64 = coefficients
                    .zip(&self.residuals)
                    .map(|(c, e)| (c * e).powi(2))
                    .sum();
                Ok((squares * groups as f64 / (groups as f64 - 2.0)).sqrt())
            }
        }
    }
}

fn expit(number: f64) -> f64 {
    1.0 / (1.0 + (-number).exp())
}

/// One Newton step of the logit fit: the score and the information matrix.
struct Step {
    score: (f64, f64),
    information: (f64, f64, f64),
}

impl Step {
    fn at(sample: &Sample, ranks: &[f64], intercept: f64, slope: f64) -> Self {
        let mut score = (0.0, 0.0);
        let mut information = (0.0, 0.0, 0.0);
        for ((&share, &y), &rank) in sample.shares().iter().zip(sample.values()).zip(ranks) {
            let fitted = expit(intercept + slope * rank);
            let residual = share * (y - fitted);
            score.0 += residual;
            score.1 += residual * rank;
            let weight = share * fitted * (1.0 - fitted);
            information.0 += weight;
            information.1 += weight * rank;
            information.2 += weight * rank * rank;
        }
        Self { score, information }
    }

    /// The information matrix's inverse times a vector.
    fn solve(&self, (up, along): (f64, f64)) -> Result<(f64, f64), Refusal> {
        let (a, b, c) = self.information;
        let determinant = a * c - b * b;
        if determinant > 0.0 {
            Ok((
                (c * up - b * along) / determinant,
                (a * along - b * up) / determinant,
            ))
        } else {
            Err(Refusal::NoConvergence)
        }
    }
}
