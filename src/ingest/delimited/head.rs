//! The first rows of a file, for a look before it is read.

use std::collections::{HashMap, HashSet};

use crate::ingest::error::ReadError;
use crate::ingest::outline::Format;

use super::splitter::Splitter;

/// The first rows of a delimited file, each with the line it begins on and its cells' texts, not
/// trimmed; at most `limit` rows, and only those that `head` holds whole. Empty lines are rows of one
/// blank cell.
///
/// When `head` is the entire file its last row counts even without a line end: pass `whole`.
///
/// # Errors
///
/// When a quotation mark is never closed, a cell is too long, or the format is a workbook's.
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
    let mut rows = Vec::new();
    let mut splitter = Splitter::new(format)?;
    for chunk in head.chunks(CHUNK) {
        splitter.push(chunk, &mut |line, row| {
            rows.push((line, row.to_vec()));
            Ok(())
        })?;
        if rows.len() >= limit {
            break;
        }
    }
    if rows.len() < limit {
        splitter.end(whole, &mut |line, row| {
            rows.push((line, row.to_vec()));
            Ok(())
        })?;
    }
    rows.truncate(limit);
    Ok(rows)
}

const CHUNK: usize = 64 * 1024;

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

/// Whether a cell repeats its column's name; a name that was made unique ends in " (2)".
pub fn is_header_text(name: &str, text: &str) -> bool {
    name == text
        || name.strip_prefix(text).is_some_and(|rest| {
            let number = rest
                .strip_prefix(" (")
                .and_then(|rest| rest.strip_suffix(')'));
            number.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        })
}
