//! The rows that a plan keeps, as a recipe writes them.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::texts::{checked, each};
use crate::core::plan::{Filter, Keep};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FilterWire {
    column: String,
    keep: KeepWire,
}

/// A list of texts, or a range.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum KeepWire {
    Texts(Vec<String>),
    Range(RangeWire),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum RangeWire {
    Without(Vec<String>),
    Ages { from: u32, to: Option<u32> },
    Numbers { from: Option<f64>, to: Option<f64> },
    Dates { from: Option<u32>, to: Option<u32> },
}

impl FilterWire {
    pub(super) fn of(filter: &Filter) -> Self {
        Self {
            column: filter.column.clone(),
            keep: match filter.keep.clone() {
                Keep::Texts(texts) => KeepWire::Texts(texts),
                Keep::Without(texts) => KeepWire::Range(RangeWire::Without(texts)),
                Keep::Ages { from, to } => KeepWire::Range(RangeWire::Ages { from, to }),
                Keep::Numbers { from, to } => KeepWire::Range(RangeWire::Numbers { from, to }),
                Keep::Dates { from, to } => KeepWire::Range(RangeWire::Dates { from, to }),
            },
        }
    }

    pub(super) fn filter(self) -> Result<Filter, RecipeError> {
        Ok(Filter {
            column: checked(self.column)?,
            keep: match self.keep {
                KeepWire::Texts(texts) => Keep::Texts(each(texts, checked)?),
                KeepWire::Range(RangeWire::Without(texts)) => Keep::Without(each(texts, checked)?),
                KeepWire::Range(RangeWire::Ages { from, to }) => Keep::Ages { from, to },
                KeepWire::Range(RangeWire::Numbers { from, to }) => Keep::Numbers { from, to },
                KeepWire::Range(RangeWire::Dates { from, to }) => Keep::Dates { from, to },
            },
        })
    }
}
