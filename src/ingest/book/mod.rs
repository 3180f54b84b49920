//! Files that hold sheets of cells and are read whole: workbooks, JSON, tables of a web page, and archives of any
//! of these or of text. Each is one file that opens it as a [`Book`], and one line of `open`.

mod archive;
mod html;
mod json;
mod plain;
mod ranges;

use crate::core::plan::Plan;
use crate::ingest::collect::usable;
use crate::ingest::error::ReadError;
use crate::ingest::lookup::{Gather, Joined, Lookup};
use crate::ingest::outline::{Format, Outline, SheetOutline};
use crate::ingest::reading::Reading;
use crate::ingest::sheets::Book;
use crate::ingest::sniff;
use crate::ingest::stack::Beside;
use crate::ingest::table::rows::LOOKED_AT;
use crate::ingest::table::{Line, Rows, outline_spread};
use crate::ingest::xlsx::zip::{self, Entry};
use crate::ingest::xlsx::{self, contents};

/// The largest such file that is opened, in megabytes.
pub const LARGEST: u64 = 200;

/// More sheets than this are no workbook that a person made; each of them may be the same large one.
const MOST_SHEETS: usize = 1000;

/// More other sheets than this are not named beside one that holds nothing.
const MOST_NAMED: usize = 5;

/// Rows between two reports of progress.
const REPORT_EVERY: u64 = 1000;

/// Opens a file by its content, whatever its name says.
///
/// # Errors
/// When it is too large, locked, damaged, hostile, or of a kind that is not read.
pub fn open(bytes: &[u8]) -> Result<Box<dyn Book + '_>, ReadError> {
    if bytes.len() as u64 > LARGEST * 1_000_000 {
        return Err(ReadError::TooLarge { limit: LARGEST });
    }
    match bytes {
        [0x1F, 0x8B, ..] => archive::gzip(bytes, inside),
        [b'P', b'K', ..] => {
            let entries = zip::entries(bytes)?;
            if is_workbook(&entries) {
                zipped(bytes, &entries)
            } else {
                archive::zip(bytes, &entries, inside)
            }
        }
        _ if sniff::format(bytes, bytes.len() as u64)? != Format::Book => {
            // Text is read as it streams, never whole.
            Err(ReadError::WrongFormat { found: "text" })
        }
        _ => inside(bytes),
    }
}

/// Opens what is no archive.
fn inside(bytes: &[u8]) -> Result<Box<dyn Book + '_>, ReadError> {
    match (sniff::format(bytes, bytes.len() as u64)?, bytes) {
        (format @ Format::Delimited { .. }, _) => Ok(Box::new(plain::Plain { bytes, format })),
        (_, [0xD0, 0xCF, ..]) => ranges::xls(bytes),
        (_, [b'P', b'K', ..]) => zipped(bytes, &zip::entries(bytes)?),
        (_, [0x1F, 0x8B, ..]) => Err(ReadError::WrongFormat {
            found: "an archive inside an archive, to be unpacked first",
        }),
        _ if sniff::is_html(bytes) => Ok(Box::new(html::open(bytes)?)),
        _ => Ok(Box::new(json::open(bytes)?)),
    }
}

/// Whether a zip holds the parts of a workbook.
fn is_workbook(entries: &[Entry]) -> bool {
    let part =
        |name: &str| name.starts_with("xl/") || name == "[Content_Types].xml" || name == "mimetype";
    entries.is_empty() || entries.iter().any(|entry| part(&entry.name))
}

/// A workbook, by the names of its parts.
fn zipped<'a>(bytes: &'a [u8], entries: &[Entry]) -> Result<Box<dyn Book + 'a>, ReadError> {
    let has = |name: &str| entries.iter().any(|entry| entry.name == name);
    if has("xl/workbook.bin") {
        ranges::xlsb(bytes)
    } else if has("mimetype") && has("content.xml") {
        contents::check(bytes, entries)?;
        ranges::ods(bytes)
    } else {
        xlsx::open(bytes)
    }
}

/// Looks at the first rows of every sheet. Every sheet is offered: one without a table has a plan that
/// says why.
///
/// # Errors
/// As [`open`].
pub fn outline(bytes: &[u8], name: &str, beside: Beside<'_>) -> Result<Outline, ReadError> {
    let mut book = open(bytes)?;
    let names = book.sheets();
    if names.len() > MOST_SHEETS {
        return Err(ReadError::HostileWorkbook {
            why: "it lists more than 1,000 sheets".into(),
        });
    }
    let mut sheets: Vec<SheetOutline> = names
        .iter()
        .map(|sheet| outline_sheet(book.as_mut(), sheet, name, beside))
        .collect::<Result<_, _>>()?;
    if sheets.is_empty() {
        return Err(ReadError::NoTable);
    }
    name_sheets(&mut sheets);
    let first = first(&sheets);
    Ok(Outline {
        format: sniff::format(bytes, bytes.len() as u64)?,
        sheets,
        first,
        given: 0,
        parts: Vec::new(),
    })
}

fn outline_sheet(
    book: &mut dyn Book,
    sheet: &str,
    file: &str,
    beside: Beside<'_>,
) -> Result<SheetOutline, ReadError> {
    let (head, more) = head_of(book, sheet)?;
    let mut outline = outline_spread(sheet, (&head, &[]), more, (file, beside));
    if more {
        outline.notes.push(format!(
            "The first {} rows were looked at to find out what the columns are for.",
            head.len()
        ));
    }
    Ok(outline)
}

/// The first rows of a sheet, each with its line, and whether there are more.
fn head_of(book: &mut dyn Book, sheet: &str) -> Result<(Vec<Line>, bool), ReadError> {
    let mut head = Vec::new();
    let mut count = 0;
    let more = book.rows(sheet, &mut |line, row| {
        count += row.len();
        head.push((line, row.to_vec()));
        Ok(head.len() < LOOKED_AT.0 && count < LOOKED_AT.1)
    })?;
    Ok((head, more))
}

/// The first rows of a sheet of a file, each with its line.
///
/// # Errors
/// As [`open`].
pub fn head(bytes: &[u8], sheet: &str) -> Result<Vec<Line>, ReadError> {
    Ok(head_of(open(bytes)?.as_mut(), sheet)?.0)
}

/// Where no sheet can be answered, each says why under its own name: the first may be an empty cover.
fn name_sheets(sheets: &mut [SheetOutline]) {
    if sheets.len() < 2 || sheets.iter().any(|sheet| sheet.plan.is_ok()) {
        return;
    }
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let others = names.iter().enumerate().filter(|(other, _)| *other != at);
        let others: Vec<String> = others
            .take(MOST_NAMED)
            .map(|(_, name)| format!("\u{201c}{name}\u{201d}"))
            .collect();
        let (name, others) = (&sheet.name, others.join(", "));
        if let Err(why) = &mut sheet.plan {
            *why = if sheet.preview.is_empty() {
                format!(
                    "The sheet \u{201c}{name}\u{201d} holds no table: {why} There is also {others}."
                )
            } else {
                format!("In the sheet \u{201c}{name}\u{201d}: {why}")
            };
        }
    }
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
        .or_else(|| largest(sheets))
        .unwrap_or(0)
}

/// Of sheets of which none gives a plan, the first with the most cells in its first rows: a list of contents is narrow.
fn largest(sheets: &[SheetOutline]) -> Option<usize> {
    let cells = |sheet: &SheetOutline| {
        sheet
            .preview
            .iter()
            .flatten()
            .filter(|cell| !cell.is_empty())
            .count()
    };
    let sizes = sheets.iter().map(cells).enumerate();
    let found = sizes.rev().max_by_key(|(_, size)| *size);
    found.filter(|(_, size)| *size > 0).map(|(at, _)| at)
}

/// Reads the plan's sheet (the first, when the plan names none). `progress` hears the rows read so far
/// and stops the reading by saying no.
///
/// # Errors
/// As [`read_part`], and when no row could be used.
pub fn read(
    bytes: &[u8],
    plan: &Plan,
    joined: &Joined,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Reading, ReadError> {
    read_part(bytes, plan, joined, progress).and_then(usable)
}

/// The same of one of several files, of which some rows of another may be used.
///
/// # Errors
/// As [`open`]; when the sheet or a column is not there; and [`ReadError::Stopped`].
pub fn read_part(
    bytes: &[u8],
    plan: &Plan,
    joined: &Joined,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Reading, ReadError> {
    let mut book = open(bytes)?;
    let names = book.sheets();
    let sheet = match &plan.sheet {
        Some(name) => names
            .iter()
            .find(|other| *other == name)
            .ok_or_else(|| ReadError::NoSuchSheet { name: name.clone() })?,
        None => names.first().ok_or(ReadError::NoTable)?,
    };
    let mut rows = Rows::joined(sheet, plan, joined)?;
    let mut seen = 0;
    let stopped = book.rows(sheet, &mut |line, row| {
        rows.row(line, row)?;
        seen += 1;
        Ok(seen % REPORT_EVERY != 0 || progress(seen))
    })?;
    if stopped {
        return Err(ReadError::Stopped);
    }
    progress(seen);
    rows.finish_part()
}

/// Reads a sheet wholly as a lookup.
///
/// # Errors
/// As [`open`], and when the sheet holds no table.
pub fn lookup(bytes: &[u8], file: &str, sheet: &SheetOutline) -> Result<Lookup, ReadError> {
    let mut gather = Gather::new(file, sheet);
    open(bytes)?.rows(&sheet.name, &mut |line, row| {
        gather.row(line, row)?;
        Ok(true)
    })?;
    gather.finish()
}
