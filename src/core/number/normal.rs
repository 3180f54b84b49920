//! The normal distribution.
//!
//! # Formula
//! Near the middle Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/15 + …); in the tail 1 − Φ(z) = φ(z)/(z + 1/(z + 2/(z + …))).
//! The inverse is a ratio of two polynomials in three ranges. (The error function of statrs is off by
//! 10⁻¹².)
//!
//! # Limits
//! Largest relative error: tails 1 × 10⁻¹⁵ for −37 ≤ z ≤ 8, Φ⁻¹ 1 × 10⁻¹⁵ for 10⁻³⁰⁰ ≤ p ≤ 1 − 10⁻⁶.
//!
//! # Sources
//! Marsaglia G. Evaluating the normal distribution. J Stat Softw 2004;11(4). doi:10.18637/jss.v011.i04.
//! Wichura MJ. Algorithm AS 241: the percentage points of the normal distribution. Applied Statistics
//! 1988;37:477–84. doi:10.2307/2347330

use std::f64::consts::PI;

use crate::core::refusal::Refusal;
use crate::core::units::Level;

const CENTRE_TOP: [f64; 8] = [
    2_509.080_928_730_122_7,
    33_430.575_583_588_13,
    67_265.770_927_008_7,
    45_921.953_931_549_87,
    13_731.693_765_509_46,
    1_971.590_950_306_551_3,
    133.141_667_891_784_38,
    3.387_132_872_796_366_5,
];
const CENTRE_BOTTOM: [f64; 8] = [
    5_226.495_278_852_854,
    28_729.085_735_721_943,
    39_307.895_800_092_71,
    21_213.794_301_586_597,
    5_394.196_021_424_751,
    687.187_007_492_057_9,
    42.313_330_701_600_91,
    1.0,
];
const MIDDLE_TOP: [f64; 8] = [
    0.000_774_545_014_278_341_4,
    0.022_723_844_989_269_184,
    0.241_780_725_177_450_6,
    1.270_458_252_452_368_4,
    3.647_848_324_763_204_5,
    5.769_497_221_460_691,
    4.630_337_846_156_546,
    1.423_437_110_749_683_5,
];
const MIDDLE_BOTTOM: [f64; 8] = [
    1.050_750_071_644_416_9e-9,
    0.000_547_593_808_499_534_5,
    0.015_198_666_563_616_457,
    0.148_103_976_427_480_08,
    0.689_767_334_985_1,
    1.676_384_830_183_803_8,
    2.053_191_626_637_759,
    1.0,
];
const TAIL_TOP: [f64; 8] = [
    2.010_334_399_292_288_1e-7,
    2.711_555_568_743_487_6e-5,
    0.001_242_660_947_388_078_4,
    0.026_532_189_526_576_124,
    0.296_560_571_828_504_87,
    1.784_826_539_917_291_3,
    5.463_784_911_164_114,
    6.657_904_643_501_103,
];
const TAIL_BOTTOM: [f64; 8] = [
    2.044_263_103_389_939_7e-15,
    1.421_511_758_316_446e-7,
    1.846_318_317_510_054_8e-5,
    0.000_786_869_131_145_613_3,
    0.014_875_361_290_850_615,
    0.136_929_880_922_735_8,
    0.599_832_206_555_888,
    1.0,
];

/// The probability below `z`.
///
/// ```
/// use equal_measure::core::number::normal;
/// assert!((normal::cdf(1.959_963_984_540_054) - 0.975).abs() < 1e-15);
/// ```
pub fn cdf(z: f64) -> f64 {
    upper_tail(-z)
}

/// The probability above `z`, with its digits kept in the far tail.
pub fn upper_tail(z: f64) -> f64 {
    // Beyond 10⁴ the tail is 0 in every digit; the cut keeps infinities out.
    let z = z.clamp(-1e4, 1e4);
    if z.abs() < 1.5 {
        return 0.5 - middle(z);
    }
    let tail = density(z) * mills(z.abs());
    if z > 0.0 { tail } else { 1.0 - tail }
}

/// The probability of a value at least as far from 0 as `z`: the two-sided p-value.
pub fn two_sided(z: f64) -> f64 {
    2.0 * upper_tail(z.abs())
}

/// The height of the curve at `z`.
pub fn density(z: f64) -> f64 {
    // z² is taken in two parts, the first exact, since its rounding is magnified by the exponential.
    let coarse = (z * 16.0).round() / 16.0;
    let rest = (z - coarse) * (z + coarse);
    (-0.5 * coarse * coarse).exp() * (-0.5 * rest).exp() / (2.0 * PI).sqrt()
}

/// Φ(z) − ½ for small z.
fn middle(z: f64) -> f64 {
    let (mut total, mut term, mut odd) = (z, z, 1.0);
    while term.abs() > f64::EPSILON * 0.1 * total.abs() {
        odd += 2.0;
        term *= z * z / odd;
        total += term;
    }
    density(z) * total
}

/// (1 − Φ(z))/φ(z) for `z` ≥ 1.5, where 150 levels of the fraction are ample.
fn mills(z: f64) -> f64 {
    (1..=150)
        .rev()
        .fold(z, |rest, level| z + f64::from(level) / rest)
        .recip()
}

/// The value with probability `p` below it.
///
/// # Errors
/// [`Refusal::OutOfRange`] unless 0 < `p` < 1.
pub fn quantile(p: f64) -> Result<f64, Refusal> {
    if p > 0.0 && p < 1.0 {
        Ok(inverse(p))
    } else {
        Err(Refusal::OutOfRange {
            what: "The probability",
            range: "between 0 and 1",
        })
    }
}

/// The number of standard errors on each side of an estimate at `level`: 1.96 at 95 %.
///
/// ```
/// use equal_measure::core::{number::normal, units::Level};
/// assert!((normal::z(Level::P95) - 1.959_963_984_540_054).abs() < 1e-14);
/// ```
pub fn z(level: Level) -> f64 {
    -inverse((1.0 - level.proportion()) / 2.0)
}

/// Φ⁻¹ for 0 < `p` < 1.
pub(super) fn inverse(p: f64) -> f64 {
    let middle = p - 0.5;
    if middle.abs() <= 0.425 {
        let r = 0.425 * 0.425 - middle * middle;
        return middle * ratio(&CENTRE_TOP, &CENTRE_BOTTOM, r);
    }
    let r = (-p.min(1.0 - p).ln()).sqrt();
    let size = if r <= 5.0 {
        ratio(&MIDDLE_TOP, &MIDDLE_BOTTOM, r - 1.6)
    } else {
        ratio(&TAIL_TOP, &TAIL_BOTTOM, r - 5.0)
    };
    size.copysign(middle)
}

fn ratio(top: &[f64], bottom: &[f64], at: f64) -> f64 {
    let value = |terms: &[f64]| terms.iter().fold(0.0, |sum, term| sum * at + term);
    value(top) / value(bottom)
}
