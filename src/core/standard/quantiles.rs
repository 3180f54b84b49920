//! # Tenths and fifths of areas
//!
//! Areas put in order by a score (deprivation) and cut into groups of as equal a number as can be.
//!
//! # Formula
//! With N areas that have a score and r the rank of an area, ties sharing the best:
//! quantile = ⌊(k+1) − ⌈((N+1) − r)/(N/k)⌉⌋, where 0 is read as 1
//!
//! # Symbols
//! k the number of quantiles; r counted from the highest score (or the lowest).
//!
//! # Range and the value of no inequality
//! 1 to the number of quantiles. It divides areas and measures no gap.
//!
//! # How to read it
//! Quantile 1 holds the highest scores where `highest_first`, which is the most deprived for IMD scores.
//!
//! # When it applies
//! A score for each area of the whole that is to be divided.
//!
//! # Limits
//! Fewer areas than quantiles are refused. These are quantiles of the areas given: of a region, unless all of
//! England is given. Areas, not people, are cut evenly.
//!
//! # Sources
//! Public Health England. Technical Guide: Assigning Deprivation Categories. 2017.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::quantiles::quantiles;
//! let scores = [Some(10.0), Some(40.0), None, Some(30.0), Some(20.0)];
//! assert_eq!(quantiles(&scores, 2, true)?, [Some(2), Some(1), None, Some(1), Some(2)]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use crate::core::refusal::Refusal;

/// The quantile of each area, counted from 1; `None` for an area without a score.
///
/// # Errors
/// [`Refusal::TooFewGroups`] for fewer scored areas than `many`; [`Refusal::OutOfRange`] for `many` of 0 or a score
/// that is not finite.
pub fn quantiles(
    scores: &[Option<f64>],
    many: u32,
    highest_first: bool,
) -> Result<Vec<Option<u32>>, Refusal> {
    let scored: Vec<f64> = scores.iter().flatten().copied().collect();
    if many == 0 || scored.iter().any(|score| !score.is_finite()) {
        return Err(Refusal::OutOfRange {
            what: "The number of quantiles and every score",
            range: "finite, and at least one quantile",
        });
    }
    if scored.len() < many as usize {
        return Err(Refusal::TooFewGroups {
            need: many as usize,
            got: scored.len(),
        });
    }
    let mut order: Vec<f64> = scored
        .iter()
        .map(|score| if highest_first { -score } else { *score })
        .collect();
    order.sort_by(f64::total_cmp);
    let (areas, k) = (scored.len() as f64, f64::from(many));
    Ok(scores
        .iter()
        .map(|score| {
            let key = (*score).map(|score| if highest_first { -score } else { score })?;
            let rank = order.partition_point(|other| *other < key) as f64 + 1.0;
            // In this order of steps, so that rounding falls as it does in published deciles.
            let place = ((k + 1.0) - (((areas + 1.0) - rank) / (areas / k)).ceil()).floor();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 ≤ place ≤ many"
            )]
            Some(place.max(1.0) as u32)
        })
        .collect())
}
