//! The cells of a sheet as rows of text.

use calamine::{DataRef, ExcelDateTime, XlsxError};

use super::Workbook;
use crate::ingest::error::ReadError;

/// The largest sheet that the format allows: columns and rows.
const LARGEST: (u32, u32) = (16_384, 1_048_576);

/// Gives every row that has cells, with its line from 1, until `each` says no. Returns whether it was
/// stopped so. A sheet that is no worksheet (a chart) has no rows.
pub(super) fn rows(
    workbook: &mut Workbook,
    sheet: &str,
    mut each: impl FnMut(u64, &[String]) -> Result<bool, ReadError>,
) -> Result<bool, ReadError> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(false),
        Err(error) => return Err(damaged(error)),
    };
    let mut row: Vec<String> = Vec::new();
    let mut at: Option<(u32, u32)> = None;
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
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
        let text = text(cell.get_value());
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

/// A cell as text: numbers as the shortest decimal that gives them back, dates as ISO.
fn text(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
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
fn date(time: &ExcelDateTime) -> String {
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
