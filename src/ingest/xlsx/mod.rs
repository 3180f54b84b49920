//! Office Open XML workbooks, read cell by cell and never as a whole sheet.
//!
//! A workbook is a zip of XML files, and small ones can be made that unpack to more than any page can
//! hold. So the zip's own table of contents is checked first ([`zip`]), then every XML file is
//! unpacked once into nothing to see that it is as it says ([`contents`]); only then is it opened. It
//! must still be read in a worker that may be ended.

pub mod zip;
pub mod contents;
mod cells;

use std::io::Cursor;

use calamine::{Reader, Xlsx};

pub(super) use cells::date;

use crate::ingest::error::ReadError;
use crate::ingest::sheets::{Book, Each};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

struct Open<'a>(Workbook<'a>);

impl Book for Open<'_> {
    fn sheets(&self) -> Vec<String> {
        self.0.sheet_names()
    }

    fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<bool, ReadError> {
        cells::rows(&mut self.0, sheet, each)
    }
}

/// Opens a workbook.
///
/// # Errors
/// When it is locked, damaged or hostile.
pub fn open(bytes: &[u8]) -> Result<Box<dyn Book + '_>, ReadError> {
    let entries = zip::entries(bytes)?;
    contents::check(bytes, &entries)?;
    let workbook = Xlsx::new(Cursor::new(bytes)).map_err(cells::damaged)?;
    Ok(Box::new(Open(workbook)))
}
