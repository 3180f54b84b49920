//! Walter's standard error of the attributable fraction of shares, as healthequal prints it.

use equal_measure::core::measure::sample::Sample;
use equal_measure::core::refusal::Refusal;

/// Walter's standard error of the attributable fraction (as a proportion) of shares: times the average,
/// that of the attributable risk.
///
/// # Errors
/// [`Refusal::Mismatch`] when the reference is not among the groups; [`Refusal::Undefined`] where the
/// formula has no value.
pub(crate) fn walter_error(sample: &Sample, reference: usize) -> Result<f64, Refusal> {
    let (Some(share), Some(&people)) = (
        sample.values().get(reference),
        sample.populations().get(reference),
    ) else {
        return Err(Refusal::Mismatch {
            what: "the group to compare with is not among the groups",
        });
    };
    let all: f64 = sample.populations().iter().sum();
    let c = share * people;
    let d = people - c;
    let a = sample.mean() * all - c;
    let b = all - a - people;
    let square = c * all * (a * d * (all - c) + b * c * c) / ((a + c).powi(3) * (c + d).powi(3));
    let error = square.sqrt();
    if error.is_finite() {
        Ok(error)
    } else {
        Err(Refusal::Undefined {
            why: "the standard error has no finite value",
        })
    }
}
