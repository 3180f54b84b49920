//! One plain sentence for each measure that has a picture to think of: what its size means.

use crate::core::units::Polarity;
use crate::release::cell::Figure;

use super::number::{bare, with_unit};

/// What a measure's size means, or `None` where only "equality would be …" can be said.
///
/// Signs are those of the cards: above equality is a bigger gap against the disadvantaged side.
pub(super) fn plainly(id: &str, figure: &Figure, value: f64, polarity: Polarity) -> Option<String> {
    let size = with_unit(value.abs(), figure.unit, figure.places);
    let number = bare(value, figure.places);
    let better = polarity == Polarity::MoreIsBetter;
    let more = if better == (value < 0.0) {
        "more"
    } else {
        "less"
    };
    let (people, level) = if better == (value < 0.0) {
        ("fewer", "lower")
    } else {
        ("more", "higher")
    };
    let (weights, of) = alike(id);
    let said = match of {
        "share-gap" => format!(
            "The disadvantaged side has {size} {more} of everyone with the outcome than of all people."
        ),
        "representation" if better => format!(
            "With its share of the outcome, the disadvantaged side would have {number} times what it has."
        ),
        "representation" => format!(
            "The disadvantaged side has {number} times the outcome that its share of people would give \
             it."
        ),
        "odds-ratio" => format!(
            "The odds differ {number} times; that is always further from 1 than the ratio of the shares."
        ),
        "percent-difference" => {
            format!(
                "One figure is {size} away from the other, in percent of it, not percentage points."
            )
        }
        "number-needed" => format!(
            "In the worse-off of the two groups compared, {size} {people} people with the outcome would \
             make it level with the other."
        ),
        "attributable-number" => format!(
            "If every group had the figure of the group compared with, {size} {people} people would have \
             the outcome."
        ),
        "attributable-risk" => format!(
            "If every group had the figure of the group compared with, the average would be {size} {level}."
        ),
        "attributable-fraction" => format!(
            "If every group had the figure of the group compared with, the average would be {level} by \
             {size} of itself."
        ),
        "between-group-deviation" => {
            format!(
                "A typical person is in a group whose figure lies about {size} from the average."
            )
        }
        "coefficient-of-variation" => format!(
            "A typical person is in a group whose figure lies {size} of the average away from it."
        ),
        "difference-from-best" => {
            format!(
                "On average, each {weights} counting alike, groups lie {size} from the best group."
            )
        }
        "difference-from-mean" => {
            format!(
                "On average, each {weights} counting alike, groups lie {size} from the average."
            )
        }
        "difference-from-reference" => format!(
            "On average, each {weights} counting alike, groups lie {size} from the reference group."
        ),
        "index-of-disparity" => format!(
            "On average, each {weights} counting alike, groups lie {size} of the average away from it."
        ),
        "hoover-index" => {
            format!(
                "For all groups to be level, {size} of the outcome would have to move between them."
            )
        }
        "longer-wait" => format!(
            "Of 100 pairs picked at random, one person from each side, the one from the disadvantaged \
             side fares worse in about {}.",
            bare(value, 0)
        ),
        "median-difference" => {
            format!(
                "The middle person of the one side has waited {size} longer than that of the other."
            )
        }
        "relative-concentration-index" => {
            "It runs from −1 to 1: 0 is an even spread along the order, 1 \
                                           is everything at one end."
                .to_owned()
        }
        "cohens-h" => "0.2 is often called small, 0.5 medium and 0.8 large.".to_owned(),
        "cramers-v" => "0.1 is often called weak and 0.3 moderate.".to_owned(),
        "standardised-difference" => {
            format!("The two sides are {number} standard deviations apart.")
        }
        _ => return None,
    };
    Some(said)
}

/// Who counts alike in a measure of spread, and its id without that ending.
fn alike(id: &str) -> (&'static str, &str) {
    match (id.strip_suffix("-unweighted"), id.strip_suffix("-weighted")) {
        (Some(of), _) => ("group", of),
        (None, Some(of)) => ("person", of),
        (None, None) => ("person", id),
    }
}
