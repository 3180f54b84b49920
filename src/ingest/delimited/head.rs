//! The first rows of a file, for a look before it is read.

use std::collections::{HashMap, HashSet};

use crate::ingest::error::ReadError;
use crate::ingest::outline::{Encoding, Format};
use crate::ingest::sniff;

use super::cells::{cells, check_rest, check_row};
use super::convert::Converter;
use super::index::Index;
use super::lines::Lines;
use super::masks::BLOCK;

/// The first rows of a delimited file, each with the line it begins on and its cells' texts, not
/// trimmed; at most `limit` rows, and only those that `head` holds whole. Empty lines are rows of one
/// blank cell. Of a workbook there are none.
///
/// When `head` is the entire file its last row counts even without a line end: pass `whole`.
///
/// # Errors
///
/// When a quotation mark is never closed, or a cell is too long.
///
/// ```
/// use equal_measure::ingest::{delimited::head_rows, sniff};
/// let bytes = b"age,note\n30,\"a\nb\"\n31,cu";
/// let format = sniff::format(bytes, 900).unwrap();
/// let rows = head_rows(bytes, &format, 10, false).unwrap();
/// assert_eq!(rows[1], (2, vec!["30".to_owned(), "a\nb".to_owned()]));
/// assert_eq!(rows.len(), 2);
/// ```
pub fn head_rows(
    head: &[u8],
    format: &Format,
    limit: usize,
    whole: bool,
) -> Result<Vec<(u64, Vec<String>)>, ReadError> {
    let &Format::Delimited {
        delimiter,
        encoding,
        skip,
    } = format
    else {
        return Ok(Vec::new());
    };
    let body = head.get(skip..).unwrap_or_default();
    let mut bytes = match sniff::charset(encoding) {
        Some(charset) => Converter::new(charset).convert(body, whole).into(),
        None => body.to_vec(),
    };
    if whole && bytes.last().is_some_and(|&byte| byte != b'\n') {
        bytes.push(b'\n');
    }
    let length = bytes.len();
    bytes.resize(length.next_multiple_of(BLOCK), 0);
    let mut index = Index::default();
    index.scan(&bytes, delimiter);
    let utf8 = encoding != Encoding::Windows1252;
    let mut lines = Lines::new();
    let (mut start, mut first) = (0, 0);
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    for &row_end in index.rows().iter().take(limit) {
        let ends = &index.cells()[first..];
        let count = ends.partition_point(|&end| end <= row_end);
        let ends = &ends[..count];
        check_row(&bytes, start, ends, &lines)?;
        let line = lines.line_of(&bytes, start);
        rows.push((line, cells(&bytes, start, ends, utf8)));
        first += count;
        start = row_end as usize + 1;
    }
    if rows.len() < limit {
        check_rest(&bytes, (start, length), &index, &lines, whole)?;
    }
    Ok(rows)
}

/// The names of columns as the app uses them: trimmed; a second column of one name has " (2)" added;
/// a column without a name is "Column 3", by its place from 1.
///
/// ```
/// use equal_measure::ingest::delimited::unique_names;
/// let header = ["n ", "", "n"].map(String::from).to_vec();
/// assert_eq!(unique_names(header), ["n", "Column 2", "n (2)"]);
/// ```
pub fn unique_names(header: Vec<String>) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut names = Vec::with_capacity(header.len());
    for (place, cell) in (1..).zip(header) {
        let base = match cell.trim() {
            "" => format!("Column {place}"),
            name => name.to_owned(),
        };
        let time = times.entry(base.clone()).or_default();
        let name = loop {
            *time += 1;
            let name = match *time {
                1 => base.clone(),
                number => format!("{base} ({number})"),
            };
            if taken.insert(name.clone()) {
                break name;
            }
        };
        names.push(name);
    }
    names
}
