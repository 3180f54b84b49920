//! Sex and gender: codes of the NHS Data Dictionary, letters and words.
//!
//! PERSON STATED GENDER has 1 male, 2 female, 9 indeterminate, X not known; the older SEX has 0 not
//! known and 9 not specified; GENDER IDENTITY CODE adds 3 non-binary and 4 other; Fingertips numbers
//! persons 4. Nobody is ever put into female or male by default.

use crate::core::dimension::{Contrast, Dimension, Status};
use crate::core::plan::Division;

use super::settle::{self, Place};
use super::words;

/// Settles texts that name sexes or genders.
pub fn settle(division: &Division, texts: &[&str]) -> Dimension {
    let names = settle::all_names(division);
    let gender = names.contains("gender") || names.contains("stated");
    let places = texts.iter().map(|&text| (text, place(text, gender)));
    let name = if gender { "Gender" } else { "Sex" };
    let mut dimension = settle::groups(division, name.into(), places);
    let at = |label: &str| {
        dimension
            .known()
            .find(|&place| dimension.groups[place].label == label)
    };
    if let (Some(female), Some(male)) = (at("Female"), at("Male")) {
        dimension.contrasts = vec![Contrast {
            id: "female-male".into(),
            worse_off: "females".into(),
            better_off: "males".into(),
            worse_off_groups: vec![female],
            better_off_groups: vec![male],
        }];
    }
    dimension
}

/// Whether a text can only be about sex: a word, not a digit.
pub fn is_telling(text: &str) -> bool {
    matches!(place(text, false), Place::Known(..))
        && !text.trim().bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

fn place(text: &str, gender: bool) -> Place {
    let said = words::plain(text);
    let said = said.strip_suffix(" 0").unwrap_or(&said);
    let known = |order, label: &str| Place::Known(order, label.to_owned());
    match said {
        "2"
        | "f"
        | "female"
        | "females"
        | "woman"
        | "women"
        | "girl"
        | "girls"
        | "2 female"
        | "female including trans woman" => known(0, "Female"),
        "1"
        | "m"
        | "male"
        | "males"
        | "man"
        | "men"
        | "boy"
        | "boys"
        | "1 male"
        | "male including trans man" => known(1, "Male"),
        "i" | "indeterminate" => known(2, "Indeterminate"),
        "9" if gender => known(2, "Indeterminate"),
        "3" | "non binary" | "nonbinary" => known(3, "Non-binary"),
        "4" if gender => known(4, "Other"),
        "other" | "other not listed" => known(4, "Other"),
        "4" | "p" => Place::Other(Status::Total),
        "z" => Place::Other(Status::NotStated),
        "0" | "9" | "u" | "x" => Place::Other(Status::NotKnown),
        _ => Place::Other(words::status(text).unwrap_or(Status::Unrecognised)),
    }
}
