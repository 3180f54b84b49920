//! The names that a recipe uses for roles, shapes, units and directions.

use super::RecipeError;
use crate::core::plan::{Role, Shape, Slope};
use crate::core::target::{Among, Tag};
use crate::core::units::{Polarity, Unit};

/// Each value with its name.
pub(in crate::export) type Names<T> = [(T, &'static str)];

pub(super) const SHAPES: &Names<Shape> = &[
    (Shape::Records, "records"),
    (Shape::Counts, "counts"),
    (Shape::Estimates, "estimates"),
];

pub(super) const SLOPES: &Names<Slope> = &[
    (Slope::Linear, "linear"),
    (Slope::Logarithmic, "logarithmic"),
    (Slope::Logit, "logit"),
    (Slope::Robust, "robust"),
    (Slope::Simulated, "simulated"),
];

pub(in crate::export) const POLARITIES: &Names<Polarity> = &[
    (Polarity::MoreIsBetter, "more-is-better"),
    (Polarity::MoreIsWorse, "more-is-worse"),
    (Polarity::Neutral, "neutral"),
];

pub(super) const AMONG: &Names<Among> = &[(Among::Counted, "counted"), (Among::Others, "others")];

pub(in crate::export) const TAGS: &Names<Tag> = &[
    (Tag::Access, "access"),
    (Tag::Experience, "experience"),
    (Tag::Outcomes, "outcomes"),
    (Tag::RestoreInclusively, "restore-inclusively"),
    (Tag::DigitalExclusion, "digital-exclusion"),
    (Tag::CompleteData, "complete-data"),
    (Tag::Prevention, "prevention"),
    (Tag::Leadership, "leadership"),
    (Tag::Maternity, "maternity"),
    (Tag::SevereMentalIllness, "severe-mental-illness"),
    (Tag::Respiratory, "respiratory"),
    (Tag::EarlyCancer, "early-cancer"),
    (Tag::Hypertension, "hypertension"),
    (Tag::Smoking, "smoking"),
    (Tag::Asthma, "asthma"),
    (Tag::Diabetes, "diabetes"),
    (Tag::Epilepsy, "epilepsy"),
    (Tag::OralHealth, "oral-health"),
    (Tag::ChildMentalHealth, "child-mental-health"),
    (Tag::ImproveOutcomes, "improve-outcomes"),
    (Tag::TackleInequalities, "tackle-inequalities"),
    (Tag::Productivity, "productivity"),
    (Tag::SocialDevelopment, "social-development"),
];

pub(super) const ROLES: &Names<Role> = &[
    (Role::WeeksWaited, "weeks-waited"),
    (Role::DaysWaited, "days-waited"),
    (Role::YesNo, "yes-no"),
    (Role::Number, "number"),
    (Role::Numerator, "numerator"),
    (Role::Denominator, "denominator"),
    (Role::Count, "count"),
    (Role::Band, "band"),
    (Role::Value, "value"),
    (Role::Lower, "lower"),
    (Role::Upper, "upper"),
    (Role::StandardError, "standard-error"),
    (Role::Population, "population"),
    (Role::Dimension, "dimension"),
    (Role::Breakdown, "breakdown"),
    (Role::Group, "group"),
    (Role::Period, "period"),
    (Role::Organisation, "organisation"),
    (Role::Identifier, "identifier"),
    (Role::SetAside, "set-aside"),
];

const UNITS: &Names<Unit> = &[
    (Unit::Percent, "percent"),
    (Unit::Points, "points"),
    (Unit::Weeks, "weeks"),
    (Unit::Years, "years"),
    (Unit::People, "people"),
    (Unit::Ratio, "ratio"),
    (Unit::Index, "index"),
    (Unit::Pounds, "pounds"),
    (Unit::Own, "own"),
];

/// The name of a value; empty only for a value that the table lacks, which the tests rule out.
pub(in crate::export) fn name_of<T: PartialEq>(names: &Names<T>, value: &T) -> String {
    names
        .iter()
        .find(|(each, _)| each == value)
        .map_or_else(String::new, |(_, name)| (*name).to_owned())
}

/// The value with a name.
pub(super) fn value_of<T: Copy>(
    names: &Names<T>,
    what: &'static str,
    name: &str,
) -> Result<T, RecipeError> {
    names
        .iter()
        .find(|(_, each)| *each == name)
        .map(|(value, _)| *value)
        .ok_or_else(|| RecipeError::Unknown {
            what,
            name: name.chars().take(80).collect(),
        })
}

/// "percent", "per-100000", "difference-per-1000".
pub(super) fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::Per(people) => format!("per-{people}"),
        Unit::DifferencePer(people) => format!("difference-per-{people}"),
        other => name_of(UNITS, &other),
    }
}

pub(super) fn unit_of(name: &str) -> Result<Unit, RecipeError> {
    let people = |text: &str| text.parse::<u32>().ok().filter(|&people| people > 0);
    if let Some(people) = name.strip_prefix("per-").and_then(people) {
        return Ok(Unit::Per(people));
    }
    if let Some(people) = name.strip_prefix("difference-per-").and_then(people) {
        return Ok(Unit::DifferencePer(people));
    }
    value_of(UNITS, "unit", name)
}
