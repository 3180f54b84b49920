//! The captions of tables, what their rows are, and the heads of their columns.

use crate::core::analysis::{Caption, ColumnKind, End, Of, Pair};
use crate::present::side::capital;

use super::quantity::years;

/// What a table shows, without a full stop.
pub fn caption(caption: &Caption) -> String {
    match caption {
        Caption::SameAges { indicator } => {
            format!("{indicator}, if all groups had the same ages")
        }
        Caption::Sides(sides) => format!("{} against {}", sides.worse_off, sides.better_off),
        Caption::Weights { standard } => format!("Weights: {standard}"),
        Caption::LifeExpectancy => "Life expectancy in years".to_owned(),
        Caption::HealthyLife => {
            "Years of life in good health, and of all life, at birth".to_owned()
        }
        Caption::YearsByAge => {
            "Years of the gap that come from each age; they add up to it".to_owned()
        }
        Caption::OverExpected => {
            "Events for each one that everyone's rates would give, age by age".to_owned()
        }
        Caption::GroupsAlike { reference } => format!("Each group against {reference}"),
        Caption::PartsOfGap { by } => format!(
            "What each part of {} adds to the gap, largest first",
            by.to_lowercase()
        ),
        Caption::ThreeParts => "The same gap in three parts".to_owned(),
        Caption::SidesOverTime => "The two sides over time".to_owned(),
        Caption::GapOverTime(sides) => format!("{}, over time", compared(sides)),
        Caption::PeriodsAgainstFirst { first } => format!("Each period against {first}"),
        Caption::GroupsAgainstFirst { first, last } => {
            format!("Each group in {last} against {first}")
        }
        Caption::ControlOfDifference(sides) => format!(
            "Difference between {} and {}, with the limits of its usual ups and downs",
            sides.worse_off, sides.better_off
        ),
        Caption::ControlOfSide { side } => {
            format!(
                "{}, with the limits of its usual ups and downs",
                capital(side)
            )
        }
        Caption::FirstReached => "First period in which each side had reached a share".to_owned(),
        Caption::Funnel => {
            "Each organisation, and between which limits chance alone would leave it".to_owned()
        }
        Caption::ByFifth => "Organisations by the fifth of their value".to_owned(),
        Caption::Fifths => "The fifths of organisations".to_owned(),
        Caption::TheilParts => {
            "Theil index of the groups in all organisations, in two parts".to_owned()
        }
        Caption::GapByPlace(sides) => format!("{}, in each organisation", compared(sides)),
        Caption::ConcentrationCurve => {
            "People from the most to the least disadvantaged, and the outcome they have together"
                .to_owned()
        }
        Caption::LorenzCurve => "People from the groups with the lowest values to those with the \
                                 highest, and the outcome they have together"
            .to_owned(),
        Caption::SharesAbove => "Share of people above each threshold".to_owned(),
        Caption::DifferencesAbove => {
            "Difference in the share of people above each threshold".to_owned()
        }
        Caption::Contributions { from } => {
            format!("What each group adds to the distance of the average from {from}")
        }
        Caption::ByUnknown(sides) => {
            format!(
                "{}, by where people of unknown group belong",
                compared(sides)
            )
        }
        Caption::GroupsCompared { reference } => format!("Each group compared with {reference}"),
        Caption::PartsOfIndex { by } => format!(
            "What each part of {} adds to the concentration index",
            by.to_lowercase()
        ),
    }
}

/// "The most deprived fifth compared with the least deprived fifth".
fn compared(sides: &Pair) -> String {
    format!(
        "{} compared with {}",
        capital(&sides.worse_off),
        sides.better_off
    )
}

/// What a row is, as the head of the first column: "Age".
pub fn of(of: &Of) -> &str {
    match of {
        Of::Group => "Group",
        Of::Age => "Age",
        Of::Compared => "Compared",
        Of::Part => "Part",
        Of::Period => "Period",
        Of::Organisation => "Organisation",
        Of::Share => "Share",
        Of::Fifth => "Fifth",
        Of::Threshold => "More than",
        Of::Assumption => "Assumption",
        Of::Second(name) => name,
    }
}

/// The name of a column, without its unit.
pub fn column(kind: &ColumnKind) -> String {
    let name = match kind {
        ColumnKind::Difference => "Difference",
        ColumnKind::Ratio => "Ratio",
        ColumnKind::Value => "Value",
        ColumnKind::SameAges => "With the same ages",
        ColumnKind::AsItStands => "As it stands",
        ColumnKind::StandardPeople => "People of the standard",
        ColumnKind::Weight => "Weight",
        ColumnKind::Life(life) => return capital(years(*life)),
        ColumnKind::LifeAt(0) => "Life expectancy at birth",
        ColumnKind::LifeAt(age) => return format!("Life expectancy at {age}"),
        ColumnKind::YearsOfGap => "Years of the gap",
        ColumnKind::OverExpected => "Events over those expected (indirect)",
        ColumnKind::Comparative => "Comparative figure (direct)",
        ColumnKind::RatioAlike => "Ratio among people otherwise alike",
        ColumnKind::RatioAsItStands => "Ratio as it stands",
        ColumnKind::DifferenceAlike => "Difference among people otherwise alike",
        ColumnKind::OddsRatioAlike => "Odds ratio among people otherwise alike",
        ColumnKind::Together => "Together",
        ColumnKind::Rates => "Rates",
        ColumnKind::MakeUp => "Make-up",
        ColumnKind::Side(side) => return capital(side),
        ColumnKind::OneOverOther => "One over the other",
        ColumnKind::AgainstFirst => "Against the first period",
        ColumnKind::Average => "Average",
        ColumnKind::Limit(End::Lower) => "Lower limit",
        ColumnKind::Limit(End::Upper) => "Upper limit",
        ColumnKind::Limit95(End::Lower) => "Lower 95% limit",
        ColumnKind::Limit95(End::Upper) => "Upper 95% limit",
        ColumnKind::Limit998(End::Lower) => "Lower 99.8% limit",
        ColumnKind::Limit998(End::Upper) => "Upper 99.8% limit",
        ColumnKind::Signal => "Signal",
        ColumnKind::People => "People",
        ColumnKind::Place => "Place",
        ColumnKind::Fifth => "Fifth",
        ColumnKind::Organisations => "Organisations",
        ColumnKind::MiddleOrganisation => "Middle organisation",
        ColumnKind::TheilIndex => "Theil index",
        ColumnKind::ShareOfWhole => "Share of the whole",
        ColumnKind::Chance => "Chance",
        ColumnKind::PeopleSoFar => "Share of people up to here",
        ColumnKind::OutcomeSoFar => "Share of the outcome up to here",
        ColumnKind::Adds => "Adds",
        ColumnKind::ShareOfPeople => "Share of people",
        ColumnKind::DifferenceFromFirst => "Difference from the first",
        ColumnKind::OwnIndex => "Its own concentration index",
        ColumnKind::DaysBetween => "Days between",
    };
    name.to_owned()
}
