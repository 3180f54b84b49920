//! Finding the row of column names among titles, notes and data.

use crate::ingest::cell::{Content, read};
use crate::ingest::error::ReadError;

/// Where the header is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The place of the header's last row in the rows looked at.
    pub at: usize,
    /// Its line, from 1.
    pub line: u64,
    /// The place of the row above it, where the header has two rows.
    pub top: Option<usize>,
    /// The line where the header begins.
    pub top_line: u64,
    /// How many cells wide the table is.
    pub width: usize,
}

/// A header is looked for among this many filled rows.
const LOOKED_AT: usize = 80;

/// So many rows below a header tell how wide its table is.
const JUDGED: usize = 200;

/// Finds the header.
///
/// # Errors
/// As [`super::Tidy::find`].
pub fn find(rows: &[(u64, Vec<String>)]) -> Result<Header, ReadError> {
    let filled: Vec<(usize, usize)> = rows
        .iter()
        .enumerate()
        .map(|(at, (_, row))| (at, count(row)))
        .filter(|&(_, count)| count > 0)
        .collect();
    if filled.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut counts: Vec<usize> = filled.iter().map(|&(_, count)| count).collect();
    counts.sort_unstable();
    let usual = counts[(counts.len() - 1) * 3 / 4];
    if filled.len() == 1 && usual >= 2 {
        return Err(ReadError::HeaderOnly);
    }
    if usual < 2 {
        return Err(ReadError::NoTable);
    }
    let candidates = &filled[..filled.len().min(LOOKED_AT)];
    let found = candidates
        .iter()
        .enumerate()
        .find(|&(order, &(at, count))| {
            let row = &rows[at].1;
            count * 5 >= usual * 3
                && !is_key_and_value(row)
                && !is_before_a_wider_header(candidates, order, rows)
        });
    let Some((mut order, &(mut at, _))) = found else {
        return Err(ReadError::NoTable);
    };
    if !looks_like_names(&rows[at].1) {
        return Err(ReadError::NoTable);
    }
    if let Some(below) = lower_half(rows, at) {
        (order, at) = (order + 1, below);
    }
    if order + 1 == filled.len() {
        return Err(ReadError::HeaderOnly);
    }
    let top = top_row(rows, at).filter(|_| !is_of_pivot(&rows[at].1));
    let width = width(rows, &filled[order..]);
    Ok(Header {
        at,
        line: rows[at].0,
        top,
        top_line: top.map_or(rows[at].0, |top| rows[top].0),
        width,
    })
}

/// Whether a header is that of a pivot table: the row above it says what is counted and no column's name.
fn is_of_pivot(row: &[String]) -> bool {
    let first = row.iter().find(|cell| !cell.trim().is_empty());
    first.is_some_and(|cell| cell.trim() == "Row Labels")
}

/// How many cells wide the table under a header is: `filled` begins with the header. A few rows that run
/// past the header are ragged; many are columns without a name.
fn width(rows: &[(u64, Vec<String>)], filled: &[(usize, usize)]) -> usize {
    let own = filled.first().map_or(0, |&(at, _)| rows[at].1.len());
    let ends: Vec<usize> = filled
        .iter()
        .skip(1)
        .take(JUDGED)
        .filter_map(|&(at, _)| last_filled(&rows[at].1))
        .map(|last| last + 1)
        .collect();
    let past = ends.iter().filter(|&&end| end > own).count();
    let widest = ends.iter().copied().max().unwrap_or(0);
    let few = if ends.len() < 10 {
        past * 2 < ends.len()
    } else {
        past * 10 <= ends.len()
    };
    if few { own } else { own.max(widest) }
}

/// The row below, where it holds names that repeat under the groups of the row at hand, and numbers
/// follow it: "Male", blank, "Female", blank over "Deaths", "Population", "Deaths", "Population".
fn lower_half(rows: &[(u64, Vec<String>)], at: usize) -> Option<usize> {
    let (line, above) = &rows[at];
    let (below_line, below) = rows.get(at + 1)?;
    let names: Vec<&str> = below
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    let is_blank =
        |row: &[String], place: usize| row.get(place).is_none_or(|cell| cell.trim().is_empty());
    let unnamed = (0..above.len()).any(|at| !is_blank(above, at) && is_blank(below, at));
    let data = rows
        .get(at + 2)
        .is_some_and(|(_, row)| numbers(row) > names.len() / 2);
    (*below_line == line + 1
        && names.len() >= 2
        && different.len() * 2 <= names.len()
        && numbers(below) == 0
        && unnamed
        && is_blank(below, 0)
        && data)
        .then_some(at + 1)
}

fn count(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn last_filled(row: &[String]) -> Option<usize> {
    row.iter().rposition(|cell| !cell.trim().is_empty())
}

/// `"Title:", "Waiting times"`: a remark about the file.
fn is_key_and_value(row: &[String]) -> bool {
    let mut filled = row
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty());
    let first = filled.next().unwrap_or_default();
    first.ends_with(':') && filled.count() <= 1
}

/// Two cells of text just above a wider row of names are a remark, not a header.
fn is_before_a_wider_header(
    candidates: &[(usize, usize)],
    order: usize,
    rows: &[(u64, Vec<String>)],
) -> bool {
    let (_, count) = candidates[order];
    count <= 2
        && candidates[order + 1..]
            .iter()
            .take(12)
            .any(|&(at, wider)| wider > count && numbers(&rows[at].1) == 0)
}

fn numbers(row: &[String]) -> usize {
    row.iter()
        .filter(|cell| matches!(read(cell), Content::Number(_)))
        .count()
}

/// Names are mostly text; years and single ages may stand as names.
fn looks_like_names(row: &[String]) -> bool {
    let filled = count(row);
    let numbers = row
        .iter()
        .filter_map(|cell| match read(cell) {
            Content::Number(micro) => Some((cell.trim(), micro)),
            _ => None,
        })
        .collect::<Vec<_>>();
    let rising = numbers.windows(2).all(|pair| pair[0].1 < pair[1].1);
    let short = numbers
        .iter()
        .all(|(text, _)| text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()));
    numbers.len() * 2 <= filled && (rising && short || numbers.len() * 5 <= filled)
        || rising && short && numbers.len() >= 4 && numbers.len() < filled
}

/// The row above, where the header's names repeat or are missing and that row says which is which.
fn top_row(rows: &[(u64, Vec<String>)], at: usize) -> Option<usize> {
    let top = at.checked_sub(1)?;
    let (line, above) = &rows[top];
    let header = &rows[at].1;
    if line + 1 != rows[at].0 || numbers(above) > 0 || is_key_and_value(above) || count(above) < 2 {
        return None;
    }
    let names: Vec<String> = header
        .iter()
        .map(|cell| cell.trim().to_lowercase())
        .filter(|cell| !cell.is_empty())
        .collect();
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    let repeated = different.len() < names.len();
    let unnamed = above.iter().enumerate().any(|(place, cell)| {
        !cell.trim().is_empty() && header.get(place).is_none_or(|name| name.trim().is_empty())
    });
    (repeated || unnamed).then_some(top)
}
