//! One plain sentence for each measure that has a picture to think of: what its size means.

use crate::answer::cell::Figure;
use crate::core::units::{Polarity, Unit};

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
        "number-needed-average" => format!(
            "In the group that fares worse, {size} {people} people with the outcome would make it level \
             with the average as it stands."
        ),
        "number-needed-best" => format!(
            "In the group that fares worse, {size} {people} people with the outcome would make it level \
             with the best group."
        ),
        "shortfall-ratio" => format!(
            "Counted from everybody down, the distance of the one side is {number} times that of the other."
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
        "long-wait-difference" => format!(
            "The 8 in 100 people who wait longest begin {size} {} on the side that fares worse than on the \
             other.",
            if value < 0.0 { "earlier" } else { "later" }
        ),
        "mean-ratio" => format!(
            "On average the side that fares worse has waited {number} times as long as the other."
        ),
        "relative-concentration-index" => {
            "It runs from −1 to 1: 0 is an even spread along the order, 1 \
                                           is everything at one end."
                .to_owned()
        }
        "absolute-concentration-index" => {
            "0 is an even spread along the order; with many groups on a straight line it is a sixth of the \
             slope index."
                .to_owned()
        }
        "erreygers-index" | "wagstaff-index" => {
            "It runs from −1 to 1: 0 is an even spread along the order. Of those without the outcome it \
             says the same with the other sign."
                .to_owned()
        }
        "rank-correlation" => {
            "1 or −1 is a step in the same direction from each group to the next, however small; 0 is no \
             steady direction."
                .to_owned()
        }
        "trend" => {
            "Where nothing rises or falls along the order, chance alone keeps it between −1.96 and 1.96 in \
             19 of 20 cases; it does not say by how much."
                .to_owned()
        }
        "between-group-variance" => format!(
            "Its square root, about {}, is how far a typical person's group lies from the average.",
            bare(value.max(0.0).sqrt(), figure.places.max(1))
        ),
        "theil-index" => {
            "0 is all groups alike, and more is more uneven; groups far above the average count most."
                .to_owned()
        }
        "mean-log-deviation" => {
            "0 is all groups alike, and more is more uneven; groups far below the average count most."
                .to_owned()
        }
        "atkinson-index" => format!(
            "Spread evenly, {} of the average would be valued as much as the average spread as it is.",
            with_unit(100.0 * (1.0 - value), Unit::Percent, figure.places - 2)
        ),
        "gini-index" => {
            "It runs from 0, all groups alike, to 1, one group having everything; it ranks groups by the \
             outcome, not by disadvantage."
                .to_owned()
        }
        "heterogeneity" => {
            "Where only chance makes groups differ it is about the number of groups less one; it does not \
             say by how much they differ."
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

#[cfg(test)]
mod tests {
    use super::plainly;
    use crate::answer::cell::{Cell, Figure};
    use crate::core::measure;
    use crate::core::refusal::Refusal;
    use crate::core::units::{Polarity, Unit};

    #[test]
    fn every_measure_is_said_plainly() {
        let figure = Figure {
            value: Cell::Exact(0.25),
            limits: Err(Refusal::NoStandardError),
            unit: Unit::Index,
            method: "by hand",
            places: 2,
        };
        // These say it along the order, or beside the two sides that they compare.
        let elsewhere = ["slope-index", "relative-index", "difference", "ratio"];
        for card in measure::all() {
            let family = elsewhere.iter().any(|id| match *id {
                "difference" | "ratio" => card.id == *id,
                family => card.id.starts_with(family),
            });
            let said = plainly(card.id, &figure, 0.25, Polarity::MoreIsWorse);
            assert!(family || said.is_some(), "{}", card.id);
        }
    }
}
