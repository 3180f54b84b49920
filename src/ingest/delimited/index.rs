//! Where cells and rows end in a piece of text.
//!
//! A quotation mark opens a quoted cell only as its first byte; elsewhere it is text. Inside, two marks
//! stand for one, and a single one closes; what follows until the delimiter is text.
//!
//! Toggling at every mark gives the same ends as that grammar unless a mark opens in the middle of a
//! cell. The quick scan toggles, notices when that happens, and hands the piece to the plain scan.

use super::masks::{BLOCK, masks, within};

/// The ends of all cells and rows of a piece, as places of the delimiters and line ends outside quotes.
#[derive(Debug, Default)]
pub(super) struct Index {
    cells: Places,
    rows: Places,
    /// Whether the piece ends inside quotation marks.
    pub(super) open: bool,
    /// Whether a quoted cell holds a line end.
    pub(super) broken: bool,
}

impl Index {
    /// Where cells end, the last cells of rows among them.
    pub(super) fn cells(&self) -> &[u32] {
        &self.cells.list[..self.cells.count]
    }

    /// Where rows end.
    pub(super) fn rows(&self) -> &[u32] {
        &self.rows.list[..self.rows.count]
    }

    /// Scans a piece that begins with a row and is padded with zeros to whole blocks.
    pub(super) fn scan(&mut self, padded: &[u8], delimiter: u8) {
        self.clear(padded.len());
        if !self.scan_quickly(padded, delimiter) {
            self.clear(padded.len());
            self.scan_interpretation(padded, delimiter);
        }
    }

    fn clear(&mut self, length: usize) {
        self.cells.clear(length);
        self.rows.clear(length);
        self.broken = false;
    }

    /// Whether the quick scan was right.
    fn scan_quickly(&mut self, padded: &[u8], delimiter: u8) -> bool {
        let mut inside = 0u64;
        let mut may_open = 1u64;
        let mut position = 0u32;
        for block in padded.as_chunks::<BLOCK>().0 {
            let found = masks(block, delimiter);
            let (mut ends, mut breaks) = (found.ends, found.breaks);
            if found.quotes | inside == 0 {
                may_open = ends >> 63;
            } else {
                let quoted = within(found.quotes) ^ inside;
                let closing = found.quotes & !quoted;
                self.broken |= breaks & quoted != 0;
                ends &= !quoted;
                breaks &= !quoted;
                let before_start = ends | closing;
                if found.quotes & quoted & !(before_start << 1 | may_open) != 0 {
                    return false;
                }
                may_open = before_start >> 63;
                inside = 0u64.wrapping_sub(quoted >> 63);
            }
            self.cells.push_many(position, ends);
            self.rows.push_few(position, breaks);
            position += BLOCK_LENGTH;
        }
        self.open = inside != 0;
        true
    }

    fn scan_interpretation(&mut self, padded: &[u8], delimiter: u8) {
        let (mut quoted, mut at_start) = (false, true);
        let mut position = 0;
        let mut bytes = padded.iter().peekable();
        while let Some(&byte) = bytes.next() {
            if quoted {
                if byte == b'"' && bytes.next_if(|&&next| next == b'"').is_some() {
                    position += 1;
                } else {
                    quoted = byte != b'"';
                }
                self.broken |= byte == b'\n';
            } else if byte == b'"' && at_start {
                quoted = true;
                at_start = false;
            } else {
                at_start = byte == delimiter || byte == b'\n';
                if at_start {
                    self.cells.push_few(position, 1);
                    self.rows.push_few(position, u64::from(byte == b'\n'));
                }
            }
            position += 1;
        }
        self.open = quoted;
    }
}

const BLOCK_LENGTH: u32 = 64;

/// A list of places with room to write a whole block's at once.
#[derive(Debug, Default)]
struct Places {
    list: Vec<u32>,
    count: usize,
}

impl Places {
    fn clear(&mut self, length: usize) {
        self.count = 0;
        if self.list.len() < length + BLOCK {
            self.list.resize(length + BLOCK, 0);
        }
    }

    /// Adds `position` plus the place of every set bit, where many are set. A few places too many are
    /// written rather than counted: how many bits a block has is hard to foretell, and a wrong guess
    /// costs more.
    #[inline]
    fn push_many(&mut self, position: u32, mut bits: u64) {
        let count = bits.count_ones() as usize;
        let Some(room) = self.list.get_mut(self.count..self.count + BLOCK) else {
            return;
        };
        let (first, rest) = room.split_at_mut(8);
        take(&mut bits, position, first);
        if count > 8 {
            let (second, rest) = rest.split_at_mut(8);
            take(&mut bits, position, second);
            if count > 16 {
                take(&mut bits, position, &mut rest[..count - 16]);
            }
        }
        self.count += count;
    }

    /// The same where at most one or two are set.
    #[inline]
    fn push_few(&mut self, position: u32, mut bits: u64) {
        while bits != 0 {
            if let Some(slot) = self.list.get_mut(self.count) {
                *slot = position + bits.trailing_zeros();
            }
            bits &= bits - 1;
            self.count += 1;
        }
    }
}

#[inline]
fn take(bits: &mut u64, position: u32, slots: &mut [u32]) {
    for slot in slots {
        *slot = position + bits.trailing_zeros();
        *bits &= bits.wrapping_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BLOCK, Index};

    proptest! {
        #[test]
        fn both_scans_agree(text in "[ab,\"\n\r]{0,300}") {
            let mut padded = text.into_bytes();
            padded.resize(padded.len().next_multiple_of(BLOCK), 0);
            let (mut quick, mut plain) = (Index::default(), Index::default());
            quick.scan(&padded, b',');
            plain.clear(padded.len());
            plain.scan_interpretation(&padded, b',');
            prop_assert_eq!(quick.cells(), plain.cells());
            prop_assert_eq!(quick.rows(), plain.rows());
            prop_assert_eq!((quick.open, quick.broken), (plain.open, plain.broken));
        }
    }
}
