//! A number after a disclosure rule: exact, rounded or hidden.

use serde::{Deserialize, Serialize};

/// One number after a disclosure rule. A hidden number is gone: nothing here can give it back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// As it was counted or calculated.
    Exact(f64),
    /// Rounded by the rule, or made from rounded parts.
    Rounded(f64),
    /// Not shown. Neither zero nor blank.
    Hidden(Why),
}

impl Cell {
    /// The number, unless it is hidden.
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Exact(number) | Self::Rounded(number) => Some(number),
            Self::Hidden(_) => None,
        }
    }

    /// Why it is hidden, where it is.
    pub const fn why(self) -> Option<Why> {
        match self {
            Self::Hidden(why) => Some(why),
            Self::Exact(_) | Self::Rounded(_) => None,
        }
    }
}

/// Why a number is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// It is a count below the rule's threshold.
    SmallCount,
    /// A count that it is made from is hidden.
    HiddenPart,
    /// It is made from fewer people than the rule asks for.
    FewPeople,
    /// A hidden count could be worked out from it: a total beside its other parts.
    GivesAway,
}

impl Why {
    /// The reason in words, after "hidden because".
    pub const fn words(self) -> &'static str {
        match self {
            Self::SmallCount => "the count is small",
            Self::HiddenPart => "a count that it is made from is small",
            Self::FewPeople => "it is about few people",
            Self::GivesAway => "a small count could be worked out from it",
        }
    }

    /// A stable name for files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SmallCount => "small-count",
            Self::HiddenPart => "hidden-part",
            Self::FewPeople => "few-people",
            Self::GivesAway => "gives-away",
        }
    }
}
