//! Why a file could not be read: what, where, why, and what to do.

use std::fmt;

/// A file that cannot be read at all. Each displays as plain sentences that end in what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes.
    Empty,
    /// There is a header but no row under it.
    HeaderOnly,
    /// No row looks like a header followed by data.
    NoTable,
    /// The bytes are of another format than the app reads.
    WrongFormat {
        /// What the bytes say: "a PDF", "a picture".
        found: &'static str,
    },
    /// The workbook is locked with a password.
    PasswordProtected,
    /// The file is locked by a label of sensitivity, which only its organisation can open.
    LockedByLabel,
    /// A JSON file that breaks off or breaks the rules of the format.
    BrokenJson {
        /// The line, from 1.
        line: usize,
        /// The place in that line, from 1.
        column: usize,
    },
    /// A compressed file that breaks off or is not as it says.
    DamagedArchive,
    /// The file holds no list of rows: a JSON object, a web page, or an archive of other things.
    NoRowsInside {
        /// What it is, and what it holds instead.
        what: &'static str,
    },
    /// The zip inside the workbook is broken or cut short.
    DamagedWorkbook {
        /// What is wrong, in words.
        why: String,
    },
    /// The workbook would unpack to more than a page should hold, or lies about its size.
    HostileWorkbook {
        /// What is wrong, in words.
        why: String,
    },
    /// The file is larger than the limit for its format.
    TooLarge {
        /// The limit in megabytes.
        limit: u64,
    },
    /// Too many zero bytes for text.
    NotText,
    /// A quotation mark is opened and not closed.
    UnclosedQuote {
        /// The line where it opened, from 1.
        line: u64,
    },
    /// A cell is longer than any cell should be.
    CellTooLong {
        /// The line, from 1.
        line: u64,
    },
    /// A column that the plan names is not in the file.
    NoSuchColumn {
        /// Its name.
        name: String,
    },
    /// A file that gives a column of the plan is not beside the data, or no longer says the same.
    NoSuchFile {
        /// Its name.
        name: String,
    },
    /// A column that another file gives is to be measured.
    JoinedOutcome {
        /// Its name.
        name: String,
    },
    /// A sheet that the plan names is not in the workbook.
    NoSuchSheet {
        /// Its name.
        name: String,
    },
    /// No row could be used.
    NothingUsed {
        /// Why, in words, most frequent reason first.
        why: String,
    },
    /// Someone stopped the reading.
    Stopped,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty. Choose a file that holds a table."),
            Self::HeaderOnly => f.write_str(
                "The file has column names but no rows under them. Check that the export finished.",
            ),
            Self::NoTable => f.write_str(
                "No table was found: no row of column names with data under it. \
                 Choose the sheet or file that holds the table.",
            ),
            Self::WrongFormat { found } => write!(
                f,
                "The file is {found}, whatever its name says. Choose a CSV, TSV, Excel, OpenDocument or JSON file."
            ),
            Self::PasswordProtected => f.write_str(
                "The workbook is protected by a password. Save a copy without one in Excel \
                 (File, Info, Protect Workbook) and choose that.",
            ),
            Self::LockedByLabel => f.write_str(
                "The file is locked by a sensitivity label of its organisation. Open it in Excel, set the label \
                 to one without encryption (or save a copy as CSV), and choose that.",
            ),
            Self::BrokenJson { line, column } => write!(
                f,
                "The file begins as JSON but cannot be read as such: line {line}, place {column}. Download or \
                 export it again, or save the table as CSV."
            ),
            Self::DamagedArchive => f.write_str(
                "The compressed file is damaged or cut short. Download it again, or unpack it and choose what \
                 was inside.",
            ),
            Self::NoRowsInside { what } => write!(
                f,
                "The file is {what}. Choose the file that holds the table, or save the table as CSV."
            ),
            Self::DamagedWorkbook { why } => {
                write!(
                    f,
                    "The workbook is damaged: {why}. Download or save it again."
                )
            }
            Self::HostileWorkbook { why } => write!(
                f,
                "The workbook was not opened because {why}. Save the sheet as CSV and choose that."
            ),
            Self::TooLarge { limit } => write!(
                f,
                "The file is larger than {limit} MB. Save the table as CSV and choose that: \
                 a CSV may be of any size."
            ),
            Self::NotText => f.write_str(
                "The file holds bytes that are not text. Save it as \"CSV UTF-8\" and choose that.",
            ),
            Self::UnclosedQuote { line } => write!(
                f,
                "A quotation mark opened on line {line} is never closed, so that the rows after it \
                 cannot be told apart. Correct that line and choose the file again."
            ),
            Self::CellTooLong { line } => write!(
                f,
                "A cell on line {line} is longer than a million characters. Check that line for a \
                 missing line end or quotation mark."
            ),
            Self::NoSuchColumn { name } => write!(
                f,
                "The file has no column named \"{name}\". Choose the columns again for this file."
            ),
            Self::NoSuchFile { name } => write!(
                f,
                "The question looks codes up in \"{name}\", which is not beside this file. Choose both files \
                 together."
            ),
            Self::JoinedOutcome { name } => write!(
                f,
                "\"{name}\" comes from another file. It can divide people or keep rows, but it cannot be \
                 measured: choose a column of this file for that."
            ),
            Self::NoSuchSheet { name } => {
                write!(
                    f,
                    "The workbook has no sheet named \"{name}\". Choose one of its sheets."
                )
            }
            Self::NothingUsed { why } => write!(
                f,
                "No row could be used: {why}. Check what each column is for, and the choices made."
            ),
            Self::Stopped => {
                f.write_str("The reading was stopped. Choose the file again to start anew.")
            }
        }
    }
}

impl std::error::Error for ReadError {}
