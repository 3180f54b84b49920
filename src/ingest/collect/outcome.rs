//! What a row's outcome cells say.

use crate::core::ledger::Reason;
use crate::core::plan::{self, Answers};
use crate::core::tally::Sum;
use crate::ingest::cell::{self, Content, Mark};
use crate::nhs::{outcomes, waits};

/// How an outcome is read, and what its small counters count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Kind {
    /// A number as it stands.
    Number,
    /// Days, kept as weeks.
    Days,
    /// Weeks waited, as a number or spelt out.
    Weeks,
    /// Yes or no.
    Answer,
    /// Numbers added up, any count of them.
    Sums,
}

impl Kind {
    pub(super) const fn of(outcome: &plan::Outcome) -> Self {
        match outcome {
            plan::Outcome::Wait { days: true, .. } | plan::Outcome::Between { weeks: true, .. } => {
                Self::Days
            }
            plan::Outcome::Wait { .. } => Self::Weeks,
            plan::Outcome::Number { .. } | plan::Outcome::Between { .. } => Self::Number,
            plan::Outcome::YesNo { .. } | plan::Outcome::Rule { .. } => Self::Answer,
            plan::Outcome::Sums(_) => Self::Sums,
        }
    }
}

/// Whether a text says yes or no, or why neither.
pub(super) fn answer(rule: Answers, text: &str) -> Result<bool, Reason> {
    let worded = || match rule {
        Answers::Marks => None,
        Answers::Words => outcomes::answer(text),
    };
    cell::yes_or_no(text)
        .or_else(worded)
        .ok_or_else(|| match cell::read(text) {
            Content::Number(_) => Reason::OutcomeUnreadable,
            other => why_not(other),
        })
}

/// The number that a cell gives, in millionths of the column's unit, or why none.
pub(super) fn number(kind: Kind, text: &str) -> Result<i64, Reason> {
    match cell::read(text) {
        Content::Text(text) if matches!(kind, Kind::Days | Kind::Weeks) => {
            spelt(kind, text).ok_or(Reason::OutcomeUnreadable)
        }
        Content::Number(micro) => Ok(micro),
        other => Err(why_not(other)),
    }
}

/// A wait that is spelt out ("12 weeks", "87 days"), in the unit of the column.
fn spelt(kind: Kind, text: &str) -> Option<i64> {
    let wait = waits::spelt(text)?;
    let Content::Number(micro) = cell::read(wait.number) else {
        return None;
    };
    match (kind, wait.days) {
        (Kind::Weeks, true) => Some(kept(Kind::Days, micro)),
        (Kind::Days, false) => micro.checked_mul(7),
        _ => Some(micro),
    }
}

/// Reads the cells of every series whose band the row has (`None` for the others), and says why none is a
/// number where that is so. Of paired series none is used where one is missing.
pub(super) fn sums<'a>(
    texts: impl Iterator<Item = Option<&'a str>>,
    paired: bool,
    sums: &mut Vec<Sum>,
) -> Option<Reason> {
    let (mut any_number, mut any_series, mut reason) = (false, false, Reason::OutcomeBlank);
    let mut any_missing = false;
    sums.clear();
    sums.extend(texts.map(|text| {
        let Some(text) = text else {
            return Sum::default();
        };
        any_series = true;
        let content = cell::read(text);
        if let Content::Number(micro) = content {
            any_number = true;
            return Sum::of_micro(micro.into());
        }
        any_missing = true;
        let hidden = content == Content::Mark(Mark::Suppressed);
        let why = why_not(content);
        reason = if rank(why) > rank(reason) {
            why
        } else {
            reason
        };
        Sum {
            suppressed: hidden.into(),
            missing: (!hidden).into(),
            ..Sum::default()
        }
    }));
    if paired && any_missing {
        let hidden = reason == Reason::OutcomeSuppressed;
        sums.fill(Sum {
            suppressed: hidden.into(),
            missing: (!hidden).into(),
            ..Sum::default()
        });
        return Some(reason);
    }
    match (any_series, any_number) {
        (false, _) => Some(Reason::Filtered),
        (true, true) => None,
        (true, false) => Some(reason),
    }
}

/// A value in millionths of the column's unit, as it is kept: days become weeks, rounded to the
/// millionth, halves away from zero.
pub(super) fn kept(kind: Kind, micro: i64) -> i64 {
    if kind == Kind::Days {
        // Seven is odd, so that a remainder is never half of it.
        micro / 7 + i64::from((micro % 7).abs() > 3) * micro.signum()
    } else {
        micro
    }
}

pub(super) fn why_not(content: Content<'_>) -> Reason {
    match content {
        Content::Blank => Reason::OutcomeBlank,
        Content::Mark(Mark::Suppressed) => Reason::OutcomeSuppressed,
        Content::Mark(Mark::Error) => Reason::OutcomeError,
        Content::Mark(Mark::NotAvailable | Mark::NotApplicable | Mark::Unreliable) => {
            Reason::OutcomeNotAvailable
        }
        Content::Text(_) | Content::Number(_) => Reason::OutcomeUnreadable,
    }
}

/// Of several reasons in one row, the one that says most is given.
pub(super) fn rank(reason: Reason) -> u8 {
    match reason {
        Reason::OutcomeExcluded => 0,
        Reason::OutcomeBlank => 1,
        Reason::OutcomeUnreadable => 2,
        Reason::OutcomeNotAvailable => 3,
        Reason::OutcomeError => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, kept};

    #[test]
    fn days_become_weeks_to_the_millionth() {
        for (days, weeks) in [
            (0, 0),
            (7, 1_000_000),
            (1, 142_857),
            (3, 428_571),
            (-4, -571_429),
        ] {
            assert_eq!(kept(Kind::Days, days * 1_000_000), weeks, "{days}");
        }
        assert_eq!(kept(Kind::Days, i64::MAX), i64::MAX / 7);
    }
}
