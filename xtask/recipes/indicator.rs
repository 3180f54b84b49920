//! People who came by bicycle.

use super::{Holds, Known, Layout, Made, Pattern, Polarity, Tag, Unit};
use super::{marked, target};

pub(super) const CAME_BY_BICYCLE: Known = Known {
    id: "came-by-bicycle",
    name: "People who came by bicycle",
    verb: "came by bicycle",
    population: "people who came",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsBetter,
    definition: "People who came by bicycle, out of all who came.",
    targets: &[target(0.10, "2030", "Nobody")],
    tags: &[Tag::Access],
    layouts: &[Layout {
        columns: &[Pattern {
            key: "bicycle",
            words: &["bicycle"],
            holds: Holds::Answers,
        }],
        made: Made::Records {
            counts: marked("bicycle"),
            among: None,
            part_of: &[],
        },
    }],
};
