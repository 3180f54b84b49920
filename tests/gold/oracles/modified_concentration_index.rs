//! How far the outcome is concentrated along the ranking, relative to how far the average lies above the
//! lowest possible value.
//!
//! # Formula
//! M = 2·Σ pᵢyᵢ(Rᵢ − ½) / (μ − a)
//!
//! # Symbols
//! - pᵢ: the share of all people who are in group i. yᵢ: its value. Rᵢ: its middle rank from most
//!   (0) to least disadvantaged (1). μ = Σ pᵢyᵢ: the average. a: the lowest possible value, in the unit of
//!   the values. sᵢ: the standard error of yᵢ. z: 1.96 at 95 %.
//!
//! Interval: M ± z·√Σ(gᵢsᵢ)² with gᵢ how fast M moves with yᵢ; without standard errors, from the scatter
//! about the regression of 2Vy on R (V: the variance of R).
//!
//! # Range and the value of no inequality
//! −1 to 1. 0 means that the outcome does not go with the rank.
//!
//! # How to read it
//! As the relative concentration index, which it equals when the lowest possible value is 0. Textbook sign:
//! above 0 where the outcome is concentrated among the least disadvantaged.
//!
//! # When it applies
//! Values that have a lowest possible value other than 0 and no highest (a temperature, a score from 1 up).
//! Three ordered groups or more with known sizes.
//!
//! # Limits
//! It changes with the lowest possible value that is claimed. Values with a highest too belong to Erreygers'
//! and Wagstaff's indices.
//!
//! # Sources
//! - Erreygers G, van Ourti T. Measuring socioeconomic inequality in health, health care and health
//!   financing by means of rank-dependent indices: a recipe for good practice. Journal of Health
//!   Economics 2011;30:685–694. PMC3158909

use equal_measure::core::estimate::Estimate;
use equal_measure::core::measure::ordered::relative_concentration_index;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

/// The index in the textbook direction, for values that cannot fall below `lowest`.
///
/// # Errors
/// [`Refusal::TooFewGroups`] below three groups; [`Refusal::OutOfRange`] for a value below `lowest`, or an
/// average that is not above it.
pub fn of(sample: &Sample, lowest: f64, level: Level) -> Result<Estimate, Refusal> {
    sample.at_least(3)?;
    let above: Vec<f64> = sample.values().iter().map(|value| value - lowest).collect();
    let in_range = above.iter().all(|value| *value >= 0.0);
    if !in_range || sample.mean() <= lowest || !lowest.is_finite() {
        return Err(Refusal::OutOfRange {
            what: "Every value",
            range: "at or above the lowest possible value, and their average above it",
        });
    }
    // Counted from the lowest possible value, it is the relative index.
    relative_concentration_index::of(&sample.with_values(above), level)
}
