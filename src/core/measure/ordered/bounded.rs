//! Values with a lowest and a highest possible value, put on the scale from 0 to 1.

use super::ridit::turned;
use crate::core::estimate::Estimate;
use crate::core::group::{Groups, Kind};
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The lowest and the highest value that the outcome can take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    lowest: f64,
    highest: f64,
}

impl Bounds {
    /// Those of a share of people.
    pub const SHARE: Self = Self {
        lowest: 0.0,
        highest: 1.0,
    };

    /// Bounds in order.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless lowest < highest.
    pub fn new(lowest: f64, highest: f64) -> Result<Self, Refusal> {
        if lowest < highest {
            Ok(Self { lowest, highest })
        } else {
            Err(Refusal::OutOfRange {
                what: "The lowest possible value",
                range: "below the highest possible value",
            })
        }
    }

    /// The sample with 0 for the lowest and 1 for the highest possible value.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a value outside the bounds.
    pub fn on_unit_scale(self, sample: &Sample) -> Result<Sample, Refusal> {
        let (lowest, width) = (self.lowest, self.highest - self.lowest);
        let inside = |y: &f64| (self.lowest..=self.highest).contains(y);
        if !sample.values().iter().all(inside) {
            return Err(Refusal::OutOfRange {
                what: "Every value",
                range: "within the possible values",
            });
        }
        let values = sample.values().iter().map(|y| (y - lowest) / width);
        let errors = sample
            .errors()
            .ok()
            .map(|errors| errors.iter().map(|error| error / width).collect());
        Sample::new(values.collect(), sample.populations().to_vec(), errors)
    }
}

/// What a measure makes of ordered groups whose values are shares of people, turned as other measures.
///
/// # Errors
/// [`Refusal::NeedsData`] when they are not; else as [`turned`].
pub(super) fn of_shares(
    groups: &Groups,
    of: impl FnOnce(&Sample, Bounds, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    if groups.kind == Kind::Share {
        turned(groups, |sample, level| of(sample, Bounds::SHARE, level))
    } else {
        Err(Refusal::NeedsData {
            what:
                "an outcome with a lowest and a highest possible value, such as a share of people"
                    .to_owned(),
        })
    }
}
