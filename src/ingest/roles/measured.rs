//! What other columns say of the values: their name and their unit.

use super::series::{INDICATORS, Seen};
use crate::nhs::indicators::scale;

/// Names of columns that give the unit of each row's value.
const UNITS: &str = "unit units unitofmeasure measureunit valueunit indicatorunit measure measuretype valuetype \
    metrictype statistic";

impl<'a> Seen<'a> {
    /// What the first column that names indicators says first. One that names units is none.
    pub(super) fn indicator(&self) -> Option<&'a str> {
        let mut names = self
            .facts
            .iter()
            .filter(|facts| facts.is_named(INDICATORS))
            .filter(|facts| !facts.texts.iter().all(|text| scale::is_unit(text)));
        names.next()?.texts.first().copied()
    }

    /// The unit that another column gives to the values, where it is one for all.
    pub(super) fn unit(&self) -> Option<&'a str> {
        let units = self
            .facts
            .iter()
            .filter(|facts| facts.is_named(UNITS) && facts.texts.len() == 1);
        units
            .map(|facts| facts.texts[0])
            .find(|text| scale::is_unit(text))
    }
}
