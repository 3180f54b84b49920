//! The arithmetic of one step of a regression of events.

use super::{Family, Regression};
use crate::core::number::least_squares;
use crate::core::number::matrix::Matrix;
use crate::core::number::orthogonal::Columns;
use crate::core::number::stirling;
use crate::core::refusal::Refusal;

/// Events among people, row by row, and the family they are of.
pub(super) struct Rows<'a> {
    pub events: &'a [f64],
    pub people: &'a [f64],
    pub family: Family,
}

impl Rows<'_> {
    fn rows(&self) -> impl Iterator<Item = (f64, f64)> {
        self.events.iter().copied().zip(self.people.iter().copied())
    }

    fn means(&self, eta: &[f64]) -> Vec<f64> {
        self.people
            .iter()
            .zip(eta)
            .map(|(n, e)| n * self.family.inverse_link(*e))
            .collect()
    }

    /// The mean's slope in the linear predictor, and the variance.
    fn slope_and_variance(&self, mean: f64, people: f64) -> (f64, f64) {
        let binomial = mean * (1.0 - mean / people);
        match self.family {
            Family::Logistic => (binomial, binomial),
            Family::Poisson => (mean, mean),
            Family::LogBinomial => (mean, binomial),
        }
    }

    /// The working values and weights of the next least squares.
    pub(super) fn working(&self, eta: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let means = self.means(eta);
        self.rows()
            .zip(eta)
            .zip(&means)
            .map(|(((events, people), eta), mean)| {
                let (slope, variance) = self.slope_and_variance(*mean, people);
                (eta + (events - mean) / slope, slope * slope / variance)
            })
            .unzip()
    }

    pub(super) fn deviance(&self, means: &[f64]) -> f64 {
        let gap = |a: f64, m: f64| if a > 0.0 { stirling::deviance(a, m) } else { m };
        let parts = self
            .rows()
            .zip(means)
            .map(|((events, people), mean)| match self.family {
                Family::Poisson => gap(events, *mean),
                _ => gap(events, *mean) + gap(people - events, people - mean),
            });
        2.0 * parts.sum::<f64>()
    }

    /// The step to `next`, halved until the fit is allowed and no worse than before.
    pub(super) fn shortened(
        &self,
        design: &Columns,
        from: Option<&[f64]>,
        mut next: Vec<f64>,
        deviance: f64,
    ) -> Result<(Vec<f64>, Vec<f64>, f64), Refusal> {
        for _ in 0..60 {
            let eta = design.times(&next);
            let allowed = self.family != Family::LogBinomial || eta.iter().all(|e| *e < 0.0);
            if allowed {
                let reached = self.deviance(&self.means(&eta));
                if reached.is_finite()
                    && (from.is_none() || reached <= deviance * (1.0 + 1e-9) + 1e-9)
                {
                    return Ok((next, eta, reached));
                }
            }
            match from {
                Some(from) => {
                    for (new, old) in next.iter_mut().zip(from) {
                        *new = f64::midpoint(*new, *old);
                    }
                }
                // The first step starts from everyone's share, which only the intercept can hold.
                None => next.iter_mut().skip(1).for_each(|new| *new *= 0.5),
            }
        }
        Err(Refusal::NoConvergence)
    }

    pub(super) fn finish(
        &self,
        design: &Matrix,
        coefficients: Vec<f64>,
        eta: &[f64],
        deviance: f64,
        null_deviance: f64,
    ) -> Result<Regression, Refusal> {
        let means = self.means(eta);
        if self.settled(&means) {
            return Err(Refusal::Undefined {
                why: "in one group everyone or no one has the outcome",
            });
        }
        let (working, weights) = self.working(eta);
        let last = least_squares::fit(design, &working, &weights)?;
        let scores: Vec<f64> = working
            .iter()
            .zip(eta)
            .zip(&weights)
            .map(|((working, eta), weight)| weight * (working - eta))
            .collect();
        let person_scores = self.person_scores(&means);
        let freedom = last.freedom;
        let pearson: f64 = self
            .rows()
            .zip(&means)
            .map(|((events, people), mean)| {
                (events - mean).powi(2) / self.slope_and_variance(*mean, people).1
            })
            .sum();
        Ok(Regression {
            coefficients,
            deviance,
            null_deviance,
            dispersion: (freedom > 0).then(|| pearson / freedom as f64),
            freedom,
            log_likelihood: self.log_likelihood(&means),
            inverse: last.inverse,
            design: design.clone(),
            scores,
            person_scores,
        })
    }

    /// Whether the fit runs away: some row is expected to have no event, or no one without one, to any
    /// number of digits.
    fn settled(&self, means: &[f64]) -> bool {
        let average = self.events.iter().sum::<f64>() / self.people.iter().sum::<f64>();
        self.people.iter().zip(means).any(|(people, mean)| {
            let none = *mean < 1e-6 && mean / people < 1e-9 * average;
            let without = people - mean;
            let all = without < 1e-6 && without / people < 1e-9 * (1.0 - average);
            none || (self.family != Family::Poisson && all)
        })
    }

    /// The root of the sum, over the people of each row, of their squared scores; `None` where events
    /// outnumber people.
    fn person_scores(&self, means: &[f64]) -> Option<Vec<f64>> {
        if self.rows().any(|(events, people)| events > people) {
            return None;
        }
        let scores = self
            .rows()
            .zip(means)
            .map(|((events, people), &mean)| {
                let (slope, variance) = self.slope_and_variance(mean, people);
                let share = mean / people;
                let with = events * (1.0 - share).powi(2);
                let without = (people - events) * share * share;
                slope / variance * (with + without).sqrt()
            })
            .collect();
        Some(scores)
    }

    fn log_likelihood(&self, means: &[f64]) -> f64 {
        let parts = self
            .rows()
            .zip(means)
            .map(|((events, people), &mean)| match self.family {
                Family::Poisson if events > 0.0 => stirling::poisson_log_mass(events, mean),
                Family::Poisson => -mean,
                _ => {
                    let (share, rest) = (mean / people, people - events);
                    if events <= 0.0 {
                        people * (-share).ln_1p()
                    } else if rest <= 0.0 {
                        people * share.ln()
                    } else {
                        stirling::binomial_log_mass(events, rest, share, 1.0 - share)
                    }
                }
            });
        parts.sum()
    }
}

/// Refuses numbers that are no events among people.
pub(super) fn check(
    design: &Matrix,
    events: &[f64],
    people: &[f64],
    family: Family,
) -> Result<(), Refusal> {
    if events.len() != design.rows() || people.len() != design.rows() {
        return Err(Refusal::Mismatch {
            what: "a regression needs events and people for each row",
        });
    }
    let shares = family != Family::Poisson;
    for (events, people) in events.iter().zip(people) {
        if !(*people > 0.0 && people.is_finite()) {
            return Err(Refusal::OutOfRange {
                what: "The number of people in each row",
                range: "above zero",
            });
        }
        if !(*events >= 0.0 && events.is_finite()) || (shares && events > people) {
            return Err(Refusal::OutOfRange {
                what: "The number of events in each row",
                range: "between 0 and the number of people",
            });
        }
    }
    Ok(())
}
