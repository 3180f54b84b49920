//! The tests of an outcome by rule, as a recipe writes them.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::texts::{checked, each};
use crate::core::criterion::{Answers, Code, Criterion, List, Text};

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum CriterionWire {
    Codes {
        column: String,
        yes: Vec<CodeWire>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        no: Vec<CodeWire>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        aside: Vec<CodeWire>,
    },
    Number {
        column: String,
        least: Option<f64>,
        most: Option<f64>,
    },
    Days {
        from: String,
        to: String,
        least: Option<u32>,
        most: Option<u32>,
    },
    Dated {
        column: String,
    },
    Marked {
        column: String,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        in_words: bool,
    },
    ByAge {
        column: String,
        from: Vec<FromAgeWire>,
    },
    All {
        of: Vec<CriterionWire>,
    },
    Any {
        of: Vec<CriterionWire>,
    },
    NoneOf {
        of: Vec<CriterionWire>,
    },
}

/// A code, what codes begin with, or the ends of a range of codes.
#[derive(Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub(super) enum CodeWire {
    Is(String),
    Starts { starts: String },
    Range { from: String, to: String },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FromAgeWire {
    age: u32,
    test: CriterionWire,
}

impl CriterionWire {
    pub(super) fn of(criterion: &Criterion) -> Self {
        let several = |tests: &[Criterion]| tests.iter().map(Self::of).collect();
        let codes = |codes: &[Code]| codes.iter().map(CodeWire::of).collect();
        match criterion {
            Criterion::Codes {
                column,
                yes,
                no,
                aside,
            } => Self::Codes {
                column: column.to_string(),
                yes: codes(yes),
                no: codes(no),
                aside: codes(aside),
            },
            Criterion::Number {
                column,
                least,
                most,
            } => Self::Number {
                column: column.to_string(),
                least: *least,
                most: *most,
            },
            Criterion::Days {
                from,
                to,
                least,
                most,
            } => Self::Days {
                from: from.to_string(),
                to: to.to_string(),
                least: *least,
                most: *most,
            },
            Criterion::Dated { column } => Self::Dated {
                column: column.to_string(),
            },
            Criterion::Marked { column, answers } => Self::Marked {
                column: column.to_string(),
                in_words: is_words(*answers),
            },
            Criterion::ByAge { column, from } => Self::ByAge {
                column: column.to_string(),
                from: from
                    .iter()
                    .map(|(age, test)| FromAgeWire {
                        age: *age,
                        test: Self::of(test),
                    })
                    .collect(),
            },
            Criterion::All(tests) => Self::All { of: several(tests) },
            Criterion::Any(tests) => Self::Any { of: several(tests) },
            Criterion::NoneOf(tests) => Self::NoneOf { of: several(tests) },
        }
    }

    pub(super) fn criterion(self) -> Result<Criterion, RecipeError> {
        Ok(match self {
            Self::Codes {
                column,
                yes,
                no,
                aside,
            } => Criterion::Codes {
                column: text(column)?,
                yes: some(yes, CodeWire::code)?,
                no: each(no, CodeWire::code)?.into(),
                aside: each(aside, CodeWire::code)?.into(),
            },
            Self::Number {
                column,
                least,
                most,
            } => Criterion::Number {
                column: text(column)?,
                least,
                most,
            },
            Self::Days {
                from,
                to,
                least,
                most,
            } => Criterion::Days {
                from: text(from)?,
                to: text(to)?,
                least,
                most,
            },
            Self::Dated { column } => Criterion::Dated {
                column: text(column)?,
            },
            Self::Marked { column, in_words } => Criterion::Marked {
                column: text(column)?,
                answers: answers_of(in_words),
            },
            Self::ByAge { column, from } => Criterion::ByAge {
                column: text(column)?,
                from: some(from, |one| Ok((one.age, one.test.criterion()?)))?,
            },
            Self::All { of } => Criterion::All(some(of, Self::criterion)?),
            Self::Any { of } => Criterion::Any(some(of, Self::criterion)?),
            Self::NoneOf { of } => Criterion::NoneOf(some(of, Self::criterion)?),
        })
    }
}

impl CodeWire {
    fn of(code: &Code) -> Self {
        match code {
            Code::Is(code) => Self::Is(code.to_string()),
            Code::Starts(start) => Self::Starts {
                starts: start.to_string(),
            },
            Code::Range(from, to) => Self::Range {
                from: from.to_string(),
                to: to.to_string(),
            },
        }
    }

    fn code(self) -> Result<Code, RecipeError> {
        Ok(match self {
            Self::Is(code) => Code::Is(text(code)?),
            Self::Starts { starts } => Code::Starts(text(starts)?),
            Self::Range { from, to } => Code::Range(text(from)?, text(to)?),
        })
    }
}

fn text(text: String) -> Result<Text, RecipeError> {
    checked(text).map(Text::Owned)
}

/// A list that is not empty.
fn some<T, U: Clone>(
    list: Vec<T>,
    convert: impl Fn(T) -> Result<U, RecipeError>,
) -> Result<List<U>, RecipeError> {
    if list.is_empty() {
        return Err(RecipeError::OutOfRange {
            what: "a rule has an empty list",
        });
    }
    each(list, convert).map(List::Owned)
}

pub(super) const fn is_words(answers: Answers) -> bool {
    matches!(answers, Answers::Words)
}

pub(super) const fn answers_of(in_words: bool) -> Answers {
    if in_words {
        Answers::Words
    } else {
        Answers::Marks
    }
}
