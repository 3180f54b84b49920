//! One plain sentence for each study: how to look at what it shows.

/// How a study is to be looked at; `None` for a study that is not known here.
pub(super) fn plainly(id: &str) -> Option<&'static str> {
    let said = match id {
        "standardised-rate" => {
            "Each figure is what the group would have if all groups had the ages of one standard population, \
             so that groups with many old people can be compared with young ones."
        }
        "pooled-gap" => {
            "People are compared only with people of the same part, and the comparisons are put together; \
             large parts count for more."
        }
        "life-expectancy" => {
            "It is how long people born now would live on average if the death rates of these figures \
             stayed as they are; it foretells nobody's life."
        }
        "standardised-ratio" => {
            "1.20 means a fifth more events than everyone's rates at the same ages would give; 1 means as many."
        }
        "adjusted-gap" => {
            "A ratio of 1.20 means a fifth more than in the group compared with, among people who are alike \
             in what is named here, and perhaps in nothing else."
        }
        "rate-and-composition" => {
            "One part of the gap goes with who is in the groups, the other with different figures for people \
             who are alike; together they are the gap."
        }
        "life-gap-by-age" => {
            "Each bar is the years of the gap that go with deaths at that age; together they are the gap."
        }
        "gap-over-time" => {
            "Where the two lines come closer the gap in points gets smaller; in proportion it may do the \
             opposite, so that both stand here."
        }
        "recovery" => {
            "1 means as high as in the first period; where one side's line lies below the other's, its figure \
             has grown less since, or fallen more."
        }
        "control-chart" => {
            "Points between the limits are the usual ups and downs; one outside them, or a long run on one \
             side of the average, is a reason to ask what changed."
        }
        "days-to-reach" => {
            "Days above 0 mean that the disadvantaged side reached the share later than the other."
        }
        "funnel" => {
            "Each point is an organisation. Small ones differ more by chance alone, so that the limits are \
             wider where few people are counted."
        }
        "funnel-widened" => {
            "Each point is an organisation. The limits also allow for how much organisations usually differ, \
             so that fewer lie outside."
        }
        "place-quantiles" => {
            "Organisations stand in five sets of about equal number, by their own figures; which set one is in \
             may be chance."
        }
        "between-and-within" => {
            "The more of the unevenness lies within organisations, the less is said by comparing \
             organisations as wholes."
        }
        "gaps-by-place" => {
            "Each bar compares the two sides inside one organisation; among many organisations some stand out \
             by chance alone."
        }
        "concentration-curve" => {
            "On the diagonal every group has its share of the outcome; above it, more of the outcome lies \
             with the most disadvantaged."
        }
        "lorenz-curve" => {
            "On the diagonal every group has its share of the outcome; the further the curve hangs below it, \
             the more uneven the groups."
        }
        "waits-by-threshold" => {
            "At each wait the lines show who has waited longer than that; a gap can be small at one wait and \
             large at another."
        }
        "contribution" => {
            "A group adds much where it is large or far from the one compared with; the parts add up to the \
             distance of the average."
        }
        "unknown-groups" => {
            "Nobody can say to which groups these people belong; each row shows the gap under one assumption."
        }
        "many-comparisons" => {
            "Each group is compared with the same one; where there are many, some stand out by chance alone, \
             and that is allowed for."
        }
        "concentration-parts" => {
            "A part is large where something both goes with the outcome and is spread unevenly along the \
             order; the parts add up to the index."
        }
        "healthy-life-expectancy" => {
            "It is how many years people born now would live in good health on average if these figures \
             stayed as they are."
        }
        _ => return None,
    };
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::plainly;
    use crate::core::study::STUDIES;

    #[test]
    fn every_study_is_said_plainly() {
        for study in STUDIES {
            assert!(plainly(study.id).is_some(), "{}", study.id);
        }
    }
}
