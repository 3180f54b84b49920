//! How a study was made, as far as the form of the file decides it (which ages, which standard); never its
//! counts.

use serde::{Deserialize, Serialize};

use super::quantity::Life;
use super::table::Pair;
use crate::core::fixed::Words;
use crate::core::units::Level;

/// One thing to know of how an analysis was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// These further parts are taken together at each age, because not all are counted at every age.
    TakenTogether(Vec<String>),
    /// Each of these further parts is brought to the whole standard population.
    EachToStandard(Vec<String>),
    /// These further parts are left out, because they are not counted at every age.
    NotAtEveryAge(Vec<String>),
    /// The ages are all those of the standard population.
    AllAges {
        /// The standard population.
        #[serde(with = "crate::core::fixed")]
        standard: Words,
    },
    /// The standard population is cut.
    CutToAges {
        /// The standard population.
        #[serde(with = "crate::core::fixed")]
        standard: Words,
        /// The youngest age.
        from: u32,
        /// The first age above; `None` without an end.
        to: Option<u32>,
        /// Whether every age between is covered.
        whole: bool,
        /// The share of the standard that is covered, 0 to 1.
        covered: f64,
    },
    /// People of unknown age count only in the figures as they stand.
    AgeNotKnown,
    /// Deaths are taken to be those of one year.
    DeathsOfOneYear,
    /// Deaths of the first band are taken to fall half-way through it.
    DeathsHalfWay {
        /// The youngest age of the band.
        from: u32,
        /// The first age above it; `None` without an end.
        to: Option<u32>,
    },
    /// The gap in life expectancy is the better-off side's less the other's: above 0, the first live longer.
    GapInLife(Pair, Life),
    /// The gap split by age is the better-off side's less the other's.
    GapByAge(Pair),
    /// The gap split into rates and make-up is the disadvantaged side's less the other's.
    GapInParts(Pair),
    /// People of unknown part are left out of the split.
    PartNotKnown {
        /// The second division.
        by: String,
    },
    /// The first and the last period.
    FirstAndLast {
        /// The first period.
        first: String,
        /// The last period.
        last: String,
    },
    /// The first period and the last, and that seasons matter.
    SameSeason {
        /// The first period.
        first: String,
        /// The last period.
        last: String,
    },
    /// Limits take the periods to be alike but for chance.
    PeriodsAlike,
    /// With so few periods the limits are provisional.
    Provisional {
        /// Fewer periods than this.
        fewer_than: usize,
    },
    /// Days are as fine as the periods.
    AsFineAsPeriods,
    /// The limits allow for chance and size alone.
    ChanceAlone,
    /// The limits are widened by the scatter of organisations.
    Widened,
    /// Fifths are of the organisations in the file.
    FifthsOfFile,
    /// What is said of chance allows for the number of comparisons.
    ManyComparisons {
        /// More comparisons than this.
        than: usize,
    },
    /// What is said of chance is of each comparison alone.
    EachAlone(Level),
    /// Within a group everybody is taken to be alike.
    AlikeWithin,
    /// The largest difference was searched for.
    SearchedFor,
    /// Each group is compared with one side.
    ComparedWith {
        /// The side.
        side: String,
    },
    /// Differences are from one part of the second division.
    FromFirst {
        /// The part.
        first: String,
    },
    /// Only parts with people on both sides are compared.
    BothSidesOnly {
        /// The second division.
        by: String,
    },
    /// What people are made alike in, and by which model.
    MadeAlike {
        /// The second division.
        by: String,
        /// Whether it is made of shares of people.
        shares: bool,
    },
    /// Parts that are not known or hidden are left out of the model.
    PartsLeftOut {
        /// The second division.
        by: String,
    },
    /// Everyone means all known groups together.
    KnownTogether {
        /// The second division.
        by: String,
    },
    /// Groups or parts are taken together, because a part alone would show a small count.
    JoinedByRule,
}

impl Note {
    /// Whether it says which standard population was used and how.
    pub const fn is_of_standard(&self) -> bool {
        matches!(
            self,
            Self::AllAges { .. } | Self::CutToAges { .. } | Self::EachToStandard(_)
        )
    }
}
