//! The twins of the Plan.

use super::twin::{Twin, twin};
use crate::core::{indicator, plan, units};

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
    Number { column: String },
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
} }

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
