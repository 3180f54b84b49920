//! The different texts of one column, each with a small number.
//!
//! Most columns of codes hold few different texts, so that after the first rows a text is found by its
//! bytes alone, before any decoding or trimming: one byte by a table, more by a hash.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use crate::ingest::lookup::Through;

/// The number of every text beyond [`MOST_TEXTS`].
pub(super) const FURTHER: u32 = 0;
/// The number of blank cells.
pub(super) const BLANK: u32 = 1;
/// How many different texts of a column are told apart.
pub(super) const MOST_TEXTS: usize = 20_000;
/// How many spellings (quotes, spaces) are remembered as bytes.
const MOST_SPELLINGS: usize = 1 << 16;

const UNKNOWN: u32 = u32::MAX;

/// Texts by number and numbers by text.
#[derive(Debug)]
pub(in crate::ingest) struct Dictionary {
    texts: Vec<String>,
    ids: HashMap<String, u32>,
    of_plan: usize,
    full: bool,
    single: [u32; 256],
    spellings: Vec<Spelling>,
    spelled: usize,
    arena: Vec<u8>,
    /// What the column's codes are seen through, where another file says what they are.
    through: Option<Rc<Through>>,
    /// Whether a code was met that the other file does not know.
    missed: bool,
    /// The number of an empty cell.
    blank: u32,
}

#[derive(Clone, Copy, Debug)]
struct Spelling {
    key: u64,
    start: u32,
    length: u32,
    id: u32,
}

const FREE: Spelling = Spelling {
    key: 0,
    start: 0,
    length: 0,
    id: UNKNOWN,
};

impl Dictionary {
    pub(super) fn new() -> Self {
        Self {
            texts: vec![String::new(); 2],
            ids: HashMap::from([(String::new(), BLANK)]),
            of_plan: 0,
            full: false,
            single: [UNKNOWN; 256],
            spellings: vec![FREE; 256],
            spelled: 0,
            arena: Vec::new(),
            through: None,
            missed: false,
            blank: BLANK,
        }
    }

    /// The number of a text that the plan names; it never counts against the limit.
    pub(super) fn seed(&mut self, text: &str) -> u32 {
        let known = self.texts.len();
        let id = self.insert(text.trim());
        self.of_plan += self.texts.len() - known;
        id
    }

    /// The number of a text, trimmed; a new one while there is room.
    pub(super) fn learn(&mut self, text: &str) -> u32 {
        let text = text.trim();
        let through = self.through.clone();
        let text = match &through {
            Some(through) => {
                self.missed |= !text.is_empty() && !through.knows(text);
                through.see(text)
            }
            None => text,
        };
        match self.ids.get(text) {
            Some(&id) => id,
            None if self.texts.len() - self.of_plan < MOST_TEXTS + 2 => self.insert(text),
            None => {
                self.full = true;
                FURTHER
            }
        }
    }

    fn insert(&mut self, text: &str) -> u32 {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = u32::try_from(self.texts.len()).unwrap_or(FURTHER);
        self.texts.push(text.to_owned());
        self.ids.insert(text.to_owned(), id);
        id
    }

    /// A dictionary of what another file says of the column's codes.
    pub(super) fn seen_through(through: Option<&Rc<Through>>) -> Self {
        let of_file = through.is_some_and(|through| matches!(**through, Through::File(_)));
        Self {
            through: through.cloned(),
            blank: if of_file { UNKNOWN } else { BLANK },
            ..Self::new()
        }
    }

    /// Whether the texts are those of another file.
    pub(super) const fn is_joined(&self) -> bool {
        self.through.is_some()
    }

    /// Whether a code was met that the other file does not know.
    pub(super) const fn has_missed(&self) -> bool {
        self.missed
    }

    /// Whether a text was met for which there was no room.
    pub(super) const fn is_full(&self) -> bool {
        self.full
    }

    /// The text of a number.
    pub(super) fn text(&self, id: u32) -> &str {
        self.texts.get(id as usize).map_or("", String::as_str)
    }

    /// The number of the cell `bytes[start..end]` if its spelling was met before.
    #[inline]
    pub(super) fn spelled(&self, bytes: &[u8], start: usize, end: usize) -> Option<u32> {
        let length = end - start;
        let id = match length {
            0 => self.blank,
            1 => self.single[bytes[start] as usize],
            _ => {
                let key = key(bytes, start, length);
                let mut place = self.place(key);
                loop {
                    let found = &self.spellings[place];
                    if found.id == UNKNOWN
                        || found.key == key
                            && found.length as usize == length
                            && (length <= 8 || self.arena(found) == &bytes[start..end])
                    {
                        break found.id;
                    }
                    place = (place + 1) & (self.spellings.len() - 1);
                }
            }
        };
        (id != UNKNOWN).then_some(id)
    }

    /// The number of a cell whose spelling is new.
    #[cold]
    pub(super) fn learn_spelling<'a>(
        &mut self,
        raw: &'a [u8],
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
    ) -> u32 {
        let id = self.learn(&decode(raw));
        self.remember(raw, id);
        id
    }

    fn remember(&mut self, raw: &[u8], id: u32) {
        if let [byte] = raw {
            self.single[*byte as usize] = id;
        }
        let (Ok(start), Ok(length)) = (self.arena.len().try_into(), raw.len().try_into()) else {
            return;
        };
        if raw.len() < 2 || raw.len() > LONGEST_SPELLING || self.spelled >= MOST_SPELLINGS {
            return;
        }
        if self.spelled * 2 >= self.spellings.len() {
            let doubled = vec![FREE; self.spellings.len() * 2];
            for spelling in std::mem::replace(&mut self.spellings, doubled) {
                if spelling.id != UNKNOWN {
                    self.put(spelling);
                }
            }
        }
        self.arena.extend_from_slice(raw);
        self.spelled += 1;
        self.put(Spelling {
            key: key(raw, 0, raw.len()),
            start,
            length,
            id,
        });
    }

    fn put(&mut self, spelling: Spelling) {
        let mut place = self.place(spelling.key);
        while self.spellings[place].id != UNKNOWN {
            place = (place + 1) & (self.spellings.len() - 1);
        }
        self.spellings[place] = spelling;
    }

    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the mask keeps the low bits"
    )]
    fn place(&self, key: u64) -> usize {
        let mixed = key.wrapping_mul(ODD);
        (mixed ^ (mixed >> 32)) as usize & (self.spellings.len() - 1)
    }

    fn arena(&self, spelling: &Spelling) -> &[u8] {
        let start = spelling.start as usize;
        &self.arena[start..start + spelling.length as usize]
    }
}

/// Longer cells are looked up as text each time.
const LONGEST_SPELLING: usize = 256;

/// A large odd number that spreads bits (2^64 over the golden ratio).
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The bytes themselves where eight hold them, else a hash of them.
#[inline]
fn key(bytes: &[u8], start: usize, length: usize) -> u64 {
    if length <= 8 {
        return word(bytes, start, length);
    }
    let mut hash = length as u64;
    let mut at = start;
    while at < start + length {
        let word = word(bytes, at, (start + length - at).min(8));
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(ODD);
        at += 8;
    }
    hash
}

/// A cell of up to seven bytes as a number of its own, 0 for the empty one; `None` for a longer cell, and for
/// one among the last bytes.
#[inline]
pub(super) fn short(bytes: &[u8], start: usize, end: usize) -> Option<u64> {
    let length = end - start;
    if length > 7 {
        return None;
    }
    let eight = bytes.get(start..start + 8)?.first_chunk()?;
    let mask = (1 << (8 * length)) - 1;
    Some(u64::from_le_bytes(*eight) & mask | (length as u64) << 56)
}

/// Up to eight bytes as a number; one read where the bytes after them exist.
#[inline]
fn word(bytes: &[u8], start: usize, length: usize) -> u64 {
    let mut eight = [0; 8];
    if let Some(read) = bytes.get(start..start + 8) {
        eight.copy_from_slice(read);
        u64::from_le_bytes(eight) & (u64::MAX >> (64 - 8 * length))
    } else {
        eight[..length].copy_from_slice(&bytes[start..start + length]);
        u64::from_le_bytes(eight)
    }
}
