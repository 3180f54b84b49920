//! The names of figures.

use crate::core::analysis::{Life, Part, Quantity, Series, Setting};
use crate::present::side::capital;

use super::verdict::fifth;

/// The name of a figure: "Difference if all groups had the same ages".
pub fn quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Difference(of) => format!("Difference{}", setting(of)),
        Quantity::Ratio(of) => format!("Ratio{}", setting(of)),
        Quantity::OddsRatio(of) => format!("Odds ratio{}", setting(of)),
        Quantity::Along { measure, of } => format!("{measure}{}", setting(of)),
        Quantity::UnlikeByChance { by } => format!(
            "Chance of parts as unlike as these if the gap were the same in all of {}",
            by.to_lowercase()
        ),
        Quantity::GapInLife { life, age: 0 } => format!("Gap in {} at birth", years(*life)),
        Quantity::GapInLife { life, age } => format!("Gap in {} at {age}", years(*life)),
        Quantity::OverExpected { side } => format!("Events for each one expected: {side}"),
        Quantity::RatioAlike { group, reference } => {
            format!("Ratio to {reference} among people otherwise alike: {group}")
        }
        Quantity::PartOfRates { by } => format!(
            "Part of the gap that goes with different rates at the same {}",
            by.to_lowercase()
        ),
        Quantity::PartOfMakeUp { by } => format!(
            "Part of the gap that goes with different make-up by {}",
            by.to_lowercase()
        ),
        Quantity::GapOverParts { by } => format!("The gap over all parts of {}", by.to_lowercase()),
        Quantity::ChangeOfDifference => "Change of the difference, first period to last".to_owned(),
        Quantity::ChangeOfRatio => "Change of the ratio, first period to last".to_owned(),
        Quantity::ChangeAYear => "Change of the difference a year".to_owned(),
        Quantity::RatioAgainstFirst => {
            "Ratio of the two sides' values against the first period".to_owned()
        }
        Quantity::SideAgainstFirst { side } => {
            format!("{}: last period against the first", capital(side))
        }
        Quantity::PeriodsOut(of) => format!("{}: periods that stand out", series(of)),
        Quantity::AverageOfPeriods(of) => format!("{}: average of the periods", series(of)),
        Quantity::DaysBetween {
            percent,
            worse_off,
            better_off,
        } => format!("Days until {worse_off} reached {percent}%, after {better_off} had"),
        Quantity::FarOutside => "Organisations outside the 99.8% limits".to_owned(),
        Quantity::Outside => "Organisations outside the 95% limits".to_owned(),
        Quantity::Average => "Average of all organisations".to_owned(),
        Quantity::Scatter { pulled_in: false } => {
            "Scatter of organisations as a multiple of chance (φ)".to_owned()
        }
        Quantity::Scatter { pulled_in: true } => {
            "Scatter of organisations as a multiple of chance (φ), outer tenths pulled in"
                .to_owned()
        }
        Quantity::MiddleOfFifth(of) => format!("Middle organisation of the {}", fifth(*of)),
        Quantity::WithinOrganisations => {
            "Share of the unevenness that lies within organisations".to_owned()
        }
        Quantity::BetweenOrganisations => {
            "Share of the unevenness that lies between organisations".to_owned()
        }
        Quantity::OrganisationsCompared => "Organisations compared".to_owned(),
        Quantity::OrganisationsBeyondChance => {
            "Organisations where the difference is more than chance".to_owned()
        }
        Quantity::GroupsCompared => "Groups compared".to_owned(),
        Quantity::GroupsBeyondChance => "Groups whose difference is more than chance".to_owned(),
        Quantity::OutcomeOfDisadvantaged(part) => {
            let part = match part {
                Part::Fifth => "fifth",
                Part::Half => "half",
            };
            format!("Share of the outcome among the most disadvantaged {part} of people")
        }
        Quantity::OutcomeOfLowestHalf => "Share of the outcome among the half of people in the \
                                          groups with the lowest values"
            .to_owned(),
        Quantity::LargestDifference => {
            "Largest difference in the share above any threshold".to_owned()
        }
        Quantity::LargestAt => "Threshold of the largest difference".to_owned(),
        Quantity::DistanceOfAverage { from } => format!("Distance of the average from {from}"),
        Quantity::LeastPossible => "Least possible against the disadvantaged".to_owned(),
        Quantity::MostPossible => "Most possible against the disadvantaged".to_owned(),
        Quantity::TippingShare { side } => {
            format!(
                "Share of people of unknown group who would have to be in {side} for the gap to vanish"
            )
        }
        Quantity::PeopleUnknown => "People whose group is unknown".to_owned(),
        Quantity::PartOfIndex { by } => format!(
            "Part of the concentration index that goes with {}",
            by.to_lowercase()
        ),
        Quantity::RestOfIndex => "Part that is left".to_owned(),
        Quantity::ConcentrationIndex => "Concentration index".to_owned(),
        Quantity::ShareOfIndex { by } => {
            format!("Share of the index that goes with {}", by.to_lowercase())
        }
    }
}

/// Among whom two sides are compared, after what is compared.
fn setting(setting: &Setting) -> String {
    match setting {
        Setting::SameAges => " if all groups had the same ages".to_owned(),
        Setting::WithinParts { by } => {
            format!(" within each part of {}, pooled", by.to_lowercase())
        }
        Setting::KnownOnly => ", known groups only".to_owned(),
        Setting::UnknownSpread => {
            " if people of unknown group were spread like the others".to_owned()
        }
        Setting::MiddleOrganisation => " in the middle organisation".to_owned(),
        Setting::LifeAtBirth(life) => format!(" of {} at birth", years(*life)),
    }
}

/// Which years of life, inside a sentence.
pub(super) const fn years(life: Life) -> &'static str {
    match life {
        Life::All => "life expectancy",
        Life::Healthy => "healthy life expectancy",
    }
}

fn series(series: &Series) -> String {
    match series {
        Series::Difference => "Difference".to_owned(),
        Series::Side(side) => capital(side),
    }
}
