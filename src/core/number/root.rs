//! The root of a rising function, by Newton steps kept inside a bracket.

use crate::core::refusal::Refusal;

/// A function's value and slope at one place.
pub(super) struct At {
    /// The value, rising with the place.
    pub value: f64,
    /// Its slope there.
    pub slope: f64,
}

const STEPS: usize = 200;

/// The place where a rising function is zero.
///
/// Steps longer than 2 are cut, and steps that leave the bracket are replaced by halving it, so that
/// a poor start costs steps and not the answer.
///
/// # Errors
/// [`Refusal::NoConvergence`] when 200 steps do not settle or the function has no number.
pub(super) fn rising(
    start: f64,
    mut function: impl FnMut(f64) -> Result<At, Refusal>,
) -> Result<f64, Refusal> {
    let mut low = f64::NEG_INFINITY;
    let mut high = f64::INFINITY;
    let mut place = start;
    for _ in 0..STEPS {
        let At { value, slope } = function(place)?;
        // Far out, a tail too small for any number has the logarithm −∞: the root lies above.
        let (value, slope) = if value < f64::MIN {
            (-1.0, 0.0)
        } else {
            (value, slope)
        };
        if !value.is_finite() || !slope.is_finite() {
            return Err(Refusal::NoConvergence);
        }
        if value > 0.0 {
            high = place;
        } else {
            low = place;
        }
        let newton = if slope > 0.0 {
            -value / slope
        } else {
            -2.0 * value.signum()
        };
        let next = place + newton.clamp(-2.0, 2.0);
        // Newton steps square the error: one as short as this leaves less than rounding does.
        if (next - place).abs() <= 1e-10 * place.abs().max(1.0) {
            return Ok(next);
        }
        place = if next < low || next > high {
            f64::midpoint(low, high)
        } else {
            next
        };
    }
    Err(Refusal::NoConvergence)
}
