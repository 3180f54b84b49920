//! The distance between the group with the highest value and the group with the lowest.
//!
//! # Formula
//! max yᵢ − min yᵢ
//!
//! # Symbols
//! yᵢ: the value of group i, in its own unit.
//!
//! # Range and the value of no inequality
//! 0 or more, in the unit of a difference of values. 0 means that all groups are alike.
//!
//! # How to read it
//! 12 means that the highest and the lowest group are 12 apart, whichever they are.
//!
//! # In plain words
//! The two groups that lie furthest apart are {size} apart.
//!
//! # When it applies
//! Three groups or more.
//!
//! # Limits
//! Two groups decide it, the others none of it; more groups make it larger by chance alone.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # Example
//! ```
//! assert_eq!(12, 20 - 8);
//! ```

use super::apart;
use crate::core::estimate::Estimate;
use crate::core::method_text::method_text;
use crate::core::measure::Measure;
use crate::core::measure::sample::Sample;
use crate::core::refusal::Refusal;

pub(in crate::core::measure) const MEASURE: Measure =
    Measure::of_all(|groups| apart(groups, |sample, _| of(sample)))
        .named("furthest-apart", "Range")
        .text(method_text!("furthest_apart.rs"));

/// The highest value less the lowest, without an interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups.
pub fn of(sample: &Sample) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let highest = sample.values().iter().copied().fold(f64::MIN, f64::max);
    let lowest = sample.values().iter().copied().fold(f64::MAX, f64::min);
    let none = Refusal::NoInterval {
        why: "no interval of this measure is in general use",
    };
    Estimate::new(highest - lowest, Err(none), "highest less lowest")
}
