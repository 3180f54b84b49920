//! What a first look at a file finds: its sheets, columns, what each is probably for, and a Plan.

use serde::{Deserialize, Serialize};

use crate::core::answer::Source;
use crate::core::plan::{Join, Only, Plan, Role};

/// The format and dialect of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Text in rows.
    Delimited {
        /// The byte between cells.
        delimiter: u8,
        /// How the bytes are text.
        encoding: Encoding,
        /// The bytes to skip before the first line (a byte order mark).
        skip: usize,
    },
    /// Sheets of cells in a file that is read whole: a workbook, JSON, tables of a web page, an archive.
    Book,
}

/// How bytes are text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, the usual one of older exports in England.
    Windows1252,
    /// UTF-16, little-endian, converted while reading.
    Utf16Le,
    /// UTF-16, big-endian, converted while reading.
    Utf16Be,
}

/// What a first look at one column finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnFinding {
    /// The column's name, unique in the sheet.
    pub name: String,
    /// What it is probably for.
    pub role: Role,
    /// The id of the grouping scheme, where it divides people.
    pub scheme: Option<String>,
    /// Why, in a short phrase: "the name says deprivation and the values run from 1 to 10".
    pub why: String,
    /// How sure, 0 to 1; below 0.8 the page asks.
    pub confidence: f64,
    /// Up to five different example values; none for an identifier.
    pub examples: Vec<String>,
    /// Every different value of an organisation, area or period, in the file's order, so that rows can
    /// be narrowed to one; none for other columns, and none where there are very many.
    pub texts: Vec<String>,
    /// Whether the sheet goes on after the rows looked at, so that there may be further values.
    pub goes_on: bool,
}

/// A sentence about the rows of one column that are kept: true as long as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptNote {
    /// The column's name.
    pub column: String,
    /// The sentence.
    pub note: String,
}

/// What a first look at one sheet (or text file) finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetOutline {
    /// The sheet's name; empty for a text file.
    pub name: String,
    /// What the file says of itself.
    pub source: Source,
    /// The line of the header, from 1.
    pub header_line: u64,
    /// The columns of the tidy table: after groups spread over columns have been turned into rows.
    pub columns: Vec<ColumnFinding>,
    /// Which of the columns other files give, and how.
    pub joins: Vec<Join>,
    /// Those of the sentences that are about rows kept.
    pub kept: Vec<KeptNote>,
    /// Texts whose rows are kept and hold what the other rows of their column hold besides: no choice may add both.
    pub totals: Vec<Only>,
    /// The first rows of the tidy table, identifier columns blank; at most 10 rows and 50 columns.
    pub preview: Vec<Vec<String>>,
    /// Sentences about what was found and done: columns dropped, groups turned into rows, stray cells.
    pub notes: Vec<String>,
    /// What the app would do with it, or why it can do nothing.
    pub plan: Result<Plan, String>,
}

/// One of several files of one shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its place among the files that came together.
    pub given: usize,
    /// What it is called among them.
    pub label: String,
    /// Its format.
    pub format: Format,
    /// Its sheet, where it is a workbook.
    pub sheet: Option<String>,
}

/// What a first look at a file finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// The format.
    pub format: Format,
    /// Every sheet, in the file's order; one for a text file.
    pub sheets: Vec<SheetOutline>,
    /// The place of the sheet to start with.
    pub first: usize,
    /// The place of this file among those that came together.
    pub given: usize,
    /// The files of one shape that are read one after the other, this one first; none where it is read alone.
    pub parts: Vec<Part>,
}

impl SheetOutline {
    /// The sentences that are true under a plan, which may keep other rows than the one proposed.
    pub fn notes_of<'a>(&'a self, plan: Option<&'a Plan>) -> impl Iterator<Item = &'a String> {
        let proposed = self.plan.as_ref().ok();
        self.notes.iter().filter(move |note| {
            let mut kept = self.kept.iter();
            let about = kept.find(|kept| kept.note == **note);
            about.is_none_or(|about| {
                let keep = |plan: Option<&'a Plan>| plan.and_then(|plan| plan.keep(&about.column));
                keep(plan) == keep(proposed)
            })
        })
    }
}

impl Outline {
    /// The files to read, one after the other: several of one shape, or this one alone.
    pub fn files(&self) -> Vec<Part> {
        if !self.parts.is_empty() {
            return self.parts.clone();
        }
        vec![Part {
            given: self.given,
            label: String::new(),
            format: self.format.clone(),
            sheet: None,
        }]
    }
}

impl Part {
    /// The plan for this file: its sheet may be called otherwise than that of the first.
    pub fn plan(&self, plan: &Plan) -> Plan {
        Plan {
            sheet: self.sheet.clone().or_else(|| plan.sheet.clone()),
            ..plan.clone()
        }
    }
}
