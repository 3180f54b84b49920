//! What sums give away: a total less its other parts leaves a range for a hidden part.
//!
//! The rule rounds totals from the true total, so that no second count need be hidden. That seldom
//! gives a hidden count away, but it can: 13, 13 and 1 make 27, and who reads 15, 15, hidden and 25 knows
//! that the hidden one is 1. Here every sum of a release, those over several dimensions too, is read as
//! an attacker would read it. Where fewer than three values of a hidden count stay possible, the total
//! is rounded more coarsely while it is large enough to bear it, else withheld.
//!
//! More than this is not promised: a hidden count is one of 1 to 7, and sums may leave as few as three of
//! them. To leave all seven always, most totals beside a hidden count would have to go, and still two
//! dimensions of one file would tell the total between them.

mod secondary;

use super::rule::{Protection, Rule};

/// How a number can be seen from outside.
#[derive(Clone, Copy, Debug)]
struct Seen {
    low: f64,
    high: f64,
    /// Whether the rule hides it.
    small: bool,
    /// Whether it may be given otherwise than the rule alone would give it.
    free: bool,
    /// How often it has been made coarser.
    step: usize,
    given: Given,
}

/// How a number is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Given {
    /// As the rule rounds it.
    Plain,
    /// Rounded to this number.
    Coarse(f64),
    /// Not at all.
    Withheld,
}

/// How many values of a hidden count must stay possible.
const STILL_POSSIBLE: f64 = 3.0;

/// Coarser rounding of totals, each with the least total that bears it: an error of 2.5 % at most.
const COARSER: [(f64, f64); 2] = [(20.0, 400.0), (100.0, 2_000.0)];

/// Numbers and the sums that they make.
#[derive(Clone, Debug)]
pub(super) struct Margins {
    hide_below: f64,
    nearest: f64,
    seen: Vec<Seen>,
    exact: Vec<f64>,
    sums: Vec<(usize, Vec<usize>)>,
}

/// One number among [`Margins`].
pub(super) type Number = usize;

impl Margins {
    /// No numbers yet; `None` under a rule that passes everything.
    pub(super) fn under(rule: &Rule) -> Option<Self> {
        let Protection::HideAndRound {
            hide_below,
            nearest,
            ..
        } = rule.protection
        else {
            return None;
        };
        Some(Self {
            hide_below,
            nearest,
            seen: Vec::new(),
            exact: Vec::new(),
            sums: Vec::new(),
        })
    }

    /// Adds a number as the rule releases it.
    pub(super) fn add(&mut self, exact: f64) -> Number {
        let whole = exact.fract() == 0.0;
        let small = exact > 0.0 && exact < self.hide_below;
        let step = if whole { 1.0 } else { 0.0 };
        let rounded = (exact / self.nearest).round() * self.nearest;
        let half = self.nearest / 2.0;
        let (low, high) = if exact == 0.0 {
            (0.0, 0.0)
        } else if small {
            (step, self.hide_below - step)
        } else if whole {
            ((rounded - half).ceil(), (rounded + half).ceil() - 1.0)
        } else {
            (rounded - half, rounded + half)
        };
        let least = if small || exact == 0.0 {
            0.0
        } else {
            self.hide_below
        };
        self.seen.push(Seen {
            low: low.max(least),
            high,
            small,
            free: true,
            step: 0,
            given: Given::Plain,
        });
        self.exact.push(exact);
        self.seen.len() - 1
    }

    /// Says that a number is the sum of others, where it is: files do not always add up.
    pub(super) fn sum(&mut self, total: Number, parts: &[Number]) {
        let made: f64 = parts.iter().map(|&part| self.exact[part]).sum();
        if !parts.is_empty() && (made - self.exact[total]).abs() < 1e-6 {
            self.sums.push((total, parts.to_vec()));
        }
    }

    /// The numbers to give otherwise than the rule alone would, so that no sum tells a hidden count
    /// more closely than the rule does.
    pub(super) fn settled(mut self) -> Vec<(Number, Given)> {
        while let Some(next) = self
            .told()
            .into_iter()
            .find_map(|number| self.to_coarsen(number))
        {
            self.coarsen(next);
        }
        let given = self.seen.iter().map(|seen| seen.given).enumerate();
        given.filter(|(_, given)| *given != Given::Plain).collect()
    }

    /// Gives a number one step more coarsely. Only totals are rounded; a part is withheld.
    fn coarsen(&mut self, number: Number) {
        let exact = self.exact[number];
        let total = self.is_total(number);
        let seen = &mut self.seen[number];
        let bearable = COARSER
            .into_iter()
            .skip(seen.step)
            .find(|(_, least)| total && exact >= *least);
        let (given, low, high) = match bearable {
            Some((nearest, _)) => {
                let coarse = (exact / nearest).round() * nearest;
                let half = nearest / 2.0;
                (Given::Coarse(coarse), coarse - half, coarse + half)
            }
            None => (Given::Withheld, 0.0, f64::INFINITY),
        };
        *seen = Seen {
            low,
            high,
            small: false,
            free: seen.free,
            step: seen.step + 1,
            given,
        };
    }

    fn is_total(&self, number: Number) -> bool {
        self.sums.iter().any(|&(total, _)| total == number)
    }

    /// The hidden numbers that sums tell too much of.
    fn told(&self) -> Vec<Number> {
        let ranges = self.ranges();
        let told = |number: &Number| self.seen[*number].small && is_told(ranges[*number]);
        (0..self.seen.len()).filter(told).collect()
    }

    /// What stays possible of each number, every sum taken into account.
    fn ranges(&self) -> Vec<(f64, f64)> {
        let mut ranges = self.as_released();
        for _ in 0..ROUNDS {
            let before = ranges.clone();
            for (total, parts) in &self.sums {
                narrow(&mut ranges, *total, parts);
            }
            if ranges == before {
                break;
            }
        }
        ranges
    }

    /// What to coarsen for a hidden number: itself where it is a total, else the nearest total that it
    /// enters, else the smallest of the other parts of one.
    fn to_coarsen(&self, told: Number) -> Option<Number> {
        let free = |number: &Number| {
            self.seen[*number].given != Given::Withheld && self.exact[*number] > 0.0
        };
        if self.is_total(told) {
            return Some(told);
        }
        let alone = self.sums.iter().find_map(|(total, parts)| {
            let culprit = parts.contains(&told) && free(total) && self.tells(told, *total, parts);
            culprit.then_some(*total)
        });
        let above = || {
            let totals = self.upward(told).into_iter().filter(free);
            totals.min_by_key(|&total| self.seen[total].step)
        };
        let beside = || {
            let sums = self.sums.iter().filter(|(_, parts)| parts.contains(&told));
            sums.flat_map(|(_, parts)| parts.iter().copied())
                .filter(|part| !self.seen[*part].small)
                .filter(free)
                .min_by(|one, other| self.exact[*one].total_cmp(&self.exact[*other]))
        };
        alone.or_else(above).or_else(beside)
    }

    /// Whether one sum alone leaves too few values of a number.
    fn tells(&self, told: Number, total: Number, parts: &[Number]) -> bool {
        let mut ranges = self.as_released();
        narrow(&mut ranges, total, parts);
        is_told(ranges[told])
    }

    /// The totals that a number enters, nearest first, and what equals one of them.
    fn upward(&self, from: Number) -> Vec<Number> {
        let mut found = vec![from];
        let mut next = 0;
        while let Some(&number) = found.get(next) {
            next += 1;
            for (total, parts) in &self.sums {
                let above = parts.contains(&number).then_some(*total);
                let alike = (*total == number && parts.len() == 1).then(|| parts[0]);
                for other in above.into_iter().chain(alike) {
                    if !found.contains(&other) {
                        found.push(other);
                    }
                }
            }
        }
        found.split_off(1)
    }

    fn as_released(&self) -> Vec<(f64, f64)> {
        self.seen.iter().map(|seen| (seen.low, seen.high)).collect()
    }
}

fn is_told((low, high): (f64, f64)) -> bool {
    high - low < STILL_POSSIBLE - 1.0
}

/// Ranges are narrowed at most this often; sums of sums settle within a few rounds.
const ROUNDS: usize = 12;

/// Narrows a total by its parts, and each part by the total less the others.
fn narrow(ranges: &mut [(f64, f64)], total: Number, parts: &[Number]) {
    let lows: f64 = parts.iter().map(|&part| ranges[part].0).sum();
    let open = parts
        .iter()
        .filter(|&&part| ranges[part].1.is_infinite())
        .count();
    let highs: f64 = parts
        .iter()
        .map(|&part| ranges[part].1)
        .filter(|high| high.is_finite())
        .sum();
    let (low, high) = ranges[total];
    let most = if open == 0 { highs } else { f64::INFINITY };
    ranges[total] = (low.max(lows), high.min(most));
    let (low, high) = ranges[total];
    for &part in parts {
        let (least, greatest) = ranges[part];
        let others_open = open > usize::from(greatest.is_infinite());
        let from = if others_open {
            least
        } else if greatest.is_infinite() {
            low - highs
        } else {
            low - (highs - greatest)
        };
        ranges[part] = (least.max(from), greatest.min(high - (lows - least)));
    }
}
