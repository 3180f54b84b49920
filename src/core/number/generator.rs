//! Seeded random numbers: the same seed gives the same figures on every machine.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::normal;

/// A stream of random numbers.
pub trait Stream {
    /// A number between 0 and 1, neither end included.
    fn uniform(&mut self) -> f64;

    /// A number from the normal distribution of mean 0 and standard deviation 1.
    fn normal(&mut self) -> f64;
}

/// The app's own stream: a permuted congruential generator with normals by inversion.
///
/// # Sources
/// O'Neill ME. PCG: a family of simple fast space-efficient statistically good algorithms for random
/// number generation. Harvey Mudd College HMC-CS-2014-0905, 2014.
///
/// ```
/// use equal_measure::core::number::generator::{Pcg, Stream};
/// let (mut one, mut two) = (Pcg::new(7), Pcg::new(7));
/// assert_eq!(one.normal().to_bits(), two.normal().to_bits());
/// ```
#[derive(Clone, Debug)]
pub struct Pcg(Pcg64Mcg);

impl Pcg {
    /// The stream of this seed.
    pub fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }
}

impl Stream for Pcg {
    fn uniform(&mut self) -> f64 {
        // The middles of 2⁵² equal steps: never 0, never 1, and symmetric about a half.
        let step = (self.0.next_u64() >> 12) as f64;
        (step + 0.5) / (1u64 << 52) as f64
    }

    fn normal(&mut self) -> f64 {
        normal::inverse(self.uniform())
    }
}
