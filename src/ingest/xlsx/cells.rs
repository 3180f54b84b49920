//! The cells of a sheet as rows of text.

use calamine::{DataRef, ExcelDateTime, Style, XlsxError};

use super::Workbook;
use crate::ingest::error::ReadError;
use crate::ingest::sheets::Each;

/// The largest sheet that the format allows: columns and rows.
const LARGEST: (u32, u32) = (16_384, 1_048_576);

/// Gives every row that has cells, with its line from 1, until `each` says no. Returns whether it was
/// stopped so. A sheet that is no worksheet (a chart) has no rows.
pub(super) fn rows(
    workbook: &mut Workbook,
    sheet: &str,
    each: &mut Each<'_>,
) -> Result<bool, ReadError> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(false),
        Err(error) => return Err(damaged(error)),
    };
    let percents: Vec<Percent> = reader.styles().iter().map(Percent::of).collect();
    let mut row: Vec<String> = Vec::new();
    let mut at: Option<(u32, u32)> = None;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
        let place = cell.get_position();
        // An address that cannot be read is given as A1: cells out of order are the sign of it.
        if at.is_some_and(|before| place <= before) {
            return Err(ReadError::DamagedWorkbook {
                why: format!("the cells of the sheet \u{201c}{sheet}\u{201d} are not in order"),
            });
        }
        if place.0 >= LARGEST.1 || place.1 >= LARGEST.0 {
            return Err(ReadError::HostileWorkbook {
                why: "a cell lies outside the largest sheet that Excel allows".into(),
            });
        }
        if let Some((line, _)) = at.filter(|before| before.0 < place.0) {
            if !each(u64::from(line) + 1, &row)? {
                return Ok(true);
            }
            row.clear();
        }
        at = Some(place);
        let percent = percents.get(style).copied().unwrap_or_default();
        let text = text(cell.get_value(), percent);
        if !text.is_empty() {
            row.resize(place.1 as usize, String::new());
            row.push(text);
        }
    }
    if let Some((line, _)) = at {
        each(u64::from(line) + 1, &row)?;
    }
    Ok(false)
}

/// Whether a number format shows a percent sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Percent {
    /// It does not.
    #[default]
    No,
    /// It does, and the number is shown a hundredfold: 0.085 as 8.5%.
    Hundredfold,
    /// It does, beside the number as it is: 8.5 as 8.5%.
    Beside,
}

impl Percent {
    fn of(style: &Style) -> Self {
        style
            .number_format
            .as_ref()
            .map_or(Self::No, |format| Self::of_code(&format.format_code))
    }

    /// What a format code says, up to its first semicolon: a sign in quotation marks or after a backslash
    /// is a letter like any other.
    fn of_code(code: &str) -> Self {
        let (mut quoted, mut beside) = (false, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => quoted = !quoted,
                '\\' | '_' | '*' if !quoted => {
                    beside |= letters.next() == Some('%') && letter == '\\';
                }
                '%' if quoted => beside = true,
                '%' => return Self::Hundredfold,
                ';' if !quoted => break,
                _ => {}
            }
        }
        if beside { Self::Beside } else { Self::No }
    }

    /// The number as the format shows it, but with all its digits.
    fn shown(self, number: f64) -> String {
        match self {
            Self::No => number.to_string(),
            Self::Hundredfold => {
                // What a share of a hundred gains in the last digits is not in the file.
                let shown = format!("{:.10}", number * 100.0);
                format!("{}%", shown.trim_end_matches('0').trim_end_matches('.'))
            }
            Self::Beside => format!("{number}%"),
        }
    }
}

/// A cell as text: numbers as the shortest decimal that gives them back, with a percent sign where the workbook
/// shows one, dates as ISO.
fn text(value: &DataRef, percent: Percent) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) if percent != Percent::No => percent.shown(*number as f64),
        DataRef::Float(number) => percent.shown(*number),
        DataRef::Int(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.into(),
        DataRef::DateTime(time) => date(time),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Error(error) => error.to_string(),
    }
}

/// `2026-01-25`, with the time where there is one; a duration as its number of days.
pub(in crate::ingest) fn date(time: &ExcelDateTime) -> String {
    if time.is_duration() || time.as_f64() < 1.0 {
        return time.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// What went wrong inside a workbook, for the person who dropped it.
pub(super) fn damaged(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::PasswordProtected,
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            ReadError::DamagedWorkbook {
                why:
                    "a part that every workbook has is missing, or it is a zip file of another kind"
                        .into(),
            }
        }
        XlsxError::WorksheetNotFound(name) => ReadError::DamagedWorkbook {
            why: format!("the sheet \u{201c}{name}\u{201d} is listed but not there"),
        },
        _ => ReadError::DamagedWorkbook {
            why: "its contents cannot be read to the end".into(),
        },
    }
}
