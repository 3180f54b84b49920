//! The gamma distribution of shape a and scale 1: the regularised incomplete gamma functions.
//!
//! # Formula
//! P(a, x) = x^a e^−x / Γ(a+1) × (1 + x/(a+1) + x²/((a+1)(a+2)) + …) below x = a + 1, and by a continued
//! fraction for Q = 1 − P above. The factor in front is made from the error of Stirling's formula and the deviance (`stirling.rs`), so that
//! large counts keep their digits. Quantiles are Newton steps on ln x.
//!
//! # Limits
//! Largest relative error for 0.5 ≤ a ≤ 10⁶: tails and quantiles 1 × 10⁻¹³.
//!
//! # Sources
//! NIST Digital Library of Mathematical Functions 8.11.4, 8.9.2 and, for large shapes, 8.12.7. Lentz's way to sum a continued
//! fraction: Thompson IJ, Barnett AR. J Comput Phys 1986;64:490–509. Start of the quantile: Wilson EB,
//! Hilferty MM. PNAS 1931;17:684–8. doi:10.1073/pnas.17.12.684

use libm::lgamma;

use super::normal;
use super::root::{self, At};
use super::stirling::{deviance, poisson_log_mass};
use crate::core::refusal::Refusal;

/// From this shape on, tails near the middle come from a normal tail, in the same time for every shape.
const MANY: f64 = 1e5;

/// C₀, C₁ and C₂ by powers of η.
const FIRST: [f64; 9] = [
    -1.0 / 3.0,
    1.0 / 12.0,
    -2.0 / 135.0,
    1.0 / 864.0,
    1.0 / 2835.0,
    -139.0 / 777_600.0,
    1.0 / 25_515.0,
    -571.0 / 261_273_600.0,
    -281.0 / 151_559_100.0,
];
const SECOND: [f64; 5] = [
    -1.0 / 540.0,
    -1.0 / 288.0,
    1.0 / 378.0,
    -77.0 / 77_760.0,
    1.0 / 4860.0,
];
const THIRD: [f64; 2] = [25.0 / 6048.0, -139.0 / 51_840.0];

/// The probability below `x` at shape `a`.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `a` > 0 and `x` ≥ 0, both finite.
pub fn lower(a: f64, x: f64) -> Result<f64, Refusal> {
    Ok(tails(a, x)?.0)
}

/// The probability above `x` at shape `a`.
///
/// # Errors
/// As [`lower`].
pub fn upper(a: f64, x: f64) -> Result<f64, Refusal> {
    Ok(tails(a, x)?.1)
}

/// The value with probability `p` below it.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless `a` > 0 and 0 < `p` < 1; [`Refusal::NoConvergence`].
pub fn lower_quantile(p: f64, a: f64) -> Result<f64, Refusal> {
    quantile(p, a, true)
}

/// The value with probability `p` above it: for small `p`, more exact than asking for 1 − `p` below.
///
/// # Errors
/// As [`lower_quantile`].
pub fn upper_quantile(p: f64, a: f64) -> Result<f64, Refusal> {
    quantile(p, a, false)
}

fn quantile(p: f64, a: f64, below: bool) -> Result<f64, Refusal> {
    positive(a)?;
    let size = normal::quantile(p)?;
    if p > 0.5 {
        return quantile(1.0 - p, a, !below);
    }
    let z = if below { size } else { -size };
    let root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * a.sqrt());
    let start = if root > 0.2 {
        a.ln() + 3.0 * root.ln()
    } else {
        (p.ln() + lgamma(a + 1.0)) / a
    };
    let place = root::rising(start, |place| {
        let x = place.exp();
        let (low, high) = tails(a, x)?;
        let mass = poisson_log_mass(a, x).exp() * a;
        Ok(if below {
            At {
                value: (low / p).ln(),
                slope: mass / low,
            }
        } else {
            At {
                value: -(high / p).ln(),
                slope: mass / high,
            }
        })
    })?;
    Ok(place.exp())
}

/// The probabilities below and above `x`.
fn tails(a: f64, x: f64) -> Result<(f64, f64), Refusal> {
    positive(a)?;
    if !(x >= 0.0 && x.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The value of a gamma distribution",
            range: "zero or above",
        });
    }
    if x <= 0.0 {
        return Ok((0.0, 1.0));
    }
    if a >= MANY && (x - a).abs() < 0.2 * a {
        return Ok(large(a, x));
    }
    let mass = poisson_log_mass(a, x).exp();
    if x < a + 1.0 {
        let low = (mass * series(a, x)).min(1.0);
        Ok((low, 1.0 - low))
    } else {
        let high = (mass * a * fraction(a, x)?).min(1.0);
        Ok((1.0 - high, high))
    }
}

/// Both tails near the middle of a large gamma: a normal tail and a correction in powers of 1/a.
///
/// With z²/2 = a(λ − 1 − ln λ), λ = x/a, and η = z/√a: P = Φ(z) − φ(z)/√a · Σ Cₖ(η)/aᵏ.
fn large(a: f64, x: f64) -> (f64, f64) {
    let z = (2.0 * deviance(a, x)).sqrt().copysign(x - a);
    let eta = z / a.sqrt();
    let powers = |terms: &[f64]| terms.iter().rev().fold(0.0, |sum, term| sum * eta + term);
    let sum = powers(&FIRST) + (powers(&SECOND) + powers(&THIRD) / a) / a;
    let correction = normal::density(z) / a.sqrt() * sum;
    (
        normal::cdf(z) - correction,
        normal::upper_tail(z) + correction,
    )
}

fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0;
    let mut total = 1.0;
    let mut place = a;
    while term > total * f64::EPSILON * 0.1 {
        place += 1.0;
        term *= x / place;
        total += term;
    }
    total
}

fn fraction(a: f64, x: f64) -> Result<f64, Refusal> {
    const TINY: f64 = 1e-300;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut bottom = x + 1.0 - a;
    let mut c = TINY.recip();
    let mut d = guard(bottom).recip();
    let mut product = d;
    let mut step = 0.0;
    let most = 1000.0 + 50.0 * a.sqrt();
    while step < most {
        step += 1.0;
        let top = -step * (step - a);
        bottom += 2.0;
        d = guard(top * d + bottom).recip();
        c = guard(bottom + top / c);
        let factor = d * c;
        product *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            return Ok(product);
        }
    }
    Err(Refusal::NoConvergence)
}

fn positive(value: f64) -> Result<(), Refusal> {
    if value > 0.0 && value.is_finite() {
        Ok(())
    } else {
        Err(Refusal::OutOfRange {
            what: "The shape of a gamma distribution",
            range: "above zero",
        })
    }
}
