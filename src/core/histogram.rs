//! Values and how often each occurred: exact sums, medians and percentiles that merge by adding.

use std::collections::BTreeMap;

/// Millionths in one: the resolution of values that are not small whole numbers.
pub const MICRO: i64 = 1_000_000;

/// How many times each value occurred.
///
/// Whole numbers below [`Histogram::DENSE`] are counted in place; every other value is kept to the
/// millionth. Adding and merging never lose or round anything, so order cannot matter.
///
/// A released distribution is banded: it has edges, and its values are spread evenly over each band. Values
/// above the last edge are counted, and lie nowhere.
#[derive(Clone, Debug, Default)]
pub struct Histogram {
    dense: Vec<u64>,
    other: BTreeMap<i64, u64>,
    /// The edges of bands in rising order, in millionths; empty where every value is known.
    edges: Vec<i64>,
    /// Values above the last edge.
    above: u64,
}

impl Histogram {
    /// Whole numbers below this are counted in place.
    pub const DENSE: usize = 4096;

    /// Nothing counted yet.
    pub const fn new() -> Self {
        Self {
            dense: Vec::new(),
            other: BTreeMap::new(),
            edges: Vec::new(),
            above: 0,
        }
    }

    /// Counts a whole number `times` times.
    pub fn add_whole(&mut self, value: u32, times: u64) {
        let place = value as usize;
        if place < Self::DENSE {
            if self.dense.len() <= place {
                self.dense.resize(place + 1, 0);
            }
            self.dense[place] += times;
        } else {
            *self.other.entry(i64::from(value) * MICRO).or_default() += times;
        }
    }

    /// A distribution of which only the number of values in each band is known: `bands` gives each band's
    /// lower and upper edge in millionths, in rising order, and its number of values; `above` counts those
    /// above the last edge. Values are spread evenly over whole numbers, or over tenths of a narrow band.
    pub fn of_bands(bands: &[(i64, i64, u64)], above: u64) -> Self {
        let mut made = Self {
            above,
            ..Self::default()
        };
        for &(from, to, many) in bands {
            made.edges.push(from);
            made.edges.push(to);
            made.spread(from, to, many);
        }
        made.edges.dedup();
        made
    }

    fn spread(&mut self, from: i64, to: i64, many: u64) {
        const TENTH: i64 = 10;
        let wholes = to.div_euclid(MICRO) - from.div_euclid(MICRO);
        let (steps, first, step) = if wholes >= 1 && to % MICRO == 0 && from % MICRO == 0 {
            (wholes, from + MICRO, MICRO)
        } else {
            let step = ((to - from) / TENTH).max(1);
            (TENTH, from + step, step)
        };
        let (steps, all) = (steps.unsigned_abs(), u128::from(many));
        let up_to = |place: u64| -> u64 {
            u64::try_from(all * u128::from(place) / u128::from(steps.max(1))).unwrap_or(many)
        };
        for (place, value) in (0..steps).zip((0..).map(|place| first + place * step)) {
            let times = up_to(place + 1) - up_to(place);
            if times > 0 {
                self.add_micro(value.min(to), times);
            }
        }
    }

    /// Whether only the number of values in each band is known.
    pub fn is_banded(&self) -> bool {
        !self.edges.is_empty() || self.above > 0
    }

    /// The nearest edge at or below a value: as low as the value may be. Itself where it is known.
    pub fn at_least(&self, value: f64) -> f64 {
        let mut edges = self.edges.iter().map(|&edge| to_value(edge));
        edges.rfind(|edge| *edge < value).unwrap_or(value)
    }

    /// The nearest edge at or above a value: as high as the value may be. Itself where it is known.
    pub fn at_most(&self, value: f64) -> f64 {
        let mut edges = self.edges.iter().map(|&edge| to_value(edge));
        edges.find(|edge| *edge >= value).unwrap_or(value)
    }

    /// Between what the mean lies, whatever the values within each band are. `None` when empty, or where
    /// some values lie nowhere.
    pub fn mean_range(&self) -> Option<(f64, f64)> {
        let mean = self.mean()?;
        if !self.is_banded() {
            return Some((mean, mean));
        }
        let mut sums = (0.0, 0.0);
        for (micro, times) in self.iter() {
            let (value, times) = (to_value(micro), times as f64);
            sums.0 += self.at_least(value).max(0.0_f64.min(value)) * times;
            sums.1 += self.at_most(value) * times;
        }
        let count = self.count() as f64;
        Some((sums.0 / count, sums.1 / count))
    }

    /// Counts a value given in millionths `times` times.
    pub fn add_micro(&mut self, micro: i64, times: u64) {
        match u32::try_from(micro / MICRO) {
            Ok(whole) if micro % MICRO == 0 && micro >= 0 => self.add_whole(whole, times),
            _ => *self.other.entry(micro).or_default() += times,
        }
    }

    /// Adds everything the other counted.
    pub fn merge(&mut self, other: &Self) {
        if self.dense.len() < other.dense.len() {
            self.dense.resize(other.dense.len(), 0);
        }
        for (mine, theirs) in self.dense.iter_mut().zip(&other.dense) {
            *mine += theirs;
        }
        for (&value, &times) in &other.other {
            *self.other.entry(value).or_default() += times;
        }
        self.edges.extend(&other.edges);
        self.edges.sort_unstable();
        self.edges.dedup();
        self.above += other.above;
    }

    /// The values in rising order, in millionths, each with how often it occurred (never 0).
    pub fn iter(&self) -> impl Iterator<Item = (i64, u64)> + '_ {
        let dense = self
            .dense
            .iter()
            .zip(0i64..)
            .map(|(&times, place)| (place * MICRO, times))
            .collect();
        Merged {
            dense,
            dense_at: 0,
            other: self.other.iter().map(|(&v, &t)| (v, t)).collect(),
            other_at: 0,
        }
        .filter(|&(_, times)| times > 0)
    }

    /// How many values were counted.
    pub fn count(&self) -> u64 {
        self.dense.iter().sum::<u64>() + self.other.values().sum::<u64>() + self.above
    }

    /// How many values are strictly above `threshold`.
    pub fn count_over(&self, threshold: f64) -> u64 {
        self.iter()
            .filter(|&(micro, _)| to_value(micro) > threshold)
            .map(|(_, times)| times)
            .sum::<u64>()
            + self.above
    }

    /// How many times exactly this whole number occurred.
    pub fn count_of(&self, value: u32) -> u64 {
        let place = value as usize;
        if place < Self::DENSE {
            self.dense.get(place).copied().unwrap_or(0)
        } else {
            self.other
                .get(&(i64::from(value) * MICRO))
                .copied()
                .unwrap_or(0)
        }
    }

    /// The exact sum, in millionths.
    pub fn sum_micro(&self) -> i128 {
        self.iter()
            .map(|(micro, times)| i128::from(micro) * i128::from(times))
            .sum()
    }

    /// The arithmetic mean, or `None` when empty, or where some values lie nowhere.
    pub fn mean(&self) -> Option<f64> {
        let count = self.count();
        (count > 0 && self.above == 0)
            .then(|| self.sum_micro() as f64 / MICRO as f64 / count as f64)
    }

    /// The value at a place in the sorted values, counted from 0, or `None` past the end.
    pub fn at_rank(&self, rank: u64) -> Option<f64> {
        let mut seen = 0;
        self.iter().find_map(|(micro, times)| {
            seen += times;
            (seen > rank).then(|| to_value(micro))
        })
    }

    /// The exact median: the middle value, or the mean of the two middle values. `None` when empty.
    pub fn median(&self) -> Option<f64> {
        let count = self.count();
        if count == 0 {
            return None;
        }
        let low = self.at_rank((count - 1) / 2)?;
        let high = self.at_rank(count / 2)?;
        Some(f64::midpoint(low, high))
    }

    /// The smallest value that at least the share `share` (0 to 1) of all values do not exceed.
    pub fn percentile(&self, share: f64) -> Option<f64> {
        let count = self.count();
        if count == 0 || !(0.0..=1.0).contains(&share) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 ≤ share × count ≤ count"
        )]
        let rank = (share * count as f64).ceil().max(1.0) as u64 - 1;
        self.at_rank(rank.min(count - 1))
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

impl PartialEq for Histogram {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter()) && self.edges == other.edges && self.above == other.above
    }
}

fn to_value(micro: i64) -> f64 {
    micro as f64 / MICRO as f64
}

struct Merged {
    dense: Vec<(i64, u64)>,
    dense_at: usize,
    other: Vec<(i64, u64)>,
    other_at: usize,
}

impl Iterator for Merged {
    type Item = (i64, u64);

    fn next(&mut self) -> Option<Self::Item> {
        let dense = self.dense.get(self.dense_at);
        let other = self.other.get(self.other_at);
        match (dense, other) {
            (Some(d), Some(o)) if o.0 < d.0 => {
                self.other_at += 1;
                Some(*o)
            }
            (Some(d), _) => {
                self.dense_at += 1;
                Some(*d)
            }
            (None, Some(o)) => {
                self.other_at += 1;
                Some(*o)
            }
            (None, None) => None,
        }
    }
}
