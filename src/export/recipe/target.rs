//! What an indicator is aimed at, about and part of, as a recipe writes it.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::names::{AMONG, name_of, value_of};
use super::texts::checked;
use crate::core::target::{PartOf, Target};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::export) struct TargetWire {
    value: f64,
    year: String,
    source: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::export) struct PartOfWire {
    indicator: String,
    among: String,
}

impl TargetWire {
    pub(in crate::export) fn of(target: &Target) -> Self {
        Self {
            value: target.value,
            year: target.year.to_string(),
            source: target.source.to_string(),
        }
    }

    pub(super) fn target(self) -> Result<Target, RecipeError> {
        if !self.value.is_finite() {
            return Err(RecipeError::OutOfRange {
                what: "a target is no number",
            });
        }
        Ok(Target {
            value: self.value,
            year: checked(self.year)?.into(),
            source: checked(self.source)?.into(),
        })
    }
}

impl PartOfWire {
    pub(super) fn of(part: &PartOf) -> Self {
        Self {
            indicator: part.indicator.clone(),
            among: name_of(AMONG, &part.among),
        }
    }

    pub(super) fn part_of(self) -> Result<PartOf, RecipeError> {
        Ok(PartOf {
            indicator: checked(self.indicator)?,
            among: value_of(AMONG, "part of an indicator", &self.among)?,
        })
    }
}
