//! The twins of the Outline.

use super::plan::{Plan, Role};
use super::twin::{Twin, twin};
use crate::core::answer;
use crate::ingest::outline;

twin! { struct Outline of outline::Outline {
    format: Format,
    sheets: Vec<SheetOutline>,
    first: usize,
} }

twin! { enum Format of outline::Format {
    Delimited { delimiter: u8, encoding: Encoding, skip: usize },
    Xlsx,
} }

twin! { enum Encoding of outline::Encoding { Utf8, Windows1252, Utf16Le, Utf16Be } }

twin! { struct SheetOutline of outline::SheetOutline {
    name: String,
    source: Source,
    header_line: u64,
    columns: Vec<ColumnFinding>,
    preview: Vec<Vec<String>>,
    notes: Vec<String>,
    plan: Result<Plan, String>,
} }

twin! { struct ColumnFinding of outline::ColumnFinding {
    name: String,
    role: Role,
    scheme: Option<String>,
    why: String,
    confidence: f64,
    examples: Vec<String>,
    texts: Vec<String>,
    goes_on: bool,
} }

twin! { struct Source of answer::Source {
    file: String,
    sheet: Option<String>,
    title: Option<String>,
    period: Option<String>,
    population: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    protected: Option<String>,
    notes: Vec<String>,
} }
