//! People with severe mental illness who had all six physical health checks within a year.

use super::{Criterion, Holds, Known, Layout, List, Made, Pattern, Polarity, Role, Tag, Unit};
use super::{marked, target};

pub(super) const SMI_SIX_CHECKS: Known = Known {
    id: "smi-six-checks",
    name: "All six physical health checks",
    verb: "had had all six physical health checks",
    population: "people with severe mental illness",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsBetter,
    definition: "People on the register of severe mental illness of a general practice who had every one of \
                 six checks in the last 12 months: alcohol, blood glucose, blood pressure, body mass index, \
                 blood lipids and smoking. People with a check that is not given count only where another \
                 was not done.",
    targets: &[
        target(0.60, "a year", "Core20PLUS5, NHS England (based on)"),
        target(
            0.75,
            "2024/25",
            "NHS operational planning guidance (based on)",
        ),
    ],
    tags: &[
        Tag::Access,
        Tag::Prevention,
        Tag::SevereMentalIllness,
        Tag::TackleInequalities,
    ],
    layouts: &[
        Layout {
            columns: &[
                check("alcohol", &["alcohol"]),
                check("glucose", &["glucose", "hba1c"]),
                check("blood pressure", &["blood pressure", "bp"]),
                check("body mass", &["bmi", "body mass", "weight"]),
                check("lipids", &["lipids", "lipid", "cholesterol"]),
                check("smoking", &["smoking", "tobacco"]),
            ],
            made: Made::Records {
                counts: Criterion::All(List::Borrowed(CHECKS)),
                among: None,
                part_of: &[
                    "alcohol",
                    "glucose",
                    "blood pressure",
                    "body mass",
                    "lipids",
                    "smoking",
                ],
            },
        },
        Layout {
            columns: &[
                Pattern {
                    key: "checked",
                    words: &["all six checks", "six checks", "all 6 checks", "6 checks"],
                    holds: Holds::Counts(Role::Numerator),
                },
                Pattern {
                    key: "register",
                    words: &["smi register", "smi registered", "register"],
                    holds: Holds::Counts(Role::Denominator),
                },
            ],
            made: Made::Counts {
                numerator: &["checked"],
                denominator: &["register"],
                less: &[],
            },
        },
    ],
};

const fn check(key: &'static str, words: &'static [&'static str]) -> Pattern {
    Pattern {
        key,
        words,
        holds: Holds::Answers,
    }
}

const CHECKS: &[Criterion] = &[
    marked("alcohol"),
    marked("glucose"),
    marked("blood pressure"),
    marked("body mass"),
    marked("lipids"),
    marked("smoking"),
];
