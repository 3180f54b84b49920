//! The texts of one column, each looked at once: what it says is kept by the text's number.

use std::borrow::Cow;

use super::dictionary::{Dictionary, FURTHER, short};

/// How many short texts are found without their number, as a power of two.
const RECENT: u32 = 4;
/// A large odd number that spreads bits (2^64 over the golden ratio).
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The texts met so far, each with what was made of it.
#[derive(Debug)]
pub(super) struct Known<T> {
    dictionary: Dictionary,
    /// By the number of the text; the first stands for texts that found no room.
    said: Vec<T>,
    /// Short cells by their bytes, each where its bytes say and with what it says; at first the blank one.
    recent: [(u64, T); 1 << RECENT],
}

impl<T: Copy> Known<T> {
    /// A column of which nothing is known but what a blank says.
    pub(super) fn new(blank: T) -> Self {
        Self {
            dictionary: Dictionary::new(),
            said: Vec::new(),
            recent: [(0, blank); 1 << RECENT],
        }
    }

    /// What a text says.
    pub(super) fn of(&mut self, text: &str, judge: impl Fn(&str) -> T) -> T {
        let id = self.dictionary.learn(text);
        self.of_number(id, &judge)
            .unwrap_or_else(|| judge(text.trim()))
    }

    /// What the cell `bytes[start..end]` says; `decode` makes text of bytes not met before.
    #[inline]
    pub(super) fn of_cell<'a>(
        &mut self,
        bytes: &'a [u8],
        (start, end): (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
        judge: impl Fn(&str) -> T,
    ) -> T {
        let Some(key) = short(bytes, start, end) else {
            return self.of_any(bytes, (start, end), decode, judge);
        };
        let at = (key.wrapping_mul(ODD) >> (64 - RECENT)) as usize;
        let (recent, said) = self.recent[at];
        if recent == key {
            return said;
        }
        let said = self.of_any(bytes, (start, end), decode, judge);
        self.recent[at] = (key, said);
        said
    }

    /// What a cell of any length says.
    #[inline(never)]
    fn of_any<'a>(
        &mut self,
        bytes: &'a [u8],
        (start, end): (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
        judge: impl Fn(&str) -> T,
    ) -> T {
        let id = match self.dictionary.spelled(bytes, start, end) {
            Some(id) => id,
            None => self.dictionary.learn_spelling(&bytes[start..end], decode),
        };
        match self.said.get(id as usize) {
            Some(&said) if id != FURTHER => said,
            _ => self
                .of_number(id, &judge)
                .unwrap_or_else(|| judge(decode(&bytes[start..end]).trim())),
        }
    }

    /// What the text of a number says; `None` where it found no room.
    #[cold]
    fn of_number(&mut self, id: u32, judge: &impl Fn(&str) -> T) -> Option<T> {
        if id == FURTHER {
            return None;
        }
        while self.said.len() <= id as usize {
            let next = u32::try_from(self.said.len()).unwrap_or(FURTHER);
            let said = judge(self.dictionary.text(next));
            self.said.push(said);
        }
        self.said.get(id as usize).copied()
    }
}
