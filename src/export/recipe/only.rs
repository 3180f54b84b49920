//! Rows of one text, as a recipe writes them.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::texts::checked;
use crate::core::plan::Only;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OnlyWire {
    column: String,
    text: String,
}

impl OnlyWire {
    pub(super) fn of(only: &Only) -> Self {
        Self {
            column: only.column.clone(),
            text: only.text.clone(),
        }
    }

    pub(super) fn only(self) -> Result<Only, RecipeError> {
        Ok(Only {
            column: checked(self.column)?,
            text: checked(self.text)?,
        })
    }
}
