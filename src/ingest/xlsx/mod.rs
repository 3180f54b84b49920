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

use crate::core::plan::Plan;
use crate::ingest::error::ReadError;
use crate::ingest::outline::{Format, Outline, SheetOutline};
use crate::ingest::reading::Reading;
use crate::ingest::table::rows::LOOKED_AT;
use crate::ingest::table::{Rows, outline_rows};

/// The largest workbook that is opened, in megabytes.
pub const LARGEST: u64 = 200;

/// More sheets than this are no workbook that a person made; each of them may be the same large one.
const MOST_SHEETS: usize = 1000;

/// Rows between two reports of progress.
const REPORT_EVERY: u64 = 1000;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Looks at the first rows of every sheet. Every sheet is offered: one without a table has a plan that
/// says why.
///
/// # Errors
/// When the workbook is too large, locked, damaged or hostile.
pub fn outline(bytes: &[u8], name: &str) -> Result<Outline, ReadError> {
    let mut workbook = open(bytes)?;
    let sheets: Vec<SheetOutline> = workbook
        .sheet_names()
        .into_iter()
        .map(|sheet| outline_sheet(&mut workbook, &sheet, name))
        .collect::<Result<_, _>>()?;
    if sheets.is_empty() {
        return Err(ReadError::NoTable);
    }
    let first = first(&sheets);
    Ok(Outline {
        format: Format::Xlsx,
        sheets,
        first,
    })
}

fn outline_sheet(
    workbook: &mut Workbook,
    sheet: &str,
    file: &str,
) -> Result<SheetOutline, ReadError> {
    let mut head = Vec::new();
    let mut count = 0;
    let more = cells::rows(workbook, sheet, |line, row| {
        count += row.len();
        head.push((line, row.to_vec()));
        Ok(head.len() < LOOKED_AT.0 && count < LOOKED_AT.1)
    })?;
    let mut outline = outline_rows(sheet, &head, more, file);
    if more {
        outline.notes.push(format!(
            "The first {} rows were looked at to find out what the columns are for.",
            head.len()
        ));
    }
    Ok(outline)
}

/// The sheet to start with: deprivation, then ethnic group, then whichever has a plan.
fn first(sheets: &[SheetOutline]) -> usize {
    let about = |words: &[&str]| {
        sheets.iter().position(|sheet| {
            let name = sheet.name.to_lowercase();
            sheet.plan.is_ok() && words.iter().any(|word| name.contains(word))
        })
    };
    about(&["depriv", "imd", "core20"])
        .or_else(|| about(&["ethnic"]))
        .or_else(|| sheets.iter().position(|sheet| sheet.plan.is_ok()))
        .unwrap_or(0)
}

/// Reads the plan's sheet (the first, when the plan names none). `progress` hears the rows read so far
/// and stops the reading by saying no.
///
/// # Errors
/// As [`outline`]; when the sheet or a column is not there; when no row could be used; and
/// [`ReadError::Stopped`].
pub fn read(
    bytes: &[u8],
    plan: &Plan,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Reading, ReadError> {
    let mut workbook = open(bytes)?;
    let names = workbook.sheet_names();
    let sheet = match &plan.sheet {
        Some(name) => names
            .iter()
            .find(|other| *other == name)
            .ok_or_else(|| ReadError::NoSuchSheet { name: name.clone() })?,
        None => names.first().ok_or(ReadError::NoTable)?,
    };
    let mut rows = Rows::new(sheet, plan)?;
    let mut seen = 0;
    let stopped = cells::rows(&mut workbook, sheet, |line, row| {
        rows.row(line, row)?;
        seen += 1;
        Ok(seen % REPORT_EVERY != 0 || progress(seen))
    })?;
    if stopped {
        return Err(ReadError::Stopped);
    }
    progress(seen);
    rows.finish()
}

fn open(bytes: &[u8]) -> Result<Workbook<'_>, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() as u64 > LARGEST * 1_000_000 {
        return Err(ReadError::TooLarge { limit: LARGEST });
    }
    let entries = zip::entries(bytes)?;
    contents::check(bytes, &entries)?;
    let workbook = Xlsx::new(Cursor::new(bytes)).map_err(cells::damaged)?;
    if workbook.sheet_names().len() > MOST_SHEETS {
        return Err(ReadError::HostileWorkbook {
            why: "it lists more than 1,000 sheets".into(),
        });
    }
    Ok(workbook)
}
