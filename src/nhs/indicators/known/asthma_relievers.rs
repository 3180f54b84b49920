//! Children and young people with asthma who were given six or more reliever inhalers in a year.

use super::{Criterion, Known, Layout, Made, Pattern, Polarity, Tag, Unit};
use super::{ages, at_least, none_of, within};

pub(super) const ASTHMA_RELIEVERS: Known = Known {
    id: "asthma-relievers",
    name: "Six or more reliever inhalers in a year",
    verb: "were given six or more reliever inhalers in a year",
    population: "people with asthma",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsWorse,
    definition: "People with asthma who were given at least six short-acting reliever inhalers in 12 months, out of \
                 those whose number of inhalers is given. Where the file gives ages in years, only people under 18 \
                 are counted. Based on the Investment and Impact Fund of NHS England and Core20PLUS5 for children.",
    targets: &[],
    tags: &[Tag::Outcomes, Tag::Asthma, Tag::TackleInequalities],
    layouts: &[
        Layout {
            columns: &[INHALERS, ages("age")],
            made: Made::Records {
                counts: SIX,
                among: Some(none_of(ADULTS)),
                part_of: &[],
            },
        },
        Layout {
            columns: &[INHALERS],
            made: Made::Records {
                counts: SIX,
                among: None,
                part_of: &[],
            },
        },
    ],
};

const INHALERS: Pattern = within(
    "inhalers",
    (0, 400),
    &[
        "saba",
        "saba inhalers",
        "reliever inhalers",
        "relievers",
        "reliever",
        "salbutamol",
        "inhalers reliever",
    ],
);
const SIX: Criterion = at_least("inhalers", 6.0);
const ADULTS: &[Criterion] = &[at_least("age", 18.0)];
