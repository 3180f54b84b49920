//! What can be counted of a column in the rows looked at.

use std::collections::BTreeSet;

use crate::core::dimension::Status;
use crate::core::histogram::MICRO;
use crate::ingest::cell::{Content, is_percent, read};
use crate::nhs::words;

/// More different texts than this are not kept: such a column divides nobody.
const MOST_TEXTS: usize = 3000;

/// More different words than this beside numbers are no strays, and fewer numbers than this tell nothing.
const MOST_WORDS: usize = 2;
const ENOUGH_NUMBERS: usize = 3;
/// One cell in so many may hold any word: in a long file some always do.
const FEW_OF: usize = 50;

/// Facts of one column.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    /// Its name as the file gives it.
    pub name: &'a str,
    /// Its name in lower case, words apart by single spaces: `IMD19_Decile` is "imd19 decile",
    /// `AreaCode` is "area code".
    pub said: String,
    /// Cells with something in them.
    pub filled: usize,
    /// Cells that are numbers.
    pub numbers: usize,
    /// Cells that are marks in a number's place.
    pub marks: usize,
    /// Cells that are `*`.
    pub stars: usize,
    /// Numbers with a percent sign.
    pub percents: usize,
    /// Whether every number is whole.
    pub whole: bool,
    /// The least number, in millionths.
    pub least: i64,
    /// The greatest number, in millionths.
    pub greatest: i64,
    /// Numbers that are multiples of 5.
    pub fives: usize,
    /// Numbers that are multiples of 7.
    pub sevens: usize,
    /// The different texts in the order of the file, trimmed and not blank.
    pub texts: Vec<&'a str>,
    /// Whether there were more than are kept.
    pub many: bool,
    /// Every filled cell, in the order of the file.
    pub cells: Vec<&'a str>,
    /// Every cell, blank ones too: what stands in one row has one place in the lists of all columns.
    pub rows: Vec<&'a str>,
    /// The different words that stand where the others are numbers, marks apart.
    words: BTreeSet<&'a str>,
    /// Cells with such words.
    worded: usize,
}

impl<'a> Facts<'a> {
    /// Counts a column's cells.
    pub fn of(name: &'a str, cells: impl Iterator<Item = &'a str>) -> Self {
        let mut facts = Self {
            name,
            said: said(name),
            whole: true,
            least: i64::MAX,
            greatest: i64::MIN,
            ..Self::default()
        };
        let mut seen = BTreeSet::new();
        for cell in cells.map(str::trim) {
            facts.rows.push(cell);
            if cell.is_empty() {
                continue;
            }
            facts.filled += 1;
            facts.cells.push(cell);
            match read(cell) {
                Content::Number(micro) => facts.number(cell, micro),
                Content::Mark(_) => {
                    facts.marks += 1;
                    facts.stars += usize::from(cell == "*");
                }
                Content::Blank => {}
                Content::Text(word) => {
                    facts.worded += 1;
                    if facts.words.len() <= MOST_WORDS {
                        facts.words.insert(word);
                    }
                }
            }
            if facts.texts.len() < MOST_TEXTS {
                if seen.insert(cell) {
                    facts.texts.push(cell);
                }
            } else if !facts.many {
                facts.many = !seen.contains(cell);
            }
        }
        facts
    }

    fn number(&mut self, cell: &str, micro: i64) {
        self.numbers += 1;
        self.percents += usize::from(is_percent(cell));
        self.whole &= micro % MICRO == 0;
        self.least = self.least.min(micro);
        self.greatest = self.greatest.max(micro);
        self.fives += usize::from(micro % (5 * MICRO) == 0);
        self.sevens += usize::from(micro % (7 * MICRO) == 0);
    }

    /// Whether the column is one of numbers: all of them, marks apart.
    pub fn is_numeric(&self) -> bool {
        self.numbers > 0 && self.numbers + self.marks == self.filled
    }

    /// Whether the column is one of numbers with at most a word or two among them, such as "pending", where a
    /// number is missing. Small numbers beside words may be codes.
    pub fn is_mostly_numeric(&self) -> bool {
        let few = self.words.len() <= MOST_WORDS && self.worded * 4 <= self.filled;
        let stray = (few || self.worded * FEW_OF <= self.filled)
            && self.numbers >= ENOUGH_NUMBERS
            && self.greatest >= 10 * MICRO;
        self.is_numeric() || self.worded > 0 && stray && !self.is_a_group()
    }

    /// Whether a word among the numbers is that of a group: all people, or, beside numbers that may be codes,
    /// unknown ones.
    fn is_a_group(&self) -> bool {
        self.words.iter().any(|word| match words::status(word) {
            Some(Status::Total) => true,
            Some(Status::Missing) | None => false,
            Some(_) => self.greatest < 100 * MICRO,
        })
    }

    /// Whether the column is one of whole numbers from 0 up, a stray word apart.
    pub fn is_counts(&self) -> bool {
        self.is_mostly_numeric() && self.whole && self.least >= 0
    }

    /// Whether the numbers lie between two whole numbers, ends included.
    pub fn within(&self, low: i64, high: i64) -> bool {
        self.numbers > 0 && self.least >= low * MICRO && self.greatest <= high * MICRO
    }

    /// Whether the words of the name hold this word.
    pub fn has_word(&self, word: &str) -> bool {
        self.said.split(' ').any(|other| other == word)
    }

    /// Whether the name, without spaces, is one of these (parted by spaces).
    pub fn is_named(&self, names: &str) -> bool {
        let squeezed: String = self.said.split(' ').collect();
        names.split(' ').any(|name| name == squeezed)
    }

    /// The share of different texts that pass a test; 0 without texts.
    pub fn share(&self, test: impl Fn(&str) -> bool) -> f64 {
        if self.texts.is_empty() {
            return 0.0;
        }
        self.texts.iter().filter(|text| test(text)).count() as f64 / self.texts.len() as f64
    }
}

/// A name in lower case with its words apart: underscores and capitals part words.
pub fn said(name: &str) -> String {
    let mut parted = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            parted.push(' ');
        }
        parted.push(letter);
        before = letter;
    }
    words::plain(&parted)
}
