//! What is read from every row, as a recipe writes it.

use serde::{Deserialize, Deserializer, Serialize};

use super::RecipeError;
use super::criterion::{CriterionWire, answers_of, is_words};
use super::only::OnlyWire;
use super::texts::{checked, each};
use crate::core::plan::{Outcome, Series};

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum OutcomeWire {
    Wait {
        column: String,
        days: bool,
    },
    YesNo {
        column: String,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        in_words: bool,
    },
    Rule {
        counts: CriterionWire,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<CriterionWire>,
    },
    Number {
        column: String,
    },
    Between {
        from: String,
        to: String,
        weeks: bool,
    },
    Sums {
        series: Vec<SeriesWire>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeriesWire {
    name: String,
    column: String,
    only: Option<OnlyWire>,
}

impl OutcomeWire {
    pub(super) fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Wait { column, days } => Self::Wait {
                column: column.clone(),
                days: *days,
            },
            Outcome::YesNo { column, answers } => Self::YesNo {
                column: column.clone(),
                in_words: is_words(*answers),
            },
            Outcome::Rule { counts, among } => Self::Rule {
                counts: CriterionWire::of(counts),
                among: among.as_ref().map(CriterionWire::of),
            },
            Outcome::Between { from, to, weeks } => Self::Between {
                from: from.clone(),
                to: to.clone(),
                weeks: *weeks,
            },
            Outcome::Number { column } => Self::Number {
                column: column.clone(),
            },
            Outcome::Sums(series) => Self::Sums {
                series: series
                    .iter()
                    .map(|one| SeriesWire {
                        name: one.name.clone(),
                        column: one.column.clone(),
                        only: one.only.as_ref().map(OnlyWire::of),
                    })
                    .collect(),
            },
        }
    }

    pub(super) fn outcome(self) -> Result<Outcome, RecipeError> {
        Ok(match self {
            Self::Wait { column, days } => Outcome::Wait {
                column: checked(column)?,
                days,
            },
            Self::YesNo { column, in_words } => Outcome::YesNo {
                column: checked(column)?,
                answers: answers_of(in_words),
            },
            Self::Rule { counts, among } => Outcome::Rule {
                counts: counts.criterion()?,
                among: among.map(CriterionWire::criterion).transpose()?,
            },
            Self::Between { from, to, weeks } => Outcome::Between {
                from: checked(from)?,
                to: checked(to)?,
                weeks,
            },
            Self::Number { column } => Outcome::Number {
                column: checked(column)?,
            },
            Self::Sums { series } => Outcome::Sums(each(series, |one| {
                Ok(Series {
                    name: checked(one.name)?,
                    column: checked(one.column)?,
                    only: one.only.map(OnlyWire::only).transpose()?,
                })
            })?),
        })
    }
}

/// A list of outcomes, or one alone.
pub(super) fn one_or_several<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<OutcomeWire>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Several(Vec<OutcomeWire>),
        One(OutcomeWire),
    }
    Ok(match Either::deserialize(from)? {
        Either::Several(list) => list,
        Either::One(one) => vec![one],
    })
}
