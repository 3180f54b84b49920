//! What is known of one group for one indicator: all that a method may see of it.
//!
//! A summary is made from a tally once, put under the disclosure rule once, and read by every method after
//! that. Nothing in it tells whether its numbers are exact.

use super::estimate::Estimate;
use super::group::{Counts, Group, Kind};
use super::histogram::Histogram;
use super::indicator::Formula;
use super::interval;
use super::refusal::Refusal;
use super::units::Level;

/// One group's numbers for one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Events and people, where the indicator is made from them, or why there are none.
    pub counts: Result<Counts, Refusal>,
    /// People in the group (records, or the denominator), whatever the indicator; `None` where the file
    /// does not say, or a rule hides it.
    pub people: Option<f64>,
    /// Records without a usable outcome; `None` where a rule hides it.
    pub blank: Option<f64>,
    /// How often each value occurred, where the outcome is a wait or another number.
    pub values: Option<Histogram>,
    /// The estimate that the file gives, or why there is none.
    pub given: Result<Estimate, Refusal>,
    /// The standard error that the file gives, on the scale of the value.
    pub standard_error: Option<f64>,
}

impl Summary {
    /// The value with its interval.
    ///
    /// # Errors
    /// Why the group has no value: no counts, a hidden or missing number, an undefined formula.
    pub fn value(&self, formula: &Formula, level: Level) -> Result<Estimate, Refusal> {
        let values = || {
            self.values
                .as_ref()
                .ok_or(Refusal::Missing { what: "values" })
        };
        match (Kind::of(formula), formula) {
            (Kind::Share, _) => {
                let counts = self.counts.clone()?;
                interval::wilson(counts.events, counts.people, level)
            }
            (Kind::Rate, _) => {
                let counts = self.counts.clone()?;
                interval::rate(counts.events, counts.people, level)
            }
            (_, Formula::Median) => interval::percentile::median(values()?, level),
            (_, Formula::Percentile(share)) => {
                interval::percentile::percentile(values()?, *share, level)
            }
            (_, Formula::Mean) => interval::mean::of_histogram(values()?, level),
            _ => self.given.clone(),
        }
    }

    /// The group as methods see it.
    ///
    /// # Errors
    /// As [`Summary::value`].
    pub fn group(&self, label: &str, formula: &Formula, level: Level) -> Result<Group, Refusal> {
        let estimate = self.value(formula, level)?;
        Ok(Group {
            label: label.to_owned(),
            value: estimate.value(),
            interval: estimate.interval().clone().ok(),
            standard_error: self.standard_error,
            population: self.people.filter(|people| *people > 0.0),
            counts: self.counts.clone().ok(),
            values: self.values.clone(),
        })
    }
}
