//! The twins of the Plan.

use super::twin::{List, Twin, twin};
use crate::core::criterion::Text;
use crate::core::{criterion, indicator, plan, target, units};

twin! { struct Plan of plan::Plan {
    sheet: Option<String>,
    shape: Shape,
    columns: Vec<Column>,
    outcomes: Vec<Outcome>,
    divisions: Vec<Division>,
    crossings: Vec<Crossing>,
    filters: Vec<Filter>,
    indicators: Vec<Indicator>,
    pairs: Vec<Pair>,
    switches: Switches,
    measures: Vec<String>,
    slope: Slope,
    level: Level,
    rule: String,
    seed: u64,
} }

twin! { enum Shape of plan::Shape { Records, Counts, Estimates } }

twin! { struct Column of plan::Column { name: String, role: Role } }

twin! { enum Role of plan::Role {
    WeeksWaited, DaysWaited, YesNo, Number, Numerator, Denominator, Count, Band, Value, Lower, Upper,
    StandardError, Population, Dimension, Breakdown, Group, Period, Organisation, Identifier, SetAside,
} }

twin! { struct Only of plan::Only { column: String, text: String } }

twin! { struct Series of plan::Series { name: String, column: String, only: Option<Only> } }

twin! { enum Outcome of plan::Outcome {
    Wait { column: String, days: bool },
    YesNo { column: String, answers: Answers },
    Rule { counts: Criterion, among: Option<Criterion> },
    Number { column: String },
    Between { from: String, to: String, weeks: bool },
    Sums(series: Vec<Series>),
} }

twin! { enum Answers of plan::Answers { Marks, Words } }

twin! { struct Division of plan::Division {
    id: String,
    column: String,
    only: Option<Only>,
    scheme: String,
} }

twin! { struct Crossing of plan::Crossing { by: Vec<Division> } }

twin! { struct Filter of plan::Filter { column: String, keep: Keep } }

twin! { enum Keep of plan::Keep {
    Texts(texts: Vec<String>),
    Ages { from: u32, to: Option<u32> },
    Numbers { from: Option<f64>, to: Option<f64> },
    Dates { from: Option<u32>, to: Option<u32> },
} }

twin! { struct Pair of plan::Pair { division: String, sides: Sides } }

twin! { enum Sides of plan::Sides {
    Contrast(id: String),
    Groups { worse_off: Vec<String>, better_off: Vec<String> },
} }

twin! { struct Switches of plan::Switches {
    chinese_in_asian: bool,
    fifths: bool,
    sixteen_ethnic_groups: bool,
} }

twin! { enum Slope of plan::Slope { Linear, Logarithmic, Logit, Robust, Simulated } }

twin! { struct Indicator of indicator::Indicator {
    id: String,
    name: String,
    verb: String,
    population: String,
    unit: Unit,
    polarity: Polarity,
    outcome: usize,
    formula: Formula,
    definition: String,
    targets: Vec<Target>,
    tags: Vec<Tag>,
    part_of: Vec<PartOf>,
} }

twin! { struct Target of target::Target { value: f64, year: Text, source: Text } }

twin! { struct PartOf of target::PartOf { indicator: String, among: Among } }

twin! { enum Among of target::Among { Counted, Others } }

twin! { enum Tag of target::Tag {
    Access, Experience, Outcomes, RestoreInclusively, DigitalExclusion, CompleteData, Prevention, Leadership, Maternity, SevereMentalIllness, Respiratory, EarlyCancer, Hypertension, Smoking, Asthma, Diabetes, Epilepsy, OralHealth, ChildMentalHealth, ImproveOutcomes, TackleInequalities, Productivity, SocialDevelopment,
} }

twin! { enum Criterion of criterion::Criterion {
    Codes { column: Text, yes: List<Code>, no: List<Code>, aside: List<Code> },
    Number { column: Text, least: Option<f64>, most: Option<f64> },
    Days { from: Text, to: Text, least: Option<u32>, most: Option<u32> },
    Dated { column: Text },
    Marked { column: Text, answers: Answers },
    ByAge { column: Text, from: List<(u32, Criterion)> },
    All(tests: List<Criterion>),
    Any(tests: List<Criterion>),
    NoneOf(tests: List<Criterion>),
} }

/// The likeness of `core::criterion::Code`.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub enum Code {
    /// As there.
    Is(Text),
    /// As there.
    Starts(Text),
    /// As there.
    Range(Text, Text),
}

impl Twin for Code {
    type Core = criterion::Code;

    fn of(core: criterion::Code) -> Self {
        match core {
            criterion::Code::Is(code) => Self::Is(code),
            criterion::Code::Starts(start) => Self::Starts(start),
            criterion::Code::Range(from, to) => Self::Range(from, to),
        }
    }

    fn core(self) -> criterion::Code {
        match self {
            Self::Is(code) => criterion::Code::Is(code),
            Self::Starts(start) => criterion::Code::Starts(start),
            Self::Range(from, to) => criterion::Code::Range(from, to),
        }
    }
}

twin! { enum Unit of units::Unit {
    Percent, Points, Per(people: u32), DifferencePer(people: u32), Weeks, Years, People, Ratio, Index,
    Own,
} }

twin! { enum Polarity of units::Polarity { MoreIsBetter, MoreIsWorse, Neutral } }

twin! { enum Formula of indicator::Formula {
    ShareOver { weeks: f64 },
    ShareYes,
    Median,
    Percentile(share: f64),
    Mean,
    Share { numerator: Vec<usize>, denominator: Vec<usize> },
    Rate { numerator: Vec<usize>, denominator: Vec<usize> },
    Given {
        value: usize,
        limits: Option<(usize, usize)>,
        standard_error: Option<usize>,
        population: Option<usize>,
        scale: u32,
    },
    Unavailable { needs: String },
} }

/// A level as its proportion.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Level(f64);

impl Twin for Level {
    type Core = units::Level;

    fn of(core: units::Level) -> Self {
        Self(core.proportion())
    }

    fn core(self) -> units::Level {
        units::Level::new(self.0).unwrap_or(units::Level::P95)
    }
}
