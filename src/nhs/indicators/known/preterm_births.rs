//! Babies born before 37 completed weeks of pregnancy.

use super::{Criterion, Known, Layout, Made, Pattern, Polarity, Tag, Unit};
use super::{at_least, none_of, only, within};

pub(super) const PRETERM_BIRTHS: Known = Known {
    id: "preterm-births",
    name: "Born before 37 weeks",
    verb: "were born before 37 weeks",
    population: "births",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsWorse,
    definition: "Births before 37 completed weeks of pregnancy, out of those whose weeks are given. Where the file \
                 gives the number of babies, only single births are counted. As in the maternity statistics of NHS \
                 England.",
    targets: &[],
    tags: &[Tag::Outcomes, Tag::Maternity, Tag::TackleInequalities],
    layouts: &[
        Layout {
            columns: &[WEEKS, BABIES],
            made: Made::Records {
                counts: none_of(TERM),
                among: Some(only("babies", 1.0)),
                part_of: &[],
            },
        },
        Layout {
            columns: &[WEEKS],
            made: Made::Records {
                counts: none_of(TERM),
                among: None,
                part_of: &[],
            },
        },
        Layout {
            columns: &[DAYS, BABIES],
            made: Made::Records {
                counts: none_of(TERM_IN_DAYS),
                among: Some(only("babies", 1.0)),
                part_of: &[],
            },
        },
        Layout {
            columns: &[DAYS],
            made: Made::Records {
                counts: none_of(TERM_IN_DAYS),
                among: None,
                part_of: &[],
            },
        },
    ],
};

const NAMES: &[&str] = &[
    "gestation",
    "gestational",
    "gestat",
    "gestlen",
    "gest age",
    "gest weeks",
    "gest days",
    "gestationlengthbirth",
];
const WEEKS: Pattern = within("gestation", (10, 46), NAMES);
const DAYS: Pattern = within("gestation", (100, 330), NAMES);
const BABIES: Pattern = within(
    "babies",
    (1, 9),
    &[
        "babies",
        "plurality",
        "numbaby",
        "fetuses",
        "births pregnancy",
    ],
);
const TERM: &[Criterion] = &[at_least("gestation", 37.0)];
const TERM_IN_DAYS: &[Criterion] = &[at_least("gestation", 259.0)];
