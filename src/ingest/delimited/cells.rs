//! The cells of one row in a piece: where they stand, and what can be said without decoding them.

use crate::ingest::error::ReadError;

use super::index::Index;
use super::lines::{Lines, breaks};
use super::text;

/// No cell is longer than this.
const LONGEST_CELL: usize = 1 << 20;
/// No row is longer than this.
const LONGEST_ROW: usize = 4 << 20;
/// A quoted cell longer than this, or with more than [`MOST_BREAKS`] line ends, was never closed.
pub(super) const LONGEST_QUOTED: usize = 64 * 1024;
const MOST_BREAKS: u64 = 50;

/// The high half of every byte: clear in a number from 0 to 15.
const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;

/// Where a column's cell stands in a row that begins at `start`; a carriage return at the end of the
/// row is left out.
#[inline]
pub(super) fn place(bytes: &[u8], start: usize, ends: &[u32], column: usize) -> (usize, usize) {
    let from = match column {
        0 => start,
        _ => ends[column - 1] as usize + 1,
    };
    let mut to = ends[column] as usize;
    if column + 1 == ends.len() && to > from && bytes[to - 1] == b'\r' {
        to -= 1;
    }
    (from, to)
}

/// A whole number of one to eight digits, in quotation marks or not, that ends before `to`; `None` asks
/// for a closer look.
///
/// The digits are joined in pairs, fours and eights at once: how many there are is hard to foretell,
/// and a loop over them would guess wrong.
#[inline]
pub(super) fn whole(bytes: &[u8], mut from: usize, mut to: usize) -> Option<u32> {
    if let [b'"', _, .., b'"'] = bytes[from..to] {
        from += 1;
        to -= 1;
    }
    let length = to - from;
    if !(1..=8).contains(&length) {
        return None;
    }
    let zeros = u64::from_le_bytes([b'0'; 8]);
    let word = match bytes[..to].last_chunk() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => bytes[from..to]
            .iter()
            .fold(0, |word, &byte| word >> 8 | u64::from(byte) << 56),
    };
    // What stands before the cell is shifted out, and leading zeros come in.
    let spare = 64 - 8 * length;
    let digits = (word ^ zeros) >> spare << spare;
    if (digits | digits.wrapping_add(0x0606_0606_0606_0606)) & HIGH != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10 << 8 | 1) >> 8 & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_FFFF_0000_FFFF;
    u32::try_from(fours.wrapping_mul(10_000 << 32 | 1) >> 32).ok()
}

/// Whether a cell says nothing.
pub(super) fn is_blank(raw: &[u8], utf8: bool) -> bool {
    raw.is_empty() || text::decode(raw, utf8).0.trim().is_empty()
}

/// How many cells of a row say something.
pub(super) fn filled(bytes: &[u8], start: usize, ends: &[u32], utf8: bool) -> usize {
    let cells = (0..ends.len()).map(|column| place(bytes, start, ends, column));
    cells
        .filter(|&(from, to)| !is_blank(&bytes[from..to], utf8))
        .count()
}

/// The texts of a row's cells.
pub(super) fn cells(bytes: &[u8], start: usize, ends: &[u32], utf8: bool) -> Vec<String> {
    let places = (0..ends.len()).map(|column| place(bytes, start, ends, column));
    places
        .map(|(from, to)| text::decode(&bytes[from..to], utf8).0.into_owned())
        .collect()
}

/// Refuses a row with a cell that nobody would write.
pub(super) fn check_row(
    bytes: &[u8],
    start: usize,
    ends: &[u32],
    lines: &Lines,
) -> Result<(), ReadError> {
    let mut from = start;
    for &end in ends {
        let end = end as usize;
        check_cell(bytes, from, end, lines)?;
        from = end + 1;
    }
    if from - start > LONGEST_ROW {
        let line = lines.clone().line_of(bytes, start);
        return Err(ReadError::CellTooLong { line });
    }
    Ok(())
}

/// Refuses an unfinished row, from `start` to `length`, that nobody would write. At the end of the
/// file an open quotation mark is refused whatever its length.
pub(super) fn check_rest(
    bytes: &[u8],
    (start, length): (usize, usize),
    index: &Index,
    lines: &Lines,
    last: bool,
) -> Result<(), ReadError> {
    let last_end = index.cells().last().map_or(0, |&end| end as usize + 1);
    let from = last_end.max(start);
    if last && index.open {
        let line = lines.clone().line_of(bytes, from);
        return Err(ReadError::UnclosedQuote { line });
    }
    check_cell(bytes, from, length, lines)?;
    if length - start > LONGEST_ROW {
        let line = lines.clone().line_of(bytes, start);
        return Err(ReadError::CellTooLong { line });
    }
    Ok(())
}

/// Refuses a cell, complete or not, that nobody would write.
fn check_cell(bytes: &[u8], from: usize, to: usize, lines: &Lines) -> Result<(), ReadError> {
    let cell = &bytes[from..to];
    let line = || lines.clone().line_of(bytes, from);
    if cell.first() == Some(&b'"') && (cell.len() > LONGEST_QUOTED || breaks(cell) > MOST_BREAKS) {
        return Err(ReadError::UnclosedQuote { line: line() });
    }
    if cell.len() > LONGEST_CELL {
        return Err(ReadError::CellTooLong { line: line() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn whole_numbers_are_read_wherever_they_stand() {
        for number in [
            0, 1, 9, 10, 42, 105, 999, 1024, 65_535, 123_456, 7_654_321, 99_999_999,
        ] {
            for text in [format!("{number}"), format!("\"{number}\"")] {
                for before in ["", ",", "12345678,"] {
                    let bytes = format!("{before}{text},9");
                    let (from, to) = (before.len(), before.len() + text.len());
                    assert_eq!(whole(bytes.as_bytes(), from, to), Some(number), "{bytes}");
                }
            }
        }
        assert_eq!(whole(b"00000007", 0, 8), Some(7));
    }

    #[test]
    fn nothing_else_is_a_whole_number() {
        for byte in (0..=255u8).filter(|byte| !byte.is_ascii_digit()) {
            for place in 0..3 {
                let mut bytes = *b"111,222,";
                bytes[4 + place] = byte;
                assert_eq!(whole(&bytes, 4, 7), None, "{byte} at {place}");
            }
        }
        for text in ["", "\"\"", "\"", "123456789", "\"1", "1\""] {
            assert_eq!(whole(text.as_bytes(), 0, text.len()), None, "{text}");
        }
    }
}
