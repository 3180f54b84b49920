//! The two small quantities from which Poisson and binomial probabilities are made without losing
//! digits, however large the counts.
//!
//! # Formula
//! - error of Stirling's formula: δ(a) = ln Γ(a+1) − (a+½) ln a + a − ½ ln 2π
//! - deviance: D(a, m) = a ln(a/m) + m − a
//!
//! so that m^a e^−m / Γ(a+1) = exp(−δ(a) − D(a, m)) / √(2πa).
//!
//! # Sources
//! Loader C. Fast and accurate computation of binomial probabilities. 2000. The asymptotic series is
//! NIST Digital Library of Mathematical Functions 5.11.1.

use std::f64::consts::PI;

use libm::lgamma;

/// Half the logarithm of 2π.
const HALF_LN_TWO_PI: f64 = 0.918_938_533_204_672_8;

/// The error of Stirling's formula for ln Γ(a+1), with `a` > 0.
pub(super) fn error(a: f64) -> f64 {
    if a <= 15.0 {
        return lgamma(a + 1.0) - (a + 0.5) * a.ln() + a - HALF_LN_TWO_PI;
    }
    let square = (a * a).recip();
    let series = 1.0 / 1680.0 - square * (1.0 / 1188.0 - square * (691.0 / 360_360.0));
    (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square * series))) / a
}

/// The deviance a ln(a/m) + m − a of an observed `a` from an expected `m`, both > 0.
///
/// Where the two are near, a series in (a−m)/(a+m) keeps the digits that the subtraction would lose.
pub(super) fn deviance(a: f64, m: f64) -> f64 {
    let gap = a - m;
    if gap.abs() >= 0.1 * (a + m) {
        return a * (a / m).ln() + m - a;
    }
    let ratio = gap / (a + m);
    let square = ratio * ratio;
    let mut total = gap * ratio;
    let mut power = 2.0 * a * ratio;
    for odd in (3..1000).step_by(2) {
        power *= square;
        let next = total + power / f64::from(odd);
        if (next - total).abs() <= f64::EPSILON * 0.25 * total.abs() {
            return next;
        }
        total = next;
    }
    total
}

/// The logarithm of m^a e^−m / Γ(a+1): of the Poisson probability of `a` (> 0, not always whole) at mean
/// `m` > 0.
pub(super) fn poisson_log_mass(a: f64, m: f64) -> f64 {
    -error(a) - deviance(a, m) - 0.5 * (2.0 * PI * a).ln()
}

/// The logarithm of Γ(a+b+1)/(Γ(a+1)Γ(b+1)) x^a y^b with x + y = 1: of the binomial probability of `a`
/// in `a + b` (both > 0, not always whole). `y` is given beside `x` so that a small one keeps its
/// digits.
pub(super) fn binomial_log_mass(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    let errors = error(n) - error(a) - error(b);
    errors - deviance(a, n * x) - deviance(b, n * y) + 0.5 * (n / (2.0 * PI * a * b)).ln()
}
