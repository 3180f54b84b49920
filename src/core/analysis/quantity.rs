//! Which figure a study gives. What it is called is for the layers below to say.

use serde::{Deserialize, Serialize};

use super::verdict::Fifth;
use crate::core::fixed::Words;

/// Which figure it is, with the labels of the file that tell it from its like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Quantity {
    /// The disadvantaged side less the other.
    Difference(Setting),
    /// The disadvantaged side over the other.
    Ratio(Setting),
    /// The odds of the disadvantaged side over those of the other.
    OddsRatio(Setting),
    /// A measure along the order of the groups.
    Along {
        /// The name of the measure on its card.
        #[serde(with = "crate::core::fixed")]
        measure: Words,
        /// What it is made from.
        of: Setting,
    },
    /// How often chance alone would make parts as unlike as these, were the gap the same in all.
    UnlikeByChance {
        /// The second division.
        by: String,
    },
    /// Years of life of the other side less those of the disadvantaged one.
    GapInLife {
        /// All years or those in good health.
        life: Life,
        /// From this age on; 0 at birth.
        age: u32,
    },
    /// Events of a side for each one that everyone's rates would give.
    OverExpected {
        /// The side.
        side: String,
    },
    /// One group over another among people otherwise alike.
    RatioAlike {
        /// The group compared.
        group: String,
        /// The group that it is compared with.
        reference: String,
    },
    /// What goes with different rates among people alike.
    PartOfRates {
        /// The second division.
        by: String,
    },
    /// What goes with a different make-up.
    PartOfMakeUp {
        /// The second division.
        by: String,
    },
    /// The gap that the parts add up to.
    GapOverParts {
        /// The second division.
        by: String,
    },
    /// How the difference moved: last period less first. Where its sign and that of the logarithm of
    /// [`Quantity::ChangeOfRatio`] differ, the absolute and the relative gap moved in opposite directions,
    /// whichever side is higher.
    ChangeOfDifference,
    /// How the ratio moved: last period over first.
    ChangeOfRatio,
    /// How much the difference moves a year.
    ChangeAYear,
    /// The other side's last period over its first, over the same of the disadvantaged side.
    RatioAgainstFirst,
    /// A side's last period over its first.
    SideAgainstFirst {
        /// The side.
        side: String,
    },
    /// Periods that stand out of the usual ups and downs.
    PeriodsOut(Series),
    /// The average of the periods.
    AverageOfPeriods(Series),
    /// Days from one side's reaching a share to the other's.
    DaysBetween {
        /// The share to reach, in percent.
        percent: u8,
        /// The disadvantaged side.
        worse_off: String,
        /// The other side.
        better_off: String,
    },
    /// Organisations outside both limits of 99.8 %.
    FarOutside,
    /// Organisations outside the limits of 95 %.
    Outside,
    /// The average of all organisations.
    Average,
    /// Scatter of organisations as a multiple of chance (φ).
    Scatter {
        /// Whether the outer tenths were pulled in first.
        pulled_in: bool,
    },
    /// The middle organisation of a fifth of them.
    MiddleOfFifth(Fifth),
    /// The share of the unevenness that lies within organisations.
    WithinOrganisations,
    /// The share of the unevenness that lies between organisations.
    BetweenOrganisations,
    /// Organisations with a figure for both sides.
    OrganisationsCompared,
    /// Organisations whose difference is more than chance would make it.
    OrganisationsBeyondChance,
    /// Groups set against the same one.
    GroupsCompared,
    /// Groups whose difference is more than chance would make it.
    GroupsBeyondChance,
    /// The share of the outcome among the most disadvantaged of people.
    OutcomeOfDisadvantaged(Part),
    /// The share of the outcome among the half of people in the groups with the lowest values.
    OutcomeOfLowestHalf,
    /// The largest difference in the share above any threshold.
    LargestDifference,
    /// The threshold of the largest difference.
    LargestAt,
    /// How far the average lies from a side.
    DistanceOfAverage {
        /// The side.
        from: String,
    },
    /// The least possible difference against the disadvantaged.
    LeastPossible,
    /// The most possible difference against the disadvantaged.
    MostPossible,
    /// The share of people of unknown group who would have to be of a side for the gap to vanish.
    TippingShare {
        /// The side.
        side: String,
    },
    /// People whose group is unknown.
    PeopleUnknown,
    /// The part of the concentration index that goes with the second division.
    PartOfIndex {
        /// The second division.
        by: String,
    },
    /// The part of the concentration index that is left.
    RestOfIndex,
    /// The concentration index.
    ConcentrationIndex,
    /// The share of the concentration index that goes with the second division.
    ShareOfIndex {
        /// The second division.
        by: String,
    },
}

/// Among whom, or as if what, two sides or groups in order are compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Setting {
    /// As if all groups had the same ages.
    SameAges,
    /// Within each part of a second division, pooled.
    WithinParts {
        /// The second division.
        by: String,
    },
    /// Among people whose group is known.
    KnownOnly,
    /// As if people of unknown group were spread as the known are.
    UnknownSpread,
    /// In the middle organisation.
    MiddleOrganisation,
    /// Of years of life at birth.
    LifeAtBirth(Life),
}

/// Which years of life are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Life {
    /// All of them.
    All,
    /// Those in good health.
    Healthy,
}

/// What is followed from period to period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Series {
    /// The difference of the two sides.
    Difference,
    /// A side, by its label.
    Side(String),
}

/// A part of all people in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The first fifth.
    Fifth,
    /// The first half.
    Half,
}
