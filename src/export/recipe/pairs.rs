//! The pairs that a plan compares, as a recipe writes them.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::texts::{checked, each};
use crate::core::plan::{Pair, Sides};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PairWire {
    division: String,
    sides: SidesWire,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
enum SidesWire {
    Contrast {
        id: String,
    },
    Groups {
        worse_off: Vec<String>,
        better_off: Vec<String>,
    },
}

impl PairWire {
    pub(super) fn of(pair: &Pair) -> Self {
        Self {
            division: pair.division.clone(),
            sides: match &pair.sides {
                Sides::Contrast(id) => SidesWire::Contrast { id: id.clone() },
                Sides::Groups {
                    worse_off,
                    better_off,
                } => SidesWire::Groups {
                    worse_off: worse_off.clone(),
                    better_off: better_off.clone(),
                },
            },
        }
    }

    pub(super) fn pair(self) -> Result<Pair, RecipeError> {
        Ok(Pair {
            division: checked(self.division)?,
            sides: match self.sides {
                SidesWire::Contrast { id } => Sides::Contrast(checked(id)?),
                SidesWire::Groups {
                    worse_off,
                    better_off,
                } => Sides::Groups {
                    worse_off: each(worse_off, checked)?,
                    better_off: each(better_off, checked)?,
                },
            },
        })
    }
}
