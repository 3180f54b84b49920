//! The groups of a dimension divided a second time: by age, over time, by place or by anything else.
//!
//! Everyone of one stratum is alike in the second way. Strata are what standardisation, adjusted gaps,
//! trends and funnels are made from.

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::standard::population::AgeBand;

/// What the second way to divide people is, which decides the analyses that it serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum By {
    /// Ages, perhaps of each sex.
    Ages,
    /// Days, weeks, months or years, in order.
    Periods,
    /// Organisations or areas.
    Places,
    /// Anything else that people may differ in.
    Others,
}

/// A second way to divide people, settled: the texts of the file are known to its groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Second {
    /// What it is.
    pub by: By,
    /// Its name as shown: "Age and sex".
    pub name: String,
    /// The columns, settled; the first decides [`Second::by`].
    pub dimensions: Vec<Dimension>,
    /// The ages of each group of the first dimension, where it has any.
    pub ages: Vec<Option<AgeBand>>,
    /// The place of the column of sexes among the columns, where there is one.
    pub sex: Option<usize>,
    /// When each group of the first dimension ends, in years of the calendar (2024.5 is the middle of
    /// 2024), where it is a period.
    pub years: Vec<Option<f64>>,
}

impl Second {
    /// The tally's cut of a division crossed with this: its columns in order.
    pub fn columns(&self, division: &str) -> Vec<String> {
        let by = self.dimensions.iter().map(|dimension| dimension.id.clone());
        std::iter::once(division.to_owned()).chain(by).collect()
    }
}

/// One part of the second division.
#[derive(Clone, Debug, PartialEq)]
pub struct Stratum {
    /// Its name as shown: "65–69, women".
    pub label: String,
    /// The name of its group in each column.
    pub parts: Vec<String>,
    /// The ages in it.
    pub ages: Option<AgeBand>,
    /// The sex of the people in it, where the second division tells it.
    pub sex: Option<String>,
    /// When it ends, in years of the calendar.
    pub year: Option<f64>,
}
