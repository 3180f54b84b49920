//! R's default random numbers, so that simulations published with R's packages can be repeated seed for
//! seed: the Mersenne Twister, R's scrambling of the seed, and normals by inversion of two uniforms.
//!
//! # Sources
//! Matsumoto M, Nishimura T. Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom
//! number generator. ACM TOMACS 1998;8:3–30. doi:10.1145/272991.272995. R documentation, `?RNGkind`
//! (R 4.5.0).

use equal_measure::core::number::generator::Stream;
use equal_measure::core::number::normal;

const WORDS: usize = 624;
const SHIFT: usize = 397;

/// R's stream after `set.seed(seed)`.
#[derive(Clone, Debug)]
pub struct Mersenne {
    words: [u32; WORDS],
    at: usize,
}

impl Mersenne {
    /// The stream that R gives after `set.seed(seed)`.
    pub fn new(seed: u32) -> Self {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(69_069).wrapping_add(1);
            state
        };
        // Fifty warm-up steps, and one word that R overwrites with the position.
        for _ in 0..51 {
            next();
        }
        let mut words = [0; WORDS];
        words.fill_with(&mut next);
        Self { words, at: WORDS }
    }

    fn word(&mut self) -> u32 {
        if self.at >= WORDS {
            self.refill();
            self.at = 0;
        }
        let mut word = self.words[self.at];
        self.at += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    fn refill(&mut self) {
        for place in 0..WORDS {
            let joined =
                (self.words[place] & 0x8000_0000) | (self.words[(place + 1) % WORDS] & 0x7fff_ffff);
            let twist = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[place] = self.words[(place + SHIFT) % WORDS] ^ (joined >> 1) ^ twist;
        }
    }
}

impl Stream for Mersenne {
    fn uniform(&mut self) -> f64 {
        // 1 / (2³² − 1), as R writes it; the ends are pulled inside as R does.
        const STEP: f64 = 2.328_306_437_080_797e-10;
        let value = f64::from(self.word()) * 2.328_306_436_538_696_3e-10;
        value.clamp(0.5 * STEP, 1.0 - 0.5 * STEP)
    }

    fn normal(&mut self) -> f64 {
        const BIG: f64 = 134_217_728.0;
        let coarse = (BIG * self.uniform()).floor();
        let fine = coarse + self.uniform();
        normal::quantile(fine / BIG).unwrap()
    }
}
