//! Workbooks of other kinds than Office Open XML: `.xls`, `.xlsb` and `OpenDocument`, a sheet at a time.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, Xls, XlsError, Xlsb};

use crate::ingest::error::ReadError;
use crate::ingest::sheets::{Book, Each};
use crate::ingest::xlsx::date;

/// A workbook of Excel 97 to 2003.
pub(super) fn xls(bytes: &[u8]) -> Result<Box<dyn Book + '_>, ReadError> {
    let workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ReadError::PasswordProtected,
        _ => damaged(),
    })?;
    Ok(Box::new(Ranges(workbook)))
}

/// A binary workbook.
pub(super) fn xlsb(bytes: &[u8]) -> Result<Box<dyn Book + '_>, ReadError> {
    let workbook: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    Ok(Box::new(Ranges(workbook)))
}

/// An `OpenDocument` workbook.
pub(super) fn ods(bytes: &[u8]) -> Result<Box<dyn Book + '_>, ReadError> {
    let workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    Ok(Box::new(Ranges(workbook)))
}

fn damaged() -> ReadError {
    ReadError::DamagedWorkbook {
        why: "its contents cannot be read to the end".into(),
    }
}

struct Ranges<R>(R);

impl<'a, R: Reader<Cursor<&'a [u8]>>> Book for Ranges<R> {
    fn sheets(&self) -> Vec<String> {
        self.0.sheet_names()
    }

    fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<bool, ReadError> {
        let range: Range<Data> = self.0.worksheet_range(sheet).map_err(|_| damaged())?;
        let Some((top, left)) = range.start() else {
            return Ok(false);
        };
        for (line, cells) in (u64::from(top) + 1..).zip(range.rows()) {
            let filled = cells.iter().rposition(|cell| !matches!(cell, Data::Empty));
            let Some(last) = filled else {
                continue;
            };
            let mut row = vec![String::new(); left as usize];
            row.extend(cells[..=last].iter().map(text));
            if !each(line, &row)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// A cell as text: numbers as the shortest decimal that gives them back, dates as ISO.
fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.into(),
        Data::DateTime(time) => date(time),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}
