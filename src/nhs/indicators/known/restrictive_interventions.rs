//! Restrictive interventions of inpatients per 1,000 days in bed.

use super::{Holds, Known, Layout, Made, Pattern, Polarity, Tag, Unit};

pub(super) const RESTRICTIVE_INTERVENTIONS: Known = Known {
    id: "restrictive-interventions",
    name: "Restrictive interventions per 1,000 bed days",
    verb: "the rate of restrictive interventions was",
    population: "days in bed",
    unit: Unit::Per(1_000),
    polarity: Polarity::MoreIsWorse,
    definition: "Incidents of restraint or another restrictive intervention, added over all stays, per 1,000 \
                 days in bed, added likewise. An incident is not a person: some people have several, so that \
                 the interval is narrower than it should be.",
    targets: &[],
    tags: &[Tag::Experience, Tag::TackleInequalities],
    layouts: &[Layout {
        columns: &[
            Pattern {
                key: "incidents",
                words: &[
                    "restraint incidents",
                    "restrictive interventions",
                    "restraints",
                    "number restraint",
                ],
                holds: Holds::Amounts,
            },
            Pattern {
                key: "days",
                words: &["bed days", "length stay", "los days", "beddays"],
                holds: Holds::Amounts,
            },
        ],
        made: Made::Amounts {
            numerator: &["incidents"],
            denominator: &["days"],
        },
    }],
};
