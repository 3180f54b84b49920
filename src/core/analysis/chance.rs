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
    let compared = p.iter().flatten().count();
    let corrected = if compared > MANY {
        adjusted(p, Correction::BenjaminiHochberg)?
    } else {
        p.to_vec()
    };
    let least = 1.0 - level.proportion();
    let verdicts = corrected.iter().map(|p| match p {
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
        beyond: corrected.iter().flatten().filter(|p| **p <= least).count(),
        note,
    })
}
