//! One outcome of the plan, and how its cells are read.

use std::borrow::Cow;

use crate::core::plan::Answers;
use crate::ingest::cell;

use super::known::Known;
use super::outcome::{self, Kind};
use super::row::Row;
use super::ruled::{Answer, Between, Ruled};

/// A text column and the number of the text that a row must have there; `None` for every row.
pub(super) type Band = Option<(usize, u32)>;

/// Whether a row has what a series or division asks.
#[inline]
pub(super) fn has(band: Band, ids: &[u32]) -> bool {
    band.is_none_or(|(slot, id)| ids[slot] == id)
}

/// Whether a row has what any of the series asks.
pub(super) fn has_any(bands: &[Band], ids: &[u32]) -> bool {
    bands.iter().any(|&band| has(band, ids))
}

/// The bands of the series, where these are the only outcome.
pub(super) fn only_series(outcomes: &[Asked]) -> Option<&[Band]> {
    match outcomes {
        [Asked::Sums(bands, _)] => Some(bands),
        _ => None,
    }
}

/// One outcome, and how its cells are read.
#[derive(Debug)]
pub(super) enum Asked {
    /// A number, in a lane of its own.
    Number(Kind, usize),
    /// The days between two dates, in a lane of their own.
    Between(Box<Between>, usize),
    /// Yes or no of columns that stand side by side in one lane, the first shifted there by so much.
    Answers(Vec<(Answers, Known<Answer>)>, (usize, u32)),
    /// A yes or a no by rule, in its lane likewise.
    Ruled(Box<Ruled>, (usize, u32)),
    /// Series, with the text that each asks of another column, and whether they are used together or not at all.
    Sums(Vec<Band>, bool),
}

impl Asked {
    /// How many columns it is read from.
    pub(super) const fn width(&self) -> usize {
        match self {
            Self::Sums(bands, _) => bands.len(),
            Self::Ruled(ruled, _) => ruled.width(),
            Self::Between(..) => 2,
            Self::Answers(list, _) => list.len(),
            Self::Number(..) => 1,
        }
    }

    /// How many outcomes of the plan it is.
    pub(super) const fn outcomes(&self) -> usize {
        match self {
            Self::Answers(list, _) => list.len(),
            _ => 1,
        }
    }

    /// What the cells of a row say, given as texts; the outcome is the one at `place`.
    pub(super) fn read(&mut self, texts: &[&str], ids: &[u32], row: &mut Row, place: usize) {
        let text = texts.first().copied().unwrap_or_default();
        match self {
            Self::Number(kind, lane) => {
                row.set_number(place, *lane, outcome::number(*kind, text));
            }
            Self::Between(between, lane) => row.set_number(place, *lane, between.of(texts)),
            Self::Answers(list, lane) => {
                let answers = list.iter_mut().enumerate();
                let answers = answers.map(|(column, (rule, known))| {
                    let text = texts.get(column).copied().unwrap_or_default();
                    known.of(text, |text| outcome::answer(*rule, text))
                });
                row.set_answers(place, *lane, answers);
            }
            Self::Ruled(ruled, lane) => {
                row.set_answers(place, *lane, std::iter::once(ruled.of(texts)));
            }
            Self::Sums(bands, paired) => {
                let texts = texts.iter().zip(&*bands);
                let texts = texts.map(|(text, band)| has(*band, ids).then_some(*text));
                row.set_sums(place, texts, *paired);
            }
        }
    }

    /// The same from the bytes of the cells.
    #[inline]
    pub(super) fn read_cells<'a>(
        &mut self,
        bytes: &'a [u8],
        cell_at: impl Fn(usize) -> (usize, usize),
        decode: &mut impl FnMut(&'a [u8]) -> Cow<'a, str>,
        (ids, row, place): (&[u32], &mut Row, usize),
    ) {
        match self {
            Self::Number(kind, lane) => {
                let (start, end) = cell_at(0);
                if let Some(whole) = cell::whole_at(bytes, start, end) {
                    row.set_whole(place, *lane, whole);
                } else {
                    let number = outcome::number(*kind, &decode(&bytes[start..end]));
                    row.set_number(place, *lane, number);
                }
            }
            Self::Between(between, lane) => {
                row.set_number(place, *lane, between.of_cells(bytes, cell_at, decode));
            }
            Self::Answers(list, lane) => {
                let answers = list.iter_mut().enumerate();
                let answers = answers.map(|(column, (rule, known))| {
                    let judge = |text: &str| outcome::answer(*rule, text);
                    known.of_cell(bytes, cell_at(column), decode, judge)
                });
                row.set_answers(place, *lane, answers);
            }
            Self::Ruled(ruled, lane) => {
                let answer = ruled.of_cells(bytes, cell_at, decode);
                row.set_answers(place, *lane, std::iter::once(answer));
            }
            Self::Sums(bands, paired) => {
                let cells = bands.iter().enumerate().map(|(column, band)| {
                    let (start, end) = cell_at(column);
                    has(*band, ids).then(|| decode(&bytes[start..end]))
                });
                let texts: Vec<Option<Cow<'_, str>>> = cells.collect();
                row.set_sums(place, texts.iter().map(Option::as_deref), *paired);
            }
        }
    }
}
