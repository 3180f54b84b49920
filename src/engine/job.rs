//! One reading as steps that a worker, a test or an example can take: look at the head, agree on a
//! Plan, push the bytes, take the Reading.

use crate::core::plan::Plan;
use crate::ingest::collect::usable;
use crate::ingest::delimited::blocks::{self, Part};
use crate::ingest::delimited::{Reader, Splitter, head_rows};
use crate::ingest::error::ReadError;
use crate::ingest::lookup::{Gather, Joined, Lookup};
use crate::ingest::outline::{Format, Outline};
use crate::ingest::reading::Reading;
use crate::ingest::stack::Beside;
use crate::ingest::table::{self, Rows, Tidy};
use crate::ingest::{book, sniff};

/// How many bytes of a text file are looked at before a Plan is proposed.
pub const HEAD: usize = 1 << 20;
/// How many rows of the head are looked at.
const HEAD_ROWS: usize = 1_000;

/// Whether the first bytes are those of a workbook, of JSON or of an archive, which are read whole.
///
/// # Errors
/// [`ReadError`] when the bytes are of a format that the app does not read.
pub fn is_workbook(head: &[u8], size: u64) -> Result<bool, ReadError> {
    Ok(sniff::format(head, size)? == Format::Book)
}

/// Looks at the first bytes of a text file ([`HEAD`] of them, or all) and proposes a Plan.
///
/// # Errors
/// [`ReadError`] when no table can be read from it.
pub fn look_text(name: &str, head: &[u8], size: u64) -> Result<Outline, ReadError> {
    look_spread(name, head, &[], size)
}

/// The parts of a text file of this size, from the byte to the byte before, that a look is given besides its head.
pub fn parts(size: u64) -> Vec<std::ops::Range<u64>> {
    let (head, block) = (HEAD as u64, blocks::BLOCK as u64);
    let rest = size.saturating_sub(head);
    // Blocks that lie over each other would show rows twice.
    if rest <= block * blocks::BLOCKS as u64 {
        return Vec::from_iter((rest > 0).then_some(head..size));
    }
    let room = rest - block;
    let last = blocks::BLOCKS as u64 - 1;
    let each = (0..=last).map(|at| head + if at == last { room } else { room / last * at });
    each.map(|from| from..from + block).collect()
}

/// Looks at the first bytes of a text file and at [`parts`] of the rest: its first rows tell how the table lies,
/// and rows from all over it what its columns hold.
///
/// # Errors
/// [`ReadError`] when no table can be read from its first bytes.
pub fn look_spread(
    name: &str,
    head: &[u8],
    rest: &[Vec<u8>],
    size: u64,
) -> Result<Outline, ReadError> {
    look_beside(name, (head, rest), size, Beside::default())
}

/// The same, with the files beside it that may say more of its codes.
///
/// # Errors
/// As [`look_spread`].
pub fn look_beside(
    name: &str,
    (head, rest): (&[u8], &[Vec<u8>]),
    size: u64,
    beside: Beside<'_>,
) -> Result<Outline, ReadError> {
    let format = sniff::format(head, size)?;
    let whole = head.len() as u64 >= size;
    let mut rows = head_rows(head, &format, HEAD_ROWS + 1, whole)?;
    let after = rows.get(HEAD_ROWS).map(|(line, _)| *line);
    rows.truncate(HEAD_ROWS);
    let tidy = Tidy::find("", &rows)?;
    let header = rows.iter().find(|(line, _)| *line == tidy.header_line);
    let width = header.map_or(0, |(_, row)| row.len());
    let within = after.and_then(|line| blocks::start_of_line(head, line));
    let within = within.map(|start| Part {
        bytes: &head[start..],
        begins: true,
        ends: whole,
    });
    let mut looked_at: Vec<Part> = within.map_or_else(Vec::new, Part::spread);
    let all = whole && looked_at.len() < 2;
    looked_at.extend(rest.iter().enumerate().map(|(at, bytes)| Part {
        bytes,
        begins: false,
        ends: at + 1 == rest.len(),
    }));
    let further = blocks::rows_of(&looked_at, &format, width);
    let goes_on = !all || after.is_some() && further.is_empty();
    let sheet = table::outline_spread("", (&rows, &further), goes_on, (name, beside));
    Ok(Outline {
        format,
        sheets: vec![sheet],
        first: 0,
        given: 0,
        parts: Vec::new(),
    })
}

/// Looks at a whole workbook and proposes a Plan for each sheet.
///
/// # Errors
/// [`ReadError`] when it is damaged, locked, hostile or holds no table.
pub fn look_workbook(name: &str, bytes: &[u8]) -> Result<Outline, ReadError> {
    book::outline(bytes, name, Beside::default())
}

/// The same, with the files beside it that may say more of its codes.
///
/// # Errors
/// As [`look_workbook`].
pub fn look_workbook_beside(
    name: &str,
    bytes: &[u8],
    beside: Beside<'_>,
) -> Result<Outline, ReadError> {
    book::outline(bytes, name, beside)
}

/// Reads a file that was looked at wholly as a lookup, by the sheet that was looked at first.
///
/// # Errors
/// [`ReadError`] when it cannot be read.
pub fn lookup(name: &str, bytes: &[u8], outline: &Outline) -> Result<Lookup, ReadError> {
    let sheet = outline.sheets.get(outline.first);
    let sheet = sheet.ok_or(ReadError::NoTable)?;
    if outline.format == Format::Book {
        return book::lookup(bytes, name, sheet);
    }
    let mut gather = Gather::new(name, sheet);
    let mut splitter = Splitter::new(&outline.format)?;
    splitter.push(bytes, &mut |line, cells| gather.row(line, cells))?;
    splitter.finish(&mut |line, cells| gather.row(line, cells))?;
    gather.finish()
}

/// Reads a workbook under a Plan. `progress` hears the rows read so far and says whether to go on.
///
/// # Errors
/// [`ReadError`] when the sheet cannot be read or holds nothing that the Plan can use.
pub fn read_workbook(
    bytes: &[u8],
    plan: &Plan,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Reading, ReadError> {
    read_workbook_part(bytes, plan, &Joined::default(), progress).and_then(usable)
}

/// The same of one of several files, of which some rows of another may be used, with the columns that other files
/// give.
///
/// # Errors
/// As [`read_workbook`], but for rows that cannot be used; and when a file that gives a column is missing.
pub fn read_workbook_part(
    bytes: &[u8],
    plan: &Plan,
    joined: &Joined,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Reading, ReadError> {
    book::read_part(bytes, plan, joined, progress)
}

/// The first rows of a file that was looked at, in the order of these columns of its table.
///
/// # Errors
/// [`ReadError`] when it cannot be read, or lacks one of the columns.
pub fn first_rows(
    bytes: &[u8],
    outline: &Outline,
    columns: &[&str],
) -> Result<Vec<Vec<String>>, ReadError> {
    let sheet = outline
        .sheets
        .get(outline.first)
        .ok_or(ReadError::NoTable)?;
    let rows = if outline.format == Format::Book {
        book::head(bytes, &sheet.name)?
    } else {
        head_rows(bytes, &outline.format, HEAD_ROWS, bytes.len() < HEAD)?
    };
    table::tidy_rows(&sheet.name, &rows, columns)
}

/// The reading of a text file, bytes pushed as they come.
#[derive(Debug)]
pub struct Job {
    format: Format,
    plan: Plan,
    joined: Joined,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Too few bytes yet to see how the table lies.
    Looking(Vec<u8>),
    /// One row is one row: read as it streams.
    Plain(Box<Reader>),
    /// Rows are not cells of the table as they stand: groups lie side by side, or columns are left out.
    Spread(Box<Splitter>, Box<Rows>),
}

impl Job {
    /// A job for a file that was looked at, under a Plan that may have been edited since.
    pub fn text(outline: &Outline, plan: &Plan) -> Self {
        Self::joined(&outline.format, plan, Joined::default())
    }

    /// The same, with the columns that other files give.
    pub fn joined(format: &Format, plan: &Plan, joined: Joined) -> Self {
        Self {
            joined,
            format: format.clone(),
            plan: plan.clone(),
            stage: Stage::Looking(Vec::new()),
        }
    }

    /// Takes the next bytes of the file, of any length.
    ///
    /// # Errors
    /// [`ReadError`] when the text cannot be told apart into rows or lacks a column of the Plan.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        match &mut self.stage {
            Stage::Looking(head) => {
                head.extend_from_slice(bytes);
                if head.len() < HEAD {
                    return Ok(());
                }
                self.decide(false)
            }
            Stage::Plain(reader) => reader.push(bytes),
            Stage::Spread(splitter, rows) => {
                splitter.push(bytes, &mut |line, cells| rows.row(line, cells))
            }
        }
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Plain(reader) => reader.rows(),
            Stage::Spread(_, rows) => rows.rows(),
            Stage::Looking(_) => 0,
        }
    }

    /// The tally and ledger of everything pushed.
    ///
    /// # Errors
    /// [`ReadError::NothingUsed`] when no row could be used, and as [`Job::push`].
    pub fn finish(self) -> Result<Reading, ReadError> {
        self.finish_part().and_then(usable)
    }

    /// The same of one of several files, of which some rows of another may be used.
    ///
    /// # Errors
    /// As [`Job::push`].
    pub fn finish_part(mut self) -> Result<Reading, ReadError> {
        if matches!(self.stage, Stage::Looking(_)) {
            self.decide(true)?;
        }
        match self.stage {
            Stage::Plain(reader) => reader.finish_part(),
            Stage::Spread(splitter, mut rows) => {
                splitter.finish(&mut |line, cells| rows.row(line, cells))?;
                rows.finish_part()
            }
            Stage::Looking(_) => Err(ReadError::Empty),
        }
    }

    /// Sees how the table lies, and hands the bytes held so far to the way of reading it.
    fn decide(&mut self, whole: bool) -> Result<(), ReadError> {
        let Stage::Looking(head) = &mut self.stage else {
            return Ok(());
        };
        let head = std::mem::take(head);
        let looked_at = head_rows(&head, &self.format, HEAD_ROWS, whole)?;
        let tidy = Tidy::find("", &looked_at)?;
        self.stage = if tidy.is_plain() {
            let mut reader =
                Reader::joined(&self.format, (&self.plan, &self.joined), tidy.header_line)?;
            reader.push(&head)?;
            Stage::Plain(Box::new(reader))
        } else {
            let mut splitter = Splitter::new(&self.format)?;
            let mut rows = Rows::joined("", &self.plan, &self.joined)?;
            splitter.push(&head, &mut |line, cells| rows.row(line, cells))?;
            Stage::Spread(Box::new(splitter), Box::new(rows))
        };
        Ok(())
    }
}
