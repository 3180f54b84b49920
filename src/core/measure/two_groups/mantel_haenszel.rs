//! The gap between two groups once both are compared within each age band (or any other stratum)
//! and pooled.
//!
//! # Formula
//! ratio = Σ(aᵢmᵢ/Nᵢ) / Σ(cᵢnᵢ/Nᵢ); odds ratio = Σ(aᵢdᵢ/Nᵢ) / Σ(bᵢcᵢ/Nᵢ); difference = Σ((aᵢmᵢ −
//! cᵢnᵢ)/Nᵢ) / Σ(nᵢmᵢ/Nᵢ)
//!
//! # Symbols
//! - In stratum i: aᵢ of nᵢ people of the first group and cᵢ of mᵢ of the second have the outcome;
//!   bᵢ = nᵢ − aᵢ, dᵢ = mᵢ − cᵢ, Nᵢ = nᵢ + mᵢ.
//!
//! Intervals: Greenland and Robins for ratio and difference, Robins, Breslow and Greenland for the
//! odds ratio. Test: Cochran, Mantel and Haenszel's chi-square without continuity correction.
//!
//! # Range and the value of no inequality
//! Ratios above 0, with 1 for no gap; difference −1 to 1, with 0 for no gap.
//!
//! # How to read it
//! If the pooled ratio is close to the plain one, age (say) does not account for the gap; if it is
//! closer to 1, part of the gap goes with age.
//!
//! # When it applies
//! Counts of two groups in each of one or more strata.
//!
//! # Limits
//! It assumes that the ratio (or difference) is much the same in every stratum. It adjusts for the
//! strata and for nothing else.
//!
//! # Sources
//! - Mantel N, Haenszel W. Statistical aspects of the analysis of data from retrospective studies
//!   of disease. Journal of the National Cancer Institute 1959;22:719–748.
//!   doi:10.1093/jnci/22.4.719
//! - Greenland S, Robins JM. Estimation of a common effect parameter from sparse follow-up data.
//!   Biometrics 1985;41:55–68. doi:10.2307/2530643
//! - Robins J, Breslow N, Greenland S. Estimators of the Mantel–Haenszel variance consistent in
//!   both sparse data and large-strata limiting models. Biometrics 1986;42:311–323.
//!   doi:10.2307/2531052
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::mantel_haenszel, units::Level};
//! let young = (Counts { events: 10.0, people: 100.0 }, Counts { events: 5.0, people: 100.0 });
//! let old = (Counts { events: 40.0, people: 100.0 }, Counts { events: 20.0, people: 100.0 });
//! let times = mantel_haenszel::ratio(&[young, old], Level::P95)?;
//! assert!((times.value() - 2.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::estimate::Estimate;
use crate::core::group::Counts;
use crate::core::measure::all_groups::heterogeneity::Test;
use crate::core::measure::standard_error::{check_share, log_wald, wald};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// The counts of the first and the second group in one stratum.
pub type Stratum = (Counts, Counts);

/// The cells of one stratum and the sizes of its two groups and of both.
struct Cells {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
    n: f64,
    m: f64,
    both: f64,
}

fn cells(strata: &[Stratum]) -> Result<Vec<Cells>, Refusal> {
    strata
        .iter()
        // A stratum with nobody on one side compares nothing.
        .filter(|(first, second)| first.people != 0.0 && second.people != 0.0)
        .map(|&(first, second)| {
            check_share(first)?;
            check_share(second)?;
            Ok(Cells {
                a: first.events,
                b: first.people - first.events,
                c: second.events,
                d: second.people - second.events,
                n: first.people,
                m: second.people,
                both: first.people + second.people,
            })
        })
        .collect()
}

fn sum(cells: &[Cells], of: impl Fn(&Cells) -> f64) -> f64 {
    cells.iter().map(of).sum()
}

/// The pooled ratio of shares.
///
/// # Errors
/// [`Refusal::Zero`] when the second group has no events in any stratum shared with the first;
/// [`Refusal::OutOfRange`] for counts that are no shares. The interval is refused when the first has none.
pub fn ratio(strata: &[Stratum], level: Level) -> Result<Estimate, Refusal> {
    let cells = cells(strata)?;
    let top = sum(&cells, |s| s.a * s.m / s.both);
    let bottom = positive(sum(&cells, |s| s.c * s.n / s.both))?;
    let error = positive(top).map(|top| {
        let spread = sum(&cells, |s| {
            ((s.a + s.c) * s.n * s.m - s.a * s.c * s.both) / (s.both * s.both)
        });
        (spread / (top * bottom)).sqrt()
    });
    log_wald(
        top / bottom,
        error,
        level,
        "Mantel and Haenszel, Greenland and Robins",
    )
}

/// The pooled odds ratio.
///
/// # Errors
/// As [`ratio`].
pub fn odds_ratio(strata: &[Stratum], level: Level) -> Result<Estimate, Refusal> {
    let cells = cells(strata)?;
    let top = sum(&cells, |s| s.a * s.d / s.both);
    let bottom = positive(sum(&cells, |s| s.b * s.c / s.both))?;
    let error = positive(top).map(|top| {
        let agree = |s: &Cells| (s.a + s.d) / s.both;
        let differ = |s: &Cells| (s.b + s.c) / s.both;
        let up = |s: &Cells| s.a * s.d / s.both;
        let down = |s: &Cells| s.b * s.c / s.both;
        let variance = sum(&cells, |s| agree(s) * up(s)) / (2.0 * top * top)
            + sum(&cells, |s| agree(s) * down(s) + differ(s) * up(s)) / (2.0 * top * bottom)
            + sum(&cells, |s| differ(s) * down(s)) / (2.0 * bottom * bottom);
        variance.sqrt()
    });
    log_wald(
        top / bottom,
        error,
        level,
        "Mantel and Haenszel, Robins, Breslow and Greenland",
    )
}

/// The pooled difference of shares.
///
/// # Errors
/// [`Refusal::Zero`] without strata; [`Refusal::OutOfRange`] for counts that are no shares.
pub fn difference(strata: &[Stratum], level: Level) -> Result<Estimate, Refusal> {
    let cells = cells(strata)?;
    let weight = positive(sum(&cells, |s| s.n * s.m / s.both))?;
    let value = sum(&cells, |s| (s.a * s.m - s.c * s.n) / s.both) / weight;
    let spread = sum(&cells, |s| {
        (s.a * s.b * s.m.powi(3) + s.c * s.d * s.n.powi(3)) / (s.n * s.m * s.both * s.both)
    });
    wald(
        value,
        Ok(spread.sqrt() / weight),
        level,
        "Mantel and Haenszel, Greenland and Robins",
    )
}

/// The test of no gap in any stratum.
///
/// # Errors
/// [`Refusal::Zero`] when nobody or everybody has the outcome.
pub fn test(strata: &[Stratum]) -> Result<Test, Refusal> {
    let cells = cells(strata)?;
    let surplus = sum(&cells, |s| s.a - s.n * (s.a + s.c) / s.both);
    let variance = positive(sum(&cells, |s| {
        s.n * s.m * (s.a + s.c) * (s.b + s.d) / (s.both * s.both * (s.both - 1.0))
    }))?;
    Test::new(surplus * surplus / variance, 1.0)
}

fn positive(number: f64) -> Result<f64, Refusal> {
    if number > 0.0 {
        Ok(number)
    } else {
        Err(Refusal::Zero {
            what: "a sum over the strata",
        })
    }
}
