//! A figure made from released numbers.

use serde::{Deserialize, Serialize};

use crate::core::fixed::Words;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};
pub use crate::release::cell::{Cell, Why};

/// The limits of an interval after protection, in the unit of their figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// The lower limit.
    pub lower: Cell,
    /// The upper limit; hidden exactly when the lower one is.
    pub upper: Cell,
    /// The level.
    pub level: Level,
}

/// A value with its interval after protection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The value as [`Unit`] stores it: a share 0 to 1, a rate per one person.
    pub value: Cell,
    /// The interval, or why there is none.
    pub limits: Result<Limits, Refusal>,
    /// The method as printed beside it.
    #[serde(with = "crate::core::fixed")]
    pub method: Words,
    /// Its unit.
    pub unit: Unit,
    /// How many decimals it may be shown to, in shown units (percent, per 100,000). Below zero: to
    /// tens (−1), hundreds (−2). Rounded numbers are already no finer.
    pub places: i8,
}

impl Figure {
    /// A figure that is hidden together with its interval.
    pub const fn hidden(why: Why, unit: Unit, level: Level, method: &'static str) -> Self {
        Self {
            value: Cell::Hidden(why),
            limits: Ok(Limits {
                lower: Cell::Hidden(why),
                upper: Cell::Hidden(why),
                level,
            }),
            method,
            unit,
            places: 0,
        }
    }

    /// The value and limits as numbers in shown units (percent, per 100,000), where not hidden.
    pub fn shown(&self) -> Option<(f64, Option<(f64, f64)>)> {
        let factor = self.unit.factor();
        let value = self.value.number()? * factor;
        let limits = self.limits.as_ref().ok().and_then(|limits| {
            Some((
                limits.lower.number()? * factor,
                limits.upper.number()? * factor,
            ))
        });
        Some((value, limits))
    }
}

/// A figure after protection, or why there is none. Hidden is a figure; refused is not.
pub type Outcome = Result<Figure, Refusal>;
