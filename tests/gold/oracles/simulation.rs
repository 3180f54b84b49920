//! Limits by simulation, as the World Health Organization's software makes them for some measures.
//!
//! Each repetition draws every group's value from a normal distribution cut off below 0 (and above a
//! highest possible value), the groups in order, and takes the measure again. The cards use closed forms
//! instead; this is for comparison with published figures.

use equal_measure::core::estimate::Interval;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::number::generator::Stream;
use equal_measure::core::number::sample::quantile;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

/// The most redraws of one value before the range is taken to be out of reach.
const REDRAWS: usize = 10_000;

/// The interval between two quantiles (interpolated, R's type 7) of a measure over the repetitions.
///
/// # Errors
/// [`Refusal::NoStandardError`]; [`Refusal::Missing`] without repetitions; [`Refusal::NoConvergence`]
/// when a value cannot be drawn within its range; what the measure itself refuses.
pub fn limits(
    sample: &Sample,
    highest: Option<f64>,
    repetitions: usize,
    level: Level,
    stream: &mut impl Stream,
    measure: impl Fn(&Sample) -> Result<f64, Refusal>,
) -> Result<Interval, Refusal> {
    let errors = sample.errors()?.to_vec();
    let highest = highest.unwrap_or(f64::INFINITY);
    let mut results = Vec::with_capacity(repetitions);
    for _ in 0..repetitions {
        let drawn = sample
            .values()
            .iter()
            .zip(&errors)
            .map(|(value, error)| {
                (0..REDRAWS)
                    .map(|_| value + error * stream.normal())
                    .find(|drawn| (0.0..=highest).contains(drawn))
                    .ok_or(Refusal::NoConvergence)
            })
            .collect::<Result<Vec<_>, _>>()?;
        results.push(measure(&sample.with_values(drawn))?);
    }
    results.sort_by(f64::total_cmp);
    let upper = level.upper_tail();
    Interval::new(
        quantile(&results, 1.0 - upper)?,
        quantile(&results, upper)?,
        level,
    )
}
