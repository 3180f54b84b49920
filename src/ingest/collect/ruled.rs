//! An outcome by rule: what the cells of one row say to its tests.

use std::borrow::Cow;

use crate::core::criterion::{Code, Criterion, List};
use crate::core::histogram::MICRO;
use crate::core::ledger::Reason;
use crate::core::plan::Answers;
use crate::ingest::cell::{self, Content};
use crate::nhs::{code, day};

use super::known::Known;
use super::outcome::{answer, rank, why_not};

/// What one text counts as: yes or no, or why neither.
pub(super) type Answer = Result<bool, Reason>;
/// What one cell says: 1 for yes and 0 for no, a day or millionths, or why nothing.
type Said = Result<i64, Reason>;

/// One cell of the row, with the texts met so far.
#[derive(Debug)]
struct Leaf {
    look: Look,
    known: Known<Said>,
}

/// What is asked of one cell.
#[derive(Debug)]
enum Look {
    Marks(Answers),
    Codes([List<Code>; 3]),
    Between(Option<f64>, Option<f64>),
    Dated,
    Day,
    Number,
}

/// A test, with its cells by their place.
#[derive(Debug)]
enum Test {
    Said(usize),
    Days(usize, usize, [Option<u32>; 2]),
    ByAge(usize, Vec<(i64, Test)>),
    All(Vec<Test>),
    Any(Vec<Test>),
    NoneOf(Vec<Test>),
}

/// A rule with its names settled.
#[derive(Debug)]
pub(super) struct Ruled {
    leaves: Vec<Leaf>,
    counts: Test,
    among: Option<Test>,
    /// What the cells of the row at hand say.
    said: Vec<Said>,
}

impl Ruled {
    pub(super) fn new(counts: &Criterion, among: Option<&Criterion>) -> Self {
        let mut leaves = Vec::new();
        let counts = test(counts, &mut leaves);
        let among = among.map(|among| test(among, &mut leaves));
        Self {
            said: vec![Err(Reason::OutcomeBlank); leaves.len()],
            leaves,
            counts,
            among,
        }
    }

    /// How many cells it reads.
    pub(super) const fn width(&self) -> usize {
        self.leaves.len()
    }

    /// What the texts of a row's cells say.
    pub(super) fn of(&mut self, texts: &[&str]) -> Answer {
        for (at, leaf) in self.leaves.iter_mut().enumerate() {
            let Leaf { look, known } = leaf;
            let text = texts.get(at).copied().unwrap_or_default();
            self.said[at] = known.of(text, |text| look.at(text));
        }
        self.answer()
    }

    /// The same from the bytes of the cells.
    pub(super) fn of_cells<'a>(
        &mut self,
        bytes: &'a [u8],
        cell_at: impl Fn(usize) -> (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
    ) -> Answer {
        for (at, leaf) in self.leaves.iter_mut().enumerate() {
            let Leaf { look, known } = leaf;
            self.said[at] = known.of_cell(bytes, cell_at(at), decode, |text| look.at(text));
        }
        self.answer()
    }

    fn answer(&self) -> Answer {
        if let Some(among) = &self.among
            && !among.of(&self.said)?
        {
            return Err(Reason::OutcomeExcluded);
        }
        self.counts.of(&self.said)
    }
}

/// The time between two dates, with its cells settled.
#[derive(Debug)]
pub(super) struct Between {
    days: [Known<Said>; 2],
}

impl Between {
    pub(super) fn new() -> Self {
        Self {
            days: [(); 2].map(|()| Known::new(Look::Day.at(""))),
        }
    }

    /// The days between the dates that two texts say, in millionths.
    pub(super) fn of(&mut self, texts: &[&str]) -> Said {
        let text = |at: usize| texts.get(at).copied().unwrap_or_default();
        let [first, second] = &mut self.days;
        let day = |text: &str| Look::Day.at(text);
        between(first.of(text(0), day), second.of(text(1), day))
    }

    /// The same from the bytes of the cells.
    pub(super) fn of_cells<'a>(
        &mut self,
        bytes: &'a [u8],
        cell_at: impl Fn(usize) -> (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
    ) -> Said {
        let [first, second] = &mut self.days;
        let day = |text: &str| Look::Day.at(text);
        let from = first.of_cell(bytes, cell_at(0), decode, day);
        between(from, second.of_cell(bytes, cell_at(1), decode, day))
    }
}

/// Days from one to another, in millionths; later than the other is an error of the row.
fn between(from: Said, to: Said) -> Said {
    match to? - from? {
        days @ 0.. => Ok(days * MICRO),
        _ => Err(Reason::OutcomeUnreadable),
    }
}

fn test(criterion: &Criterion, leaves: &mut Vec<Leaf>) -> Test {
    let mut leaf = |look: Look| {
        let known = Known::new(look.at(""));
        leaves.push(Leaf { look, known });
        leaves.len() - 1
    };
    match criterion {
        Criterion::Codes { yes, no, aside, .. } => {
            Test::Said(leaf(Look::Codes([yes.clone(), no.clone(), aside.clone()])))
        }
        Criterion::Number { least, most, .. } => Test::Said(leaf(Look::Between(*least, *most))),
        Criterion::Dated { .. } => Test::Said(leaf(Look::Dated)),
        Criterion::Marked { answers, .. } => Test::Said(leaf(Look::Marks(*answers))),
        Criterion::Days { least, most, .. } => {
            let from = leaf(Look::Day);
            Test::Days(from, leaf(Look::Day), [*least, *most])
        }
        Criterion::ByAge { from, .. } => {
            let age = leaf(Look::Number);
            let first = |age: u32| i64::from(age) * MICRO;
            let tests = from
                .iter()
                .map(|(age, one)| (first(*age), test(one, leaves)));
            Test::ByAge(age, tests.collect())
        }
        Criterion::All(tests) => Test::All(each(tests, leaves)),
        Criterion::Any(tests) => Test::Any(each(tests, leaves)),
        Criterion::NoneOf(tests) => Test::NoneOf(each(tests, leaves)),
    }
}

fn each(tests: &[Criterion], leaves: &mut Vec<Leaf>) -> Vec<Test> {
    tests.iter().map(|one| test(one, leaves)).collect()
}

impl Look {
    fn at(&self, text: &str) -> Said {
        match self {
            Self::Marks(answers) => answer(*answers, text).map(i64::from),
            Self::Codes(lists) => codes(lists, text),
            Self::Between(least, most) => {
                let number = number(text)? as f64 / MICRO as f64;
                let fits = least.is_none_or(|least| number >= least)
                    && most.is_none_or(|most| number <= most);
                Ok(fits.into())
            }
            Self::Dated if text.is_empty() => Ok(0),
            Self::Dated => match day::number(text) {
                Some(_) => Ok(1),
                None => answer(Answers::Marks, text).map(i64::from),
            },
            Self::Day if text.is_empty() => Err(Reason::OutcomeBlank),
            Self::Day => day::number(text).ok_or(Reason::OutcomeUnreadable),
            Self::Number => number(text),
        }
    }
}

fn number(text: &str) -> Said {
    match cell::read(text) {
        Content::Number(micro) => Ok(micro),
        other => Err(why_not(other)),
    }
}

/// Codes that are yes, no and neither, in this order.
fn codes([yes, no, aside]: &[List<Code>; 3], text: &str) -> Said {
    if code::is_any(yes, text) {
        Ok(1)
    } else if code::is_any(no, text) {
        Ok(0)
    } else if text.is_empty() {
        Err(Reason::OutcomeBlank)
    } else if no.is_empty() && !code::is_any(aside, text) {
        Ok(0)
    } else {
        Err(Reason::OutcomeExcluded)
    }
}

impl Test {
    fn of(&self, said: &[Said]) -> Answer {
        match self {
            Self::Said(at) => said[*at].map(|said| said != 0),
            Self::Days(from, to, [least, most]) => {
                let days = between(said[*from], said[*to])? / MICRO;
                Ok(least.is_none_or(|least| days >= i64::from(least))
                    && most.is_none_or(|most| days <= i64::from(most)))
            }
            Self::ByAge(age, from) => {
                let age = said[*age]?;
                let reached = from.iter().rev().find(|(first, _)| *first <= age);
                reached.map_or(Err(Reason::OutcomeExcluded), |(_, test)| test.of(said))
            }
            Self::All(tests) => several(tests, said, false),
            Self::Any(tests) => several(tests, said, true),
            Self::NoneOf(tests) => several(tests, said, true).map(|any| !any),
        }
    }
}

/// As soon as one test gives what settles it, that; else neither as soon as one is, by the reason that says
/// most.
fn several(tests: &[Test], said: &[Said], settles: bool) -> Answer {
    let mut neither: Option<Reason> = None;
    for test in tests {
        match test.of(said) {
            Ok(answer) if answer == settles => return Ok(settles),
            Ok(_) => {}
            Err(reason) => {
                neither = neither
                    .into_iter()
                    .chain([reason])
                    .max_by_key(|&reason| rank(reason));
            }
        }
    }
    neither.map_or(Ok(!settles), Err)
}
