//! A plan as JSON to keep and share: the question, never the data nor the file's name.
//!
//! Its form is fixed by `recipe.schema.json`; `recipe.example.json` is one. Nothing unknown is let in: a
//! field, a name or a number that does not fit is an error that says which.

pub(super) mod wire;
mod texts;
mod only;
mod criterion;
mod filters;
mod formula;
mod known;
pub(super) mod names;
mod outcome;
mod pairs;
pub(super) mod target;

use std::fmt;

use crate::core::plan::Plan;

use wire::Recipe;

/// The most bytes that a recipe may have.
pub const LONGEST: usize = 1_000_000;
/// The most characters of any one text in it.
pub const LONGEST_TEXT: usize = 2_000;
/// The most entries of any one list in it.
pub const LONGEST_LIST: usize = 10_000;

/// The JSON schema of a recipe.
pub const SCHEMA: &str = include_str!("recipe.schema.json");
/// One recipe.
pub const EXAMPLE: &str = include_str!("recipe.example.json");

/// Why a recipe was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecipeError {
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It is not JSON of the right form.
    Form {
        /// What is wrong and where, in words.
        why: String,
    },
    /// It was made for another version of the form.
    Version {
        /// The version it names.
        found: u32,
    },
    /// It names something that this program does not have.
    Unknown {
        /// What kind of thing: "role", "unit", "disclosure rule".
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A number, text or list is outside what is allowed.
    OutOfRange {
        /// Which, and what is allowed, in words.
        what: &'static str,
    },
}

impl fmt::Display for RecipeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str(
                "The recipe is longer than a million bytes. Choose a recipe that this page saved.",
            ),
            Self::Form { why } => write!(
                f,
                "The file is not a recipe ({why}). Choose a recipe that this page saved."
            ),
            Self::Version { found } => write!(
                f,
                "The recipe is of version {found}, and this page reads version {}. Open it with the \
                 version of this page that saved it.",
                wire::VERSION
            ),
            Self::Unknown { what, name } => write!(
                f,
                "The recipe names a {what} that this page does not have: \"{name}\". Open it with a \
                 newer version of this page."
            ),
            Self::OutOfRange { what } => {
                write!(
                    f,
                    "The recipe does not hold together: {what}. Make it again on this page."
                )
            }
        }
    }
}

impl std::error::Error for RecipeError {}

/// A plan as JSON.
///
/// # Errors
/// [`RecipeError::Form`] when it cannot be written.
pub fn to_json(plan: &Plan) -> Result<String, RecipeError> {
    serde_json::to_string_pretty(&Recipe::of(plan)).map_err(|error| form(&error))
}

/// A plan from JSON.
///
/// # Errors
/// See [`RecipeError`].
///
/// ```
/// use equal_measure::export::recipe::{EXAMPLE, from_json, to_json};
/// let plan = from_json(EXAMPLE)?;
/// assert_eq!(from_json(&to_json(&plan)?)?, plan);
/// # Ok::<(), equal_measure::export::recipe::RecipeError>(())
/// ```
pub fn from_json(text: &str) -> Result<Plan, RecipeError> {
    if text.len() > LONGEST {
        return Err(RecipeError::TooLong);
    }
    let recipe: Recipe =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| form(&error))?;
    recipe.plan()
}

fn form(error: &serde_json::Error) -> RecipeError {
    RecipeError::Form {
        why: error.to_string(),
    }
}
