//! Units, levels of confidence and directions, so that none of them is ever a bare number.

use serde::{Deserialize, Serialize};

/// A confidence level: the share of repeated samples whose interval would hold the true value.
///
/// Always a proportion strictly between 0 and 1; never 95.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Level(f64);

impl From<Level> for f64 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl TryFrom<f64> for Level {
    type Error = &'static str;

    fn try_from(proportion: f64) -> Result<Self, Self::Error> {
        Self::new(proportion).ok_or("a level that is not between 0 and 1")
    }
}

impl Level {
    /// 95 %, the field's usual level.
    pub const P95: Self = Self(0.95);
    /// 99.8 %, the outer control limit of funnel plots.
    pub const P998: Self = Self(0.998);

    /// A level from a proportion, or `None` unless 0 < `proportion` < 1.
    ///
    /// ```
    /// use equal_measure::core::units::Level;
    /// assert_eq!(Level::new(0.95), Some(Level::P95));
    /// assert_eq!(Level::new(95.0), None);
    /// ```
    pub fn new(proportion: f64) -> Option<Self> {
        (proportion > 0.0 && proportion < 1.0).then_some(Self(proportion))
    }

    /// The level as a proportion, for example 0.95.
    pub const fn proportion(self) -> f64 {
        self.0
    }

    /// The probability below the upper limit of a two-sided interval, for example 0.975.
    pub fn upper_tail(self) -> f64 {
        1.0 - (1.0 - self.0) / 2.0
    }
}

impl std::fmt::Display for Level {
    /// `95%`, `99.8%`: at most one decimal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{:.1}", self.0 * 100.0);
        write!(f, "{}%", text.trim_end_matches(".0"))
    }
}

/// What a figure counts, which decides how it is multiplied and named when shown.
///
/// Inside the program a share is always 0 to 1 and a rate always events per person (or person-year).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    /// A share of people, stored 0 to 1, shown as a percentage.
    Percent,
    /// A difference of two shares, stored −1 to 1, shown in percentage points.
    Points,
    /// Events per so many people, stored per one, shown per `0`.
    Per(u32),
    /// A difference of two rates, stored per one, shown per `0`.
    DifferencePer(u32),
    /// Weeks of waiting.
    Weeks,
    /// Years of life.
    Years,
    /// A number of people or events.
    People,
    /// One value divided by another; 1 means equal.
    Ratio,
    /// A pure number on the scale its method card gives.
    Index,
    /// Pounds sterling.
    Pounds,
    /// The file's own unit, which the app does not know.
    Own,
}

impl Unit {
    /// The factor from the stored value to the shown one: 100 for percentages, 100,000 for a rate per
    /// 100,000, else 1.
    pub fn factor(self) -> f64 {
        match self {
            Self::Percent | Self::Points => 100.0,
            Self::Per(people) | Self::DifferencePer(people) => f64::from(people),
            _ => 1.0,
        }
    }

    /// The unit of a difference of two figures of this unit.
    #[must_use]
    pub fn of_difference(self) -> Self {
        match self {
            Self::Percent => Self::Points,
            Self::Per(people) => Self::DifferencePer(people),
            other => other,
        }
    }
}

/// Whether more of an indicator is good for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Polarity {
    /// More is better: vaccinated, seen in time, years of healthy life.
    MoreIsBetter,
    /// More is worse: waiting over a year, dying.
    MoreIsWorse,
    /// Neither, or not known.
    Neutral,
}
