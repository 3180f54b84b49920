//! The question as data: what each column is for, what is measured, of whom, and under which rule.
//!
//! A plan never holds data. It names rules, schemes and indicators by id; what they are lives in the
//! layers that know them.

use serde::{Deserialize, Serialize};

pub use super::criterion::Answers;
use super::criterion::Criterion;
use super::indicator::{Formula, Indicator};
pub use super::join::Join;
use super::units::Level;

/// What a row of the file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// One person or event.
    #[default]
    Records,
    /// A count of people or events in a group.
    Counts,
    /// A value for a group that someone else estimated.
    Estimates,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Weeks waited, one number a record.
    WeeksWaited,
    /// Days waited, one number a record.
    DaysWaited,
    /// Yes or no, one a record.
    YesNo,
    /// Another number, one a record.
    Number,
    /// A count of people or events with the outcome.
    Numerator,
    /// A count of everyone.
    Denominator,
    /// A count whose meaning another column gives (see [`Role::Band`]).
    Count,
    /// Which part of the whole a count is: waiting bands, vaccinated or not.
    Band,
    /// A group's estimate.
    Value,
    /// The lower limit of an estimate.
    Lower,
    /// The upper limit of an estimate.
    Upper,
    /// The standard error of an estimate.
    StandardError,
    /// The number of people in a group.
    Population,
    /// A way to divide people.
    Dimension,
    /// Which dimension the row is about, in a file of several.
    Breakdown,
    /// The group, in a file whose rows are about several dimensions.
    Group,
    /// A date, week, month or year.
    Period,
    /// An organisation or area, by code or name.
    Organisation,
    /// Names a person. Dropped at reading, never shown, kept or counted.
    Identifier,
    /// Not used.
    #[default]
    SetAside,
}

/// One column of the (tidy) sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The name as the file gives it; a second column of one name has " (2)" added.
    pub name: String,
    /// What it is for.
    pub role: Role,
}

/// A column and one of its texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Only {
    /// The column's name.
    pub column: String,
    /// The text that the row must have there.
    pub text: String,
}

/// One list of numbers to add up: a value column, on rows of one band where the file has bands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// The name as shown.
    pub name: String,
    /// The column with the numbers.
    pub column: String,
    /// Only rows with this text.
    pub only: Option<Only>,
}

/// One thing that is read from every row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// Weeks waited; `days` when the column counts days.
    Wait {
        /// The column's name.
        column: String,
        /// Whether the column counts days (7 to the week).
        days: bool,
    },
    /// Yes or no.
    YesNo {
        /// The column's name.
        column: String,
        /// How its texts are read.
        answers: Answers,
    },
    /// Yes or no by a rule.
    Rule {
        /// The rows that are yes.
        counts: Criterion,
        /// The rows that it is about; the others are set aside. `None` for all.
        among: Option<Criterion>,
    },
    /// A number.
    Number {
        /// The column's name.
        column: String,
    },
    /// The time from one date to another, in days, or in weeks and parts of a week. A later first date is an
    /// error of the row.
    Between {
        /// The column of the first date.
        from: String,
        /// The column of the second date.
        to: String,
        /// Whether it is kept in weeks.
        weeks: bool,
    },
    /// Sums of columns: counts or given estimates.
    Sums(Vec<Series>),
}

impl Outcome {
    /// The names of the columns that it is read from.
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::Wait { column, .. } | Self::YesNo { column, .. } | Self::Number { column } => {
                vec![column]
            }
            Self::Rule { counts, among } => {
                let among = among.iter().flat_map(Criterion::columns);
                counts.columns().into_iter().chain(among).collect()
            }
            Self::Between { from, to, .. } => vec![from, to],
            Self::Sums(series) => {
                let sums = series.iter().map(|one| one.column.as_str());
                let bands = series.iter().filter_map(|one| one.only.as_ref());
                sums.chain(bands.map(|only| only.column.as_str())).collect()
            }
        }
    }
}

/// A way to divide people that the tally is made by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Division {
    /// A stable id, unique in the plan: the column's name, or "Category = Sex" in a file of several
    /// breakdowns. It names the tally's cut.
    pub id: String,
    /// The column with the group's text.
    pub column: String,
    /// Only rows with this text, in a file of several breakdowns.
    pub only: Option<Only>,
    /// The id of the scheme that settles texts into groups.
    pub scheme: String,
}

/// A second way to divide the groups of every division: by age, by age and sex, by month, by
/// organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stratification {
    /// The columns, the one that decides what it is first; never empty. Filters hold here too, but for those
    /// that keep one of the periods or organisations that the stratification is by, or a total.
    pub by: Vec<Division>,
}

/// Rows to keep, by what one column says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    /// The column's name.
    pub column: String,
    /// What the row must have there.
    pub keep: Keep,
}

/// What a filter keeps. A range includes both its ends, and is open where an end is not given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Keep {
    /// Rows with one of these texts.
    Texts(Vec<String>),
    /// Rows with none of these texts: totals, and groups that are left out.
    Without(Vec<String>),
    /// Rows whose age, or the whole of whose band of ages, lies between these years of age.
    Ages {
        /// The youngest age, in full years.
        from: u32,
        /// The oldest age, in full years.
        to: Option<u32>,
    },
    /// Rows whose number lies between these.
    Numbers {
        /// The least number.
        from: Option<f64>,
        /// The greatest number.
        to: Option<f64>,
    },
    /// Rows whose day, or the last day of whose period, lies between these, each written as
    /// year × 10,000 + month × 100 + day.
    Dates {
        /// The first day.
        from: Option<u32>,
        /// The last day.
        to: Option<u32>,
    },
}

impl Keep {
    /// The texts that are kept; none where a range is.
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Texts(texts) => texts,
            _ => &[],
        }
    }
}

/// The two sides that are compared wherever two sides of a division are, by every method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The id of the division.
    pub division: String,
    /// What is set against what.
    pub sides: Sides,
}

/// Two sides of a division.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sides {
    /// The contrast of this id, among those that the division's scheme gives.
    Contrast(String),
    /// Groups by their names as shown; none may stand on both sides, and neither side may be empty.
    Groups {
        /// The disadvantaged side.
        worse_off: Vec<String>,
        /// The other side.
        better_off: Vec<String>,
    },
}

/// Choices that change how groups are settled, each printed with every figure that it touches.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switches {
    /// Chinese counts as Asian (2011 and 2021) instead of Other (2001).
    pub chinese_in_asian: bool,
    /// Deprivation deciles are shown as fifths.
    pub fifths: bool,
    /// Ethnic categories are shown as the 16 of 2001 instead of five groups.
    pub sixteen_ethnic_groups: bool,
    /// Deprivation is numbered from the least deprived up, where no label says which end is which.
    pub most_deprived_last: bool,
}

impl Switches {
    /// These, and those that someone asked for.
    #[must_use]
    pub const fn with(self, asked: Self) -> Self {
        Self {
            chinese_in_asian: self.chinese_in_asian || asked.chinese_in_asian,
            fifths: self.fifths || asked.fifths,
            sixteen_ethnic_groups: self.sixteen_ethnic_groups || asked.sixteen_ethnic_groups,
            most_deprived_last: self.most_deprived_last || asked.most_deprived_last,
        }
    }
}

/// The form in which the slope and the relative index are given: five figures of one idea, each printed
/// under its own name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slope {
    /// A straight line; the interval from the groups' own standard errors, in closed form.
    #[default]
    Linear,
    /// A straight line through the logarithms: for rates.
    Logarithmic,
    /// A logit curve: for shares.
    Logit,
    /// A straight line; the interval from the scatter of the groups about it (HC1).
    Robust,
    /// A straight line; the interval by Public Health England's simulation, from the plan's seed.
    Simulated,
}

/// The question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What a row is.
    pub shape: Shape,
    /// What each column is for, in the file's order; those that other files give stand after them.
    pub columns: Vec<Column>,
    /// The columns that other files give.
    pub joins: Vec<Join>,
    /// What is read from every row, all in one reading; indicators name theirs by its place here.
    pub outcomes: Vec<Outcome>,
    /// What people are divided by; the first is shown first.
    pub divisions: Vec<Division>,
    /// How those are divided a second time.
    pub stratifications: Vec<Stratification>,
    /// Rows to keep; all filters must agree.
    pub filters: Vec<Filter>,
    /// What is measured; the first is the headline.
    pub indicators: Vec<Indicator>,
    /// The pairs compared, at most one for a division; without one, those that the division's scheme gives
    /// are, and its first is the one that single figures are about.
    pub pairs: Vec<Pair>,
    /// Choices of grouping.
    pub switches: Switches,
    /// Ids of measures and analyses to give; empty for those the app recommends.
    pub measures: Vec<String>,
    /// The form of the slope and the relative index.
    pub slope: Slope,
    /// The confidence level.
    pub level: Level,
    /// The id of the disclosure rule.
    pub rule: String,
    /// The seed of every simulation.
    pub seed: u64,
}

/// More columns than this are parts of a whole (waiting bands), where a blank is nobody.
const MOST_PAIRED: usize = 4;

impl Plan {
    /// Whether the counts of the outcome at this place are used together or not at all: a row with a numerator
    /// and no denominator, or the other way round, says nothing of either.
    pub fn is_paired(&self, place: usize) -> bool {
        let Some(Outcome::Sums(series)) = self.outcomes.get(place) else {
            return false;
        };
        let mut made = self
            .indicators
            .iter()
            .filter(|indicator| indicator.outcome == place)
            .map(|indicator| &indicator.formula)
            .peekable();
        (2..=MOST_PAIRED).contains(&series.len())
            && series.iter().all(|one| one.only.is_none())
            && made.peek().is_some()
            && made.all(|formula| matches!(formula, Formula::Share { .. } | Formula::Rate { .. }))
    }

    /// What a filter keeps of a column, where one does.
    pub fn keep(&self, column: &str) -> Option<&Keep> {
        let mut filters = self.filters.iter();
        let found = filters.find(|filter| filter.column == column);
        found.map(|filter| &filter.keep)
    }

    /// The column of the file itself that a column of the plan is read from.
    pub fn read_from<'a>(&'a self, column: &'a str) -> &'a str {
        let mut joins = self.joins.iter();
        let join = joins.find(|join| join.name.trim() == column.trim());
        join.map_or(column, |join| &join.column)
    }

    /// A plan that asks nothing yet, under the disclosure rule of this id.
    pub fn under(rule: &str) -> Self {
        Self {
            sheet: None,
            shape: Shape::default(),
            columns: Vec::new(),
            joins: Vec::new(),
            outcomes: Vec::new(),
            divisions: Vec::new(),
            stratifications: Vec::new(),
            filters: Vec::new(),
            indicators: Vec::new(),
            pairs: Vec::new(),
            switches: Switches::default(),
            measures: Vec::new(),
            slope: Slope::default(),
            level: Level::P95,
            rule: rule.to_owned(),
            seed: 1,
        }
    }
}
