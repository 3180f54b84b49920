//! The outcomes of the row at hand, as the counters take them.

use crate::core::histogram::MICRO;
use crate::core::ledger::Reason;
use crate::core::plan::Outcome;
use crate::core::tally::Sum;

use super::outcome::{self, Kind, rank};
use super::ruled::Answer;

/// In the place of a bin: the counters must look at the outcome itself.
pub(super) const ELSEWHERE: u32 = u32::MAX;
/// How many answers share one lane.
const ANSWERS: usize = 4;
/// Small counters of each group in a lane of answers, as a power of two: two bits an answer.
const LANE_OF_ANSWERS: u32 = 8;
/// Small counters of each group in a lane of numbers, as a power of two.
const LANE_OF_NUMBERS: u32 = 10;

/// Outcomes that are counted together in small counters: one number, or up to four answers, whose
/// combination is one small number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lane {
    /// The place of its first outcome.
    pub(super) first: usize,
    /// How many outcomes it counts, one after the other.
    pub(super) outcomes: usize,
    /// What a number counts; `None` for answers.
    pub(super) number: Option<Kind>,
    /// Small counters for each group, as a power of two.
    bits: u32,
}

impl Lane {
    /// Small counters for each group, as a power of two.
    pub(super) const fn bits(&self) -> u32 {
        self.bits
    }

    /// What the answers of a bin are: the place of each outcome, with 0 for no, 1 for yes and 2 for neither.
    pub(super) fn answers(&self, bin: u32) -> impl Iterator<Item = (usize, u32)> + use<> {
        let places = self.first..self.first + self.outcomes;
        places
            .zip((0..).step_by(2))
            .map(move |(place, shift)| (place, bin >> shift & 3))
    }
}

/// The lanes of a list of outcomes. Answers share one while they stand side by side.
pub(super) fn lanes(outcomes: &[Outcome]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for (place, outcome) in outcomes.iter().enumerate() {
        let number = match Kind::of(outcome) {
            Kind::Sums => continue,
            Kind::Answer => None,
            kind => Some(kind),
        };
        match lanes.last_mut() {
            Some(lane)
                if (lane.number, number) == (None, None)
                    && lane.outcomes < ANSWERS
                    && lane.first + lane.outcomes == place =>
            {
                lane.outcomes += 1;
            }
            _ => lanes.push(Lane {
                first: place,
                outcomes: 1,
                number,
                bits: if number.is_some() {
                    LANE_OF_NUMBERS
                } else {
                    LANE_OF_ANSWERS
                },
            }),
        }
    }
    lanes
}

/// What every outcome is in one row. Made once and written over for each row.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// For each lane its bin, or [`ELSEWHERE`].
    pub(super) bins: Vec<u32>,
    /// For each outcome: why it is none, where it is none.
    pub(super) reasons: Vec<Option<Reason>>,
    /// For each outcome that is a number: the number in millionths, in the unit of its column.
    pub(super) numbers: Vec<i64>,
    /// For each outcome of series: what each adds.
    pub(super) sums: Vec<Vec<Sum>>,
    /// How many outcomes are something.
    pub(super) usable: usize,
}

impl Row {
    pub(super) fn new(lanes: usize, outcomes: usize) -> Self {
        Self {
            bins: vec![0; lanes],
            reasons: vec![None; outcomes],
            numbers: vec![0; outcomes],
            sums: vec![Vec::new(); outcomes],
            usable: 0,
        }
    }

    /// Before the first outcome of the next row.
    #[inline]
    pub(super) fn clear(&mut self) {
        self.bins.fill(0);
        self.usable = 0;
    }

    /// A whole number in the unit of the column.
    #[inline]
    pub(super) fn set_whole(&mut self, place: usize, lane: usize, whole: u32) {
        self.reasons[place] = None;
        self.usable += 1;
        if whole >> LANE_OF_NUMBERS == 0 {
            self.bins[lane] = whole;
        } else {
            self.bins[lane] = ELSEWHERE;
            self.numbers[place] = i64::from(whole) * MICRO;
        }
    }

    /// Any number in millionths, or why there is none.
    pub(super) fn set_number(&mut self, place: usize, lane: usize, number: Result<i64, Reason>) {
        match number {
            Ok(micro) => match u32::try_from(micro / MICRO) {
                Ok(whole) if micro % MICRO == 0 => self.set_whole(place, lane, whole),
                _ => {
                    self.reasons[place] = None;
                    self.usable += 1;
                    self.bins[lane] = ELSEWHERE;
                    self.numbers[place] = micro;
                }
            },
            Err(reason) => {
                self.reasons[place] = Some(reason);
                self.bins[lane] = ELSEWHERE;
            }
        }
    }

    /// Yes or no of outcomes side by side from `place` on, or why neither.
    #[inline]
    pub(super) fn set_answers(
        &mut self,
        place: usize,
        (lane, shift): (usize, u32),
        answers: impl Iterator<Item = Answer>,
    ) {
        let (mut bins, mut usable) = (0, 0);
        let reasons = self.reasons[place..].iter_mut().zip((shift..).step_by(2));
        for ((reason, shift), answer) in reasons.zip(answers) {
            let bin = match answer {
                Ok(yes) => u32::from(yes),
                Err(_) => 2,
            };
            bins |= bin << shift;
            usable += usize::from(answer.is_ok());
            *reason = answer.err();
        }
        self.bins[lane] |= bins;
        self.usable += usable;
    }

    /// The cells of series, `None` where the row is not about the series; `paired` where one without the others
    /// says nothing.
    pub(super) fn set_sums<'a>(
        &mut self,
        place: usize,
        texts: impl Iterator<Item = Option<&'a str>>,
        paired: bool,
    ) {
        let reason = outcome::sums(texts, paired, &mut self.sums[place]);
        self.reasons[place] = reason;
        self.usable += usize::from(reason.is_none());
    }

    /// Of the reasons why no outcome is usable, the one that says most.
    pub(super) fn reason(&self) -> Reason {
        let reasons = self.reasons.iter().flatten().copied();
        reasons
            .max_by_key(|&reason| rank(reason))
            .unwrap_or(Reason::OutcomeBlank)
    }

    /// Whether no series of any outcome is about the row.
    pub(super) fn is_of_no_series(&self) -> bool {
        let filtered = |reason: &Option<Reason>| *reason == Some(Reason::Filtered);
        self.reasons.iter().all(filtered)
    }
}
