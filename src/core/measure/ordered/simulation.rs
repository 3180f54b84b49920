//! The simulation of Public Health England's slope index: groups redrawn from their standard errors.
//!
//! Each repetition draws every group's value from a normal distribution, the groups in order, and fits
//! the line again. The limits are order statistics of the repetitions, without interpolation.

use super::ridit;
use super::transformed::Transform;
use crate::core::estimate::Interval;
use crate::core::measure::sample::Sample;
use crate::core::number::generator::Stream;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The repetitions that the cards make, as Public Health England's tool does unless told otherwise.
pub const REPETITIONS: usize = 100_000;

/// The fewest repetitions that give steady limits.
const FEWEST: usize = 1_000;

/// The slope and the ratio of the ends (least over most disadvantaged) of every repetition.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// The slopes, in the order of drawing.
    pub slopes: Vec<f64>,
    /// The ratios, in the order of drawing; not finite where the line starts at 0.
    pub ratios: Vec<f64>,
}

/// Repeated fits of the line to values drawn on the scale of `transform` and brought back from it.
///
/// `on_scale` holds the values and standard errors on that scale. With [`Transform::Identity`] nothing
/// is brought back.
///
/// # Errors
/// [`Refusal::NoStandardError`]; [`Refusal::OutOfRange`] below 1,000 repetitions; else as
/// [`ridit::weights`].
pub fn draws(
    on_scale: &Sample,
    transform: Transform,
    repetitions: usize,
    stream: &mut impl Stream,
) -> Result<Draws, Refusal> {
    if repetitions < FEWEST {
        return Err(Refusal::OutOfRange {
            what: "The number of repetitions",
            range: "1,000 or more",
        });
    }
    let errors = on_scale.errors()?;
    let (intercept_weights, slope_weights) = ridit::weights(on_scale)?;
    let mut slopes = Vec::with_capacity(repetitions);
    let mut ratios = Vec::with_capacity(repetitions);
    for _ in 0..repetitions {
        let (mut intercept, mut slope) = (0.0, 0.0);
        for (group, (value, error)) in on_scale.values().iter().zip(errors).enumerate() {
            let drawn = transform.invert(value + error * stream.normal());
            intercept += intercept_weights[group] * drawn;
            slope += slope_weights[group] * drawn;
        }
        slopes.push(slope);
        ratios.push((intercept + slope) / intercept);
    }
    Ok(Draws { slopes, ratios })
}

/// The limits of a list of repetitions: the values at places R(1 − c) and R·c of the sorted list, rounded
/// and counted from 1, where c is the upper tail of the level.
///
/// # Errors
/// [`Refusal::Undefined`] when a limit is not finite or the list is empty.
pub fn limits(mut repetitions: Vec<f64>, level: Level) -> Result<Interval, Refusal> {
    repetitions.sort_by(f64::total_cmp);
    let many = repetitions.len() as f64;
    let upper = level.upper_tail();
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 ≤ share × many ≤ the length of a list"
        )]
        let place = (many * share).round_ties_even() as usize;
        let last = repetitions.len().saturating_sub(1);
        repetitions.get(place.saturating_sub(1).min(last)).copied()
    };
    match (at(1.0 - upper), at(upper)) {
        (Some(lower), Some(upper)) => Interval::new(lower, upper, level),
        _ => Err(Refusal::Missing {
            what: "repetitions",
        }),
    }
}
