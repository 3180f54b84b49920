//! A yes-or-no column: what each of its texts counts as, found by the text's number.

use std::borrow::Cow;

use crate::core::ledger::Reason;
use crate::core::plan::Answers as Rule;

use super::dictionary::{Dictionary, FURTHER};
use super::outcome;

/// What one text counts as: yes or no, or why neither.
pub(super) type Answer = Result<bool, Reason>;

/// The texts met so far, each with what it counts as.
#[derive(Debug)]
pub(super) struct Answers {
    rule: Rule,
    dictionary: Dictionary,
    /// By the number of the text; the first stands for texts that found no room.
    known: Vec<Answer>,
}

impl Answers {
    pub(super) fn new(rule: Rule) -> Self {
        Self {
            rule,
            dictionary: Dictionary::new(),
            known: Vec::new(),
        }
    }

    /// What a text counts as.
    pub(super) fn of(&mut self, text: &str) -> Answer {
        let id = self.dictionary.learn(text);
        self.of_number(id).unwrap_or_else(|| self.judge(text))
    }

    /// What the cell `bytes[start..end]` counts as; `decode` makes text of bytes not met before.
    #[inline]
    pub(super) fn of_cell<'a>(
        &mut self,
        bytes: &'a [u8],
        (start, end): (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
    ) -> Answer {
        let id = match self.dictionary.spelled(bytes, start, end) {
            Some(id) => id,
            None => self.dictionary.learn_spelling(&bytes[start..end], decode),
        };
        match self.known.get(id as usize) {
            Some(&answer) if id != FURTHER => answer,
            _ => self
                .of_number(id)
                .unwrap_or_else(|| self.judge(&decode(&bytes[start..end]))),
        }
    }

    /// What the text of a number counts as; `None` where it found no room.
    fn of_number(&mut self, id: u32) -> Option<Answer> {
        if id == FURTHER {
            return None;
        }
        while self.known.len() <= id as usize {
            let next = u32::try_from(self.known.len()).unwrap_or(FURTHER);
            let answer = self.judge(self.dictionary.text(next));
            self.known.push(answer);
        }
        self.known.get(id as usize).copied()
    }

    fn judge(&self, text: &str) -> Answer {
        outcome::answer(self.rule, text)
    }
}
