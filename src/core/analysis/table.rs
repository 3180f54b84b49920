//! What the tables of a study hold: which table it is, what its rows and columns are.

use serde::{Deserialize, Serialize};

use super::quantity::Life;
use super::verdict::Fifth;
use crate::core::fixed::Words;

/// Which table it is, with the labels of the file that tell it from its like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Caption {
    /// Each group as if all had the same ages.
    SameAges {
        /// What is measured, as shown.
        indicator: String,
    },
    /// The two sides, made alike and as they stand.
    Sides(Pair),
    /// The weights of a standard population.
    Weights {
        /// Its name.
        #[serde(with = "crate::core::fixed")]
        standard: Words,
    },
    /// Life expectancy of each group.
    LifeExpectancy,
    /// Years in good health and all years of each group.
    HealthyLife,
    /// The years of the gap that come from each age.
    YearsByAge,
    /// Events over those expected, of each group.
    OverExpected,
    /// Each group among people otherwise alike.
    GroupsAlike {
        /// The group that the others are compared with.
        reference: String,
    },
    /// What each part of the second division adds to the gap.
    PartsOfGap {
        /// The second division.
        by: String,
    },
    /// The gap in three parts.
    ThreeParts,
    /// The values of both sides over time.
    SidesOverTime,
    /// The gap over time.
    GapOverTime(Pair),
    /// Each period against the first.
    PeriodsAgainstFirst {
        /// The first period.
        first: String,
    },
    /// Each group in the last period against the first.
    GroupsAgainstFirst {
        /// The first period.
        first: String,
        /// The last period.
        last: String,
    },
    /// The difference with the limits of its usual ups and downs.
    ControlOfDifference(Pair),
    /// A side with the limits of its usual ups and downs.
    ControlOfSide {
        /// The side.
        side: String,
    },
    /// When each side had reached a share.
    FirstReached,
    /// Organisations between the limits of chance.
    Funnel,
    /// Organisations by the fifth of their value.
    ByFifth,
    /// The fifths of organisations.
    Fifths,
    /// The Theil index in two parts.
    TheilParts,
    /// The gap in each organisation.
    GapByPlace(Pair),
    /// The outcome along the order of the groups.
    ConcentrationCurve,
    /// The outcome from the lowest values to the highest.
    LorenzCurve,
    /// The share of people above each threshold.
    SharesAbove,
    /// The difference in the share of people above each threshold.
    DifferencesAbove,
    /// What each group adds to the distance of the average from a side.
    Contributions {
        /// The side.
        from: String,
    },
    /// The gap by where the people of unknown group belong.
    ByUnknown(Pair),
    /// Each group compared with one.
    GroupsCompared {
        /// The group that the others are compared with.
        reference: String,
    },
    /// What each part of the second division adds to the concentration index.
    PartsOfIndex {
        /// The second division.
        by: String,
    },
}

/// The labels of two sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The disadvantaged side.
    pub worse_off: String,
    /// The other side.
    pub better_off: String,
}

/// What a row of a table is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Of {
    /// A group of the dimension.
    Group,
    /// A band of age.
    Age,
    /// A way to compare the two sides.
    Compared,
    /// A part of a whole.
    Part,
    /// A period.
    Period,
    /// An organisation or area.
    Organisation,
    /// A share to reach.
    Share,
    /// A fifth of organisations.
    Fifth,
    /// A threshold that values lie above.
    Threshold,
    /// An assumption about people of unknown group.
    Assumption,
    /// A part of the second division, by its name as shown.
    Second(String),
}

/// What a column of a table holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnKind {
    /// The difference from the other side, or from the group compared with.
    Difference,
    /// The ratio to the other side, or to the group compared with.
    Ratio,
    /// The value.
    Value,
    /// The value with the same ages.
    SameAges,
    /// The value as it stands.
    AsItStands,
    /// People of a standard population.
    StandardPeople,
    /// The weight of a band of age.
    Weight,
    /// Years of life from birth on.
    Life(Life),
    /// Years of life from an age on; 0 at birth.
    LifeAt(u32),
    /// Years of the gap in life expectancy.
    YearsOfGap,
    /// Events over those expected (indirect standardisation).
    OverExpected,
    /// The comparative figure (direct standardisation).
    Comparative,
    /// The ratio among people otherwise alike.
    RatioAlike,
    /// The ratio as it stands.
    RatioAsItStands,
    /// The difference among people otherwise alike.
    DifferenceAlike,
    /// The odds ratio among people otherwise alike.
    OddsRatioAlike,
    /// What goes with rates and with make-up together.
    Together,
    /// What goes with different rates.
    Rates,
    /// What goes with a different make-up.
    MakeUp,
    /// The value of a side, or that of its last period over its first.
    Side(String),
    /// One side over the other.
    OneOverOther,
    /// The value against the first period.
    AgainstFirst,
    /// The average of the periods.
    Average,
    /// A limit of the usual ups and downs.
    Limit(End),
    /// A limit that chance alone passes once in twenty times.
    Limit95(End),
    /// A limit that chance alone passes twice in a thousand times.
    Limit998(End),
    /// Why a period stands out.
    Signal,
    /// People.
    People,
    /// Where an organisation lies to the limits.
    Place,
    /// Which fifth a value is in.
    Fifth,
    /// A number of organisations.
    Organisations,
    /// The middle organisation of a fifth.
    MiddleOrganisation,
    /// The Theil index.
    TheilIndex,
    /// The share of the whole.
    ShareOfWhole,
    /// What chance says of a difference.
    Chance,
    /// The share of people up to a point of a curve.
    PeopleSoFar,
    /// The share of the outcome up to a point of a curve.
    OutcomeSoFar,
    /// What a part adds to the whole.
    Adds,
    /// The share of people.
    ShareOfPeople,
    /// The difference from the first part of the second division.
    DifferenceFromFirst,
    /// The concentration index of a part itself.
    OwnIndex,
    /// Days from one side's reaching a share to the other's.
    DaysBetween,
}

/// Which of two limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The lower one.
    Lower,
    /// The upper one.
    Upper,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RowName {
    /// A group, period, organisation or other part, by its label.
    Label(String),
    /// The two sides with the same ages.
    SameAges,
    /// The two sides as they stand.
    AsItStands,
    /// The two sides within each part of the second division.
    WithinParts {
        /// The second division.
        by: String,
    },
    /// What goes with rates.
    Rates,
    /// What goes with make-up.
    MakeUp,
    /// What goes with both together.
    Interaction,
    /// The gap.
    Gap,
    /// The parts that are not told one by one.
    Others(usize),
    /// A share, in percent.
    Percent(u8),
    /// A fifth of organisations.
    Fifth(Fifth),
    /// The beginning of a curve.
    Nobody,
    /// A threshold.
    Threshold(f64),
    /// What lies between organisations.
    Between,
    /// What lies between groups within organisations.
    Within,
    /// Between organisations and within them.
    Both,
    /// Known groups only.
    KnownOnly,
    /// The unknown shared out as the known are.
    UnknownSpread,
    /// All unknown in one side.
    AllUnknownIn {
        /// The side.
        side: String,
    },
    /// The least against the disadvantaged.
    Least,
    /// The most against the disadvantaged.
    Most,
}

impl ColumnKind {
    /// Whether it holds differences of two values.
    pub const fn is_difference(&self) -> bool {
        matches!(
            self,
            Self::Difference | Self::DifferenceAlike | Self::DifferenceFromFirst
        )
    }
}
