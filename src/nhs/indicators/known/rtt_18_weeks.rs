//! The standard of 18 weeks from referral to treatment, told both ways round.

use super::{Known, Polarity, Tag, Target, Unit, target};

const INTERIM: &str = "by March 2026";
const STANDARD: &str = "by March 2029";
const PLAN: &str = "Reforming elective care for patients, NHS England, January 2025";
const CONSTITUTION: &str = "NHS Constitution";

const TAGS: &[Tag] = &[
    Tag::Access,
    Tag::RestoreInclusively,
    Tag::TackleInequalities,
];

pub(super) const WITHIN: Known = Known {
    id: "waits-within-18",
    name: "People waiting 18 weeks or less",
    verb: "had waited 18 weeks or less",
    population: "people on the waiting list",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsBetter,
    definition: "People who have waited 18 weeks or less out of everyone on the list.",
    targets: &[
        target(0.65, INTERIM, PLAN),
        target(0.92, STANDARD, CONSTITUTION),
    ],
    tags: TAGS,
    layouts: &[],
};

/// The same standard, of those who wait longer.
pub(super) const OVER: Known = Known {
    id: "waits-over-18",
    name: "People waiting more than 18 weeks",
    verb: "had waited more than 18 weeks",
    polarity: Polarity::MoreIsWorse,
    definition: "People who have waited more than 18 weeks out of everyone on the list.",
    targets: &[LESS_INTERIM, LESS_STANDARD],
    ..WITHIN
};

const LESS_INTERIM: Target = target(0.35, INTERIM, PLAN);
const LESS_STANDARD: Target = target(0.08, STANDARD, CONSTITUTION);
