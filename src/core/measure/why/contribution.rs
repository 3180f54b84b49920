//! How much each group adds to the distance of the average from a reference.
//!
//! # Formula
//! kᵢ = pᵢ(yᵢ − c), with Σ kᵢ = μ − c
//!
//! # Symbols
//! - pᵢ: the share of all people in group i. yᵢ: its value. c: the value to compare with (the best
//!   group's, a target). μ: the average.
//!
//! # Range and the value of no inequality
//! In the unit of a difference of values; the contributions add up to μ − c exactly. 0 adds
//! nothing.
//!
//! # How to read it
//! If the average is 2 points off the target and the most deprived fifth adds 1.1 of them, more
//! than half of the distance lies there, because of its size and its value together.
//!
//! # When it applies
//! Groups with known sizes.
//!
//! # Limits
//! Large groups contribute much even with a small gap of their own: read it beside the groups'
//! values.
//!
//! # Sources
//! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
//!   doi:10.3390/ijerph19063697
//!
//! # In plain words
//! A group adds much where it is large or far from the group it is compared with; the parts add up to the
//! distance of the average.
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{sample::Sample, why::contribution};
//! let groups = Sample::new(vec![10.0, 20.0, 30.0], vec![1.0, 2.0, 1.0], None)?;
//! assert_eq!(contribution::of(&groups, 30.0), [-5.0, -5.0, 0.0]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::measure::sample::Sample;

/// What each group adds to the average's distance from `reference`, in the raw direction.
pub fn of(sample: &Sample, reference: f64) -> Vec<f64> {
    sample.each(|share, value| share * (value - reference))
}
