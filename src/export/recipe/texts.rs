//! The lengths that texts and lists of a recipe may have.

use super::{LONGEST_LIST, LONGEST_TEXT, RecipeError};

/// Converts every entry of a list that is not too long.
pub(super) fn each<T, U>(
    list: Vec<T>,
    convert: impl Fn(T) -> Result<U, RecipeError>,
) -> Result<Vec<U>, RecipeError> {
    if list.len() > LONGEST_LIST {
        return Err(RecipeError::OutOfRange {
            what: "a list has more than 10,000 entries",
        });
    }
    list.into_iter().map(convert).collect()
}

pub(super) fn checked(text: String) -> Result<String, RecipeError> {
    check_text(&text)?;
    Ok(text)
}

/// Refuses a text that is too long.
pub(super) fn check_text(text: &str) -> Result<(), RecipeError> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(RecipeError::OutOfRange {
            what: "a text has more than 2,000 characters",
        });
    }
    Ok(())
}
