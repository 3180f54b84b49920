//! p-values corrected for the number of comparisons made.
//!
//! # Formula
//! With p₍₁₎ ≤ … ≤ p₍ₘ₎ of m comparisons, each result capped at 1:
//! - Bonferroni: m·p
//! - Holm: the largest of (m−j+1)·p₍ⱼ₎ up to the place
//! - Hochberg: the smallest of (m−j+1)·p₍ⱼ₎ from the place on
//! - Benjamini–Hochberg: the smallest of (m/j)·p₍ⱼ₎ from the place on
//!
//! # Reading
//! The first three keep the chance of even one false finding down; Benjamini–Hochberg keeps down the
//! expected share of false ones among the findings, and is used here where more than ten comparisons
//! are made.
//!
//! # Limits
//! Exact but for the rounding of one multiplication.
//!
//! # Sources
//! Holm S. Scand J Stat 1979;6:65–70. Hochberg Y. Biometrika 1988;75:800–2.
//! doi:10.1093/biomet/75.4.800. Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289–300.
//! doi:10.1111/j.2517-6161.1995.tb02031.x

use crate::core::refusal::Refusal;

/// The way to correct p-values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Every p times the number of comparisons.
    Bonferroni,
    /// Bonferroni stepping down from the smallest.
    Holm,
    /// Bonferroni stepping up from the largest, for independent comparisons.
    Hochberg,
    /// The false discovery rate.
    BenjaminiHochberg,
}

/// The corrected p-values, in the order given. A comparison that has no p is passed over: it is not
/// counted among those made.
///
/// ```
/// use equal_measure::core::number::adjust::{Correction, adjusted};
/// let p = adjusted(&[Some(0.01), None, Some(0.04), Some(0.03)], Correction::BenjaminiHochberg)?;
/// let near = |place: usize, value: f64| p[place].is_some_and(|p: f64| (p - value).abs() < 1e-15);
/// assert!(near(0, 0.03) && p[1].is_none() && near(2, 0.04) && near(3, 0.04));
/// # Ok::<(), equal_measure::core::refusal::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::OutOfRange`] unless every p lies between 0 and 1.
pub fn adjusted(p: &[Option<f64>], correction: Correction) -> Result<Vec<Option<f64>>, Refusal> {
    let mut order: Vec<(usize, f64)> = p
        .iter()
        .enumerate()
        .filter_map(|(place, p)| Some((place, (*p)?)))
        .collect();
    if !order.iter().all(|(_, p)| (0.0..=1.0).contains(p)) {
        return Err(Refusal::OutOfRange {
            what: "Every p-value",
            range: "between 0 and 1",
        });
    }
    let many = order.len() as f64;
    order.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let mut out = p.to_vec();
    let scaled = |rank: usize, value: f64| {
        match correction {
            Correction::Bonferroni => many * value,
            Correction::Holm | Correction::Hochberg => (many - rank as f64) * value,
            Correction::BenjaminiHochberg => many / (rank + 1) as f64 * value,
        }
        .min(1.0)
    };
    match correction {
        Correction::Bonferroni => {
            for (rank, &(place, value)) in order.iter().enumerate() {
                out[place] = Some(scaled(rank, value));
            }
        }
        Correction::Holm => {
            let mut most = 0.0f64;
            for (rank, &(place, value)) in order.iter().enumerate() {
                most = most.max(scaled(rank, value));
                out[place] = Some(most);
            }
        }
        Correction::Hochberg | Correction::BenjaminiHochberg => {
            let mut least = 1.0f64;
            for (rank, &(place, value)) in order.iter().enumerate().rev() {
                least = least.min(scaled(rank, value));
                out[place] = Some(least);
            }
        }
    }
    Ok(out)
}
