//! Answer → bytes to save. No exporter takes an Answer: what a rule hides cannot be saved.
//!
//! A new format is one file and one line in [`EXPORTERS`].

pub mod csv;
pub mod svg;
pub mod json;
pub mod recipe;

use std::fmt;

use crate::answer::Answer;

/// A format that a release can be saved in.
#[derive(Debug)]
pub struct Exporter {
    /// A stable id.
    pub id: &'static str,
    /// The name on its button.
    pub name: &'static str,
    /// The ending of its file name, without the dot.
    pub extension: &'static str,
    /// Its media type.
    pub mime: &'static str,
    /// Makes the bytes.
    pub make: fn(&Answer) -> Result<Vec<u8>, ExportError>,
}

/// Every format, in the order of showing.
pub const EXPORTERS: &[Exporter] = &[csv::EXPORTER, svg::EXPORTER, json::EXPORTER];

/// Why nothing could be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// There is no figure to draw.
    NothingToDraw,
    /// The picture could not be drawn.
    Drawing(String),
    /// The text could not be written.
    Writing(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingToDraw => f.write_str(
                "There is no chart to save. Choose an outcome and a way to divide people first.",
            ),
            Self::Drawing(why) => {
                write!(
                    f,
                    "The chart could not be drawn ({why}). Save the table instead."
                )
            }
            Self::Writing(why) => write!(
                f,
                "The file could not be written ({why}). Save another format instead."
            ),
        }
    }
}

impl std::error::Error for ExportError {}

/// A name for a saved file: what is measured, the date given, and whether it is protected.
///
/// `date` is the day of saving or the period, as the caller has it; letters and digits of it stay.
pub fn file_name(exporter: &Exporter, release: &Answer, date: &str) -> String {
    named(release, date, exporter.extension)
}

/// As [`file_name`], for a picture or other file that is made elsewhere from the same release.
pub fn named(release: &Answer, date: &str, extension: &str) -> String {
    let indicator = release
        .sections
        .first()
        .map_or("results", |section| section.indicator.id.as_str());
    let protected = if release.rule.needs_acknowledgement {
        "not-protected"
    } else {
        "SDC"
    };
    let parts: Vec<String> = ["equal-measure", indicator, date]
        .into_iter()
        .map(plain)
        .filter(|part| !part.is_empty())
        .collect();
    format!("{}-{protected}.{extension}", parts.join("-"))
}

/// Letters, digits and single hyphens, at most 60 of them.
fn plain(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name.truncate(60);
    name.trim_matches('-').to_owned()
}

/// The release as JSON, to the schema in `release.schema.json`.
///
/// # Errors
/// [`ExportError::Writing`].
pub fn json(release: &Answer) -> Result<Vec<u8>, ExportError> {
    json::make(release)
}
