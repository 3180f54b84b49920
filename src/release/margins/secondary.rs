//! Counts of a second division beside totals that stand already: the totals stay as they are, and other
//! counts of the second division are given more coarsely, or not at all, until every hidden one has at
//! least three values left.
//!
//! Whoever reads a table of a second division sees that a count is not there, but not whether it is small
//! or was withheld for another's sake.

use std::collections::BTreeSet;

use super::{COARSER, Given, Margins, Number, STILL_POSSIBLE, narrow};

/// Rounds of withholding; each withholds at least one number.
const MOST_ROUNDS: usize = 10_000;

/// Sums of at most so many shown numbers often tell the one that is hidden; longer ones hardly ever do,
/// since every number is rounded.
const SHORT: usize = 4;

/// How far around a number is looked for what tells it.
const REACH: usize = 4;

impl Margins {
    /// Adds a number that stands elsewhere in the release, and is given there.
    pub(in crate::release) fn standing(&mut self, exact: f64, given: Given) -> Number {
        let number = self.add(exact);
        let seen = &mut self.seen[number];
        seen.free = false;
        seen.given = given;
        match given {
            Given::Plain => {}
            // Of the roundings that it may have had, the finest.
            Given::Coarse(count) => {
                let half = COARSER[0].0 / 2.0;
                (seen.low, seen.high) = (count - half, count + half);
            }
            Given::Withheld => (seen.low, seen.high) = (0.0, f64::INFINITY),
        }
        number
    }

    /// What numbers come to together.
    pub(in crate::release) fn made(&self, parts: &[Number]) -> f64 {
        parts.iter().map(|&part| self.exact[part]).sum()
    }

    /// Adds a number that is given nowhere, small or not.
    pub(in crate::release) fn unseen(&mut self, exact: f64) -> Number {
        let number = self.add(exact);
        self.withhold(number);
        self.seen[number].free = false;
        number
    }

    /// Gives a number not at all; one that is small stays to be protected.
    pub(in crate::release) fn withhold(&mut self, number: Number) {
        let seen = &mut self.seen[number];
        (seen.low, seen.high) = (0.0, f64::INFINITY);
        seen.given = Given::Withheld;
    }

    /// The free numbers to give otherwise than the rule alone would.
    pub(in crate::release) fn settled_around(mut self) -> Vec<(Number, Given)> {
        self.never_alone();
        for _ in 0..MOST_ROUNDS {
            let loosened: BTreeSet<Number> = self
                .told()
                .into_iter()
                .filter_map(|number| self.teller(number))
                .collect();
            if loosened.is_empty() {
                break;
            }
            for number in loosened {
                self.loosen(number);
            }
        }
        let given = self.seen.iter().enumerate();
        given
            .filter(|(_, seen)| seen.free && seen.given != Given::Plain)
            .map(|(number, seen)| (number, seen.given))
            .collect()
    }

    /// Gives every hidden count that stands alone in a short sum company, whether or not this sum tells
    /// it: to withhold another only where it tells would tell as much.
    fn never_alone(&mut self) {
        for (total, parts) in self.sums.clone() {
            let members = || parts.iter().copied().chain([total]);
            let shown = members().filter(|&number| self.is_shown(number)).count();
            let mut hidden =
                members().filter(|&number| !self.is_shown(number) && !self.is_nothing(number));
            let alone = hidden.next().filter(|_| hidden.next().is_none());
            let Some(alone) =
                alone.filter(|&number| self.seen[number].small && self.seen[number].free)
            else {
                continue;
            };
            if shown > SHORT {
                continue;
            }
            let others = members().filter(|&number| number != alone && self.can_loosen(number));
            let smallest = others.min_by(|&one, &other| {
                (one != total, self.exact[one])
                    .partial_cmp(&(other != total, self.exact[other]))
                    .unwrap_or(std::cmp::Ordering::Equal)
            });
            if let Some(number) = smallest {
                self.loosen(number);
            }
        }
    }

    fn is_nothing(&self, number: Number) -> bool {
        self.exact[number] <= 0.0
    }

    fn is_shown(&self, number: Number) -> bool {
        let seen = &self.seen[number];
        !seen.small && seen.given != Given::Withheld && !self.is_nothing(number)
    }

    fn loosen(&mut self, number: Number) {
        if self.seen[number].small {
            self.withhold(number);
        } else {
            self.coarsen(number);
        }
    }

    /// What to loosen for a number that is told: a large total near it, else the smallest number near it,
    /// else another hidden one, so that it cannot be known to be small.
    fn teller(&self, told: Number) -> Option<Number> {
        let mut near = BTreeSet::from([told]);
        for reach in 0..REACH {
            let touching: Vec<&(Number, Vec<Number>)> = self
                .sums
                .iter()
                .filter(|sum| near.iter().any(|&number| has(sum, number)))
                .collect();
            let alone: Vec<_> = touching
                .iter()
                .copied()
                .filter(|sum| reach == 0 && self.alone_tells(told, sum))
                .collect();
            let sums = if alone.is_empty() { &touching } else { &alone };
            let mut members: Vec<Number> = sums
                .iter()
                .flat_map(|(total, parts)| parts.iter().copied().chain([*total]))
                .filter(|&number| number != told && self.can_loosen(number))
                .collect();
            members.sort_by(|&one, &other| self.exact[one].total_cmp(&self.exact[other]));
            let total = members.iter().find(|&&number| self.bears(number));
            let large = members.iter().find(|&&number| !self.seen[number].small);
            if let Some(&found) = total.or(large).or(members.first()) {
                return Some(found);
            }
            near.extend(
                touching
                    .iter()
                    .flat_map(|(total, parts)| parts.iter().copied().chain([*total])),
            );
        }
        None
    }

    fn can_loosen(&self, number: Number) -> bool {
        let seen = &self.seen[number];
        seen.free && seen.given != Given::Withheld && self.exact[number] > 0.0
    }

    /// Whether a total is large enough to be rounded more coarsely than it is.
    fn bears(&self, number: Number) -> bool {
        let next = COARSER.get(self.seen[number].step);
        next.is_some_and(|(_, least)| self.exact[number] >= *least)
            && self.sums.iter().any(|(total, _)| *total == number)
    }

    fn alone_tells(&self, told: Number, (total, parts): &(Number, Vec<Number>)) -> bool {
        let members = parts.iter().chain([total]);
        if !members.clone().any(|&number| number == told) {
            return false;
        }
        let mut few: Vec<(f64, f64)> = members
            .map(|&number| (self.seen[number].low, self.seen[number].high))
            .collect();
        let places: Vec<Number> = (0..parts.len()).collect();
        narrow(&mut few, parts.len(), &places);
        let at = parts.iter().position(|&part| part == told);
        let (low, high) = few[at.unwrap_or(parts.len())];
        high - low < STILL_POSSIBLE - 1.0
    }
}

fn has((total, parts): &(Number, Vec<Number>), number: Number) -> bool {
    *total == number || parts.contains(&number)
}
