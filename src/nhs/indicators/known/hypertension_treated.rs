//! People whose last blood pressure is at or below the threshold of their age.

use super::{Criterion, Known, Layout, List, Made, Polarity, Tag, Text, Unit};
use super::{ages, at_most, target, within};

pub(super) const HYPERTENSION_TREATED: Known = Known {
    id: "hypertension-treated",
    name: "Hypertension: treated to threshold",
    verb: "had a blood pressure at or below the threshold of their age",
    population: "people with hypertension",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsBetter,
    definition: "People whose blood pressure is at most 140/90 mmHg (150/90 from 80 years on), out of those whose \
                 pressure and age are given. Everyone in the file is taken to have hypertension. Based on the \
                 indicators of CVDPREVENT.",
    targets: &[target(
        0.80,
        "by March 2029",
        "national ambition for blood pressure (based on)",
    )],
    tags: &[
        Tag::Outcomes,
        Tag::Prevention,
        Tag::Hypertension,
        Tag::TackleInequalities,
    ],
    layouts: &[Layout {
        columns: &[
            within(
                "systolic",
                (50, 300),
                &["systolic", "sbp", "sys bp", "bp sys"],
            ),
            within(
                "diastolic",
                (20, 200),
                &["diastolic", "dbp", "dia bp", "bp dia"],
            ),
            ages("age"),
        ],
        made: Made::Records {
            counts: Criterion::ByAge {
                column: Text::Borrowed("age"),
                from: List::Borrowed(THRESHOLDS),
            },
            among: None,
            part_of: &[],
        },
    }],
};

const THRESHOLDS: &[(u32, Criterion)] = &[
    (0, Criterion::All(List::Borrowed(UNDER_80))),
    (80, Criterion::All(List::Borrowed(FROM_80))),
];
const UNDER_80: &[Criterion] = &[at_most("systolic", 140.0), at_most("diastolic", 90.0)];
const FROM_80: &[Criterion] = &[at_most("systolic", 150.0), at_most("diastolic", 90.0)];
