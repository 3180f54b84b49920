//! Small numbers for combinations of texts, found without making a text of them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Every combination of numbers met so far, each with a number of its own from 0.
#[derive(Debug)]
pub(super) struct Combinations {
    /// How many numbers make one combination.
    width: usize,
    most: usize,
    /// For each number after the first: the combination so far and that number → the longer one.
    longer: Vec<HashMap<u64, u32, BuildHasherDefault<Mixed>>>,
    /// The numbers of every whole combination, one after the other.
    parts: Vec<u32>,
}

impl Combinations {
    /// Combinations of `width` numbers (at least 2), and never more than `most` of them.
    pub(super) fn new(width: usize, most: usize) -> Self {
        Self {
            width,
            most,
            longer: (1..width).map(|_| HashMap::default()).collect(),
            parts: Vec::new(),
        }
    }

    /// The number of a combination; a new one while there is room.
    #[inline]
    pub(super) fn number(&mut self, mut part: impl FnMut(usize) -> u32) -> Option<u32> {
        let mut so_far = part(0);
        for at in 1..self.width {
            let key = u64::from(so_far) << 32 | u64::from(part(at));
            so_far = match self.longer[at - 1].get(&key) {
                Some(&number) => number,
                None => self.learn(at, key, &mut part)?,
            };
        }
        Some(so_far)
    }

    #[cold]
    fn learn(&mut self, at: usize, key: u64, part: &mut impl FnMut(usize) -> u32) -> Option<u32> {
        let longer = &mut self.longer[at - 1];
        if longer.len() >= self.most {
            return None;
        }
        let number = u32::try_from(longer.len()).ok()?;
        longer.insert(key, number);
        if at + 1 == self.width {
            self.parts.extend((0..self.width).map(part));
        }
        Some(number)
    }

    /// How many there may be.
    pub(super) const fn most(&self) -> usize {
        self.most
    }

    /// The numbers that make a combination.
    pub(super) fn parts(&self, number: u32) -> &[u32] {
        let start = number as usize * self.width;
        self.parts
            .get(start..start + self.width)
            .unwrap_or_default()
    }
}

/// A hash of one number, by one multiplication: the keys are counters, not anyone's choice.
#[derive(Debug, Default)]
struct Mixed(u64);

/// A large odd number that spreads bits (2^64 over the golden ratio).
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = number.wrapping_mul(ODD);
        self.0 = mixed ^ mixed >> 32;
    }
}

#[cfg(test)]
mod tests {
    use super::Combinations;

    #[test]
    fn each_combination_has_one_number_while_there_is_room() {
        let mut three = Combinations::new(3, 3);
        let mut number = |parts: [u32; 3]| three.number(|at| parts[at]);
        for (parts, expected) in [
            ([1, 2, 3], Some(0)),
            ([1, 2, 4], Some(1)),
            ([1, 2, 3], Some(0)),
            ([2, 1, 3], Some(2)),
            ([2, 1, 4], None),
            ([1, 2, 4], Some(1)),
        ] {
            assert_eq!(number(parts), expected, "{parts:?}");
        }
        assert_eq!(three.parts(2), [2, 1, 3]);
    }
}
