//! What a row's outcome cells say.

use crate::core::histogram::MICRO;
use crate::core::ledger::Reason;
use crate::core::tally::Sum;
use crate::ingest::cell::{self, Content, Mark};
use crate::nhs::{outcomes, waits};

/// How the outcome is read, and what the small counters count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) enum Kind {
    /// A number as it stands.
    #[default]
    Number,
    /// Days, kept as weeks.
    Days,
    /// Weeks waited, as a number or spelt out.
    Weeks,
    /// 1 or 0.
    YesNo,
    /// 1 or 0, or an outcome in words.
    Words,
    /// Numbers added up, any count of them.
    Sums,
}

/// A row's outcome.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// A number in millionths, in the unit of the column.
    Number(i64),
    /// What each series adds, and why none is a number where that is so.
    Sums(Vec<Sum>, Option<Reason>),
    /// Nothing usable.
    Nothing(Reason),
}

impl Outcome {
    /// Why the row cannot be used, where it cannot.
    pub(super) fn reason(&self) -> Option<Reason> {
        match self {
            Self::Number(_) => None,
            Self::Sums(_, reason) => *reason,
            Self::Nothing(reason) => Some(*reason),
        }
    }
}

/// Reads the one outcome cell of a record.
pub(super) fn record(kind: Kind, text: &str) -> Outcome {
    let answers = matches!(kind, Kind::YesNo | Kind::Words);
    let worded = || {
        (kind == Kind::Words)
            .then(|| outcomes::answer(text))
            .flatten()
    };
    if answers && let Some(yes) = cell::yes_or_no(text).or_else(worded) {
        return Outcome::Number(i64::from(yes) * MICRO);
    }
    match cell::read(text) {
        Content::Text(text) if matches!(kind, Kind::Days | Kind::Weeks) => {
            spelt(kind, text).map_or(Outcome::Nothing(Reason::OutcomeUnreadable), Outcome::Number)
        }
        Content::Number(_) if answers => Outcome::Nothing(Reason::OutcomeUnreadable),
        Content::Number(micro) => Outcome::Number(micro),
        other => Outcome::Nothing(why_not(other)),
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

/// Reads the cells of every series whose band the row has; `None` for the others.
pub(super) fn sums<'a>(texts: impl Iterator<Item = Option<&'a str>>) -> Outcome {
    let (mut any_number, mut any_series, mut reason) = (false, false, Reason::OutcomeBlank);
    let sums = texts
        .map(|text| {
            let Some(text) = text else {
                return Sum::default();
            };
            any_series = true;
            let content = cell::read(text);
            if let Content::Number(micro) = content {
                any_number = true;
                return Sum::of_micro(micro.into());
            }
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
        })
        .collect();
    match (any_series, any_number) {
        (false, _) => Outcome::Nothing(Reason::Filtered),
        (true, true) => Outcome::Sums(sums, None),
        (true, false) => Outcome::Sums(sums, Some(reason)),
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

fn why_not(content: Content<'_>) -> Reason {
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
fn rank(reason: Reason) -> u8 {
    match reason {
        Reason::OutcomeBlank => 0,
        Reason::OutcomeUnreadable => 1,
        Reason::OutcomeNotAvailable => 2,
        Reason::OutcomeError => 3,
        _ => 4,
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
