//! Rows from all over a file, for a look that knows more than its beginning.

use crate::ingest::outline::{Encoding, Format};

use super::splitter::Splitter;

/// How many blocks of a file are looked at after its first rows, and how long each is.
pub const BLOCKS: usize = 64;
/// Bytes of one block.
pub const BLOCK: usize = 4 << 10;

/// A part of a file.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Whether it begins where a row does.
    pub begins: bool,
    /// Whether the file ends with it.
    pub ends: bool,
}

impl<'a> Part<'a> {
    /// The whole part where it is short; else blocks spread over it, the first and the last bytes among them.
    pub fn spread(self) -> Vec<Part<'a>> {
        if self.bytes.len() <= BLOCKS * BLOCK {
            return vec![self];
        }
        let room = self.bytes.len() - BLOCK;
        let blocks = (0..BLOCKS).map(|block| {
            let start = room / (BLOCKS - 1) * block;
            let start = if block + 1 == BLOCKS { room } else { start };
            Part {
                bytes: &self.bytes[start..start + BLOCK],
                begins: self.begins && block == 0,
                ends: self.ends && block + 1 == BLOCKS,
            }
        });
        blocks.collect()
    }
}

/// The whole rows of parts of a file, as far as they have `width` cells: what is cut off, or begins within a quoted
/// cell, has not. Of UTF-16 no part is read, since its bytes do not tell where a line ends.
pub fn rows_of(parts: &[Part<'_>], format: &Format, width: usize) -> Vec<Vec<String>> {
    let &Format::Delimited {
        delimiter,
        encoding,
        ..
    } = format
    else {
        return Vec::new();
    };
    if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
        return Vec::new();
    }
    let format = Format::Delimited {
        delimiter,
        encoding,
        skip: 0,
    };
    let mut rows = Vec::new();
    for part in parts {
        let start = if part.begins {
            Some(0)
        } else {
            memchr::memchr(b'\n', part.bytes).map(|end| end + 1)
        };
        let (Some(start), Ok(mut splitter)) = (start, Splitter::new(&format)) else {
            continue;
        };
        let mut each = |_: u64, row: &[String]| {
            if row.len() == width {
                rows.push(row.to_vec());
            }
            Ok(())
        };
        // A part that cannot be told apart says nothing; the reading will say what is wrong.
        let read = splitter.push(&part.bytes[start..], &mut each);
        drop(read.and_then(|()| splitter.end(part.ends, &mut each)));
    }
    rows
}

/// Where the line of this number, from 1, begins.
pub fn start_of_line(bytes: &[u8], line: u64) -> Option<usize> {
    let before = usize::try_from(line.checked_sub(2)?).ok()?;
    memchr::memchr_iter(b'\n', bytes)
        .nth(before)
        .map(|end| end + 1)
}
