//! Disclosure rules as data: what is hidden, what is rounded, and who says so.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::cell::{Cell, Why};

/// What a rule does to a count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Protection {
    /// Counts and figures pass as they are.
    Pass,
    /// Small counts are hidden, others rounded; every figure that would give a count away is made
    /// again from what is left.
    HideAndRound {
        /// Counts above zero and below this are hidden; zero is shown. Means, medians and percentiles of
        /// fewer people than this are hidden too.
        hide_below: f64,
        /// Other counts are rounded to the nearest multiple of this. Totals are rounded from the
        /// true total.
        nearest: f64,
        /// Shares are whole percentages unless the rounded denominator is at least this; then they
        /// have one decimal.
        decimal_from: f64,
    },
}

/// A disclosure rule.
#[derive(Debug, PartialEq)]
pub struct Rule {
    /// A stable id, as plans name it.
    pub id: &'static str,
    /// Its name as printed with every figure.
    pub name: &'static str,
    /// What it hides and rounds, as a sentence.
    pub threshold: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// Whether the user must first say that the figures are national or already released.
    pub needs_acknowledgement: bool,
    /// What it does.
    pub protection: Protection,
}

/// NHS England's rule for figures below national level: always the default.
pub const NHS_ENGLAND: Rule = Rule {
    id: "nhs-england",
    name: "NHS England, figures below national level",
    threshold: "Counts of 1 to 7 are hidden, zero is shown and other counts are rounded to the \
                nearest 5. Percentages are made from rounded counts and are whole unless the rounded \
                denominator is at least 4,000. Means, medians and percentiles of fewer than 8 people \
                are hidden. A group with a small count is shown together with others, so that no total tells \
                it; so is one in which few are without the outcome.",
    source: "NHS England, change to disclosure control methodology for HES and ECDS, September 2018",
    needs_acknowledgement: false,
    protection: Protection::HideAndRound {
        hide_below: 8.0,
        nearest: 5.0,
        decimal_from: 4_000.0,
    },
};

/// For files whose publisher has already protected them.
pub const AS_PUBLISHED: Rule = Rule {
    id: "as-published",
    name: "Already protected by its publisher",
    threshold: "Counts are as the publisher released them; what the publisher hid stays hidden.",
    source: "the publisher of the file",
    needs_acknowledgement: false,
    protection: Protection::Pass,
};

/// No protection, for national or already released figures.
pub const NONE: Rule = Rule {
    id: "none",
    name: "None",
    threshold: "Nothing is hidden or rounded. The user has said that the figures are national or \
                already released.",
    source: "the user's acknowledgement",
    needs_acknowledgement: true,
    protection: Protection::Pass,
};

/// Every rule, the default first.
pub const RULES: &[&Rule] = &[&NHS_ENGLAND, &AS_PUBLISHED, &NONE];

/// The rule with an id, or `None` when there is none.
///
/// ```
/// use equal_measure::release::rule::find;
/// assert_eq!(find("nhs-england").map(|rule| rule.needs_acknowledgement), Some(false));
/// assert_eq!(find("made-up"), None);
/// ```
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// By its id.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for &'static Rule {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let id = String::deserialize(from)?;
        find(&id)
            .ok_or_else(|| D::Error::custom("a disclosure rule that this program does not have"))
    }
}

impl Rule {
    /// Whether it hides or rounds anything.
    pub const fn protects(&self) -> bool {
        matches!(self.protection, Protection::HideAndRound { .. })
    }

    /// A count (of people, events or person-years) under the rule.
    ///
    /// ```
    /// use equal_measure::release::{cell::{Cell, Why}, rule::NHS_ENGLAND};
    /// assert_eq!(NHS_ENGLAND.count(0.0), Cell::Rounded(0.0));
    /// assert_eq!(NHS_ENGLAND.count(7.0), Cell::Hidden(Why::SmallCount));
    /// assert_eq!(NHS_ENGLAND.count(8.0), Cell::Rounded(10.0));
    /// assert_eq!(NHS_ENGLAND.count(12.0), Cell::Rounded(10.0));
    /// assert_eq!(NHS_ENGLAND.count(13.0), Cell::Rounded(15.0));
    /// ```
    pub fn count(&self, exact: f64) -> Cell {
        // An empty sum is −0, which is written with its sign.
        let exact = exact + 0.0;
        match self.protection {
            Protection::Pass => Cell::Exact(exact),
            Protection::HideAndRound { hide_below, .. } if is_small(exact, hide_below) => {
                Cell::Hidden(Why::SmallCount)
            }
            Protection::HideAndRound { nearest, .. } => {
                Cell::Rounded((exact / nearest).round() * nearest)
            }
        }
    }

    /// What counts are rounded to a multiple of, where they are.
    pub const fn nearest(&self) -> Option<f64> {
        match self.protection {
            Protection::Pass => None,
            Protection::HideAndRound { nearest, .. } => Some(nearest),
        }
    }

    /// The least count above zero that is shown, where the rule hides small ones.
    pub(super) fn below(&self) -> Option<u64> {
        match self.protection {
            Protection::Pass => None,
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a threshold of a rule: whole and positive"
            )]
            Protection::HideAndRound { hide_below, .. } => Some(hide_below as u64),
        }
    }

    /// Whether a mean, median, percentile or given value of this many people is hidden.
    pub fn hides_value_of(&self, people: f64) -> bool {
        match self.protection {
            Protection::Pass => false,
            Protection::HideAndRound { hide_below, .. } => is_small(people, hide_below),
        }
    }

    /// The decimals of a percentage under the rule, given the smallest denominator as released, or
    /// `None` where the rule does not say.
    pub fn percent_places(&self, released_denominator: f64) -> Option<i8> {
        match self.protection {
            Protection::Pass => None,
            Protection::HideAndRound { decimal_from, .. } => {
                Some(i8::from(released_denominator >= decimal_from))
            }
        }
    }
}

fn is_small(count: f64, below: f64) -> bool {
    count > 0.0 && count < below
}
