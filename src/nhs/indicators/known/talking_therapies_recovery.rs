//! Recovery after talking therapies, of those who were unwell enough at the start.

use super::{Holds, Known, Layout, Made, Pattern, Polarity, Role, Tag, Unit, target};

pub(super) const TALKING_THERAPIES_RECOVERY: Known = Known {
    id: "talking-therapies-recovery",
    name: "Recovery after talking therapies",
    verb: "recovered",
    population: "people who finished a course of talking therapies and were at caseness when it began",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsBetter,
    definition: "People who were at caseness (above the threshold of anxiety or depression) at the start of a \
                 course of treatment and not at its end, out of those who finished a course less those who \
                 were not at caseness at the start.",
    targets: &[target(
        0.50,
        "every year",
        "NHS Talking Therapies manual (based on)",
    )],
    tags: &[Tag::Outcomes, Tag::ImproveOutcomes, Tag::TackleInequalities],
    layouts: &[Layout {
        columns: &[
            Pattern {
                key: "recovered",
                words: &["recovery", "recovered"],
                holds: Holds::Counts(Role::Numerator),
            },
            Pattern {
                key: "finished",
                words: &[
                    "finishedcoursetreatment",
                    "finished course",
                    "finished treatment",
                    "completed course",
                ],
                holds: Holds::Counts(Role::Denominator),
            },
            Pattern {
                key: "not at caseness",
                words: &["notatcaseness", "not caseness"],
                holds: Holds::Counts(Role::Denominator),
            },
        ],
        made: Made::Counts {
            numerator: &["recovered"],
            denominator: &["finished"],
            less: &["not at caseness"],
        },
    }],
};
