//! A line through the logarithms or log-odds of the groups' values, back on the values' own scale.

use super::ridit::Line;
use crate::core::measure::sample::Sample;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The scale on which the values follow a straight line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transform {
    /// The values themselves.
    Identity,
    /// Their natural logarithms: for rates.
    Log,
    /// Their log-odds: for shares between 0 and 1.
    Logit,
}

impl Transform {
    /// The value on the line's scale.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a value that has no logarithm or log-odds.
    pub fn apply(self, value: f64) -> Result<f64, Refusal> {
        let refused = |range| {
            Err(Refusal::OutOfRange {
                what: "Every value",
                range,
            })
        };
        match self {
            Self::Identity => Ok(value),
            Self::Log if value > 0.0 => Ok(value.ln()),
            Self::Log => refused("above 0"),
            Self::Logit if value > 0.0 && value < 1.0 => Ok((value / (1.0 - value)).ln()),
            Self::Logit => refused("above 0 and below 1"),
        }
    }

    /// Back from the line's scale.
    pub fn invert(self, number: f64) -> f64 {
        match self {
            Self::Identity => number,
            Self::Log => number.exp(),
            Self::Logit => 1.0 / (1.0 + (-number).exp()),
        }
    }

    /// How fast the line's scale changes where the value is `value`: carries a standard error over.
    pub fn rate(self, value: f64) -> f64 {
        match self {
            Self::Identity => 1.0,
            Self::Log => 1.0 / value,
            Self::Logit => 1.0 / (value * (1.0 - value)),
        }
    }
}

/// A line on a transformed scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The line on the transformed scale.
    pub line: Line,
    transform: Transform,
    sample: Sample,
}

impl Curve {
    /// The line through the transformed values; standard errors are carried over to first order.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a value without a transform; else as [`Line::through`].
    pub fn through(sample: &Sample, transform: Transform) -> Result<Self, Refusal> {
        let values = sample
            .values()
            .iter()
            .map(|&value| transform.apply(value))
            .collect::<Result<Vec<_>, _>>()?;
        let errors = sample.errors().ok().map(|errors| {
            errors
                .iter()
                .zip(sample.values())
                .map(|(error, &value)| error * transform.rate(value))
                .collect()
        });
        let on_line = Sample::new(values, sample.populations().to_vec(), errors)?;
        Self::on_scale(on_line, transform)
    }

    /// The line through values and standard errors that are already on the transformed scale.
    ///
    /// # Errors
    /// As [`Line::through`].
    pub fn on_scale(sample: Sample, transform: Transform) -> Result<Self, Refusal> {
        let line = Line::through(&sample)?;
        Ok(Self {
            line,
            transform,
            sample,
        })
    }

    /// The limits of the slope, on the transformed scale.
    ///
    /// # Errors
    /// [`Refusal::NoStandardError`].
    pub fn slope_limits(&self, level: Level) -> Result<(f64, f64), Refusal> {
        let half = normal::z(level) * self.sample.spread(&self.line.slope_weights)?;
        Ok((self.line.slope - half, self.line.slope + half))
    }

    /// The difference of the curve's two ends if its slope were `slope`, turned about its middle.
    pub fn difference_at(&self, slope: f64) -> f64 {
        let (start, end) = self.ends_at(slope);
        end - start
    }

    fn ends_at(&self, slope: f64) -> (f64, f64) {
        let middle = self.line.at(0.5);
        (
            self.transform.invert(middle - slope / 2.0),
            self.transform.invert(middle + slope / 2.0),
        )
    }
}
