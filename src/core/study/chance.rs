//! Which of several differences are more than chance would make, in words.

use super::{Entry, Note, Verdict};
use crate::core::number::adjust::{Correction, adjusted};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// Above this many comparisons, the verdicts allow for their number.
const MANY: usize = 10;

/// What chance says of several differences.
pub(super) struct Judged {
    /// One for each difference.
    pub verdicts: Vec<Entry>,
    /// How many are more than chance would make them.
    pub beyond: usize,
    /// How they were judged.
    pub note: Note,
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
    let verdicts = p.iter().map(|p| match p.and_then(|_| next.next()) {
        None => Entry::Nothing,
        Some(p) => Entry::Verdict(Verdict::BeyondChance(*p <= least)),
    });
    let verdicts = verdicts.collect();
    let note = if compared > MANY {
        Note::ManyComparisons { than: MANY }
    } else {
        Note::EachAlone(level)
    };
    Ok(Judged {
        verdicts,
        beyond: known.iter().filter(|p| **p <= least).count(),
        note,
    })
}
