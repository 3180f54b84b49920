//! When a row counts: yes or no from the codes, words, numbers and dates of one row.
//!
//! A criterion is data, so that a known indicator is a literal and a saved plan can hold one. It names
//! columns; a literal names them by keys of its own, and [`Criterion::in_columns`] puts a file's names in
//! their place.
//!
//! Yes, no and neither follow the usual rules: all of several is no as soon as one is, any is yes as soon as
//! one is, and otherwise neither as soon as one is neither.

use serde::{Deserialize, Serialize};

use std::borrow::Cow;

/// A text of a literal, or of a file.
pub type Text = Cow<'static, str>;
/// A list of a literal, or of a file.
pub type List<T> = Cow<'static, [T]>;

/// Codes or words, told whatever their case. Numbers written with leading zeros are the same code: 05 is 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Code {
    /// This one. The empty one is a blank cell.
    Is(Text),
    /// Every code that begins with this.
    Starts(Text),
    /// Every code from the one to the other, both included with all that they begin: I60 to I69 holds I64.9.
    Range(Text, Text),
}

/// A test of one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Criterion {
    /// Codes or words of one column. A row with a code of none of the three lists is no where `no` is empty,
    /// and neither where it is not; a blank is neither unless it is listed.
    Codes {
        /// The column's name.
        column: Text,
        /// Those that are yes.
        yes: List<Code>,
        /// Those that are no; empty for all others.
        no: List<Code>,
        /// Those that are neither.
        aside: List<Code>,
    },
    /// A number of at least and at most so much.
    Number {
        /// The column's name.
        column: Text,
        /// The least number that is yes.
        least: Option<f64>,
        /// The greatest number that is yes.
        most: Option<f64>,
    },
    /// At least and at most so many days from one date to another; a later first date is an error of the row.
    Days {
        /// The column of the first date.
        from: Text,
        /// The column of the second date.
        to: Text,
        /// The least number of days that is yes.
        least: Option<u32>,
        /// The greatest number of days that is yes.
        most: Option<u32>,
    },
    /// A date is yes, a blank is no; so are a yes and a no that stand in their place.
    Dated {
        /// The column's name.
        column: Text,
    },
    /// Yes or no, as it is written.
    Marked {
        /// The column's name.
        column: Text,
        /// How its texts are read.
        answers: Answers,
    },
    /// One test or another by age: the last whose first age the person has reached. Younger than all is
    /// neither.
    ByAge {
        /// The column with the age in years.
        column: Text,
        /// First ages in rising order, each with its test.
        from: List<(u32, Criterion)>,
    },
    /// Every one of these.
    All(List<Criterion>),
    /// At least one of these.
    Any(List<Criterion>),
    /// None of these.
    NoneOf(List<Criterion>),
}

impl Criterion {
    /// The names of the columns that it reads, in order, one for each place where it reads one.
    ///
    /// ```
    /// use equal_measure::core::criterion::Criterion;
    /// let done = Criterion::Dated { column: "check date".into() };
    /// let adult = Criterion::Number { column: "age".into(), least: Some(18.0), most: None };
    /// assert_eq!(Criterion::All(vec![adult, done].into()).columns(), ["age", "check date"]);
    /// ```
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::Codes { column, .. }
            | Self::Number { column, .. }
            | Self::Dated { column }
            | Self::Marked { column, .. } => vec![column],
            Self::Days { from, to, .. } => vec![from, to],
            Self::ByAge { column, from } => {
                let tests = from.iter().flat_map(|(_, test)| test.columns());
                std::iter::once(&**column).chain(tests).collect()
            }
            Self::All(tests) | Self::Any(tests) | Self::NoneOf(tests) => {
                tests.iter().flat_map(Self::columns).collect()
            }
        }
    }

    /// The same test of the columns that `name` gives for each of its own.
    #[must_use]
    pub fn in_columns(&self, name: &impl Fn(&str) -> String) -> Self {
        let named = |column: &str| Text::Owned(name(column));
        let each = |tests: &[Self]| tests.iter().map(|test| test.in_columns(name)).collect();
        match self {
            Self::Codes {
                column,
                yes,
                no,
                aside,
            } => Self::Codes {
                column: named(column),
                yes: yes.clone(),
                no: no.clone(),
                aside: aside.clone(),
            },
            Self::Number {
                column,
                least,
                most,
            } => Self::Number {
                column: named(column),
                least: *least,
                most: *most,
            },
            Self::Days {
                from,
                to,
                least,
                most,
            } => Self::Days {
                from: named(from),
                to: named(to),
                least: *least,
                most: *most,
            },
            Self::Dated { column } => Self::Dated {
                column: named(column),
            },
            Self::Marked { column, answers } => Self::Marked {
                column: named(column),
                answers: *answers,
            },
            Self::ByAge { column, from } => Self::ByAge {
                column: named(column),
                from: from
                    .iter()
                    .map(|(age, test)| (*age, test.in_columns(name)))
                    .collect(),
            },
            Self::All(tests) => Self::All(each(tests)),
            Self::Any(tests) => Self::Any(each(tests)),
            Self::NoneOf(tests) => Self::NoneOf(each(tests)),
        }
    }
}

/// How the texts of a column are read as yes or no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answers {
    /// By marks alone: 1 and 0, Y and N, yes and no, true and false.
    #[default]
    Marks,
    /// By marks, or by words for an outcome: "Attended", "Did not attend".
    Words,
}
