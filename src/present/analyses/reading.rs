//! What a figure of an analysis says: against whom it points, and how surely.

use crate::answer::section::{Found, Results, Section};
use crate::core::analysis::{Quantity, Series};
use crate::core::measure::Null;
use crate::core::units::Polarity;

use super::time;
use crate::present::reading::{NO_INTERVAL, unsure};
use crate::present::side::{among, people_of};

/// What the sign of a figure is about.
enum About<'a> {
    /// The first side less, or over, the other, as the figures stand.
    Sides,
    /// Turned so that more is a bigger gap against the first side.
    AgainstFirst,
    /// Turned so that more is a bigger gap against the disadvantaged end of the order.
    AgainstDisadvantaged,
    /// The group or side of this name over another.
    One(&'a str),
    /// Something else.
    Nothing,
}

fn about(quantity: &Quantity) -> About<'_> {
    match quantity {
        Quantity::OverExpected { side: one } | Quantity::RatioAlike { group: one, .. } => {
            About::One(one)
        }
        Quantity::Along { .. } => About::AgainstDisadvantaged,
        Quantity::GapInLife { .. } => About::AgainstFirst,
        Quantity::Difference(_)
        | Quantity::Ratio(_)
        | Quantity::OddsRatio(_)
        | Quantity::AverageOfPeriods(Series::Difference)
        | Quantity::LargestDifference
        | Quantity::GapOverParts { .. } => About::Sides,
        _ => About::Nothing,
    }
}

/// The sentence; empty where the figure has no value of equality.
pub(super) fn reading(section: &Section, results: &Results, found: &Found) -> String {
    time::reading(section, results, found).unwrap_or_else(|| verdict(section, found))
}

/// How surely a figure lies away from equality, and against whom.
pub(super) fn verdict(section: &Section, found: &Found) -> String {
    let (Null::At(null), Ok(figure)) = (found.null, &found.figure) else {
        return String::new();
    };
    let null = null * figure.unit.factor();
    let above = match figure.shown() {
        Some((_, Some((lower, upper)))) if lower <= null && null <= upper => {
            return unsure(null, figure, false);
        }
        Some((_, Some((lower, _)))) => lower > null,
        _ => return NO_INTERVAL.to_owned(),
    };
    let polarity = section.indicator.polarity;
    let contrast = section.contrasts.first();
    match (about(&found.quantity), contrast) {
        (About::One(label), _) => of_one(label, polarity, above),
        (About::AgainstDisadvantaged, _) if polarity != Polarity::Neutral => {
            points(above, "the disadvantaged")
        }
        (About::AgainstFirst, Some(contrast)) => {
            points(above, &people_of(&contrast.worse_off.label))
        }
        (About::Sides, Some(contrast)) => match polarity {
            Polarity::Neutral => {
                let side = if above {
                    &contrast.worse_off
                } else {
                    &contrast.better_off
                };
                format!(
                    "Throughout the interval it is higher {}.",
                    among(&side.label)
                )
            }
            _ => points(
                above == (polarity == Polarity::MoreIsWorse),
                &people_of(&contrast.worse_off.label),
            ),
        },
        _ if above => "The whole interval lies above equality.".to_owned(),
        _ => "The whole interval lies below equality.".to_owned(),
    }
}

fn points(against: bool, whom: &str) -> String {
    if against {
        format!("The whole interval points to a gap against {whom}.")
    } else {
        format!("The whole interval points to a gap the other way, in favour of {whom}.")
    }
}

fn of_one(label: &str, polarity: Polarity, above: bool) -> String {
    let fares = match polarity {
        Polarity::Neutral if above => "have the higher figure",
        Polarity::Neutral => "have the lower figure",
        _ if above == (polarity == Polarity::MoreIsWorse) => "fare worse",
        _ => "fare better",
    };
    format!("Throughout the interval {} {fares}.", people_of(label))
}
