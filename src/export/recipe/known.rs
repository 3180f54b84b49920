//! Known indicators that a recipe names instead of writing them out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::texts::check_text;
use crate::core::plan::Plan;
use crate::nhs::indicators::known::{Layout, find};

/// A known indicator, and the file's names of its columns by their keys.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::export) struct KnownWire {
    id: String,
    columns: BTreeMap<String, String>,
}

impl KnownWire {
    /// Adds it to a plan, after what is measured there already.
    pub(super) fn add_to(&self, plan: &mut Plan) -> Result<(), RecipeError> {
        let known = find(&self.id).ok_or_else(|| RecipeError::Unknown {
            what: "indicator",
            name: self.id.chars().take(80).collect(),
        })?;
        for column in self.columns.values() {
            check_text(column)?;
        }
        let named = |layout: &&Layout| {
            let mut keys: Vec<&str> = layout.columns.iter().map(|pattern| pattern.key).collect();
            keys.sort_unstable();
            self.columns.keys().map(String::as_str).eq(keys)
        };
        let layout = known
            .layouts
            .iter()
            .find(named)
            .ok_or(RecipeError::OutOfRange {
                what: "a known indicator does not name the columns that it is made from",
            })?;
        let name = |key: &str| self.columns.get(key).cloned().unwrap_or_default();
        let mut made = known.indicator(layout, plan.outcomes.len());
        made.part_of = layout.part_of(&name, &plan.outcomes, &plan.indicators);
        plan.outcomes.push(layout.outcome(&name));
        plan.indicators.push(made);
        Ok(())
    }
}
