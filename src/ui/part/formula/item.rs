//! Text as items: words, quantities, signs and what stands in brackets.

use std::ops::Range;

use super::alphabet::{above, accent, accented, below, is_function};
use super::{Mark, Node};

/// One item of a text.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What it is.
    pub(super) thing: Thing,
    /// What stands below and above it.
    pub(super) marks: Vec<Mark>,
    /// Whether a space stands before it.
    pub(super) spaced: bool,
    /// Where it stands in the text, in bytes.
    pub(super) place: Range<usize>,
}

/// What an item is.
#[derive(Clone, Debug)]
pub(super) enum Thing {
    /// A letter, a number, a function's name or words.
    Leaf(Node),
    /// `=`, `≤` and their like.
    Compare(char),
    /// `+`, `−` and their like.
    Add(char),
    /// `·` or `×`.
    Times(char),
    /// `/`
    Slash,
    /// `^`
    Caret,
    /// `Σ`
    Sum,
    /// `√`
    Root,
    /// `∂`
    Change,
    /// Any other sign: a comma, a full stop.
    Point(char),
    /// What stands in brackets.
    Group(char, Vec<Item>, char),
}

impl Item {
    /// Whether it is a word.
    pub(super) fn is_word(&self) -> bool {
        matches!(self.thing, Thing::Leaf(Node::Word(_)))
    }

    /// Whether it stands between two quantities.
    pub(super) fn is_operator(&self) -> bool {
        use Thing::{Add, Caret, Compare, Slash, Times};
        matches!(self.thing, Compare(_) | Add(_) | Times(_) | Slash | Caret)
    }

    /// Whether it begins a factor of a product.
    pub(super) fn is_factor(&self) -> bool {
        !self.is_operator() && !matches!(self.thing, Thing::Point(_))
    }
}

/// The items of a text; nothing where brackets or bars do not pair.
pub(super) fn items(text: &str) -> Option<Vec<Item>> {
    Reader { text, at: 0 }.list(None)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn list(&mut self, until: Option<char>) -> Option<Vec<Item>> {
        let mut items: Vec<Item> = Vec::new();
        loop {
            let spaced = self.take(char::is_whitespace) > 0;
            let start = self.at;
            let Some(first) = self.next() else {
                return until.is_none().then_some(items);
            };
            if Some(first) == until {
                return Some(items);
            }
            let thing = match first {
                '(' => Thing::Group('(', self.list(Some(')'))?, ')'),
                '[' => Thing::Group('[', self.list(Some(']'))?, ']'),
                '⌊' => Thing::Group('⌊', self.list(Some('⌋'))?, '⌋'),
                '⌈' => Thing::Group('⌈', self.list(Some('⌉'))?, '⌉'),
                '|' => Thing::Group('|', self.list(Some('|'))?, '|'),
                ')' | ']' | '⌋' | '⌉' => return None,
                _ => self.leaf(first, start),
            };
            let marks = match thing {
                Thing::Leaf(Node::Word(_)) => Vec::new(),
                // A star after a number would be a sign of multiplication.
                Thing::Leaf(Node::Letter(..)) => self.marks(above),
                Thing::Leaf(_) | Thing::Group(..) => {
                    self.marks(|sign| above(sign).filter(|sign| *sign != '*'))
                }
                _ => Vec::new(),
            };
            items.push(Item {
                thing,
                marks,
                spaced,
                place: start..self.at,
            });
        }
    }

    fn leaf(&mut self, first: char, start: usize) -> Thing {
        match first {
            '=' | '≈' | '≠' | '≤' | '≥' | '<' | '>' => Thing::Compare(first),
            '+' | '−' | '±' | '∓' => Thing::Add(first),
            '·' | '×' => Thing::Times(first),
            '/' => Thing::Slash,
            '^' => Thing::Caret,
            'Σ' => Thing::Sum,
            '√' => Thing::Root,
            '∂' => Thing::Change,
            '\'' | '’' if self.peek().is_some_and(char::is_alphabetic) => self.word(start),
            _ if first.is_ascii_digit() => self.number(start),
            '½' | '⅓' | '⅔' | '¼' | '¾' => Thing::Leaf(Node::Number(first.to_string())),
            _ if accented(first).is_some() => {
                let pair = accented(first);
                Thing::Leaf(Node::Letter(
                    pair.map_or(first, |(letter, _)| letter),
                    pair.map(|(_, over)| over),
                ))
            }
            'α'..='ω' | 'Α'..='Ω' => self.letter(first),
            _ if first.is_ascii_alphabetic() => {
                let runs_on = self.peek().is_some_and(char::is_alphabetic) && !self.stands_small();
                if runs_on || self.joins() {
                    self.word(start)
                } else {
                    self.letter(first)
                }
            }
            _ if first.is_alphabetic() && below(first).is_none() => self.word(start),
            _ => Thing::Point(first),
        }
    }

    fn letter(&mut self, letter: char) -> Thing {
        let over = self.peek().and_then(accent);
        if over.is_some() {
            self.next();
        }
        Thing::Leaf(Node::Letter(letter, over))
    }

    fn word(&mut self, start: usize) -> Thing {
        loop {
            self.take(|each| each.is_alphanumeric() && below(each).or(above(each)).is_none());
            if !self.joins() {
                break;
            }
            self.next();
        }
        if matches!(self.peek(), Some('\'' | '’')) {
            self.next();
        }
        let run = &self.text[start..self.at];
        let is_called = self.peek() == Some('(') && run.chars().all(char::is_alphabetic);
        let run = run.to_owned();
        Thing::Leaf(if is_called || is_function(&run) {
            Node::Function(run)
        } else {
            Node::Word(run)
        })
    }

    /// A number, whose points and commas stand between digits.
    fn number(&mut self, start: usize) -> Thing {
        loop {
            self.take(|each| each.is_ascii_digit());
            let mut ahead = self.text[self.at..].chars();
            let is_within = matches!(ahead.next(), Some('.' | ','))
                && ahead.next().is_some_and(|each| each.is_ascii_digit());
            if !is_within {
                return Thing::Leaf(Node::Number(self.text[start..self.at].to_owned()));
            }
            self.next();
        }
    }

    fn marks(&mut self, above: fn(char) -> Option<char>) -> Vec<Mark> {
        let mut marks = Vec::new();
        loop {
            let at_foot = self.small(below);
            let at_shoulder = self.small(above);
            if at_foot.is_empty() && at_shoulder.is_empty() {
                return marks;
            }
            let both = [
                (at_foot, Mark::Below as fn(_) -> _),
                (at_shoulder, Mark::Above),
            ];
            let written = both.into_iter().filter(|(signs, _)| !signs.is_empty());
            marks.extend(written.map(|(signs, mark)| mark(signs)));
        }
    }

    fn small(&mut self, ordinary: fn(char) -> Option<char>) -> String {
        let mut signs = String::new();
        while let Some(sign) = self.peek().and_then(ordinary) {
            signs.push(sign);
            self.next();
        }
        signs
    }

    /// Whether a hyphen or an apostrophe comes next and a letter after it.
    fn joins(&self) -> bool {
        let mut ahead = self.text[self.at..].chars();
        matches!(ahead.next(), Some('-' | '\'' | '’'))
            && ahead.next().is_some_and(char::is_alphabetic)
    }

    fn stands_small(&self) -> bool {
        let next = self.peek();
        next.is_some_and(|next| !next.is_ascii_alphabetic())
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn take(&mut self, is_wanted: impl Fn(char) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(&is_wanted) {
            self.next();
        }
        self.at - from
    }
}
