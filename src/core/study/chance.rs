//! Which of several differences are more than chance would make, in words.

use super::Entry;
use crate::core::number::adjust::{Correction, adjusted};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// Above this many comparisons, the words allow for their number.
const MANY: usize = 10;

/// What chance says of several differences.
pub(super) struct Judged {
    /// One for each difference.
    pub words: Vec<Entry>,
    /// How many are more than chance would make them.
    pub beyond: usize,
    /// How they were judged.
    pub note: String,
}

/// Judges differences by their p-values; `None` where there is none.
pub(super) fn judge(p: &[Option<f64>], level: Level) -> Result<Judged, Refusal> {
    let known: Vec<f64> = p.iter().flatten().copied().collect();
    let compared = known.len();
    let known = if compared > MANY {
        adjusted(&known, Correction::BenjaminiHochberg)?
    } else {
        known
    };
    let least = 1.0 - level.proportion();
    let mut next = known.iter();
    let words = p.iter().map(|p| match p.and_then(|_| next.next()) {
        None => Entry::Nothing,
        Some(p) if *p <= least => Entry::Words("more than chance".to_owned()),
        Some(_) => Entry::Words("cannot be told from chance".to_owned()),
    });
    let words = words.collect();
    let note = if compared > MANY {
        format!(
            "More than {MANY} comparisons are made, so that what is said of chance allows for their number \
             (Benjamini and Hochberg)."
        )
    } else {
        format!("What is said of chance is of each comparison alone, at {level}.")
    };
    Ok(Judged {
        words,
        beyond: known.iter().filter(|p| **p <= least).count(),
        note,
    })
}
