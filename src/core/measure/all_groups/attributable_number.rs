//! How many people, or events, make up the gap to the reference group in all groups together.
//!
//! # Formula
//! K = Σ nᵢ(yᵣ − yᵢ) = N·A, with A the attributable risk
//!
//! # Symbols
//! - nᵢ, N: people of group i, and all people. yᵢ: the share or rate of group i; yᵣ: that of the
//!   reference group. The reference is the least disadvantaged group; without an order, the group
//!   with the best value.
//!
//! # Range and the value of no inequality
//! Any number of people. 0 means that the average is level with the reference; it is set to 0 where
//! the reference is worse than the average.
//!
//! # How to read it
//! 1,200 means that 1,200 fewer people would be waiting over a year if every group had the
//! reference's share. Bigger is a bigger gap.
//!
//! # In plain words
//! If every group had the figure of the group compared with, {size} {fewer} people would have the
//! outcome.
//!
//! # When it applies
//! Three groups or more with known sizes, and shares or rates as values.
//!
//! # Limits
//! Better groups than the reference are set against worse ones. Arithmetic, not a promise: nothing
//! here says why groups differ.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{all_groups::attributable_number, sample::Sample};
//! use equal_measure::core::units::{Level, Polarity};
//! let three = Sample::new(vec![0.1, 0.2, 0.3], vec![100.0, 200.0, 100.0], None)?;
//! let people = attributable_number::of(&three, 2, Polarity::MoreIsBetter, Level::P95)?;
//! assert!((people.value() - 40.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::attributable_risk::{self, reference};
use crate::core::estimate::Estimate;
use crate::core::group::{Groups, Kind};
use crate::core::lesson::lesson;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Polarity, Unit};

pub(in crate::core::measure) const MEASURE: Measure = Measure::of_all(
    "attributable-number",
    "Number attributable to inequality",
    run,
)
.unit(Unit::People)
.text(lesson!("attributable_number.rs"));

/// The attributable risk times all people, in the raw direction.
///
/// # Errors
/// As [`attributable_risk::of`].
pub fn of(
    sample: &Sample,
    reference: usize,
    polarity: Polarity,
    level: Level,
) -> Result<Estimate, Refusal> {
    let people: f64 = sample.populations().iter().sum();
    attributable_risk::of(sample, reference, polarity, level)?.map(|risk| risk * people)
}

fn run(groups: &Groups) -> Result<Estimate, Refusal> {
    if groups.kind == Kind::Value {
        return Err(Refusal::NeedsData {
            what: "the number of people with the outcome in each group".to_owned(),
        });
    }
    let sample = Sample::of_groups(groups, 3)?;
    let number = of(&sample, reference(groups)?, groups.polarity, groups.level)?;
    Ok(match groups.polarity {
        Polarity::MoreIsWorse => number.negated(),
        Polarity::MoreIsBetter | Polarity::Neutral => number,
    })
}
