//! What an indicator is aimed at, what it is part of and what it is about.

use serde::{Deserialize, Serialize};

use super::criterion::Text;

/// A value to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The value, in the indicator's own unit: a share 0 to 1, a rate per one person, weeks.
    pub value: f64,
    /// By when, or for which year, as its source says: "2024/25", "by March 2029".
    pub year: Text,
    /// Where it is set.
    pub source: Text,
}

/// How the people that an indicator counts lie within another's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOf {
    /// The id of the wider indicator of the plan.
    pub indicator: String,
    /// Among whom of it they are.
    pub among: Among,
}

/// Two parts of the people of an indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Among {
    /// Those with its outcome: a second dose, of a first.
    #[default]
    Counted,
    /// Those without: a stage that is known, of all that are not unstaged.
    Others,
}

/// What an indicator is about, to find and to group by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tag {
    /// Whether people get to a service.
    Access,
    /// How they find it.
    Experience,
    /// What becomes of them.
    Outcomes,
    /// First of the five priorities of the planning guidance of 2021/22: services restored inclusively.
    RestoreInclusively,
    /// Second of them: nobody excluded by digital services.
    DigitalExclusion,
    /// Third of them: complete and timely data.
    CompleteData,
    /// Fourth of them: prevention for those at greatest risk.
    Prevention,
    /// Fifth of them: leadership and accountability.
    Leadership,
    /// Maternity, of the five clinical areas for adults.
    Maternity,
    /// Severe mental illness, of the five clinical areas for adults.
    SevereMentalIllness,
    /// Chronic respiratory disease, of the five clinical areas for adults.
    Respiratory,
    /// Early cancer diagnosis, of the five clinical areas for adults.
    EarlyCancer,
    /// Hypertension, of the five clinical areas for adults.
    Hypertension,
    /// Smoking, across the five clinical areas.
    Smoking,
    /// Asthma, of the five clinical areas for children.
    Asthma,
    /// Diabetes, of the five clinical areas for children.
    Diabetes,
    /// Epilepsy, of the five clinical areas for children.
    Epilepsy,
    /// Oral health, of the five clinical areas for children.
    OralHealth,
    /// Mental health, of the five clinical areas for children.
    ChildMentalHealth,
    /// First purpose of integrated care systems: outcomes.
    ImproveOutcomes,
    /// Second of them: inequalities.
    TackleInequalities,
    /// Third of them: productivity and value.
    Productivity,
    /// Fourth of them: social and economic development.
    SocialDevelopment,
}
