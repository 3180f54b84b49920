//! A value with its interval and method: the one currency between measures, sentences and charts.

use super::refusal::Refusal;
use super::units::Level;

/// The two limits of an interval and its level. Both are finite and `lower` ≤ `upper`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    lower: f64,
    upper: f64,
    level: Level,
}

impl Interval {
    /// An interval from its limits.
    ///
    /// # Errors
    /// [`Refusal::NoInterval`] when a limit is not finite or the two are the wrong way round.
    pub fn new(lower: f64, upper: f64, level: Level) -> Result<Self, Refusal> {
        if lower.is_finite() && upper.is_finite() && lower <= upper {
            Ok(Self {
                lower,
                upper,
                level,
            })
        } else {
            Err(Refusal::NoInterval {
                why: "the interval has no finite limits",
            })
        }
    }

    /// The lower limit.
    pub const fn lower(self) -> f64 {
        self.lower
    }

    /// The upper limit.
    pub const fn upper(self) -> f64 {
        self.upper
    }

    /// The confidence level.
    pub const fn level(self) -> Level {
        self.level
    }

    /// Whether `value` lies within the limits, ends included.
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// Both limits passed through a rising function (a factor, an exponential).
    ///
    /// # Errors
    /// As [`Interval::new`].
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Result<Self, Refusal> {
        Self::new(rising(self.lower), rising(self.upper), self.level)
    }
}

/// A finite value, its interval where there is one, and the method that made both.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    value: f64,
    interval: Result<Interval, Refusal>,
    method: &'static str,
}

impl Estimate {
    /// A value with the interval, or the reason there is none. `method` names the formula as it is
    /// printed: "Wilson", "Newcombe", "weighted least squares, closed form".
    ///
    /// # Errors
    /// [`Refusal::Undefined`] when the value is not finite.
    pub fn new(
        value: f64,
        interval: Result<Interval, Refusal>,
        method: &'static str,
    ) -> Result<Self, Refusal> {
        if value.is_finite() {
            Ok(Self {
                value,
                interval,
                method,
            })
        } else {
            Err(Refusal::Undefined {
                why: "the formula has no finite value",
            })
        }
    }

    /// The value, in the unit of its card: shares 0 to 1, rates per one person.
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The interval, or why there is none.
    pub const fn interval(&self) -> &Result<Interval, Refusal> {
        &self.interval
    }

    /// The method as printed beside the figure.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The value and both limits passed through a rising function.
    ///
    /// # Errors
    /// As [`Estimate::new`].
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Result<Self, Refusal> {
        Self::new(
            rising(self.value),
            self.interval.and_then(|interval| interval.map(&rising)),
            self.method,
        )
    }

    /// The value and both limits with their sign turned (the limits change places).
    #[must_use]
    pub fn negated(self) -> Self {
        let interval = self
            .interval
            .and_then(|interval| Interval::new(-interval.upper, -interval.lower, interval.level));
        Self {
            value: -self.value,
            interval,
            method: self.method,
        }
    }
}
